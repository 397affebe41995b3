//! The program `afterword` with `cargo dev`: the same calls as to AWS, at another address.

use std::process::{Output, Stdio};

use crate::support::*;
use axum::Router;
use axum::http::HeaderMap;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use tokio::process::Command;

use crate::deployment::bootstrap::BINARIES;
use crate::dev::process::{Dev, Folder};
use crate::operators::admin;

struct Answer {
    code: i32,
    output: String,
    said: String,
}

/// Runs the program in an environment without settings of AWS.
async fn run(arguments: &[&str]) -> Answer {
    saying(arguments, "").await
}

/// The same, with what a person types.
async fn saying(arguments: &[&str], typed: &str) -> Answer {
    let mut command = Command::new(&BINARIES["afterword"]);
    command.args(arguments).env_clear().env("AWS_EC2_METADATA_DISABLED", "true").kill_on_drop(true);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The program may end without reading.
    let _ = running.stdin.take().unwrap().write_all(typed.as_bytes()).await;
    let Output { status, stdout, stderr } = running.wait_with_output().await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: status.code().unwrap(), output: text(stdout), said: text(stderr) }
}

/// The operator of a `cargo dev`.
struct Operator<'a>(&'a Dev);

impl Operator<'_> {
    async fn run(&self, command: &str) -> Answer {
        let arguments: Vec<_> = command.split(' ').chain(["--endpoint", &self.0.caller.base_url]).collect();
        run(&arguments).await
    }

    async fn text(&self, command: &str) -> String {
        let Answer { code, output, said } = self.run(command).await;
        assert_eq!((code, said.as_str()), (0, ""), "{command}: {output}");
        output
    }

    async fn json(&self, command: &str) -> Value {
        serde_json::from_str(&self.text(&format!("{command} --json")).await).unwrap()
    }
}

#[tokio::test]
async fn a_shop_and_its_keys_from_the_first_to_the_last_call() {
    let folder = Folder::new("cli-shops");
    let dev = Dev::start(&folder);
    let operator = Operator(&dev);
    let made = operator.text("shops create acme --name Acme --language de").await;
    assert!(made.starts_with(
        "acme is created. Next: afterword console-link acme, or for a program: afterword keys create acme\n\
             It has no postal address: no email leaves"
    ));
    let again = operator.text("shops create acme --name Other").await;
    assert_eq!(again, "acme existed already; nothing of it is changed.\n");
    let shown = operator.json("shops show acme").await;
    assert_eq!(
        [&shown["shop_name"], &shown["language"], &shown["api_keys"], &shown["lacks"]],
        [&json!("Acme"), &json!("de"), &json!(0), &json!(["shop_address", "privacy_url"])]
    );
    let whole = "shops create moss --name Moss --address Hill --privacy-url https://moss.example/privacy";
    assert!(operator.text(whole).await.ends_with("afterword keys create moss\n"));
    let shops = operator.json("shops list").await;
    let ids: Vec<_> = shops["shops"].list().iter().map(|shop| &shop["tenant"]).collect();
    assert!(ids.contains(&&json!("acme")), "{shops}");

    let made = operator.json("keys create acme --name web --scope settings:read --scope settings:write").await;
    let shop = dev.caller.with_key(made["api_key"].text());
    assert_eq!(shop.call("GET", "/api/v1/settings", None).await.0, 200);
    assert_eq!(shop.call("GET", "/api/v1/reviews", None).await.0, 403, "a scope that it was not given");
    let listed = operator.text("keys list acme").await;
    assert!(listed.starts_with("ID ") && listed.contains("  web  "), "{listed}");
    assert!(!listed.contains(made["api_key"].text()), "a list shows no key");
    let revoke = format!("keys revoke acme {}", made["key_id"].text());
    assert!(operator.text(&revoke).await.ends_with("Its next call is refused.\n"));
    assert_eq!(shop.call("GET", "/api/v1/settings", None).await.0, 401);

    let log = operator.json("audit acme").await;
    let entries = log["entries"].list();
    let what: Vec<_> = entries.iter().map(|entry| entry["what"].text()).collect();
    assert_eq!(what, ["revoke_key", "create_key", "create_shop"], "newest first: {log}");
    for entry in entries {
        assert!(entry["by"].as_str().is_some_and(|by| by.starts_with("arn:aws:")), "{entry}");
    }
}

#[tokio::test]
async fn one_screen_says_what_left_what_waits_and_what_stopped() {
    let folder = Folder::new("cli-status");
    let dev = Dev::start(&folder);
    let (operator, caller) = (Operator(&dev), &dev.caller);
    operator.text("status").await.shows(["never, as far as", "Late messages     0\n", "All sending       goes on\n"]);
    let request = caller.create(json!({"email": "jane@example.com", "delay_days": 0})).await;
    let (id, at) = (request["request_id"].number(), request["scheduled_at"].text());
    caller.advance(60).await;
    operator.text("shops create acme --name Acme").await;
    operator.text("pause acme --until 2099-01-01T00:00:00Z").await;
    let status = operator.json("status").await;
    has(&status["last_email"], json!({"tenant": "demo"}));
    assert!(status["last_email"]["at"].text() >= at, "{status} {at}");
    let paused = json!({"tenant": "acme", "paused_by": "operator", "paused_until": "2099-01-01T00:00:00Z", "suspended_since": null});
    assert_eq!(status["stopped"], json!([paused]));
    has(&status["service"], json!({"late_messages": 0, "paused": null, "reports_missing_since": null}));
    for unknown in ["dead_letters", "costs"] {
        assert_eq!(status[unknown], json!({"unknown": "there is no AWS here"}));
    }
    operator.text("pause").await;
    let screen = operator.text("status").await;
    screen.shows([
        ", of demo\n",
        "All sending       paused since ",
        "Stopped shop      acme: paused by the operator, until 2099-",
    ]);
    screen.shows(["Costs             unknown: there is no AWS here\n"]);
    assert!(screen.lines().count() <= 24 && screen.lines().all(|line| line.chars().count() <= 80), "{screen}");
    // What is due meanwhile waits for the operator.
    let waits = caller.create(json!({"email": "june@example.com", "delay_days": 0})).await["request_id"].number();
    caller.advance(3600).await;
    let why = operator.text(&format!("why demo --request {waits}")).await;
    why.shows(["\nNext: Once sending is resumed, the email is sent."]);
    operator.text("resume").await;
    caller.advance(3600).await;
    for (whom, id) in [("jane", id), ("june", waits)] {
        let why = operator.json(&format!("why demo --email {whom}@example.com")).await;
        has(&why["requests"][0], json!({"request": id, "cause": "delivered"}));
    }
    assert_eq!(operator.json("failed --since 24h").await["failed"], 0);
}

/// `afterword status` where the operator's function answers `status`, and Cost Explorer these services' costs of yesterday
/// and of the day before, in USD.
async fn status_of(status: Value, services: &[(&str, f64)]) -> String {
    let cost = |(service, cost): &(&str, f64)| json!({"Keys": [service], "Metrics": {"UnblendedCost": {"Amount": cost.to_string(), "Unit": "USD"}}});
    let groups: Vec<_> = services.iter().map(cost).collect();
    let day = |ago: i64| {
        let day = (app::clock::Clock::system().now() - SignedDuration::from_hours(24 * ago)).to_string();
        json!({"TimePeriod": {"Start": &day[..10], "End": ""}, "Groups": groups})
    };
    let costs = json!({"ResultsByTime": [day(2), day(1)]}).to_string();
    let status = status.to_string();
    let answer = async move |headers: HeaderMap| match headers.get("x-amz-target") {
        Some(target) if target.to_str().unwrap().ends_with("GetCostAndUsage") => costs,
        _ => status,
    };
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await.unwrap() });
    let Answer { code, output, said } = run(&["status", "--endpoint", &endpoint]).await;
    assert_eq!((code, said.as_str()), (0, ""), "{output}");
    assert!(output.lines().count() <= 23 && output.lines().all(|line| line.chars().count() <= 80), "{output}");
    output
}

#[tokio::test]
async fn a_bad_night_and_a_dear_month_fit_on_one_screen() {
    let shop = Shop::new().await;
    let mut status = admin::run(&shop.world, json!({"status": {}})).await.unwrap();
    let late = |shop: &str, earlier| json!({"tenant": shop, "mode": "test", "messages": 9_000, "since": START, "may_be_earlier": earlier});
    let mut worst = [late("acme-kitchen", true), late("fern", false), late("oak", false)];
    worst[1]["throttled"] = json!(["email", "sms"]);
    let refused = ["email", "sms"].map(|channel| json!({"channel": channel, "since": START}));
    status["service"] = json!({"late_messages": 20_000, "late_shops": {"count": 12, "all_read": false, "worst": worst},
        "refused_by_provider": refused, "reports_missing_since": START, "paused": {"since": START, "until": START}});
    status["stopped"] = (0..6).map(|n| json!({"tenant": format!("shop-{n}"), "suspended_since": START})).collect();
    let name = "Amazon Simple Email Service in all of the regions";
    let services: Vec<_> = (0..30_u8).map(|n| (&name[usize::from(n)..], 30.0 - f64::from(n))).collect();
    let screen = status_of(status, &services).await;
    screen.shows([
        "Late messages     at least 20000, of 12 shops; the worst:\n",
        "Late shop         acme-kitchen.test: 9000, since 2026-11-20T06:00:00Z or earlier\n",
        "Late shop         fern.test: 9000, since 2026-11-20T06:00:00Z\n                  its provider throttles email and sms\n",
        "and 2 more: --json has all\n",
        "    465.00      930.00\nAmazon Simple Email Service",
    ]);
}

#[tokio::test]
async fn a_check_of_this_machine_says_that_there_is_no_aws() {
    let folder = Folder::new("cli-check");
    let dev = Dev::start(&folder);
    let Answer { code, output, .. } = Operator(&dev).run("check").await;
    assert_eq!(code, 0, "{output}");
    output.shows(["pass    credentials", "WARN    shops               demo has no privacy_url"]);
    output.shows(["skip    quota               there is no AWS here: `cargo dev` stands in for it\n"]);
    for of_aws in ["health.aws.amazon.com", "AWS_REGION"] {
        assert!(!output.contains(of_aws), "{output}");
    }
}

#[tokio::test]
async fn an_erasure_says_what_will_go_and_begins_only_after_a_yes() {
    let folder = Folder::new("cli-erase");
    let dev = Dev::start(&folder);
    let (operator, caller) = (Operator(&dev), &dev.caller);
    caller.create(json!({"email": "jane@example.com", "delay_days": 0})).await;
    caller.advance(60).await;
    let erase = "erase demo --email jane@example.com";
    let said = async |answer: &'static str| {
        let arguments: Vec<_> = erase.split(' ').chain(["--endpoint", &caller.base_url]).collect();
        saying(&arguments, answer).await
    };
    for no in ["", "no\n"] {
        let refused = said(no).await;
        assert_eq!((refused.code, refused.output.as_str()), (2, ""), "{}", refused.said);
        refused.said.shows(["Of this person, demo has 1 request, 1 message, and what is about them."]);
        refused.said.shows(["Nothing is erased. Say yes, or add --yes in a script."]);
    }
    let begun = said("yes\n").await;
    let receipt = begun.output.trim_end().rsplit(' ').next().unwrap().to_owned();
    begun.output.shows(["The erasure has begun. How far it is: afterword erase demo --status "]);
    let status = format!("erase demo --status {receipt}");
    operator.text(&status).await.shows(["It runs since "]);
    caller.advance(120).await;
    operator.text(&status).await.shows(["Erased at ", ": 1 request, 1 message."]);
    let again = operator.json(&format!("{erase} --yes")).await;
    assert_eq!(again["status"], "running");
    let unknown = operator.run("erase demo --status 6f4770fc-b8ee-4bf2-9977-d048a7f27987").await;
    assert_eq!((unknown.code, unknown.said.contains("no erasure with this receipt")), (1, true), "{}", unknown.said);
    said("no\n").await.said.shows(["demo knows no customer with this address."]);
}

#[tokio::test]
async fn refusals_say_what_to_do_and_have_an_exit_code() {
    let folder = Folder::new("cli-refusals");
    let dev = Dev::start(&folder);
    let operator = Operator(&dev);
    let unknown = operator.run("shops show nobody").await;
    assert_eq!((unknown.code, unknown.output.as_str()), (1, ""));
    assert_eq!(unknown.said, "afterword: There is no such shop: `afterword shops create` creates it.\n");
    let unknown: Value = serde_json::from_str(&operator.run("shops show nobody --json").await.output).unwrap();
    assert_eq!(unknown["error"]["kind"], "refused");
    let other = operator.run("shops list --stack other").await;
    assert_eq!(
        (other.code, other.said.as_str()),
        (1, "afterword: There is no function other-admin here. Check --stack and --region.\n")
    );
    let nowhere = run(&["shops", "list"]).await;
    let said = "afterword: No region is named. Add --region, set AWS_REGION, or give the profile a region.\n";
    assert_eq!((nowhere.code, nowhere.said.as_str()), (2, said));
    let nobody = run(&["shops", "list", "--region", "eu-central-1"]).await;
    assert_eq!(nobody.code, 3, "{}", nobody.said);
    assert!(nobody.said.starts_with("afterword: There are no AWS credentials."), "{}", nobody.said);
    let closed = run(&["shops", "list", "--endpoint", "http://127.0.0.1:9"]).await;
    assert_eq!(closed.code, 3, "{}", closed.said);
    for wrong in [&["erase", "acme"][..], &["why", "acme"], &["failed", "--since", "soon"], &["rotate"]] {
        assert_eq!(run(wrong).await.code, 2, "{wrong:?}");
    }
}

#[tokio::test]
async fn a_shell_completes_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]).await;
        assert_eq!((script.code, script.said.as_str()), (0, ""));
        script.output.shows(["console-link", "lift-cap"]);
    }
    let script = run(&["completions", "bash"]).await.output;
    let asked = "COMP_WORDS=(afterword shops re); COMP_CWORD=2; _afterword afterword re shops; echo ${COMPREPLY[@]}";
    let completed = Command::new("bash").arg("-c").arg(format!("{script}\n{asked}")).output().await.unwrap();
    assert_eq!(String::from_utf8(completed.stdout).unwrap(), "restore\n");
}

/// Each command, as its path of words, with its help.
async fn commands() -> Vec<(Vec<String>, String)> {
    let (mut found, mut open) = (Vec::new(), vec![Vec::<String>::new()]);
    while let Some(path) = open.pop() {
        let arguments: Vec<_> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let help = run(&arguments).await.output;
        let listed = help.split_once("\nCommands:\n").map(|(_, rest)| rest.split("\n\n").next().unwrap());
        for line in listed.unwrap_or_default().lines() {
            let name = line.split_whitespace().next().unwrap();
            if name != "help" {
                open.push(path.iter().cloned().chain([name.to_owned()]).collect());
            }
        }
        if listed.is_none() {
            found.push((path, help));
        }
    }
    found
}

#[tokio::test]
async fn each_command_has_an_example_that_its_parser_takes() {
    let commands = commands().await;
    assert!(commands.len() >= 15, "{commands:?}");
    for (path, help) in commands {
        let example = help.split_once("Example").unwrap_or_else(|| panic!("{path:?} has no example")).1;
        let lines: Vec<_> = example.lines().filter_map(|line| line.trim().strip_prefix("afterword ")).collect();
        assert!(!lines.is_empty(), "{path:?}");
        for line in lines {
            assert!(line.starts_with(&path.join(" ")), "{line} is no example of {path:?}");
            let arguments: Vec<_> =
                words(line).into_iter().chain(["--endpoint=http://127.0.0.1:9".to_owned()]).collect();
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            assert_ne!(run(&arguments).await.code, 2, "the parser does not take {line}");
        }
    }
}

/// The words of a line, as a shell splits it.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('\'').enumerate();
    let words = quoted.flat_map(|(part, text)| match part % 2 {
        0 => text.split_whitespace().map(str::to_owned).collect(),
        _ => vec![text.to_owned()],
    });
    words.collect()
}

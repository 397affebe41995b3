//! Each function's `bootstrap`, as its own process, handles its event in `events/`; what a client gets is what the same
//! function answers in this process. The process gets its events from a Runtime API on loopback.
//!
//! Cargo builds a package's binaries only for that package's own tests. So the first test here builds them, with the
//! target folder and the features of this test's own build, so that cargo only links them.

use std::{io, net::Ipv4Addr, path::PathBuf, process::Command, sync::LazyLock};

use app::clock::Clock;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use local::runtime_api::{Answer, Function, RuntimeApi};
use local::template::limits;
use local::{Options, functions};

use crate::deployment::template::{self, root};
use crate::orders_in::SECRET;
use crate::repository::docs::shape::Ids;
use crate::support::*;

#[tokio::test]
async fn http_functions_answer_as_processes_as_they_do_in_process() {
    for function in functions::http() {
        let (name, (remote, twin)) = (function.name(), twins().await);
        let (apart, within) = (remote.call_process(&name).await, twin.call_router(&name).await);
        assert!((200..300).contains(&apart.0), "{name}: {apart:?}");
        assert_eq!(apart.0, within.0, "{name}");
        // Random values and times differ, because the process has its own.
        for (apart, within) in [(&apart.1, &within.1), (&apart.2, &within.2)] {
            assert_eq!(Ids::default().differences(within, apart), [""; 0], "{name}");
        }
        assert_eq!(remote.kinds().await, twin.kinds().await, "{name}: items in the table");
    }
}

/// The body is base64, because otherwise API Gateway would treat it as text.
#[tokio::test]
async fn a_compressed_page_leaves_its_process_whole() {
    let twin = Twin::new(Clock::system().now(), 1).await;
    let mut event = twin.event("hub");
    event["headers"]["accept-encoding"] = json!("gzip, deflate, br");
    let answer = twin.invoke_with("hub", event).await;
    has(&answer, json!({"statusCode": 200, "isBase64Encoded": true}));
    has(&answer["headers"], json!({"content-encoding": "gzip", "vary": "accept-encoding"}));
    let sent = unzipped(&BASE64_STANDARD.decode(answer["body"].text()).unwrap());
    let page = std::str::from_utf8(&sent).unwrap();
    assert!(page.contains("Stoneware mug") && page.trim_end().ends_with("</html>"), "{page}");
}

/// The answer about a batch whose messages are all done.
fn all_done() -> Value {
    json!({"batchItemFailures": []})
}

#[tokio::test]
async fn messages_are_handled_by_processes() {
    let twin = Twin::new(Clock::system().now(), 1).await;
    assert_eq!(twin.invoke("send-request").await, all_done());
    let [mail] = &twin.shop.inbox()[..] else { panic!("one mail") };
    assert_eq!((local::request_of(mail), mail.to.contains("jane@example.com")), (Some(twin.id), true));
    assert_eq!(twin.invoke("mail-events").await, all_done());
    assert!(twin.shop.timeline(twin.id).await.contains(&"delivered".to_owned()));

    let env = twin.shop.world.env();
    let photo: Value = serde_json::from_str(twin.event("take-photo")["Records"][0]["body"].text()).unwrap();
    let key = photo["detail"]["object"]["key"].text();
    env.bucket().unwrap().put_jpeg(key, b"of nobody".to_vec().into(), 180, env.clock.now()).await.unwrap();
    assert_eq!(twin.shop.aws().objects(), [key]);
    assert_eq!(twin.invoke("take-photo").await, all_done());
    assert_eq!(twin.shop.aws().objects(), [""; 0], "it goes");

    // What their events name is unknown, so the message is deleted and changes nothing.
    for function in ["deliver-webhooks", "privacy", "import-reviews", "take-orders"] {
        assert_eq!(twin.invoke(function).await, all_done(), "{function}");
    }
    assert_eq!(twin.shop.status(twin.id).await, "sent");
}

#[tokio::test]
async fn a_file_of_reviews_and_an_order_are_taken_by_processes() {
    let of = Twin::new(Clock::system().now(), 1).await;
    let csv = "product_id,rating,created_at\n1,5,2025-03-02\n";
    let call = of.shop.call("POST", "/api/v1/imports?format=afterword").header("content-type", "text/csv");
    call.body(csv).send().await.is(201);
    let [file] = &of.shop.aws().objects()[..] else { panic!("the file of the call") };
    assert_eq!(of.call_router("orders-in").await.0, 200);
    let [order] = &of.shop.aws().queue(Work::Orders).unwrap().bodies()[..] else { panic!("one task") };
    for (function, body) in [("import-reviews", &json!({"file": file}).to_string()), ("take-orders", order)] {
        let event = json!({"Records": [{"messageId": "1", "body": body}]});
        assert_eq!(of.invoke_with(function, event).await, all_done());
    }
    assert_eq!(of.shop.get("/api/v1/reviews").await.json()["total"], 1);
    let calls = of.shop.get("/api/v1/integrations/shopify/deliveries").await.json();
    // The process has this machine's clock, so the later this test runs, the older is the order.
    let (result, reason) = (&calls["deliveries"][0]["result"], &calls["deliveries"][0]["reason"]);
    assert!(result == "planned" || reason == "too_late", "{calls}");
}

#[tokio::test]
async fn reconcile_wakes_as_a_process_what_nobody_served() {
    let report = Twin::new(Clock::system().now(), 1).await.invoke("reconcile").await;
    has(&report, json!({"woken": 1, "failed": 0}));
    // The step was due an hour ago. Meanwhile the process's clock goes on.
    assert!((3_600..3_900).contains(&report["oldest_late_s"].number()), "{report}");
}

#[tokio::test]
async fn admin_makes_a_shop_whose_key_works() {
    let twin = Twin::new(Clock::system().now(), 1).await;
    let made = json!({"tenant": "acme", "mode": "live", "created": true, "lacks": ["privacy_url"]});
    assert_eq!(twin.invoke("admin").await, made);
    let key = json!({"operation": {"create_key": {"shop": "acme"}}});
    let made = twin.invoke_with("admin", key).await;
    let listed = twin.shop.with_key(made["api_key"].text()).get("/api/v1/review-requests").await;
    assert_eq!(listed.json(), json!({"requests": []}));
}

/// Lambda returns the sentence and its kind to the caller.
#[tokio::test]
async fn admin_refuses_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let shop = |tenant: &str| json!({"release_hold": {"shop": tenant}});
    let number = json!({"lift_stop": {"number": "+491711234567"}});
    for operation in [shop("demo"), shop("nobody"), shop("No body"), number] {
        let apart = remote.answer(memory_mib("admin"), "admin", json!({ "operation": operation })).await;
        let within = match crate::operators::admin::run(&twin.shop.world, operation).await {
            Ok(answer) => Answer::Response(answer),
            Err(failure) => Answer::Error(json!({"errorType": failure.kind(), "errorMessage": failure.to_string()})),
        };
        assert_eq!(apart, within);
    }
}

/// The memory of a deployed function's code, in MiB, rounded up: the largest has 14 MB.
const CODE_MIB: u64 = 16;

/// A world with one request that is an hour old and whose email was not sent.
pub struct Twin {
    pub shop: Shop,
    pub id: u64,
    pub token: String,
}

/// An answer's status, headers, and its body as JSON; a page as a string.
type HttpAnswer = (u64, Value, Value);

fn http_answer(status: u64, mut headers: BTreeMap<String, String>, body: &str) -> HttpAnswer {
    headers.retain(|name, _| !name.ends_with("request-id"));
    (status, json!(headers), serde_json::from_str(body).unwrap_or_else(|_| json!(body)))
}

/// Two equal worlds with the machine's time, because a process cannot get another time.
async fn twins() -> (Twin, Twin) {
    let now = Clock::system().now();
    (Twin::new(now, 1).await, Twin::new(now, 1).await)
}

impl Twin {
    /// A world in which this many requests were created an hour ago.
    pub async fn new(now: Timestamp, requests: usize) -> Self {
        let clock = MovableClock::frozen(now - HOUR);
        let world = World::open(Options {
            data: None,
            base_url: BASE_URL.to_owned(),
            clock: clock.clone(),
            random: seeded_random(1),
            has_model: false,
            shop_rate: None,
        });
        let shop = Shop::in_world(world.unwrap(), "demo", Mode::Live).await;
        let (id, hub) = shop.created(json!({"product_ids": [MUG], "delay_days": 0})).await;
        let connection = shop.call("PUT", "/api/v1/integrations/shopify");
        connection.json(&json!({"secret": SECRET, "since": "2026-11-01T00:00:00Z"})).send().await.is(200);
        for order in 1..requests {
            shop.created(json!({"product_ids": [MUG], "order_id": order.to_string(), "delay_days": 0})).await;
        }
        clock.set(now);
        Self { shop, id, token: token_of(&hub).to_owned() }
    }

    /// The kinds of items in the table, which are the beginnings of their sort keys.
    async fn kinds(&self) -> BTreeSet<String> {
        let rows = table(&self.shop.world).await;
        let kind = |row: &Value| row["SK"]["S"].text().split('#').next().unwrap().to_owned();
        rows.iter().map(kind).collect()
    }

    pub fn event(&self, function: &str) -> Value {
        self.shop.event(function, self.id, &self.token)
    }

    /// Starts the function with the template's settings and this world's AWS, and invokes it with its event.
    async fn invoke(&self, function: &str) -> Value {
        self.invoke_with(function, self.event(function)).await
    }

    pub async fn invoke_with(&self, function: &str, event: Value) -> Value {
        self.invoke_within(memory_mib(function), function, event).await
    }

    /// Invokes the function with this much memory for its data.
    pub async fn invoke_within(&self, mib: u64, function: &str, event: Value) -> Value {
        match self.answer(mib, function, event).await {
            Answer::Response(answer) => answer,
            Answer::Error(error) => panic!("{function} failed: {error}"),
        }
    }

    async fn answer(&self, mib: u64, function: &str, event: Value) -> Answer {
        let (address, _aws) = self.shop.aws().listen((Ipv4Addr::LOCALHOST, 0).into()).await.unwrap();
        let endpoint = format!("http://{address}");
        let declared = template::functions().iter().find(|declared| declared.binary == function).unwrap();
        let own = local::settings(BASE_URL)
            .into_iter()
            .filter(|(name, _)| declared.variables.iter().any(|variable| variable == name));
        let lambdas = [("AWS_ENDPOINT_URL", endpoint), ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand".to_owned())];
        let env = own.chain(lambdas).map(|(name, value)| (name.to_owned(), value));
        let (mut log, stdout) = io::pipe().unwrap();
        let mut command = within_memory(mib, function);
        command.stdout(stdout);
        let api = RuntimeApi::start(Clock::system()).unwrap();
        self.shop.aws().take_calls();
        let process = Function::start(command, &BINARIES[function], env, &api).unwrap();
        let answer = api.invoke(event).await.unwrap();
        drop(process);
        // The role must also allow what the function reads at its start.
        for call in self.shop.aws().take_calls() {
            let action = format!("dynamodb:{}", call.operation);
            let is_read = call.service == Service::DynamoDb && !call.operation.starts_with("Transact");
            assert!(!is_read || declared.actions.contains(&action), "{function} may not call {action}");
        }
        let log = io::read_to_string(&mut log).unwrap();
        for personal in ["jane@example.com", "Jane", "token=", &self.token, &self.shop.key] {
            assert!(!log.contains(personal), "{personal} is in the log: {log}");
        }
        let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let published: Vec<_> = lines.iter().filter(|line| line.get("_aws").is_some()).collect();
        assert_eq!(published.len(), usize::from(function == "reconcile"), "reconcile alone publishes metrics");
        published.into_iter().for_each(crate::operators::alarms::format::check);
        for line in lines {
            let time = line["timestamp"].as_str().and_then(|time| time.parse::<Timestamp>().ok());
            assert!(time.is_some() && line["level"].is_string(), "Lambda cannot read the level of {line}");
        }
        answer
    }

    async fn call_process(&self, function: &str) -> HttpAnswer {
        let answer = self.invoke(function).await;
        assert_eq!(answer["isBase64Encoded"], false, "all that the events ask for is text");
        let headers = answer["headers"].object().iter();
        let headers: BTreeMap<_, _> = headers.map(|(name, value)| (name.clone(), value.owned())).collect();
        let gateways = &self.event(function)["requestContext"]["requestId"];
        assert_eq!(headers.get("x-request-id").map(String::as_str), gateways.as_str());
        http_answer(answer["statusCode"].number(), headers, answer["body"].text())
    }

    async fn call_router(&self, function: &str) -> HttpAnswer {
        let request = request_of(&self.event(function));
        let (head, body) = self.shop.world.router().oneshot(request).await.unwrap().into_parts();
        let named = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
        let headers: BTreeMap<_, _> =
            head.headers.iter().map(|(name, value)| (name.to_string(), named(value))).collect();
        assert!(headers.contains_key("x-request-id"));
        let body = body.collect().await.unwrap().to_bytes();
        http_answer(head.status.as_u16().into(), headers, std::str::from_utf8(&body).unwrap())
    }
}

/// The memory in the template that a function has for its data.
fn memory_mib(function: &str) -> u64 {
    limits(function).unwrap().memory_mib - CODE_MIB
}

/// The command that runs a function within this memory. The limit is for private writable memory (`RLIMIT_DATA`), because
/// code is mapped from its file, and a debug build has ten times as much code as the deployed one.
fn within_memory(mib: u64, function: &str) -> Command {
    let mut shell = Command::new("sh");
    let kib = mib * 1024;
    shell.args(["-c", &format!("ulimit -d {kib} && exec \"$0\"")]).arg(&BINARIES[function]);
    shell
}

/// The binaries of the functions and of `local`, by name, built from the current sources.
pub static BINARIES: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
    // All packages and the test, as `cargo test` selects them, because for another selection cargo would compile the
    // dependencies again, with other features.
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--message-format=json", "--workspace", "--test=it", "--bins"])
        .current_dir(root())
        // With this variable, a test binary can print how long each test took, but cargo would compile everything once
        // more.
        .env_remove("RUSTC_BOOTSTRAP")
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let messages = serde_json::Deserializer::from_slice(&built.stdout).into_iter::<Value>().map(Result::unwrap);
    let binary = |message: Value| {
        let executable = message["executable"].as_str().filter(|_| message["target"]["kind"] == json!(["bin"]))?;
        Some((message["target"]["name"].as_str()?.to_owned(), PathBuf::from(executable)))
    };
    messages.filter_map(binary).collect()
});

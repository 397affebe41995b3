//! Each function's `bootstrap`, as its own process, answers its event in `events/` as the same function does in this
//! process. The process gets its events from a Runtime API on loopback.
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
use crate::repository::docs::shape::Ids;
use crate::support::*;

#[tokio::test]
async fn http_functions_answer_as_processes_as_they_do_in_process() {
    for function in functions::http() {
        let (name, (remote, twin)) = (function.name(), twins().await);
        let (apart, within) = (remote.call_process(&name).await, twin.call_router(&name).await);
        assert!((200..300).contains(&apart.status), "{name}: {} {}", apart.status, apart.body);
        assert_eq!(apart.status, within.status, "{name}");
        // Random values and times differ, because the process has its own.
        for (apart, within) in [(&apart.headers, &within.headers), (&apart.body, &within.body)] {
            assert_eq!(Ids::default().differences(within, apart), [""; 0], "{name}");
        }
        assert_eq!(remote.kinds().await, twin.kinds().await, "{name}: items in the table");
    }
}

/// The body is base64, because otherwise API Gateway would treat it as text.
#[tokio::test]
async fn a_compressed_page_leaves_its_process_whole() {
    let (remote, twin) = twins().await;
    let with_gzip = |twin: &Twin| {
        let mut event = twin.event("hub");
        event["headers"]["accept-encoding"] = json!("gzip, deflate, br");
        event
    };
    let answer = remote.invoke_with("hub", with_gzip(&remote)).await;
    assert_eq!((&answer["statusCode"], &answer["isBase64Encoded"]), (&json!(200), &json!(true)));
    let apart = &answer["headers"];
    assert_eq!((&apart["content-encoding"], &apart["vary"]), (&json!("gzip"), &json!("accept-encoding")));
    let sent = BASE64_STANDARD.decode(answer["body"].text()).unwrap();
    let within = twin.shop.world.router().oneshot(request_of(&with_gzip(&twin))).await.unwrap();
    assert_eq!(within.headers()["content-encoding"], "gzip");
    let within = within.into_body().collect().await.unwrap().to_bytes();
    let [sent, within] = [&sent[..], &within].map(|body| json!(String::from_utf8(unzipped(body)).unwrap()));
    assert!(sent.text().contains("Stoneware mug"));
    assert_eq!(Ids::default().differences(&within, &sent), [""; 0]);
}

#[tokio::test]
async fn send_request_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.invoke("send-request").await;
    let parts = send_request::start(twin.shop.world.env()).unwrap();
    let event = serde_json::from_value(twin.event("send-request")).unwrap();
    assert_eq!(answer, serde_json::to_value(send_request::handle(parts, event).await.unwrap()).unwrap());
    assert_eq!(answer, json!({"batchItemFailures": []}));
    for inbox in [remote.shop.inbox(), twin.shop.inbox()] {
        let [mail] = &inbox[..] else { panic!("{} mails", inbox.len()) };
        assert_eq!((local::request_of(mail), mail.to.contains("jane@example.com")), (Some(remote.id), true));
    }
}

#[tokio::test]
async fn reconcile_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let parts = reconcile::start(twin.shop.world.env()).unwrap();
    let report = reconcile::handle(parts, twin.event("reconcile")).await.unwrap();
    let (mut apart, mut within) = (remote.invoke("reconcile").await, serde_json::to_value(report).unwrap());
    assert_eq!(within["woken"], 1, "the step that nobody served: {within}");
    // The step was due an hour ago. Meanwhile the process's clock goes on; that of the world in this process stands.
    let [apart_s, within_s] = [&mut apart, &mut within].map(|report| report["oldest_late_s"].take().number());
    assert!(within_s == 3_600 && (3_600..3_900).contains(&apart_s), "{within_s} s and {apart_s} s");
    assert_eq!(apart, within);
}

#[tokio::test]
async fn take_photo_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    for world in [&remote.shop.world, &twin.shop.world] {
        let (bucket, now) = (world.env().bucket().unwrap(), world.env().clock.now());
        let event = remote.event("take-photo")["Records"][0]["body"].clone();
        let event: Value = serde_json::from_str(event.text()).unwrap();
        let key = event["detail"]["object"]["key"].owned();
        bucket.put_jpeg(&key, b"for a place that nobody took".to_vec().into(), 180, now).await.unwrap();
        assert_eq!(world.aws().objects(), [key]);
    }
    assert_eq!(remote.invoke("take-photo").await, json!({"batchItemFailures": []}));
    let parts = take_photo::start(twin.shop.world.env()).unwrap();
    assert!(crate::hub::photos::takes(parts, twin.event("take-photo")).await);
    for world in [&remote.shop.world, &twin.shop.world] {
        assert_eq!(world.aws().objects(), [""; 0], "it is nobody's, and goes");
    }
}

#[tokio::test]
async fn mail_events_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    remote.invoke("send-request").await;
    let sender = send_request::start(twin.shop.world.env()).unwrap();
    send_request::handle(sender, serde_json::from_value(twin.event("send-request")).unwrap()).await.unwrap();
    let answer = remote.invoke("mail-events").await;
    let parts = mail_events::start(twin.shop.world.env()).unwrap();
    let within = mail_events::handle(parts, serde_json::from_value(twin.event("mail-events")).unwrap()).await.unwrap();
    assert_eq!(answer, serde_json::to_value(within).unwrap());
    for twin in [remote, twin] {
        assert!(twin.shop.timeline(twin.id).await.contains(&"delivered".to_owned()));
    }
}

#[tokio::test]
async fn deliver_webhooks_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.invoke("deliver-webhooks").await;
    let parts = deliver_webhooks::start(twin.shop.world.env()).unwrap();
    let event = serde_json::from_value(twin.event("deliver-webhooks")).unwrap();
    assert_eq!(answer, serde_json::to_value(deliver_webhooks::handle(parts, event).await.unwrap()).unwrap());
    assert_eq!(answer, json!({"batchItemFailures": []}));
}

#[tokio::test]
async fn privacy_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let email = json!({"email": "jane@example.com"});
    for twin in [&remote, &twin] {
        twin.shop.post("/api/v1/privacy/erase", email.clone()).await.is(202);
    }
    // The event's receipt is unknown, so the message is deleted and changes nothing.
    let answer = remote.invoke("privacy").await;
    let parts = privacy::start(twin.shop.world.env()).unwrap();
    let within = privacy::handle(parts, serde_json::from_value(twin.event("privacy")).unwrap()).await.unwrap();
    assert_eq!(answer, serde_json::to_value(within).unwrap());
    for twin in [remote, twin] {
        assert_eq!(twin.shop.status(twin.id).await, "scheduled");
    }
}

#[tokio::test]
async fn import_reviews_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    for twin in [&remote, &twin] {
        let csv = "product_id,rating,created_at\n1,5,2025-03-02\n";
        let call = twin.shop.call("POST", "/api/v1/imports?format=afterword").header("content-type", "text/csv");
        call.body(csv).send().await.is(201);
    }
    // The event's import is unknown, so the message is deleted and changes nothing. The import from the call is done,
    // too.
    let answer = remote.invoke("import-reviews").await;
    let parts = import_reviews::start(twin.shop.world.env()).unwrap();
    let event = serde_json::from_value(twin.event("import-reviews")).unwrap();
    let within = import_reviews::handle(parts.clone(), event).await.unwrap();
    assert_eq!(answer, serde_json::to_value(within).unwrap());
    for of in [remote, twin] {
        let [file] = &of.shop.aws().objects()[..] else { panic!("the file of the call") };
        let body = json!({"file": file}).to_string();
        let answer = of.invoke_with("import-reviews", json!({"Records": [{"messageId": "1", "body": body}]})).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
        assert_eq!(of.shop.get("/api/v1/reviews").await.json()["total"], 1);
    }
}

#[tokio::test]
async fn take_orders_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    // The event's call is unknown, so the message is deleted and changes nothing. The system's own call is done, too.
    let answer = remote.invoke("take-orders").await;
    let parts = take_orders::start(twin.shop.world.env()).unwrap();
    let event = serde_json::from_value(twin.event("take-orders")).unwrap();
    assert_eq!(answer, serde_json::to_value(take_orders::handle(parts, event).await.unwrap()).unwrap());
    for of in [remote, twin] {
        assert_eq!(of.call_router("orders-in").await.status, 200);
        let [body] = &of.shop.aws().queue(Work::Orders).unwrap().bodies()[..] else { panic!("one task") };
        let event = json!({"Records": [{"messageId": "1", "body": body}]});
        assert_eq!(of.invoke_with("take-orders", event).await, json!({"batchItemFailures": []}));
        let calls = of.shop.get("/api/v1/integrations/woocommerce/deliveries").await.json();
        // The process has this machine's clock, so the later this test runs, the older is the order.
        let (result, reason) = (&calls["deliveries"][0]["result"], &calls["deliveries"][0]["reason"]);
        assert!(result == "planned" || result == "asked" || reason == "too_late", "{calls}");
    }
}

#[tokio::test]
async fn admin_makes_a_shop_whose_key_works() {
    let (remote, _) = twins().await;
    for created in [true, false] {
        assert_eq!(remote.invoke("admin").await, json!({"tenant": "acme", "mode": "live", "created": created}));
    }
    let key = json!({"operation": {"create_key": {"tenant": "acme", "mode": "live"}}});
    let (made, again) = (remote.invoke_with("admin", key.clone()).await, remote.invoke_with("admin", key).await);
    assert_ne!(made["api_key"], again["api_key"], "each call makes a key");
    for made in [made, again] {
        let key = format!("Bearer {}", made["api_key"].text());
        let listed = remote.shop.call("GET", "/api/v1/review-requests").header("authorization", key).send().await;
        assert_eq!(listed.json(), json!({"requests": []}));
    }
}

/// Lambda returns the sentence and its kind to the caller.
#[tokio::test]
async fn admin_refuses_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let shop = |tenant: &str| json!({"release_hold": {"tenant": tenant, "mode": "live"}});
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

struct HttpAnswer {
    status: u64,
    headers: Value,
    /// The body as JSON; a page as a string.
    body: Value,
}

impl HttpAnswer {
    fn new(status: u64, mut headers: BTreeMap<String, String>, body: &str) -> Self {
        headers.retain(|name, _| !name.ends_with("request-id"));
        let body = serde_json::from_str(body).unwrap_or_else(|_| json!(body));
        Self { status, headers: json!(headers), body }
    }
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
        let connection = shop.call("PUT", "/api/v1/integrations/woocommerce");
        connection.json(&json!({"secret": "lettersanddigits0", "since": "2026-11-01T00:00:00Z"})).send().await.is(200);
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
        let text = |value: &Value| value.owned();
        let headers: BTreeMap<_, _> = headers.map(|(name, value)| (name.clone(), text(value))).collect();
        let gateways = &self.event(function)["requestContext"]["requestId"];
        assert_eq!(headers.get("x-request-id").map(String::as_str), gateways.as_str());
        HttpAnswer::new(answer["statusCode"].number(), headers, answer["body"].text())
    }

    async fn call_router(&self, function: &str) -> HttpAnswer {
        let request = request_of(&self.event(function));
        let (head, body) = self.shop.world.router().oneshot(request).await.unwrap().into_parts();
        let named = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
        let headers: BTreeMap<_, _> =
            head.headers.iter().map(|(name, value)| (name.to_string(), named(value))).collect();
        assert!(headers.contains_key("x-request-id"));
        let body = body.collect().await.unwrap().to_bytes();
        HttpAnswer::new(head.status.as_u16().into(), headers, std::str::from_utf8(&body).unwrap())
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

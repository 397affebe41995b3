//! Each function's `bootstrap`, started as its own process and fed its event of `events/` by a
//! Runtime API on loopback, answers as the same function does in process.
//!
//! Cargo builds a package's binaries for that package's own tests only, so the first test here asks
//! for them, with the target folder and the features of the build that made this test: only the
//! binaries are linked.

use std::{collections::BTreeMap, fs, io, net::Ipv4Addr, path::PathBuf, process::Command, sync::LazyLock};

use app::Clock;
use axum::{body::Body, http::Request};
use domain::Mode;
use http_body_util::BodyExt;
use jiff::SignedDuration;
use local::{
    Options, World,
    clock::MovableClock,
    runtime_api::{Answer, Function, RuntimeApi},
    seeded_random,
};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{
    support::{BASE_URL, MUG, Shop, token_of},
    template::{self, root},
};

/// The stack's own, which a world does without.
const CONFIGURATION_SET: (&str, &str) = ("SES_CONFIGURATION_SET", "afterword");

#[tokio::test]
async fn create_request_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let (mut apart, mut within) =
        (remote.call_process("create-request").await, twin.call_router("create-request").await);
    assert_eq!(apart.status, 201, "{}", apart.body);
    // Chance and the time are the process's own: the ids, the tokens and the second may differ.
    for answer in [&mut apart, &mut within] {
        let mut body: Value = serde_json::from_str(&answer.body).unwrap();
        assert!(body["hub_url"].as_str().unwrap().starts_with(BASE_URL));
        for name in ["request_id", "hub_url", "scheduled_at"] {
            body[name] = json!("checked");
        }
        answer.body = body.to_string();
    }
    assert_eq!(apart, within);
    assert_eq!(remote.shop.get("/api/v1/review-requests").await.json()["requests"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn list_requests_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.call_process("list-requests").await;
    assert_eq!(answer, twin.call_router("list-requests").await);
    assert!(answer.status == 200 && answer.body.contains(&remote.id.to_string()), "{}", answer.body);
}

#[tokio::test]
async fn cancel_request_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.call_process("cancel-request").await;
    assert_eq!(answer, twin.call_router("cancel-request").await);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(remote.shop.status(remote.id).await, "cancelled");
}

#[tokio::test]
async fn hub_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.call_process("hub").await;
    assert_eq!(answer, twin.call_router("hub").await);
    assert!(answer.status == 200 && answer.body.contains("Stoneware mug"), "{}", answer.body);
}

#[tokio::test]
async fn send_request_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.invoke("send-request").await;
    let parts = send_request::start(twin.shop.world.env()).unwrap();
    let event = serde_json::from_value(twin.event("send-request")).unwrap();
    let within = send_request::handle(parts, event).await.unwrap();
    assert_eq!(answer, serde_json::to_value(within).unwrap());
    assert_eq!(answer, json!({"batchItemFailures": []}));
    for inbox in [remote.shop.inbox(), twin.shop.inbox()] {
        let [mail] = &inbox[..] else { panic!("{} mails", inbox.len()) };
        assert_eq!((mail.request_id, mail.to.contains("jane@example.com")), (Some(remote.id), true));
    }
}

#[tokio::test]
async fn reconcile_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.invoke("reconcile").await;
    let parts = reconcile::start(twin.shop.world.env()).unwrap();
    let within = reconcile::handle(parts, twin.event("reconcile")).await.unwrap();
    assert_eq!(answer, serde_json::to_value(within).unwrap());
    assert_eq!(answer["woken"], 1, "the step that nobody served: {answer}");
}

#[tokio::test]
async fn take_photo_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    for world in [&remote.shop.world, &twin.shop.world] {
        let (bucket, now) = (world.env().bucket().unwrap(), world.env().clock.now());
        let key = remote.event("take-photo")["detail"]["object"]["key"].as_str().unwrap().to_owned();
        bucket.put_jpeg(&key, b"for a place that nobody took".to_vec().into(), now).await.unwrap();
        assert_eq!(world.aws().objects(), [key]);
    }
    assert_eq!(remote.invoke("take-photo").await, Value::Null);
    let parts = take_photo::start(twin.shop.world.env()).unwrap();
    take_photo::handle(parts, serde_json::from_value(twin.event("take-photo")).unwrap()).await.unwrap();
    for world in [&remote.shop.world, &twin.shop.world] {
        assert_eq!(world.aws().objects(), [""; 0], "it is nobody's, and goes");
    }
}

#[tokio::test]
async fn invitations_api_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let (mut apart, mut within) =
        (remote.call_process("invitations-api").await, twin.call_router("invitations-api").await);
    assert_eq!(apart.status, 200, "{}", apart.body);
    for answer in [&mut apart, &mut within] {
        let mut body: Value = serde_json::from_str(&answer.body).unwrap();
        assert!(body["review_url"].as_str().unwrap().starts_with(BASE_URL));
        body["review_url"] = json!("checked");
        answer.body = body.to_string();
    }
    assert_eq!(apart, within);
}

#[tokio::test]
async fn beacon_api_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let (mut apart, mut within) = (remote.call_process("beacon-api").await, twin.call_router("beacon-api").await);
    assert_eq!(apart.status, 200, "{}", apart.body);
    for answer in [&mut apart, &mut within] {
        let mut body: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(body["data"]["phone"], "+491711234567");
        for chances in ["id", "created_at", "updated_at"] {
            body["data"][chances] = json!("checked");
        }
        answer.body = body.to_string();
    }
    assert_eq!(apart, within);
}

#[tokio::test]
async fn wix_api_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let (mut apart, mut within) = (remote.call_process("wix-api").await, twin.call_router("wix-api").await);
    assert_eq!(apart.status, 200, "{}", apart.body);
    for answer in [&mut apart, &mut within] {
        assert!(answer.headers.remove("x-wix-request-id").is_some());
        let mut body: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(body["reviewRequest"]["items"][0]["catalogItemId"], "cd59cd36-b6d2-2cf3-9d48-81793a7bdbbd");
        for chance in ["id", "createdDate", "updatedDate"] {
            body["reviewRequest"][chance] = json!("checked");
        }
        answer.body = body.to_string();
    }
    assert_eq!(apart, within);
}

#[tokio::test]
async fn stats_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.call_process("stats").await;
    assert_eq!(answer, twin.call_router("stats").await);
    assert!(answer.status == 200 && answer.body.contains("\"created\":1"), "{}", answer.body);
}

#[tokio::test]
async fn catalog_api_answers_as_a_process_as_it_does_in_process() {
    let (remote, twin) = twins().await;
    let answer = remote.call_process("catalog-api").await;
    assert_eq!(answer, twin.call_router("catalog-api").await);
    // The event's path is decoded, as API Gateway hands it over.
    assert!(answer.status == 200 && answer.body.contains("\"id\":\"#1234\""), "{}", answer.body);
    assert_eq!(remote.shop.get("/api/v1/orders/%231234").await.body, answer.body);
}

#[tokio::test]
async fn set_up_shop_makes_a_shop_whose_key_works() {
    let (remote, _) = twins().await;
    let made = remote.invoke("set-up-shop").await;
    assert_eq!((&made["tenant"], &made["mode"]), (&json!("acme"), &json!("live")));
    let again = remote.invoke("set-up-shop").await;
    assert_ne!(made["api_key"], again["api_key"], "each call makes a key");
    for made in [made, again] {
        let key = format!("Bearer {}", made["api_key"].as_str().unwrap());
        let listed = remote.shop.call("GET", "/api/v1/review-requests").header("authorization", key).send().await;
        assert_eq!(listed.json(), json!({"requests": []}));
    }
}

/// A world with one request, an hour old, whose mail has not left.
struct Twin {
    shop: Shop,
    id: u64,
    token: String,
}

/// An HTTP answer without its `x-request-id`.
#[derive(Debug, PartialEq)]
struct HttpAnswer {
    status: u64,
    headers: BTreeMap<String, String>,
    body: String,
}

/// Two equal worlds, at the machine's time: a process cannot be given another.
async fn twins() -> (Twin, Twin) {
    let now = Clock::system().now();
    let [one, other] = [(); 2].map(|()| async {
        let clock = MovableClock::frozen(now - SignedDuration::from_hours(1));
        let world = World::open(Options {
            data: None,
            base_url: BASE_URL.to_owned(),
            clock: clock.clone(),
            random: seeded_random(1),
        });
        let shop = Shop::in_world(world.unwrap(), "demo", Mode::Live).await;
        let (id, hub) = shop.created(json!({"product_ids": [MUG], "delay_days": 0})).await;
        clock.set(now);
        Twin { shop, id, token: token_of(&hub).to_owned() }
    });
    (one.await, other.await)
}

impl Twin {
    /// The function's event, about this world's request.
    fn event(&self, function: &str) -> Value {
        let text = fs::read_to_string(root().join("events").join(function).with_extension("json")).unwrap();
        let text = text
            .replace("{{api_key}}", &self.shop.key)
            .replace("{{request_id}}", &self.id.to_string())
            .replace("{{hub_token}}", &self.token);
        serde_json::from_str(&text).unwrap()
    }

    /// Starts the function with what the template gives it, on this world's AWS, for its event.
    async fn invoke(&self, function: &str) -> Value {
        let (address, _aws) = self.shop.world.aws().listen((Ipv4Addr::LOCALHOST, 0).into()).await.unwrap();
        let endpoint = format!("http://{address}");
        let declared = template::functions().into_iter().find(|declared| declared.binary == function).unwrap();
        let (set, name) = CONFIGURATION_SET;
        let all = local::settings(BASE_URL).into_iter().chain([(set, name.to_owned())]);
        let own = all.filter(|(name, _)| declared.variables.iter().any(|variable| variable == name));
        let lambdas = [("AWS_ENDPOINT_URL", endpoint), ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand".to_owned())];
        let env = own.chain(lambdas).map(|(name, value)| (name.to_owned(), value));
        let (mut log, stdout) = io::pipe().unwrap();
        let mut command = Command::new(&BINARIES[function]);
        command.stdout(stdout);
        let api = RuntimeApi::start(Clock::system()).unwrap();
        let process = Function::start(command, &BINARIES[function], env, &api).unwrap();
        let answer = api.invoke(self.event(function)).await.unwrap();
        drop(process);
        let log = io::read_to_string(&mut log).unwrap();
        for personal in ["jane@example.com", "Jane", "token=", &self.token, &self.shop.key] {
            assert!(!log.contains(personal), "{personal} is in the log: {log}");
        }
        match answer {
            Answer::Response(answer) => answer,
            Answer::Error(error) => panic!("{function} failed: {error}"),
        }
    }

    async fn call_process(&self, function: &str) -> HttpAnswer {
        let answer = self.invoke(function).await;
        assert_eq!(answer["isBase64Encoded"], false, "all that the events ask for is text");
        let headers = answer["headers"].as_object().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut headers: BTreeMap<_, _> = headers.map(|(name, value)| (name.clone(), text(value))).collect();
        let gateways = &self.event(function)["requestContext"]["requestId"];
        assert_eq!(headers.remove("x-request-id").as_deref(), gateways.as_str());
        HttpAnswer { status: answer["statusCode"].as_u64().unwrap(), headers, body: text(&answer["body"]) }
    }

    async fn call_router(&self, function: &str) -> HttpAnswer {
        let event = self.event(function);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let path = text(&event["rawPath"]).replace('#', "%23");
        let uri = format!("{path}?{}", text(&event["rawQueryString"]));
        let mut request = Request::builder().method(&*text(&event["requestContext"]["http"]["method"])).uri(uri);
        for (name, value) in event["headers"].as_object().unwrap() {
            request = request.header(name, text(value));
        }
        let request = request.body(Body::from(text(&event["body"]))).unwrap();
        let (head, body) = self.shop.world.router().oneshot(request).await.unwrap().into_parts();
        let named = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
        let mut headers: BTreeMap<_, _> =
            head.headers.iter().map(|(name, value)| (name.to_string(), named(value))).collect();
        assert!(headers.remove("x-request-id").is_some());
        let body = body.collect().await.unwrap().to_bytes();
        HttpAnswer { status: head.status.as_u16().into(), headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }
}

/// The functions' binaries and `local`'s by name, built from the sources as they are now.
pub static BINARIES: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
    let functions = template::functions();
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--locked",
            "--message-format=json",
            "--package=tests",
            "--test=it",
            "--bins",
            "--package=local",
        ])
        .args(functions.iter().map(|function| format!("--package={}", function.binary)))
        .current_dir(root())
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

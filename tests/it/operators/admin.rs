//! The operator's function, operation by operation.

use admin::{Failure, handle, start};
use app::message::suppressions::StoppedNumbers;
use aws_credential_types::Credentials;
use axum::body::Bytes;
use axum::http::{HeaderMap, Request};
use domain::shop::{Suspension, SuspensionReason};
use domain::values::Phone;
use http_body_util::Full;
use small_aws::{CREDENTIALS, REGION, SESSION_TOKEN, access_key};

use crate::dev::process::{Dev, Folder, http};
use crate::operators::caller::{headers, signed};
use crate::support::*;

const FUNCTION: &str = "afterword-admin";
const OPERATOR: &str = "arn:aws:iam::000000000000:user/local";
const EMAIL: &str = "jane@example.com";
const NUMBER: &str = "+491711234567";

pub async fn run(world: &World, operation: Value) -> Result<Value, Failure> {
    handle(start(&world.env_of("admin")).unwrap(), json!({ "operation": operation })).await
}

/// Runs an operation for a caller with a proof of identity.
async fn run_by(world: &World, caller: Value, operation: Value) -> Result<Value, Failure> {
    handle(start(&world.env_of("admin")).unwrap(), json!({"operation": operation, "caller": caller})).await
}

fn operator() -> Credentials {
    Credentials::new(CREDENTIALS.0, CREDENTIALS.1, None, None, "test")
}

fn proof(shop: &Shop) -> Value {
    signed(&operator(), REGION, FUNCTION, shop.now())
}

pub fn fern() -> Value {
    json!({"tenant": "fern", "mode": "live"})
}

fn of_fern(fields: Value) -> Value {
    let mut all = fern();
    all.as_object_mut().unwrap().extend(fields.object().clone());
    all
}

async fn key(shop: &Shop, fields: Value) -> Value {
    run(&shop.world, json!({"create_key": of_fern(fields)})).await.unwrap()
}

async fn log(shop: &Shop, of: Value) -> Vec<Value> {
    let (mut entries, mut asked) = (Vec::new(), of);
    loop {
        let page = run(&shop.world, json!({"audit": asked})).await.unwrap();
        entries.extend(page["entries"].list().clone());
        let Some(next) = page.get("next") else { return entries };
        asked["after"] = next.clone();
    }
}

#[tokio::test]
async fn an_invalid_event_is_refused_with_its_reason_and_changes_nothing() {
    let shop = Shop::new().await;
    let parts = || start(&shop.world.env_of("admin")).unwrap();
    let before = table(&shop.world).await;
    for (event, part) in [
        (json!({}), "operation"),
        (json!({"operation": {"list_keys": fern()}, "by": "me"}), "by"),
        (json!({"operation": {"why": of_fern(json!({"request": "willa@example.com"}))}}), "operation.why.request"),
    ] {
        let failure = handle(parts(), event.clone()).await.unwrap_err();
        assert!(!failure.to_string().contains("willa"), "{failure}");
        assert_eq!(failure.kind(), "invalid", "{event}: {failure}");
        assert!(failure.to_string().contains(part) && failure.to_string().ends_with('.'), "{event}: {failure}");
    }
    assert_eq!(table(&shop.world).await, before);
}

#[tokio::test]
async fn shops_are_listed_beyond_a_page_without_a_scan() {
    let shop = Shop::new().await;
    for number in 0..110 {
        let asked = json!({"tenant": format!("shop-{number:03}"), "mode": "test", "shop_name": "Shop"});
        run(&shop.world, json!({ "create_shop": asked })).await.unwrap();
    }
    shop.aws().take_calls();
    let first = run(&shop.world, json!({"list_shops": {}})).await.unwrap();
    let rest = run(&shop.world, json!({"list_shops": {"after": first["next"]}})).await.unwrap();
    assert_eq!(shop.operations(), ["Query", "Query"]);
    let shops = |page: &Value| page["shops"].list().clone();
    assert_eq!((shops(&first).len(), shops(&rest).len(), rest.get("next")), (100, 11, None));
    let all: Vec<_> = [shops(&first), shops(&rest)].concat();
    assert_eq!(all[0], json!({"tenant": "fern", "mode": "live", "created_at": "2026-11-20T06:00:00Z"}));
    assert_eq!((&all[110]["tenant"], &all[110]["mode"]), (&json!("shop-109"), &json!("test")));
}

/// Every operation that changes something, by a caller with a proof of identity.
#[tokio::test]
async fn every_change_is_in_the_audit_log_and_nothing_personal() {
    let shop = Shop::new().await;
    let (store, vault) = (shop.store(), shop.world.env().vault().unwrap());
    let numbers = StoppedNumbers { store: store.clone(), vault };
    numbers.stop(&Phone::parse(NUMBER).unwrap(), shop.now(), shop.now()).await.unwrap();
    let mut transaction = store.transaction(&shop.tenant);
    let held = Suspension { since: shop.now(), reason: SuspensionReason::Bounces };
    transaction.suspend_mails(held, shop.now() + DAY);
    transaction.commit().await.unwrap();
    let change = async |operation: Value| {
        shop.jump(SECOND);
        run_by(&shop.world, proof(&shop), operation).await.unwrap()
    };
    change(json!({"create_shop": {"tenant": "moss", "mode": "live", "shop_name": "Jane Moss", "language": "de"}}))
        .await;
    let till =
        change(json!({"create_key": of_fern(json!({"name": "Jane's till", "scopes": ["requests:read"]}))})).await;
    change(json!({"release_hold": fern()})).await;
    change(json!({"lift_stop": {"number": NUMBER}})).await;
    let erasing = change(json!({"erase": of_fern(json!({"email": EMAIL}))})).await;
    change(json!({"rotate": of_fern(json!({"rotate": "begin"}))})).await;
    shop.jump(SECOND);
    change(json!({"revoke_key": of_fern(json!({"key_id": till["key_id"]}))})).await;
    // These change nothing.
    change(json!({"create_shop": {"tenant": "moss", "mode": "live", "shop_name": "Moss"}})).await;
    change(json!({"release_hold": fern()})).await;
    change(json!({"lift_stop": {"number": NUMBER}})).await;
    change(json!({"list_shops": {}})).await;
    change(json!({"rotate": of_fern(json!({"rotate": "continue"}))})).await;

    let made = json!({"dialect": "betterreviews", "scopes": ["requests:read"], "expires_at": null});
    let entry = |at: i64, what: &str, target: &Value, before: Value, after: Value| {
        let at = format!("2026-11-20T06:00:{at:02}Z");
        json!({"at": at, "what": what, "by": OPERATOR, "target": target, "before": before, "after": after})
    };
    let suspension = json!({"held_since": "2026-11-20T06:00:00Z", "reason": "bounces"});
    let added = json!({"generation": 0, "root_key": "added"});
    let expected = [
        entry(8, "revoke_key", &till["key_id"], made.clone(), Value::Null),
        entry(6, "rotate", &json!("fern.live"), json!({"generation": 0}), added),
        entry(5, "erase", &erasing["receipt"], Value::Null, json!({"reviews": "delete"})),
        entry(3, "release_hold", &json!("fern.live"), suspension, Value::Null),
        entry(2, "create_key", &till["key_id"], Value::Null, made),
    ];
    assert_eq!(log(&shop, fern()).await, expected);
    let created = entry(1, "create_shop", &json!("moss.live"), Value::Null, json!({"language": "de"}));
    assert_eq!(log(&shop, json!({"tenant": "moss", "mode": "live"})).await, [created]);
    let service = log(&shop, json!({})).await;
    let [lifted] = &service[..] else { panic!("{service:?}") };
    assert_eq!(*lifted, entry(4, "lift_stop", &lifted["target"], json!({"stopped": true}), Value::Null));

    let rows = table(&shop.world).await;
    let rows: Vec<_> = rows.iter().filter(|row| row["SK"]["S"].text().starts_with("AUDIT#")).collect();
    assert_eq!(rows.len(), 7, "no call that only reads, or finds nothing to change");
    for row in rows.iter().map(ToString::to_string) {
        for personal in ["@", "Jane", "491711234567", "Moss", "Oak", till["api_key"].text()] {
            assert!(!row.contains(personal), "{personal} is in {row}");
        }
    }
}

#[tokio::test]
async fn an_audit_log_has_pages_and_says_null_of_a_caller_without_proof() {
    let shop = Shop::new().await;
    let mut made = Vec::new();
    for _ in 0..60 {
        shop.jump(SECOND);
        made.push(key(&shop, json!({})).await["key_id"].clone());
    }
    let first = run(&shop.world, json!({"audit": fern()})).await.unwrap();
    assert_eq!(first["entries"].list().len(), 50);
    let entries = log(&shop, fern()).await;
    assert!(entries.iter().all(|entry| entry["by"] == Value::Null));
    made.reverse();
    assert_eq!(
        entries.iter().map(|entry| entry["target"].clone()).collect::<Vec<_>>(),
        made,
        "newest first, each once"
    );
}

#[tokio::test]
async fn the_steps_of_a_rotation_are_recorded_before_they_are_made() {
    let shop = Shop::new().await;
    for _ in 0..5 {
        run(&shop.world, json!({"rotate": of_fern(json!({"rotate": "begin"}))})).await.unwrap();
        shop.jump(MINUTE * 6);
        if run(&shop.world, json!({"rotate": of_fern(json!({"rotate": "continue"}))})).await.unwrap()["done"] == true {
            break;
        }
    }
    let mut steps: Vec<_> = log(&shop, fern()).await.iter().map(|entry| entry["after"].clone()).collect();
    steps.reverse();
    let step = |generation: u32, stage: &str| json!({"generation": generation, "root_key": stage});
    assert_eq!(steps, [step(0, "added"), step(1, "used"), step(1, "alone")]);
}

#[tokio::test]
async fn a_caller_is_recorded_by_the_arn_that_sts_answers() {
    let shop = Shop::new().await;
    let (token, key) = (Some(SESSION_TOKEN.to_owned()), access_key("hub"));
    let role = Credentials::new(key, CREDENTIALS.1, token, None, "test");
    let role = signed(&role, REGION, FUNCTION, shop.now());
    // With `cargo dev`, which has no region, the program signs in this way.
    let local = signed(&operator(), "local", FUNCTION, shop.now());
    for (caller, arn) in
        [(local, OPERATOR), (proof(&shop), OPERATOR), (role, "arn:aws:sts::000000000000:assumed-role/hub/session")]
    {
        shop.jump(SECOND);
        run_by(&shop.world, caller, json!({"create_key": fern()})).await.unwrap();
        assert_eq!(log(&shop, fern()).await[0]["by"], arn);
    }
}

#[tokio::test]
async fn a_forged_expired_or_foreign_proof_is_refused_and_nothing_is_done() {
    let shop = Shop::new().await;
    let now = shop.now();
    let with = |name: &str, value: &str| {
        let mut caller = proof(&shop);
        caller[name] = value.into();
        caller
    };
    let own = proof(&shop)["authorization"].owned();
    let (start, end) = own.split_at(own.len() - 1);
    let forged = format!("{start}{}", if end == "0" { "1" } else { "0" });
    let elsewhere = |function: &str| {
        let mut caller = signed(&operator(), REGION, function, now);
        caller["x-afterword-function"] = FUNCTION.into();
        caller
    };
    let earlier = shop.now() - MINUTE * 16;
    let wrong = Credentials::new(CREDENTIALS.0, "another secret", None, None, "test");
    let nobody = Credentials::new("AKIAIOSFODNN7EXAMPLE", CREDENTIALS.1, None, None, "test");
    let role = Credentials::new(access_key("hub"), CREDENTIALS.1, None, None, "test");
    let before = table(&shop.world).await;
    for (caller, part) in [
        (with("authorization", &forged), "SignatureDoesNotMatch"),
        (with("authorization", "Bearer mine"), FUNCTION),
        (with("authorization", "AWS4-HMAC-SHA256 Credential=local"), FUNCTION),
        (with("authorization", &format!("{own}, SignedHeaders=host;x-amz-date")), FUNCTION),
        (with("authorization", &format!("{own}\nhost: evil.example")), "not a valid HTTP header"),
        (with("x-amz-date", "20261120T060001Z"), "SignatureDoesNotMatch"),
        (with("host", "evil.example"), "host"),
        (with("x-afterword-function", "afterword-other"), FUNCTION),
        (signed(&operator(), REGION, "afterword-other", now), FUNCTION),
        // The request was captured by another function, for whose name it was signed.
        (elsewhere("afterword-other"), "SignatureDoesNotMatch"),
        // The request was signed for a service that needs no function's name.
        (headers(&operator(), REGION, &[], now), FUNCTION),
        (signed(&operator(), REGION, FUNCTION, earlier), "SignatureDoesNotMatch"),
        (signed(&wrong, REGION, FUNCTION, now), "SignatureDoesNotMatch"),
        (signed(&nobody, REGION, FUNCTION, now), "InvalidClientTokenId"),
        (signed(&role, REGION, FUNCTION, now), "InvalidClientTokenId"),
        (json!({}), "authorization"),
    ] {
        let failure = run_by(&shop.world, caller.clone(), json!({"create_key": fern()})).await.unwrap_err();
        assert_eq!(failure.kind(), "invalid", "{caller}: {failure}");
        assert!(failure.to_string().contains(part), "{caller}: {failure}");
    }
    for fault in [Fault::RefuseConnection, Fault::ServerError, Fault::Throttle, Fault::LoseAnswer] {
        shop.fails(Service::Sts, fault);
        let failure = run_by(&shop.world, proof(&shop), json!({"create_key": fern()})).await.unwrap_err();
        assert_eq!(failure.kind(), "unavailable", "{fault:?}: {failure}");
    }
    shop.heals();
    assert_eq!(table(&shop.world).await, before);
}

/// `POST`s to `cargo dev`, as an AWS SDK does.
async fn post(dev: &Dev, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, HeaderMap, String) {
    let mut request = Request::post(format!("{}{path}", dev.caller.base_url));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = http().request(request.body(Full::from(Bytes::from(body.to_owned()))).unwrap()).await.unwrap();
    let (head, body) = answer.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status.as_u16(), head.headers, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn cargo_dev_answers_lambda_and_sts_as_aws_does() {
    let folder = Folder::new("admin");
    let dev = Dev::start(&folder);
    let now = app::clock::Clock::system().now();
    let invoke = |name: &str| format!("/2015-03-31/functions/{name}/invocations");
    let signature = [("authorization", "AWS4-HMAC-SHA256 Credential=local/20261120/eu-central-1/lambda/aws4_request")];
    let caller = signed(&operator(), REGION, FUNCTION, now);
    let demo = json!({"tenant": "demo", "mode": "live"});
    let event = json!({"operation": {"create_key": demo}, "caller": caller}).to_string();
    let (status, headers, body) = post(&dev, &invoke(FUNCTION), &signature, &event).await;
    assert_eq!((status, headers.get("x-amz-function-error")), (200, None), "{body}");
    let made: Value = serde_json::from_str(&body).unwrap();
    let audit = json!({"operation": {"audit": demo}}).to_string();
    let (_, _, log) = post(&dev, &invoke(FUNCTION), &signature, &audit).await;
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_eq!((&log["entries"][0]["target"], &log["entries"][0]["by"]), (&made["key_id"], &json!(OPERATOR)), "{log}");

    let (status, headers, body) = post(&dev, &invoke(FUNCTION), &signature, r#"{"operation": {"pay": {}}}"#).await;
    assert_eq!((status, headers["x-amz-function-error"].to_str().unwrap()), (200, "Unhandled"));
    let error: BTreeMap<String, String> = serde_json::from_str(&body).unwrap();
    assert_eq!(error["errorType"], "invalid");
    assert!(error["errorMessage"].contains("pay"), "{body}");
    let (status, headers, body) = post(&dev, &invoke("afterword-hub"), &signature, "{}").await;
    assert_eq!((status, headers["x-amzn-errortype"].to_str().unwrap()), (404, "ResourceNotFoundException"));
    assert!(body.contains("Function not found: arn:aws:lambda:eu-central-1:000000000000:function:afterword-hub"));
    assert_eq!(post(&dev, &invoke(FUNCTION), &signature, "{").await.0, 400);
    // The call has no signature, as from a page in the developer's browser.
    assert_eq!(post(&dev, &invoke(FUNCTION), &[], &audit).await.0, 403);

    let own = caller.object().iter().map(|(name, value)| (name.as_str(), value.text()));
    let own: Vec<_> = own.chain([("content-type", "application/x-www-form-urlencoded")]).collect();
    let identity = "Action=GetCallerIdentity&Version=2011-06-15";
    let (status, headers, body) = post(&dev, "/", &own, identity).await;
    assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "text/xml"), "{body}");
    body.shows([&format!("<Arn>{OPERATOR}</Arn>")]);
    assert_eq!(post(&dev, "/", &own[..0], identity).await.0, 403);
    let table = [("authorization", "AWS4-HMAC-SHA256 Credential=local/x"), ("x-amz-target", "DynamoDB_20120810.Scan")];
    assert_eq!(post(&dev, "/", &table, r#"{"TableName": "afterword"}"#).await.0, 404, "that is on a port of its own");
}

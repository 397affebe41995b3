//! The operator's function, operation by operation.

use admin::{Failure, handle, start};
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use axum::body::Bytes;
use axum::http::{HeaderMap, Request};
use http_body_util::Full;
use small_aws::{CREDENTIALS, REGION, SESSION_TOKEN, access_key};

use crate::dev::process::{Dev, Folder, http};
use crate::support::*;

const FUNCTION: &str = "afterword-admin";
const OPERATOR: &str = "arn:aws:iam::000000000000:user/local";
const BODY: &[u8] = b"Action=GetCallerIdentity&Version=2011-06-15";
/// The header that names the function for which a request is signed.
const FOR: &str = "x-afterword-function";

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

/// The `caller` of an event: a `GetCallerIdentity` that is signed for this function in its region, but not sent.
fn signed(credentials: &Credentials, region: &str, function: &str, at: Timestamp) -> Value {
    let caller = headers(credentials, region, &[(FOR, function)], at);
    with(caller, json!({ FOR: function }))
}

/// The headers that the signature of such a request adds to `headers`.
fn headers(credentials: &Credentials, region: &str, headers: &[(&str, &str)], at: Timestamp) -> Value {
    let identity = credentials.clone().into();
    let params = SigningParams::builder().identity(&identity).region(region).name("sts").time(at.try_into().unwrap());
    let params = params.settings(SigningSettings::default()).build().unwrap().into();
    let address = format!("https://sts.{region}.amazonaws.com/");
    let request = SignableRequest::new("POST", address, headers.iter().copied(), SignableBody::Bytes(BODY)).unwrap();
    let (instructions, _) = sign(request, &params).unwrap().into_parts();
    instructions.headers().map(|(name, value)| (name.to_owned(), Value::from(value))).collect()
}

fn proof(shop: &Shop) -> Value {
    signed(&operator(), REGION, FUNCTION, shop.now())
}

pub fn fern() -> Value {
    json!({"shop": "fern"})
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
        assert_eq!(run(&shop.world, json!({"audit": fern()})).await.unwrap()["entries"][0]["by"], arn);
    }
}

#[tokio::test]
async fn a_forged_expired_or_foreign_proof_is_refused_and_nothing_is_done() {
    let shop = Shop::new().await;
    let now = shop.now();
    let changed = |name: &str, value: &str| with(proof(&shop), json!({ name: value }));
    let own = proof(&shop)["authorization"].owned();
    let (start, end) = own.split_at(own.len() - 1);
    let forged = format!("{start}{}", if end == "0" { "1" } else { "0" });
    let elsewhere = signed(&operator(), REGION, "afterword-other", now);
    let earlier = shop.now() - MINUTE * 16;
    let wrong = Credentials::new(CREDENTIALS.0, "another secret", None, None, "test");
    let nobody = Credentials::new("AKIAIOSFODNN7EXAMPLE", CREDENTIALS.1, None, None, "test");
    let role = Credentials::new(access_key("hub"), CREDENTIALS.1, None, None, "test");
    let before = table(&shop.world).await;
    for (caller, part) in [
        (changed("authorization", &forged), "SignatureDoesNotMatch"),
        (changed("authorization", "Bearer mine"), FUNCTION),
        (changed("authorization", "AWS4-HMAC-SHA256 Credential=local"), FUNCTION),
        (changed("authorization", &format!("{own}, SignedHeaders=host;x-amz-date")), FUNCTION),
        (changed("authorization", &format!("{own}\nhost: evil.example")), "not a valid HTTP header"),
        (changed("x-amz-date", "20261120T060001Z"), "SignatureDoesNotMatch"),
        (changed("host", "evil.example"), "host"),
        (changed(FOR, "afterword-other"), FUNCTION),
        (elsewhere.clone(), FUNCTION),
        // The request was captured by another function, for whose name it was signed.
        (with(elsewhere, json!({FOR: FUNCTION})), "SignatureDoesNotMatch"),
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

/// What else `cargo dev` answers is read by the program `afterword` in [`cli`](super::cli).
#[tokio::test]
async fn cargo_dev_answers_whom_it_knows_as_lambda_and_sts_do() {
    let folder = Folder::new("admin");
    let dev = Dev::start(&folder);
    let invoke = "/2015-03-31/functions/afterword-admin/invocations";
    let signature = [("authorization", "AWS4-HMAC-SHA256 Credential=local/20261120/eu-central-1/lambda/aws4_request")];
    assert_eq!(post(&dev, invoke, &signature, "{").await.0, 400);
    // The call has no signature, as from a page in the developer's browser.
    assert_eq!(post(&dev, invoke, &[], r#"{"operation": {"list_shops": {}}}"#).await.0, 403);
    let caller = signed(&operator(), REGION, FUNCTION, app::clock::Clock::system().now());
    let own = caller.object().iter().map(|(name, value)| (name.as_str(), value.text()));
    let own: Vec<_> = own.chain([("content-type", "application/x-www-form-urlencoded")]).collect();
    let identity = "Action=GetCallerIdentity&Version=2011-06-15";
    let (status, headers, body) = post(&dev, "/", &own, identity).await;
    assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "text/xml"), "{body}");
    body.shows([&format!("<Arn>{OPERATOR}</Arn>")]);
    assert_eq!(post(&dev, "/", &[], identity).await.0, 403);
    let table = [("authorization", "AWS4-HMAC-SHA256 Credential=local/x"), ("x-amz-target", "DynamoDB_20120810.Scan")];
    assert_eq!(post(&dev, "/", &table, r#"{"TableName": "afterword"}"#).await.0, 404, "that is on a port of its own");
}

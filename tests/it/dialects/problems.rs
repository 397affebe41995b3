//! Errors of the native API as problems (RFC 9457), for clients that accept them.

use axum::http::StatusCode;

use crate::support::*;

const PROBLEM: &str = "application/problem+json";
const SEND: &str = "/api/v1/review-requests/send";
const LIST: &str = "/api/v1/review-requests";

/// Sends a call twice: as it is, and accepting problems.
async fn both<'a>(call: impl Fn() -> Call<'a>) -> [Reply; 2] {
    [call().send().await, call().header("accept", PROBLEM).send().await]
}

/// The headers, without those that differ in every answer or with its form.
fn others(reply: &Reply) -> BTreeMap<String, String> {
    let own = ["content-type", "content-length", "x-request-id"];
    let others = reply.headers.iter().filter(|(name, _)| !own.contains(&name.as_str()));
    others.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
}

#[tokio::test]
async fn each_error_is_the_same_as_a_problem() {
    let shop = Shop::new().await;
    shop.create(json!({"order_id": "A"})).await.is(201);
    let reader = shop.world.api_key(&shop.tenant, &["requests:read"]).await.unwrap().reveal().to_owned();
    let reader = format!("Bearer {reader}");
    let send = || shop.call("POST", SEND);
    let twice = json!({"email": "jane@example.com", "customer_name": "Jane Doe", "order_id": "A"});
    let errors: [([Reply; 2], u16, Value); 11] = [
        (both(|| shop.call("GET", "/nowhere")).await, 404, Value::Null),
        (both(|| shop.call("PUT", LIST)).await, 405, Value::Null),
        (both(|| shop.call("GET", LIST).without_key()).await, 401, Value::Null),
        (both(|| send().json(&json!({})).header("authorization", &reader)).await, 403, Value::Null),
        (both(|| shop.call("GET", format!("{LIST}/7"))).await, 404, Value::Null),
        (both(|| send().raw_json(vec![b'['; 64 * 1024 + 1])).await, 413, Value::Null),
        (both(|| send().header("content-type", "text/plain").body("[")).await, 415, Value::Null),
        (both(|| send().raw_json("{")).await, 400, Value::Null),
        (both(|| send().json(&json!({"email": "jane"}))).await, 422, json!("email")),
        (both(|| shop.call("GET", format!("{LIST}?limit=0"))).await, 422, json!("limit")),
        (both(|| send().json(&twice)).await, 409, Value::Null),
    ];
    for ([usual, problem], status, field) in errors {
        let (error, problem_json) = (usual.json(), problem.json());
        usual.is_error(status, error["error"].text());
        assert_eq!((problem.status.as_u16(), problem.header("content-type")), (status, PROBLEM));
        let title = StatusCode::from_u16(status).unwrap().canonical_reason().unwrap();
        let mut expected = json!({
            "type": "about:blank", "title": title, "status": status, "detail": error["message"], "code": error["error"],
        });
        if field != Value::Null {
            expected["field"] = field;
        }
        assert_eq!(problem_json, expected);
        assert_eq!(others(&problem), others(&usual), "{expected}");
        assert_eq!(problem.header("vary"), "accept");
        assert!(!problem.header("x-request-id").is_empty());
    }
}

#[tokio::test]
async fn our_own_failure_is_a_problem_and_public_pages_have_problems() {
    let shop = Shop::new().await;
    shop.fails(Service::DynamoDb, Fault::Deny);
    let [usual, problem] = both(|| shop.call("GET", LIST)).await;
    assert_eq!(problem.json()["code"], usual.json()["error"]);
    assert_eq!((usual.status.is_server_error(), problem.header("content-type")), (true, PROBLEM));
    shop.heals();
    for path in ["/p/nobody/mug.json", "/trust/nobody.json"] {
        let [usual, problem] = both(|| shop.call("GET", path).without_key()).await;
        usual.is_error(404, "not_found");
        assert_eq!((problem.header("content-type"), &problem.json()["code"]), (PROBLEM, &json!("not_found")), "{path}");
        assert_eq!(problem.header("access-control-allow-origin"), "*", "{path}");
    }
}

#[tokio::test]
async fn only_a_client_that_names_problems_gets_them() {
    let shop = Shop::new().await;
    for (accept, is_problem) in [
        ("application/json, application/problem+json", true),
        ("application/json;q=1, Application/Problem+JSON ; charset=utf-8; q=0.1", true),
        ("application/problem+json;q=0", false),
        ("application/problem+xml", false),
        ("application/json", false),
        ("application/*", false),
        ("*/*", false),
        ("", false),
    ] {
        let reply = shop.call("GET", "/nowhere").header("accept", accept).send().await;
        assert_eq!(reply.header("content-type") == PROBLEM, is_problem, "{accept}");
    }
    let list = shop.call("GET", LIST).header("accept", PROBLEM).send().await.is(200);
    assert_eq!(list.header("content-type"), "application/json", "what is no error stays");
}

#[tokio::test]
async fn the_other_dialects_keep_the_errors_that_their_vendors_document() {
    let shop = Shop::new().await;
    for (method, path) in [
        ("POST", "/api/v1/invitations"),
        ("GET", "/api/v1/invitations/nowhere"),
        ("GET", "/beacon/customers"),
        ("GET", "/beacon/nowhere"),
        ("POST", "/reviews/v2/review-requests"),
        ("GET", "/_api/nowhere"),
        ("GET", "/review/nowhere"),
    ] {
        let [usual, accepting] = both(|| shop.call(method, path).without_key()).await;
        assert!(usual.status.is_client_error(), "{path}");
        assert_eq!((accepting.status, &accepting.body), (usual.status, &usual.body), "{path}");
        assert_eq!(accepting.header("content-type"), usual.header("content-type"), "{path}");
    }
}

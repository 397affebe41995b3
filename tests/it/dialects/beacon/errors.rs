//! The errors of every call, in the dialect's shape.

use domain::values::Dialect;

use super::*;

const ID: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";

fn calls() -> [(&'static str, String, &'static str); 8] {
    [
        ("POST", CUSTOMERS.to_owned(), "customers:write"),
        ("GET", CUSTOMERS.to_owned(), "customers:read"),
        ("GET", format!("{CUSTOMERS}/{ID}/reviews"), "customers:read"),
        ("GET", format!("{CUSTOMERS}/{ID}/messages"), "customers:read"),
        ("POST", CHARGES.to_owned(), "customers:write"),
        ("POST", ASKS.to_owned(), "requests:write"),
        ("POST", LOCATIONS.to_owned(), "customers:write"),
        ("PUT", format!("{LOCATIONS}/{ID}"), "customers:write"),
    ]
}

#[tokio::test]
async fn no_key_or_a_bad_one_is_401() {
    let shop = Shop::new().await;
    for (method, path, _) in calls() {
        let replies = [
            shop.call(method, &path).without_key().send().await,
            shop.call(method, &path).header("authorization", "Bearer beacon_your_key_here").send().await,
            shop.call(method, &path).header("authorization", &shop.key).send().await,
        ];
        for reply in replies {
            is_error(&reply, 401);
            assert_eq!(reply.header("www-authenticate"), "Bearer");
        }
    }
}

#[tokio::test]
async fn a_key_without_the_scope_is_403() {
    let mut shop = Shop::new().await;
    for (method, path, scope) in calls() {
        let others: Vec<_> = local::SCOPES.iter().copied().filter(|held| *held != scope).collect();
        shop.key = shop.world.api_key(&shop.tenant, &others).await.unwrap().reveal().to_owned();
        is_error(&shop.call(method, &path).raw_json("{}").send().await, 403);
        shop.key = shop.world.api_key(&shop.tenant, &[scope]).await.unwrap().reveal().to_owned();
        assert!([200, 404, 422].contains(&shop.call(method, &path).raw_json("{}").send().await.status.as_u16()));
    }
}

#[tokio::test]
async fn the_prefix_of_keys_is_the_dialects() {
    let mut shop = Shop::new().await;
    let key = shop.world.api_key_for(&shop.tenant, Dialect::MoreGoodReviews, &["customers:read"]).await.unwrap();
    assert!(key.reveal().starts_with("beacon_live_"));
    shop.key = key.reveal().to_owned();
    shop.get(CUSTOMERS).await.is(200);
}

#[tokio::test]
async fn a_body_that_is_not_a_json_object_is_refused_before_its_fields() {
    let shop = Shop::new().await;
    for (method, path, _) in calls().into_iter().filter(|(method, ..)| *method != "GET") {
        let call = |body: &'static str| shop.call(method, &path).raw_json(body);
        is_error(&call("[").send().await, 400);
        is_error(&call("[]").send().await, 400);
        let twice = call("{\"name\": \"A\",\n \"name\": \"B\"}").send().await;
        is_error(&twice, 400);
        assert!(twice.json()["message"].text().contains("line 2"));
        is_error(&call("{}").header("content-type", "text/plain").send().await, 415);
        is_error(&shop.call(method, &path).raw_json(vec![b' '; 65_537]).send().await, 413);
        if method == "POST" {
            is_error(&call("{}").header("idempotency-key", "a b").send().await, 400);
        }
    }
}

#[tokio::test]
async fn a_wrong_method_is_405_with_allow_and_an_unknown_path_404() {
    let shop = Shop::new().await;
    for (method, path, allow) in [
        ("DELETE", CUSTOMERS.to_owned(), "GET, HEAD, POST"),
        ("POST", format!("{CUSTOMERS}/{ID}/reviews"), "GET, HEAD"),
        ("PUT", format!("{CUSTOMERS}/{ID}/messages"), "GET, HEAD"),
        ("GET", CHARGES.to_owned(), "POST"),
        ("GET", ASKS.to_owned(), "POST"),
        ("GET", LOCATIONS.to_owned(), "POST"),
        ("POST", format!("{LOCATIONS}/{ID}"), "PUT"),
    ] {
        let reply = shop.call(method, &path).without_key().send().await;
        is_error(&reply, 405);
        assert_eq!(reply.header("allow"), allow, "{method} {path}");
    }
    for path in ["/beacon/review", "/beacon/customers/", "/beacon/customers/1", "/beacon/asks/1/2"] {
        is_error(&shop.call("GET", path).without_key().send().await, 404);
    }
}

#[tokio::test]
async fn an_unavailable_dependency_is_503_with_retry_after() {
    let shop = Shop::new().await;
    shop.aws().set_faults(|_| Fault::ServerError);
    let reply = shop.post(CUSTOMERS, json!({"first_name": "Jane", "email": "jane@example.com"})).await;
    is_error(&reply, 503);
    assert!(reply.header("retry-after").parse::<u32>().is_ok());
}

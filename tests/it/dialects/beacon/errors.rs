//! The errors of every call, in the dialect's shape.

use domain::values::Dialect;

use super::*;

const ID: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";

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
    let location = format!("{LOCATIONS}/{ID}");
    for (method, path) in
        [("POST", CUSTOMERS), ("POST", CHARGES), ("POST", ASKS), ("POST", LOCATIONS), ("PUT", &*location)]
    {
        let call = |body: &'static str| shop.call(method, path).raw_json(body);
        is_error(&call("[").send().await, 400);
        is_error(&call("[]").send().await, 400);
        let twice = call("{\"name\": \"A\",\n \"name\": \"B\"}").send().await;
        is_error(&twice, 400);
        assert!(twice.json()["message"].text().contains("line 2"));
        is_error(&call("{}").header("content-type", "text/plain").send().await, 415);
        is_error(&shop.call(method, path).raw_json(vec![b' '; 65_537]).send().await, 413);
        if method == "POST" {
            is_error(&call("{}").header("idempotency-key", "a b").send().await, 400);
        }
    }
}

#[tokio::test]
async fn an_unknown_path_is_404() {
    let shop = Shop::new().await;
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

//! Errors of reviews: their order, their scope and their shape.

use super::*;

#[tokio::test]
async fn reviews_need_a_scope_of_their_own() {
    let mut shop = Shop::new().await;
    let made = written(&shop, "Lovely.", "5").await;
    shop.key = shop.world.api_key(&shop.tenant, &[domain::values::SCOPE_WIX]).await.unwrap().reveal().to_owned();
    let id = made["id"].text();
    for (method, path) in [
        ("GET", format!("{REVIEWS}/{id}")),
        ("POST", format!("{REVIEWS}/query")),
        ("POST", format!("{REVIEWS}/count")),
        ("PATCH", format!("{REVIEWS}/{id}/reply")),
        ("DELETE", format!("{REVIEWS}/{id}/reply")),
        ("PATCH", format!("{OF_SITE}/{id}/moderate")),
    ] {
        let reply = shop.call(method, &path).json(&json!({})).send().await;
        is_error(&reply, 403, "PERMISSION_DENIED");
        assert!(reply.body.contains("SCOPE.DC-REVIEWS.MANAGE-REVIEWS"), "{path}");
        is_error(&shop.call(method, path).without_key().send().await, 401, "UNAUTHENTICATED");
    }
    shop.key =
        shop.world.api_key(&shop.tenant, &[domain::values::SCOPE_WIX_REVIEWS]).await.unwrap().reveal().to_owned();
    shop.call("GET", format!("{REVIEWS}/{id}")).header("authorization", shop.key.clone()).send().await.is(200);
    is_error(&shop.post("/reviews/v2/review-requests/count", json!({})).await, 403, "PERMISSION_DENIED");
}

#[tokio::test]
async fn errors_of_reviews_are_in_the_dialects_shape_and_in_order() {
    let shop = Shop::new().await;
    let huge = |path: &str| shop.call("POST", path).header("content-type", "text/plain").body(vec![b'['; 65_537]);
    for path in [format!("{REVIEWS}/query"), format!("{OF_SITE}/query")] {
        let path = &*path;
        is_error(&huge(path).without_key().send().await, 401, "UNAUTHENTICATED");
        is_error(&huge(path).send().await, 413, "PAYLOAD_TOO_LARGE");
        is_error(&huge(path).body("[").send().await, 415, "UNSUPPORTED_MEDIA_TYPE");
        is_error(&shop.call("POST", path).raw_json("[").send().await, 400, "INVALID_JSON");
    }
    for path in [format!("{REVIEWS}/query"), format!("{REVIEWS}/count")] {
        let keyed = shop.call("POST", path).header("idempotency-key", "a b").json(&json!({}));
        is_error(&keyed.send().await, 400, "INVALID_IDEMPOTENCY_KEY");
    }
    for (method, path, allow) in [
        ("GET", format!("{OF_SITE}/query"), "POST"),
        ("PUT", format!("{REVIEWS}/{STRANGER}"), "GET, HEAD"),
        ("GET", format!("{REVIEWS}/{STRANGER}/reply"), "DELETE, PATCH"),
        ("POST", format!("{OF_SITE}/{STRANGER}/moderate"), "PATCH"),
    ] {
        let reply = shop.call(method, path).without_key().send().await;
        is_error(&reply, 405, "METHOD_NOT_ALLOWED");
        assert_eq!(reply.header("allow"), allow);
    }
    for path in ["/_api/reviews", "/_api/reviews/v2/review-requests", REVIEWS, &format!("{REVIEWS}/{STRANGER}/x")] {
        is_error(&shop.call("GET", path).without_key().send().await, 404, "NOT_FOUND");
    }
    shop.aws().set_faults(|_| Fault::ServerError);
    is_error(&shop.get(format!("{REVIEWS}/{STRANGER}")).await, 503, "UNAVAILABLE");
}

//! Errors of reviews: their order, their scope and their shape.

use super::*;

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
    for path in ["/_api/reviews", "/_api/reviews/v2/review-requests", REVIEWS, &format!("{REVIEWS}/{STRANGER}/x")] {
        is_error(&shop.call("GET", path).without_key().send().await, 404, "NOT_FOUND");
    }
    shop.aws().set_faults(|_| Fault::ServerError);
    is_error(&shop.get(format!("{REVIEWS}/{STRANGER}")).await, 503, "UNAVAILABLE");
}

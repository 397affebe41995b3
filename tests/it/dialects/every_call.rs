//! Rules for every call of which a story cannot tell.

use std::collections::HashSet;

use crate::support::*;

const SEND: &str = "/api/v1/review-requests/send";
const LIST: &str = "/api/v1/review-requests";

#[tokio::test]
async fn every_answer_is_for_https_alone_and_has_its_own_request_id() {
    let (shop, mut ids) = (Shop::new().await, HashSet::new());
    for path in [LIST, SEND, "/nowhere", "/review/hub?token=x", "/review/assets/hub.css", "/beacon/x", "/openapi.json"]
    {
        let reply = shop.get(path).await;
        assert_eq!(reply.header("strict-transport-security"), "max-age=31536000", "{path}");
        assert!(ids.insert(reply.header("x-request-id").to_owned()), "{path}");
    }
    assert!(!ids.contains(""));
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_malformed_json() {
    let body = b"{\"email\":\"jane@example.com\",\"x\":\"\xff\"}";
    Shop::new().await.call("POST", SEND).raw_json(body).send().await.is_error(400, "invalid_json");
}

#[tokio::test]
async fn a_page_is_full_after_a_megabyte_and_has_a_next_one() {
    let shop = Shop::new().await;
    for order in 0..60 {
        shop.created(json!({"order_id": format!("{order}"), "skip_email": true})).await;
    }
    // Makes items large with a field that nobody reads, but that DynamoDB counts.
    let client = shop.dynamodb();
    for row in table(&shop.world).await {
        if row["SK"]["S"].text().starts_with("REQ#") {
            let key = |name: &str| AttributeValue::S(row[name]["S"].owned());
            let update = client.update_item().table_name(local::TABLE).key("PK", key("PK")).key("SK", key("SK"));
            let long = AttributeValue::S("x".repeat(30 * 1024));
            let update = update.update_expression("SET long_life = :long").expression_attribute_values(":long", long);
            update.send().await.unwrap();
        }
    }
    let page = async |limit: usize| {
        let reply = shop.get(format!("{LIST}?limit={limit}")).await;
        (reply.json()["requests"].list().len(), reply.header("link").to_owned())
    };
    let (all, link) = page(100).await;
    assert_eq!((all, link.as_str()), (60, ""), "the list goes on after a megabyte");
    // One of these limits ends exactly where DynamoDB's answer does.
    for limit in 30..36 {
        let (listed, link) = page(limit).await;
        assert_eq!(listed, limit);
        assert!(link.contains("rel=\"next\""), "{limit}");
    }
}

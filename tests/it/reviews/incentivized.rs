//! Incentives for a review: the mark may come from a connection's rule.

use crate::orders_in::payloads::{at, woo_order};
use crate::support::*;

async fn newest_is_marked(shop: &Shop) -> bool {
    let newest = shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].clone();
    shop.get(format!("/api/v1/review-requests/{newest}")).await.json()["incentivized"].as_bool().unwrap()
}

#[tokio::test]
async fn a_connections_rule_marks_reviews() {
    let shop = Shop::new().await;
    let connection = "/api/v1/integrations/woocommerce";
    let woo = shop.connect("woocommerce", json!({"incentivized": true})).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    assert!(newest_is_marked(&shop).await);
    let off = shop.put(connection, json!({"incentivized": false})).await;
    assert_eq!(off.json()["incentivized"], json!(false), "{}", off.body);
    shop.put(connection, json!({"incentivized": 1})).await.is_error(422, "invalid_incentivized");
    shop.created(json!({"email": "joe@example.com"})).await;
    assert!(!newest_is_marked(&shop).await);
}

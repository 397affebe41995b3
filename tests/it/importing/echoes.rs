//! Who reviewed a product elsewhere is not asked about it again.

use super::{import, numbers};
use crate::orders_in::payloads::{at, woo_order};
use crate::support::*;

#[tokio::test]
async fn an_order_in_the_shops_own_system_asks_nobody_about_a_product_that_they_reviewed_elsewhere() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let csv = "body,rating,review_date,reviewer_email,product_id\nFine.,4,2025-03-02,Jane@example.com,93\n";
    assert_eq!(numbers(&import(&shop, "format=judgeme&platform=woocommerce", csv).await), (1, 1, 0));
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    let calls = shop.get("/api/v1/integrations/woocommerce/deliveries").await.json();
    let last = &calls["deliveries"][0];
    assert_eq!((&last["result"], &last["reason"]), (&json!("ignored"), &json!("asked_before")), "{calls}");
    let line = |product: u64| json!({"id": product, "name": "Ware", "product_id": product, "quantity": 1, "price": 24});
    let both = json!({"id": 800, "number": "800", "line_items": [line(93), line(95)]});
    woo.says("order.updated", &woo_order(&at(&shop, 0), both)).await;
    let requests = shop.get("/api/v1/review-requests").await.json();
    assert_eq!(requests["requests"][0]["product_ids"], json!(["woo-95"]), "{requests}");
    shop.advance_days(8).await;
    assert_eq!(shop.inbox().len(), 1, "about the second product alone");
}

//! When a buyer got an order, as shops' systems report it: its delivery, or else its completion.

use super::payloads::{at, delivered, order, shipment, with, woo_order};
use crate::support::*;

async fn delivered_at(shop: &Shop, reference: &str) -> Value {
    let path = format!("/api/v1/orders/{}", reference.replace('#', "%23"));
    shop.get(path).await.is(200).json()["delivered_at"].clone()
}

#[tokio::test]
async fn an_order_of_shopify_has_the_time_of_its_last_delivery_or_else_of_its_last_shipment() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    shopify.says("orders/create", &order(&at(&shop, 0), json!({}))).await;
    assert_eq!(delivered_at(&shop, "#1001").await, Value::Null);
    shop.advance_days(1).await;
    let (first, now) = (at(&shop, -2), at(&shop, 0));
    let second = with(shipment(&now, &now, json!({})), json!({"id": 92}));
    let shipped =
        json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&first, &first, json!({})), second]});
    shopify.says("orders/fulfilled", &order(&now, shipped)).await;
    assert_eq!(delivered_at(&shop, "#1001").await, now, "nobody reports a delivery");
    let arrivals = [at(&shop, 30), at(&shop, 20)];
    shop.advance_days(2).await;
    shopify.says("fulfillment_events/create", &delivered(&arrivals[0])).await;
    assert_eq!(delivered_at(&shop, "#1001").await, now, "the other shipment is on its way");
    shopify
        .says("fulfillment_events/create", &with(delivered(&arrivals[1]), json!({"id": 6, "fulfillment_id": 92})))
        .await;
    assert_eq!(delivered_at(&shop, "#1001").await, arrivals[0]);
}

#[tokio::test]
async fn an_order_of_woocommerce_has_the_time_of_its_completion_and_its_review_the_day() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    woo.says("order.created", &woo_order(&at(&shop, 0), json!({"status": "processing"}))).await;
    assert_eq!(delivered_at(&shop, "723").await, Value::Null);
    shop.advance_days(1).await;
    let completed_at = at(&shop, 0);
    woo.says("order.updated", &woo_order(&completed_at, json!({}))).await;
    assert_eq!(delivered_at(&shop, "723").await, completed_at);
    shop.advance_days(7).await;
    let hub = link_in(&shop.inbox()[0]);
    shop.review(&hub, 0).await;
    assert_eq!(shop.newest_review().await["experienced_at"], completed_at[..10]);
}

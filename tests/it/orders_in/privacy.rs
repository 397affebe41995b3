//! Shopify's compliance topics, and what is stored of a buyer.

use serde_json::json;

use super::payloads::{at, order, shipment, with};
use super::{INTEGRATIONS, result};
use crate::support::{Shop, table};

fn about_jane() -> serde_json::Value {
    json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": {"id": 1, "email": "jane@example.com", "phone": null},
        "orders_requested": [4001], "data_request": {"id": 9}})
}

#[tokio::test]
async fn a_data_request_is_an_export_whose_receipt_is_listed() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({})).await;
    shopify.says("orders/create", &order(&at(&shop, 0), json!({}))).await;
    shopify.says("customers/data_request", &about_jane()).await;
    let (result, receipt) = shopify.last().await;
    assert_eq!(result, "ignored");
    let job = shop.get(format!("/api/v1/privacy/{receipt}")).await.json();
    assert_eq!((&job["kind"], &job["status"]), (&json!("export"), &json!("done")));
}

#[tokio::test]
async fn an_erased_buyer_does_not_come_back_with_the_next_call() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({}))]});
    let shipped = order(&now, shipped);
    shopify.says("orders/fulfilled", &shipped).await;
    shopify.says("customers/redact", &about_jane()).await;
    shop.advance(jiff::SignedDuration::from_mins(5)).await;
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
    shopify.says("orders/updated", &with(shipped, json!({"updated_at": at(&shop, 1), "tags": "new"}))).await;
    assert_eq!(shopify.last().await, result("ignored", "no_email"));
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
    shop.advance_days(30).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn nothing_personal_is_in_clear() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({})).await;
    shopify.sends("orders/create", &order(&at(&shop, 0), json!({}))).await;
    let queued = shop.world.aws().queue(local::Work::Orders).unwrap().bodies();
    assert!(!queued.is_empty());
    shop.settle().await;
    let stored = table(&shop.world).await.iter().map(ToString::to_string).chain(queued).collect::<String>();
    for personal in ["jane@example.com", "Jane", super::SECRET] {
        assert!(!stored.contains(personal), "{personal}");
    }
}

#[tokio::test]
async fn a_shop_that_takes_the_app_out_is_asked_for_nothing_until_it_connects_again() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled"})).await;
    shopify.says("app/uninstalled", &json!({"id": 1})).await;
    assert_eq!(shopify.last().await, result("stopped", "app_uninstalled"));
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "off");
    let now = at(&shop, 0);
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({}))]});
    let shipped = order(&now, shipped);
    shopify.says("orders/fulfilled", &shipped).await;
    assert_eq!(shopify.last().await, result("ignored", "not_asking"));
    let again = shop.call("PUT", format!("{INTEGRATIONS}/shopify")).json(&json!({})).send().await;
    assert_eq!(again.json()["state"], "active");
    shopify.says("orders/updated", &with(shipped, json!({"updated_at": at(&shop, 1), "tags": "new"}))).await;
    assert_eq!(shopify.last().await, result("planned", ""));
}

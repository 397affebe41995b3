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
    shopify.says("customers/data_request", &about_jane()).await;
    assert_eq!(shopify.last().await, (result, receipt), "Shopify calls again");
}

#[tokio::test]
async fn a_shop_is_erased_with_its_orders_and_their_buyers() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({}))]});
    let shipped = order(&now, shipped);
    shopify.says("orders/fulfilled", &shipped).await;
    let other = json!({"id": 4002, "name": "#1002", "email": "joe@example.com", "fulfillments": []});
    shopify.says("orders/create", &with(shipped.clone(), other)).await;
    shopify.says("shop/redact", &json!({"shop_id": 1, "shop_domain": "fern.myshopify.com"})).await;
    let (stopped, receipt) = shopify.last().await;
    assert_eq!(stopped, "stopped");
    shop.advance(jiff::SignedDuration::from_mins(5)).await;
    let job = shop.get(format!("/api/v1/privacy/{receipt}")).await.json();
    assert_eq!((&job["kind"], &job["status"]), (&json!("erase"), &json!("done")));
    for id in ["%231001", "%231002"] {
        shop.get(format!("/api/v1/orders/{id}")).await.is_error(404, "not_found");
    }
    assert!(shop.requests().await.is_empty(), "of erased people");
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "off");
    shop.advance_days(60).await;
    assert!(shop.inbox().is_empty());
    shopify.says("shop/redact", &json!({"shop_id": 1, "shop_domain": "fern.myshopify.com"})).await;
    assert_eq!(shopify.last().await, super::result("stopped", "shop_redacted"), "nothing is left");
}

#[tokio::test]
async fn an_erasure_reaches_the_buyer_of_an_order_that_the_api_replaced() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({})).await;
    let placed = order(&at(&shop, 0), json!({}));
    shopify.says("orders/create", &placed).await;
    let mine = shop.get("/api/v1/orders/%231001").await.json();
    for buyer in [mine["buyer"].clone(), json!({"email": "joe@example.com"})] {
        let body = json!({"status": "placed", "currency": "EUR", "lines": mine["lines"], "buyer": buyer});
        let put = shop.call("PUT", "/api/v1/orders/%231001").json(&body).send().await;
        assert_eq!(put.status, 200, "{}", put.body);
    }
    shopify.says("customers/redact", &about_jane()).await;
    shop.advance(jiff::SignedDuration::from_mins(5)).await;
    shopify.says("orders/updated", &with(placed, json!({"updated_at": at(&shop, 1)}))).await;
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
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

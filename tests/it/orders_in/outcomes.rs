//! Orders from their first call to the email, or to the reason why there is none.

use super::payloads::{at, delivered, fulfilled, order, shipment, with, woo_order};
use super::result;
use crate::support::*;

async fn delivered_at(shop: &Shop, reference: &str) -> Value {
    let path = format!("/api/v1/orders/{}", reference.replace('#', "%23"));
    shop.get(path).await.is(200).json()["delivered_at"].clone()
}

#[tokio::test]
async fn an_order_of_shopify_ends_in_an_email_a_week_after_its_delivery() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    shopify.says("orders/create", &order(&at(&shop, 1), json!({}))).await;
    assert_eq!(shopify.last().await, result("ignored", "not_shipped"));
    let (left, now) = (at(&shop, 24), at(&shop, 24));
    shop.advance_days(1).await;
    shopify.says("fulfillments/create", &shipment(&left, &now, json!({}))).await;
    assert_eq!(shopify.last().await, result("planned", ""), "in a month, if no delivery is reported");
    shop.advance_days(2).await;
    shopify.says("fulfillment_events/create", &delivered(&at(&shop, 0))).await;
    assert_eq!(shopify.last().await, result("planned", ""));
    let requests = shop.requests().await;
    assert_eq!(requests.len(), 1, "it was moved: {requests:?}");
    assert_eq!((&requests[0]["order_id"], &requests[0]["product_ids"]), (&json!("#1001"), &json!([MUG])));
    let by_id = shop.get("/api/v1/review-requests?order_id=4001").await.json();
    assert_eq!(by_id["requests"], json!(requests), "by Shopify's own id");
    shop.advance_days(6).await;
    assert!(shop.inbox().is_empty());
    shop.advance_days(1).await;
    let mails = shop.inbox();
    assert_eq!(shop.written_to(), ["jane@example.com"]);
    assert!(mails[0].subject.contains("Stoneware mug"), "{}", mails[0].subject);
    shop.advance_days(60).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn an_order_of_woocommerce_ends_in_an_email_a_week_after_its_completion() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    woo.says("order.created", &woo_order(&at(&shop, 0), json!({"status": "processing"}))).await;
    assert_eq!(woo.last().await, result("ignored", "not_shipped"));
    assert_eq!(delivered_at(&shop, "723").await, Value::Null);
    shop.advance_days(1).await;
    let completed_at = at(&shop, 0);
    woo.says("order.updated", &woo_order(&completed_at, json!({}))).await;
    assert_eq!(woo.last().await, result("planned", ""));
    assert_eq!(delivered_at(&shop, "723").await, completed_at);
    assert_eq!(shop.requests().await[0]["product_ids"], json!(["woo-93"]));
    assert_eq!(shop.get("/api/v1/products/woo-93").await.json()["image_url"], "https://cdn.example/mug.png");
    shop.advance_days(7).await;
    assert_eq!(shop.written_to(), ["jane@example.com"]);
    shop.review(&link_in(&shop.inbox()[0]), 0).await;
    assert_eq!(shop.newest_review().await["experienced_at"], completed_at[..10]);
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
async fn repeated_and_older_calls_change_nothing() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let (early, late) = (at(&shop, 0), at(&shop, 2));
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&late, &late, json!({}))]});
    let (placed, shipped) = (order(&early, json!({"email": "old@example.com"})), order(&late, shipped));
    shopify.says("orders/fulfilled", &shipped).await;
    let requests = shop.requests().await;
    for _ in 0..2 {
        shopify.says("orders/create", &placed).await;
        shopify.says("orders/fulfilled", &shipped).await;
    }
    let results = shopify.results().await;
    assert!(results[..4].iter().all(|row| *row == result("ignored", "unchanged") || row.0 == "planned"), "{results:?}");
    assert_eq!(shop.requests().await, requests);
    shop.advance_days(8).await;
    assert_eq!(shop.written_to(), ["jane@example.com"]);
    shopify
        .says("orders/updated", &order(&at(&shop, 0), json!({"fulfillment_status": "fulfilled", "tags": "again"})))
        .await;
    assert_eq!(shopify.last().await, result("ignored", "asked_already"));
    shop.advance_days(40).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn requests_of_cancelled_refunded_and_deleted_orders_are_withdrawn() {
    let refund = json!({"id": 8, "order_id": 4001, "refund_line_items": [{"line_item_id": 11, "quantity": 2}]});
    for (topic, reason) in
        [("orders/cancelled", "cancelled"), ("orders/updated", "refunded"), ("refunds/create", "refunded")]
    {
        let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
        let shipped = fulfilled(&shop);
        shopify.says("orders/fulfilled", &shipped).await;
        let later = at(&shop, 1);
        let ended = match (topic, reason) {
            ("refunds/create", _) => refund.clone(),
            (_, "cancelled") => with(shipped.clone(), json!({"cancelled_at": later, "updated_at": later})),
            _ => with(shipped.clone(), json!({"financial_status": "refunded", "updated_at": later})),
        };
        shopify.says(topic, &ended).await;
        assert_eq!(shopify.last().await, result("stopped", reason), "{topic}");
        assert_eq!(shop.requests().await[0]["status"], "cancelled");
        shopify.says("orders/updated", &shipped).await;
        shop.advance_days(40).await;
        assert!(shop.inbox().is_empty(), "{topic}");
    }
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    shop.advance(HOUR).await;
    woo.says("order.deleted", &json!({"id": 723})).await;
    assert_eq!(woo.last().await, result("stopped", "deleted"));
    shop.advance_days(40).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn an_amount_that_is_refunded_stops_nothing() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    shopify.says("orders/fulfilled", &fulfilled(&shop)).await;
    shopify.says("refunds/create", &json!({"id": 8, "order_id": 4001, "refund_line_items": []})).await;
    assert_eq!(shopify.last().await, result("ignored", "refund_without_lines"));
    shop.advance_days(7).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn a_shipment_that_is_taken_back_and_left_again_counts_from_then() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    shopify.says("orders/create", &order(&now, json!({}))).await;
    shopify.says("fulfillments/create", &shipment(&now, &now, json!({}))).await;
    shop.advance_days(2).await;
    shopify.says("fulfillments/update", &shipment(&now, &at(&shop, 0), json!({"status": "cancelled"}))).await;
    assert_eq!(shopify.last().await, result("stopped", "not_shipped"));
    shop.advance_days(3).await;
    let again = at(&shop, 0);
    shopify.says("fulfillments/create", &shipment(&again, &again, json!({"id": 92}))).await;
    assert_eq!(shopify.last().await, result("planned", ""));
    shop.advance_days(6).await;
    assert!(shop.inbox().is_empty());
    shop.advance_days(1).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn the_corrected_address_alone_is_written_to() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let shipped = fulfilled(&shop);
    shopify.says("orders/fulfilled", &shipped).await;
    let corrected = with(shipped, json!({"email": "jane.doe@example.com", "updated_at": at(&shop, 1)}));
    shopify.says("orders/updated", &corrected).await;
    let statuses: Vec<_> = shop.requests().await.iter().map(|request| request["status"].clone()).collect();
    assert_eq!(statuses, ["scheduled", "cancelled"]);
    shop.advance_days(30).await;
    assert_eq!(shop.written_to(), ["jane.doe@example.com"]);
}

#[tokio::test]
async fn a_request_that_the_shop_cancelled_is_not_made_again() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let shipped = fulfilled(&shop);
    shopify.says("orders/fulfilled", &shipped).await;
    let id = shop.requests().await[0]["id"].clone();
    shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
    shopify.says("orders/updated", &with(shipped, json!({"tags": "new", "updated_at": at(&shop, 1)}))).await;
    assert_eq!(shopify.last().await, result("ignored", "cancelled_by_shop"));
    assert_eq!(shop.requests().await.len(), 1);
}

#[tokio::test]
async fn reminders_end_with_their_order() {
    let shop = Shop::new().await;
    shop.sets(json!({"default_reminders": 1})).await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled"})).await;
    let shipped = fulfilled(&shop);
    shopify.says("orders/fulfilled", &shipped).await;
    shop.advance_days(7).await;
    assert_eq!(shop.inbox().len(), 1);
    let later = at(&shop, 0);
    shopify.says("orders/cancelled", &with(shipped, json!({"cancelled_at": later, "updated_at": later}))).await;
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["status"], "cancelled");
    shop.advance_days(40).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn a_repeated_call_follows_the_rules_of_its_day() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let completed = woo_order(&at(&shop, 0), json!({}));
    woo.says("order.updated", &completed).await;
    let due = async || {
        let id = shop.requests().await[0]["id"].clone();
        shop.get(format!("/api/v1/review-requests/{id}")).await.json()["scheduled_at"].clone()
    };
    let before = due().await;
    woo.says("order.updated", &completed).await;
    assert_eq!(woo.last().await, result("ignored", "unchanged"));
    shop.connect("woocommerce", json!({"ask_days_after": 3})).await;
    woo.says("order.updated", &completed).await;
    assert_eq!(woo.last().await, result("planned", ""));
    assert_ne!(due().await, before);
    shop.connect("woocommerce", json!({"countries": ["AT"]})).await;
    woo.says("order.updated", &completed).await;
    assert_eq!(woo.last().await, result("stopped", "other_country"));
}

#[tokio::test]
async fn two_orders_of_one_second_are_two_requests() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let now = at(&shop, 0);
    woo.sends("order.updated", &woo_order(&now, json!({}))).await;
    let other = json!({"id": 724, "number": "724", "billing": {"email": "joe@example.com"}});
    woo.sends("order.updated", &woo_order(&now, other)).await;
    shop.settle().await;
    assert_eq!(shop.requests().await.len(), 2);
    shop.advance_days(7).await;
    assert_eq!(shop.inbox().len(), 2);
}

#[tokio::test]
async fn a_product_is_asked_about_once() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    shop.advance_days(8).await;
    assert_eq!(shop.inbox().len(), 1);
    let again = |id: u64, lines: serde_json::Value| json!({"id": id, "number": id.to_string(), "line_items": lines});
    let mug = json!({"id": 1, "name": "Stoneware mug", "product_id": 93, "quantity": 1, "price": 24});
    let tray = json!({"id": 2, "name": "Oak tray", "product_id": 95, "quantity": 1, "price": 49});
    woo.says("order.updated", &woo_order(&at(&shop, 0), again(800, json!([mug])))).await;
    assert_eq!(woo.last().await, result("ignored", "asked_before"));
    assert_eq!(shop.requests().await.len(), 1, "no request is listed that asks nobody");
    woo.says("order.updated", &woo_order(&at(&shop, 0), again(801, json!([mug, tray])))).await;
    assert_eq!(shop.requests().await[0]["product_ids"], json!(["woo-95"]));
    let never = shop.put("/api/v1/settings", json!({"ask_once": "never"})).await;
    assert_eq!(never.json()["ask_once"], "never");
    shop.advance(MINUTE * 2).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), again(802, json!([mug])))).await;
    assert_eq!(woo.last().await, result("planned", ""));
}

#[tokio::test]
async fn a_call_of_the_api_asks_again() {
    let shop = Shop::new().await;
    let ask = |order: &str| json!({"order_id": order, "product_ids": [MUG], "delay_days": 0});
    shop.sent(ask("A")).await;
    let (again, _) = shop.created(ask("B")).await;
    assert_eq!(shop.status(again).await, "scheduled");
}

//! What proves a purchase: an order from its payment on, until it is cancelled or refunded.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::payloads::{at, order, with, woo_order};
use super::result;
use crate::privacy::done;
use crate::support::{MUG, Shop};

const WOO_MUG: &str = "woo-93";

/// The newest review, as the API shows it to the shop.
async fn newest(shop: &Shop) -> Value {
    shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0].clone()
}

/// A review by somebody whom a call asks about this order.
async fn reviewed(shop: &Shop, order: &str, product: &str) -> Value {
    let asked = json!({"email": "june@example.com", "order_id": order, "product_ids": [product], "skip_email": true});
    let (_, hub) = shop.created(asked).await;
    shop.review(&hub, 0).await;
    shop.jump(SignedDuration::from_secs(1));
    newest(shop).await
}

async fn put(shop: &Shop, id: &str, fields: Value) -> Value {
    let lines = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    let order = with(json!({"status": "delivered", "currency": "EUR", "lines": lines}), fields);
    let reply = shop.call("PUT", format!("/api/v1/orders/{id}")).json(&order).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()
}

/// WooCommerce's order of this id, without a date of payment or of completion.
fn unpaid(shop: &Shop, id: u64, fields: Value) -> Value {
    let dates = json!({"date_paid": null, "date_paid_gmt": null, "date_completed": null, "date_completed_gmt": null});
    let order = with(woo_order(&at(shop, 0), json!({"id": id, "number": id.to_string()})), dates);
    with(order, fields)
}

#[tokio::test]
async fn an_order_of_woocommerce_proves_a_purchase_from_its_payment_on() {
    let shop = Shop::new().await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let paid_at = at(&shop, 0).trim_end_matches('Z').to_owned();
    for (id, (became, known)) in (801..).zip([
        (json!({"status": "pending"}), "none"),
        (json!({"status": "on-hold"}), "none"),
        (json!({"status": "on-hold", "date_paid_gmt": ""}), "none"),
        (json!({"status": "awaiting-parts"}), "none"),
        (json!({"status": "on-hold", "date_paid_gmt": paid_at}), "order"),
        (json!({"status": "awaiting-parts", "date_paid": paid_at}), "order"),
        (json!({"status": "awaiting-parts", "date_completed_gmt": paid_at}), "order"),
        (json!({"status": "processing"}), "order"),
        (json!({"status": "completed"}), "order"),
    ]) {
        woo.says("order.created", &unpaid(&shop, id, json!({"status": "pending"}))).await;
        shop.jump(SignedDuration::from_secs(1));
        woo.says("order.updated", &unpaid(&shop, id, became.clone())).await;
        let stored = shop.get(format!("/api/v1/orders/{id}")).await.json();
        assert_eq!(
            (&stored["buyer"]["email"], &stored["paid"]),
            (&json!("jane@example.com"), &json!(known == "order"))
        );
        assert_eq!(reviewed(&shop, &id.to_string(), WOO_MUG).await["verification"], known, "{became}");
    }
}

#[tokio::test]
async fn an_order_of_shopify_proves_a_purchase_from_its_payment_on() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({})).await;
    for (id, (status, known)) in (801..).zip([
        (json!("pending"), "none"),
        (json!("authorized"), "none"),
        (json!("expired"), "none"),
        (json!("voided"), "none"),
        (json!("paid"), "order"),
        (json!("partially_paid"), "order"),
        (json!("partially_refunded"), "order"),
        // Nothing is known about the payment.
        (Value::Null, "order"),
    ]) {
        let fields = json!({"id": id, "name": format!("#{id}"), "financial_status": status});
        shopify.says("orders/create", &order(&at(&shop, 0), fields)).await;
        assert_eq!(reviewed(&shop, &format!("#{id}"), MUG).await["verification"], known, "{status}");
    }
}

#[tokio::test]
async fn an_order_of_a_program_proves_a_purchase_unless_it_says_that_it_is_not_paid() {
    let shop = Shop::new().await;
    for (id, (fields, known)) in ('A'..).map(String::from).zip([
        (json!({"status": "placed"}), "order"),
        (json!({"status": "placed", "paid": null}), "order"),
        (json!({"status": "fulfilled", "paid": true}), "order"),
        (json!({"status": "placed", "paid": false}), "none"),
        (json!({"status": "delivered", "paid": false}), "none"),
    ]) {
        assert_eq!(put(&shop, &id, fields.clone()).await["paid"], known == "order");
        assert_eq!(shop.get(format!("/api/v1/orders/{id}")).await.json()["paid"], known == "order");
        assert_eq!(reviewed(&shop, &id, MUG).await["verification"], known, "{fields}");
    }
}

#[tokio::test]
async fn a_draft_is_no_order_and_nothing_of_it_is_stored() {
    let shop = Shop::new().await;
    let woo = shop.connect("woocommerce", json!({})).await;
    for (id, status, topic) in [
        (55, "checkout-draft", "order.created"),
        (55, "checkout-draft", "order.updated"),
        (56, "auto-draft", "order.created"),
        (57, "auto-draft", "order.restored"),
    ] {
        woo.says(topic, &unpaid(&shop, id, json!({"status": status}))).await;
        assert_eq!(woo.last().await, result("ignored", "draft"), "{status}");
        assert_eq!(woo.deliveries().await[0]["order_id"], id.to_string());
        shop.get(format!("/api/v1/orders/{id}")).await.is_error(404, "not_found");
    }
    shop.get(format!("/api/v1/products/{WOO_MUG}")).await.is_error(404, "not_found");
    let person = done(&shop, "/api/v1/privacy/export", json!({"email": "jane@example.com"})).await;
    assert_eq!((&person["counts"]["customers"], &person["counts"]["orders"]), (&json!(0), &json!(0)), "{person}");
    woo.says("order.updated", &unpaid(&shop, 55, json!({"status": "processing"}))).await;
    assert_eq!(reviewed(&shop, "55", WOO_MUG).await["verification"], "order");
}

#[tokio::test]
async fn a_call_about_an_object_that_is_gone_is_no_alarm() {
    let shop = Shop::new().await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let error = |code: &str, status: u16| json!({"code": code, "message": "No.", "data": {"status": status}});
    let order = error("woocommerce_rest_shop_order_invalid_id", 404);
    for (topic, body, became) in [
        ("order.created", &order, result("ignored", "gone")),
        ("order.updated", &order, result("ignored", "gone")),
        ("order.restored", &order, result("ignored", "gone")),
        ("product.updated", &error("woocommerce_rest_product_invalid_id", 404), result("ignored", "gone")),
        ("order.updated", &error("woocommerce_rest_cannot_view", 401), result("refused", "unreadable")),
        ("order.updated", &error("rest_no_route", 404), result("refused", "unreadable")),
    ] {
        woo.says(topic, body).await;
        assert_eq!(woo.last().await, became, "{topic} {body}");
    }
}

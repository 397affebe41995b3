//! What proves a purchase: an order from its payment on, until it is cancelled or refunded. A review shows the mark of a
//! verified purchase only as long as its order proves one.

use super::payloads::{at, order, shipment, with, woo_order};
use super::{System, result};
use crate::failures::death_at_each_await::{self, Life, survives, until};
use crate::privacy::done;
use crate::support::*;
use crate::webhooks::receiver::Receiver;

const WOO_MUG: &str = "woo-93";

/// The newest review, as the API shows it to the shop.
/// A review by somebody whom a call asks about this order.
async fn reviewed(shop: &Shop, order: &str, product: &str) -> Value {
    let asked = json!({"email": "june@example.com", "order_id": order, "product_ids": [product], "skip_email": true});
    let (_, hub) = shop.created(asked).await;
    shop.review(&hub, 0).await;
    shop.jump(SECOND);
    shop.newest_review().await
}

async fn put(shop: &Shop, id: &str, fields: Value) -> Value {
    let lines = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    let order = with(json!({"status": "delivered", "currency": "EUR", "lines": lines}), fields);
    shop.put(format!("/api/v1/orders/{id}"), &order).await.is(200).json()
}

/// WooCommerce's order of this id, without a date of payment or of completion.
fn unpaid(shop: &Shop, id: u64, fields: Value) -> Value {
    let dates = json!({"date_paid": null, "date_paid_gmt": null, "date_completed": null, "date_completed_gmt": null});
    let order = with(woo_order(&at(shop, 0), json!({"id": id, "number": id.to_string()})), dates);
    with(order, fields)
}

#[tokio::test]
async fn an_order_of_woocommerce_proves_a_purchase_from_its_payment_on() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
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
        shop.jump(SECOND);
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
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
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
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
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
    let (_, woo) = Shop::connected("woocommerce", json!({})).await;
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

/// Whether the only review has the mark, as all places that say so agree.
async fn has_mark(shop: &Shop) -> bool {
    let review = shop.newest_review().await;
    let known = review["verification"].text();
    let is = known == "order";
    assert!(is || known == "none", "{review}");
    assert_eq!(review["is_verified_buyer"], is);
    let product = review["external_product_id"].text();
    assert_eq!(shop.get("/api/v1/reviews?is_verified=true").await.json()["reviews"].list().len(), usize::from(is));
    assert_eq!(shop.get("/api/v1/reviews/stats").await.json()["verified_reviews"], u64::from(is));
    // Public answers are up to a minute old.
    shop.jump(MINUTE);
    let open = async |path: String| shop.reads(path).await.json();
    assert_eq!(open(format!("/p/fern/{product}.json")).await["reviews"][0]["verified"], is);
    let counted = json!({"order": u64::from(is), "request": 0, "claimed": 0, "none": u64::from(!is)});
    assert_eq!(open("/trust/fern.json".to_owned()).await["verified"], counted);
    is
}

async fn history(shop: &Shop) -> Vec<Value> {
    let path = format!("/api/v1/reviews/{}/history", shop.newest_review().await["id"]);
    shop.get(path).await.json()["history"].list().clone()
}

#[tokio::test]
async fn a_review_loses_its_mark_for_good_when_a_program_ends_or_unpays_its_order() {
    for end in [json!({"status": "cancelled"}), json!({"status": "refunded"}), json!({"paid": false})] {
        let shop = Shop::new().await;
        let hook = shop.hook(&Receiver::new().await, json!({"events": ["review.updated"]})).await;
        put(&shop, "A", json!({})).await;
        reviewed(&shop, "A", MUG).await;
        put(&shop, "A", json!({"status": "fulfilled"})).await;
        // Another order is none of its business.
        put(&shop, "B", end.clone()).await;
        assert!(has_mark(&shop).await, "{end}");
        put(&shop, "A", end.clone()).await;
        assert!(!has_mark(&shop).await, "{end}");
        for again in [end.clone(), json!({}), end.clone()] {
            put(&shop, "A", again).await;
        }
        assert!(!has_mark(&shop).await, "{end}");
        let last = history(&shop).await.pop().unwrap();
        let line = (&last["what"], &last["by"]["type"], &last["revision"]);
        assert_eq!(line, (&json!("unverified"), &json!("system"), &json!(2)));
        assert_eq!(shop.newest_review().await["revision"], 2);
        let events = shop.get(format!("{}/deliveries", hook.path())).await.json();
        assert_eq!(events["deliveries"].list().len(), 1, "{events}");
    }
}

#[tokio::test]
async fn a_review_loses_its_mark_when_the_shops_system_ends_its_order() {
    let cancelled = |shop: &Shop| json!({"cancelled_at": at(shop, 0), "updated_at": at(shop, 0)});
    for (platform, end) in [("shopify", "cancelled"), ("shopify", "refunded"), ("woocommerce", "refunded")] {
        let (shop, system) = Shop::connected(platform, json!({})).await;
        let (bought, number, product) = match platform {
            "shopify" => (order(&at(&shop, 0), json!({})), "#1001", MUG),
            _ => (unpaid(&shop, 723, json!({"status": "processing"})), "723", WOO_MUG),
        };
        let topic = if platform == "shopify" { "orders/updated" } else { "order.updated" };
        system.says(topic, &bought).await;
        reviewed(&shop, number, product).await;
        assert!(has_mark(&shop).await, "{platform} {end}");
        match (platform, end) {
            ("shopify", "cancelled") => system.says(topic, &with(bought, cancelled(&shop))).await,
            ("shopify", _) => {
                let some = json!({"financial_status": "partially_refunded", "updated_at": at(&shop, 0)});
                system.says(topic, &with(bought.clone(), some)).await;
                assert!(has_mark(&shop).await);
                let all = json!({"financial_status": "refunded", "updated_at": at(&shop, 0)});
                system.says(topic, &with(bought, all)).await;
            }
            _ => {
                system.says("order.deleted", &json!({"id": 723})).await;
                assert!(has_mark(&shop).await, "an order that the shop keeps no longer was bought all the same");
                system.says("order.restored", &unpaid(&shop, 723, json!({"status": "refunded"}))).await;
            }
        }
        assert!(!has_mark(&shop).await, "{platform} {end}");
    }
}

#[tokio::test]
async fn a_shipment_that_is_taken_back_leaves_the_mark() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    shopify.says("orders/create", &order(&now, json!({}))).await;
    shopify.says("fulfillments/create", &shipment(&now, &now, json!({}))).await;
    shop.advance_days(7).await;
    shop.review(&link_in(&shop.inbox()[0]), 0).await;
    assert!(has_mark(&shop).await);
    shopify.says("fulfillments/update", &shipment(&now, &at(&shop, 0), json!({"status": "cancelled"}))).await;
    assert!(has_mark(&shop).await);
    let ended = json!({"cancelled_at": at(&shop, 0), "updated_at": at(&shop, 0)});
    shopify.says("orders/cancelled", &order(&now, ended)).await;
    assert!(!has_mark(&shop).await);
}

/// A reviewed order ends, by a call of a program or of a shop's system.
struct Ending {
    shop: Shop,
    is_of_system: bool,
}

impl Ending {
    async fn new(is_of_system: bool) -> Self {
        let shop = death_at_each_await::shop().await;
        let woo = shop.connect("woocommerce", json!({})).await;
        woo.says("order.updated", &unpaid(&shop, 723, json!({"status": "processing"}))).await;
        reviewed(&shop, "723", WOO_MUG).await;
        Self { shop, is_of_system }
    }
}

impl Life for Ending {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        if self.is_of_system {
            let woo =
                System { shop: self.shop.clone(), platform: "woocommerce", path: "/in/woocommerce/fern".to_owned() };
            woo.says("order.updated", &unpaid(&self.shop, 723, json!({"status": "refunded"}))).await;
            self.shop.advance(MINUTE * 20).await;
        } else {
            let refunded = json!({"status": "refunded", "currency": "EUR", "lines": []});
            until(200, || self.shop.call("PUT", "/api/v1/orders/723").json(&refunded)).await;
        }
    }

    async fn check(&self, name: &str) {
        assert!(!has_mark(&self.shop).await, "{name}");
        assert_eq!(history(&self.shop).await.len(), 3, "{name}: once");
    }
}

#[tokio::test]
async fn the_mark_is_lost_wherever_a_function_died() {
    for (is_of_system, function) in [(false, "shop-api"), (true, "take-orders")] {
        survives(async || Ending::new(is_of_system).await, |dies| dies == function, 5).await;
    }
}

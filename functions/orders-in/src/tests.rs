use axum::http::HeaderMap;
use domain::ShopSystem;
use integrations::{Arrival, AskRules, NoAsk, OrderState};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::wire::{Received, Said, What, shopify, woocommerce};

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn read(system: ShopSystem, topic: &str, body: &Value) -> Said {
    let (headers, body) = (HeaderMap::new(), body.to_string());
    let received = Received { topic, headers: &headers, body: body.as_bytes(), now: now() };
    match system {
        ShopSystem::Shopify => shopify::read(&received),
        _ => woocommerce::read(&received),
    }
}

/// The state of an order after these calls.
fn state(system: ShopSystem, calls: &[(&str, Value)]) -> OrderState {
    let mut state = OrderState::default();
    for (topic, body) in calls {
        let What::Arrives(arrival) = read(system, topic, body).what else { panic!("{topic} says something") };
        let Arrival::Order { id: _, state: said } = *arrival else { panic!("{topic} is about an order") };
        state.merge(*said);
    }
    state
}

fn shopify_order(more: Value) -> Value {
    let mut order = json!({
        "id": 820_982_911_946_154_508_u64, "name": "#1001", "email": "jane@example.com", "currency": "EUR", "test": false,
        "customer": {"first_name": "Jane", "last_name": "Doe"}, "customer_locale": "de-DE", "tags": "VIP, spring",
        "created_at": "2026-11-01T10:00:00+01:00", "updated_at": "2026-11-05T10:00:00+01:00", "cancelled_at": null,
        "financial_status": "paid", "fulfillment_status": "fulfilled", "source_name": "web", "something_new": {"deep": [1]},
        "shipping_address": {"country_code": "DE", "province_code": null},
        "line_items": [
            {"id": 11, "product_id": 7, "variant_id": 70, "title": "Mug", "quantity": 2, "current_quantity": 2, "price": "12.50", "gift_card": false},
            {"id": 12, "product_id": null, "title": "Engraving", "quantity": 1, "price": "5.00"},
        ],
        "fulfillments": [{"id": 91, "status": "success", "shipment_status": null, "created_at": "2026-11-05T10:00:00+01:00",
            "updated_at": "2026-11-05T10:00:00+01:00", "line_items": [{"id": 11, "quantity": 2}, {"id": 12, "quantity": 1}]}],
    });
    order.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    order
}

fn woo_order(more: Value) -> Value {
    let mut order = json!({
        "id": 723, "number": "723", "status": "completed", "currency": "EUR", "date_created_gmt": "2026-11-01T09:00:00",
        "date_modified_gmt": "2026-11-05T09:00:00", "date_completed_gmt": "2026-11-05T09:00:00",
        "billing": {"email": "jane@example.com", "first_name": "Jane", "last_name": "Doe", "country": "AT"},
        "shipping": {"country": "DE"}, "customer_id": 0, "refunds": [],
        "line_items": [{"id": 315, "name": "Mug", "product_id": 93, "variation_id": 94, "quantity": 2, "price": 3.5, "total": "7.00",
            "image": {"id": "5", "src": "https://shop.example.com/mug.jpg"}}],
    });
    order.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    order
}

fn rules() -> AskRules {
    AskRules::new("2026-10-01T00:00:00Z".parse().unwrap())
}

fn plan(system: ShopSystem, body: Value) -> Result<String, NoAsk> {
    let topic = if system == ShopSystem::Shopify { "orders/updated" } else { "order.updated" };
    let asks = state(system, &[(topic, body)]).plan(system, &rules(), now())?;
    Ok(format!("{} {:.0}", asks[0].reference.as_str(), asks[0].due_at))
}

#[test]
fn an_order_of_shopify_is_asked_about_after_its_delivery() {
    let event = json!({"id": 1, "fulfillment_id": 91, "order_id": 820_982_911_946_154_508_u64, "status": "delivered",
        "happened_at": "2026-11-08T16:30:00-05:00"});
    let calls = [("orders/updated", shopify_order(json!({}))), ("fulfillment_events/create", event)];
    let state = state(ShopSystem::Shopify, &calls);
    let asks = state.plan(ShopSystem::Shopify, &rules(), now()).unwrap();
    assert_eq!(asks[0].due_at, "2026-11-15T21:30:00Z".parse().unwrap());
    assert_eq!(
        asks[0].products.clone().into_vec().iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>(),
        ["shopify-7"]
    );
    let order = state.order(asks[0].reference.clone(), None).unwrap();
    assert_eq!(
        order.lines.iter().map(|line| (line.unit_price.units(), line.item.is_some())).collect::<Vec<_>>(),
        [(1250, true), (500, false)]
    );
    assert_eq!(order.buyer.unwrap().name.unwrap().as_str(), "Jane Doe");
}

#[test]
fn an_order_of_woocommerce_is_asked_about_after_its_completion() {
    assert_eq!(plan(ShopSystem::WooCommerce, woo_order(json!({}))), Ok("723 2026-11-12T09:00:00Z".to_owned()));
    assert_eq!(plan(ShopSystem::WooCommerce, woo_order(json!({"status": "processing"}))), Err(NoAsk::NotShipped));
    for status in ["cancelled", "failed", "trash"] {
        assert_eq!(
            plan(ShopSystem::WooCommerce, woo_order(json!({"status": status}))),
            Err(NoAsk::Cancelled),
            "{status}"
        );
    }
    assert_eq!(plan(ShopSystem::WooCommerce, woo_order(json!({"status": "refunded"}))), Err(NoAsk::Refunded));
    let amount = json!({"refunds": [{"id": 1, "reason": "", "total": "-3.00"}]});
    assert!(plan(ShopSystem::WooCommerce, woo_order(amount)).is_ok(), "an amount stops nothing");
}

#[test]
fn what_is_no_usual_sale_has_its_own_answer() {
    let of = |more| plan(ShopSystem::Shopify, shopify_order(more));
    assert!(of(json!({})).is_ok());
    assert_eq!(of(json!({"test": true})), Err(NoAsk::TestOrder));
    assert_eq!(of(json!({"source_name": "pos"})), Err(NoAsk::InStore));
    assert_eq!(of(json!({"email": ""})), Err(NoAsk::NoEmail));
    assert_eq!(of(json!({"email": null, "contact_email": "jane@example.com"})), of(json!({})));
    let only = |line: Value| of(json!({ "line_items": [line] }));
    assert_eq!(
        only(json!({"id": 11, "product_id": null, "title": "Custom", "quantity": 1, "price": "5.00"})),
        Err(NoAsk::NothingToReview)
    );
    let card =
        json!({"id": 11, "product_id": 8, "title": "Gift card", "quantity": 1, "price": "50.00", "gift_card": true});
    assert_eq!(only(card), Err(NoAsk::NothingToReview));
    let removed =
        json!({"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "current_quantity": 0, "price": "5.00"});
    assert_eq!(only(removed), Err(NoAsk::Refunded));
    assert_eq!(of(json!({"cancelled_at": "2026-11-06T10:00:00Z"})), Err(NoAsk::Cancelled));
    assert_eq!(of(json!({"financial_status": "refunded"})), Err(NoAsk::Refunded));
    assert!(of(json!({"financial_status": "partially_refunded"})).is_ok());
}

#[test]
fn prices_are_in_the_currencys_smallest_unit() {
    for (currency, price, units) in [
        ("JPY", "413.00", 413),
        ("KWD", "1.250", 1_250),
        ("EUR", "413.00", 41_300),
        ("EUR", "0.1", 10),
        ("EUR", "x", 0),
    ] {
        let line = json!({"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "price": price});
        let body = shopify_order(json!({"currency": currency, "line_items": [line]}));
        let lines = state(ShopSystem::Shopify, &[("orders/create", body)]).lines.unwrap().value;
        assert_eq!(lines[0].unit_price, units, "{currency} {price}");
    }
    let lines = state(ShopSystem::WooCommerce, &[("order.created", woo_order(json!({})))]).lines.unwrap().value;
    assert_eq!((lines[0].unit_price, lines[0].product.as_deref()), (350, Some("woo-93")));
}

#[test]
fn refunds_name_lines_or_change_nothing() {
    let refund = |lines: Value| json!({"id": 5, "order_id": 820_982_911_946_154_508_u64, "refund_line_items": lines});
    let named =
        refund(json!([{"line_item_id": 11, "quantity": 2, "restock_type": "return", "line_item": {"product_id": 7}}]));
    let calls = [("refunds/create", named), ("orders/updated", shopify_order(json!({})))];
    assert_eq!(state(ShopSystem::Shopify, &calls).plan(ShopSystem::Shopify, &rules(), now()), Err(NoAsk::Refunded));
    let said = read(ShopSystem::Shopify, "refunds/create", &refund(json!([])));
    assert!(matches!(said.what, What::Ignored("refund_without_lines")));
}

#[test]
fn what_cannot_be_read_is_refused_and_what_is_unknown_ignored() {
    let of = |topic: &str, body: Value| read(ShopSystem::Shopify, topic, &body).what;
    assert!(matches!(of("orders/create", json!([])), What::Unreadable));
    assert!(matches!(of("orders/create", json!({"name": "#1"})), What::Unreadable), "no id");
    assert!(matches!(of("orders/create", json!({"id": {"a": 1}})), What::Unreadable));
    assert!(matches!(of("carts/create", json!({})), What::Ignored("unknown_topic")));
    assert!(matches!(of("customers/redact", json!({"customer": {"id": 7}})), What::Ignored("nobody_named")));
    assert!(matches!(
        read(ShopSystem::WooCommerce, "action.woocommerce_add_to_cart", &json!({})).what,
        What::Ignored(_)
    ));
    assert!(
        woocommerce::is_ping(b"webhook_id=17") && !woocommerce::is_ping(b"webhook_id=") && !woocommerce::is_ping(b"{}")
    );
}

#[test]
fn a_deletion_of_woocommerce_says_only_which_order() {
    let calls = [("order.updated", woo_order(json!({}))), ("order.deleted", json!({"id": 723}))];
    assert_eq!(
        state(ShopSystem::WooCommerce, &calls).plan(ShopSystem::WooCommerce, &rules(), now()),
        Err(NoAsk::Deleted)
    );
    let calls = [calls.as_slice(), &[("order.restored", woo_order(json!({})))]].concat();
    // Both came at one instant here, and then the deletion counts.
    assert_eq!(
        state(ShopSystem::WooCommerce, &calls).plan(ShopSystem::WooCommerce, &rules(), now()),
        Err(NoAsk::Deleted)
    );
}

#[test]
fn a_product_has_its_picture_and_page() {
    let mut headers = HeaderMap::new();
    headers.insert("x-shopify-shop-domain", "fern.myshopify.com".parse().unwrap());
    let body = json!({"id": 7, "title": "Mug", "handle": "mug", "updated_at": "2026-11-05T10:00:00Z", "vendor": "Fern",
        "image": {"src": "https://cdn.example.com/mug.jpg"}, "variants": [{"sku": "M-1", "barcode": "4006381333931"}]});
    let body = body.to_string();
    let received = Received { topic: "products/update", headers: &headers, body: body.as_bytes(), now: now() };
    let What::Arrives(arrival) = shopify::read(&received).what else { panic!("it says something") };
    let Arrival::Product(product, _) = *arrival else { panic!("it is about a product") };
    assert_eq!(product.url.unwrap().as_str(), "https://fern.myshopify.com/products/mug");
    assert_eq!(product.image_url.unwrap().as_str(), "https://cdn.example.com/mug.jpg");
}

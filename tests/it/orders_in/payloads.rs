//! Payloads as Shopify's documents describe them, and as WooCommerce's plug-in sends them, with times from a shop's clock.

pub use crate::support::with;
use crate::support::*;

/// The time so many hours after a test's beginning.
pub fn at(shop: &Shop, hours: i64) -> String {
    let at: Timestamp = shop.now() + SignedDuration::from_hours(hours);
    format!("{at:.0}")
}

pub fn latest(body: &Value) -> Option<Timestamp> {
    match body {
        Value::Object(fields) => fields.values().filter_map(latest).max(),
        Value::Array(values) => values.iter().filter_map(latest).max(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// The body of a file in `bodies/`.
pub fn file(name: &str) -> Value {
    let path = format!("{}/it/orders_in/bodies/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A body with these fields: a file's, that of a `shipped` order, or the topic's usual one.
pub fn of(topic: &str, name: &str, now: &str, fields: Value) -> Value {
    let body = match (topic, name) {
        (_, "shipped") | ("orders/fulfilled", "") => shipped(now),
        (_, "") => usual(topic, now, &fields),
        (_, name) => file(name),
    };
    with(body, fields)
}

fn usual(topic: &str, now: &str, fields: &Value) -> Value {
    let customer = json!({"id": 1, "email": "jane@example.com", "phone": null});
    match topic {
        "orders/delete" => json!({"id": 4001}),
        "orders/create" | "orders/updated" | "orders/cancelled" => order(now, json!({})),
        "fulfillments/create" | "fulfillments/update" => shipment(now, now, json!({})),
        "products/create" | "products/update" => product(now, json!({})),
        "shop/redact" => redacted(),
        "app/uninstalled" => uninstalled(),
        "customers/redact" => with(redacted(), json!({"customer": customer, "orders_to_redact": [4001]})),
        "customers/data_request" => {
            with(redacted(), json!({"customer": customer, "orders_requested": [4001], "data_request": {"id": 9}}))
        }
        "order" => woo_order(now, fields.clone()),
        "product" if fields["published"] == "no_longer" => json!({"id": "woo-93"}),
        "product" => woo_product(),
        _ => json!({}),
    }
}

/// Shopify's order 4001, named #1001: a mug and an engraving, paid and not shipped.
pub fn order(updated_at: &str, fields: Value) -> Value {
    let mug = json!({"id": 11, "product_id": 7125386199075_u64, "variant_id": 70, "title": "Stoneware mug", "quantity": 2,
        "current_quantity": 2, "price": "24.00", "sku": "MUG", "gift_card": false});
    let engraving =
        json!({"id": 12, "product_id": null, "variant_id": null, "title": "Engraving", "quantity": 1, "price": "5.00"});
    let order = json!({"id": 4001, "name": "#1001", "email": "jane@example.com",
        "customer": {"id": 1, "first_name": "Jane", "last_name": "Doe"}, "customer_locale": "de-DE",
        "created_at": "2026-11-01T10:00:00+01:00", "updated_at": updated_at, "cancelled_at": null,
        "financial_status": "paid", "fulfillment_status": null, "currency": "EUR", "test": false, "tags": "",
        "source_name": "web", "shipping_address": {"country_code": "DE", "province_code": null},
        "line_items": [mug, engraving], "fulfillments": [], "refunds": [], "unheard_of": {"in": ["this", "version"]}});
    with(order, fields)
}

/// Shipment 91 for that order, with all its lines.
pub fn shipment(created_at: &str, updated_at: &str, fields: Value) -> Value {
    let shipment = json!({"id": 91, "order_id": 4001, "status": "success", "shipment_status": null, "created_at": created_at,
        "updated_at": updated_at, "line_items": [{"id": 11, "quantity": 2}, {"id": 12, "quantity": 1}]});
    with(shipment, fields)
}

/// That order, shipped at this time.
pub fn shipped(now: &str) -> Value {
    order(now, json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(now, now, json!({}))]}))
}

/// Product 7.
pub fn product(updated_at: &str, fields: Value) -> Value {
    let product = json!({"id": 7, "title": "Stoneware mug", "handle": "stoneware-mug", "vendor": "Kiln",
        "updated_at": updated_at, "variants": [{"id": 70, "sku": "MUG", "barcode": "4006381333931"}], "images": []});
    with(product, fields)
}

/// That shop, as `shop/redact` names it.
pub fn redacted() -> Value {
    json!({"shop_id": 1, "shop_domain": "fern.myshopify.com"})
}

/// That shop, as `app/uninstalled` describes it.
pub fn uninstalled() -> Value {
    json!({"id": 1, "name": "Fern & Oak", "email": "owner@example.com", "domain": "fern.example",
        "myshopify_domain": "fern.myshopify.com", "plan_name": "basic"})
}

/// WooCommerce's order 723 as its plug-in sends it: completed, unless the fields say another status.
pub fn woo_order(now: &str, fields: Value) -> Value {
    let status = fields["status"].as_str().unwrap_or("fulfilled").to_owned();
    if status == "deleted" {
        return with(json!({"id": "723", "system_id": "723"}), fields);
    }
    let line = json!({"id": "315", "catalog_item_id": "woo-93", "title": "Stoneware mug", "variant": "Blue", "sku": "MUG-1",
        "image_url": "https://cdn.example/mug.png", "unit_price": 2400, "quantity": 1, "ships": true});
    let order = json!({"id": "723", "system_id": "723", "status": status, "buyer": {"email": "jane@example.com", "name": "Jane Doe"},
        "currency": "EUR", "placed_at": "2026-11-01T09:00:00Z", "completed_at": (status == "fulfilled").then_some(now),
        "paid": !["pending", "failed"].contains(&&*status), "lines": [line], "country": "DE"});
    with(order, fields)
}

/// WooCommerce's product 93, published.
fn woo_product() -> Value {
    json!({"id": "woo-93", "title": "Leak lamp", "url": "https://shop.example/product/leak-lamp/", "gtin": [], "sku": null,
        "published": "yes", "reviews_allowed": true, "labels": []})
}

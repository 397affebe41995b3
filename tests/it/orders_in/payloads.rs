//! Payloads as the systems' documents describe them, with times from a shop's clock. Of the files in `bodies/`, those whose
//! name begins with `real` came from a WooCommerce 8.8 or 11.0, with people who are made up.

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
        Value::String(text) => text.parse().or_else(|_| format!("{text}Z").parse()).ok(),
        _ => None,
    }
}

/// The body of a file in `bodies/`, of which the `real` ones also have headers.
pub fn file(name: &str) -> Value {
    let path = format!("{}/it/orders_in/bodies/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file.get("body").cloned().unwrap_or(file)
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
        "order.deleted" => json!({"id": 723}),
        "orders/create" | "orders/updated" | "orders/cancelled" => order(now, json!({})),
        "fulfillments/create" | "fulfillments/update" => shipment(now, now, json!({})),
        "fulfillment_events/create" => delivered(now),
        "products/create" | "products/update" => product(now, json!({})),
        "shop/redact" => redacted(),
        "app/uninstalled" => uninstalled(),
        "customers/redact" => with(redacted(), json!({"customer": customer, "orders_to_redact": [4001]})),
        "customers/data_request" => {
            with(redacted(), json!({"customer": customer, "orders_requested": [4001], "data_request": {"id": 9}}))
        }
        "product.created" | "product.updated" => woo_product(now, json!({})),
        _ if topic.starts_with("order.") => woo_order(now, fields.clone()),
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
        "created_at": "2026-01-01T10:00:00+01:00", "updated_at": updated_at, "cancelled_at": null,
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

pub fn delivered(happened_at: &str) -> Value {
    json!({"id": 5, "fulfillment_id": 91, "order_id": 4001, "status": "delivered", "happened_at": happened_at})
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

/// WooCommerce's order 723, completed.
pub fn woo_order(modified: &str, fields: Value) -> Value {
    let utc = modified.trim_end_matches('Z');
    let line = json!({"id": 315, "name": "Stoneware mug", "product_id": 93, "variation_id": 94, "quantity": 1, "total": "24.00",
        "price": 24, "sku": "", "image": {"id": "", "src": "https://cdn.example/mug.png"}});
    let order = json!({
        "id": 723, "number": "723", "status": "completed", "currency": "EUR", "date_created_gmt": utc, "date_modified_gmt": utc,
        "date_completed_gmt": utc, "customer_id": 0, "refunds": [], "line_items": [line],
        "billing": {"email": "jane@example.com", "first_name": "Jane", "last_name": "Doe", "phone": "", "country": "DE"},
    });
    let is_completed = !matches!(fields["status"].as_str(), Some("pending" | "processing"));
    let order = if is_completed { order } else { with(order, json!({"date_completed_gmt": null})) };
    with(order, fields)
}

/// WooCommerce's product 93, published.
pub fn woo_product(modified: &str, fields: Value) -> Value {
    let product = json!({"id": 93, "name": "Leak lamp", "slug": "leak-lamp", "permalink": "https://shop.example/product/leak-lamp/",
        "date_modified_gmt": modified.trim_end_matches('Z'), "type": "simple", "status": "publish", "catalog_visibility": "visible",
        "sku": "", "reviews_allowed": true, "categories": [], "tags": [], "images": [], "brands": [], "post_password": ""});
    with(product, fields)
}

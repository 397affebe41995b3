//! Calls that are rejected, ignored, or have no effect.

use super::payloads::{at, of, order, shipment, shipped};
use super::{INTEGRATIONS, SECRET, result, signed};
use crate::privacy::secrets::Log;
use crate::support::*;

#[tokio::test]
async fn another_body_has_another_signature_and_an_unreadable_one_is_listed() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let body = order(&at(&shop, 0), json!({})).to_string();
    let signature = signed(SECRET, body.as_bytes());
    let changed = body.replace("jane@", "mallory@");
    for (body, bad) in [(&changed, &*signature), (&body, &signature[1..])] {
        shopify.post("orders/create", body.as_bytes(), bad).await.is_error(401, "invalid_signature");
    }
    for unreadable in ["not JSON", r#"[4001, "1001"]"#] {
        let signature = signed(SECRET, unreadable.as_bytes());
        shopify.post("orders/create", unreadable.as_bytes(), &signature).await.is(200);
    }
    assert_eq!(shopify.results().await, vec![result("refused", "unreadable"); 2]);
}

#[tokio::test]
async fn a_flood_of_forged_calls_costs_a_write_and_a_log_line_a_minute() {
    let log = Log::default();
    let logging = log.listen();
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let bought = shipped(&at(&shop, 0));
    shop.operations();
    let wrong_secret =
        async || shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["wrong_secret"]["calls"].clone();
    for number in 0..1_000 {
        shopify.post("orders/create", b"{}", "AAAA").await.is_error(401, "invalid_signature");
        match number {
            0 => assert_eq!(wrong_secret().await, 1, "the first one counts at once"),
            500 => shopify.sends("orders/fulfilled", &bought).await,
            _ => {}
        }
        shop.jump(SignedDuration::from_millis(50));
    }
    drop(logging);
    let lines = log.take().iter().filter(|line| line.to_string().contains("forged_calls")).count();
    let writes = shop.operations().iter().filter(|operation| *operation == "UpdateItem").count();
    assert!((1..=2).contains(&writes) && (1..=2).contains(&lines), "{writes} writes, {lines} lines");
    shop.settle().await;
    assert_eq!(shopify.results().await, [result("planned", "")], "the shop's own call is handled once");
    shop.jump(MINUTE);
    shopify.post("orders/create", b"{}", "AAAA").await.is_error(401, "invalid_signature");
    assert_eq!(wrong_secret().await, 1_001, "none is lost");
}

/// Shopify signs the body and not the topic, so whoever saw a body can send it again as something else.
#[tokio::test]
async fn a_signed_body_counts_under_its_own_topic_alone() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    let bought = shipped(&now);
    shopify.says("orders/fulfilled", &bought).await;
    shopify.says("products/update", &of("products/update", "", &now, json!({}))).await;

    let line = json!({"line_item_id": 11, "quantity": 2});
    let customer = json!({"id": 1, "email": "jane@example.com", "phone": null});
    let lines = json!([{"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "price": "24.00"}]);
    let usual = |topic, fields| (topic, of(topic, "", &now, fields));
    let bodies = [
        ("orders/fulfilled", bought),
        usual("orders/delete", json!({})),
        usual("fulfillments/update", json!({"status": "cancelled"})),
        usual("products/update", json!({"title": "Another mug", "updated_at": at(&shop, 1)})),
        usual("customers/data_request", json!({})),
        usual("customers/redact", json!({})),
        usual("shop/redact", json!({})),
        usual("app/uninstalled", json!({})),
    ];
    // Other topics' bodies, signed with the same secret.
    let others = json!([
        {"id": 5, "order_id": 4001, "refund_line_items": [line], "transactions": []},
        {"id": 5, "fulfillment_id": 91, "order_id": 4001, "status": "delivered", "happened_at": now},
        {"id": 4001, "order_id": 4001, "name": "#D1", "email": "jane@example.com", "status": "open", "currency": "EUR",
            "invoice_url": "https://fern.example/invoices/1", "line_items": lines, "customer": customer},
        {"id": 4001, "name": "#4001", "email": "jane@example.com", "currency": "EUR", "line_items": lines,
            "abandoned_checkout_url": "https://fern.example/checkouts/1", "customer": customer},
        {"id": "c1", "token": "c1", "line_items": lines, "note": null, "updated_at": now},
        {"id": 6, "order_id": 4001, "kind": "sale", "status": "success", "amount": "48.00"},
        {"id": 4001, "email": "jane@example.com", "first_name": "Jane", "updated_at": now},
        {"id": 7, "title": "Mugs", "handle": "mugs", "updated_at": now},
        {},
    ]);
    for (topic, _) in &bodies {
        let wrong = bodies.iter().filter(|(of, _)| of != topic).map(|(_, body)| body);
        for body in wrong.chain(others.list()) {
            shop.jump(SignedDuration::from_millis(1));
            shopify.sends(topic, body).await;
            assert_eq!(shopify.last().await, result("refused", "other_topic"), "{topic} {body}");
        }
    }
    shop.settle().await;
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "active");
    let stored = shop.get("/api/v1/orders/%231001").await.json();
    assert_eq!((&stored["buyer"]["email"], &stored["status"]), (&json!("jane@example.com"), &json!("fulfilled")));
    assert_eq!(shop.get("/api/v1/products/shopify-7").await.json()["title"], "Stoneware mug");
    shop.advance_days(8).await;
    assert_eq!(shop.written_to(), ["jane@example.com"], "as if they had not come");
}

#[tokio::test]
async fn an_order_of_any_size_is_taken_and_as_much_is_kept_as_fits() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    let tags: Vec<_> = (0..250).map(|number| format!("{number:0>3000}")).collect();
    let lines: Vec<_> = (0..250).map(|line| json!({"id": 70_000_000_000_000_u64 + line, "quantity": 1})).collect();
    let part = |id: u64| shipment(&now, &now, json!({ "id": id, "line_items": lines }));
    let shipments: Vec<_> = (100..190).map(part).collect();
    shopify.says("orders/create", &order(&now, json!({ "tags": tags.join(",") }))).await;
    assert_eq!(shopify.last().await, result("ignored", "not_shipped"));
    let fulfilled = json!({"fulfillment_status": "fulfilled", "fulfillments": shipments});
    shopify.says("orders/fulfilled", &order(&now, fulfilled)).await;
    for id in 200..240 {
        shopify.says("fulfillments/create", &part(id)).await;
    }
    let results = shopify.results().await;
    assert_eq!(results.len(), 42);
    assert!(results.iter().all(|(result, _)| !result.is_empty() && result != "refused"), "{results:?}");
}

#[tokio::test]
async fn of_an_order_that_no_item_can_hold_as_much_is_kept_as_fits() {
    let shop = Shop::new().await;
    let order = |id: &str, path: usize| {
        let address = format!("https://cdn.example/{}", "a".repeat(path));
        let line = json!({"title": "Mug", "unit_price": 900, "url": address, "image_url": address});
        json!({"id": id, "status": "placed", "currency": "EUR", "lines": vec![line; 245]})
    };
    let orders = json!({"orders": [order("A", 10), order("B", 900), order("C", 10)]});
    let done = shop.post("/api/v1/orders", orders).await.is(200).json();
    assert!(done["results"].list().iter().all(|row| row["outcome"] == "stored"), "{done}");
    let lines = async |id| shop.get(format!("/api/v1/orders/{id}")).await.json()["lines"].list().len();
    assert_eq!((lines("A").await, lines("C").await), (245, 245));
    assert!((100..200).contains(&lines("B").await));
}

//! Calls that are rejected, ignored, or have no effect.

use small_aws::Call;

use super::payloads::{at, of, order, shipment, shipped, woo_order};
use super::{INTEGRATIONS, SECRET, result, signed};
use crate::privacy::secrets::Log;
use crate::support::*;

#[tokio::test]
async fn a_call_counts_with_the_shops_signature_alone() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let body = order(&at(&shop, 0), json!({})).to_string();
    let good = signed(SECRET, body.as_bytes());
    for bad in ["", "AAAA", &good[1..], &signed("another0secret", body.as_bytes())] {
        shopify.post("orders/create", body.as_bytes(), bad).await.is_error(401, "invalid_signature");
    }
    let changed = body.replace("jane@", "mallory@");
    shopify.post("orders/create", changed.as_bytes(), &good).await.is_error(401, "invalid_signature");
    let unsigned = shop.call("POST", &shopify.path).without_key().body(body.as_bytes()).send().await;
    unsigned.is_error(401, "invalid_signature");
    assert!(shopify.deliveries().await.is_empty(), "strangers do not push out the shop's own calls");
    let forged = shop.get("/api/v1/integrations/shopify").await.json()["wrong_secret"].clone();
    assert_eq!(forged["calls"], 1, "but the shop sees at once that they came: {forged}");
    shopify.post("orders/create", body.as_bytes(), &good).await.is(200);
    assert_eq!(shopify.deliveries().await.len(), 1);
    for unreadable in ["not JSON", r#"[4001, "1001"]"#] {
        shop.jump(SECOND);
        let signature = signed(SECRET, unreadable.as_bytes());
        shopify.post("orders/create", unreadable.as_bytes(), &signature).await.is(200);
        assert_eq!(shopify.last().await, result("refused", "unreadable"), "{unreadable}");
    }
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
        usual("fulfillment_events/create", json!({})),
        ("refunds/create", json!({"id": 5, "order_id": 4001, "refund_line_items": [line], "transactions": []})),
        usual("products/update", json!({"title": "Another mug", "updated_at": at(&shop, 1)})),
        usual("customers/data_request", json!({})),
        usual("customers/redact", json!({})),
        usual("shop/redact", json!({})),
        usual("app/uninstalled", json!({})),
    ];
    // Other topics' bodies, signed with the same secret.
    let others = json!([
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

/// Nothing signs the header that names the shop at Shopify.
#[tokio::test]
async fn the_first_call_says_which_shop_at_shopify_it_is_and_others_are_refused() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let says = async |topic: &str, body: &Value, domain: Option<&str>| {
        shop.jump(SECOND);
        let body = body.to_string();
        let call = shop.call("POST", &shopify.path).without_key().header("x-shopify-topic", topic);
        let call = call.header("x-shopify-hmac-sha256", signed(SECRET, body.as_bytes()));
        let call = domain.into_iter().fold(call, |call, domain| call.header("x-shopify-shop-domain", domain));
        call.body(body.as_bytes()).send().await.is(200);
        shop.settle().await;
        shopify.last().await
    };
    let (stored, refused) = (result("ignored", "product_stored"), result("refused", "other_shop"));
    let usual = |topic, fields| of(topic, "", &at(&shop, 0), fields);
    let describes = async |domain| says("products/update", &usual("products/update", json!({})), domain).await;
    let url = async || shop.get("/api/v1/products/shopify-7").await.json()["url"].clone();
    assert_eq!(describes(Some("evil.example")).await, refused, "no shop at Shopify");
    assert_eq!(describes(Some("Fern.myshopify.com")).await, stored);
    let home = json!("https://fern.myshopify.com/products/stoneware-mug");
    assert_eq!(url().await, home);
    for other in ["oak.myshopify.com", "evil.example", "fern.myshopify.com.evil.example", "fern.myshopify.com/x", ""] {
        assert_eq!(describes(Some(other)).await, refused, "{other}");
    }
    assert_eq!(describes(None).await, stored);
    assert_eq!(url().await, home, "also if the header is left out");
    let oak = "oak.myshopify.com";
    for (topic, fields, domain) in [
        ("orders/create", json!({}), Some(oak)),
        ("app/uninstalled", json!({"myshopify_domain": oak}), None),
        ("shop/redact", json!({"shop_domain": oak}), Some("fern.myshopify.com")),
        ("customers/redact", json!({"shop_domain": oak}), None),
    ] {
        assert_eq!(says(topic, &usual(topic, fields), domain).await, refused, "{topic}");
    }
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "active");
    shop.get("/api/v1/orders/%231001").await.is_error(404, "not_found");

    shop.delete(format!("{INTEGRATIONS}/shopify")).await.is(200);
    shop.connect("shopify", json!({})).await;
    assert_eq!(describes(Some("oak.myshopify.com")).await, stored, "it is a new connection");
    assert_eq!(url().await, json!("https://oak.myshopify.com/products/stoneware-mug"));
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
async fn a_stored_call_is_answered_200_and_done_although_the_queue_fails() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let completed = woo_order(&at(&shop, 0), json!({})).to_string();
    let signature = signed(SECRET, completed.as_bytes());
    let is_down =
        |service: Service| move |call: &Call| if call.service == service { Fault::ServerError } else { Fault::None };
    shop.aws().set_faults(is_down(Service::DynamoDb));
    woo.post("order.updated", completed.as_bytes(), &signature).await.is_error(503, "unavailable");
    shop.aws().set_faults(is_down(Service::Sqs));
    woo.post("order.updated", completed.as_bytes(), &signature).await.is(200);
    shop.heals();
    shop.settle().await;
    assert_eq!(woo.results().await, [result("", "")]);
    shop.advance(MINUTE * 20).await;
    assert_eq!(woo.results().await, [result("planned", "")]);
    assert_eq!(shop.world.reconcile().await.unwrap().calls, 0, "it has a result");
}

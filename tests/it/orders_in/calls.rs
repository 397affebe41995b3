//! Calls that are rejected, ignored, or have no effect.

use small_aws::Call;

use super::payloads::{at, delivered, fulfilled, order, product, redacted, shipment, uninstalled, with, woo_order};
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
}

#[tokio::test]
async fn a_flood_of_forged_calls_costs_a_write_and_a_log_line_a_minute() {
    let log = Log::default();
    let logging = log.listen();
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let bought = fulfilled(&shop);
    let writes = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&writes);
    shop.aws().set_faults(move |call| {
        counted.fetch_add(usize::from(call.operation == "UpdateItem"), Ordering::SeqCst);
        Fault::None
    });
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
    let writes = writes.load(Ordering::SeqCst);
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
    let bought = fulfilled(&shop);
    shopify.says("orders/fulfilled", &bought).await;
    shopify.says("products/update", &product(&now, json!({}))).await;

    let line = json!({"line_item_id": 11, "quantity": 2});
    let customer = json!({"id": 1, "email": "jane@example.com", "phone": null});
    let asked = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": customer, "orders_requested": [4001],
        "data_request": {"id": 9}});
    let redacted_jane =
        json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": customer, "orders_to_redact": [4001]});
    let lines = json!([{"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "price": "24.00"}]);
    let bodies = [
        ("orders/fulfilled", bought),
        ("orders/delete", json!({"id": 4001})),
        ("fulfillments/update", shipment(&now, &now, json!({"status": "cancelled"}))),
        ("fulfillment_events/create", delivered(&now)),
        ("refunds/create", json!({"id": 5, "order_id": 4001, "refund_line_items": [line], "transactions": []})),
        ("products/update", product(&at(&shop, 1), json!({"title": "Another mug"}))),
        ("customers/data_request", asked),
        ("customers/redact", redacted_jane),
        ("shop/redact", redacted()),
        ("app/uninstalled", uninstalled()),
        // Other topics' bodies, signed with the same secret.
        (
            "draft_orders/update",
            json!({"id": 4001, "order_id": 4001, "name": "#D1", "email": "jane@example.com", "status": "open",
            "currency": "EUR", "invoice_url": "https://fern.example/invoices/1", "line_items": lines, "customer": customer}),
        ),
        (
            "checkouts/update",
            json!({"id": 4001, "name": "#4001", "email": "jane@example.com", "currency": "EUR", "line_items": lines,
            "abandoned_checkout_url": "https://fern.example/checkouts/1", "customer": customer}),
        ),
        ("carts/update", json!({"id": "c1", "token": "c1", "line_items": lines, "note": null, "updated_at": now})),
        (
            "order_transactions/create",
            json!({"id": 6, "order_id": 4001, "kind": "sale", "status": "success", "amount": "48.00"}),
        ),
        ("customers/update", json!({"id": 4001, "email": "jane@example.com", "first_name": "Jane", "updated_at": now})),
        ("collections/update", json!({"id": 7, "title": "Mugs", "handle": "mugs", "updated_at": now})),
        ("none", json!({})),
    ];
    for (topic, _) in &bodies[..10] {
        for (_, body) in bodies.iter().filter(|(of, _)| of != topic) {
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
    let now = at(&shop, 0);
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
    let describes = async |domain| says("products/update", &product(&at(&shop, 0), json!({})), domain).await;
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

    let of_oak = |mut body: Value, field: &str| {
        body[field] = json!("oak.myshopify.com");
        body
    };
    assert_eq!(says("orders/create", &order(&now, json!({})), Some("oak.myshopify.com")).await, refused);
    assert_eq!(says("app/uninstalled", &of_oak(uninstalled(), "myshopify_domain"), None).await, refused);
    assert_eq!(says("shop/redact", &of_oak(redacted(), "shop_domain"), Some("fern.myshopify.com")).await, refused);
    let customer =
        json!({"shop_id": 1, "shop_domain": "oak.myshopify.com", "customer": {"id": 1}, "orders_to_redact": [4001]});
    assert_eq!(says("customers/redact", &customer, None).await, refused);
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "active");
    shop.get("/api/v1/orders/%231001").await.is_error(404, "not_found");

    shop.delete(format!("{INTEGRATIONS}/shopify")).await.is(200);
    shop.connect("shopify", json!({})).await;
    assert_eq!(describes(Some("oak.myshopify.com")).await, stored, "it is a new connection");
    assert_eq!(url().await, json!("https://oak.myshopify.com/products/stoneware-mug"));
}

#[tokio::test]
async fn an_unknown_shop_and_one_that_is_not_connected_are_not_found() {
    let shop = Shop::new().await;
    for path in
        ["/in/shopify/fern", "/in/woocommerce/fern", "/in/shopify/nobody", "/in/shopify/Fern", "/in/shopify/fern.test"]
    {
        let call = shop.call("POST", path).without_key().header("x-shopify-hmac-sha256", "AAAA").body("{}");
        call.send().await.is_error(404, "not_found");
    }
}

#[tokio::test]
async fn woocommerces_ping_is_taken_without_a_signature() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    shop.call("POST", &woo.path).without_key().body("webhook_id=17").send().await.is(200);
    let other = shop.call("POST", &woo.path).without_key().body("webhook_id=17&order=1").send().await;
    other.is_error(401, "invalid_signature");
    assert!(woo.deliveries().await.is_empty());
}

#[tokio::test]
async fn a_body_has_a_mebibyte_at_most() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let now = at(&shop, 0);
    let note = |bytes: usize| order(&now, json!({"note": "x".repeat(bytes)}));
    shopify.says("orders/create", &note(600_000)).await;
    assert_eq!(shopify.last().await, result("ignored", "not_shipped"));
    let long = note(1024 * 1024).to_string();
    let reply = shopify.post("orders/create", long.as_bytes(), &signed(SECRET, long.as_bytes())).await;
    reply.is_error(413, "payload_too_large");
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
async fn unreadable_calls_are_listed_and_answered_with_200() {
    let (_, shopify) = Shop::connected("shopify", json!({})).await;
    for (topic, body) in [
        ("orders/create", "not JSON"),
        ("orders/create", r#"[4001, "1001"]"#),
        ("refunds/create", r#"{"order_id": [], "refund_line_items": []}"#),
    ] {
        let reply = shopify.post(topic, body.as_bytes(), &signed(SECRET, body.as_bytes())).await;
        assert_eq!(reply.status, 200, "{body}");
        assert_eq!(shopify.last().await, result("refused", "unreadable"), "{body}");
    }
    shopify.says("carts/create", &json!({"id": 1})).await;
    assert_eq!(shopify.last().await, result("ignored", "unknown_topic"));
    has(&shopify.deliveries().await[0], json!({"topic": "carts/create", "order_id": null, "request_id": null}));
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

#[tokio::test]
async fn only_the_last_fifty_calls_are_listed() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    for number in 0..51 {
        shopify.sends(&format!("carts/{number}"), &json!({})).await;
        shop.advance(SECOND).await;
    }
    let rows = shopify.deliveries().await;
    assert_eq!((rows.len(), &rows[0]["topic"], &rows[49]["topic"]), (50, &json!("carts/50"), &json!("carts/1")));
}

#[tokio::test]
async fn test_orders_and_pos_sales_are_not_asked_about() {
    let shop = Shop::new().await;
    let fields = json!({"after": "fulfilled", "tags_excluded": ["Wholesale"], "countries": ["DE", "AT"]});
    let shopify = shop.connect("shopify", fields).await;
    let now = at(&shop, 0);
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({}))]});
    let custom = json!([{"id": 11, "product_id": null, "title": "Engraving", "quantity": 1, "price": "5.00"}]);
    let card =
        json!([{"id": 11, "product_id": 8, "title": "Gift card", "quantity": 1, "price": "50.00", "gift_card": true}]);
    let cases = [
        (json!({"test": true}), "test_order"),
        (json!({"source_name": "pos"}), "in_store"),
        (json!({"email": null}), "no_email"),
        (json!({"tags": "VIP, wholesale"}), "excluded_tag"),
        (json!({"shipping_address": {"country_code": "US"}}), "other_country"),
        (json!({"line_items": custom}), "nothing_to_review"),
        (json!({"line_items": card}), "nothing_to_review"),
    ];
    for (place, (fields, reason)) in cases.into_iter().enumerate() {
        let id = json!({"id": 5000 + place, "name": format!("#{}", 2000 + place)});
        shopify.says("orders/fulfilled", &with(with(order(&now, shipped.clone()), fields), id)).await;
        assert_eq!(shopify.last().await, result("ignored", reason));
    }
    assert!(shop.requests().await.is_empty());
    for nobody in ["%232000", "%232001"] {
        assert_eq!(
            shop.get(format!("/api/v1/orders/{nobody}")).await.json()["buyer"],
            Value::Null,
            "no customer of it"
        );
    }
    shop.advance_days(60).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn orders_before_the_connection_are_stored_and_not_asked_about() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let (before, now) = (at(&shop, -1), at(&shop, 0));
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&before, &before, json!({}))]});
    shopify.says("orders/updated", &order(&now, shipped)).await;
    assert_eq!(shopify.last().await, result("ignored", "before_since"));
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["status"], "fulfilled");
    shop.advance_days(60).await;
    assert!(shop.inbox().is_empty());
    shop.put(format!("{INTEGRATIONS}/shopify"), json!({"since": at(&shop, -24 * 365)})).await.is(200);
    shopify.says("orders/updated", &order(&at(&shop, 0), json!({"tags": "late"}))).await;
    assert_eq!(shopify.last().await, result("ignored", "too_late"));
}

#[tokio::test]
async fn a_product_of_the_system_is_stored_and_older_news_is_not() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let product = |title: &str, at: &str| {
        json!({"id": 93, "name": title, "permalink": "https://fern.example/mug", "date_modified_gmt": at.trim_end_matches('Z'),
            "images": [{"id": 1, "src": "https://cdn.example/mug.png"}], "sku": "MUG", "global_unique_id": "4006381333931",
            "brands": [{"id": 5, "name": "Kiln", "slug": "kiln"}]})
    };
    let (early, late) = (at(&shop, 0), at(&shop, 1));
    woo.says("product.updated", &product("Mug", &late)).await;
    woo.says("product.updated", &product("Old mug", &early)).await;
    assert_eq!(woo.results().await, [result("ignored", "older"), result("ignored", "product_stored")]);
    let stored = shop.get("/api/v1/products/woo-93").await.json();
    let expected = json!({"id": "woo-93", "title": "Mug", "image_url": "https://cdn.example/mug.png",
        "url": "https://fern.example/mug", "gtin": ["4006381333931"], "mpn": null, "sku": "MUG", "brand": "Kiln",
        "ask": true});
    assert_eq!(stored, expected);
    let shopify = shop.connect("shopify", json!({})).await;
    let variants =
        json!([{"sku": "", "barcode": "4006381333931"}, {"sku": "TRAY-L", "barcode": "73513537"}, {"barcode": "none"}]);
    let tray = json!({"id": 7, "title": "Tray", "vendor": "Kiln", "variants": variants, "updated_at": at(&shop, 1)});
    shopify.says("products/update", &tray).await;
    let stored = shop.get("/api/v1/products/shopify-7").await.json();
    has(&stored, json!({"gtin": ["4006381333931", "73513537"], "sku": "TRAY-L", "brand": "Kiln"}));
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    assert_eq!(shop.get("/api/v1/products/woo-93").await.json()["title"], "Mug", "an order names it otherwise");
}

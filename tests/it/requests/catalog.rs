//! Orders and products: every field, bound and error, and their use.

use axum::http::Request;

use crate::support::*;

const ORDER: &str = "/api/v1/orders/ORD-1234";
const PRODUCT: &str = "/api/v1/products/shopify-7125386199077";

/// An order of a mug and a tray, with these fields added or replaced.
fn order(fields: Value) -> Value {
    let mug = json!({"catalog_item_id": MUG, "title": "Stoneware mug", "unit_price": 2400, "quantity": 2});
    let tray = json!({"catalog_item_id": TRAY, "title": "Oak tray", "unit_price": 4900});
    with(json!({"status": "delivered", "currency": "EUR", "lines": [mug, tray]}), fields)
}

async fn put_ok(shop: &Shop, path: &str, body: Value) -> Value {
    shop.put(path, &body).await.is(200).json()
}

/// A PUT with a wrong value answers 422 with the field's own code and stores nothing; with a right value it is
/// accepted.
async fn checks(path: &str, code: &str, body: impl Fn(&Value) -> Value, wrong: Value, right: Value) {
    let shop = Shop::new().await;
    for value in wrong.list() {
        shop.put(path, &body(value)).await.is_error(422, code);
    }
    shop.get(path).await.is_error(404, "not_found");
    for value in right.list() {
        put_ok(&shop, path, body(value)).await;
    }
}

fn urls() -> (Value, Value) {
    let userinfo = "https://jane@cdn.example/";
    (
        json!([
            "mug.png",
            "http://cdn.example/mug.png",
            "https://",
            userinfo,
            "https://cdn.example/a b",
            "javascript:alert(1)"
        ]),
        json!(["", "https://cdn.example/mug.png?v=1#x", "https://cdn.example:8443"]),
    )
}

#[tokio::test]
async fn put_order_answers_200_with_what_get_answers() {
    let shop = Shop::new().await;
    let saved = shop.put(ORDER, &with(order(json!({})), json!({
        "status": "placed", "currency": "eur", "placed_at": "2026-11-13T20:20:00.5+02:00",
        "delivered_at": "2026-11-18T20:20:00+02:00",
        "buyer": {"email": "Jane@Example.com", "name": " Jane Doe "}, "note": "ignored",
        "lines": [
            {"catalog_item_id": MUG, "title": "Stoneware mug", "image_url": "https://cdn.example/mug.png",
             "url": "https://shop.example/mug", "unit_price": 2400.0, "quantity": 2, "refunded_quantity": 1, "sku": 7},
            {"title": "Gift wrapping", "unit_price": 0},
        ],
    }))).await.is(200);
    let expected = json!({
        "id": "ORD-1234", "status": "placed", "currency": "EUR", "placed_at": "2026-11-13T18:20:00Z",
        "delivered_at": "2026-11-18T18:20:00Z", "paid": true,
        "buyer": {"email": "Jane@Example.com", "name": "Jane Doe"},
        "lines": [
            {"catalog_item_id": MUG, "title": "Stoneware mug", "image_url": "https://cdn.example/mug.png",
             "url": "https://shop.example/mug", "unit_price": 2400, "quantity": 2, "refunded_quantity": 1},
            {"catalog_item_id": null, "title": "Gift wrapping", "image_url": null, "url": null, "unit_price": 0,
             "quantity": 1, "refunded_quantity": 0},
        ],
    });
    assert_eq!(saved.json(), expected);
    let got = shop.get(ORDER).await;
    assert_eq!((got.status.as_u16(), &got.body), (200, &saved.body));
    shop.call("HEAD", ORDER).send().await.is(200);
}

#[tokio::test]
async fn the_least_order_has_all_keys_too() {
    let shop = Shop::new().await;
    let body = put_ok(&shop, ORDER, json!({"status": "placed", "currency": "EUR", "lines": []})).await;
    assert_eq!(keys(&body), ["buyer", "currency", "delivered_at", "id", "lines", "paid", "placed_at", "status"]);
    assert_eq!((&body["buyer"], &body["placed_at"], &body["lines"]), (&json!(null), &json!(null), &json!([])));
}

#[tokio::test]
async fn put_order_again_answers_the_same_and_replaces_it_whole() {
    let shop = Shop::new().await;
    let first = put_ok(&shop, ORDER, order(json!({"buyer": {"email": "jane@example.com"}}))).await;
    assert_eq!(put_ok(&shop, ORDER, order(json!({"buyer": {"email": "jane@example.com"}}))).await, first);
    put_ok(&shop, ORDER, json!({"status": "refunded", "currency": "EUR", "lines": []})).await;
    let got = shop.get(ORDER).await.json();
    assert_eq!((&got["status"], &got["buyer"], &got["lines"]), (&json!("refunded"), &json!(null), &json!([])));
}

#[tokio::test]
async fn an_orders_id_is_what_the_path_says_decoded() {
    let shop = Shop::new().await;
    let longest = "%C3%A9".repeat(255);
    for (path, id) in [
        ("%231001", "#1001"),
        ("A%2F1", "A/1"),
        ("2024%2F10%2F1001", "2024/10/1001"),
        ("a+b", "a+b"),
        ("%20a%20", "a"),
        (longest.as_str(), &"é".repeat(255)),
    ] {
        let path = format!("/api/v1/orders/{path}");
        assert_eq!(put_ok(&shop, &path, order(json!({}))).await["id"], id);
        assert_eq!(shop.get(&path).await.json()["id"], id);
    }
    assert_ne!(put_ok(&shop, "/api/v1/orders/A", order(json!({}))).await["id"], "a", "case counts");
}

/// API Gateway decodes a path twice and cuts it at a `?`, so the path that arrives contains another order's id.
#[tokio::test]
async fn an_id_that_does_not_come_through_a_path_replaces_nothing() {
    let shop = Shop::new().await;
    let stored = put_ok(&shop, "/api/v1/orders/A", order(json!({"id": "A"}))).await;
    for (path, id) in [("A%3F1", "A?1"), ("%2541", "%41"), ("A%3fx=y", "A?x=y"), ("A", "B"), ("A", ""), ("A", "a")] {
        let other = order(json!({"id": id, "status": "refunded"}));
        shop.put(&format!("/api/v1/orders/{path}"), &other).await.is_error(422, "invalid_id");
    }
    shop.put("/api/v1/orders/A", &order(json!({"id": 7}))).await.is_error(422, "invalid_id");
    assert_eq!(shop.get("/api/v1/orders/A").await.json(), stored);
    put_ok(&shop, PRODUCT, json!({"id": PRODUCT.rsplit_once('/').unwrap().1, "title": "Candles"})).await;
    let product = json!({"id": "shopify-7125386199077?1", "title": "Oak tray"});
    shop.put(&format!("{PRODUCT}%3F1"), &product).await.is_error(422, "invalid_id");
    assert_eq!(shop.get(PRODUCT).await.json()["title"], "Candles");
    for slip in ["/api/v1/orders/A/", "/api/v1/orders//A", "/api/v1/orders/"] {
        shop.put(slip, &order(json!({}))).await.is_error(404, "not_found");
    }
    // API Gateway decodes the path to the first of these, which matches no operation.
    let call = Request::put("/api/v1/orders/A%2F").header("authorization", format!("Bearer {}", shop.key));
    let call = call.header("content-type", "application/json").body(Body::from(order(json!({})).to_string())).unwrap();
    assert_eq!(shop.world.router().oneshot(call).await.unwrap().status(), 404);
}

#[tokio::test]
async fn a_path_that_api_gateway_cannot_decode_twice_is_400_and_its_own() {
    let shop = Shop::new().await;
    let call = Request::put("/api/v1/orders/50%25").body(Body::empty()).unwrap();
    let reply = shop.world.router().oneshot(call).await.unwrap();
    assert_eq!(reply.into_body().collect().await.unwrap().to_bytes(), r#"{"message":"Bad Request"}"#);
}

#[tokio::test]
async fn an_invalid_order_id_is_422_invalid_id_on_put_and_404_on_get() {
    let shop = Shop::new().await;
    for id in ["%20", "%07", "%ff", &"a".repeat(256)] {
        let path = format!("/api/v1/orders/{id}");
        shop.put(&path, &order(json!({}))).await.is_error(422, "invalid_id");
        shop.get(&path).await.is_error(404, "not_found");
    }
}

#[tokio::test]
async fn each_wrong_field_of_an_order_is_422_by_its_own_code() {
    let line = json!({"title": "a", "unit_price": 1});
    let statuses = json!(["placed", "fulfilled", "delivered", "cancelled", "refunded"]);
    let times = json!(["yesterday", "2026-11-20", "1969-12-31T23:59:59Z", 1_795_154_400]);
    let lines = json!([null, {}, "a", [1], [null], [[]], vec![line.clone(); 251]]);
    for (field, wrong, right) in [
        ("status", json!([null, "paid", "Placed", 1, "", {}]), statuses),
        ("currency", json!([null, "EURO", "€", "E1R", 978]), json!(["EUR", "usd"])),
        ("placed_at", times.clone(), json!([null, "", "2026-11-20T06:00:00Z", "2026-11-20T07:00:00.123+01:00"])),
        ("delivered_at", times, json!([null, "", "2026-11-20T06:00:00Z"])),
        ("paid", json!(["yes", "", 1, {}]), json!([null, true, false])),
        ("buyer", json!(["jane@example.com", [], true]), json!([null, {"email": "jane@example.com"}])),
        ("lines", lines, json!([vec![line; 250]])),
    ] {
        checks(ORDER, &format!("invalid_{field}"), |value| order(json!({ field: value })), wrong, right).await;
    }
    let buyer = |fields: &Value| order(json!({ "buyer": fields }));
    let emails = json!([{}, {"email": null}, {"email": "jane"}, {"email": 7, "name": "Jane"}]);
    checks(ORDER, "invalid_buyer_email", buyer, emails, json!([])).await;
    let named = |name: &Value| buyer(&json!({"email": "jane@example.com", "name": name}));
    let names = json!([5, "a\nb", "a".repeat(201)]);
    checks(ORDER, "invalid_buyer_name", named, names, json!([null, " ", "a".repeat(200)])).await;
}

#[tokio::test]
async fn each_wrong_field_of_a_line_is_422_by_its_own_code() {
    let (bad_urls, good_urls) = urls();
    let ids = json!([null, "", MUG, "6f4770fc-b8ee-4bf2-9977-d048a7f27987", "a".repeat(97)]);
    for (field, wrong, right) in [
        ("catalog_item_id", json!([7, "a b", "a/b", "é", "a".repeat(98)]), ids),
        ("title", json!([null, "", " ", 7, "a\nb", "a".repeat(256)]), json!(["a".repeat(255)])),
        ("image_url", json!([7]), json!([null])),
        ("image_url", bad_urls.clone(), good_urls.clone()),
        ("url", bad_urls, good_urls),
        (
            "unit_price",
            json!([null, -1, 0.5, "4900", 9_007_199_254_740_992_u64]),
            json!([0, 4900.0, 9_007_199_254_740_991_u64]),
        ),
        ("quantity", json!([0, -1, 1.5, "1", 1_000_001]), json!([null, 1.0, 1_000_000])),
        ("refunded_quantity", json!([3, -1, 0.5, "1"]), json!([null, 0, 2])),
    ] {
        let least = json!({"title": "Oak tray", "unit_price": 4900, "quantity": 2});
        let body = |value: &Value| order(json!({"lines": [with(least.clone(), json!({ field: value }))]}));
        checks(ORDER, &format!("invalid_line_{field}"), body, wrong, right).await;
    }
}

#[tokio::test]
async fn put_product_answers_200_with_what_get_answers() {
    let shop = Shop::new().await;
    let body = json!({"title": " Beeswax candles ", "image_url": "https://cdn.example/candles.png", "price": 1200});
    let reply = shop.put(PRODUCT, &body).await.is(200);
    let expected = json!({"id": "shopify-7125386199077", "title": "Beeswax candles",
        "image_url": "https://cdn.example/candles.png", "url": null, "gtin": [], "mpn": null, "sku": null,
        "brand": null, "ask": true});
    assert_eq!(reply.json(), expected);
    assert_eq!(shop.get(PRODUCT).await.body, reply.body);
    put_ok(&shop, PRODUCT, json!({"title": "Candles", "url": "https://shop.example/candles", "ask": false})).await;
    let got = shop.get(PRODUCT).await.json();
    assert_eq!((&got["image_url"], &got["url"]), (&json!(null), &json!("https://shop.example/candles")));
    for (ask, shown) in [(json!({}), false), (json!({"ask": null}), false), (json!({"ask": true}), true)] {
        let body = put_ok(&shop, PRODUCT, with(json!({"title": "Candles"}), ask)).await;
        assert_eq!((&body["ask"], &shop.get(PRODUCT).await.json()), (&json!(shown), &body));
    }
}

#[tokio::test]
async fn an_invalid_product_id_is_422_invalid_id_on_put_and_404_on_get() {
    let shop = Shop::new().await;
    for id in ["shopify-%20", "%ff", "caf%C3%A9", "a%2Fb", &"a".repeat(98)] {
        let path = format!("/api/v1/products/{id}");
        shop.put(&path, &json!({"title": "Oak tray"})).await.is_error(422, "invalid_id");
        shop.get(&path).await.is_error(404, "not_found");
    }
}

#[tokio::test]
async fn a_product_may_be_of_any_catalog() {
    let shop = Shop::new().await;
    for id in ["7125386199075", "Shopify-1", "6f4770fc-b8ee-4bf2-9977-d048a7f27987", &"a".repeat(97)] {
        let path = format!("/api/v1/products/{id}");
        assert_eq!(shop.put(&path, &json!({"title": "Oak tray"})).await.json()["id"], id);
        shop.get(&path).await.is(200);
    }
}

#[tokio::test]
async fn each_wrong_field_of_a_product_is_422_by_its_own_code() {
    let (bad_urls, good_urls) = urls();
    let gtins = json!(["40063813", vec!["40063813"; 101], ["123"], ["4006381333x31"]]);
    let (words, word) = (json!([7, "a".repeat(101)]), json!(["", " ", "a".repeat(100)]));
    for (field, wrong, right) in [
        ("title", json!([null, "", 7, "a\nb", "a".repeat(256)]), json!(["a".repeat(255)])),
        ("image_url", bad_urls.clone(), good_urls.clone()),
        ("url", bad_urls, good_urls),
        ("gtin", gtins, json!([["40063813", "400638133393", "4006381333931", "14006381333938"]])),
        ("mpn", words.clone(), word.clone()),
        ("sku", words.clone(), word.clone()),
        ("brand", words, word),
        ("ask", json!(["no", 0, []]), json!([null, true, false])),
    ] {
        let body = |value: &Value| with(json!({"title": "Candles"}), json!({ field: value }));
        checks(PRODUCT, &format!("invalid_{field}"), body, wrong, right).await;
    }
}

#[tokio::test]
async fn the_mail_and_the_hub_show_a_product_as_the_shop_described_it() {
    let shop = Shop::new().await;
    put_ok(&shop, PRODUCT, json!({"title": "Beeswax candles", "image_url": "https://img.example/candles.png"})).await;
    let (_, hub) = shop.sent(json!({"product_ids": ["shopify-7125386199077"], "delay_days": 0})).await;
    let page = shop.browse(&hub).await;
    for shown in [shop.inbox()[0].html.as_ref().unwrap(), &page.body] {
        shown.shows(["Beeswax candles", "https://img.example/candles.png"]);
    }
    assert!(page.header("content-security-policy").ends_with("https://img.example"));
}

async fn listed_products(shop: &Shop) -> Value {
    shop.get("/api/v1/review-requests").await.json()["requests"][0]["product_ids"].clone()
}

#[tokio::test]
async fn a_request_without_products_asks_about_its_orders() {
    let shop = Shop::new().await;
    put_ok(&shop, ORDER, order(json!({}))).await;
    shop.created(json!({"order_id": "ORD-1234"})).await;
    assert_eq!(listed_products(&shop).await, json!([MUG, TRAY]));
    let mut elsewhere = shop.in_test_mode().await;
    elsewhere.created(json!({"order_id": "ORD-1234"})).await;
    assert_eq!(listed_products(&elsewhere).await, json!([]), "the test mode has orders of its own");
    elsewhere = Shop::new().await;
    put_ok(&elsewhere, ORDER, order(json!({}))).await;
    elsewhere.created(json!({"order_id": "ORD-1234", "product_ids": [TRAY]})).await;
    assert_eq!(listed_products(&elsewhere).await, json!([TRAY]), "products that are named win");
}

#[tokio::test]
async fn only_products_that_the_customer_kept_are_asked_about() {
    let shop = Shop::new().await;
    let line = |id: &str, refunded: u32| json!({"catalog_item_id": id, "title": "x", "unit_price": 1, "refunded_quantity": refunded});
    let guid = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
    let lines =
        json!([line(MUG, 1), line(guid, 0), {"title": "Gift wrapping", "unit_price": 1}, line(TRAY, 0), line(TRAY, 0)]);
    put_ok(&shop, ORDER, order(json!({"lines": lines}))).await;
    shop.created(json!({"order_id": "ORD-1234"})).await;
    assert_eq!(listed_products(&shop).await, json!([guid, TRAY]));
}

#[tokio::test]
async fn no_more_products_of_an_order_are_asked_about_than_a_request_may_have() {
    let shop = Shop::new().await;
    let line = |n: u32| json!({"catalog_item_id": format!("shopify-{n}"), "title": "x", "unit_price": 1});
    put_ok(&shop, ORDER, order(json!({"lines": (0..60).map(line).collect::<Vec<_>>()}))).await;
    shop.created(json!({"order_id": "ORD-1234"})).await;
    assert_eq!(listed_products(&shop).await.list().len(), 50);
}

#[tokio::test]
async fn a_request_for_an_unknown_or_empty_order_asks_about_the_shop() {
    let shop = Shop::new().await;
    put_ok(&shop, ORDER, order(json!({"lines": []}))).await;
    for order in ["unknown", "ORD-1234"] {
        let (id, _) = shop.created(json!({"order_id": order, "delay_days": 0})).await;
        let shown = shop.get(format!("/api/v1/review-requests/{id}")).await.json();
        assert_eq!(shown["items"], json!([{"product_id": null, "reviewed_at": null}]));
        shop.settle().await;
        assert_eq!(shop.status(id).await, "sent");
    }
}

async fn last_detail(shop: &Shop, id: u64) -> Value {
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    timeline["timeline"].list().last().unwrap()["detail"].clone()
}

/// An email due in a day is not sent, for this reason, once its order is saved with these fields.
async fn stopped(fields: Value, reason: &str) {
    let shop = Shop::new().await;
    let asked = json!({"order_id": "ORD-1234", "product_ids": [MUG, TRAY], "delay_days": 1});
    put_ok(&shop, ORDER, order(json!({}))).await;
    let (id, hub) = shop.created(asked.clone()).await;
    put_ok(&shop, ORDER, order(fields)).await;
    assert_eq!(shop.status(id).await, "scheduled", "the order is looked up when the mail is due");
    shop.advance_days(2).await;
    assert!(shop.inbox().is_empty());
    assert_eq!(shop.status(id).await, "failed");
    assert_eq!(
        (shop.timeline(id).await.last().unwrap().as_str(), last_detail(&shop, id).await),
        ("skipped", json!(reason))
    );
    assert_eq!(shop.browse(&hub).await.status, 200, "the link works, however it travels");
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is_error(409, "request_stopped");
    assert_eq!(shop.create(asked).await.status, 201, "it holds its customer's order no longer");
}

#[tokio::test]
async fn a_cancelled_order_stops_its_pending_mail() {
    stopped(json!({"status": "cancelled"}), "order_cancelled").await;
}

#[tokio::test]
async fn a_refunded_order_stops_its_pending_mail() {
    stopped(json!({"status": "refunded"}), "order_refunded").await;
}

#[tokio::test]
async fn an_order_whose_lines_are_all_refunded_stops_its_pending_mail() {
    let line =
        |id: &str| json!({"catalog_item_id": id, "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": 2});
    stopped(json!({"lines": [line(MUG), line(TRAY)]}), "order_refunded").await;
}

#[tokio::test]
async fn a_mail_leaves_while_something_of_its_order_is_kept() {
    let line = |id: &str, refunded: u32| json!({"catalog_item_id": id, "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": refunded});
    for (products, lines, status) in [
        (json!([MUG, TRAY]), json!([line(MUG, 2), line(TRAY, 1)]), "sent"),
        (json!([MUG]), json!([line(MUG, 2), line(TRAY, 0)]), "failed"),
        (json!([MUG, "shopify-1"]), json!([line(MUG, 2)]), "sent"),
        (json!([]), json!([line(MUG, 2), line(TRAY, 0)]), "sent"),
    ] {
        let (shop, id, _) =
            Shop::asking(json!({"order_id": "ORD-1234", "product_ids": products, "delay_days": 1})).await;
        put_ok(&shop, ORDER, order(json!({"lines": lines}))).await;
        shop.advance_days(2).await;
        assert_eq!(shop.status(id).await, status, "{products} {lines}");
    }
}

#[tokio::test]
async fn an_order_cancelled_and_restored_before_the_mail_is_due_stops_nothing() {
    let (shop, id, _) = Shop::asking(json!({"order_id": "ORD-1234", "delay_days": 1})).await;
    for status in ["cancelled", "fulfilled"] {
        put_ok(&shop, ORDER, order(json!({"status": status}))).await;
    }
    shop.advance_days(2).await;
    assert_eq!(shop.status(id).await, "sent");
}

#[tokio::test]
async fn sending_now_does_not_pass_a_cancelled_order() {
    let (shop, id, _) = Shop::asking(json!({"order_id": "ORD-1234", "skip_email": true})).await;
    put_ok(&shop, ORDER, order(json!({"status": "cancelled"}))).await;
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    shop.settle().await;
    assert!(shop.inbox().is_empty());
    assert_eq!(last_detail(&shop, id).await, "order_cancelled");
}

#[tokio::test]
async fn an_order_named_like_a_generated_order_id_stops_nothing() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 1})).await;
    put_ok(&shop, &format!("/api/v1/orders/auto-{id}"), order(json!({"status": "cancelled"}))).await;
    shop.advance_days(2).await;
    assert_eq!(shop.status(id).await, "sent");
}

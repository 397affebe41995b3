//! Orders and products: the bounds of every field. `tests/stories/requests/catalog.story` tells what they are used for.

use axum::http::Request;

use crate::support::*;

const ORDER: &str = "/api/v1/orders/ORD-1234";
const PRODUCT: &str = "/api/v1/products/shopify-7125386199077";

/// An order with these fields added or replaced.
fn order(fields: Value) -> Value {
    with(json!({"status": "delivered", "currency": "EUR", "lines": []}), fields)
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
        shop.put(path, &body(value)).await.is(200);
    }
}

/// What every URL, title and word of a product may be, their types' own tests say.
#[tokio::test]
async fn each_wrong_field_of_an_order_and_its_lines_is_422_by_its_own_code() {
    let line = json!({"title": "Oak tray", "unit_price": 4900, "quantity": 2});
    let statuses = json!(["placed", "fulfilled", "delivered", "cancelled", "refunded"]);
    let times = json!(["yesterday", "2026-11-20", "1970-01-01T00:00:00Z", 1_795_154_400]);
    let lines = json!([null, {}, "a", [1], [null], [[]], vec![line.clone(); 251]]);
    for (field, wrong, right) in [
        ("status", json!([null, "paid", "Placed", 1, "", {}]), statuses),
        ("currency", json!([null, "EURO", 978]), json!(["EUR", "usd"])),
        ("placed_at", times.clone(), json!([null, "", "2026-11-20T06:00:00Z", "2026-11-20T07:00:00.123+01:00"])),
        ("delivered_at", times, json!([null, "", "2026-11-20T06:00:00Z"])),
        ("paid", json!(["yes", "", 1, {}]), json!([null, true, false])),
        ("buyer", json!(["jane@example.com", [], true]), json!([null, {"email": "jane@example.com"}])),
        ("lines", lines, json!([vec![line.clone(); 250]])),
    ] {
        checks(ORDER, &format!("invalid_{field}"), |value| order(json!({ field: value })), wrong, right).await;
    }
    let buyer = |fields: &Value| order(json!({ "buyer": fields }));
    let emails = json!([{}, {"email": null}, {"email": "jane"}, {"email": 7, "name": "Jane"}]);
    checks(ORDER, "invalid_buyer_email", buyer, emails, json!([])).await;
    let named = |name: &Value| buyer(&json!({"email": "jane@example.com", "name": name}));
    let names = json!([5, "a\nb", "a".repeat(201)]);
    checks(ORDER, "invalid_buyer_name", named, names, json!([null, " ", "a".repeat(200)])).await;
    for (field, wrong, right) in [
        ("catalog_item_id", json!([7, "a b"]), json!([null, "", MUG])),
        ("title", json!([null, "", 7]), json!(["a".repeat(255)])),
        ("image_url", json!([7, "mug.png"]), json!([null, ""])),
        ("url", json!([7, "mug.png"]), json!([null, ""])),
        ("unit_price", json!([null, -1, "4900"]), json!([0, 4900.0])),
        ("quantity", json!([0, "1"]), json!([null, 1.0])),
        ("refunded_quantity", json!([3, "1"]), json!([null, 0, 2])),
    ] {
        let body = |value: &Value| order(json!({"lines": [with(line.clone(), json!({ field: value }))]}));
        checks(ORDER, &format!("invalid_line_{field}"), body, wrong, right).await;
    }
}

#[tokio::test]
async fn each_wrong_field_of_a_product_is_422_by_its_own_code() {
    let gtins = json!(["40063813", vec!["40063813"; 101], ["123"], ["4006381333x31"]]);
    let (words, word) = (json!([7, "a".repeat(101)]), json!(["", " ", "a".repeat(100)]));
    for (field, wrong, right) in [
        ("title", json!([null, "", 7]), json!(["a".repeat(255)])),
        ("image_url", json!(["mug.png", "http://cdn.example/mug.png"]), json!(["", "https://cdn.example:8443"])),
        ("url", json!(["mug.png", "javascript:alert(1)"]), json!(["", "https://cdn.example/mug.png?v=1#x"])),
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
async fn no_more_products_of_an_order_are_asked_about_than_a_request_may_have() {
    let shop = Shop::new().await;
    let line = |n: u32| json!({"catalog_item_id": format!("shopify-{n}"), "title": "x", "unit_price": 1});
    shop.put(ORDER, order(json!({"lines": (0..60).map(line).collect::<Vec<_>>()}))).await.is(200);
    shop.created(json!({"order_id": "ORD-1234"})).await;
    let asked = shop.get("/api/v1/review-requests").await.json()["requests"][0]["product_ids"].clone();
    assert_eq!(asked.list().len(), 50);
}

/// API Gateway decodes a path twice. One that it cannot decode has its own answer, and one with a `/` at the end matches no
/// operation.
#[tokio::test]
async fn a_path_is_what_api_gateway_makes_of_it() {
    let shop = Shop::new().await;
    for (path, status) in [("50%25", 400), ("A%2F", 404)] {
        let call =
            Request::put(format!("/api/v1/orders/{path}")).header("authorization", format!("Bearer {}", shop.key));
        let call = call.header("content-type", "application/json").body(Body::from(order(json!({})).to_string()));
        let reply = shop.world.router().oneshot(call.unwrap()).await.unwrap();
        assert_eq!(reply.status(), status, "{path}");
        if status == 400 {
            assert_eq!(reply.into_body().collect().await.unwrap().to_bytes(), r#"{"message":"Bad Request"}"#);
        }
    }
}

//! Wix' review requests and reviews, and what their tests share.

mod bulk;
mod create;
mod errors;
mod life;
mod query;
mod reviews;

pub use bulk::{copy_request, copy_row};

use crate::support::*;

pub const REQUESTS: &str = "/reviews/v2/review-requests";
pub const ORDER: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
/// A GUID that no request, order or customer has.
pub const STRANGER: &str = "8d141741-5caf-455b-9775-64b64119fa9a";

/// An order line of quantity 2 with this unit price and refunded quantity; with an empty `item` it has no catalog item.
pub fn line(item: &str, price: u32, refunded: u32) -> Value {
    let item = if item.is_empty() { Value::Null } else { json!(item) };
    json!({"catalog_item_id": item, "title": "A thing", "unit_price": price, "quantity": 2, "refunded_quantity": refunded})
}

pub async fn put_order(shop: &Shop, order: &str, lines: Vec<Value>) {
    let buyer = json!({"email": "jane@example.com", "name": "Jane Doe"});
    let body = json!({"status": "delivered", "currency": "EUR", "buyer": buyer, "lines": lines});
    shop.put(format!("/api/v1/orders/{order}"), &body).await.is(200);
}

pub async fn shop() -> Shop {
    let shop = Shop::new().await;
    put_order(&shop, ORDER, vec![line("plate", 900, 0), line("cup", 1200, 0)]).await;
    shop
}

pub async fn ask(shop: &Shop, fields: Value) -> Reply {
    shop.post(REQUESTS, json!({ "reviewRequest": least(fields) })).await
}

/// The smallest valid request, with these fields added or replaced.
pub fn least(fields: Value) -> Value {
    with(json!({"communicationChannel": "EMAIL"}), fields)
}

pub async fn asked(shop: &Shop, fields: Value) -> Value {
    let reply = ask(shop, fields).await.is(200);
    assert_eq!(keys(&reply.json()), ["reviewRequest"]);
    reply.json()["reviewRequest"].clone()
}

pub async fn got(shop: &Shop, id: &Value) -> Value {
    let id = id.text();
    shop.get(format!("{REQUESTS}/{id}?reviewRequestId={id}")).await.is(200).json()["reviewRequest"].clone()
}

pub fn items(request: &Value) -> Vec<&str> {
    request["items"].list().iter().map(|item| item["catalogItemId"].text()).collect()
}

/// Asserts an error of the whole call, in the envelope that the vendor's SDK reads.
#[track_caller]
pub fn is_error(reply: &Reply, status: u16, code: &str) {
    assert_eq!(reply.status, status, "{}", reply.body);
    let body = reply.json();
    assert_eq!(keys(&body), ["details", "message"], "{}", reply.body);
    assert_eq!(keys(&body["details"]), ["applicationError"], "{}", reply.body);
    let error = &body["details"]["applicationError"];
    assert_eq!(keys(error), ["code", "data", "description"]);
    assert_eq!(error["code"], code);
    assert!(error["data"].is_object());
    assert!(error["description"].text().ends_with('.'), "{}", reply.body);
    has_request_id(reply);
}

/// The invalid fields, each with the kind of its rule.
#[track_caller]
pub fn violations(reply: &Reply) -> Vec<(String, String)> {
    assert_eq!(reply.status, 400, "{}", reply.body);
    let body = reply.json();
    assert_eq!(keys(&body["details"]), ["validationError"], "{}", reply.body);
    has_request_id(reply);
    let violation = |violation: &Value| {
        assert_eq!(keys(violation), ["description", "field", "violatedRule"]);
        let text = |name: &str| violation[name].owned();
        (text("field"), text("violatedRule"))
    };
    body["details"]["validationError"]["fieldViolations"].list().iter().map(violation).collect()
}

#[track_caller]
pub fn has_request_id(reply: &Reply) {
    assert_eq!(reply.header("x-wix-request-id"), reply.header("x-request-id"));
    assert!(!reply.header("x-wix-request-id").is_empty());
    assert_eq!(reply.header("content-type"), "application/json");
}

pub async fn native_id(shop: &Shop) -> u64 {
    shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].number()
}

/// A link with its token in the query, as [`Shop::review`] expects it.
pub fn token_form(link: &str) -> String {
    let token = link.rsplit(['/', '=']).next().unwrap();
    format!("/review/hub?token={token}")
}

pub const BULK_CREATE: &str = "/reviews/v2/bulk/review-requests/create";
pub const BULK_CANCEL: &str = "/reviews/v2/bulk/review-requests/cancel-by-filter";

/// A shop with requests a minute apart, each for an item of its own: `item-0`, `item-1` …
pub async fn with_requests(count: usize) -> Shop {
    let shop = Shop::new().await;
    for index in 0..count {
        asked(&shop, json!({"items": [{"catalogItemId": format!("item-{index}")}]})).await;
        shop.jump(MINUTE);
    }
    shop
}

pub async fn query(shop: &Shop, query: Value) -> Value {
    let reply = shop.post(format!("{REQUESTS}/query"), json!({ "query": query })).await.is(200);
    has_request_id(&reply);
    let page = reply.json();
    assert_eq!(keys(&page), ["pagingMetadata", "reviewRequests"]);
    assert_eq!(keys(&page["pagingMetadata"]), ["count", "cursors", "hasNext"]);
    assert_eq!(keys(&page["pagingMetadata"]["cursors"]), ["next", "prev"]);
    assert_eq!(page["pagingMetadata"]["count"], page["reviewRequests"].list().len());
    page
}

pub fn listed(page: &Value) -> Vec<String> {
    let requests = page["reviewRequests"].list().iter();
    requests.map(|request| items(request).concat().replace("item-", "")).collect()
}

pub async fn found(shop: &Shop, filter: Value) -> Vec<String> {
    listed(&query(shop, json!({ "filter": filter })).await)
}

pub fn cursor(page: &Value, which: &str) -> Value {
    json!({"cursorPaging": {"cursor": page["pagingMetadata"]["cursors"][which]}})
}

pub async fn count(shop: &Shop, filter: Value) -> Reply {
    shop.post(format!("{REQUESTS}/count"), json!({ "filter": filter })).await
}

pub async fn cancel(shop: &Shop, body: Value) -> Reply {
    shop.put(BULK_CANCEL, &body).await
}

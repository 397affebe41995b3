//! Wix' review requests and reviews, and what their tests share.

mod bulk;
mod query;
mod reviews;

pub use bulk::{copy_request, copy_row};

use crate::support::*;

pub const REQUESTS: &str = "/reviews/v2/review-requests";
pub const ORDER: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
/// A GUID that no request, order or customer has.
pub const STRANGER: &str = "8d141741-5caf-455b-9775-64b64119fa9a";

/// A shop with an order of a cup and a plate.
pub async fn shop() -> Shop {
    let shop = Shop::new().await;
    let lines = [("plate", 900), ("cup", 1200)]
        .map(|(id, price)| json!({"catalog_item_id": id, "title": "A thing", "unit_price": price}));
    let buyer = json!({"email": "jane@example.com", "name": "Jane Doe"});
    let body = json!({"status": "delivered", "currency": "EUR", "buyer": buyer, "lines": lines});
    shop.put(format!("/api/v1/orders/{ORDER}"), &body).await.is(200);
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
    ask(shop, fields).await.is(200).json()["reviewRequest"].clone()
}

pub fn items(request: &Value) -> Vec<&str> {
    request["items"].list().iter().map(|item| item["catalogItemId"].text()).collect()
}

/// Asserts an error of the whole call, in the envelope that the vendor's SDK reads.
#[track_caller]
pub fn is_error(reply: &Reply, status: u16, code: &str) {
    let found = &reply.json()["details"]["applicationError"]["code"];
    assert_eq!((reply.status.as_u16(), found), (status, &json!(code)), "{}", reply.body);
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
    shop.post(format!("{REQUESTS}/query"), json!({ "query": query })).await.is(200).json()
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

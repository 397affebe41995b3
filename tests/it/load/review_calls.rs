//! The exact calls to AWS for calls about reviews, webhooks, privacy and keys.

use crate::importing::{file, post};
use crate::support::*;
use crate::webhooks::receiver::Receiver;

/// A shop with a review of the mug, whose keys are unwrapped already; the review's path.
async fn warm() -> (Shop, String) {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    let listed = shop.get("/api/v1/reviews").await.json();
    let path = format!("/api/v1/reviews/{}", listed["reviews"][0]["id"]);
    // Each function unwraps the keys once.
    for path in ["/api/v1/webhooks", "/trust/fern.json", "/beacon/reviews"] {
        shop.get(path).await.is(200);
    }
    shop.post("/reviews/v1/reviews/count", json!({})).await;
    (shop, path)
}

async fn calls(shop: &Shop, method: &str, path: &str, body: Value) -> Vec<String> {
    shop.aws().take_calls();
    let call = shop.call(method, path);
    let reply = if body.is_null() { call } else { call.json(&body) }.send().await;
    assert!(reply.status.is_success(), "{method} {path}: {}", reply.body);
    shop.operations()
}

/// The row is read with the shop, then the review.
const CHANGE: [&str; 4] = ["GetItem", "BatchGetItem", "GetItem", "TransactWriteItems"];
/// A change that makes a review public, or takes it from the public, looks whether readers wait for a decision about it.
const DECISION: [&str; 5] = ["GetItem", "BatchGetItem", "GetItem", "GetItem", "TransactWriteItems"];

#[tokio::test]
async fn a_shops_calls_about_a_review_cost_these_calls() {
    let (shop, path) = warm().await;
    for (method, what, body, expected) in [
        ("GET", "", Value::Null, &["GetItem", "GetItem", "BatchGetItem"][..]),
        // No history is stored yet, because the review itself says how it began.
        ("GET", "/history", Value::Null, &["GetItem", "Query", "GetItem", "BatchGetItem"]),
        ("PATCH", "/reject", json!({"reason": "fake"}), &DECISION),
        ("GET", "/history", Value::Null, &["GetItem", "Query"]),
        // A decision that changes nothing writes nothing.
        ("PATCH", "/reject", json!({"reason": "fake"}), &CHANGE[..3]),
        ("PATCH", "/approve", json!({}), &DECISION),
        ("PUT", "/reply", json!({"text": "Thank you."}), &CHANGE),
        ("DELETE", "/reply", Value::Null, &CHANGE),
        // These calls also delete the places of the review's photos.
        (
            "DELETE",
            "",
            Value::Null,
            &["GetItem", "BatchGetItem", "BatchGetItem", "BatchGetItem", "GetItem", "TransactWriteItems"],
        ),
    ] {
        assert_eq!(calls(&shop, method, &format!("{path}{what}"), body).await, expected, "{method} {what}");
    }
    assert_eq!(calls(&shop, "GET", "/api/v1/reviews/stats", Value::Null).await, ["GetItem", "Query"]);
    assert_eq!(calls(&shop, "POST", "/reviews/v1/reviews/count", json!({})).await, ["GetItem", "Query"]);
}

#[tokio::test]
async fn public_reads_cost_these_calls() {
    let (shop, _) = warm().await;
    let page = format!("/p/fern/{MUG}.json");
    // Each state has a list for each number of stars, so five queries are needed.
    let list = ["Query"; 5];
    for (path, expected) in [
        (&*page, ["GetItem", "GetItem", "GetItem", "Query", "BatchGetItem"].to_vec()),
        ("/p/fern/@all.json", [&["GetItem", "Query"][..], &list, &["BatchGetItem", "BatchGetItem"]].concat()),
        ("/trust/fern.json", [&["GetItem", "Query"][..], &list].concat()),
    ] {
        assert_eq!(calls(&shop, "GET", path, Value::Null).await, expected, "{path}");
    }
}

#[tokio::test]
async fn an_event_is_one_message_and_its_delivery_a_read_and_a_write() {
    let (shop, path) = warm().await;
    let receiver = Receiver::new().await;
    let made = calls(&shop, "POST", "/api/v1/webhooks", json!({"url": receiver.url})).await;
    assert_eq!(made, ["GetItem", "GetItem", "TransactWriteItems"]);
    let rejected = calls(&shop, "PATCH", &format!("{path}/reject"), json!({"reason": "fake"})).await;
    assert_eq!(rejected, [&DECISION[..], &["SendMessage"]].concat());
    shop.settle().await;
    assert_eq!(receiver.calls().len(), 1);
    // The keys are unwrapped once.
    assert_eq!(shop.operations(), ["BatchGetItem", "Decrypt", "PutItem"]);
}

#[tokio::test]
async fn an_imported_row_with_an_id_is_a_transaction() {
    let (shop, _) = warm().await;
    let rows: Vec<_> = (10..20).map(|n| format!("r-{n},{MUG},5,,Text {n}.,,,,,2025-03-{n}")).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    post(&shop, "format=afterword", "text/csv", &file(&rows)).await.is(201);
    shop.aws().take_calls();
    shop.settle().await;
    // The shop's products are read once in each run.
    let before = ["GetItem", "GetItem", "Decrypt", "GetItem", "GetObject", "GetItem", "Query"];
    let after = ["TransactWriteItems", "DeleteObject"];
    assert_eq!(shop.operations(), [&before[..], &["TransactWriteItems"; 10], &after].concat());
}

#[tokio::test]
async fn privacy_and_key_calls_cost_these_calls() {
    let (shop, _) = warm().await;
    for (method, path, body, expected) in [
        (
            "POST",
            "/api/v1/privacy/export",
            json!({"email": "jane@example.com"}),
            // One transaction contains the task and the audit log's entry.
            &["GetItem", "TransactWriteItems", "SendMessage"][..],
        ),
        ("POST", "/api/v1/keys", json!({"name": "Till"}), &["GetItem", "GetItem", "GetItem", "TransactWriteItems"]),
    ] {
        assert_eq!(calls(&shop, method, path, body).await, expected, "{path}");
    }
    assert_eq!(calls(&shop, "GET", "/api/v1/suppressions", Value::Null).await, ["GetItem", "Query"]);
}

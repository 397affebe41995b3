//! Events by More Good Reviews' names, with that vendor's rows.

use super::receiver::Receiver;
use super::{Hook, Received};
use crate::support::*;

async fn watched(names: &[&str]) -> (Shop, Receiver, Hook) {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": names})).await;
    (shop, receiver, hook)
}

#[track_caller]
fn last(receiver: &Receiver, name: &str) -> Value {
    let body = receiver.calls().iter().map(Received::json).rfind(|body| body["event"] == name).unwrap();
    assert_eq!(body["type"], body["event"]);
    body["data"].clone()
}

async fn newest(shop: &Shop, what: &str) -> Value {
    shop.get(format!("/beacon/{what}")).await.json()["data"][0].clone()
}

#[tokio::test]
async fn review_created_review_updated_and_review_deleted_have_the_lists_row() {
    let (shop, receiver, hook) = watched(&["review-created", "review-updated", "review-deleted"]).await;
    let id = shop.reviewed("A").await;
    shop.settle().await;
    let row = newest(&shop, "reviews").await;
    assert_eq!((last(&receiver, "review-created"), last(&receiver, "review-updated")), (row.clone(), row.clone()));
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));
    shop.moderate(id, "PATCH", "/reject", json!({})).await;
    shop.settle().await;
    let row = newest(&shop, "reviews").await;
    assert_eq!((&row["is_hidden"], &last(&receiver, "review-updated")), (&json!(1), &row));
    shop.moderate(id, "DELETE", "", json!({})).await;
    shop.settle().await;
    let left = json!({"id": row["id"], "uuid": row["id"], "ask_id": row["ask_id"]});
    assert_eq!(last(&receiver, "review-deleted"), left, "its words are gone");
    let log = shop.deliveries(&hook).await;
    assert!(log.iter().all(|delivery| delivery["type"].text().starts_with("review-")), "{log:?}");
}

#[tokio::test]
async fn message_created_message_updated_and_message_deleted_have_the_lists_row() {
    let (shop, receiver, hook) = watched(&["message-created", "message-updated", "message-deleted"]).await;
    let jane = json!({"first_name": "Jane", "last_name": "Doe", "email": "jane@example.com"});
    shop.post("/beacon/customers", jane).await.is(200);
    shop.post("/beacon/asks", json!({"email": "jane@example.com"})).await.is(200);
    shop.advance(MINUTE * 10).await;
    let row = newest(&shop, "messages").await;
    let created = last(&receiver, "message-created");
    has(&created, json!({"id": row["id"], "ask_id": row["ask_id"]}));
    assert_eq!((&created["customer"]["name"], keys(&created)), (&json!("Jane Doe"), keys(&row)));
    assert_eq!(last(&receiver, "message-updated"), row, "it is delivered");
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));

    let (id, _) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "delay_days": 7})).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
    shop.settle().await;
    let deleted = last(&receiver, "message-deleted");
    has(&deleted, json!({"status": "skipped", "failed_reason": "cancelled"}));
}

#[tokio::test]
async fn a_row_that_is_gone_leaves_its_ids() {
    let (shop, receiver, _) = watched(&["message-created"]).await;
    shop.aws().queue(local::Work::Webhooks).unwrap().set_copies(Vec::new);
    shop.created(json!({"order_id": "A", "delay_days": 7})).await;
    shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com"})).await.is(202);
    shop.aws().queue(local::Work::Webhooks).unwrap().set_copies(|| vec![SignedDuration::ZERO]);
    shop.advance(MINUTE * 15).await;
    assert_eq!(keys(&last(&receiver, "message-created")), ["ask_id", "id", "uuid"]);
}

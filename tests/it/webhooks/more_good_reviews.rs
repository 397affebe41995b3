//! Events by More Good Reviews' names, with that vendor's rows.

use super::receiver::Receiver;
use super::{Hook, Received, WEBHOOKS};
use crate::support::*;

const NAMES: [&str; 6] =
    ["review-created", "review-updated", "review-deleted", "message-created", "message-updated", "message-deleted"];

async fn watched(names: &[&str]) -> (Shop, Receiver, Hook) {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": names})).await;
    (shop, receiver, hook)
}

#[track_caller]
fn last(receiver: &Receiver, name: &str) -> Value {
    let bodies: Vec<_> = receiver.calls().iter().map(Received::json).filter(|body| body["event"] == name).collect();
    let body = bodies.last().unwrap_or_else(|| panic!("no {name}")).clone();
    assert_eq!(keys(&body), ["data", "event", "timestamp", "type"]);
    assert_eq!(body["type"], body["event"]);
    body["data"].clone()
}

fn newest(list: &Value) -> Value {
    list["data"][0].clone()
}

#[tokio::test]
async fn the_names_are_not_mixed_with_ours() {
    let (shop, _, hook) = watched(&NAMES).await;
    assert_eq!(shop.get(&hook.path).await.json()["events"], json!(NAMES));
    for mixed in [json!(["review-created", "review.submitted"]), json!(["review-created", "webhook.test"])] {
        let body = json!({"url": "https://hooks.example/", "events": mixed});
        shop.post(WEBHOOKS, body).await.is_error(422, "invalid_events");
    }
    let ours = shop.patch(&hook.path, json!({"events": null})).await.json();
    assert!(ours["events"].list().iter().all(|word| !NAMES.contains(&word.text())));
}

#[tokio::test]
async fn review_created_review_updated_and_review_deleted_have_the_lists_row() {
    let (shop, receiver, hook) = watched(&["review-created", "review-updated", "review-deleted"]).await;
    let id = shop.reviewed("A").await;
    shop.settle().await;
    let row = newest(&shop.get("/beacon/reviews").await.json());
    assert_eq!((last(&receiver, "review-created"), last(&receiver, "review-updated")), (row.clone(), row.clone()));
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));
    shop.moderate(id, "PATCH", "/reject", json!({})).await;
    shop.settle().await;
    let row = newest(&shop.get("/beacon/reviews").await.json());
    assert_eq!((&row["is_hidden"], &last(&receiver, "review-updated")), (&json!(1), &row));
    shop.moderate(id, "DELETE", "", json!({})).await;
    shop.settle().await;
    let left = json!({"id": row["id"], "uuid": row["id"], "ask_id": row["ask_id"]});
    assert_eq!(last(&receiver, "review-deleted"), left, "its words are gone");
    let log = shop.deliveries(&hook).await;
    assert!(log.iter().all(|delivery| NAMES.contains(&delivery["type"].text())), "{log:?}");
}

#[tokio::test]
async fn message_created_message_updated_and_message_deleted_have_the_lists_row() {
    let (shop, receiver, hook) = watched(&["message-created", "message-updated", "message-deleted"]).await;
    let jane = json!({"first_name": "Jane", "last_name": "Doe", "email": "jane@example.com"});
    shop.post("/beacon/customers", jane).await.is(200);
    shop.post("/beacon/asks", json!({"email": "jane@example.com"})).await.is(200);
    shop.advance(MINUTE * 10).await;
    let row = newest(&shop.get("/beacon/messages").await.json());
    let created = last(&receiver, "message-created");
    assert_eq!(
        (&created["id"], &created["ask_id"], &created["customer"]["name"]),
        (&row["id"], &row["ask_id"], &json!("Jane Doe"))
    );
    assert_eq!(keys(&created), keys(&row));
    assert_eq!(last(&receiver, "message-updated"), row, "it is delivered");
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));

    let (id, _) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "delay_days": 7})).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
    shop.settle().await;
    let deleted = last(&receiver, "message-deleted");
    assert_eq!((&deleted["status"], &deleted["failed_reason"]), (&json!("skipped"), &json!("cancelled")));
}

#[tokio::test]
async fn a_request_without_messages_is_nothing_to_these_endpoints() {
    let (shop, receiver, hook) = watched(&NAMES[3..]).await;
    let (id, hub) = shop.created(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    let (other, _) = shop.created(json!({"order_id": "B", "skip_email": true})).await;
    for id in [id, other] {
        shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
    }
    shop.settle().await;
    assert_eq!((receiver.calls().len(), shop.deliveries(&hook).await.len()), (0, 0));
}

#[tokio::test]
async fn a_row_that_is_gone_leaves_its_ids() {
    let (shop, receiver, _) = watched(&NAMES[3..]).await;
    shop.aws().queue(local::Work::Webhooks).unwrap().set_copies(Vec::new);
    shop.created(json!({"order_id": "A", "delay_days": 7})).await;
    shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com"})).await.is(202);
    shop.aws().queue(local::Work::Webhooks).unwrap().set_copies(|| vec![jiff::SignedDuration::ZERO]);
    shop.advance(MINUTE * 15).await;
    assert_eq!(keys(&last(&receiver, "message-created")), ["ask_id", "id", "uuid"]);
}

#[tokio::test]
async fn a_test_has_no_row() {
    let (shop, receiver, hook) = watched(&NAMES).await;
    shop.post(format!("{}/test", hook.path), json!({})).await.is(202);
    shop.settle().await;
    assert_eq!(last(&receiver, "webhook.test"), json!({}));
}

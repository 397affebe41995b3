//! Events beside what `tests/stories/webhooks` tells: many at once, many times, and by More Good Reviews' names.

use small_aws::MailEvent;

use super::ids;
use super::receiver::{Received, Receiver};
use crate::support::*;

#[tokio::test]
async fn a_customer_who_unsubscribes_is_suppressed_each_time_and_takes_it_back_20_times_a_day() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"events": ["customer.suppressed"]})).await;
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    let link = unsubscribe_link(&shop.inbox()[0]);
    let one_click = async || {
        shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
        shop.settle().await;
    };
    one_click().await;
    one_click().await;
    let told = json!({"request_id": id, "channel": "email", "reason": "unsubscribed"});
    has(&receiver.calls()[0].json()["data"], told);
    let undo = [("token", token_of(&link)), ("undo", "1")];
    // The number of undos is limited, because the link works for ever for everybody who has it.
    for _ in 0..20 {
        shop.submit("/review/unsubscribe", &undo).await.is(200);
        one_click().await;
    }
    let refused = shop.submit("/review/unsubscribe", &undo).await.is(429);
    assert_eq!(refused.header("retry-after"), "64200");
    refused.shows(["will not ask you"]);
    one_click().await;
    assert_eq!(receiver.calls().len(), 21, "it was taken back in between, and stayed at last");
    shop.advance_days(1).await;
    shop.submit("/review/unsubscribe", &undo).await.is(200);
}

/// The maximum for one transaction: ten endpoints, and a review that is published, ends its request and skips its
/// message; or a message that bounces, whose reminders are skipped and whose address is suppressed.
#[tokio::test]
async fn ten_webhooks_fit_into_one_transaction() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    for _ in 0..10 {
        shop.hook(&receiver, json!({})).await;
    }
    let (_, hub) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "delay_days": 7})).await;
    shop.review(&hub, 0).await;
    shop.advance(MINUTE * 10).await;
    assert_eq!(ids(&receiver.calls()).len(), 5, "one id for all endpoints");
    shop.created(json!({"email": "bounce@example.com", "delay_days": 0, "reminders": 3})).await;
    shop.advance(MINUTE * 10).await;
    // A copy of the report causes no other events.
    shop.aws().publish_mail_event(&shop.inbox().pop().unwrap(), MailEvent::PermanentBounce).unwrap();
    shop.advance(MINUTE * 10).await;
    let mut times = BTreeMap::<_, usize>::new();
    receiver.taken().into_iter().for_each(|kind| *times.entry(kind).or_default() += 1);
    let once = "customer.suppressed message.failed message.sent request.completed review.published review.submitted";
    for (kind, times) in &times {
        assert!(times.is_multiple_of(10) && (*times == 10 || !words(once).contains(&kind.as_str())), "{kind}: {times}");
    }
    assert_eq!(
        times.into_keys().collect::<Vec<_>>(),
        words(
            "customer.suppressed message.failed message.sent message.skipped request.completed request.scheduled \
        review.published review.submitted",
        )
    );
}

#[tokio::test]
async fn reviews_by_more_good_reviews_names_have_the_lists_row() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review-created", "review-updated", "review-deleted"]})).await;
    let last = |name: &str| {
        let body = receiver.calls().iter().map(Received::json).rfind(|body| body["event"] == name).unwrap();
        assert_eq!(body["type"], body["event"]);
        body["data"].clone()
    };
    let row = async || shop.get("/beacon/reviews").await.json()["data"][0].clone();
    let id = shop.reviewed("A").await;
    shop.settle().await;
    assert_eq!([last("review-created"), last("review-updated")], [row().await, row().await]);
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));
    shop.moderate(id, "PATCH", "/reject", json!({})).await;
    shop.settle().await;
    let row = row().await;
    assert_eq!((&row["is_hidden"], &last("review-updated")), (&json!(1), &row));
    shop.moderate(id, "DELETE", "", json!({})).await;
    shop.settle().await;
    let left = json!({"id": row["id"], "uuid": row["id"], "ask_id": row["ask_id"]});
    assert_eq!(last("review-deleted"), left, "its words are gone");
    assert!(shop.deliveries(&hook).await.iter().all(|delivery| delivery["type"].text().starts_with("review-")));
}

//! Events about requests, their messages and customers, beside what `tests/stories/webhooks/events.story` tells.

use small_aws::MailEvent;

use super::receiver::Receiver;
use super::{Hook, Received, ids};
use crate::support::*;

const REQUESTS: &str = "/api/v1/review-requests";

/// A shop whose endpoint subscribes to everything about requests and messages.
async fn watched() -> (Shop, Receiver, Hook) {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let events = json!(words(
        "request.scheduled request.completed request.expired request.cancelled message.sent message.delivered \
        message.failed message.skipped",
    ));
    let hook = shop.hook(&receiver, json!({"events": events})).await;
    (shop, receiver, hook)
}

impl Receiver {
    /// The types of the received events, sorted, because events from the same moment arrive in any order.
    pub fn sorted(&self) -> Vec<String> {
        let mut types = self.taken();
        types.sort();
        types
    }

    /// The only body of this type, without its type.
    #[track_caller]
    pub fn only(&self, kind: &str) -> Value {
        let bodies: Vec<_> = self.calls().iter().map(Received::json).filter(|body| body["type"] == kind).collect();
        let [body] = &bodies[..] else { panic!("{kind}: {bodies:?}") };
        assert_eq!(keys(body), ["data", "timestamp", "type"]);
        body["data"].clone()
    }
}

/// Copies of the provider's reports, in any order, cause no events, and the log's order is that in which they became true.
#[tokio::test]
async fn message_sent_and_message_delivered_come_once_each() {
    let (shop, receiver, hook) = watched().await;
    shop.created(json!({"delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    let mail = shop.inbox().pop().unwrap();
    for event in [MailEvent::Delivery, MailEvent::Send, MailEvent::Delivery] {
        shop.aws().publish_mail_event(&mail, event).unwrap();
    }
    shop.advance(MINUTE * 10).await;
    assert_eq!(receiver.sorted(), ["message.delivered", "message.sent", "request.scheduled"]);
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));
    let told = |kind: &str| receiver.calls().iter().map(Received::json).find(|body| body["type"] == kind).unwrap();
    let times = ["request.scheduled", "message.sent", "message.delivered"].map(|kind| told(kind)["timestamp"].owned());
    assert!(times.is_sorted(), "{times:?}");
}

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
    has(&receiver.only("customer.suppressed"), told);
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

#[tokio::test]
async fn nothing_personal_is_in_the_outbox() {
    let (shop, _, _) = watched().await;
    shop.created(json!({"email": "bounce@example.com", "customer_name": "Canary Jones", "delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    let items = table(&shop.world).await;
    let events: Vec<_> = items.iter().filter(|item| item["SK"]["S"].text().starts_with("WHD#")).collect();
    assert_eq!(events.len(), 3);
    serde_json::to_string(&events).unwrap().lacks(["bounce@", "example.com", "Canary", "token"]);
}

/// If a shop has no webhooks, or its webhook wants other events or is disabled, nothing is written into the outbox.
#[tokio::test]
async fn nothing_is_written_for_shops_that_do_not_ask() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"events": ["review.withheld"]})).await;
    shop.patch(&shop.hook(&receiver, json!({})).await.path, json!({"status": "disabled"})).await.is(200);
    let acme = shop.beside("acme").await;
    for shop in [&shop, &acme] {
        let (_, hub) = shop.created(json!({"delay_days": 0})).await;
        shop.advance(MINUTE * 10).await;
        shop.review(&hub, 0).await;
        let (id, _) = shop.created(json!({"order_id": "B", "email": "bounce@example.com", "delay_days": 0})).await;
        shop.advance(MINUTE * 10).await;
        shop.delete(format!("{REQUESTS}/{id}")).await.is(200);
        shop.suppresses("june@example.com").await;
    }
    shop.settle().await;
    let items = table(&shop.world).await;
    assert!(!items.iter().any(|item| item["SK"]["S"].text().starts_with("WHD#")));
    assert_eq!(receiver.calls().len(), 0);
}

/// The maximum for one transaction: ten endpoints, and a review that is published, ends its request and skips its
/// message.
#[tokio::test]
async fn ten_webhooks_fit_into_one_transaction() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    for _ in 0..10 {
        shop.hook(&receiver, json!({})).await;
    }
    let (_, hub) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "delay_days": 7})).await;
    shop.review(&hub, 0).await;
    shop.advance(MINUTE * 10).await;
    let mut expected = Vec::new();
    for kind in ["message.skipped", "request.completed", "request.scheduled", "review.published", "review.submitted"] {
        expected.extend(vec![kind; 10]);
    }
    assert_eq!(receiver.sorted(), expected);
    assert_eq!(ids(&receiver.calls()).len(), 5, "one id for all endpoints");
    // A bounce: the message fails, its reminders are skipped, the address is suppressed.
    let bounce = json!({"first_name": "Jane", "email": "bounce@example.com"});
    shop.post("/beacon/customers", bounce).await.is(200);
    shop.post("/beacon/asks", json!({"email": "bounce@example.com", "reminders_count": 3})).await.is(200);
    shop.advance(MINUTE * 10).await;
    // A copy of the report causes no other events.
    shop.aws().publish_mail_event(&shop.inbox().pop().unwrap(), MailEvent::PermanentBounce).unwrap();
    shop.advance(MINUTE * 10).await;
    for kind in ["message.sent", "message.failed", "customer.suppressed"] {
        assert_eq!(receiver.taken().iter().filter(|taken| *taken == kind).count(), 10, "{kind}");
    }
}

//! Events about requests and their messages: each with its name and its body.

use small_aws::MailEvent;

use super::receiver::Receiver;
use super::{Hook, ids};
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
        let bodies: Vec<_> =
            self.calls().iter().map(super::Received::json).filter(|body| body["type"] == kind).collect();
        let [body] = &bodies[..] else { panic!("{kind}: {bodies:?}") };
        assert_eq!(crate::support::keys(body), ["data", "timestamp", "type"]);
        body["data"].clone()
    }
}

async fn customer_of(shop: &Shop, id: u64) -> Value {
    let id = domain::values::RequestId::new(id).unwrap();
    let request = shop.store().request(&shop.tenant, id).await.unwrap().unwrap();
    json!(request.customer.unwrap().get())
}

#[tokio::test]
async fn request_scheduled_comes_once_a_request_has_a_message() {
    let (shop, receiver, hook) = watched().await;
    let (id, _) = shop.sent(json!({"delay_days": 7})).await;
    assert_eq!(receiver.taken(), ["request.scheduled"]);
    let call = &receiver.calls()[0];
    assert!(call.is_signed_with(&hook.secret));
    assert_eq!(
        call.json(),
        json!({
            "type": "request.scheduled",
            "timestamp": "2026-11-20T06:00:00Z",
            "data": {
                "request_id": id, "customer_id": customer_of(&shop, id).await, "status": "scheduled",
                "scheduled_at": "2026-11-27T06:00:00Z", "expires_at": "2027-02-18T06:00:00Z",
            },
        })
    );
    // A request that the shop shares itself has no message until the shop requests one.
    let (manual, _) = shop.sent(json!({"order_id": "B", "skip_email": true})).await;
    assert_eq!(receiver.calls().len(), 1);
    shop.post(format!("{REQUESTS}/{manual}/send"), json!({})).await.is(200);
    shop.post(format!("{REQUESTS}/{id}/send"), json!({})).await.is(200);
    shop.settle().await;
    let bodies = receiver.calls().into_iter().map(|call| call.json());
    let scheduled = bodies.filter(|body| body["type"] == "request.scheduled");
    let scheduled: Vec<_> = scheduled.map(|body| body["data"]["request_id"].clone()).collect();
    assert_eq!(scheduled, [json!(id), json!(manual)], "sending now schedules nothing else");
}

#[tokio::test]
async fn every_dialect_and_a_new_link_schedule_requests() {
    let (shop, receiver, _) = watched().await;
    let jane = json!({"first_name": "Jane", "email": "jane@example.com"});
    shop.post("/beacon/customers", jane).await.is(200);
    shop.post("/beacon/asks", json!({"email": "jane@example.com"})).await.is(200);
    let order = json!({"email": "june@example.com", "name": "June", "order_ref": "A"});
    shop.post("/api/v1/invitations", order).await.is(200);
    shop.settle().await;
    let scheduled = || receiver.taken().iter().filter(|kind| *kind == "request.scheduled").count();
    assert_eq!(scheduled(), 2);
    let (_, hub) = shop.created(json!({"email": "mia@example.com", "delay_days": 0})).await;
    shop.advance_days(91).await;
    assert_eq!(scheduled(), 3);
    shop.submit("/review/hub/renew", &[("token", token_of(&hub))]).await.is(200);
    shop.settle().await;
    assert_eq!(scheduled(), 4);
}

#[tokio::test]
async fn request_completed_comes_when_every_item_is_reviewed() {
    let (shop, receiver, _) = watched().await;
    let (id, hub) = shop.created(json!({"product_ids": [MUG, TRAY], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    assert_eq!(receiver.calls().len(), 0);
    shop.review(&hub, 1).await;
    shop.review(&hub, 1).await;
    shop.settle().await;
    assert_eq!(receiver.taken(), ["request.completed"]);
    let data = receiver.only("request.completed");
    assert_eq!((&data["request_id"], &data["status"]), (&json!(id), &json!("completed")));
    serde_json::to_string(&data).unwrap().lacks(["Lovely", "rating"]);
}

#[tokio::test]
async fn request_expired_comes_once() {
    let (shop, receiver, _) = watched().await;
    let (id, _) = shop.created(json!({"skip_email": true})).await;
    shop.advance_days(89).await;
    assert_eq!(receiver.calls().len(), 0);
    shop.advance_days(2).await;
    assert_eq!(receiver.taken(), ["request.expired"]);
    let data = receiver.only("request.expired");
    has(&data, json!({"request_id": id, "status": "expired", "expires_at": "2027-02-18T06:00:00Z"}));
}

#[tokio::test]
async fn request_cancelled_comes_once_with_the_message_that_it_skips() {
    let (shop, receiver, _) = watched().await;
    let (id, _) = shop.created(json!({"skip_email": true})).await;
    let (other, _) = shop.created(json!({"order_id": "B", "delay_days": 7})).await;
    for id in [id, id, other] {
        shop.delete(format!("{REQUESTS}/{id}")).await.is(200);
    }
    shop.settle().await;
    assert_eq!(receiver.sorted(), ["message.skipped", "request.cancelled", "request.cancelled", "request.scheduled"]);
    let skipped = receiver.only("message.skipped");
    assert_eq!((&skipped["request_id"], &skipped["reason"]), (&json!(other), &json!("cancelled")));
    let cancelled =
        receiver.calls().into_iter().map(|call| call.json()).find(|body| body["type"] == "request.cancelled");
    assert_eq!(cancelled.unwrap()["data"]["status"], "cancelled");
}

#[tokio::test]
async fn cancelling_many_at_once_announces_each() {
    let (shop, receiver, _) = watched().await;
    let mut expected = std::collections::BTreeSet::new();
    for order in ["A", "B", "C"] {
        expected.insert(shop.created(json!({"order_id": order, "skip_email": true})).await.0);
    }
    let all = json!({"filter": {"createdDate": {"$gt": "2026-01-01T00:00:00Z"}}});
    shop.put("/reviews/v2/bulk/review-requests/cancel-by-filter", &all).await.is(200);
    shop.settle().await;
    let calls = receiver.calls();
    let cancelled: std::collections::BTreeSet<_> =
        calls.iter().map(|call| call.json()["data"]["request_id"].number()).collect();
    assert_eq!((cancelled, calls.len()), (expected, 3));
}

#[tokio::test]
async fn message_sent_and_message_delivered_come_once_each() {
    let (shop, receiver, _) = watched().await;
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    // Copies of SES' reports, in any order, cause no events.
    let mail = shop.inbox().pop().unwrap();
    for event in [MailEvent::Delivery, MailEvent::Send, MailEvent::Delivery] {
        shop.aws().publish_mail_event(&mail, event).unwrap();
    }
    shop.advance(MINUTE * 10).await;
    assert_eq!(receiver.sorted(), ["message.delivered", "message.sent", "request.scheduled"]);
    let customer = customer_of(&shop, id).await;
    let sent = receiver.only("message.sent");
    assert_eq!(
        sent,
        json!({"request_id": id, "customer_id": customer, "message": 0, "channel": "email", "reminder": 0,
            "status": "sent", "reason": null, "sent_at": "2026-11-20T06:00:00Z", "delivered_at": null})
    );
    let delivered = receiver.only("message.delivered");
    assert_eq!((&delivered["status"], &delivered["sent_at"]), (&json!("delivered"), &sent["sent_at"]));
    assert!(delivered["delivered_at"].text() >= sent["sent_at"].text());
    assert_eq!(ids(&receiver.calls()).len(), 3);
    // The log shows them in the order in which they became true.
    let ids: Vec<_> = ["request.scheduled", "message.sent", "message.delivered"]
        .map(|kind| receiver.calls().into_iter().find(|call| call.json()["type"] == kind).unwrap())
        .map(|call| call.json()["timestamp"].owned())
        .to_vec();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[tokio::test]
async fn a_reminder_is_a_message_too() {
    let (shop, receiver, _) = watched().await;
    let jane = json!({"first_name": "Jane", "email": "jane@example.com"});
    shop.post("/beacon/customers", jane).await.is(200);
    shop.post("/beacon/asks", json!({"email": "jane@example.com", "reminders_count": 1})).await.is(200);
    shop.advance_days(4).await;
    let messages: Vec<_> =
        receiver.calls().iter().map(super::Received::json).filter(|body| body["type"] == "message.sent").collect();
    let places: Vec<_> = messages.iter().map(|body| (&body["data"]["message"], &body["data"]["reminder"])).collect();
    assert_eq!(places, [(&json!(0), &json!(0)), (&json!(1), &json!(1))]);
}

#[tokio::test]
async fn message_failed_says_why() {
    let (shop, receiver, _) = watched().await;
    let (id, _) = shop.created(json!({"email": "bounce@example.com", "delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    assert_eq!(receiver.sorted(), ["message.failed", "message.sent", "request.scheduled"]);
    let failed = receiver.only("message.failed");
    has(&failed, json!({"request_id": id, "status": "failed", "reason": "bounced"}));
    assert_eq!(failed["sent_at"], receiver.only("message.sent")["sent_at"], "it was sent and came back");
}

#[tokio::test]
async fn message_skipped_says_by_which_rule() {
    let (shop, receiver, _) = watched().await;
    let (id, _) = shop.created(json!({"delay_days": 7})).await;
    shop.suppresses("jane@example.com").await;
    shop.advance_days(8).await;
    assert_eq!(receiver.sorted(), ["message.skipped", "request.scheduled"]);
    let skipped = receiver.only("message.skipped");
    has(&skipped, json!({"request_id": id, "status": "skipped", "reason": "manual", "sent_at": null}));
}

#[tokio::test]
async fn a_review_skips_the_message_that_waits_and_announces_both() {
    let (shop, receiver, _) = watched().await;
    let (_, hub) = shop.created(json!({"delay_days": 7})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    assert_eq!(receiver.sorted(), ["message.skipped", "request.completed", "request.scheduled"]);
    assert_eq!(receiver.only("message.skipped")["reason"], "nothing_left");
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
    for kind in ["message.sent", "message.failed", "customer.suppressed"] {
        assert_eq!(receiver.taken().iter().filter(|taken| *taken == kind).count(), 10, "{kind}");
    }
}

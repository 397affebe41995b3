//! Notifications whose queue or SES misbehaves: copies, lost answers, throttling, bounces.

use domain::values::ReviewId;
use small_aws::MailEvent;

use super::MINUTE;
use crate::sending::claims::first;
use crate::sending::reconcile::{calls, cost, run};
use crate::support::*;

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn withheld(shop: &Shop, email: &str) -> u64 {
    let (id, _) = shop.written(json!({"email": email})).await;
    shop.withhold(id, "fake").await;
    id
}

#[tokio::test]
async fn copies_of_the_queues_message_send_nothing_twice() {
    let shop = Shop::new().await;
    let id = withheld(&shop, "jane@example.com").await;
    shop.jump(MINUTE * 7);
    let reconciled = reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    assert_eq!(reconcile::handle(reconciled, json!({})).await.unwrap().notifications, 1);
    let messages = shop.aws().queue(local::Work::Sends).unwrap().receive(usize::MAX).unwrap();
    let bodies: Vec<_> =
        messages.iter().map(|message| message.body.clone()).filter(|body| body.contains("letter")).collect();
    let [body] = &bodies[..] else { panic!("{bodies:?}") };
    let expected = json!({"tenant": "fern", "mode": "live", "letter": format!("withheld-{id}")});
    assert_eq!(serde_json::from_str::<Value>(body).unwrap(), expected, "ids only");
    let event = || {
        let record = |number| json!({"messageId": format!("{number}"), "body": body, "eventSource": "aws:sqs"});
        serde_json::from_value(json!({"Records": (0..10).map(record).collect::<Vec<_>>()})).unwrap()
    };
    let parts = send_request::start(&shop.world.env_of("send-request")).unwrap();
    let (one, other) =
        tokio::join!(send_request::handle(parts.clone(), event()), send_request::handle(parts.clone(), event()));
    for response in [one.unwrap(), other.unwrap(), send_request::handle(parts, event()).await.unwrap()] {
        assert!(response.batch_item_failures.is_empty(), "{response:?}");
    }
    shop.advance(DAY).await;
    assert_eq!(shop.notifications().len(), 1);
}

#[tokio::test]
async fn a_notification_whose_answer_was_lost_is_settled_by_its_report() {
    let shop = Shop::new().await;
    withheld(&shop, "jane@example.com").await;
    shop.aws().set_faults(first(1, |call| call.service == Service::Ses, Fault::LoseAnswer));
    shop.advance(DAY).await;
    assert_eq!(shop.notifications().len(), 1);
}

#[tokio::test]
async fn without_a_report_a_notification_whose_answer_was_lost_is_tried_once_more() {
    let shop = Shop::new().await;
    withheld(&shop, "jane@example.com").await;
    shop.aws().lose_mail_events(true);
    shop.aws().set_faults(first(2, |call| call.service == Service::Ses, Fault::LoseAnswer));
    shop.advance(DAY).await;
    let sent: Vec<_> = shop.notifications().iter().map(|mail| mail.sent_at).collect();
    let [one, other] = sent[..] else { panic!("{sent:?}") };
    assert!(other.duration_since(one) >= domain::message::EVIDENCE_WAIT);
}

#[tokio::test]
async fn a_notification_that_ses_throttles_leaves_later() {
    let shop = Shop::new().await;
    withheld(&shop, "jane@example.com").await;
    shop.aws().set_faults(first(3, |call| call.operation == "SendEmail", Fault::Throttle));
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0);
    shop.advance(HOUR * 2).await;
    assert_eq!(shop.notifications().len(), 1);
}

#[tokio::test]
async fn a_notification_that_bounces_or_is_marked_as_spam_suppresses_its_address() {
    let shop = Shop::new().await;
    for (email, reason) in [("bounce@example.com", "bounced"), ("complaint@example.com", "complained")] {
        let id = withheld(&shop, email).await;
        shop.later().await;
        let listed = shop.get(format!("/api/v1/suppressions/{email}")).await.json();
        assert_eq!((&listed["reason"], &listed["address"]), (&json!(reason), &json!(email)));
        let before = shop.notifications().len();
        shop.answer(id, "Sorry.").await;
        shop.later().await;
        assert_eq!(shop.notifications().len(), before, "no second one");
    }
    let last = shop.get("/api/v1/deliverability").await.json()["last_1000"].clone();
    assert_eq!(last, json!({"sent": 2, "bounced": 1, "complained": 1}));
    // A copy of a report changes nothing.
    shop.aws().publish_mail_event(&shop.notifications()[0], MailEvent::PermanentBounce).unwrap();
    shop.settle().await;
    assert_eq!(shop.get("/api/v1/deliverability").await.json()["last_1000"], last);
}

#[tokio::test]
async fn a_suspended_shop_sends_no_notifications_until_it_is_released() {
    let shop = Shop::new().await;
    let id = withheld(&shop, "jane@example.com").await;
    let suspension = domain::shop::Suspension { since: shop.now(), reason: domain::shop::SuspensionReason::Bounces };
    let store = shop.store();
    let mut transaction = store.transaction(&shop.tenant);
    transaction.suspend_mails(suspension, shop.now() + DAY);
    transaction.commit().await.unwrap();
    shop.advance(HOUR * 2).await;
    assert_eq!(shop.notifications().len(), 0);
    shop.post("/api/v1/deliverability/release", json!({})).await.is(200);
    shop.advance(HOUR).await;
    assert_eq!(shop.notifications().len(), 1);
    let name = domain::message::NotificationName::Withheld(ReviewId::new(id).unwrap());
    assert!(store.notification(&shop.tenant, name).await.unwrap().unwrap().step.sent_at().is_some());
}

#[tokio::test]
async fn notifications_that_are_due_together_are_queued_ten_in_a_call() {
    const NOTIFICATIONS: usize = 25;
    let shop = Shop::new().await;
    for number in 0..NOTIFICATIONS {
        withheld(&shop, &format!("customer-{number}@example.com")).await;
    }
    // In the first minutes of an hour, a run also reads SES' quota.
    shop.jump(MINUTE * 5);
    calls(&shop);
    let report = run(&shop).await;
    assert_eq!((report.notifications, report.failed), (NOTIFICATIONS, 0));
    assert_eq!(calls(&shop), cost(NOTIFICATIONS));
    let (one, other) = tokio::join!(run(&shop), run(&shop));
    assert_eq!((one.notifications, other.notifications), (0, 0), "they wait for their sender");
    shop.settle().await;
    assert_eq!(shop.notifications().len(), NOTIFICATIONS);
}

//! The calls below `/api/v1/webhooks`, beside what `tests/stories/webhooks` tells.

use domain::values::WebhookId;
use domain::webhook::{Attempt, Event, TRIES_MAX};

use super::receiver::Receiver;
use crate::support::*;

#[tokio::test]
async fn a_secret_is_rotated_three_times_in_a_day_and_each_works_on() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({})).await;
    let mut secrets = vec![hook.secret.clone()];
    for _ in 0..3 {
        shop.jump(HOUR);
        secrets.push(shop.post(format!("{}/rotate", hook.path), json!({})).await.json()["secret"].owned());
    }
    let working = async || {
        shop.post(format!("{}/test", hook.path), json!({})).await;
        shop.settle().await;
        let call = receiver.calls().last().unwrap().clone();
        secrets.iter().map(|secret| call.is_signed_with(secret)).collect::<Vec<_>>()
    };
    let fourth = shop.post(format!("{}/rotate", hook.path), json!({})).await;
    fourth.is_error(409, "rotated_recently");
    fourth.shows(["2026-11-21T07:00:00Z"]);
    assert_eq!(working().await, [true, true, true, true]);
    // Each secret works for 24 hours after the call that replaced it.
    shop.jump(HOUR * 22 - SECOND);
    assert_eq!(working().await, [true, true, true, true]);
    assert_eq!(receiver.calls()[1].header("webhook-signature").split(' ').count(), 4);
    shop.jump(SECOND);
    assert_eq!(working().await, [false, true, true, true]);
    shop.post(format!("{}/rotate", hook.path), json!({})).await.is(200);
}

/// A query of DynamoDB ends after a megabyte.
#[tokio::test]
async fn a_long_log_is_replayed_as_a_whole_and_more_than_a_thousand_events_in_parts() {
    const EVENTS: usize = 1_050;
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.deleted"]})).await;
    let webhook = WebhookId::parse(hook.path.rsplit('/').next().unwrap()).unwrap();
    let (store, began) = (shop.store(), shop.now());
    for number in 0..EVENTS {
        let at = began + SignedDuration::from_millis(i64::try_from(number).unwrap());
        let mut transaction = store.transaction(&shop.tenant);
        let event = Event::test(at, 1);
        let id = event.id;
        transaction.send_event(webhook, event);
        transaction.commit().await.unwrap();
        let mut delivery = store.delivery(&shop.tenant, (webhook, id)).await.unwrap().unwrap();
        let attempt = Attempt { at, status_code: None, error: Some("connection_broken".repeat(8)), ms: 7 };
        for _ in 0..TRIES_MAX {
            delivery.record(attempt.clone(), None, 0, at);
        }
        assert!(store.save_delivery(&shop.tenant, &delivery, at).await.unwrap());
    }
    shop.jump(MINUTE);
    shop.aws().take_calls();
    let replay = async |since: &str| {
        let reply = shop.post(format!("{}/replay", hook.path), json!({"since": since})).await.is(202);
        (reply.json()["count"].number(), reply.json()["next_since"].clone())
    };
    let (count, next) = replay("2026-11-20T06:00:00Z").await;
    assert!(shop.operations().iter().filter(|call| *call == "Query").count() > 1, "one query has a megabyte");
    assert_eq!((count, &next), (1_000, &json!("2026-11-20T06:00:00.999Z")));
    // The event at that time is being delivered.
    assert_eq!(replay(next.text()).await, (51, Value::Null));
    shop.settle().await;
    assert_eq!(receiver.calls().len(), EVENTS, "each once");
}

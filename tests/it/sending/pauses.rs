//! The shop's and the operator's pauses of sending: meanwhile nothing is sent to customers, and afterwards everything
//! due is sent, once and in order.

use domain::shop::{Suspension, SuspensionReason};
use small_aws::MailStanding;

use crate::failures::email_outages;
use crate::operators::admin::run;
use crate::privacy::secrets::Log;
use crate::sending::mail_events::{asked, send};
use crate::sending::reconcile;
use crate::support::*;

const SETTINGS: &str = "/api/v1/settings";
const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// The time until the next run of `reconcile`, and until the messages that it woke are sent.
const SOON: SignedDuration = SignedDuration::from_mins(12);

async fn set(shop: &Shop, settings: Value) -> Value {
    shop.put(SETTINGS, &settings).await.is(200).json()
}

/// Pauses the shop's sending for so long; returns the reason in its customers' timelines.
async fn pause_for(shop: &Shop, length: SignedDuration) -> String {
    let until = shop.now() + length;
    let shown = set(shop, json!({"paused_until": until.to_string()})).await;
    assert_eq!(shown["paused_until"], format!("{until:.0}"));
    format!("shop until {until:.0}")
}

async fn ask(shop: &Shop, fields: Value) -> u64 {
    let (id, _) = shop.sent(fields).await;
    id
}

fn recipients(shop: &Shop) -> Vec<String> {
    shop.inbox().into_iter().map(|mail| mail.to).collect()
}

#[tokio::test]
async fn messages_due_during_a_pause_leave_afterwards_once_and_in_their_order() {
    let shop = Shop::new().await;
    let paused = pause_for(&shop, DAY * 4).await;
    let mut ids = Vec::new();
    for (delay_days, name) in [(3, "dora"), (1, "berta"), (2, "carla"), (0, "anna")] {
        let email = format!("{name}@example.com");
        ids.push(ask(&shop, json!({"email": email, "delay_days": delay_days})).await);
    }
    shop.advance(DAY * 4).await;
    assert_eq!(recipients(&shop).len(), 0);
    for id in &ids {
        assert_eq!(shop.status(*id).await, "scheduled");
        assert_eq!(shop.details(*id, "paused").await, [paused.as_str()], "said once");
    }
    shop.advance(SOON).await;
    assert_eq!(recipients(&shop), ["anna@example.com", "berta@example.com", "carla@example.com", "dora@example.com"]);
    assert_eq!(shop.timeline(ids[3]).await, ["created", "paused", "claimed", "sent", "delivered"]);
    assert_eq!(shop.get(SETTINGS).await.json()["paused_until"], Value::Null, "it is over");
    shop.advance(DAY).await;
    assert_eq!(recipients(&shop).len(), 4);
    let shop_row = item(&shop.world, "T#fern.live", "TENANT").await.unwrap();
    assert_eq!(shop_row["due_shard"], Value::Null, "nobody looks at it any more");
}

#[tokio::test]
async fn emails_sms_reminders_what_is_sent_now_and_notifications_to_authors_wait() {
    let shop = Shop::new().await;
    let (review, _) = shop.written(json!({"email": "author@example.com"})).await;
    for customer in [json!({"email": "jane@example.com"}), json!({"phone": "+491711234567"})] {
        let mut body = customer;
        body["first_name"] = json!("Jane");
        shop.post("/beacon/customers", body).await.is(200);
    }
    let reminded = json!({"email": "jane@example.com", "channels": ["email"], "reminders_count": 1});
    shop.post("/beacon/asks", reminded).await.is(200);
    shop.settle().await;
    assert_eq!(recipients(&shop), ["jane@example.com"]);

    let paused = pause_for(&shop, DAY * 5).await;
    shop.post("/beacon/asks", json!({"phone": "+491711234567", "channels": ["sms"]})).await.is(200);
    let manual = ask(&shop, json!({"email": "manual@example.com", "skip_email": true})).await;
    shop.post(format!("/api/v1/review-requests/{manual}/send"), json!({})).await.is(200);
    ask(&shop, json!({"email": "june@example.com", "delay_days": 0})).await;
    shop.withhold(review, "abusive").await;
    shop.advance(DAY * 4).await;
    assert_eq!(recipients(&shop).len(), 1);
    assert_eq!(shop.details(manual, "paused").await, [paused]);

    shop.advance(DAY + SOON).await;
    let mut left = recipients(&shop).split_off(1);
    left.sort();
    let expected =
        ["+491711234567", "author@example.com", "jane@example.com", "june@example.com", "manual@example.com"];
    assert_eq!(left, expected);
    assert_eq!(shop.notifications().len(), 1);
    shop.advance(DAY).await;
    assert_eq!(recipients(&shop).len(), 6, "each once");
}

#[tokio::test]
async fn notifications_to_the_owner_leave_all_the_same() {
    let shop = Shop::new().await;
    shop.owned_by(json!("owner@fern-and-oak.example")).await;
    send(&shop, 5, 0, 0).await;
    pause_for(&shop, DAY).await;
    assert_eq!(shop.notifications().len(), 0);
    shop.advance(SOON).await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!(mail.to, "owner@fern-and-oak.example");
}

#[tokio::test]
async fn a_pause_and_its_end_are_seen_at_once() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    pause_for(&shop, DAY * 365).await;
    shop.settle().await;
    assert_eq!((recipients(&shop).len(), shop.timeline(id).await.last().unwrap().as_str()), (0, "paused"));
    shop.advance(HOUR).await;
    set(&shop, json!({"paused_until": null})).await;
    asked(&shop, "june@example.com").await;
    assert_eq!(recipients(&shop), ["june@example.com"], "nothing keeps back what is new");
    shop.advance(SOON).await;
    assert_eq!(recipients(&shop), ["june@example.com", "jane@example.com"]);
    // If a pause ends in the past, there is no pause.
    assert_eq!(set(&shop, json!({"paused_until": "2026-11-20T06:00:00Z"})).await["paused_until"], Value::Null);
    asked(&shop, "july@example.com").await;
    assert_eq!(recipients(&shop).len(), 3);
}

#[tokio::test]
async fn the_operators_pause_is_not_the_shops_to_end() {
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    let fern = || json!({"tenant": "fern", "mode": "live"});
    let pause = json!({"since": "2026-11-20T06:00:00Z", "until": null});
    assert_eq!(run(&shop.world, json!({ "pause": fern() })).await.unwrap(), pause);
    assert_eq!(shop.get(SETTINGS).await.json()["operator_pause"], pause);
    pause_for(&shop, HOUR).await;
    for settings in [json!({"paused_until": null, "operator_pause": null}), json!({"operator_pause": {}})] {
        assert_eq!(set(&shop, settings).await["operator_pause"], pause);
    }
    let id = asked(&shop, "jane@example.com").await;
    asked(&other, "june@example.com").await;
    shop.advance(HOUR * 2).await;
    assert_eq!(recipients(&shop), ["june@example.com"], "the other shop is not paused");
    assert_eq!(shop.details(id, "paused").await, ["operator"]);

    // The operator's pause gets another end, and the shop's own pause follows it.
    let later = json!({"tenant": "fern", "mode": "live", "until": "2026-11-20T12:00:00Z"});
    let pause = json!({"since": "2026-11-20T06:00:00Z", "until": "2026-11-20T12:00:00Z"});
    assert_eq!(run(&shop.world, json!({ "pause": later })).await.unwrap(), pause);
    set(&shop, json!({"paused_until": "2026-11-20T14:00:00Z"})).await;
    shop.until("2026-11-20T13:00:00Z").await;
    assert_eq!(shop.get(SETTINGS).await.json()["operator_pause"], Value::Null);
    assert_eq!(recipients(&shop).len(), 1);
    shop.until("2026-11-20T14:12:00Z").await;
    assert_eq!(recipients(&shop), ["june@example.com", "jane@example.com"]);

    // The operator ends the pause.
    run(&shop.world, json!({ "pause": fern() })).await.unwrap();
    asked(&shop, "july@example.com").await;
    for resumed in [true, false] {
        assert_eq!(run(&shop.world, json!({ "resume": fern() })).await.unwrap(), json!({ "resumed": resumed }));
    }
    shop.advance(SOON).await;
    assert_eq!(recipients(&shop)[2..], ["july@example.com"]);
}

#[tokio::test]
async fn each_pause_of_the_operator_is_in_an_audit_log() {
    let shop = Shop::new().await;
    let until = "2026-11-20T12:00:00Z";
    for of in [json!({"tenant": "fern", "mode": "live"}), json!({})] {
        run(&shop.world, json!({ "pause": of })).await.unwrap();
        let mut longer = of.clone();
        longer["until"] = json!(until);
        for change in [json!({ "pause": longer }), json!({ "resume": of }), json!({ "resume": of })] {
            shop.jump(MINUTE);
            run(&shop.world, change).await.unwrap();
        }
        let log = run(&shop.world, json!({ "audit": of })).await.unwrap();
        let entries = log["entries"].list();
        let since = &entries[2]["at"];
        let (first, second) = (json!({"since": since, "until": null}), json!({"since": since, "until": until}));
        let expected = [("resume", &second, &Value::Null), ("pause", &first, &second), ("pause", &Value::Null, &first)];
        for (entry, (what, before, after)) in entries.iter().zip(expected) {
            assert_eq!((&entry["what"], &entry["before"], &entry["after"]), (&json!(what), before, after));
        }
        assert_eq!(entries.len(), 3, "to end what has ended changes nothing");
    }
}

#[tokio::test]
async fn invalid_pauses_of_the_operator_are_refused_with_a_sentence() {
    let shop = Shop::new().await;
    let past = json!({"tenant": "fern", "mode": "live", "until": "2026-11-20T06:00:00Z"});
    for (of, kind) in [
        (json!({"tenant": "nobody", "mode": "live"}), "not_found"),
        (json!({"tenant": "fern"}), "invalid"),
        (json!({"mode": "live"}), "invalid"),
        (past, "invalid"),
        (json!({"until": "tomorrow"}), "invalid"),
        (json!({"shop": "fern"}), "invalid"),
    ] {
        let refused = run(&shop.world, json!({ "pause": of })).await.unwrap_err();
        assert_eq!(refused.kind(), kind, "{refused}");
        assert!(refused.to_string().ends_with('.'), "{refused}");
    }
    asked(&shop, "jane@example.com").await;
    assert_eq!(recipients(&shop).len(), 1, "nothing is paused");
}

#[tokio::test]
async fn the_pause_of_all_sending_covers_every_shop() {
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    let pause = |until: &str| json!({"pause": {"until": until}});
    run(&shop.world, pause("2026-11-20T08:00:00Z")).await.unwrap();
    // One of the shops has its own pause.
    set(&other, json!({"paused_until": "2026-11-20T07:00:00Z"})).await;
    let ids = [asked(&shop, "jane@example.com").await, asked(&other, "june@example.com").await];
    shop.advance(HOUR).await;
    for (shop, id) in [&shop, &other].into_iter().zip(ids) {
        assert_eq!(shop.details(id, "paused").await, ["operator until 2026-11-20T08:00:00Z"]);
    }
    let longer = run(&shop.world, pause("2026-11-21T08:00:00Z")).await.unwrap();
    assert_eq!(longer["since"], "2026-11-20T06:00:00Z", "it is the same pause");
    shop.advance(HOUR * 2).await;
    assert_eq!(recipients(&shop).len(), 0);
    assert_eq!(run(&shop.world, json!({"resume": {}})).await.unwrap(), json!({"resumed": true}));
    shop.advance(SOON).await;
    let mut left = recipients(&shop);
    left.sort();
    assert_eq!(left, ["jane@example.com", "june@example.com"]);

    // The pause ends at its time.
    run(&shop.world, pause("2026-11-20T10:00:00Z")).await.unwrap();
    asked(&shop, "july@example.com").await;
    shop.until("2026-11-20T09:59:00Z").await;
    assert_eq!(recipients(&shop).len(), 2);
    shop.advance(SOON).await;
    assert_eq!(recipients(&shop).len(), 3);
}

#[tokio::test]
async fn cancelling_expiry_and_stop_rules_go_on_during_a_pause() {
    let shop = Shop::new().await;
    let expired = ask(&shop, json!({"email": "berta@example.com", "delay_days": 85})).await;
    shop.jump(DAY * 85 - HOUR);
    pause_for(&shop, DAY * 10).await;
    shop.jump(MINUTE);
    let cancelled = ask(&shop, json!({"email": "anna@example.com", "delay_days": 0})).await;
    shop.advance(HOUR).await;
    shop.delete(format!("/api/v1/review-requests/{cancelled}")).await.is(200);
    shop.suppresses("carla@example.com").await;
    assert_eq!(shop.timeline(asked(&shop, "carla@example.com").await).await, ["created", "skipped"], "at once");
    shop.advance(DAY * 8).await;
    assert_eq!(shop.status(expired).await, "expired");
    assert!(shop.timeline(expired).await.contains(&"expired".to_owned()), "it is recorded");
    assert_eq!(shop.counters().await["expired"], 1);
    shop.advance(DAY * 3).await;
    assert_eq!(recipients(&shop).len(), 0);
    assert_eq!(shop.status(cancelled).await, "cancelled");
}

/// The window opens at 07:00 in Berlin, and the pause ends at 02:00 on a Sunday.
#[tokio::test]
async fn delayed_messages_leave_within_the_window_and_the_cap() {
    let shop = Shop::new().await;
    let window = json!({"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"});
    let paused_until = "2026-11-22T01:00:00Z";
    set(&shop, json!({"send_window": window, "messages_a_month": 1, "paused_until": paused_until})).await;
    shop.jump(MINUTE);
    let twice = [ask(&shop, json!({"delay_days": 0})).await, ask(&shop, json!({"delay_days": 1})).await];
    let manual = ask(&shop, json!({"email": "june@example.com", "skip_email": true})).await;
    shop.post(format!("/api/v1/review-requests/{manual}/send"), json!({})).await.is(200);
    shop.until("2026-11-22T07:59:00Z").await;
    assert_eq!(recipients(&shop).len(), 0, "the pause is over, and the window closed");
    shop.until("2026-11-22T12:00:00Z").await;
    let mut left = recipients(&shop);
    left.sort();
    assert_eq!(left, ["jane@example.com", "june@example.com"]);
    let opens_at: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
    assert!(shop.inbox().iter().all(|mail| mail.sent_at >= opens_at), "also what was to be sent now");
    let deferred = [shop.details(twice[0], "deferred").await, shop.details(twice[1], "deferred").await].concat();
    assert_eq!(deferred.iter().filter(|detail| detail.starts_with("person_cap until ")).count(), 1, "{deferred:?}");
    shop.advance(DAY * 32).await;
    assert_eq!(recipients(&shop).len(), 3);
}

/// The shop's pause, its suspension, and a pause by AWS. Each lasts from the second to the eighth day.
#[tokio::test]
async fn delayed_reminders_leave_with_their_gaps() {
    for delayed_by in ["pause", "suspension", "aws"] {
        let shop = Shop::new().await;
        shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await;
        let asked = json!({"email": "jane@example.com", "channels": ["email"], "reminders_count": 3});
        shop.post("/beacon/asks", asked).await;
        shop.advance(DAY).await;
        match delayed_by {
            "pause" => drop(pause_for(&shop, DAY * 7).await),
            "suspension" => {
                let suspension = Suspension { since: shop.now(), reason: SuspensionReason::Bounces };
                let store = shop.store();
                let mut transaction = store.transaction(&shop.tenant);
                transaction.suspend_mails(suspension, shop.now() + DAY * 7);
                transaction.commit().await.unwrap();
            }
            _ => shop.aws().set_mail_standing(email_outages::ENFORCED[0]),
        }
        shop.advance(DAY * 7).await;
        shop.aws().set_mail_standing(MailStanding::Production);
        shop.advance(DAY * 12).await;
        let start: Timestamp = crate::support::START.parse().unwrap();
        let days: Vec<_> = shop.inbox().iter().map(|mail| mail.sent_at.duration_since(start).as_hours() / 24).collect();
        assert_eq!(days, [0, 8, 12, 19], "{delayed_by}: and not two at once");
    }
}

#[tokio::test]
async fn messages_of_a_paused_shop_cost_one_look_an_hour() {
    let shop = Shop::new().await;
    pause_for(&shop, DAY * 30).await;
    for number in 0..20 {
        ask(&shop, json!({"email": format!("jane+{number}@example.com"), "delay_days": 0})).await;
    }
    shop.advance(SOON).await;
    reconcile::calls(&shop);
    shop.advance(DAY).await;
    let calls = reconcile::calls(&shop);
    assert!(calls["UpdateItem"] <= 25, "the shop is looked at once an hour: {calls:?}");
    let cheap = ["BatchGetItem", "GetItem", "Query", "UpdateItem"];
    assert!(calls.keys().all(|operation| cheap.contains(&operation.as_str())), "{calls:?}");
}

#[tokio::test]
async fn paused_messages_are_neither_woken_nor_reported_late() {
    let (shop, log) = (Shop::new().await, Log::default());
    let _listening = log.listen();
    pause_for(&shop, HOUR * 5).await;
    let mut ids = Vec::new();
    for number in 0..3 {
        ids.push(ask(&shop, json!({"email": format!("jane+{number}@example.com"), "delay_days": 0})).await);
    }
    for _ in 0..4 {
        shop.jump(HOUR);
        let report = reconcile::run(&shop).await;
        assert_eq!((report.woken, report.oldest_late_s, report.failed), (0, 0, 0));
    }
    shop.jump(HOUR + MINUTE);
    let report = reconcile::run(&shop).await;
    assert_eq!((report.woken, report.oldest_late_s, report.failed), (3, 0, 0));
    // Directly after the pause, the provider accepts nothing for some minutes.
    shop.fails(Service::Ses, Fault::Throttle);
    shop.advance(MINUTE * 10).await;
    shop.heals();
    assert!(shop.timeline(ids[0]).await.contains(&"throttled".to_owned()) && recipients(&shop).is_empty());
    shop.advance(HOUR).await;
    assert_eq!((recipients(&shop).len(), log.lines_with("late_s")), (3, 0));
}

//! Pauses of sending: reminders that a suspension or AWS delayed, and what a pause costs.

use domain::shop::{Suspension, SuspensionReason};
use small_aws::MailStanding;

use crate::failures::email_outages;
use crate::privacy::secrets::Log;
use crate::sending::reconcile;
use crate::support::*;

/// A shop that pauses for so long, and this many messages that are due meanwhile.
async fn paused(length: SignedDuration, messages: usize) -> (Shop, Vec<u64>) {
    let (shop, mut ids) = (Shop::new().await, Vec::new());
    shop.sets(json!({"paused_until": (shop.now() + length).to_string()})).await;
    for number in 0..messages {
        ids.push(shop.sent(json!({"email": format!("jane+{number}@example.com"), "delay_days": 0})).await.0);
    }
    (shop, ids)
}

/// The shop's suspension, and a pause by AWS. Each lasts from the second to the eighth day. The days in the middle are
/// jumped over, unless `PAUSED_DAYS` is set.
#[tokio::test]
async fn delayed_reminders_leave_with_their_gaps() {
    let jumped = if std::env::var_os("PAUSED_DAYS").is_some() { 0 } else { 5 };
    for is_by_aws in [false, true] {
        let shop = Shop::new().await;
        shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await;
        let asked = json!({"email": "jane@example.com", "channels": ["email"], "reminders_count": 3});
        shop.post("/beacon/asks", asked).await;
        shop.advance(DAY).await;
        if is_by_aws {
            shop.aws().set_mail_standing(email_outages::ENFORCED[0]);
        } else {
            let (store, now) = (shop.store(), shop.now());
            let mut transaction = store.transaction(&shop.tenant);
            transaction.suspend_mails(Suspension { since: now, reason: SuspensionReason::Bounces }, now + DAY * 7);
            transaction.commit().await.unwrap();
        }
        shop.jump(DAY * jumped);
        shop.advance(DAY * (7 - jumped)).await;
        shop.aws().set_mail_standing(MailStanding::Production);
        shop.advance(DAY * 12).await;
        let start: Timestamp = START.parse().unwrap();
        let days: Vec<_> = shop.inbox().iter().map(|mail| mail.sent_at.duration_since(start).as_hours() / 24).collect();
        assert_eq!(days, [0, 8, 12, 19], "by AWS {is_by_aws}: and not two at once");
    }
}

#[tokio::test]
async fn messages_of_a_paused_shop_cost_one_look_an_hour() {
    let (shop, _) = paused(DAY * 30, 20).await;
    shop.advance(MINUTE * 12).await;
    reconcile::calls(&shop);
    shop.advance(DAY).await;
    let calls = reconcile::calls(&shop);
    assert!(calls["UpdateItem"] <= 25, "the shop is looked at once an hour: {calls:?}");
    let cheap = ["BatchGetItem", "GetItem", "Query", "UpdateItem"];
    assert!(calls.keys().all(|operation| cheap.contains(&operation.as_str())), "{calls:?}");
}

#[tokio::test]
async fn paused_messages_are_neither_woken_nor_reported_late() {
    let log = Log::default();
    let _listening = log.listen();
    let (shop, ids) = paused(HOUR * 5, 3).await;
    for woken in [0, 0, 0, 0, 3] {
        shop.jump(if woken == 0 { HOUR } else { HOUR + MINUTE });
        let report = reconcile::run(&shop).await;
        assert_eq!((report.woken, report.oldest_late_s, report.failed), (woken, 0, 0));
    }
    // Directly after the pause, the provider accepts nothing for some minutes.
    shop.fails(Service::Ses, Fault::Throttle);
    shop.advance(MINUTE * 10).await;
    shop.heals();
    assert!(shop.timeline(ids[0]).await.contains(&"throttled".to_owned()) && shop.inbox().is_empty());
    shop.advance(HOUR).await;
    assert_eq!((shop.inbox().len(), log.lines_with("late_s")), (3, 0));
}

//! A provider that accepts no email for days, with the movable clock. The test [`backlog`](crate::sending::backlog) is
//! about more emails than the provider accepts in a second.

use small_aws::{Call, MailStanding};

use crate::privacy::secrets::Log;
use crate::sending::reconcile;
use crate::support::*;

const TICK: SignedDuration = SignedDuration::from_mins(5);
/// The requests' delay. After it, all their emails are due.
const DELAY: SignedDuration = SignedDuration::from_hours(24);

/// Creates requests whose emails are all due in a day, within a second.
async fn ask(shop: &Shop, mails: usize) {
    for n in 0..mails {
        let customer = format!("{}-{n}@example.com", shop.tenant.id.as_str());
        shop.created(json!({"email": customer, "order_id": n.to_string(), "delay_days": 1})).await;
        // A millisecond has 4,096 ids, so the clock must move.
        if n % 50 == 49 {
            shop.jump(SignedDuration::from_millis(2));
        }
    }
}

/// A world without reports from SES, in which only wake-ups are processed.
async fn shop() -> Shop {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    shop
}

#[derive(Default)]
struct Passed {
    wake_ups: usize,
    /// The age of the oldest message, as each run of reconcile reported it.
    late_s: Vec<i64>,
}

/// Lets time pass, with a run of reconcile every five minutes.
async fn pass(shop: &Shop, by: SignedDuration) -> Passed {
    let (aws, until) = (shop.aws(), shop.now() + by);
    let (mut passed, mut tick) = (Passed::default(), shop.now() + TICK);
    loop {
        // No other queue has messages.
        let due = shop.world.due(1).unwrap();
        if !due.is_empty() {
            passed.wake_ups += due.len();
            for wake_up in due {
                wake_up.await.unwrap();
            }
            continue;
        }
        let next = aws.next_due().map_or(tick, |next| next.min(tick)).max(shop.now());
        if next > until {
            aws.move_clock(until).unwrap();
            return passed;
        }
        aws.move_clock(next).unwrap();
        if next == tick {
            passed.late_s.push(reconcile::run(shop).await.oldest_late_s);
            tick += TICK;
        }
    }
}

#[tokio::test]
async fn messages_that_wait_for_days_wait_in_the_table_alone() {
    const MAILS: usize = 40;
    let shop = shop().await;
    let aws = shop.aws();
    ask(&shop, MAILS).await;
    aws.set_mail_standing(MailStanding::Paused);
    shop.jump(DELAY - MINUTE);
    let begins = pass(&shop, HOUR).await;
    assert!(begins.wake_ups <= MAILS * 7, "{} wake-ups", begins.wake_ups);
    let waits = pass(&shop, HOUR * 23).await;
    // In each run of reconcile, at most three messages test whether the outage is over, and two of them wait for the
    // first.
    let runs = 23 * 12;
    assert!((runs / 4..=runs * 4).contains(&waits.wake_ups), "{} wake-ups", waits.wake_ups);
    assert!(aws.due_schedules().is_empty());
    assert!(aws.queue(Work::Sends).unwrap().waiting().len() <= 3);
    assert!(waits.late_s.iter().all(|late_s| *late_s >= 3_300), "each run says how late they are: {:?}", waits.late_s);
    assert!(*waits.late_s.last().unwrap() >= 23 * 3_600);

    aws.set_mail_standing(MailStanding::Production);
    pass(&shop, MINUTE * 30).await;
    assert_eq!(shop.inbox().len(), MAILS);
    assert!(aws.queue(Work::Sends).unwrap().dead().is_empty());
    assert_eq!(pass(&shop, TICK * 2).await.late_s, [0, 0]);
}

#[tokio::test]
async fn emails_of_a_suspended_shop_cost_nothing_are_not_late_and_leave_in_their_order() {
    let shop = shop().await;
    let suspension = domain::shop::Suspension { since: shop.now(), reason: domain::shop::SuspensionReason::Bounces };
    let store = shop.store();
    let mut transaction = store.transaction(&shop.tenant);
    transaction.suspend_mails(suspension, shop.now() + HOUR * 48);
    transaction.commit().await.unwrap();
    let mut ids = Vec::new();
    for n in 0..3 {
        let customer = format!("fern-{n}@example.com");
        ids.push(shop.created(json!({"email": customer, "order_id": n.to_string(), "delay_days": 0})).await.0);
        shop.jump(SECOND);
    }
    let passed = pass(&shop, HOUR * 24).await;
    assert_eq!(passed.wake_ups, 3, "in a day");
    assert!(passed.late_s.iter().all(|late_s| *late_s == 0), "{:?}", passed.late_s);
    assert!(shop.aws().due_schedules().is_empty());
    assert_eq!(shop.status(ids[0]).await, "scheduled");
    shop.post("/api/v1/deliverability/release", json!({})).await.is(200);
    pass(&shop, TICK * 2).await;
    let left: Vec<_> = shop.inbox().into_iter().map(|mail| mail.to).collect();
    assert_eq!(left, ["fern-0@example.com", "fern-1@example.com", "fern-2@example.com"], "in their order");
}

/// The number of log lines about late messages while time passes.
async fn lines(shop: &Shop, by: SignedDuration) -> usize {
    let log = Log::default();
    let logging = log.listen();
    let passed = pass(shop, by).await;
    drop(logging);
    assert!(passed.wake_ups <= 400, "{} wake-ups of 3 emails: none is multiplied", passed.wake_ups);
    log.lines_with("late_s")
}

/// Messages that are tried again and again are late, although reconcile never handles them.
#[tokio::test]
async fn a_sender_says_how_late_a_message_is_that_waits_again() {
    let shop = shop().await;
    ask(&shop, 3).await;
    shop.jump(DELAY - MINUTE);
    let refuse = |call: &Call| if call.operation == "SendEmail" { Fault::Throttle } else { Fault::None };
    shop.aws().set_faults(refuse);
    assert_eq!(lines(&shop, MINUTE * 30).await, 0);
    let lines = lines(&shop, MINUTE * 30).await;
    assert!((3..=600).contains(&lines), "{lines} lines about 3 emails in half an hour");
}

/// A sender that has too little time to call the provider claims nothing.
#[tokio::test]
async fn a_message_for_which_no_time_is_left_is_not_claimed() {
    let shop = shop().await;
    let clock = shop.aws().clock().clone();
    shop.aws().set_faults(move |call: &Call| {
        if call.operation == "BatchGetItem" {
            clock.set(clock.now() + SignedDuration::from_millis(3_500));
        }
        Fault::None
    });
    let (id, _) = shop.sent(json!({"delay_days": 0})).await;
    shop.heals();
    assert_eq!(shop.timeline(id).await, ["created"]);
    shop.advance(TICK).await;
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent"]);
}

/// An email that was sent is committed before the pause ends for other messages.
#[tokio::test]
async fn an_accepted_email_is_committed_before_the_pause_ends() {
    let shop = shop().await;
    let aws = shop.aws();
    aws.set_mail_standing(MailStanding::Paused);
    shop.created(json!({"delay_days": 0})).await;
    shop.advance(MINUTE).await;
    aws.set_mail_standing(MailStanding::Production);
    aws.take_calls();
    while shop.inbox().is_empty() {
        assert!(shop.world.advance_to_next().await.unwrap());
    }
    let calls = aws.take_calls();
    let place = |operation: &str| calls.iter().rposition(|call| call.operation == operation).unwrap();
    assert!(place("SendEmail") < place("TransactWriteItems"), "{calls:?}");
    assert!(place("TransactWriteItems") < place("DeleteItem"), "{calls:?}");
}

//! A provider that accepts no email for days, with the movable clock. The test [`backlog`](crate::sending::backlog) is
//! about more emails than the provider accepts in a second.

use small_aws::MailStanding;

use crate::privacy::secrets::Log;
use crate::sending::reconcile;
use crate::support::*;

const TICK: SignedDuration = SignedDuration::from_mins(5);
/// The requests' delay. After it, all their emails are due.
const DELAY: SignedDuration = SignedDuration::from_hours(24);

/// Creates requests whose emails are all due in a day.
async fn ask(shop: &Shop, mails: usize) {
    for n in 0..mails {
        shop.created(json!({"email": format!("fern-{n}@example.com"), "delay_days": 1})).await;
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

/// Messages that are tried again and again are late, although reconcile never handles them.
#[tokio::test]
async fn a_sender_says_how_late_a_message_is_that_waits_again() {
    let shop = shop().await;
    ask(&shop, 3).await;
    shop.jump(DELAY - MINUTE);
    shop.fails("SendEmail", Fault::Throttle);
    let log = Log::default();
    let _logging = log.listen();
    // In the first half an hour, they are not late.
    for (least, most) in [(0, 0), (3, 600)] {
        let passed = pass(&shop, MINUTE * 30).await;
        assert!(passed.wake_ups <= 400, "{} wake-ups of 3 emails: none is multiplied", passed.wake_ups);
        let lines = log.lines_with("late_s");
        assert!((least..=most).contains(&lines), "{lines} lines about 3 emails in half an hour");
    }
}

/// A sender that has too little time to call the provider claims nothing.
#[tokio::test]
async fn a_message_for_which_no_time_is_left_is_not_claimed() {
    let shop = shop().await;
    shop.slows("BatchGetItem", SignedDuration::from_secs(7));
    let (id, _) = shop.sent(json!({"delay_days": 0})).await;
    shop.heals();
    assert_eq!(shop.timeline(id).await, ["created"]);
    shop.advance(TICK).await;
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent"]);
}

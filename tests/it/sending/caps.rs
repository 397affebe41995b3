//! The cap, the maximum number of messages that a person gets from a shop, when many are sent at once.

use crate::support::*;

const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

#[tokio::test]
async fn of_simultaneous_messages_exactly_as_many_leave_as_the_cap_allows() {
    let shop = Shop::new().await;
    shop.sets(json!({"messages_a_month": 3})).await;
    let mut wakes = Vec::new();
    for _ in 0..9 {
        wakes.push(shop.wake(shop.created(json!({"delay_days": 0})).await.0).await);
    }
    let sender = send_request::start(shop.world.env()).unwrap();
    // All nine read Jane's count before the first of them writes, so claims are made again.
    let written = AtomicUsize::new(0);
    shop.aws().set_faults(move |call| match call.operation.as_str() {
        "TransactWriteItems" if written.fetch_add(1, Ordering::SeqCst) < 9 => Fault::Delay(Duration::from_millis(200)),
        _ => Fault::None,
    });
    let done = join_all(wakes.iter().map(|wake| sender.wake(wake))).await;
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    assert_eq!(shop.inbox().len(), 3);
    let rows = table(&shop.world).await;
    let row = rows.iter().find(|row| row["SK"]["S"].text().starts_with("GOT#")).unwrap();
    let ttl: i64 = row["ttl"]["N"].text().parse().unwrap();
    assert!((0..60).contains(&((shop.now() + MONTH).as_second() - ttl)), "it leaves the table after 30 days: {row}");
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 3);
    // Wake-ups come at whole seconds, so each month's messages are sent a little later than those of the month before.
    for messages in [6, 9] {
        shop.advance(MONTH + MINUTE * 5).await;
        assert_eq!(shop.inbox().len(), messages);
    }
    let mut left: Vec<_> = shop.inbox().iter().map(|mail| mail.sent_at).collect();
    left.sort();
    // A message counts from its claim, and is sent a moment later.
    let month = MONTH - SECOND;
    assert!(left.iter().zip(&left[3..]).all(|(first, fourth)| fourth.duration_since(*first) >= month), "{left:?}");
}

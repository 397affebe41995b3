//! The cap: the maximum number of messages that a person gets from a shop.

use crate::support::*;

const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

async fn capped(messages: u8) -> Shop {
    let shop = Shop::new().await;
    shop.sets(json!({"messages_a_month": messages})).await;
    shop
}

async fn rows(shop: &Shop) -> Vec<Value> {
    let is_one = |item: &Value| item["SK"]["S"].as_str().is_some_and(|sk| sk.starts_with("GOT#"));
    table(&shop.world).await.into_iter().filter(is_one).collect()
}

async fn create(shop: &Shop, email: &str) -> u64 {
    shop.created(json!({"email": email, "delay_days": 0})).await.0
}

#[tokio::test]
async fn a_message_over_the_cap_waits_for_the_30_days_to_pass() {
    let shop = capped(2).await;
    let mut ids = Vec::new();
    for _ in 0..4 {
        ids.push(create(&shop, "jane@example.com").await);
        shop.settle().await;
        shop.advance(HOUR).await;
    }
    create(&shop, "june@example.com").await;
    shop.settle().await;
    let first = ["2026-11-20T06:00:00Z", "2026-11-20T07:00:00Z", "2026-11-20T10:00:00Z"];
    assert_eq!(shop.left_at(), first, "June has a month of her own");
    assert_eq!(shop.details(ids[2], "deferred").await, ["person_cap until 2026-12-20T06:00:00Z"]);
    assert_eq!(shop.details(ids[3], "deferred").await, ["person_cap until 2026-12-20T06:00:00Z"]);
    let third = shop.get(format!("/api/v1/review-requests/{}", ids[2])).await.json();
    assert_eq!((&third["status"], &third["scheduled_at"]), (&json!("scheduled"), &json!("2026-12-20T06:00:00Z")));
    shop.advance_days(40).await;
    assert_eq!(shop.left_at()[3..], ["2026-12-20T06:00:00Z", "2026-12-20T07:00:00Z"]);
}

#[tokio::test]
async fn reminders_count_too() {
    let shop = capped(3).await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await;
    shop.post("/beacon/asks", json!({"email": "jane@example.com", "reminders_count": 3})).await;
    shop.advance_days(60).await;
    // The fourth message waits until the first one is 30 days old.
    let expected = ["2026-11-20T06:00:00Z", "2026-11-23T06:00:00Z", "2026-11-27T06:00:00Z", "2026-12-20T06:00:00Z"];
    assert_eq!(shop.left_at(), expected);
}

#[tokio::test]
async fn of_simultaneous_messages_exactly_as_many_leave_as_the_cap_allows() {
    let shop = capped(3).await;
    let mut wakes = Vec::new();
    for _ in 0..9 {
        wakes.push(shop.wake(create(&shop, "jane@example.com").await).await);
    }
    let sender = send_request::start(shop.world.env()).unwrap();
    // All nine read Jane's count before the first of them writes.
    let written = AtomicUsize::new(0);
    shop.aws().set_faults(move |call| match call.operation.as_str() {
        "TransactWriteItems" if written.fetch_add(1, Ordering::SeqCst) < 9 => Fault::Delay(Duration::from_millis(200)),
        _ => Fault::None,
    });
    let done = join_all(wakes.iter().map(|wake| sender.wake(wake))).await;
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    assert_eq!(shop.inbox().len(), 3);
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

#[tokio::test]
async fn a_message_that_is_throttled_counts_once() {
    let shop = capped(2).await;
    shop.fails(Service::Ses, Fault::Throttle);
    create(&shop, "jane@example.com").await;
    shop.advance(MINUTE * 30).await;
    shop.heals();
    shop.advance(HOUR).await;
    assert_eq!(shop.inbox().len(), 1);
    let rows = rows(&shop).await;
    assert_eq!((rows.len(), rows[0]["times"]["L"].list().len()), (1, 1));
    create(&shop, "jane@example.com").await;
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 2);
}

#[tokio::test]
async fn messages_sent_by_hand_are_counted_and_not_delayed_by_the_cap() {
    let shop = capped(1).await;
    let (_, hub) = shop.sent(json!({"delay_days": 0})).await;
    shop.advance_days(1).await;
    let (id, _) = shop.created(json!({"delay_days": 6})).await;
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 2);
    shop.advance_days(79).await;
    create(&shop, "jane@example.com").await;
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 3);
    shop.advance_days(10).await;
    shop.submit("/review/hub/renew", &[("token", token_of(&hub))]).await.is(200);
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 4);
    shop.browse(link_in(&shop.inbox()[3])).await.is(200);
    let next = create(&shop, "jane@example.com").await;
    shop.settle().await;
    let until = shop.inbox()[3].sent_at + MONTH;
    assert_eq!(shop.details(next, "deferred").await, [format!("person_cap until {until:.0}")]);
}

#[tokio::test]
async fn a_message_whose_link_ends_first_is_skipped() {
    let shop = capped(1).await;
    let (second, _) = shop.created(json!({"delay_days": 80, "order_id": "A"})).await;
    shop.advance_days(79).await;
    create(&shop, "jane@example.com").await;
    shop.advance_days(2).await;
    assert_eq!(shop.details(second, "skipped").await, ["person_cap"]);
    assert_eq!((shop.status(second).await.as_str(), shop.counters().await["failed"]), ("failed", 1));
    // When the customer may be asked again, a new request for the order is possible, too.
    shop.created(json!({"delay_days": 0, "order_id": "A"})).await;
}

#[tokio::test]
async fn a_cap_ends_in_the_send_window() {
    let window = json!({"from": "09:00", "to": "10:00", "time_zone": "UTC"});
    let shop = capped(1).await;
    shop.sets(json!({"send_window": window})).await;
    create(&shop, "jane@example.com").await;
    create(&shop, "jane@example.com").await;
    shop.advance_days(40).await;
    let left: Vec<Timestamp> = shop.inbox().iter().map(|mail| mail.sent_at).collect();
    let [first, second] = left[..] else { panic!("{left:?}") };
    assert!(second.duration_since(first) >= MONTH, "{left:?}");
    assert!(shop.left_at().iter().all(|at| at.contains("T09:")), "{left:?}");
}

#[tokio::test]
async fn without_a_cap_nothing_is_counted_and_rows_leave_the_table() {
    let shop = Shop::new().await;
    create(&shop, "jane@example.com").await;
    shop.settle().await;
    assert_eq!((shop.inbox().len(), rows(&shop).await.len()), (1, 0));
    shop.sets(json!({"messages_a_month": 1})).await;
    create(&shop, "jane@example.com").await;
    shop.settle().await;
    let [row] = &rows(&shop).await[..] else { panic!() };
    assert_eq!(shop.inbox().len(), 2, "what came before the cap is not counted");
    let ttl: i64 = row["ttl"]["N"].text().parse().unwrap();
    assert_eq!(ttl, shop.now().as_second() + 30 * 86_400);
    assert!(!row.to_string().contains("jane"), "{row}");
}

#[tokio::test]
async fn a_claim_whose_count_is_out_of_date_is_made_again() {
    let shop = capped(1).await;
    let (one, other) = (create(&shop, "jane@example.com").await, create(&shop, "jane@example.com").await);
    let wakes = [shop.wake(one).await, shop.wake(other).await];
    let sender = send_request::start(shop.world.env()).unwrap();
    // The first claim is delayed until the second is written.
    let claims = AtomicUsize::new(0);
    shop.aws().set_faults(move |call| match call.operation.as_str() {
        "TransactWriteItems" if claims.fetch_add(1, Ordering::SeqCst) == 0 => Fault::Delay(Duration::from_millis(200)),
        _ => Fault::None,
    });
    let done = join_all(wakes.iter().map(|wake| sender.wake(wake))).await;
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    assert_eq!(shop.inbox().len(), 1);
}

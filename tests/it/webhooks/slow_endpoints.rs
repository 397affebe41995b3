//! A failing endpoint gets only a probe, and events of a shop that keeps the senders busy wait until other shops'
//! events are sent.

use super::ids;
use super::receiver::{Answer, Receiver};
use crate::support::*;

const EVENTS: usize = 30;

#[tokio::test]
async fn an_endpoint_that_fails_is_called_once_a_minute_and_gets_everything_when_it_works() {
    let (shop, works) = (Shop::new().await, Arc::new(AtomicBool::new(false)));
    let asked = Arc::clone(&works);
    let status = move |_| Answer::Status(if asked.load(Ordering::SeqCst) { 200 } else { 500 });
    let receiver = Receiver::answering(status).await;
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    for order in 0..EVENTS {
        shop.reviewed(&order.to_string()).await;
    }
    shop.settle().await;
    let mut called = receiver.calls().len();
    assert!(called < EVENTS, "those that follow the first failures wait");
    for minute in 0..20 {
        shop.advance(MINUTE).await;
        let more = receiver.calls().len() - called;
        assert!(more <= 2, "{more} calls in minute {minute}");
        called += more;
    }
    assert!(called > 5, "it is probed");
    let untried = shop.deliveries(&hook).await.iter().filter(|delivery| delivery["attempts"] == json!([])).count();
    assert!(untried > 0, "an event that is put off loses no attempt");
    works.store(true, Ordering::SeqCst);
    shop.advance(HOUR * 3).await;
    assert_eq!(ids(&receiver.calls()).len(), EVENTS);
    assert!(shop.deliveries(&hook).await.iter().all(|delivery| delivery["status"] == "delivered"));
}

#[tokio::test]
async fn a_shop_that_keeps_the_senders_busy_delays_no_other() {
    let busy = Shop::new().await;
    let other = busy.beside("acme").await;
    let (slow, before) = (Receiver::new().await, Arc::new(AtomicUsize::new(0)));
    let (calls, seen) = (slow.clone(), Arc::clone(&before));
    let quick = Receiver::answering(move |_| {
        seen.store(calls.calls().len(), Ordering::SeqCst);
        Answer::Status(200)
    });
    let quick = quick.await;
    busy.hook(&slow, json!({"events": ["review.submitted"]})).await;
    other.hook(&quick, json!({"events": ["review.submitted"]})).await;
    for order in 0..2 * EVENTS {
        busy.reviewed(&order.to_string()).await;
        busy.aws().move_clock(busy.now() + SignedDuration::from_millis(1)).unwrap();
    }
    other.reviewed("A").await;
    let groups: BTreeSet<_> = busy.aws().queue(Work::Webhooks).unwrap().waiting_groups().into_iter().collect();
    let tenants = ["acme.live", "fern.live"].map(|tenant| Some(tenant.to_owned()));
    assert_eq!(groups, tenants.into(), "each message has its shop");
    busy.settle().await;
    let before = before.load(Ordering::SeqCst);
    assert!(before < 2 * EVENTS, "it need not wait for all the others': {before}");
    assert_eq!((ids(&slow.calls()).len(), quick.calls().len()), (2 * EVENTS, 1), "and nothing is lost");
}

/// As many of a shop's endpoints hang as there are copies that call endpoints. Then three things happen in the shop, or
/// in another one, to which another endpoint subscribes.
#[tokio::test]
async fn two_endpoints_that_hang_delay_no_other_of_their_shop_or_of_another() {
    for is_another in [false, true] {
        let world = machines_world();
        let shop = Shop::in_world(world.clone(), "fern", Mode::Live).await;
        let other = if is_another { shop.beside("acme").await } else { shop.clone() };
        let (hanging, good) = (Receiver::answering(|_| Answer::Nothing).await, Receiver::new().await);
        other.hook(&good, json!({"events": ["review.submitted"]})).await;
        let pump = tokio::spawn(async move { world.run_until(std::future::pending()).await });
        let mut hooks = Vec::new();
        for number in 1..=2 {
            let hook = shop.hook(&hanging, json!({"events": ["review.withheld"]})).await;
            shop.post(format!("{}/test", hook.path), json!({})).await.is(202);
            hanging.called(number).await;
            hooks.push(hook);
        }
        for order in ["A", "B", "C"] {
            other.reviewed(order).await;
        }
        good.called(3).await;
        assert_eq!(ids(&good.calls()).len(), 3);
        for hook in &hooks {
            let deliveries = shop.deliveries(hook).await;
            assert!(deliveries.iter().all(|delivery| delivery["attempts"] == json!([])), "it still hangs");
        }
        pump.abort();
    }
}

/// A quick endpoint may take two seconds, and any endpoint fifteen: here a fifth of both, because sockets need real time.
#[tokio::test]
async fn an_endpoint_that_takes_its_time_is_called_twice_about_its_first_event_alone() {
    let shop = Shop::new().await;
    shop.aws().hurry(5);
    // The first two calls are about one event.
    let late = |number| if number < 2 { Answer::Late(Duration::from_millis(600)) } else { Answer::Status(200) };
    let receiver = Receiver::answering(late).await;
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    for (order, calls, stays_slow) in [("A", 2, true), ("B", 3, false), ("C", 4, false)] {
        shop.reviewed(order).await;
        shop.settle().await;
        let is_slow = table(&shop.world).await.iter().any(|row| !row["slow_since"].is_null());
        assert_eq!((receiver.calls().len(), is_slow), (calls, stays_slow), "{order}");
    }
    assert_eq!(ids(&receiver.calls()).len(), 3);
    for delivery in shop.deliveries(&hook).await {
        assert_eq!(delivery["attempts"].list().len(), 1, "what was broken off is no attempt");
    }
}

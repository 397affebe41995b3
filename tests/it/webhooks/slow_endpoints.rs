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
    let (busy, late) = (Shop::new().await, Duration::from_millis(200));
    let other = busy.beside("acme").await;
    let (slow, quick) = (Receiver::answering(move |_| Answer::Late(late)).await, Receiver::new().await);
    busy.hook(&slow, json!({"events": ["review.submitted"]})).await;
    other.hook(&quick, json!({"events": ["review.submitted"]})).await;
    for order in 0..2 * EVENTS {
        busy.reviewed(&order.to_string()).await;
        busy.aws().move_clock(busy.now() + SignedDuration::from_millis(1)).unwrap();
    }
    other.reviewed("A").await;
    let groups = |world: &local::World| {
        let messages = world.aws().queue(Work::Webhooks).unwrap().waiting_groups();
        messages.into_iter().collect::<std::collections::BTreeSet<_>>()
    };
    let tenants = ["acme.live", "fern.live"].map(|tenant| Some(tenant.to_owned()));
    assert_eq!(groups(&busy.world), tenants.into(), "each message has its shop");
    // With this factor, a call takes longer than most, but is not aborted.
    busy.aws().hurry(5);
    let world = busy.world.clone();
    let serving = tokio::spawn(async move { world.settle().await.unwrap() });
    while quick.calls().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(slow.calls().len() < 2 * EVENTS, "it need not wait for all the others'");
    serving.await.unwrap();
    assert_eq!((ids(&slow.calls()).len(), quick.calls().len()), (2 * EVENTS, 1), "and nothing is lost");
}

/// With the machine's clock, as in `cargo dev`.
#[tokio::test]
async fn a_receiver_that_hangs_stops_nothing_else() {
    let world = machines_world();
    let shop = Shop::in_world(world.clone(), "fern", Mode::Live).await;
    let (hanging, good) = (Receiver::answering(|_| Answer::Nothing).await, Receiver::new().await);
    let slow = shop.hook(&hanging, json!({"events": ["review.submitted"]})).await;
    shop.hook(&good, json!({"events": ["review.published"]})).await;
    let pump = tokio::spawn(async move { world.run_until(std::future::pending()).await });
    shop.reviewed("A").await;
    soon("it is called", &|| hanging.calls().len() == 1).await;
    shop.created(json!({"delay_days": 0})).await;
    soon("an email leaves", &|| shop.inbox().len() == 1).await;
    let before = good.calls().len();
    tokio::time::sleep(Duration::from_secs(1)).await;
    shop.reviewed("B").await;
    soon("another webhook is called", &|| good.calls().len() > before).await;
    let called: std::collections::BTreeSet<_> =
        hanging.calls().iter().map(|call| call.header("webhook-id").to_owned()).collect();
    assert_eq!(called.len(), 1, "a second event waits for the first one's answer");
    assert!(shop.deliveries(&slow).await.iter().all(|delivery| delivery["attempts"] == json!([])), "it still hangs");
    pump.abort();
}

async fn soon(what: &str, is_done: &dyn Fn() -> bool) {
    for _ in 0..500 {
        if is_done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{what}");
}

#[tokio::test]
async fn two_endpoints_that_hang_delay_no_other_of_their_shop_or_of_another() {
    tokio::join!(two_endpoints_hang("fern"), two_endpoints_hang("acme"));
}

/// As many of a shop's endpoints hang as there are copies that call endpoints. Then three things happen in the shop to
/// which another endpoint subscribes.
async fn two_endpoints_hang(the_others: &str) {
    let world = machines_world();
    let shop = Shop::in_world(world.clone(), "fern", Mode::Live).await;
    let other = match the_others {
        "fern" => None,
        name => Some(Shop::in_world(world.clone(), name, Mode::Live).await),
    };
    let other = other.as_ref().unwrap_or(&shop);
    let hanging = Receiver::answering(|_| Answer::Nothing).await;
    let good = Receiver::new().await;
    let mut hooks = Vec::new();
    for _ in 0..2 {
        hooks.push(shop.hook(&hanging, json!({"events": ["review.withheld"]})).await);
    }
    other.hook(&good, json!({"events": ["review.submitted"]})).await;
    let pump = tokio::spawn(async move { world.run_until(std::future::pending()).await });
    for hook in &hooks {
        let called = hanging.calls().len();
        shop.post(format!("{}/test", hook.path), json!({})).await.is(202);
        soon("it is called", &|| hanging.calls().len() > called).await;
    }
    for order in ["A", "B", "C"] {
        other.reviewed(order).await;
    }
    soon("the other endpoint gets all three", &|| ids(&good.calls()).len() == 3).await;
    for hook in &hooks {
        let deliveries = shop.deliveries(hook).await;
        assert!(deliveries.iter().all(|delivery| delivery["attempts"] == json!([])), "it still hangs");
    }
    pump.abort();
}

#[tokio::test]
async fn an_endpoint_that_takes_its_time_is_called_twice_about_its_first_event_alone() {
    let shop = Shop::in_world(machines_world(), "fern", Mode::Live).await;
    // This is longer than a quick endpoint may take, but far below the limit. The first two calls are about one event.
    let late = |number| if number < 2 { Answer::Late(Duration::from_secs(3)) } else { Answer::Status(200) };
    let receiver = Receiver::answering(late).await;
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    let is_slow = async || {
        let rows = table(&shop.world).await;
        rows.iter().any(|row| !row["slow_since"].is_null())
    };
    for (order, calls, stays_slow) in [("A", 2, true), ("B", 3, false), ("C", 4, false)] {
        shop.reviewed(order).await;
        shop.settle().await;
        assert_eq!((receiver.calls().len(), is_slow().await), (calls, stays_slow), "{order}");
    }
    assert_eq!(ids(&receiver.calls()).len(), 3);
    for delivery in shop.deliveries(&hook).await {
        assert_eq!(delivery["attempts"].list().len(), 1, "what was broken off is no attempt");
    }
}

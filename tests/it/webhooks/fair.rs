//! An endpoint that fails is left alone but for a probe, and a shop that keeps the senders busy waits behind the others.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use domain::values::Mode;
use jiff::SignedDuration;
use local::Work;
use serde_json::json;

use super::ids;
use super::receiver::{Answer, Receiver};
use crate::support::{Shop, machines_world};

const EVENTS: usize = 30;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

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
    shop.advance(SignedDuration::from_hours(3)).await;
    assert_eq!(ids(&receiver.calls()).len(), EVENTS);
    assert!(shop.deliveries(&hook).await.iter().all(|delivery| delivery["status"] == "delivered"));
}

#[tokio::test]
async fn a_shop_that_keeps_the_senders_busy_delays_no_other() {
    let (busy, late) = (Shop::new().await, Duration::from_millis(200));
    let other = Shop::in_world(busy.world.clone(), "acme", Mode::Live).await;
    let (slow, quick) = (Receiver::answering(move |_| Answer::Late(late)).await, Receiver::new().await);
    busy.hook(&slow, json!({"events": ["review.submitted"]})).await;
    other.hook(&quick, json!({"events": ["review.submitted"]})).await;
    for order in 0..2 * EVENTS {
        busy.reviewed(&order.to_string()).await;
        busy.world.aws().move_clock(busy.now() + SignedDuration::from_millis(1)).unwrap();
    }
    other.reviewed("A").await;
    let groups = |world: &local::World| {
        let messages = world.aws().queue(Work::Webhooks).unwrap().waiting_groups();
        messages.into_iter().collect::<std::collections::BTreeSet<_>>()
    };
    let tenants = ["acme.live", "fern.live"].map(|tenant| Some(tenant.to_owned()));
    assert_eq!(groups(&busy.world), tenants.into(), "each message has its shop");
    busy.world.aws().hurry(20);
    let world = busy.world.clone();
    let serving = tokio::spawn(async move { world.settle().await.unwrap() });
    while quick.calls().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(slow.calls().len() < 2 * EVENTS, "it need not wait for all the others'");
    serving.await.unwrap();
    assert_eq!((slow.calls().len(), quick.calls().len()), (2 * EVENTS, 1), "and nothing is lost");
}

/// As in `cargo dev`: by the machine's clock.
#[tokio::test]
async fn a_receiver_that_hangs_stops_nothing_else() {
    let world = machines_world();
    let shop = Shop::in_world(world.clone(), "fern", Mode::Live).await;
    let (hanging, good) = (Receiver::answering(|_| Answer::Nothing).await, Receiver::new().await);
    let slow = shop.hook(&hanging, json!({"events": ["review.submitted"]})).await;
    shop.hook(&good, json!({"events": ["review.published"]})).await;
    let pump = tokio::spawn(async move { world.run_until(std::future::pending()).await });
    let soon = async |what: &str, is_done: &dyn Fn() -> bool| {
        for _ in 0..500 {
            if is_done() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{what}");
    };
    shop.reviewed("A").await;
    soon("it is called", &|| hanging.calls().len() == 1).await;
    shop.created(json!({"delay_days": 0})).await;
    soon("an email leaves", &|| shop.inbox().len() == 1).await;
    let before = good.calls().len();
    tokio::time::sleep(Duration::from_secs(1)).await;
    shop.reviewed("B").await;
    soon("another webhook is called", &|| good.calls().len() > before).await;
    assert_eq!(hanging.calls().len(), 1, "a second event waits for the first one's answer");
    assert!(shop.deliveries(&slow).await.iter().all(|delivery| delivery["attempts"] == json!([])), "it still hangs");
    pump.abort();
}

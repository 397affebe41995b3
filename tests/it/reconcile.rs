//! `reconcile` under a backlog: what is lost is woken again, without multiplying the queue, and nothing starves.

use std::collections::BTreeMap;

use app::Report;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{MUG, Shop, table};

const TICK: SignedDuration = SignedDuration::from_mins(5);

async fn run(shop: &Shop) -> Report {
    let parts = reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    reconcile::handle(parts, json!({})).await.unwrap()
}

/// Takes all messages from the queue without serving them; the requests that they would have woken, and how often.
fn lose_messages(shop: &Shop) -> BTreeMap<u64, usize> {
    let (aws, mut lost) = (shop.world.aws(), BTreeMap::new());
    while let [message] = &aws.receive_due(1).unwrap()[..] {
        let body: Value = serde_json::from_str(&message.body).unwrap();
        *lost.entry(body["request"].as_u64().unwrap()).or_default() += 1;
        aws.finish(&message.id).unwrap();
    }
    lost
}

/// Creates requests whose messages are due and lost; their ids.
async fn late(shop: &Shop, count: usize) -> Vec<u64> {
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.push(shop.created(json!({"product_ids": [MUG], "delay_days": 0})).await.0);
    }
    assert_eq!(lose_messages(shop).len(), count);
    ids
}

/// Lets each call of a function take this long.
fn slow_down(shop: &Shop, call: SignedDuration) {
    let clock = shop.world.aws().clock().clone();
    shop.world.aws().set_faults(move |_| {
        clock.set(clock.now() + call);
        local::aws::Fault::None
    });
}

#[tokio::test]
async fn a_late_message_is_woken_again_after_pauses_that_grow_to_an_hour() {
    let shop = Shop::new().await;
    late(&shop, 1).await;
    let (start, mut woken) = (shop.now(), Vec::new());
    for _ in 0..60 {
        shop.jump(TICK);
        let report = run(&shop).await;
        let wakes: usize = lose_messages(&shop).values().sum();
        assert_eq!(report.woken, wakes);
        if wakes > 0 {
            woken.push(shop.now().duration_since(start).as_mins());
            assert_eq!(report.oldest_late_s, shop.now().duration_since(start).as_secs());
        }
    }
    // Pauses of 15, 40 and 60 minutes, each to the next tick that finds the message two minutes late.
    assert_eq!(woken, [5, 25, 70, 135, 200, 265]);
}

#[tokio::test]
async fn two_runs_at_once_wake_each_sender_once() {
    let shop = Shop::new().await;
    let ids = late(&shop, 20).await;
    shop.jump(TICK);
    let (one, other) = tokio::join!(run(&shop), run(&shop));
    assert_eq!((one.woken + other.woken, one.failed + other.failed), (20, 0));
    assert_eq!(lose_messages(&shop), ids.into_iter().map(|id| (id, 1)).collect());
}

#[tokio::test]
async fn links_expire_on_time_behind_a_backlog_that_a_run_cannot_finish() {
    let shop = Shop::new().await;
    let expiring = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await.0;
    shop.jump(SignedDuration::from_hours(90 * 24) - TICK);
    let backlog = late(&shop, 300).await;
    shop.jump(TICK * 2);
    // Half a second a call: a run of 35 seconds has room for 70.
    slow_down(&shop, SignedDuration::from_millis(500));
    let first = run(&shop).await;
    assert!(first.expired == 1 && first.woken < backlog.len() / 2, "{first:?}");
    assert_eq!(shop.timeline(expiring).await.last().unwrap(), "expired");
    // The runs that follow go on where this one stopped: none is woken twice before all are woken once.
    let mut woken = lose_messages(&shop);
    for _ in 0..2 {
        shop.jump(TICK);
        run(&shop).await;
        woken.extend(
            lose_messages(&shop)
                .into_iter()
                .map(|(id, times)| (id, times + woken.get(&id).unwrap_or(&0)))
                .collect::<Vec<_>>(),
        );
    }
    assert!(woken.len() > first.woken && woken.values().all(|times| *times == 1), "{woken:?}");
}

#[tokio::test]
async fn a_message_whose_link_expired_meanwhile_is_not_woken() {
    let shop = Shop::new().await;
    let [id] = late(&shop, 1).await[..] else { panic!("one") };
    shop.jump(SignedDuration::from_hours(91 * 24));
    assert_eq!(run(&shop).await, Report { expired: 1, ..Report::default() });
    assert_eq!(shop.status(id).await, "expired");
    assert!(table(&shop.world).await.iter().all(|row| row["due_shard"].is_null()), "nothing is owed");
}

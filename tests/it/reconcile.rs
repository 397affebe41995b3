//! `reconcile` under a backlog: what is lost is woken again, without multiplying the queue, and nothing starves.

use std::collections::BTreeMap;

use app::Report;
use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, Put, TransactWriteItem},
};
use jiff::SignedDuration;
use local::aws::TABLE;
use serde_json::{Value, json};
use store::DUE_SHARDS;

use crate::support::{MUG, Shop, table};

const TICK: SignedDuration = SignedDuration::from_mins(5);
/// How late a step is before `reconcile` looks at it.
const LATE: SignedDuration = SignedDuration::from_secs(120);
/// How long a link is open.
const LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);

async fn run(shop: &Shop) -> Report {
    let parts = reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    reconcile::handle(parts, json!({})).await.unwrap()
}

/// Takes all messages from the queue without serving them; the requests that they would have woken, and how often.
fn lose_messages(shop: &Shop) -> BTreeMap<u64, usize> {
    let (aws, mut lost) = (shop.world.aws(), BTreeMap::new());
    for message in aws.receive_due(usize::MAX).unwrap() {
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

/// Writes so many more requests like this one, whose message is due as well.
async fn multiply(shop: &Shop, id: u64, count: u64) {
    let client = Client::new(&shop.world.env().sdk);
    let string = AttributeValue::S;
    let original = client.get_item().table_name(TABLE).key("PK", string(format!("T#{}", shop.tenant)));
    let original = original.key("SK", string(format!("REQ#{id:016}"))).send().await.unwrap().item.unwrap();
    for first in (1..=count).step_by(100) {
        let copies = (first..=count.min(first + 99)).map(|more| {
            let (mut row, id) = (original.clone(), id + more);
            row.insert("id".to_owned(), AttributeValue::N(id.to_string()));
            row.insert("SK".to_owned(), string(format!("REQ#{id:016}")));
            row.insert("due_shard".to_owned(), string(format!("D#{:02}", id % DUE_SHARDS)));
            let put = Put::builder().table_name(TABLE).set_item(Some(row)).build().unwrap();
            TransactWriteItem::builder().put(put).build()
        });
        client.transact_write_items().set_transact_items(Some(copies.collect())).send().await.unwrap();
    }
}

/// As many as `DUE_ROWS` says; a million at five milliseconds a call, 32 at once, and fewer that take as long together.
#[tokio::test]
async fn a_million_late_messages_are_woken_within_the_hour_and_links_expire_on_time_meanwhile() {
    const MILLION: u64 = 1_000_000;
    let rows = std::env::var("DUE_ROWS").map_or(2_000, |rows| rows.parse().unwrap());
    let call = SignedDuration::from_micros(i64::try_from(5_000 / 32 * MILLION / rows).unwrap());
    let shop = Shop::new().await;
    let mut expiring = Vec::new();
    for _ in 0..12 {
        expiring.push((shop.now() + LIFE, shop.created(json!({"product_ids": [MUG], "skip_email": true})).await.0));
        shop.jump(TICK);
    }
    shop.jump(LIFE - TICK * 13);
    let original = late(&shop, 1).await[0];
    multiply(&shop, original, rows - 1).await;

    slow_down(&shop, call);
    let (mut woken, mut runs, mut twice) = (BTreeMap::new(), Vec::new(), 0);
    let started = shop.now();
    while woken.len() < usize::try_from(rows).unwrap() {
        let next_run = started + TICK * i32::try_from(runs.len() + 1).unwrap();
        shop.world.aws().move_clock(next_run).unwrap();
        let report = run(&shop).await;
        runs.push((report.woken, shop.now().duration_since(next_run)));
        for (id, times) in lose_messages(&shop) {
            let before = woken.insert(id, ()).map_or(0, |()| 1);
            twice += before + times - 1;
        }
        for (at, id) in &expiring {
            // Nobody looks at this row meanwhile: reading it would show what the clock says, and not what is stored.
            let is_recorded = shop.timeline(*id).await.last().unwrap() == "expired";
            assert_eq!(is_recorded, *at < next_run - LATE, "{id} at {next_run}");
        }
        assert!(runs.len() <= 12, "{} of {rows} are woken after an hour", woken.len());
    }
    println!("{rows} late messages, {call:#} a call; woken and duration of each run: {runs:?}; woken twice: {twice}");
    assert!(runs.iter().all(|(_, took)| *took <= SignedDuration::from_secs(60)), "within the function's time");
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

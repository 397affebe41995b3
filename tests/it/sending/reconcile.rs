//! `reconcile` with a backlog: lost messages are woken again, the queue does not multiply, and no message waits for
//! ever.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use local::TABLE;
use reconcile::Report;
use small_aws::PartitionUnits;
use store::table::keys::DUE_SHARDS;

use super::backlog;
use crate::feeds::nights::files_of_other_shops;
use crate::privacy::secrets::Log;
use crate::support::*;

const TICK: SignedDuration = SignedDuration::from_mins(5);
/// How late a step is before `reconcile` handles it.
const LATE: SignedDuration = SignedDuration::from_secs(120);
const LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);

pub async fn run(shop: &Shop) -> Report {
    let parts = reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    reconcile::handle(parts, json!({})).await.unwrap()
}

/// Receives all messages from the queue without processing them; returns how often each request would have been woken.
fn lose_messages(shop: &Shop) -> BTreeMap<u64, usize> {
    let (aws, mut lost) = (shop.aws(), BTreeMap::new());
    for message in aws.queue(local::Work::Sends).unwrap().receive(usize::MAX).unwrap() {
        let body: Value = serde_json::from_str(&message.body).unwrap();
        *lost.entry(body["request"].number()).or_default() += 1;
        aws.queue(local::Work::Sends).unwrap().finish(&message.id).unwrap();
    }
    lost
}

/// Creates requests whose messages are due and lost; returns their ids.
async fn late(shop: &Shop, count: usize) -> Vec<u64> {
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.push(shop.created(json!({"product_ids": [MUG], "delay_days": 0})).await.0);
    }
    assert_eq!(lose_messages(shop).len(), count);
    ids
}

pub fn calls(shop: &Shop) -> BTreeMap<String, usize> {
    let mut calls = BTreeMap::new();
    for call in shop.aws().take_calls() {
        *calls.entry(call.operation).or_default() += 1;
    }
    calls
}

/// The calls in a run that queues so many messages of one kind, at least two. The queries are the same in every run:
/// for seven kinds in four shards; for new reviews, suspensions, pauses, the messages delayed by them, files for shopping
/// sites, shops' own senders and readings of shops in one; for late messages in four; and for reviews that began to wait in
/// four, and new ones in one.
pub fn cost(messages: usize) -> BTreeMap<String, usize> {
    let rows = messages.div_ceil(100);
    let calls = [
        // One of these reads the senders' pauses, the others read the rows.
        ("BatchGetItem", 1 + rows),
        ("Query", 52),
        ("SendMessageBatch", messages.div_ceil(10)),
        ("TransactWriteItems", rows),
    ];
    calls.map(|(operation, times)| (operation.to_owned(), times)).into()
}

#[tokio::test]
async fn a_hundred_late_messages_cost_65_calls() {
    let shop = Shop::new().await;
    let mut ids = late(&shop, 100).await;
    shop.jump(TICK);
    calls(&shop);
    let report = run(&shop).await;
    assert_eq!((report.woken, report.failed), (100, 0));
    let calls = calls(&shop);
    assert_eq!((&calls, calls.values().sum()), (&cost(100), 65_usize));
    shop.settle().await;
    let mut sent: Vec<_> = shop.inbox().into_iter().filter_map(|mail| local::request_of(&mail)).collect();
    sent.sort_unstable();
    ids.sort_unstable();
    assert_eq!(sent, ids);
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
    // The pauses are 15, 40 and 60 minutes long. Each lasts until the next tick that finds the message two minutes
    // late.
    assert_eq!(woken, [5, 25, 70, 135, 200, 265]);
}

/// A whole page of such rows stands before the late message in the index.
#[tokio::test]
async fn rows_with_a_key_that_cannot_be_read_are_counted_and_end_no_run() {
    let log = Log::default();
    let _listening = log.listen();
    let shop = Shop::new().await;
    let ids = late(&shop, 1).await;
    let rows = (0..100).map(|number| {
        let put = Put::builder()
            .table_name(TABLE)
            .item("PK", AttributeValue::S(format!("nobody's {number}")))
            .item("SK", AttributeValue::S(format!("REQ#{number:016}")))
            .item("due_shard", AttributeValue::S(format!("D#{:02}", ids[0] % DUE_SHARDS)))
            .item("due_at", AttributeValue::N(number.to_string()));
        TransactWriteItem::builder().put(put.build().unwrap()).build()
    });
    let write = Client::new(&shop.world.env().sdk).transact_write_items();
    write.set_transact_items(Some(rows.collect())).send().await.unwrap();
    shop.jump(TICK);
    let report = run(&shop).await;
    assert_eq!((report.woken, report.failed, lose_messages(&shop)), (1, 100, once(ids)));
    assert_eq!(log.lines_about("the keys of some rows cannot be read"), 1);
}

#[tokio::test]
async fn two_runs_at_once_wake_each_sender_once() {
    let shop = Shop::new().await;
    let ids = late(&shop, 120).await;
    shop.jump(TICK);
    let (one, other) = tokio::join!(run(&shop), run(&shop));
    assert_eq!((one.woken + other.woken, one.failed + other.failed), (120, 0));
    assert_eq!(lose_messages(&shop), once(ids));
}

#[tokio::test]
async fn wake_ups_that_the_queue_refuses_are_sent_by_the_next_run() {
    let shop = Shop::new().await;
    let ids = late(&shop, 25).await;
    let aws = shop.aws();
    // One entry in each batch gets a delay that SQS does not accept.
    aws.set_tampering(|call, body| {
        if call.operation == "SendMessageBatch" {
            body["Entries"][0]["DelaySeconds"] = json!(901);
        }
    });
    shop.jump(TICK);
    let report = run(&shop).await;
    assert_eq!((report.woken, report.failed), (22, 3));
    aws.set_tampering(|_, _| {});
    shop.jump(TICK);
    assert_eq!(run(&shop).await.woken, 3);
    assert_eq!(lose_messages(&shop), once(ids));
}

fn once(ids: Vec<u64>) -> BTreeMap<u64, usize> {
    ids.into_iter().map(|id| (id, 1)).collect()
}

async fn multiply(shop: &Shop, id: u64, count: u64) {
    let client = Client::new(&shop.world.env().sdk);
    let (string, original_id) = (AttributeValue::S, id.to_string());
    let original = client.get_item().table_name(TABLE).key("PK", string(format!("T#{}", shop.tenant)));
    let original = original.key("SK", string(format!("REQ#{id:016}"))).send().await.unwrap().item.unwrap();
    for first in (1..=count).step_by(100) {
        let copies = (first..=count.min(first + 99)).map(|more| {
            let (mut row, id) = (original.clone(), id + more);
            let document = row["doc"].as_s().unwrap().replace(&original_id, &id.to_string());
            row.insert("doc".to_owned(), string(document));
            row.insert("SK".to_owned(), string(format!("REQ#{id:016}")));
            row.insert("due_shard".to_owned(), string(format!("D#{:02}", id % DUE_SHARDS)));
            let put = Put::builder().table_name(TABLE).set_item(Some(row)).build().unwrap();
            TransactWriteItem::builder().put(put).build()
        });
        client.transact_write_items().set_transact_items(Some(copies.collect())).send().await.unwrap();
    }
}

/// Some rows stand for a million, each as if of another shop, because one shop's rows share the units of a partition (see
/// below). They take as long together as a million at five milliseconds a call. A hundred messages take four calls one after
/// the other: a query, a read, a transaction, and concurrent calls that queue them.
#[tokio::test]
async fn a_million_late_messages_of_many_shops_are_woken_within_the_hour_and_links_expire_on_time_meanwhile() {
    const MILLION: u64 = 1_000_000;
    const ROWS: u64 = 2_000;
    // A read, a transaction and ten calls of the queue.
    let call = SignedDuration::from_micros(i64::try_from(4 * 5_000 / 12 * MILLION / ROWS).unwrap());
    let shop = Shop::new().await;
    let mut expiring = Vec::new();
    for _ in 0..12 {
        expiring.push((shop.now() + LIFE, shop.created(json!({"product_ids": [MUG], "skip_email": true})).await.0));
        shop.jump(TICK);
    }
    shop.jump(LIFE - TICK * 13);
    multiply(&shop, late(&shop, 1).await[0], ROWS - 1).await;

    let clock = shop.aws().clock().clone();
    shop.aws().set_faults(move |of| {
        if ["BatchGetItem", "TransactWriteItems", "SendMessageBatch"].contains(&&*of.operation) {
            clock.set(clock.now() + call);
        }
        Fault::None
    });
    let (mut woken, mut next_run) = (BTreeSet::new(), shop.now());
    let within = next_run + HOUR;
    while woken.len() < usize::try_from(ROWS).unwrap() {
        next_run += TICK;
        assert!(next_run <= within, "{} of {ROWS} are woken after an hour", woken.len());
        shop.aws().move_clock(next_run).unwrap();
        run(&shop).await;
        assert!(shop.now() <= next_run + MINUTE, "within the function's time");
        woken.extend(lose_messages(&shop).into_keys());
        for (at, id) in &expiring {
            // Nobody reads this row meanwhile, because an answer shows what the clock says and not what is stored.
            let is_recorded = shop.timeline(*id).await.last().unwrap() == "expired";
            assert_eq!(is_recorded, *at < next_run - LATE, "{id} at {next_run}");
        }
    }
}

#[test]
fn late_messages_are_woken_while_as_many_shops_files_are_looked_at() {
    const ROWS: usize = 5_000;
    let clock = MovableClock::frozen(START.parse().unwrap());
    let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(1)).unwrap();
    let aws = world.aws().clone();
    let shop = backlog::run(&aws, async {
        let shop = Shop::in_world(world.clone(), "fern", Mode::Live).await;
        multiply(&shop, late(&shop, 1).await[0], ROWS as u64 - 1).await;
        files_of_other_shops(&shop, ROWS).await;
        shop
    });
    aws.pass(shop.now() + TICK);
    // A run of 35 seconds has time for 1,400 calls one after the other.
    aws.set_faults(|_| Fault::Delay(Duration::from_millis(25)));
    let report = backlog::run(&aws, run(&shop));
    assert_eq!((report.woken, report.failed), (ROWS, 0));
    assert_eq!(lose_messages(&shop).len(), ROWS);
    assert_eq!(aws.queue(local::Work::Nightly).unwrap().bodies().len(), ROWS);
}

/// A partition key has 1,000 write units a second. Rows beyond that are left for the next run, but other shops' rows
/// are not.
#[tokio::test]
async fn the_rows_of_a_shop_that_has_no_units_left_wait_for_the_next_run() {
    const ROWS: u64 = 400;
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    multiply(&shop, late(&shop, 1).await[0], ROWS - 1).await;
    late(&other, 1).await;
    shop.jump(TICK);
    let aws = shop.aws();
    // A quarter of the units that DynamoDB promises, for a quarter of the rows, because a test's clock stands still
    // meanwhile.
    aws.throttle(Some(PartitionUnits { write: 250, ..PartitionUnits::DYNAMODB }));
    calls(&shop);
    let first = run(&shop).await;
    let writes = calls(&shop);
    assert!((1..=400).contains(&first.woken), "{first:?}");
    assert_eq!(first.failed, 0, "{first:?}");
    let alone = writes.get("UpdateItem").copied().unwrap_or_default();
    assert!(alone < 100, "{alone} rows are tried by themselves: {writes:?}");
    let mut woken = lose_messages(&shop);
    for _ in 0..8 {
        shop.jump(SECOND * 300);
        run(&shop).await;
        woken.extend(lose_messages(&shop));
    }
    assert_eq!(woken.len(), usize::try_from(ROWS).unwrap() + 1);
}

#[tokio::test]
async fn paused_messages_cost_one_look_an_hour_and_are_neither_woken_nor_reported_late() {
    let log = Log::default();
    let _listening = log.listen();
    let (shop, mut ids) = (Shop::new().await, Vec::new());
    shop.sets(json!({"paused_until": (shop.now() + DAY + HOUR * 5).to_string()})).await;
    for number in 0..3 {
        ids.push(shop.sent(json!({"email": format!("jane+{number}@example.com"), "delay_days": 0})).await.0);
    }
    shop.advance(MINUTE * 12).await;
    calls(&shop);
    shop.advance(DAY - MINUTE * 12).await;
    let calls = calls(&shop);
    assert!(calls["UpdateItem"] <= 25, "the shop is looked at once an hour: {calls:?}");
    let cheap = ["BatchGetItem", "GetItem", "Query", "UpdateItem"];
    assert!(calls.keys().all(|operation| cheap.contains(&operation.as_str())), "{calls:?}");
    for woken in [0, 0, 0, 0, 3] {
        shop.jump(if woken == 0 { HOUR } else { HOUR + MINUTE });
        let report = run(&shop).await;
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

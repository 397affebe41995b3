//! How much one shop can do in a second: DynamoDB gives a partition key 1,000 write units, and rejects conflicting
//! transactions.

use aws_sdk_dynamodb::config::AsyncSleep as _;
use futures_util::{StreamExt as _, stream};
use small_aws::PartitionUnits;

use crate::support::*;

/// Write units a second of one partition key ("Service, account, and table quotas in Amazon DynamoDB").
const UNITS_A_SECOND: usize = 1_000;
/// Write units a second of a new on-demand table ("On-demand capacity mode in Amazon DynamoDB").
const NEW_TABLE_UNITS_A_SECOND: usize = 4_000;
/// The number of creates a second that one shop must be able to make.
const CREATES_A_SECOND: usize = 300;

/// An item's write units in a transaction: two for each KB begun.
fn units(item: &Value) -> usize {
    let item = item.object();
    let bytes: usize = item.iter().map(|(name, value)| name.len() + bytes(value)).sum();
    2 * bytes.div_ceil(1_024)
}

/// A value's bytes as DynamoDB counts them ("DynamoDB item sizes and formats").
fn bytes(value: &Value) -> usize {
    let (kind, value) = value.object().iter().next().unwrap();
    match kind.as_str() {
        "S" | "B" => value.text().len(),
        "N" => value.text().len().div_ceil(2) + 1,
        "BOOL" | "NULL" => 1,
        "L" => 3 + value.list().iter().map(|value| 1 + bytes(value)).sum::<usize>(),
        "M" => 3 + value.object().iter().map(|(name, value)| 1 + name.len() + bytes(value)).sum::<usize>(),
        other => panic!("{other}"),
    }
}

async fn rows(shop: &Shop) -> BTreeMap<(String, String), Value> {
    let text = |row: &Value, name: &str| row[name]["S"].owned();
    table(&shop.world).await.into_iter().map(|row| ((text(&row, "PK"), text(&row, "SK")), row)).collect()
}

fn order(number: usize) -> Value {
    json!({"email": format!("customer{number}@example.com"), "customer_name": "Jane Doe", "product_ids": [MUG],
        "order_id": format!("ORD-{number}"), "delay_days": 7})
}

#[tokio::test]
async fn one_shop_creates_300_requests_a_second_within_each_partitions_units() {
    let shop = Shop::new().await;
    let mut before = rows(&shop).await;
    let mut written = BTreeMap::<String, usize>::new();
    const CREATES: usize = 64;
    for number in 0..CREATES {
        shop.created(order(number)).await;
        let after = rows(&shop).await;
        for ((partition, _), row) in after.iter().filter(|(key, row)| before.get(*key) != Some(*row)) {
            *written.entry(partition.clone()).or_default() += units(row);
        }
        before = after;
    }
    let (_, rate) = crate::deployment::template::parameters().into_iter().find(|(name, _)| name == "ShopRate").unwrap();
    let of_all = written.values().sum::<usize>() * rate.unwrap().parse::<usize>().unwrap() / CREATES;
    assert!(of_all < NEW_TABLE_UNITS_A_SECOND, "{of_all} units a second of one shop's creates at ShopRate");
    let (busiest, units) = written.iter().max_by_key(|(_, units)| **units).unwrap();
    let creates_a_second = UNITS_A_SECOND * CREATES / units;
    println!("{creates_a_second} creates a second: {units} units for {CREATES} in {busiest}");
    assert!(creates_a_second >= CREATES_A_SECOND, "{creates_a_second} a second by {busiest}: {written:?}");
}

#[tokio::test]
async fn creates_that_collide_on_counters_are_all_done() {
    let shop = Shop::new().await;
    // The number of concurrent calls at 300 a second if one takes 40 ms.
    let calls = (0..600).map(|number| shop.create(order(number)));
    let replies: Vec<_> = stream::iter(calls).buffer_unordered(12).collect().await;
    assert_eq!(replies.iter().filter(|reply| reply.status != 201).count(), 0, "of {}", replies.len());
}

/// Creates at this rate for so long, measured in the functions' own time, and returns the replies.
#[expect(clippy::print_stdout, reason = "the figure, for those who run it with --nocapture")]
async fn creates_at(shop: &Shop, a_second: u32, seconds: u32) -> Vec<Reply> {
    shop.aws().hurry(1_000);
    let timer = shop.world.env().sdk.sleep_impl().unwrap();
    let began = shop.aws().waited();
    let creates = (0..a_second * seconds).map(async |number| {
        timer.sleep(Duration::from_secs(1) * number / a_second).await;
        let call = shop.call("POST", "/api/v1/review-requests/send").json(&order(number as usize));
        call.header("idempotency-key", number.to_string()).send().await
    });
    let replies = futures_util::future::join_all(creates).await;
    println!("{a_second} creates a second for {seconds} s took {:?}", shop.aws().waited() - began);
    replies
}

/// How long a shop creates 500 a second: one second, or `CAPACITY_S`.
fn seconds() -> u32 {
    std::env::var("CAPACITY_S").map_or(1, |seconds| seconds.parse().unwrap())
}

#[tokio::test]
async fn at_500_creates_a_second_one_in_a_thousand_is_throttled_at_most() {
    let shop = Shop::new().await;
    shop.aws().throttle(Some(PartitionUnits::DYNAMODB));
    let replies = creates_at(&shop, 500, seconds()).await;
    let count = |status: u16| replies.iter().filter(|reply| reply.status == status).count();
    println!("{} of {} were 503", count(503), replies.len());
    assert_eq!(count(201) + count(503), replies.len());
    assert!(count(503) * 1_000 <= replies.len(), "{} of {}", count(503), replies.len());
}

#[tokio::test]
async fn creates_throttled_for_long_are_503_and_none_is_lost() {
    let shop = Shop::new().await;
    shop.aws().throttle(Some(PartitionUnits { write: 4, read: 3_000 }));
    let replies = creates_at(&shop, 50, 1).await;
    let mut ids = BTreeMap::new();
    for (number, reply) in replies.iter().enumerate() {
        match reply.status.as_u16() {
            201 => drop(ids.insert(number, reply.json()["request_id"].clone())),
            503 => assert!(!reply.header("retry-after").is_empty()),
            other => panic!("{other} {}", reply.body),
        }
    }
    assert!((1..replies.len()).contains(&ids.len()), "{} of {}", ids.len(), replies.len());
    assert_eq!(shop.aws().timed_out(), [""; 0]);
    shop.aws().throttle(None);
    for number in 0..replies.len() {
        let call = shop.call("POST", "/api/v1/review-requests/send").json(&order(number));
        let reply = call.header("idempotency-key", number.to_string()).send().await.is(201);
        let id = reply.json()["request_id"].clone();
        assert_eq!(*ids.entry(number).or_insert(id.clone()), id, "acknowledged means stored");
    }
    let rows = rows(&shop).await.into_keys().filter(|(_, sort)| sort.starts_with("REQ#")).count();
    assert_eq!(rows, replies.len());
}

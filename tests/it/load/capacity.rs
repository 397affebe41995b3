//! How much one shop can do in a second: DynamoDB gives a partition key 1,000 write units, and rejects conflicting
//! transactions.

use aws_sdk_dynamodb::config::AsyncSleep as _;
use small_aws::PartitionUnits;

use crate::support::*;

/// Write units a second of a new on-demand table ("On-demand capacity mode in Amazon DynamoDB").
const NEW_TABLE_UNITS_A_SECOND: f64 = 4_000.0;

fn order(number: usize) -> Value {
    json!({"email": format!("customer{number}@example.com"), "customer_name": "Jane Doe", "product_ids": [MUG],
        "order_id": format!("ORD-{number}"), "delay_days": 7})
}

/// Creates at this rate for so long, measured in the functions' own time, and returns the replies.
async fn creates_at(shop: &Shop, a_second: u32, seconds: u32) -> Vec<Reply> {
    shop.aws().hurry(1_000);
    let timer = shop.world.env().sdk.sleep_impl().unwrap();
    let creates = (0..a_second * seconds).map(async |number| {
        timer.sleep(Duration::from_secs(1) * number / a_second).await;
        let call = shop.call("POST", "/api/v1/review-requests/send").json(&order(number as usize));
        call.header("idempotency-key", number.to_string()).send().await
    });
    join_all(creates).await
}

/// For one second, or `CAPACITY_S`. Each partition has DynamoDB's units. At the default `ShopRate`, a shop's creates leave
/// units of a new table for others.
#[tokio::test]
async fn at_500_creates_a_second_one_in_a_thousand_is_throttled_at_most() {
    let shop = Shop::new().await;
    shop.aws().throttle(Some(PartitionUnits::DYNAMODB));
    let seconds = std::env::var("CAPACITY_S").map_or(1, |seconds| seconds.parse().unwrap());
    let replies = creates_at(&shop, 500, seconds).await;
    let count = |status: u16| replies.iter().filter(|reply| reply.status == status).count();
    assert_eq!(count(201) + count(503), replies.len());
    assert!(count(503) * 1_000 <= replies.len(), "{} of {}", count(503), replies.len());
    let (_, rate) = crate::deployment::template::parameters().into_iter().find(|(name, _)| name == "ShopRate").unwrap();
    let units = shop.aws().take_units().write / replies.len() as f64 * rate.unwrap().parse::<f64>().unwrap();
    assert!(units < NEW_TABLE_UNITS_A_SECOND, "{units} units a second of one shop's creates at ShopRate");
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
    let rows = table(&shop.world).await;
    assert_eq!(rows.iter().filter(|row| row["SK"]["S"].text().starts_with("REQ#")).count(), replies.len());
}

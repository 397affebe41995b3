//! A call costs as much in a shop with many requests and reviews as in a shop with few: the same calls of AWS, and
//! answers that are at most a tenth longer.
//!
//! `GROWTH=1000000 cargo it cost_in_large_shops::` sets the number, which is ten thousand by default.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};
use axum::body::Bytes;
use axum::http::Request;
use futures_util::FutureExt as _;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use small_aws::PartitionUnits;

use crate::privacy::person::rows;
use crate::support::*;

const FEW: u64 = 1_000;
const MANY: u64 = 10_000;
/// The number of reviews that are read, before and after the reviews that fill the lists.
const READ: usize = 60;

type Row = HashMap<String, AttributeValue>;

/// A shop with requests and reviews. Between the oldest and the newest there are this many more of both.
async fn grown(count: u64) -> Shop {
    let shop = Shop::new().await;
    let oldest = reviewed(&shop, "old").await;
    shop.jump(DAY);
    reviewed(&shop, "new").await;
    let samples: Vec<_> = rows(&shop).await.into_iter().filter(|row| is_listed(row, &oldest)).collect();
    let lists: Vec<_> = samples.iter().map(|row| row["SK"].as_s().unwrap().rsplit_once('#').unwrap().0).collect();
    assert_eq!(lists.len(), 4, "the request, and its review in three lists: {lists:?}");
    let client = shop.dynamodb();
    // A millisecond has 4,096 ids, so the rows are spread over time.
    let step = ((23 * 3_600_000) << 12) / count;
    let copies = (1..=count).flat_map(|number| samples.iter().map(move |row| copy(row, number * step)));
    let writes: Vec<_> = copies.map(|row| PutRequest::builder().set_item(Some(row)).build().unwrap()).collect();
    for some in writes.chunks(25) {
        let some = some.iter().map(|put| WriteRequest::builder().put_request(put.clone()).build()).collect();
        client.batch_write_item().request_items(local::TABLE, some).send().await.unwrap();
    }
    shop
}

/// Creates some requests and reviews; returns the first request's id and its review's.
async fn reviewed(shop: &Shop, orders: &str) -> [u64; 2] {
    let mut first = None;
    for number in 0..READ {
        let fields = json!({"product_ids": [MUG], "order_id": format!("{orders} {number}"), "skip_email": true});
        let (request, hub) = shop.created(fields).await;
        shop.review(&hub, 0).await;
        if first.is_none() {
            let listed = shop.get("/api/v1/reviews?limit=1").await.json();
            first = Some([request, listed["reviews"][0]["id"].number()]);
        }
    }
    first.unwrap()
}

/// Whether a row is in a list that is sorted by ids, and contains one of these ids.
fn is_listed(row: &Row, ids: &[u64; 2]) -> bool {
    let (list, id) = row["SK"].as_s().unwrap().rsplit_once('#').unwrap_or_default();
    list.starts_with("RV") && id == format!("{:016}", ids[1]) || list == "REQ" && id == format!("{:016}", ids[0])
}

fn copy(row: &Row, later: u64) -> Row {
    let mut copy = row.clone();
    let sk = row["SK"].as_s().unwrap();
    let (list, id) = sk.rsplit_once('#').unwrap();
    let new = format!("{:016}", id.parse::<u64>().unwrap() + later);
    copy.insert("SK".to_owned(), AttributeValue::S(format!("{list}#{new}")));
    copy.insert("PK".to_owned(), AttributeValue::S(row["PK"].as_s().unwrap().replace(id, &new)));
    copy
}

/// The costs of each call: the calls to AWS, and the bytes of their answers.
async fn costs(shop: &Shop) -> Vec<(String, Vec<String>, u64)> {
    let newest = shop.get("/api/v1/reviews?limit=50").await.json();
    let (id, cursor) = (&newest["reviews"][0]["id"], newest["next_cursor"].text());
    let reads = [
        "/api/v1/reviews?limit=50".to_owned(),
        format!("/api/v1/reviews?limit=10&cursor={cursor}"),
        "/api/v1/reviews?limit=50&sort=oldest".to_owned(),
        "/api/v1/reviews?limit=50&status=approved&sort=highest_rated".to_owned(),
        format!("/api/v1/reviews?limit=50&product={MUG}"),
        "/api/v1/reviews/stats".to_owned(),
        format!("/api/v1/reviews/{id}"),
        "/beacon/reviews".to_owned(),
        "/beacon/messages".to_owned(),
        format!("/p/fern/{MUG}.json"),
        "/p/fern/@all.json".to_owned(),
        "/trust/fern.json".to_owned(),
        "/api/v1/review-requests".to_owned(),
        "/api/v1/review-requests?email=jane@example.com".to_owned(),
        "/api/v1/review-requests?order_id=new+7".to_owned(),
        "/api/v1/review-requests?stuck=held".to_owned(),
        "/api/v1/stats".to_owned(),
    ];
    let mut costs = Vec::new();
    for path in reads {
        costs.push(cost(shop, "GET", &path, Value::Null).await);
    }
    for (path, body) in [
        ("/reviews/v1/reviews/query", json!({"query": {"sort": [{"fieldName": "createdDate", "order": "DESC"}]}})),
        ("/reviews/v1/reviews/count", json!({"filter": {}})),
        ("/reviews/v2/review-requests/query", json!({})),
        ("/api/v1/review-requests/send", json!({"email": "max@example.com", "order_id": "Z", "delay_days": 7})),
    ] {
        costs.push(cost(shop, "POST", path, body).await);
    }
    let made = shop.created(json!({"order_id": "Y", "delay_days": 7, "product_ids": [MUG]})).await;
    costs.push(cost(shop, "GET", &made.1, Value::Null).await);
    costs.push(cost(shop, "DELETE", &format!("/api/v1/review-requests/{}", made.0), Value::Null).await);
    costs.push(cost(shop, "PATCH", &format!("/api/v1/reviews/{id}/reject"), json!({"reason": "fake"})).await);
    costs.push(cost(shop, "DELETE", &format!("/api/v1/reviews/{id}"), Value::Null).await);
    costs
}

async fn cost(shop: &Shop, method: &str, path: &str, body: Value) -> (String, Vec<String>, u64) {
    let aws = shop.aws();
    aws.take_calls();
    aws.take_answered_bytes();
    let call = shop.call(method, path);
    let reply = if body.is_null() { call } else { call.json(&body) }.send().await;
    assert!(reply.status.is_success(), "{method} {path}: {}", reply.body);
    let calls = aws.take_calls().into_iter().map(|call| call.operation).collect();
    let what = path.split(['?', '=']).next().unwrap().to_owned();
    (format!("{method} {what}"), calls, aws.take_answered_bytes())
}

#[tokio::test]
async fn each_call_costs_the_same_however_many_reviews_and_requests_there_are() {
    let many = std::env::var("GROWTH").map_or(MANY, |count| count.parse().unwrap());
    let (few, many) = (costs(&grown(FEW).await).await, costs(&grown(many).await).await);
    for ((what, calls, bytes), (_, calls_of_many, bytes_of_many)) in few.iter().zip(&many) {
        println!("{what:60} {:2} calls, {bytes:6} and {bytes_of_many:6} bytes", calls.len());
        assert_eq!(calls, calls_of_many, "{what}");
        assert!(bytes_of_many * 10 <= bytes * 11, "{what}: {bytes} and {bytes_of_many} bytes");
    }
}

/// The days of three years.
const DAYS: i64 = 1_095;

/// Writes the counters of these days before the start, in three rows each.
async fn count_days(shop: &Shop, today: Date) {
    let client = shop.dynamodb();
    let mut writes = Vec::new();
    for (day, shard) in (1..=DAYS).flat_map(|day| ["00", "05", "11"].map(|shard| (day, shard))) {
        let mut row = row_of_day(today - day.days(), shard);
        let counts = [("all_created", day), ("all_sent", 2), ("email_sent", 2)];
        row.extend(counts.map(|(name, count)| (name.to_owned(), AttributeValue::N(count.to_string()))));
        let put = PutRequest::builder().set_item(Some(row)).build().unwrap();
        writes.push(WriteRequest::builder().put_request(put).build());
    }
    for some in writes.chunks(25) {
        client.batch_write_item().request_items(local::TABLE, some.to_vec()).send().await.unwrap();
    }
}

fn row_of_day(day: Date, shard: &str) -> Row {
    let key = [("PK", "T#fern.live#CNT#days".to_owned()), ("SK", format!("CNT#{day}#{shard}"))];
    key.map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).into()
}

/// The shop's statistics, and the calls and read units that they took.
async fn statistics(shop: &Shop) -> (Value, usize, f64) {
    let aws = shop.aws();
    aws.throttle(Some(PartitionUnits::UNLIMITED));
    aws.take_calls();
    let stats = shop.get("/api/v1/stats").await.is(200).json();
    (stats["total"].clone(), aws.take_calls().len(), aws.take_units().read)
}

#[tokio::test]
async fn statistics_of_three_years_are_exact_and_cost_a_call_once_days_are_merged() {
    let shop = Shop::new().await;
    let today = shop.now().to_zoned_datetime(TimeZone::UTC).date();
    statistics(&shop).await;
    let (_, calls_of_none, _) = statistics(&shop).await;
    count_days(&shop, today).await;
    let counted = json!({"created": 3 * DAYS * (DAYS + 1) / 2, "sent": 6 * DAYS, "opened": 0});
    let are_right = async |opened: u64| {
        let (total, ..) = statistics(&shop).await;
        assert_eq!(["created", "sent"].map(|name| &total[name]), ["created", "sent"].map(|name| &counted[name]));
        assert_eq!(total["opened"], opened);
        let day = today - 500.days();
        let of_day = shop.get(format!("/api/v1/invitations/stats?from={day}&to={day}")).await.is(200).json();
        assert_eq!(of_day["stats"]["sent"], 6, "{of_day}");
    };
    are_right(0).await;

    // Somebody opens a link of the oldest day after its rows were read, and before they are merged.
    let (aws, is_opened) = (shop.aws().clone(), AtomicBool::new(false));
    let mut open = json!({"TableName": local::TABLE, "UpdateExpression": "ADD all_opened :one", "ExpressionAttributeValues": {":one": {"N": "1"}}});
    open["Key"] = json!({"PK": {"S": "T#fern.live#CNT#days"}, "SK": {"S": format!("CNT#{}#05", today - DAYS.days())}});
    let opens = open.clone();
    shop.aws().set_faults(move |call| {
        if call.operation == "TransactWriteItems" && !is_opened.swap(true, Ordering::SeqCst) {
            let request = Request::post("http://aws.local/").header("x-amz-target", "DynamoDB_20120810.UpdateItem");
            let answer = aws.call(request.body(Bytes::from(opens.to_string())).unwrap()).now_or_never().unwrap();
            assert_eq!(answer.status(), 200, "{answer:?}");
        }
        Fault::None
    });
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    let look = async || {
        let body = json!({"aging": shop.tenant.to_string()}).to_string();
        sqs.send_message().queue_url(Work::Nightly.url()).message_body(body).send().await.unwrap();
        shop.settle().await;
    };
    look().await;
    shop.aws().set_faults(|_| Fault::None);
    are_right(1).await;
    let merged = statistics(&shop).await.2;

    // The same link's row of a merged day is counted anew, as each version does.
    open["Key"]["SK"]["S"] = format!("CNT#{}#05", today - 600.days()).into();
    let request = Request::post("http://aws.local/").header("x-amz-target", "DynamoDB_20120810.UpdateItem");
    assert_eq!(shop.aws().call(request.body(Bytes::from(open.to_string())).unwrap()).await.status(), 200);
    are_right(2).await;
    look().await;
    are_right(2).await;
    let (_, calls, units) = statistics(&shop).await;
    println!("three years of days: {calls} calls, {units} read units, of a shop without days {calls_of_none} calls");
    assert!(calls == calls_of_none && units <= merged && units < 60.0, "{calls} calls, {units} read units");
    let rows = table(&shop.world).await.into_iter().filter(|row| row["SK"]["S"].text().starts_with("CNT#20"));
    assert_eq!(rows.count(), usize::try_from(DAYS + 2 * 13).unwrap(), "the last days are in three rows each");
}

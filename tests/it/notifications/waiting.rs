//! Reviews that have waited for a decision for more than ten days.

use ::reconcile::Report;
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use domain::review::DECIDED_WITHIN;

use crate::sending::reconcile;
use crate::support::*;

const OWNER: &str = "owner@fern-and-oak.example";

async fn run(shop: &Shop) -> Report {
    // The index lags behind the table.
    shop.jump(SECOND * 2);
    reconcile::run(shop).await
}

/// A shop in which every review waits.
async fn holding() -> Shop {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    shop
}

#[tokio::test]
async fn a_review_that_waits_ten_days_is_an_alarm_until_it_is_decided() {
    let shop = holding().await;
    let (published, _) = shop.written(json!({})).await;
    let (withheld, _) = shop.written(json!({"order_id": "B"})).await;
    shop.jump(DECIDED_WITHIN - SECOND * 10);
    assert_eq!(run(&shop).await.waiting_too_long, 0);
    shop.jump(SECOND * 20);
    assert_eq!(run(&shop).await.waiting_too_long, 2);
    assert_eq!(run(&shop).await.waiting_too_long, 2, "it goes on");
    shop.publish(published).await;
    assert_eq!(run(&shop).await.waiting_too_long, 1);
    shop.withhold(withheld, "fake").await;
    assert_eq!(run(&shop).await.waiting_too_long, 0, "the alarm goes back");
    let due: Vec<_> = table(&shop.world).await.into_iter().filter(|row| !row["due_shard"].is_null()).collect();
    assert_eq!(due.iter().filter(|row| row["due_shard"]["S"].text().starts_with("R#")).count(), 0, "{due:?}");
}

#[tokio::test]
async fn an_edit_of_what_waits_does_not_begin_the_ten_days_again() {
    let shop = holding().await;
    let (id, hub) = shop.written(json!({})).await;
    let edit = async |text: &str| {
        shop.writes(&hub, &[("rating", "5"), ("text", text), ("display_name", "")]).await.is(303);
    };
    shop.jump(DAY * 6);
    edit("Better.").await;
    shop.answer(id, "We are looking at it.").await;
    shop.jump(DAY * 5);
    assert_eq!(run(&shop).await.waiting_too_long, 1);
    shop.withhold(id, "fake").await;
    edit("Best.").await;
    shop.jump(DAY * 9);
    assert_eq!(run(&shop).await.waiting_too_long, 0, "after a decision they begin again");
    shop.jump(DAY * 2);
    assert_eq!(run(&shop).await.waiting_too_long, 1);
}

#[tokio::test]
async fn an_edit_of_a_published_review_waits_as_well_but_reviews_of_test_mode_may_wait() {
    let shop = Shop::new().await;
    let (id, hub) = shop.written(json!({})).await;
    let test = shop.in_test_mode().await;
    for shop in [&shop, &test] {
        shop.sets(json!({"moderation": "hold"})).await;
    }
    shop.writes(&hub, &[("rating", "1"), ("text", "Broke."), ("display_name", "")]).await.is(303);
    test.written(json!({})).await;
    shop.jump(DAY * 11);
    assert_eq!(run(&shop).await.waiting_too_long, 1);
    shop.decide(id, "PATCH", "reject", json!({"edit": true})).await;
    assert_eq!(run(&shop).await.waiting_too_long, 0);
}

async fn ordered(shop: &Shop) -> usize {
    let rows = table(&shop.world).await;
    rows.iter().filter(|row| row["SK"]["S"].text().starts_with("LET#")).count()
}

#[tokio::test]
async fn a_shop_without_an_address_has_no_notification_ordered_before_it_gives_one() {
    let shop = holding().await;
    shop.written(json!({})).await;
    shop.jump(DECIDED_WITHIN + HOUR);
    for _ in 0..3 {
        let report = run(&shop).await;
        assert_eq!((report.waiting_too_long, report.notifications, ordered(&shop).await), (1, 0, 0));
        shop.later().await;
    }
    shop.owned_by(json!(OWNER)).await;
    run(&shop).await;
    shop.later().await;
    assert_eq!((shop.notifications().len(), ordered(&shop).await), (1, 1));
}

/// Reviews that nobody decides stay due for ever, so a run reads only the newest ten thousand.
#[tokio::test]
async fn a_review_reminds_its_owner_although_ten_thousand_older_ones_wait() {
    let shop = holding().await;
    shop.owned_by(json!(OWNER)).await;
    shop.written(json!({})).await;
    let mut rows = crate::privacy::person::rows(&shop).await.into_iter();
    let waits = |row: &std::collections::HashMap<String, AttributeValue>| {
        row.get("due_shard").is_some_and(|shard| shard.as_s().unwrap().starts_with("R#"))
    };
    let review = rows.find(waits).unwrap();
    let due_at: i64 = review["due_at"].as_n().unwrap().parse().unwrap();
    let pk = review["PK"].as_s().unwrap().replace("T#fern.live", "T#oak.live");
    let client = shop.dynamodb();
    for hundred in 0..100 {
        let older = (0..100).map(|number| {
            let mut row = review.clone();
            row.insert("PK".to_owned(), AttributeValue::S(pk.clone()));
            row.insert("SK".to_owned(), AttributeValue::S(format!("REV#{:016}", hundred * 100 + number)));
            row.insert("due_at".to_owned(), AttributeValue::N((due_at - 1).to_string()));
            let put = Put::builder().table_name(local::TABLE).set_item(Some(row)).build().unwrap();
            TransactWriteItem::builder().put(put).build()
        });
        client.transact_write_items().set_transact_items(Some(older.collect())).send().await.unwrap();
    }
    shop.jump(DECIDED_WITHIN + HOUR);
    let report = run(&shop).await;
    assert_eq!((report.waiting_too_long, report.failed, ordered(&shop).await), (10_000, 0, 1));
}

/// A hundred shops whose reviews wait, and a table that answers slowly.
#[tokio::test]
async fn owners_who_are_reminded_keep_no_message_waiting() {
    let shop = holding().await;
    shop.owned_by(json!(OWNER)).await;
    shop.written(json!({})).await;
    let client = shop.dynamodb();
    let is_copied = |row: &std::collections::HashMap<String, AttributeValue>| {
        let waits = row.get("due_shard").is_some_and(|shard| shard.as_s().unwrap().starts_with("R#"));
        waits || row["SK"].as_s().unwrap() == "TENANT"
    };
    let rows: Vec<_> = crate::privacy::person::rows(&shop).await.into_iter().filter(is_copied).collect();
    assert_eq!(rows.len(), 2);
    for number in 0..100 {
        for row in &rows {
            let (mut row, pk) = (row.clone(), row["PK"].as_s().unwrap());
            let pk = pk.replace("T#fern.live", &format!("T#shop-{number}.live"));
            row.insert("PK".to_owned(), AttributeValue::S(pk));
            client.put_item().table_name(local::TABLE).set_item(Some(row)).send().await.unwrap();
        }
    }
    shop.jump(DAY * 11);
    let (id, _) = shop.created(json!({"order_id": "late", "delay_days": 0})).await;
    let aws = shop.aws();
    for message in aws.queue(local::Work::Sends).unwrap().receive(10).unwrap() {
        aws.queue(local::Work::Sends).unwrap().finish(&message.id).unwrap();
    }
    shop.jump(MINUTE * 3);
    aws.hurry(1_000_000);
    aws.set_faults(|call| match call.service {
        Service::DynamoDb => Fault::Delay(Duration::from_millis(400)),
        _ => Fault::None,
    });
    let report = shop.world.reconcile().await.unwrap();
    assert_eq!((report.waiting_too_long, report.woken, report.failed), (101, 1, 0));
    assert_eq!((aws.timed_out(), shop.status(id).await.as_str()), (Vec::new(), "sent"));
}

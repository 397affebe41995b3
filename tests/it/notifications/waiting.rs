//! Reviews that have waited for a decision for more than ten days.

use ::reconcile::Report;
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use domain::review::DECIDED_WITHIN;

use crate::operators::versions::Row;
use crate::sending::reconcile;
use crate::support::*;

const OWNER: &str = "owner@fern-and-oak.example";

async fn run(shop: &Shop) -> Report {
    // The index lags behind the table.
    shop.jump(SECOND * 2);
    reconcile::run(shop).await
}

#[tokio::test]
async fn a_review_that_waits_ten_days_is_an_alarm_until_it_is_decided() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
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
    let waits = |row: &Value| row["due_shard"]["S"].as_str().is_some_and(|shard| shard.starts_with("R#"));
    assert!(!table(&shop.world).await.iter().any(waits));
}

/// Reviews that nobody decides stay due for ever, so a run reads only the newest ten thousand.
#[tokio::test]
async fn a_review_that_has_waited_too_long_is_told_although_ten_thousand_older_ones_wait() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    shop.owned_by(json!(OWNER)).await;
    shop.written(json!({})).await;
    let rows = crate::privacy::person::rows(&shop).await;
    let waits = |row: &&Row| row.get("due_shard").is_some_and(|shard| shard.as_s().unwrap().starts_with("R#"));
    let review = rows.iter().find(waits).unwrap();
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
    shop.jump(DECIDED_WITHIN + MINUTE * 10);
    let report = run(&shop).await;
    assert_eq!((report.waiting_too_long, report.failed), (10_000, 0));
    shop.advance_days(1).await;
    assert_eq!(shop.notifications().len(), 1);
}

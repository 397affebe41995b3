//! The nights in which the files of many shops are looked at: nobody waits for them.

use aws_sdk_dynamodb::types::{Put, TransactWriteItem};

use super::files::{describe, google, reviewed, turn_on};
use crate::privacy::ERASE;
use crate::sending::reconcile;
use crate::support::*;

/// Makes reconcile look at the files of so many other shops.
pub async fn files_of_other_shops(shop: &Shop, count: usize) {
    let (client, now) = (shop.dynamodb(), shop.now().as_millisecond().to_string());
    for first in (0..count).step_by(100) {
        let rows = (first..count.min(first + 100)).map(|number| {
            let put = Put::builder()
                .table_name(local::TABLE)
                .item("PK", AttributeValue::S(format!("T#shop-{number}.live")))
                .item("SK", AttributeValue::S("FEED".to_owned()))
                .item("due_shard", AttributeValue::S("F#00".to_owned()))
                .item("due_at", AttributeValue::N(now.clone()));
            TransactWriteItem::builder().put(put.build().unwrap()).build()
        });
        client.transact_write_items().set_transact_items(Some(rows.collect())).send().await.unwrap();
    }
}

#[tokio::test]
async fn an_erasure_waits_behind_no_look_at_the_files_of_other_shops() {
    let shop = Shop::new().await;
    files_of_other_shops(&shop, 100).await;
    shop.jump(MINUTE);
    reconcile::run(&shop).await;
    shop.post(ERASE, json!({"email": "jane@example.com"})).await.is(202);
    // Each queue has copies of the function of its own.
    let waiting = [Work::Nightly, Work::Privacy].map(|queue| shop.aws().queue(queue).unwrap().bodies().len());
    assert_eq!(waiting, [100, 1]);
}

/// Runs `privacy` for the oldest message of the queue of the night.
async fn works_at_night(shop: &Shop) {
    let queue = shop.aws().queue(Work::Nightly).unwrap();
    let message = queue.receive(1).unwrap().remove(0);
    let record = json!({"messageId": "1", "body": message.body});
    let event = serde_json::from_value(json!({"Records": [record]})).unwrap();
    let parts = privacy::start(&shop.world.env_of("privacy")).unwrap();
    assert!(privacy::handle(parts, event).await.unwrap().batch_item_failures.is_empty());
    queue.finish(&message.id).unwrap();
}

#[tokio::test]
async fn an_erasure_waits_behind_nobody_whose_data_a_shop_keeps_no_longer() {
    let shop = Shop::new().await;
    shop.sets(json!({"keep_months": 6})).await;
    for number in 0..20 {
        let buyer = json!({"email": format!("jane+{number}@example.com")});
        let order = json!({"status": "delivered", "currency": "EUR", "lines": [], "buyer": buyer});
        shop.put(format!("/api/v1/orders/{number}"), order).await.is(200);
    }
    shop.jump(DAY * 400);
    reconcile::run(&shop).await;
    works_at_night(&shop).await;
    shop.post(ERASE, json!({"email": "jane@example.com"})).await.is(202);
    let waiting = || [Work::Nightly, Work::Privacy].map(|queue| shop.aws().queue(queue).unwrap().bodies().len());
    assert_eq!(waiting(), [20, 1]);
    // The first of them goes on in half a minute.
    works_at_night(&shop).await;
    assert_eq!(waiting(), [20, 1]);
}

/// The file is written anew without a person even if the run that erased the person fails at its end.
#[tokio::test]
async fn an_erased_person_leaves_the_file_although_a_write_failed() {
    let shop = Shop::new().await;
    describe(&shop, MUG, json!({"title": "Mug", "url": "https://fern.example/mug"})).await;
    reviewed(&shop, json!({"product_ids": [MUG], "skip_email": true})).await;
    turn_on(&shop).await;
    shop.jump(MINUTE);
    let is_lost = AtomicBool::new(false);
    shop.aws().set_tampering(move |call, body| {
        let is_note = call.operation == "UpdateItem" && body["UpdateExpression"] == "SET removed_at = :at";
        if is_note && !is_lost.swap(true, Ordering::SeqCst) {
            body["TableName"] = "none".into();
        }
    });
    let erased = json!({"email": "jane@example.com", "reviews": "anonymise"});
    shop.post(ERASE, erased).await.is(202);
    shop.advance(HOUR * 2).await;
    assert_eq!(google(&shop).await[0].text_at(&["reviewer", "name"]), Some("Anonymous"));
}

//! DynamoDB.

use aws_sdk_dynamodb::{
    Client,
    error::ProvideErrorMetadata as _,
    types::{ConditionCheck, ReturnValuesOnConditionCheckFailure},
};

use super::*;

/// A new item in the index.
fn new(sk: &str) -> TransactWriteItem {
    let more = [&due("D#03", NOON.as_millisecond())[..], &[("note", text("first"))]].concat();
    let put = Put::builder().table_name(TABLE).set_item(Some(item("T#demo", sk, &more)));
    let put = put.condition_expression("attribute_not_exists(PK)");
    let put = put.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    TransactWriteItem::builder().put(put.build().unwrap()).build()
}

#[tokio::test]
async fn a_cancelled_transaction_names_each_reason_with_the_item_that_stood_there() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    dynamodb.transact_write_items().transact_items(new("REQ#1")).send().await.unwrap();
    let check = ConditionCheck::builder().table_name(TABLE).key("PK", text("T#demo")).key("SK", text("TENANT"));
    let check = check.condition_expression("attribute_not_exists(PK)").build().unwrap();
    let check = TransactWriteItem::builder().condition_check(check).build();
    let both = dynamodb.transact_write_items().transact_items(check).transact_items(new("REQ#1"));
    let reasons = cancelled(both.send().await);
    assert_eq!(codes(&reasons), ["None", "ConditionalCheckFailed"]);
    assert_eq!(reasons[1].item().unwrap()["note"], text("first"));
}

#[tokio::test]
async fn an_item_twice_in_a_transaction_and_a_reserved_word_are_refused() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let twice = dynamodb.transact_write_items().transact_items(new("A")).transact_items(new("A"));
    assert_eq!(twice.send().await.unwrap_err().code(), Some("ValidationException"));
    for (word, is_reserved) in [("ttl", true), ("state", true), ("until", true), ("nudged_at", false)] {
        let put = dynamodb.put_item().table_name(TABLE).set_item(Some(item("A", "A", &[])));
        let put = put.condition_expression(format!("attribute_not_exists({word})")).send().await;
        let refused = put.is_err_and(|error| error.code() == Some("ValidationException"));
        assert_eq!(refused, is_reserved, "{word}");
    }
}

#[tokio::test]
async fn an_item_is_deleted_within_two_days_of_its_time_to_live_unless_that_was_moved() {
    let aws = small_aws();
    let dynamodb = Client::new(&aws.sdk_config());
    let at = |hours: i64| AttributeValue::N((NOON + seconds(hours * 3_600)).as_second().to_string());
    let names: Vec<_> = (0..20).map(|n| format!("A{n:02}")).collect();
    for name in &names {
        dynamodb.transact_write_items().transact_items(new(name)).send().await.unwrap();
    }
    let update = async |name: &str, hours: i64| {
        let update = dynamodb.update_item().table_name(TABLE).key("PK", text("T#demo")).key("SK", text(name));
        let update = update.update_expression("SET #ttl = :ttl").expression_attribute_names("#ttl", "ttl");
        update.expression_attribute_values(":ttl", at(hours)).send().await.unwrap();
    };
    for name in &names {
        update(name, 1).await;
    }
    let left = async || dynamodb.scan().table_name(TABLE).send().await.unwrap().count();
    aws.move_clock(NOON + seconds(3_600)).unwrap();
    assert_eq!(left().await, 20, "none before");
    aws.move_clock(NOON + seconds(25 * 3_600)).unwrap();
    let after_a_day = left().await;
    assert!((1..20).contains(&after_a_day), "some at once and some late: {after_a_day}");
    let last = dynamodb.scan().table_name(TABLE).send().await.unwrap().items()[0]["SK"].as_s().unwrap().clone();
    update(&last, 1_000).await;
    aws.move_clock(NOON + seconds(49 * 3_600)).unwrap();
    assert_eq!(left().await, 1, "the one that was moved");
    let index = dynamodb.query().table_name(TABLE).index_name("due");
    let index = index.key_condition_expression("due_shard = :shard");
    assert_eq!(index.expression_attribute_values(":shard", text("D#03")).send().await.unwrap().count(), 1);
}

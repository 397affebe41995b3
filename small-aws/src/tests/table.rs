//! DynamoDB.

use std::sync::atomic::Ordering;

use aws_sdk_dynamodb::{
    Client,
    error::{ProvideErrorMetadata as _, SdkError},
    operation::{put_item::PutItemError, transact_write_items::TransactWriteItemsError},
    types::{AttributeValue, ConditionCheck, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem},
};

use super::*;

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

fn put(sk: &str) -> Put {
    Put::builder()
        .table_name(TABLE)
        .item("PK", text("T#demo"))
        .item("SK", text(sk))
        .item("due_shard", text("D#03"))
        .item("due_at", AttributeValue::N("1767268800000".to_owned()))
        .item("nudged_at", AttributeValue::N("5".to_owned()))
        .item("note", text("first"))
        .condition_expression("attribute_not_exists(PK)")
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
        .build()
        .unwrap()
}

fn write(put: Put) -> TransactWriteItem {
    TransactWriteItem::builder().put(put).build()
}

#[tokio::test]
async fn a_transaction_writes_all_and_the_index_shows_it() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let items = [write(put("REQ#1")), write(put("REQ#2"))];
    dynamodb.transact_write_items().set_transact_items(Some(items.into())).send().await.unwrap();
    let due = dynamodb
        .query()
        .table_name(TABLE)
        .index_name("due")
        .key_condition_expression("due_shard = :shard AND due_at <= :now")
        .expression_attribute_values(":shard", text("D#03"))
        .expression_attribute_values(":now", AttributeValue::N("1767268800001".to_owned()))
        .send()
        .await
        .unwrap();
    assert_eq!(due.count(), 2);
    let item = &due.items()[0];
    assert_eq!(item["SK"], text("REQ#1"));
    assert!(item.contains_key("nudged_at") && !item.contains_key("note"));
}

#[tokio::test]
async fn a_cancelled_transaction_names_each_reason_with_the_item_that_stood_there() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    dynamodb.transact_write_items().transact_items(write(put("REQ#1"))).send().await.unwrap();
    let check = ConditionCheck::builder()
        .table_name(TABLE)
        .key("PK", text("T#demo"))
        .key("SK", text("TENANT"))
        .condition_expression("attribute_not_exists(PK)")
        .build()
        .unwrap();
    let error = dynamodb
        .transact_write_items()
        .transact_items(TransactWriteItem::builder().condition_check(check).build())
        .transact_items(write(put("REQ#1")))
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    let TransactWriteItemsError::TransactionCanceledException(cancelled) = error else { panic!("{error:?}") };
    let reasons = cancelled.cancellation_reasons();
    assert_eq!(reasons[0].code(), Some("None"));
    assert_eq!(reasons[1].code(), Some("ConditionalCheckFailed"));
    assert_eq!(reasons[1].item().unwrap()["note"], text("first"));
}

#[tokio::test]
async fn a_transaction_whose_answer_was_lost_is_answered_when_the_sdk_repeats_it() {
    let aws = small_aws();
    let dynamodb = Client::new(&aws.sdk_config());
    let lost = std::sync::atomic::AtomicBool::new(false);
    aws.set_faults(move |_| {
        let first = !lost.swap(true, Ordering::Relaxed);
        if first { Fault::LoseAnswer } else { Fault::None }
    });
    dynamodb.transact_write_items().transact_items(write(put("REQ#1"))).send().await.unwrap();
    assert_eq!(aws.take_calls().len(), 2);
}

#[tokio::test]
async fn a_failed_condition_is_the_modelled_error() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let once = || {
        dynamodb
            .put_item()
            .table_name(TABLE)
            .item("PK", text("T#demo"))
            .item("SK", text("TENANT"))
            .condition_expression("attribute_not_exists(PK)")
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
    };
    once().await.unwrap();
    let error = once().await.unwrap_err().into_service_error();
    let PutItemError::ConditionalCheckFailedException(failed) = error else { panic!("{error:?}") };
    assert_eq!(failed.item().unwrap()["SK"], text("TENANT"));
}

#[tokio::test]
async fn of_many_simultaneous_writers_one_wins() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let writers = (0..50).map(|_| dynamodb.transact_write_items().transact_items(write(put("DUP#same"))).send());
    let results = futures_util::future::join_all(writers).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
}

#[tokio::test]
async fn the_tables_are_as_the_stack_says() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let tables = dynamodb.list_tables().send().await.unwrap();
    assert_eq!(tables.table_names(), [TABLE, LOCAL_TABLE]);
    let table = dynamodb.describe_table().table_name(TABLE).send().await.unwrap();
    let indexes = table.table().unwrap().global_secondary_indexes().to_owned();
    assert_eq!(indexes[0].index_name(), Some("due"));
    let ttl = dynamodb.describe_time_to_live().table_name(TABLE).send().await.unwrap();
    assert_eq!(ttl.time_to_live_description().unwrap().attribute_name(), Some("ttl"));
}

#[tokio::test]
async fn nonsense_is_a_validation_error_without_the_engines_markers() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let error = dynamodb.describe_table().table_name("x").send().await.unwrap_err();
    let SdkError::ServiceError(error) = error else { panic!("{error:?}") };
    let meta = error.err().meta();
    assert_eq!(meta.code(), Some("ValidationException"));
    assert!(!meta.message().unwrap().contains("VALIDATION"), "{meta:?}");
    let error = dynamodb.delete_table().table_name(TABLE).send().await.unwrap_err();
    let meta = error.into_service_error().meta().clone();
    assert_eq!(meta.code(), Some("UnknownOperationException"));
    assert!(meta.message().unwrap().contains("DeleteTable"), "{meta:?}");
}

#[tokio::test]
async fn an_item_twice_in_a_transaction_and_a_reserved_word_are_refused() {
    let dynamodb = Client::new(&small_aws().sdk_config());
    let twice = dynamodb.transact_write_items().transact_items(write(put("A"))).transact_items(write(put("A")));
    assert_eq!(twice.send().await.unwrap_err().code(), Some("ValidationException"));
    for (word, is_reserved) in [("ttl", true), ("state", true), ("until", true), ("nudged_at", false)] {
        let put = dynamodb.put_item().table_name(TABLE).item("PK", text("A")).item("SK", text("A"));
        let put = put.condition_expression(format!("attribute_not_exists({word})")).send().await;
        let refused = put.is_err_and(|error| error.code() == Some("ValidationException"));
        assert_eq!(refused, is_reserved, "{word}");
    }
}

//! DynamoDB.

use aws_sdk_dynamodb::{
    Client,
    error::ProvideErrorMetadata as _,
    operation::transact_write_items::TransactWriteItemsError,
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

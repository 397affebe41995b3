//! AWS' errors and delays that a simpler imitation would leave out: roles, conflicting transactions, a late index.

use aws_sdk_dynamodb::{
    Client,
    error::ProvideErrorMetadata as _,
    operation::transact_write_items::TransactWriteItemsError,
    types::{AttributeValue, Put, TransactWriteItem},
};
use aws_smithy_async::rt::sleep::AsyncSleep as _;
use futures_util::future::join4;

use super::*;

fn put(sk: &str) -> TransactWriteItem {
    let put = Put::builder().table_name(TABLE).item("PK", text("T#demo")).item("SK", text(sk));
    TransactWriteItem::builder().put(put.build().unwrap()).build()
}

#[tokio::test]
async fn a_function_may_do_what_its_role_allows_and_no_more() {
    let aws = small_aws();
    let reader = Client::new(&aws.sdk_config_of("reader"));
    let get = reader.get_item().table_name(TABLE).key("PK", text("T#demo")).key("SK", text("A"));
    assert!(get.send().await.is_ok());
    let write = reader.put_item().table_name(TABLE).item("PK", text("T#demo")).item("SK", text("A"));
    let denied = write.send().await.unwrap_err();
    assert_eq!(denied.code(), Some("AccessDeniedException"));
    assert!(denied.message().unwrap().contains("dynamodb:PutItem on resource: arn:aws:dynamodb:"), "{denied:?}");
    let elsewhere = reader.get_item().table_name(LOCAL_TABLE).key("PK", text("A")).key("SK", text("A"));
    assert_eq!(elsewhere.send().await.unwrap_err().code(), Some("AccessDeniedException"));
}

#[tokio::test]
async fn credentials_of_nobody_are_refused() {
    let aws = small_aws();
    let client = Client::new(&aws.sdk_config_of("no-such-function"));
    let get = client.get_item().table_name(TABLE).key("PK", text("T#demo")).key("SK", text("A"));
    assert_eq!(get.send().await.unwrap_err().code(), Some("UnrecognizedClientException"));
}

#[tokio::test]
async fn a_transaction_that_overlaps_with_another_is_cancelled_and_a_single_write_refused() {
    let aws = small_aws();
    let client = Client::new(&aws.sdk_config());
    let transaction =
        |keys: [&str; 2]| client.transact_write_items().set_transact_items(Some(keys.map(put).to_vec())).send();
    let single = client.put_item().table_name(TABLE).item("PK", text("T#demo")).item("SK", text("B")).send();
    // Polled in this order.
    let (first, second) = (transaction(["A", "B"]), transaction(["B", "C"]));
    let (first, second, single, apart) = join4(first, second, single, transaction(["D", "E"])).await;
    assert!(first.is_ok() && apart.is_ok());
    let TransactWriteItemsError::TransactionCanceledException(cancelled) = second.unwrap_err().into_service_error()
    else {
        panic!("cancelled")
    };
    let reasons = cancelled.cancellation_reasons();
    let codes: Vec<_> = reasons.iter().map(|reason| reason.code().unwrap()).collect();
    assert_eq!(codes, ["TransactionConflict", "None"]);
    assert_eq!(single.unwrap_err().code(), Some("TransactionConflictException"));
    assert!(transaction(["B", "C"]).await.is_ok(), "once the other is done");
}

#[tokio::test]
async fn a_transaction_that_nobody_polls_on_does_not_stop_the_time() {
    let aws = small_aws();
    aws.hurry(1_000);
    let client = Client::new(&aws.sdk_config());
    // Wherever the first transaction is at that moment.
    for polls in 1..=12 {
        let (key, other) = (format!("A{polls}"), format!("B{polls}"));
        let call = client.transact_write_items().set_transact_items(Some(vec![put(&key), put(&other)])).send();
        let mut call = std::pin::pin!(call);
        for _ in 0..polls {
            if futures_util::poll!(call.as_mut()).is_ready() {
                break;
            }
        }
        aws.sdk_config().sleep_impl().unwrap().sleep(Duration::from_secs(1)).await;
    }
}

#[tokio::test]
async fn functions_see_the_index_a_moment_later() {
    let aws = small_aws();
    let due = async |sdk: &SdkConfig| {
        let query = Client::new(sdk).query().table_name(TABLE).index_name("due");
        let query =
            query.key_condition_expression("due_shard = :shard").expression_attribute_values(":shard", text("D#03"));
        query.send().await.unwrap().count
    };
    let (operator, function) = (aws.sdk_config(), aws.sdk_config_of("worker"));
    let write = async |shard: Option<&str>| {
        let mut put =
            Client::new(&operator).put_item().table_name(TABLE).item("PK", text("T#demo")).item("SK", text("A"));
        if let Some(shard) = shard {
            put = put.item("due_shard", text(shard)).item("due_at", AttributeValue::N("1".to_owned()));
        }
        put.send().await.unwrap();
    };
    write(Some("D#03")).await;
    assert_eq!((due(&operator).await, due(&function).await), (1, 0));
    aws.clock().set(NOON + seconds(1));
    assert_eq!(due(&function).await, 1);
    write(None).await;
    assert_eq!((due(&operator).await, due(&function).await), (0, 1), "a row that left is still there");
    aws.clock().set(NOON + seconds(2));
    assert_eq!(due(&function).await, 0);
}

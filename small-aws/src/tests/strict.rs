//! AWS' errors and delays that a simpler imitation would leave out: roles, conflicting transactions, a late index.

use aws_sdk_dynamodb::{Client, error::ProvideErrorMetadata as _};
use aws_smithy_async::rt::sleep::AsyncSleep as _;
use futures_util::future::join4;

use super::*;

#[tokio::test]
async fn a_function_may_do_what_its_role_allows_and_no_more() {
    let aws = small_aws();
    let reader = Client::new(&aws.sdk_config_of("reader"));
    let get = reader.get_item().table_name(TABLE).key("PK", text("T#demo")).key("SK", text("A"));
    assert!(get.send().await.is_ok());
    let write = reader.put_item().table_name(TABLE).set_item(Some(item("T#demo", "A", &[])));
    let denied = write.send().await.unwrap_err();
    assert_eq!(denied.code(), Some("AccessDeniedException"));
    assert!(denied.message().unwrap().contains("dynamodb:PutItem on resource: arn:aws:dynamodb:"), "{denied:?}");
    let elsewhere = reader.get_item().table_name(LOCAL_TABLE).key("PK", text("A")).key("SK", text("A"));
    assert_eq!(elsewhere.send().await.unwrap_err().code(), Some("AccessDeniedException"));
    let nobody = Client::new(&aws.sdk_config_of("no-such-function"));
    let get = nobody.get_item().table_name(TABLE).key("PK", text("T#demo")).key("SK", text("A"));
    assert_eq!(get.send().await.unwrap_err().code(), Some("UnrecognizedClientException"));
}

#[tokio::test]
async fn a_transaction_that_overlaps_with_another_is_cancelled_and_a_single_write_refused() {
    let aws = small_aws();
    let client = Client::new(&aws.sdk_config());
    let transaction = |keys: [&str; 2]| {
        let writes = keys.map(|sk| put(item("T#demo", sk, &[])));
        client.transact_write_items().set_transact_items(Some(writes.into())).send()
    };
    let single = client.put_item().table_name(TABLE).set_item(Some(item("T#demo", "B", &[]))).send();
    // Polled in this order.
    let (first, second) = (transaction(["A", "B"]), transaction(["B", "C"]));
    let (first, second, single, apart) = join4(first, second, single, transaction(["D", "E"])).await;
    assert!(first.is_ok() && apart.is_ok());
    assert_eq!(codes(&cancelled(second)), ["TransactionConflict", "None"]);
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
        let writes = ["A", "B"].map(|letter| put(item("T#demo", &format!("{letter}{polls}"), &[])));
        let call = client.transact_write_items().set_transact_items(Some(writes.into())).send();
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
    let count = async |sdk: &SdkConfig| {
        let query = Client::new(sdk).query().table_name(TABLE).index_name("due");
        let query =
            query.key_condition_expression("due_shard = :shard").expression_attribute_values(":shard", text("D#03"));
        query.send().await.unwrap().count
    };
    let (operator, function) = (aws.sdk_config(), aws.sdk_config_of("worker"));
    let write = async |more: &[(&str, AttributeValue)]| {
        let put = Client::new(&operator).put_item().table_name(TABLE).set_item(Some(item("T#demo", "A", more)));
        put.send().await.unwrap();
    };
    write(&due("D#03", 1)).await;
    assert_eq!((count(&operator).await, count(&function).await), (1, 0));
    aws.clock().set(NOON + seconds(1));
    assert_eq!(count(&function).await, 1);
    write(&[]).await;
    assert_eq!((count(&operator).await, count(&function).await), (0, 1), "a row that left is still there");
    aws.clock().set(NOON + seconds(2));
    assert_eq!(count(&function).await, 0);
}

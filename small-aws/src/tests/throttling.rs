//! Throttling by partition key, as a function's client sees it.

use aws_sdk_dynamodb::{
    Client,
    config::retry::RetryConfig,
    error::ProvideErrorMetadata as _,
    types::{AttributeValue, KeysAndAttributes, Put, TransactWriteItem},
};

use super::*;

fn client(aws: &SmallAws) -> Client {
    let config = aws_sdk_dynamodb::config::Builder::from(&aws.sdk_config_of("writer"));
    Client::from_conf(config.retry_config(RetryConfig::disabled()).build())
}

async fn put(client: &Client, pk: &str) -> Result<(), String> {
    let sent = client.put_item().table_name(TABLE).item("PK", text(pk)).item("SK", text("A")).send().await;
    sent.map(drop).map_err(|error| error.code().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn what_is_used_up_is_throttled_until_the_next_second() {
    let aws = small_aws();
    aws.throttle(Some(PartitionUnits { write: 2, read: 1 }));
    let client = client(&aws);
    assert_eq!([put(&client, "T#a").await, put(&client, "T#a").await], [Ok(()), Ok(())]);
    assert_eq!(put(&client, "T#a").await, Err("ThrottlingException".to_owned()));
    assert_eq!(put(&client, "T#b").await, Ok(()), "another partition key has its own units");

    let write = |pk: &str| {
        let put = Put::builder().table_name(TABLE).item("PK", text(pk)).item("SK", text("A")).build();
        TransactWriteItem::builder().put(put.unwrap()).build()
    };
    let both = [write("T#c"), write("T#a")];
    let refused = client.transact_write_items().set_transact_items(Some(both.into())).send().await.unwrap_err();
    let refused = refused.into_service_error();
    let codes = match &refused {
        aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError::TransactionCanceledException(
            cancelled,
        ) => cancelled.cancellation_reasons().iter().map(|reason| reason.code().unwrap()).collect::<Vec<_>>(),
        other => panic!("{other}"),
    };
    assert_eq!(codes, ["None", "ThrottlingError"]);

    aws.move_clock(NOON + seconds(1)).unwrap();
    assert_eq!(put(&client, "T#a").await, Ok(()));
}

#[tokio::test]
async fn a_batch_leaves_out_what_is_throttled() {
    let aws = small_aws();
    let client = client(&aws);
    for pk in ["T#a", "T#b"] {
        put(&client, pk).await.unwrap();
    }
    aws.throttle(Some(PartitionUnits { write: 1, read: 1 }));
    let batch = async |pks: &[&str]| {
        let keys = pks.iter().map(|pk| [("PK".to_owned(), text(pk)), ("SK".to_owned(), text("A"))].into());
        let keys = KeysAndAttributes::builder().set_keys(Some(keys.collect())).consistent_read(true).build().unwrap();
        client.batch_get_item().request_items(TABLE, keys).send().await
    };
    assert_eq!(batch(&["T#a"]).await.unwrap().responses.unwrap()[TABLE].len(), 1);
    let second = batch(&["T#a", "T#b"]).await.unwrap();
    assert_eq!(second.responses.unwrap()[TABLE][0]["PK"], text("T#b"));
    assert_eq!(second.unprocessed_keys.unwrap()[TABLE].keys()[0]["PK"], text("T#a"));
    assert_eq!(batch(&["T#a"]).await.unwrap_err().code(), Some("ThrottlingException"));
}

/// "Write capacity units" in DynamoDB's guide to global secondary indexes: one for an item that enters, leaves or
/// changes in the index, two for another key.
#[tokio::test]
async fn the_index_costs_what_it_writes() {
    let aws = small_aws();
    aws.throttle(Some(PartitionUnits::UNLIMITED));
    let client = client(&aws);
    let due = [("due_shard", text("D#03")), ("due_at", AttributeValue::N("1".to_owned()))];
    let later = ("due_at", AttributeValue::N("2".to_owned()));
    let items: [(&[(&str, AttributeValue)], f64); 7] = [
        (&due, 1.0),
        (&[due[0].clone(), due[1].clone(), ("note", text("the index has no notes"))], 0.0),
        (&[due[0].clone(), due[1].clone(), ("nudged_at", AttributeValue::N("1".to_owned()))], 1.0),
        (&[due[0].clone(), later.clone(), ("nudged_at", AttributeValue::N("1".to_owned()))], 2.0),
        (&[("due_shard", text("D#04")), later.clone()], 2.0),
        (&[later], 1.0),
        (&[], 0.0),
    ];
    for (attributes, writes) in items {
        let put = client.put_item().table_name(TABLE).item("PK", text("T#a")).item("SK", text("A"));
        let put = attributes.iter().fold(put, |put, (name, value)| put.item(*name, value.clone()));
        put.send().await.unwrap();
        assert_eq!(aws.take_units(), Units { write: 1.0, index_write: writes, read: 0.0 }, "{attributes:?}");
    }
}

//! Throttling by partition key, as a function's client sees it.

use aws_sdk_dynamodb::{
    Client, config::retry::RetryConfig, error::ProvideErrorMetadata as _, types::KeysAndAttributes,
};

use super::*;

fn client(aws: &SmallAws) -> Client {
    let config = aws_sdk_dynamodb::config::Builder::from(&aws.sdk_config_of("writer"));
    Client::from_conf(config.retry_config(RetryConfig::disabled()).build())
}

async fn writes(client: &Client, pk: &str) -> Result<(), String> {
    let sent = client.put_item().table_name(TABLE).set_item(Some(item(pk, "A", &[]))).send().await;
    sent.map(drop).map_err(|error| error.code().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn what_is_used_up_is_throttled_until_the_next_second() {
    let aws = small_aws();
    aws.throttle(Some(PartitionUnits { write: 2, read: 1 }));
    let client = client(&aws);
    assert_eq!([writes(&client, "T#a").await, writes(&client, "T#a").await], [Ok(()), Ok(())]);
    assert_eq!(writes(&client, "T#a").await, Err("ThrottlingException".to_owned()));
    assert_eq!(writes(&client, "T#b").await, Ok(()), "another partition key has its own units");

    let both = ["T#c", "T#a"].map(|pk| put(item(pk, "A", &[])));
    let refused = client.transact_write_items().set_transact_items(Some(both.into())).send().await;
    assert_eq!(codes(&cancelled(refused)), ["None", "ThrottlingError"]);

    aws.move_clock(NOON + seconds(1)).unwrap();
    assert_eq!(writes(&client, "T#a").await, Ok(()));
}

#[tokio::test]
async fn a_batch_leaves_out_what_is_throttled() {
    let aws = small_aws();
    let client = client(&aws);
    for pk in ["T#a", "T#b"] {
        writes(&client, pk).await.unwrap();
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
    let nudged = ("nudged_at", AttributeValue::N("1".to_owned()));
    let noted = ("note", text("the index has no notes"));
    let [early, late] = [1, 2].map(|at| due("D#03", at));
    for (attributes, writes) in [
        (&early[..], 1.0),
        (&[&early[..], &[noted]].concat(), 0.0),
        (&[&early[..], std::slice::from_ref(&nudged)].concat(), 1.0),
        (&[&late[..], &[nudged]].concat(), 2.0),
        (&due("D#04", 2), 2.0),
        (&late[1..], 1.0),
        (&[], 0.0),
    ] {
        let put = client.put_item().table_name(TABLE).set_item(Some(item("T#a", "A", attributes)));
        put.send().await.unwrap();
        assert_eq!(aws.take_units(), Units { write: 1.0, index_write: writes, read: 0.0 }, "{attributes:?}");
    }
}

//! The small AWS through the real SDK clients.

mod keys;
mod mail;
mod sends;
mod sms;
mod strict;
mod table;
mod throttling;
mod wires;

use std::{collections::HashMap, sync::Arc, time::Duration};

use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, CancellationReason, Put, TransactWriteItem};
use aws_smithy_runtime_api::client::{
    behavior_version::BehaviorVersion, stalled_stream_protection::StalledStreamProtectionConfig,
};
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::*;

const TABLE: &str = "jars";
const QUEUE: &str = "jobs";
const SCHEDULE_GROUP: &str = "later";
const SCHEDULE_ROLE_ARN: &str = "arn:aws:iam::000000000000:role/later";
const VISIBILITY_S: i64 = 180;
const RECEIVES_MAX: u32 = 8;

/// Noon of 1 January 2026, UTC.
const NOON: Timestamp = Timestamp::constant(1_767_268_800, 0);

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

/// An item with this key and more attributes.
fn item(pk: &str, sk: &str, more: &[(&str, AttributeValue)]) -> HashMap<String, AttributeValue> {
    let key = [("PK", text(pk)), ("SK", text(sk))];
    key.iter().chain(more).map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// What is due then, in the index.
fn due(shard: &str, at_ms: i64) -> [(&'static str, AttributeValue); 2] {
    [("due_shard", text(shard)), ("due_at", AttributeValue::N(at_ms.to_string()))]
}

fn put(item: HashMap<String, AttributeValue>) -> TransactWriteItem {
    let put = Put::builder().table_name(TABLE).set_item(Some(item));
    TransactWriteItem::builder().put(put.build().unwrap()).build()
}

/// The reasons of a transaction that was cancelled.
fn cancelled<R: std::fmt::Debug>(result: Result<R, SdkError<TransactWriteItemsError>>) -> Vec<CancellationReason> {
    match result.unwrap_err().into_service_error() {
        TransactWriteItemsError::TransactionCanceledException(cancelled) => cancelled.cancellation_reasons.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn codes(reasons: &[CancellationReason]) -> Vec<&str> {
    reasons.iter().map(|reason| reason.code().unwrap()).collect()
}

/// A fresh AWS in memory, at noon, with a verified mail domain.
fn small_aws() -> SmallAws {
    let aws = SmallAws::open(None, stack(), MovableClock::frozen(NOON)).unwrap();
    aws.verify_identities(["shop.example"]);
    aws
}

/// One resource of each kind, and three functions: `reader` and `writer` of the table, and `worker`, which reads the
/// index and sends messages.
fn stack() -> Arc<Stack> {
    let text = |name: &str| json!({"AttributeName": name, "AttributeType": "S"});
    let keys = |hash: &str, range: &str| json!([{"AttributeName": hash, "KeyType": "HASH"}, {"AttributeName": range, "KeyType": "RANGE"}]);
    let table = json!({
        "AttributeDefinitions":
            [text("PK"), text("SK"), text("due_shard"), {"AttributeName": "due_at", "AttributeType": "N"}],
        "KeySchema": keys("PK", "SK"),
        "GlobalSecondaryIndexes": [{
            "IndexName": "due",
            "KeySchema": keys("due_shard", "due_at"),
            "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["nudged_at"]},
        }],
        "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true},
    });
    let function = |name: &str, action: Value, resource: String| {
        let statement = json!({"Effect": "Allow", "Action": action, "Resource": resource});
        (
            name.to_owned(),
            Function {
                timeout: Duration::from_secs(30),
                allows_loops: name == "reader",
                role: vec![Statement::parse(&statement).unwrap()],
            },
        )
    };
    let (mut worker, sends) = (
        function("worker", json!("dynamodb:Query"), format!("{}/index/due", table_arn(TABLE))),
        json!({"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": queue_arn(QUEUE)}),
    );
    worker.1.role.push(Statement::parse(&sends).unwrap());
    Arc::new(Stack {
        layout: 2,
        table: Table::new(TABLE, &table).unwrap(),
        bucket: Bucket {
            name: "boxes".to_owned(),
            folder: "boxes".to_owned(),
            events_below: Vec::new(),
            open_methods: Vec::new(),
        },
        queues: vec![QueueSpec {
            name: QUEUE.to_owned(),
            visibility: seconds(VISIBILITY_S),
            receives_max: RECEIVES_MAX,
        }],
        schedule_group: SCHEDULE_GROUP.to_owned(),
        emails: EmailSettings { configuration_set: "emails".to_owned(), suppressed_reasons: vec!["BOUNCE".to_owned()] },
        sms_events: SmsEvents { configuration_set: "texts".to_owned(), queue: QUEUE.to_owned() },
        topic: topic_arn("alarms"),
        functions: [
            function("reader", json!("dynamodb:GetItem"), table_arn(TABLE)),
            function("writer", json!(["dynamodb:PutItem", "dynamodb:BatchGetItem"]), table_arn(TABLE)),
            worker,
        ]
        .into(),
        rules: Vec::new(),
        clients: |region, credentials, http_client| {
            SdkConfig::builder()
                .behavior_version(BehaviorVersion::v2026_01_12())
                .region(region)
                .credentials_provider(SharedCredentialsProvider::new(credentials))
                .http_client(http_client)
                .retry_config(RetryConfig::standard())
                .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        },
    })
}

#[test]
fn data_of_another_layout_are_refused_with_what_to_do() {
    let folder = std::env::temp_dir().join(format!("small-aws-earlier-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("data.db");
    let open = || SmallAws::open(Some(&file), stack(), MovableClock::frozen(NOON));
    drop(open().unwrap());
    let db = dynoxide::Database::new(file.to_str().unwrap()).unwrap();
    let settings = shelf::Shelf::<Value>::open(&db, "setting").unwrap();
    settings.lock().put("layout", 1.into()).unwrap();
    let error = open().err().unwrap().to_string();
    assert!(error.contains("delete their folder"), "{error}");
    std::fs::remove_dir_all(folder).unwrap();
}

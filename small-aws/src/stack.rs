//! The resources that are deployed in the account. They are given when a [`SmallAws`](super::SmallAws) is opened.

use std::{collections::BTreeMap, time::Duration};

use anyhow::Context as _;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::{region::Region, sdk_config};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{policy::Statement, rule::Rule};

/// The resources of the account, and the roles of its functions.
#[derive(Clone, Debug)]
pub struct Stack {
    /// The layout number of the data in the table and the queues. Data in another layout is an error.
    pub layout: i64,
    /// The only table.
    pub table: Table,
    /// The only bucket.
    pub bucket: Bucket,
    pub queues: Vec<QueueSpec>,
    /// The only group of schedules.
    pub schedule_group: String,
    /// The SES configuration set whose events reach EventBridge.
    pub emails: EmailSettings,
    /// The topic and the queue of the events of SMS.
    pub sms_events: SmsEvents,
    /// The ARN of the only topic to which functions publish.
    pub topic: String,
    pub functions: BTreeMap<String, Function>,
    /// The rules of EventBridge's default bus.
    pub rules: Vec<Rule>,
    /// Configures the SDK's clients with the timeouts and attempts of the deployed functions.
    pub clients: fn(Region, Credentials, SharedHttpClient) -> sdk_config::Builder,
}

/// A DynamoDB table with one global secondary index.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) name: String,
    pub(super) keys: [String; 2],
    pub(super) index: String,
    pub(super) index_key: String,
    /// The attributes of the index in addition to the table's keys, its own keys first.
    pub(super) projected: Vec<String>,
    pub(super) time_to_live: Option<String>,
    pub(super) definition: Value,
}

/// A queue. Its dead letters are in a queue with `-dead` at the end of the name.
#[derive(Clone, Debug)]
pub struct QueueSpec {
    /// The end of the queue's URL and ARN.
    pub name: String,
    /// How long a received message stays hidden.
    pub visibility: SignedDuration,
    /// How often a message is received before it becomes a dead letter.
    pub receives_max: u32,
}

#[derive(Clone, Debug)]
pub struct Bucket {
    pub name: String,
    /// The folder for the bucket's objects, next to the file with the other data.
    pub folder: String,
    /// The prefixes of keys whose uploads cause an event.
    pub events_below: Vec<String>,
    /// The methods whose answers pages of every origin may read (CORS).
    pub open_methods: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct EmailSettings {
    pub configuration_set: String,
    /// The reasons to put an address on the account's suppression list and not to send to it: `BOUNCE`, `COMPLAINT`.
    pub suppressed_reasons: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct SmsEvents {
    pub configuration_set: String,
    /// The queue that subscribes to their topic.
    pub queue: String,
}

#[derive(Clone, Debug)]
pub struct Function {
    pub timeout: Duration,
    /// Whether its `RecursiveLoop` is `Allow`.
    pub allows_loops: bool,
    pub role: Vec<Statement>,
}

impl Table {
    /// A table with properties in CloudFormation's words: `KeySchema`, `AttributeDefinitions`, `GlobalSecondaryIndexes`
    /// and `TimeToLiveSpecification`.
    /// Errors: If the table has no sort key, or no index that includes some attributes.
    pub fn new(name: &str, properties: &Value) -> anyhow::Result<Self> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let keys = |schema: &Value| {
            let key = |n: usize| {
                text(&schema["KeySchema"][n]["AttributeName"]).context("a table and its index have two keys")
            };
            Ok::<_, anyhow::Error>([key(0)?, key(1)?])
        };
        let index = &properties["GlobalSecondaryIndexes"][0];
        let index_keys = keys(index)?;
        let included = index["Projection"]["NonKeyAttributes"].as_array().context("an index includes attributes")?;
        let time_to_live = &properties["TimeToLiveSpecification"];
        Ok(Self {
            name: name.to_owned(),
            keys: keys(properties)?,
            index: text(&index["IndexName"]).context("an index has a name")?,
            index_key: index_keys[0].clone(),
            projected: index_keys.into_iter().chain(included.iter().filter_map(text)).collect(),
            time_to_live: text(&time_to_live["AttributeName"]).filter(|_| time_to_live["Enabled"] == true),
            definition: json!({
                "TableName": name,
                "AttributeDefinitions": properties["AttributeDefinitions"],
                "KeySchema": properties["KeySchema"],
                "GlobalSecondaryIndexes": properties["GlobalSecondaryIndexes"],
                "BillingMode": "PAY_PER_REQUEST",
            }),
        })
    }

    pub(super) fn key_of(&self, item: &Value) -> Value {
        self.keys.iter().map(|name| (name.clone(), item[name].clone())).collect()
    }

    pub(super) fn partition_of<'a>(&self, item: &'a Value) -> Option<&'a str> {
        item[&self.keys[0]]["S"].as_str()
    }
}

impl Bucket {
    /// The key in a path that starts with the bucket's name.
    pub(super) fn key_of<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix('/')?.strip_prefix(&*self.name)?.strip_prefix('/')
    }
}

//! The resources that are deployed in the account: they are handed in when a [`SmallAws`](super::SmallAws) is opened.

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
    /// The number of the layout of what is in the table and the queues. Data of another layout are refused.
    pub layout: i64,
    /// The one table.
    pub table: Table,
    /// The one bucket.
    pub bucket: Bucket,
    /// The queues.
    pub queues: Vec<QueueSpec>,
    /// The one group of schedules.
    pub schedule_group: String,
    /// The SES configuration set whose events reach EventBridge.
    pub emails: EmailSettings,
    /// The topic and the queue of the events of SMS.
    pub sms_events: SmsEvents,
    /// The functions, by name.
    pub functions: BTreeMap<String, Function>,
    /// The rules of EventBridge's default bus.
    pub rules: Vec<Rule>,
    /// Makes the configuration of the SDK's clients, with the timeouts and attempts of the deployed functions.
    pub clients: fn(Region, Credentials, SharedHttpClient) -> sdk_config::Builder,
}

/// A DynamoDB table with one global secondary index.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) name: String,
    /// The names of the partition key and of the sort key.
    pub(super) keys: [String; 2],
    pub(super) index: String,
    /// The name of the index's partition key.
    pub(super) index_key: String,
    /// The attributes that the index has in addition to the table's keys, its own keys first.
    pub(super) projected: Vec<String>,
    pub(super) time_to_live: Option<String>,
    /// The input of `CreateTable`.
    pub(super) definition: Value,
}

/// A queue, whose dead letters are in a queue of the same name with `-dead` at the end.
#[derive(Clone, Debug)]
pub struct QueueSpec {
    /// The end of the queue's URL and ARN.
    pub name: String,
    /// How long a received message stays hidden.
    pub visibility: SignedDuration,
    /// How often a message is received before it goes to the dead letters.
    pub receives_max: u32,
}

/// A bucket.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// The bucket's name.
    pub name: String,
    /// The folder of its objects, next to the file of the other data.
    pub folder: String,
    /// The prefixes of the keys whose uploads cause an event.
    pub events_below: Vec<String>,
}

/// A configuration set of SES.
#[derive(Clone, Debug)]
pub struct EmailSettings {
    /// The configuration set's name.
    pub configuration_set: String,
    /// The reasons for which an address goes on the account's suppression list and is not sent to: `BOUNCE`, `COMPLAINT`.
    pub suppressed_reasons: Vec<String>,
}

/// The destination of the events of SMS.
#[derive(Clone, Debug)]
pub struct SmsEvents {
    /// The configuration set whose events are published.
    pub configuration_set: String,
    /// The queue that subscribes to their topic.
    pub queue: String,
}

/// A Lambda function.
#[derive(Clone, Debug)]
pub struct Function {
    /// How long one invocation may take.
    pub timeout: Duration,
    /// The statements of its role.
    pub role: Vec<Statement>,
}

impl Table {
    /// A table with these properties, in CloudFormation's words: `KeySchema`, `AttributeDefinitions`,
    /// `GlobalSecondaryIndexes` and `TimeToLiveSpecification`.
    ///
    /// # Errors
    ///
    /// When the table has no sort key, or no index that includes some attributes.
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

    /// The key of an item.
    pub(super) fn key_of(&self, item: &Value) -> Value {
        self.keys.iter().map(|name| (name.clone(), item[name].clone())).collect()
    }

    /// The partition key of an item or of a key, which is a string.
    pub(super) fn partition_of<'a>(&self, item: &'a Value) -> Option<&'a str> {
        item[&self.keys[0]]["S"].as_str()
    }
}

impl Bucket {
    /// The key of a path that starts with the bucket's name.
    pub(super) fn key_of<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix('/')?.strip_prefix(&*self.name)?.strip_prefix('/')
    }
}

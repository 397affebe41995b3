//! The queue for reports, and EventBridge's permission to write to it.

use std::collections::HashMap;

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::QueueAttributeName;
use aws_types::SdkConfig;
use serde_json::Value;

use super::account::{Place, repair};
use super::finding::{Check, Finding};
use super::read::{Read, Unread, read};
use super::rules::RULES;

const SERVICE: &str = "events.amazonaws.com";

pub type Attributes = HashMap<QueueAttributeName, String>;

pub async fn read_it(config: &SdkConfig, place: &Place) -> Read<Attributes> {
    let client = Client::new(config);
    let url = read("sqs:GetQueueUrl", client.get_queue_url().queue_name(place.name("mail-events")).send()).await?;
    let url = url.queue_url.unwrap_or_default();
    let call = client.get_queue_attributes().queue_url(url).attribute_names(QueueAttributeName::All).send();
    Ok(read("sqs:GetQueueAttributes", call).await?.attributes.unwrap_or_default())
}

/// Whether the queue exists and accepts events from every rule.
pub fn finding(queue: &Read<Attributes>, place: &Place) -> Finding {
    let (check, name) = (Check::Queue, place.name("mail-events"));
    let attributes = match queue {
        Err(unread) if is_missing(unread) => {
            return Finding::fail(check, format!("there is no queue {name}: reports are lost"), repair(&place.stack));
        }
        Err(unread) => return Finding::unknown(check, unread),
        Ok(attributes) => attributes,
    };
    let policy = attributes.get(&QueueAttributeName::Policy).map(String::as_str).unwrap_or_default();
    let policy: Value = serde_json::from_str(policy).unwrap_or_default();
    let rules = RULES.map(|(rule, _)| place.name(rule));
    let is_refused = |rule: &&String| !lets_in(&policy, &place.arn("events", &format!("rule/{rule}")));
    let refused: Vec<&str> = rules.iter().filter(is_refused).map(String::as_str).collect();
    if refused.is_empty() {
        return Finding::pass(check, format!("EventBridge may write to {name}"));
    }
    Finding::fail(check, format!("{name} does not let in what comes by {}", refused.join(", ")), repair(&place.stack))
}

/// Matches the code of the query protocol and the code of the JSON protocol.
fn is_missing(unread: &Unread) -> bool {
    unread.is("NonExistentQueue") || unread.is("QueueDoesNotExist")
}

fn lets_in(policy: &Value, rule: &str) -> bool {
    list(&policy["Statement"]).iter().any(|statement| {
        let sources =
            statement["Condition"].as_object().into_iter().flatten().flat_map(|(_, keys)| list(&keys["aws:SourceArn"]));
        let sources: Vec<&str> = sources.filter_map(Value::as_str).collect();
        statement["Effect"] == "Allow"
            && list(&statement["Principal"]["Service"]).iter().any(|service| *service == SERVICE)
            && list(&statement["Action"]).iter().any(|action| is_sending(action))
            && (sources.is_empty() || sources.iter().any(|source| matches(source, rule)))
    })
}

fn is_sending(action: &Value) -> bool {
    action.as_str().is_some_and(|action| matches!(action.to_ascii_lowercase().as_str(), "sqs:sendmessage" | "sqs:*"))
}

/// Whether an ARN matches a pattern, which may end in a star.
fn matches(pattern: &str, arn: &str) -> bool {
    pattern == arn || pattern.strip_suffix('*').is_some_and(|start| arn.starts_with(start))
}

/// The values of a policy's list, which may be written as a single value.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    }
}

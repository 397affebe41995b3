//! The next hop: the queue of reports, and EventBridge's permission to write to it.

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

/// The attributes of a queue.
pub type Attributes = HashMap<QueueAttributeName, String>;

/// Reads the attributes of the queue of reports.
///
/// # Errors
/// Why they cannot be read.
pub async fn read_it(config: &SdkConfig, place: &Place) -> Read<Attributes> {
    let client = Client::new(config);
    let url = read("sqs:GetQueueUrl", client.get_queue_url().queue_name(place.name("mail-events")).send()).await?;
    let url = url.queue_url.unwrap_or_default();
    let call = client.get_queue_attributes().queue_url(url).attribute_names(QueueAttributeName::All).send();
    Ok(read("sqs:GetQueueAttributes", call).await?.attributes.unwrap_or_default())
}

/// Queue and policy.
pub fn findings(queue: &Read<Attributes>, place: &Place) -> Vec<Finding> {
    let name = place.name("mail-events");
    match queue {
        Err(unread) if is_missing(unread) => vec![
            Finding::fail(Check::Queue, format!("there is no queue {name}: reports are lost"), repair(&place.stack)),
            Finding::skip(Check::QueuePolicy, "the queue comes first"),
        ],
        Err(unread) => Finding::unknown_all(&[Check::Queue, Check::QueuePolicy], unread),
        Ok(attributes) => vec![Finding::pass(Check::Queue, format!("{name} exists")), policy(attributes, place)],
    }
}

/// The code of the query protocol, and that of the JSON one.
fn is_missing(unread: &Unread) -> bool {
    unread.is("NonExistentQueue") || unread.is("QueueDoesNotExist")
}

fn policy(attributes: &Attributes, place: &Place) -> Finding {
    let policy = attributes.get(&QueueAttributeName::Policy).map(String::as_str).unwrap_or_default();
    let policy: Value = serde_json::from_str(policy).unwrap_or_default();
    let rules = RULES.map(|(rule, _)| place.name(rule));
    let refused: Vec<&str> = rules
        .iter()
        .filter(|rule| !lets_in(&policy, &place.arn("events", &format!("rule/{rule}"))))
        .map(String::as_str)
        .collect();
    if refused.is_empty() {
        return Finding::pass(Check::QueuePolicy, "EventBridge may write to it");
    }
    Finding::fail(
        Check::QueuePolicy,
        format!("it does not let in what comes by {}", refused.join(", ")),
        repair(&place.stack),
    )
}

/// Whether a policy lets a rule write to its queue.
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

/// Whether an ARN, which may end in a star, is this one.
fn matches(pattern: &str, arn: &str) -> bool {
    pattern == arn || pattern.strip_suffix('*').is_some_and(|start| arn.starts_with(start))
}

/// The values of a list of a policy, which is a single value if there is one.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityOutput;
    use serde_json::json;

    use super::*;
    use crate::check::finding::Status;

    fn statuses(queue: Read<Attributes>) -> Vec<Status> {
        let who =
            GetCallerIdentityOutput::builder().arn("arn:aws:iam::000000000001:user/jo").account("000000000001").build();
        let place = Place::new("afterword", "eu-central-1", &who);
        findings(&queue, &place).iter().map(|finding| finding.status).collect()
    }

    fn with(policy: &Value) -> Read<Attributes> {
        Ok(HashMap::from([(QueueAttributeName::Policy, policy.to_string())]))
    }

    #[test]
    fn a_policy_lets_every_rule_in() {
        let statement = |sources: Value| {
            let condition = json!({"ArnEquals": {"aws:SourceArn": sources}});
            json!({"Effect": "Allow", "Principal": {"Service": SERVICE}, "Action": "sqs:SendMessage", "Condition": condition})
        };
        let arn = |name: &str| format!("arn:aws:events:eu-central-1:000000000001:rule/afterword-{name}");
        let all: Vec<String> = RULES.iter().map(|(name, _)| arn(name)).collect();
        let denies = json!({"Effect": "Deny", "Principal": "*", "Action": "sqs:*"});
        let good = json!({"Statement": [denies, statement(json!(all))]});
        assert_eq!(statuses(with(&good)), [Status::Pass, Status::Pass]);
        assert_eq!(
            statuses(with(&json!({"Statement": statement(json!(arn("mail-*")))}))),
            [Status::Pass, Status::Pass]
        );
        assert_eq!(statuses(with(&json!({"Statement": statement(json!(all[..4]))}))), [Status::Pass, Status::Fail]);
        let mut other = statement(json!(all));
        other["Principal"]["Service"] = json!("sns.amazonaws.com");
        assert_eq!(statuses(with(&json!({"Statement": [other]}))), [Status::Pass, Status::Fail]);
        let mut reads = statement(json!(all));
        reads["Action"] = json!(["sqs:ReceiveMessage"]);
        assert_eq!(statuses(with(&json!({"Statement": [reads]}))), [Status::Pass, Status::Fail]);
        assert_eq!(statuses(Ok(HashMap::new())), [Status::Pass, Status::Fail]);
    }

    #[test]
    fn a_queue_is_missing_or_cannot_be_read() {
        let of = |code| statuses(Err(Unread::new("sqs:GetQueueUrl", Some(code), "no")));
        assert_eq!(of("AWS.SimpleQueueService.NonExistentQueue"), [Status::Fail, Status::Skip]);
        assert_eq!(of("QueueDoesNotExist"), [Status::Fail, Status::Skip]);
        assert_eq!(of("AccessDenied"), [Status::Unknown, Status::Unknown]);
    }
}

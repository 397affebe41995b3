//! EventBridge's rules, which put SES' events into the queue.

use aws_sdk_eventbridge::Client;
use aws_sdk_eventbridge::operation::describe_rule::DescribeRuleOutput;
use aws_sdk_eventbridge::types::{RuleState, Target};
use aws_types::SdkConfig;
use futures_util::future::join_all;
use serde_json::Value;

use super::account::{Place, repair};
use super::finding::{Check, Finding};
use super::read::{Read, read};

/// The template's rules with the events that each matches.
const RULES: [(&str, &[&str]); 5] = [
    ("mail-reported", &["Email Delivered", "Email Delivery Delayed", "Email Rejected"]),
    ("mail-sent", &["Email Sent"]),
    ("mail-complained", &["Email Complaint Received"]),
    ("mail-suppressed", &["Email Bounced", "Email Complaint Received"]),
    ("mail-bounced", &["Email Bounced"]),
];

pub struct Rule {
    name: String,
    events: &'static [&'static str],
    rule: Read<DescribeRuleOutput>,
    targets: Read<Vec<Target>>,
}

pub async fn read_all(config: &SdkConfig, place: &Place) -> Vec<Rule> {
    let client = Client::new(config);
    let rules = RULES.map(|(name, events)| {
        let (client, name) = (client.clone(), place.name(name));
        async move {
            let rule = read("events:DescribeRule", client.describe_rule().name(&name).send()).await;
            let targets = read("events:ListTargetsByRule", client.list_targets_by_rule().rule(&name).send()).await;
            let targets = targets.map(|targets| targets.targets.unwrap_or_default());
            Rule { name, events, rule, targets }
        }
    });
    join_all(rules).await
}

/// Whether the rules are enabled, match their events and lead to the queue.
pub fn finding(rules: &[Rule], place: &Place) -> Finding {
    let (set, queue) = (&place.stack, place.arn("sqs", &place.name("mail-events")));
    let (mut faults, mut unread, mut fix) = (Vec::new(), None, repair(set));
    for Rule { name, events, rule, targets } in rules {
        match (rule, targets) {
            (Err(error), _) if error.is("ResourceNotFoundException") => faults.push(format!("there is no rule {name}")),
            (Err(error), _) | (_, Err(error)) => unread = unread.or(Some(error)),
            (Ok(rule), _) if rule.state() != Some(&RuleState::Enabled) => {
                faults.push(format!("{name} is disabled"));
                fix = format!("aws events enable-rule --name {name}");
            }
            (Ok(rule), _) if !takes(rule.event_pattern().unwrap_or_default(), events, set) => {
                faults.push(format!("the pattern of {name} does not take {} of {set}", events.join(", ")));
            }
            (_, Ok(targets)) if targets.iter().all(|target| target.arn() != queue) => {
                faults.push(format!("{name} does not lead to the queue"));
            }
            _ => {}
        }
    }
    Finding::of_all(Check::Rules, &faults, unread, format!("{} rules lead to {queue}", rules.len()), fix)
}

/// Whether a pattern matches these events of a configuration set.
fn takes(pattern: &str, events: &[&str], set: &str) -> bool {
    let pattern: Value = serde_json::from_str(pattern).unwrap_or_default();
    let has = |list: &Value, word: &str| list.as_array().is_some_and(|list| list.iter().any(|one| one == word));
    has(&pattern["source"], "aws.ses")
        && events.iter().all(|event| has(&pattern["detail-type"], event))
        && has(&pattern["detail"]["mail"]["tags"]["ses:configuration-set"], set)
}

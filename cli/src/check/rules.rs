//! The next hop: EventBridge's rules, which put SES' events into the queue.

use aws_sdk_eventbridge::Client;
use aws_sdk_eventbridge::operation::describe_rule::DescribeRuleOutput;
use aws_sdk_eventbridge::types::{RuleState, Target};
use aws_types::SdkConfig;
use futures_util::future::join_all;
use serde_json::Value;

use super::account::{Place, repair};
use super::finding::{Check, Finding};
use super::read::{Read, Unread, read};

/// The template's rules, and the events that each takes.
pub const RULES: [(&str, &[&str]); 5] = [
    ("mail-reported", &["Email Delivered", "Email Delivery Delayed", "Email Rejected"]),
    ("mail-sent", &["Email Sent"]),
    ("mail-complained", &["Email Complaint Received"]),
    ("mail-suppressed", &["Email Bounced", "Email Complaint Received"]),
    ("mail-bounced", &["Email Bounced"]),
];

/// A rule as EventBridge has it.
pub struct Rule {
    name: String,
    events: &'static [&'static str],
    rule: Read<DescribeRuleOutput>,
    targets: Read<Vec<Target>>,
}

/// Reads the rules.
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

/// Rules and targets.
pub fn findings(rules: &[Rule], place: &Place) -> Vec<Finding> {
    vec![are_on(rules, &place.stack), lead_to(rules, place)]
}

fn are_on(rules: &[Rule], set: &str) -> Finding {
    let (mut faults, mut unread, mut fix) = (Vec::new(), None, repair(set));
    for Rule { name, events, rule, .. } in rules {
        match rule {
            Err(error) if error.is("ResourceNotFoundException") => faults.push(format!("there is no rule {name}")),
            Err(error) => unread = unread.or(Some(error)),
            Ok(rule) if rule.state() != Some(&RuleState::Enabled) => {
                faults.push(format!("{name} is disabled"));
                fix = format!("aws events enable-rule --name {name}");
            }
            Ok(rule) if !takes(rule.event_pattern().unwrap_or_default(), events, set) => {
                faults.push(format!("the pattern of {name} does not take {} of {set}", events.join(", ")));
            }
            Ok(_) => {}
        }
    }
    Finding::of_all(Check::Rules, &faults, unread, format!("{} rules are on", rules.len()), fix)
}

/// Whether a pattern takes these events of a configuration set.
fn takes(pattern: &str, events: &[&str], set: &str) -> bool {
    let pattern: Value = serde_json::from_str(pattern).unwrap_or_default();
    let has = |list: &Value, word: &str| list.as_array().is_some_and(|list| list.iter().any(|one| one == word));
    has(&pattern["source"], "aws.ses")
        && events.iter().all(|event| has(&pattern["detail-type"], event))
        && has(&pattern["detail"]["mail"]["tags"]["ses:configuration-set"], set)
}

fn lead_to(rules: &[Rule], place: &Place) -> Finding {
    let queue = place.arn("sqs", &place.name("mail-events"));
    let (mut faults, mut unread) = (Vec::new(), None);
    // Of a rule that is missing there is a finding already.
    let is_missing = |unread: &Unread| unread.is("ResourceNotFoundException");
    for Rule { name, targets, .. } in rules.iter().filter(|one| !one.rule.as_ref().is_err_and(is_missing)) {
        match targets {
            Err(error) => unread = unread.or(Some(error)),
            Ok(targets) if targets.iter().all(|target| target.arn() != queue) => {
                faults.push(format!("{name} does not lead to the queue"));
            }
            Ok(_) => {}
        }
    }
    Finding::of_all(Check::Targets, &faults, unread, format!("they lead to {queue}"), repair(&place.stack))
}

#[cfg(test)]
mod tests {
    use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityOutput;
    use serde_json::json;

    use super::*;
    use crate::check::finding::Status;

    fn place() -> Place {
        let who =
            GetCallerIdentityOutput::builder().arn("arn:aws:iam::000000000001:user/jo").account("000000000001").build();
        Place::new("afterword", "eu-central-1", &who)
    }

    fn rule(state: RuleState, source: &str, target: Option<&str>) -> Rule {
        let (name, events) = RULES[0];
        let tags = json!({"ses:configuration-set": ["afterword"]});
        let pattern = json!({"source": [source], "detail-type": events, "detail": {"mail": {"tags": tags}}});
        let rule = DescribeRuleOutput::builder().state(state).event_pattern(pattern.to_string()).build();
        let targets = target.map(|arn| Target::builder().id("mail-events").arn(arn).build().unwrap());
        Rule { name: place().name(name), events, rule: Ok(rule), targets: Ok(targets.into_iter().collect()) }
    }

    fn statuses(rules: &[Rule]) -> Vec<Status> {
        findings(rules, &place()).iter().map(|finding| finding.status).collect()
    }

    #[test]
    fn a_rule_is_on_takes_its_events_and_leads_to_the_queue() {
        let queue = "arn:aws:sqs:eu-central-1:000000000001:afterword-mail-events";
        assert_eq!(statuses(&[rule(RuleState::Enabled, "aws.ses", Some(queue))]), [Status::Pass, Status::Pass]);
        let off = [rule(RuleState::Disabled, "aws.ses", Some(queue))];
        assert_eq!(statuses(&off), [Status::Fail, Status::Pass]);
        assert_eq!(
            findings(&off, &place())[0].fix.as_deref(),
            Some("aws events enable-rule --name afterword-mail-reported")
        );
        assert_eq!(statuses(&[rule(RuleState::Enabled, "aws.s3", Some(queue))]), [Status::Fail, Status::Pass]);
        assert_eq!(statuses(&[rule(RuleState::Enabled, "aws.ses", None)]), [Status::Pass, Status::Fail]);
        assert_eq!(statuses(&[rule(RuleState::Enabled, "aws.ses", Some("arn:another"))]), [Status::Pass, Status::Fail]);
    }

    #[test]
    fn a_rule_that_is_missing_or_cannot_be_read() {
        let of = |code| {
            let unread = || Unread::new("events:DescribeRule", Some(code), "no");
            statuses(&[Rule {
                rule: Err(unread()),
                targets: Err(unread()),
                ..rule(RuleState::Enabled, "aws.ses", None)
            }])
        };
        assert_eq!(of("ResourceNotFoundException"), [Status::Fail, Status::Pass]);
        assert_eq!(of("AccessDeniedException"), [Status::Unknown, Status::Unknown]);
    }

    #[test]
    fn the_rules_are_those_of_the_template() {
        let template = include_str!("../../../template.yaml");
        let of_ses: Vec<&str> =
            template.split("Type: AWS::Events::Rule").filter(|rule| rule.contains("source: [aws.ses]")).collect();
        assert_eq!(of_ses.len(), RULES.len());
        for (name, events) in RULES {
            let own = of_ses.iter().find(|rule| rule.contains(&format!("${{AWS::StackName}}-{name}\""))).unwrap();
            let types = own.split("detail-type: [").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
            assert_eq!(types.split(", ").collect::<Vec<_>>(), events, "{name}");
        }
    }
}

//! The template stays within what AWS allows and asks for.

use std::collections::BTreeSet;

use yaml_rust2::Yaml;

use local::template::{limits, section};

use crate::template::{all_resources, list, resources, text_of};

/// Copies of a function that one event source may start.
const CONCURRENCY: std::ops::RangeInclusive<i64> = 2..=1_000;
/// The parameters that bound them.
const CONCURRENCY_PARAMETERS: [&str; 2] = ["SendConcurrency", "OutboundConcurrency"];
/// A queue's visibility timeout by the timeout of the function that polls it.
const VISIBILITY_FACTOR: u64 = 6;
/// Seconds for which SQS keeps a message unless the queue says otherwise.
const RETENTION_S: i64 = 4 * 86_400;

/// Characters of all inline policies of a role, and of its trust policy, without spaces.
const POLICY_CHARS_MAX: usize = 10_240;
const TRUST_CHARS_MAX: usize = 2_048;
/// Characters of the longest ARN of ours, in a stack whose name is as long as its queues' names allow.
const ARN_CHARS_MAX: usize = 160;

/// The function's folder that a reference such as `SendRequest.Alias` means.
fn folder(alias: &str) -> String {
    let name = alias.strip_suffix(".Alias").unwrap();
    let (_, function) = section("Resources").into_iter().find(|(found, _)| found == name).unwrap();
    text_of(&function["Metadata"]["BuildProperties"]["Binary"])
}

/// The queue that `SendQueue.Arn` means.
fn queue(arn: &Yaml) -> (String, &'static Yaml) {
    let arn = text_of(arn);
    let name = arn.strip_suffix(".Arn").unwrap();
    resources("AWS::SQS::Queue").into_iter().find(|(found, _)| found == name).unwrap()
}

#[test]
fn event_sources_are_as_lambda_asks() {
    let sources = resources("AWS::Lambda::EventSourceMapping");
    for (name, source) in &sources {
        let properties = &source["Properties"];
        match &properties["ScalingConfig"]["MaximumConcurrency"] {
            Yaml::Integer(copies) => assert!(CONCURRENCY.contains(copies), "{name}"),
            parameter => assert!(CONCURRENCY_PARAMETERS.contains(&&*text_of(parameter)), "{name}"),
        }
        let (queue, declared) = queue(&properties["EventSourceArn"]);
        let visible_after = declared["Properties"]["VisibilityTimeout"].as_i64().unwrap();
        let timeout = limits(&folder(&text_of(&properties["FunctionName"]))).unwrap().timeout.as_secs();
        let least = i64::try_from(timeout * VISIBILITY_FACTOR).unwrap();
        assert!(visible_after >= least, "{queue} shows messages again after {visible_after} s, before {least} s");
    }
    assert!(sources.len() >= 6, "{}", sources.len());
    for parameter in CONCURRENCY_PARAMETERS {
        let bounds = ["MinValue", "MaxValue"].map(|bound| bound_of(parameter, bound));
        assert!(bounds.iter().all(|bound| CONCURRENCY.contains(bound)), "{parameter}: {bounds:?}");
    }
}

/// The number that a parameter of the template has as this bound.
fn bound_of(parameter: &str, bound: &str) -> i64 {
    let (_, parameter) = section("Parameters").into_iter().find(|(name, _)| name == parameter).unwrap();
    parameter[bound].as_i64().unwrap()
}

/// An event that a service hands to Lambda is run at once, however many there are.
#[test]
fn events_reach_functions_by_queues_alone() {
    for (name, rule) in resources("AWS::Events::Rule") {
        for target in list(&rule["Properties"]["Targets"]) {
            queue(&target["Arn"]);
        }
        assert!(!list(&rule["Properties"]["Targets"]).is_empty(), "{name}");
    }
}

#[test]
fn dead_letters_outlive_the_queue_they_come_from_and_a_long_weekend_passes() {
    let kept = |queue: &Yaml| queue["Properties"]["MessageRetentionPeriod"].as_i64().unwrap_or(RETENTION_S);
    for (name, source) in resources("AWS::SQS::Queue") {
        let dead = &source["Properties"]["RedrivePolicy"]["deadLetterTargetArn"];
        if !dead.is_badvalue() {
            let (_, dead) = queue(dead);
            assert!(kept(source) > RETENTION_S, "{name} loses its messages after {} s", kept(source));
            assert!(kept(dead) > kept(source), "{name}: the age of a dead letter counts from its first queue");
        }
    }
}

#[test]
fn what_a_rule_cannot_deliver_is_set_aside() {
    for (name, rule) in resources("AWS::Events::Rule") {
        for target in list(&rule["Properties"]["Targets"]) {
            let (queue, _) = queue(&target["DeadLetterConfig"]["Arn"]);
            let may_write = resources("AWS::SQS::QueuePolicy").into_iter().any(|(_, policy)| {
                let properties = &policy["Properties"];
                let statements = list(&properties["PolicyDocument"]["Statement"]);
                let sources = statements.iter().flat_map(|it| list(&it["Condition"]["ArnEquals"]["aws:SourceArn"]));
                text_of(&list(&properties["Queues"])[0]) == queue
                    && sources.filter_map(Yaml::as_str).any(|source| source == format!("{name}.Arn"))
            });
            assert!(may_write, "{queue} takes nothing from {name}");
        }
    }
}

/// A service acts for every account that names this one's resources, unless the statement says for whom.
#[test]
fn services_act_for_this_stack_alone() {
    let mut seen = BTreeSet::new();
    for (name, resource) in all_resources() {
        let properties = &resource["Properties"];
        let statements = ["PolicyDocument", "AssumeRolePolicyDocument"];
        let statements = statements.iter().flat_map(|document| list(&properties[*document]["Statement"]));
        for statement in statements.filter(|it| it["Effect"].as_str() == Some("Allow")) {
            let Some(service) = statement["Principal"]["Service"].as_str() else { continue };
            let conditions = statement["Condition"].as_hash().into_iter().flatten();
            let keys: BTreeSet<_> =
                conditions.flat_map(|(_, keys)| keys.as_hash().unwrap().keys().map(text_of)).collect();
            let named = ["aws:SourceArn", "aws:SourceAccount"].iter().any(|key| keys.contains(*key));
            assert!(named, "{name}: {service} may act for anybody");
            if service == "scheduler.amazonaws.com" {
                assert!(keys.len() == 2, "{name}: an account and a group of schedules, not {keys:?}");
            }
            seen.insert(service);
        }
    }
    for (name, permission) in resources("AWS::Lambda::Permission") {
        assert!(!permission["Properties"]["SourceArn"].is_badvalue(), "{name}");
    }
    assert!(seen.len() >= 4, "{seen:?}");
}

/// The most characters that this is as JSON: each reference and each ARN counts as a long one.
fn chars(yaml: &Yaml) -> usize {
    match yaml {
        Yaml::Hash(hash) => hash.iter().map(|(key, value)| text_of(key).len() + 4 + chars(value)).sum::<usize>() + 2,
        Yaml::Array(entries) => entries.iter().map(|entry| chars(entry) + 1).sum::<usize>() + 2,
        Yaml::String(text) if text.contains(':') && !text.contains("arn:") => text.len() + 2,
        _ => ARN_CHARS_MAX,
    }
}

#[test]
fn a_roles_policies_fit() {
    for (name, resource) in all_resources() {
        let properties = &resource["Properties"];
        let policies = match &properties["Policies"] {
            Yaml::BadValue => 0,
            policies => chars(policies),
        };
        assert!(policies <= POLICY_CHARS_MAX, "{name}: {policies} characters");
        if !properties["AssumeRolePolicyDocument"].is_badvalue() {
            let trust = chars(&properties["AssumeRolePolicyDocument"]);
            assert!(trust <= TRUST_CHARS_MAX, "{name}: {trust} characters of its trust policy");
        }
    }
}

#[test]
fn emails_leave_encrypted_or_not_at_all() {
    let [(_, set)] = &resources("AWS::SES::ConfigurationSet")[..] else { panic!("one configuration set") };
    assert_eq!(set["Properties"]["DeliveryOptions"]["TlsPolicy"].as_str(), Some("REQUIRE"));
}

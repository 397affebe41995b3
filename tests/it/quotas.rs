//! The template stays within what AWS allows and asks for. `docs/aws.md` has the sources.

use std::collections::BTreeSet;

use serde_json::Value;
use yaml_rust2::Yaml;

use local::template::{limits, section};

use crate::template::{all_resources, list, resources, text_of};

/// Copies of a function that one event source may start.
const CONCURRENCY: std::ops::RangeInclusive<i64> = 2..=1_000;
/// A queue's visibility timeout by the timeout of the function that polls it.
const VISIBILITY_FACTOR: u64 = 6;
/// Seconds for which SQS keeps a message unless the queue says otherwise.
const RETENTION_S: i64 = 4 * 86_400;
/// Characters of an event pattern.
const PATTERN_CHARS_MAX: usize = 2_048;
/// The account's requests a second and its burst, which an API cannot exceed.
const ACCOUNT_RATES: [(&str, i64); 2] = [("ThrottleRate", 10_000), ("ThrottleBurst", 5_000)];
/// Bytes of a function's environment, names and values together.
const ENVIRONMENT_BYTES_MAX: usize = 4_096;
/// Bytes of a variable's value where the template does not have it: the longest ARN or URL of ours is shorter.
const VALUE_BYTES_MAX: usize = 200;

/// The function's folder that a reference such as `SendRequest` means.
fn folder(name: &str) -> String {
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
            parameter => assert_eq!(text_of(parameter), "SendConcurrency", "{name}"),
        }
        let (queue, declared) = queue(&properties["EventSourceArn"]);
        let visible_after = declared["Properties"]["VisibilityTimeout"].as_i64().unwrap();
        let timeout = limits(&folder(&text_of(&properties["FunctionName"]))).unwrap().timeout.as_secs();
        let least = i64::try_from(timeout * VISIBILITY_FACTOR).unwrap();
        assert!(visible_after >= least, "{queue} shows messages again after {visible_after} s, before {least} s");
    }
    assert!(sources.len() >= 5, "{}", sources.len());
    let (_, parameter) = section("Parameters").into_iter().find(|(name, _)| name == "SendConcurrency").unwrap();
    let bounds = ["MinValue", "MaxValue"].map(|bound| parameter[bound].as_i64().unwrap());
    assert!(bounds.iter().all(|bound| CONCURRENCY.contains(bound)), "{bounds:?}");
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

#[test]
fn patterns_are_short_and_metrics_exist() {
    for (name, rule) in resources("AWS::Events::Rule") {
        let chars = format!("{:?}", rule["Properties"]["EventPattern"]).len();
        assert!(chars < PATTERN_CHARS_MAX, "{name}: {chars} characters, with what the parser adds");
    }
    for (name, alarm) in resources("AWS::CloudWatch::Alarm") {
        let properties = &alarm["Properties"];
        if properties["Namespace"].as_str() == Some("AWS/ApiGateway") {
            assert!(["4xx", "5xx", "Count", "Latency"].contains(&properties["MetricName"].as_str().unwrap()), "{name}");
        }
    }
    for (name, alarm) in resources("AWS::CloudWatch::Alarm") {
        if alarm["Properties"]["Namespace"].as_str() == Some("AWS/SES") {
            let metric = alarm["Properties"]["MetricName"].as_str().unwrap();
            assert!(["Reputation.BounceRate", "Reputation.ComplaintRate"].contains(&metric), "{name}");
        }
    }
    let [(_, stage)] = &resources("AWS::ApiGatewayV2::Stage")[..] else { panic!("one stage") };
    let group = text_of(&stage["Properties"]["AccessLogSettings"]["DestinationArn"]);
    let (_, log) = all_resources().into_iter().find(|(name, _)| group.strip_suffix(".Arn") == Some(name)).unwrap();
    assert!(text_of(&log["Properties"]["LogGroupName"]).starts_with("/aws/vendedlogs/"), "{group}");
}

#[test]
fn an_api_takes_no_more_than_its_account() {
    for (name, most) in ACCOUNT_RATES {
        let (_, parameter) = section("Parameters").into_iter().find(|(found, _)| found == name).unwrap();
        assert!(parameter["MaxValue"].as_i64().is_some_and(|value| value <= most), "{name} is {most} at most");
    }
}

#[test]
fn a_functions_environment_fits() {
    for (name, function) in resources("AWS::Serverless::Function") {
        let variables = function["Properties"]["Environment"]["Variables"].as_hash().into_iter().flatten();
        let bytes: usize = variables.map(|(key, value)| text_of(key).len() + VALUE_BYTES_MAX.max(length(value))).sum();
        assert!(bytes <= ENVIRONMENT_BYTES_MAX, "{name}: up to {bytes} bytes");
    }
}

fn length(value: &Yaml) -> usize {
    value.as_str().map_or(0, str::len)
}

/// CloudFormation takes a template of 1 MB from S3; half of it is left for what comes.
#[test]
fn the_expanded_template_is_short() {
    if left_out::left_out(left_out::Tool::Sam) {
        return;
    }
    let expanded: Value = crate::template::expanded();
    let bytes = expanded.to_string().len();
    assert!(bytes < 500_000, "{bytes} bytes");
}

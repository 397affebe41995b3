//! The template stays within what AWS allows and asks for. `docs/aws.md` has the sources.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use yaml_rust2::Yaml;

use local::template::{limits, section};

use crate::template::{all_resources, list, resources, root, text_of};

/// Copies of a function that one event source may start.
const CONCURRENCY: std::ops::RangeInclusive<i64> = 2..=1_000;
/// The account's invocations at once: a new one's, and the usual one.
const ACCOUNT_COPIES: [i64; 2] = [10, 1_000];
/// The functions that wait for servers of others.
const CALLS_OUT: [&str; 2] = ["deliver-webhooks", "take-photo"];
/// The parameters that bound them.
const CONCURRENCY_PARAMETERS: [&str; 2] = ["SendConcurrency", "OutboundConcurrency"];
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

/// The copies that the event sources of some functions start at most, with this bound of a parameter.
fn copies(bound: impl Fn(&str) -> &'static str, is_counted: impl Fn(&str) -> bool) -> i64 {
    let sources = resources("AWS::Lambda::EventSourceMapping").into_iter();
    let sources = sources.filter(|(_, source)| is_counted(&folder(&text_of(&source["Properties"]["FunctionName"]))));
    let copies = sources.map(|(_, source)| match &source["Properties"]["ScalingConfig"]["MaximumConcurrency"] {
        Yaml::Integer(copies) => *copies,
        parameter => bound_of(&text_of(parameter), bound(&text_of(parameter))),
    });
    copies.sum()
}

/// Otherwise one shop's hosts and endpoints that hang would stop everybody's calls.
#[test]
fn what_waits_for_others_leaves_more_than_half_of_the_account_to_the_calls() {
    let [new, usual] = ACCOUNT_COPIES;
    let outbound = copies(|_| "Default", |function| CALLS_OUT.contains(&function));
    assert!(outbound >= 4 && outbound * 2 < new, "{outbound} of {new}");
    let largest = |parameter: &str| if parameter == "OutboundConcurrency" { "MaxValue" } else { "Default" };
    // `reconcile` has no queue.
    let all = 1 + copies(largest, |_| true);
    assert!(all * 2 < usual, "{all} of {usual}");
    let document = fs::read_to_string(root().join("docs/deploy.md")).unwrap();
    let by_default = 1 + copies(|_| "Default", |_| true);
    assert!(document.contains(&format!("take {by_default} at once")), "docs/deploy.md does not say {by_default}");
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

/// The days for which the bucket keeps what begins with each prefix, and what the operator reads about it.
#[test]
fn files_are_deleted_as_documented() {
    let document = std::fs::read_to_string(crate::template::root().join("docs/operate.md")).unwrap();
    let [(_, bucket)] = &resources("AWS::S3::Bucket")[..] else { panic!("one bucket") };
    let rules = list(&bucket["Properties"]["LifecycleConfiguration"]["Rules"]);
    let days = |prefix: &str| {
        let rule = rules.iter().find(|rule| rule["Prefix"].as_str() == Some(prefix));
        rule.and_then(|rule| rule["ExpirationInDays"].as_i64()).unwrap_or_else(|| panic!("no rule for {prefix}"))
    };
    assert!(document.contains(&format!("the files {} days after the upload", days("photos/"))));
    for prefix in ["incoming/", "imports/", "exports/"] {
        assert_eq!(days(prefix), 1, "{prefix}");
    }
    let row = document.lines().find(|line| line.contains("that was not processed")).unwrap();
    assert!(row.ends_with("| 1 day |"), "{row}");
    assert!(rules.iter().all(|rule| rule["Status"].as_str() == Some("Enabled")));
}

//! Mistakes in `template.yaml` that AWS rejects although every linter accepts them, and mistakes that would be noticed
//! too late.

use crate::support::*;

use yaml_rust2::Yaml;

use local::template::globals;

use crate::deployment::template::{all_resources, list, resources, text_of};

/// The maximum number of characters, without spaces, of all inline policies of a role and its trust policy.
const POLICY_CHARS_MAX: usize = 10_240;
const TRUST_CHARS_MAX: usize = 2_048;
/// The characters of our longest ARN, in a stack whose name is as long as its queues' names allow.
const ARN_CHARS_MAX: usize = 160;

/// Resources whose loss cannot be repaired. They stay when the stack is deleted.
const RETAINED: [&str; 3] = ["AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket"];

#[test]
fn only_resources_with_data_are_retained_unless_their_creation_fails() {
    for (name, resource) in all_resources() {
        let policies = ["DeletionPolicy", "UpdateReplacePolicy"].map(|policy| resource[policy].as_str());
        let is_retained = RETAINED.contains(&resource["Type"].as_str().unwrap());
        let wanted = if is_retained { [Some("RetainExceptOnCreate"), Some("Retain")] } else { [None; 2] };
        assert_eq!(policies, wanted, "{name}");
    }
}

/// Without the account in the statement, a service would also act for other accounts that name these resources.
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

/// A bad version of any function is rolled back. One alarm counts its crashes, another its failed messages.
#[test]
fn rollback_alarms_watch_each_function_that_is_deployed_gradually() {
    let brakes: Vec<_> = list(&globals()["DeploymentPreference"]["Alarms"]).iter().map(text_of).collect();
    let brakes: Vec<_> =
        resources("AWS::CloudWatch::Alarm").into_iter().filter(|(name, _)| brakes.contains(name)).collect();
    let metrics = brakes.iter().flat_map(|(_, alarm)| alarm["Properties"]["Metrics"].as_vec().into_iter().flatten());
    let errors = metrics
        .map(|metric| &metric["MetricStat"]["Metric"])
        .filter(|metric| metric["MetricName"].as_str() == Some("Errors"));
    let mut counted: Vec<_> = errors.map(|metric| text_of(&metric["Dimensions"][0]["Value"])).collect();
    let takes_steps = |resource: &Yaml| resource["Properties"]["DeploymentPreference"].is_badvalue();
    let functions = resources("AWS::Serverless::Function").into_iter().filter(|(_, resource)| takes_steps(resource));
    let mut moved: Vec<_> = functions.map(|(name, _)| name).collect();
    counted.sort_unstable();
    moved.sort_unstable();
    assert_eq!(counted, moved);
    // Refusals are handled, so no count of failed messages sees them.
    assert!(brakes.iter().any(|(name, _)| name == "RefusedMessagesAlarm"), "{brakes:?}");

    let is_brakes =
        |made: &Yaml| brakes.iter().any(|(_, alarm)| alarm["Properties"]["MetricName"] == made["MetricName"]);
    let filters = resources("AWS::Logs::MetricFilter").into_iter().map(|(_, filter)| &filter["Properties"]);
    let filters = filters.filter(|filter| list(&filter["MetricTransformations"]).iter().any(is_brakes));
    let read: BTreeSet<_> = filters.map(|filter| text_of(&filter["LogGroupName"]).replace("Log", "")).collect();
    let mappings = resources("AWS::Lambda::EventSourceMapping").into_iter();
    let readers = mappings.map(|(_, mapping)| text_of(&mapping["Properties"]["FunctionName"]).replace(".Alias", ""));
    assert_eq!(read, readers.collect());
}

/// An upper limit of the length as JSON; references and ARNs count as the longest ARN.
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
        for (part, most) in [("Policies", POLICY_CHARS_MAX), ("AssumeRolePolicyDocument", TRUST_CHARS_MAX)] {
            let chars = chars(&resource["Properties"][part]);
            assert!(chars <= most, "{name}: {chars} characters of {part}");
        }
    }
}

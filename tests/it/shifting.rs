//! A version can be taken back: whatever calls a function calls its alias, and the alarms stop a bad one. `docs/aws.md` has the
//! sources.

use std::collections::BTreeSet;

use left_out::{Tool, left_out};
use local::template::globals;
use serde_json::Value;
use yaml_rust2::Yaml;

use crate::template::{expanded, expanded_with, functions, list, parameters, resources, text_of};

/// The name of the alias, and how SAM refers to it.
const ALIAS: &str = "live";
const REFERENCE: &str = ".Alias";
/// Alarms that CodeDeploy takes for one function.
const BRAKES_MAX: usize = 10;
/// Characters of a version's description.
const DESCRIPTION_CHARS_MAX: usize = 256;
/// The function without calls of others.
const UNSHIFTED: [&str; 1] = ["Admin"];

/// The functions whose aliases these values name. A value that names none is `Err`.
fn aliases<'a>(values: impl Iterator<Item = &'a Yaml>) -> BTreeSet<Result<String, String>> {
    let alias = |value: &Yaml| {
        let value = text_of(value);
        value.strip_suffix(REFERENCE).map(str::to_owned).ok_or(value)
    };
    values.map(alias).collect()
}

/// Alarms that stop a bad version.
fn brakes() -> Vec<String> {
    list(&globals()["DeploymentPreference"]["Alarms"]).iter().map(text_of).collect()
}

#[test]
fn whatever_calls_a_function_calls_its_alias() {
    assert_eq!(globals()["AutoPublishAlias"].as_str(), Some(ALIAS));
    let property = |kind: &str, name: &str| {
        let values: Vec<_> = resources(kind).into_iter().map(|(_, resource)| &resource["Properties"][name]).collect();
        aliases(values.into_iter())
    };
    let integrations = property("AWS::ApiGatewayV2::Integration", "IntegrationUri");
    let permissions = property("AWS::Lambda::Permission", "FunctionName");
    let sources = property("AWS::Lambda::EventSourceMapping", "FunctionName");
    let targets = resources("AWS::Scheduler::Schedule");
    let targets = aliases(targets.iter().map(|(_, schedule)| &schedule["Properties"]["Target"]["Arn"]));
    assert_eq!(integrations, permissions, "API Gateway may invoke what it invokes");
    let called: BTreeSet<_> = [&integrations, &sources, &targets].into_iter().flatten().cloned().collect();
    let others: BTreeSet<_> = functions().iter().map(|function| function.resource.clone()).collect();
    let others = others.into_iter().filter(|name| !UNSHIFTED.contains(&name.as_str())).map(Ok).collect();
    assert_eq!(called, others, "each function but those without calls, and by nothing but its alias");
}

#[test]
fn nothing_reaches_an_alias_before_it_may_be_invoked() {
    for (name, integration) in resources("AWS::ApiGatewayV2::Integration") {
        let permission = name.replace("Integration", "Permission");
        assert_eq!(integration["DependsOn"].as_str(), Some(permission.as_str()), "{name}");
    }
    for (name, settings) in resources("AWS::Lambda::EventInvokeConfig") {
        let properties = &settings["Properties"];
        assert_eq!(properties["Qualifier"].as_str(), Some(ALIAS), "{name}: asynchronous calls go to the alias");
        let alias = format!("{}Alias{ALIAS}", text_of(&properties["FunctionName"]));
        assert_eq!(settings["DependsOn"].as_str(), Some(alias.as_str()), "{name}");
    }
}

/// The names in a value of the template: those of tags are strings of their own, or between `${` and `}`.
fn names(value: &Yaml) -> Vec<String> {
    match value {
        Yaml::Array(values) => values.iter().flat_map(names).collect(),
        Yaml::String(text) if text.contains("${") => {
            text.split("${").skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect()
        }
        Yaml::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// SAM does not look at parameters: without this, a stack would go on with the values that it was made with.
#[test]
fn another_value_of_a_parameter_is_another_version() {
    let parameters: BTreeSet<_> = parameters().into_iter().map(|(name, _)| name).collect();
    let follows = |value: &&Yaml| names(value).iter().any(|name| parameters.contains(name));
    let mut described = 0;
    for (name, function) in resources("AWS::Serverless::Function") {
        let properties = &function["Properties"];
        assert_eq!(properties["AutoPublishAliasAllProperties"].as_bool(), Some(true), "{name}");
        let variables = properties["Environment"]["Variables"].as_hash().unwrap();
        let settings: Vec<_> = variables.iter().map(|(_, value)| value).filter(follows).collect();
        // `!Join [" ", [...]]`
        let description = match &properties["VersionDescription"][1] {
            Yaml::BadValue => Vec::new(),
            values => list(values).iter().collect(),
        };
        assert_eq!(description, settings, "{name}");
        described += usize::from(!description.is_empty());
    }
    assert!(described >= 10, "{described}");
}

#[test]
fn each_alarm_that_stops_a_version_counts_what_every_version_does() {
    let brakes = brakes();
    assert!((1..=BRAKES_MAX).contains(&brakes.len()), "{brakes:?}");
    let alarms = resources("AWS::CloudWatch::Alarm");
    let mut counted = BTreeSet::new();
    for brake in &brakes {
        let (_, alarm) = alarms.iter().find(|(name, _)| name == brake).unwrap_or_else(|| panic!("there is no {brake}"));
        let properties = &alarm["Properties"];
        let metrics: Vec<_> = match properties["Metrics"].as_vec() {
            Some(metrics) => metrics.iter().map(|metric| &metric["MetricStat"]["Metric"]).collect(),
            None => vec![properties],
        };
        for metric in metrics.into_iter().filter(|metric| !metric["MetricName"].is_badvalue()) {
            // With `Resource` or `ExecutedVersion` it would be one version's.
            let dimensions = list(&metric["Dimensions"]);
            let [dimension] = dimensions else { panic!("{brake}: {dimensions:?}") };
            assert!(["ApiId", "FunctionName"].contains(&&*text_of(&dimension["Name"])), "{brake}: {dimension:?}");
            counted.insert(text_of(&dimension["Value"]));
        }
        // A series that is missing means that nothing failed.
        assert_eq!(properties["TreatMissingData"].as_str(), Some("notBreaching"), "{brake}");
        let minutes = properties["EvaluationPeriods"].as_i64().unwrap() * 5;
        assert!(minutes <= 5, "{brake} takes {minutes} minutes, the shortest of all steps before the last");
    }
    assert!(counted.contains("Api"), "a function that answers 500 has not failed for Lambda");
    for function in functions().iter().filter(|function| !UNSHIFTED.contains(&function.resource.as_str())) {
        assert!(counted.contains(&function.resource), "no alarm would stop {}", function.resource);
    }
}

fn of_type(stack: &Value, kind: &str) -> Vec<(String, Value)> {
    let resources = stack["Resources"].as_object().unwrap().iter();
    let resources = resources.filter(|(_, resource)| resource["Type"] == kind);
    resources.map(|(name, resource)| (name.clone(), resource.clone())).collect()
}

#[test]
fn codedeploy_shifts_calls_and_looks_at_the_alarms() {
    if left_out(Tool::Sam) {
        return;
    }
    let stack = expanded();
    let aliases = of_type(&stack, "AWS::Lambda::Alias");
    assert_eq!(aliases.len(), functions().len());
    for (name, alias) in aliases {
        let function = name.strip_suffix(&format!("Alias{ALIAS}")).unwrap();
        let policy = &alias["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"];
        if UNSHIFTED.contains(&function) {
            assert!(policy.is_null(), "{name}");
            continue;
        }
        let group = &stack["Resources"][policy["DeploymentGroupName"]["Ref"].as_str().unwrap()]["Properties"];
        assert_eq!(policy["DeploymentGroupName"]["Ref"], format!("{function}DeploymentGroup"));
        assert_eq!(policy["ApplicationName"], group["ApplicationName"]);
        let alarms = group["AlarmConfiguration"]["Alarms"].as_array().unwrap().iter();
        assert_eq!(alarms.map(|alarm| alarm["Name"]["Ref"].as_str().unwrap()).collect::<Vec<_>>(), brakes());
        assert_eq!(group["AlarmConfiguration"]["Enabled"], true);
        let events = group["AutoRollbackConfiguration"]["Events"].as_array().unwrap();
        assert!(events.contains(&"DEPLOYMENT_STOP_ON_ALARM".into()), "{name}: {events:?}");
        assert_eq!(group["ServiceRoleArn"]["Fn::GetAtt"][0], "ShiftRole", "not SAM's, which may move every alias");
    }
}

#[test]
fn a_stack_without_steps_needs_no_codedeploy() {
    if left_out(Tool::Sam) {
        return;
    }
    let (_, default) = parameters().into_iter().find(|(name, _)| name == "TrafficShifting").unwrap();
    assert_eq!(default.as_deref(), Some("AllAtOnce"));
    let stack = expanded_with("TrafficShifting=AllAtOnce");
    for kind in ["AWS::CodeDeploy::Application", "AWS::CodeDeploy::DeploymentGroup"] {
        assert!(of_type(&stack, kind).is_empty(), "{kind}");
    }
    for (name, alias) in of_type(&stack, "AWS::Lambda::Alias") {
        assert!(alias["UpdatePolicy"].is_null(), "{name}");
    }
}

#[test]
fn old_versions_go_with_the_update_that_replaces_them() {
    if left_out(Tool::Sam) {
        return;
    }
    let stack = expanded();
    let versions = of_type(&stack, "AWS::Lambda::Version");
    assert_eq!(versions.len(), functions().len());
    for (name, version) in versions {
        assert_eq!(version["DeletionPolicy"], "Delete", "{name}");
        assert!(version["UpdateReplacePolicy"].is_null(), "{name}");
    }
}

/// Lambda refuses a longer description, and CloudFormation sees that only when it runs.
#[test]
fn a_versions_description_fits() {
    let longest = |name: &str| match name {
        // The API's own address.
        "Api" => 64,
        "AWS::Region" | "AWS::URLSuffix" | "OwnBaseUrl" | "OwnDomain" | "OwnMailDomain" | "@" => 0,
        "SmsMaxPrice" | "SmsMonthlySegments" | "ShopRate" => 8,
        name => {
            let all = local::template::section("Parameters");
            let (_, parameter) =
                all.iter().find(|(found, _)| found == name).unwrap_or_else(|| panic!("what is {name}?"));
            let chars = parameter["MaxLength"].as_i64().unwrap_or_else(|| panic!("{name} has no MaxLength"));
            usize::try_from(chars).unwrap()
        }
    };
    for (name, function) in resources("AWS::Serverless::Function") {
        let settings = &function["Properties"]["VersionDescription"][1];
        if settings.is_badvalue() {
            continue;
        }
        // Of `!If`, one; behind a space, or behind https://.
        let chars = |value: &Yaml| 1 + names(value).iter().map(|name| longest(name)).max().unwrap();
        let chars: usize = list(settings).iter().map(chars).sum();
        assert!(chars <= DESCRIPTION_CHARS_MAX, "{name}: {chars} characters");
    }
}

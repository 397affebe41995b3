//! A first deployment goes through: what AWS refuses in `template.yaml` although every linter accepts it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use local::template::section;
use yaml_rust2::Yaml;

use crate::template::{all_resources, functions, list, resources, root, text_of};

/// The longest stack name that is supported; `docs/deploy.md` says so.
const STACK_NAME_CHARS_MAX: usize = 40;

/// The services' limits on names, in characters.
const NAMES: [(&str, &str, usize); 14] = [
    ("AWS::ApiGatewayV2::Api", "Name", 128),
    ("AWS::CloudWatch::Alarm", "Namespace", 255),
    ("AWS::CloudWatch::Dashboard", "DashboardName", 255),
    ("AWS::Events::Rule", "Name", 64),
    ("AWS::KMS::Alias", "AliasName", 256),
    ("AWS::Logs::LogGroup", "LogGroupName", 512),
    ("AWS::Logs::QueryDefinition", "Name", 255),
    ("AWS::SES::ConfigurationSet", "Name", 64),
    ("AWS::SMSVOICE::ConfigurationSet", "ConfigurationSetName", 64),
    ("AWS::SNS::Topic", "TopicName", 256),
    ("AWS::SQS::Queue", "QueueName", 80),
    ("AWS::Scheduler::Schedule", "Name", 64),
    ("AWS::Scheduler::ScheduleGroup", "Name", 64),
    ("AWS::Serverless::Function", "FunctionName", 64),
];

/// Resources whose loss cannot be repaired: they outlive the stack.
const RETAINED: [&str; 3] = ["AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket"];

/// The fields of a line of the access log, each with a typical value: no path, no query and no address, because links
/// are credentials.
const LOGGED: [(&str, &str); 5] = [
    ("$context.requestId", "JKJaXmPLvHcESHA="),
    ("$context.routeKey", "GET /review/hub"),
    ("$context.status", "200"),
    ("$context.responseLatency", "12"),
    ("$context.integrationErrorMessage", "-"),
];

#[test]
fn a_queue_policy_names_its_own_queue_alone() {
    // SQS refuses a statement with several resources, and the stack rolls back.
    let policies = resources("AWS::SQS::QueuePolicy");
    for (name, policy) in &policies {
        let properties = &policy["Properties"];
        let [queue] = list(&properties["Queues"]) else { panic!("{name} is for several queues") };
        for statement in list(&properties["PolicyDocument"]["Statement"]) {
            let [resource] = list(&statement["Resource"]) else { panic!("{name} has several resources a statement") };
            assert_eq!(text_of(resource), format!("{}.Arn", text_of(queue)), "{name}");
        }
    }
    assert_eq!(policies.len(), resources("AWS::SQS::Queue").len(), "every queue has a policy");
}

#[test]
fn names_fit_their_services_behind_a_long_stack_name() {
    let stack = "s".repeat(STACK_NAME_CHARS_MAX);
    for (name, resource) in all_resources() {
        for (property, value) in resource["Properties"].as_hash().unwrap() {
            let (property, Some(value)) = (text_of(property), value.as_str()) else { continue };
            let is_text = ["Description", "DashboardBody"].contains(&&*property);
            if is_text || !value.contains("AWS::StackName") {
                continue;
            }
            let kind = text_of(&resource["Type"]);
            let limit = NAMES.iter().find(|(of, named, _)| (*of, *named) == (&kind, &property));
            let (.., chars_max) = limit.unwrap_or_else(|| panic!("{name}: how long may {property} of {kind} be?"));
            let physical = value.replace("${AWS::StackName}", &stack).replace("AWS::StackName", &stack);
            assert!(!physical.contains('$'), "{name}: {physical} is longer than it looks");
            assert!(physical.len() <= *chars_max, "{name}: {physical} has more than {chars_max} characters");
        }
    }
}

#[test]
fn no_function_reserves_concurrency() {
    // A new account's quota is 10, and all of it must stay unreserved.
    for (name, function) in resources("AWS::Serverless::Function") {
        assert!(function["Properties"]["ReservedConcurrentExecutions"].is_badvalue(), "{name}");
    }
}

#[test]
fn only_functions_whose_messages_may_come_round_allow_it() {
    // By default Lambda stops the 17th invocation of a function that one event causes through queues.
    let polled: Vec<_> = resources("AWS::Lambda::EventSourceMapping")
        .into_iter()
        .map(|(_, source)| ["EventSourceArn", "FunctionName"].map(|name| text_of(&source["Properties"][name])))
        .map(|[queue, alias]| [queue, alias.strip_suffix(".Alias").unwrap().to_owned()])
        .collect();
    let invoked_by = |sender: &str| -> BTreeSet<String> {
        let function = functions().iter().find(|function| function.resource == sender).unwrap();
        let sends = |statement: &&&Yaml| list(&statement["Action"]).iter().any(|it| text_of(it) == "sqs:SendMessage");
        let queues = function.statements.iter().filter(sends).flat_map(|statement| list(&statement["Resource"]));
        let queues: BTreeSet<_> = queues.map(text_of).collect();
        polled.iter().filter(|[queue, _]| queues.contains(queue)).map(|[_, function]| function.clone()).collect()
    };
    let mut allowed = 0;
    for function in functions() {
        let mut reached = invoked_by(&function.resource);
        loop {
            let further: BTreeSet<_> = reached.iter().flat_map(|one| invoked_by(one)).collect();
            if further.is_subset(&reached) {
                break;
            }
            reached.extend(further);
        }
        assert_eq!(function.allows_loops, reached.contains(&function.resource), "{}: RecursiveLoop", function.resource);
        allowed += usize::from(function.allows_loops);
    }
    assert_eq!(allowed, 4);
}

#[test]
fn what_outlives_the_stack_leaves_nothing_behind_when_its_creation_fails() {
    for (name, resource) in all_resources() {
        let kind = text_of(&resource["Type"]);
        let retained = RETAINED.contains(&kind.as_str());
        let policy = |which: &str| match &resource[which] {
            Yaml::BadValue => None,
            policy => Some(text_of(policy)),
        };
        let wanted = retained.then_some(("RetainExceptOnCreate", "Retain"));
        assert_eq!(policy("DeletionPolicy").as_deref(), wanted.map(|(deletion, _)| deletion), "{name}");
        assert_eq!(policy("UpdateReplacePolicy").as_deref(), wanted.map(|(_, replacement)| replacement), "{name}");
    }
}

#[test]
fn a_line_of_the_access_log_is_short_json_with_keys_that_operators_can_look_up() {
    let [(_, stage)] = &resources("AWS::ApiGatewayV2::Stage")[..] else { panic!("one stage") };
    let format = text_of(&stage["Properties"]["AccessLogSettings"]["Format"]);
    let line = LOGGED.iter().fold(format, |line, (variable, value)| line.replace(variable, value));
    assert!(!line.contains('$') && line.len() <= 90, "{line} has {} bytes", line.len());
    let operate = fs::read_to_string(root().join("docs/operate.md")).unwrap();
    for key in serde_json::from_str::<BTreeMap<String, String>>(&line).unwrap().keys() {
        assert!(operate.contains(&format!("\n| `{key}` |")), "docs/operate.md does not say what `{key}` is");
    }
}

/// The parameters that a condition or a rule compares with the empty string.
fn compared(yaml: &Yaml) -> String {
    // `!Not [!Equals [!Ref Name, ""]]`
    text_of(&yaml[0][0])
}

#[test]
fn parameters_that_cannot_work_together_are_refused() {
    let needs: BTreeSet<_> = section("Rules")
        .into_iter()
        .flat_map(|(_, rule)| {
            let assertions = list(&rule["Assertions"]).iter().map(|it| compared(&it["Assert"]));
            assertions.map(|needed| (compared(&rule["RuleCondition"]), needed)).collect::<Vec<_>>()
        })
        .collect();
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    let expected = [("DomainName", "CertificateArn"), ("CertificateArn", "DomainName"), ("HostedZoneId", "DomainName")];
    assert_eq!(needs, expected.map(|(one, other)| pair(one, other)).into());
}

#[test]
fn an_own_domain_leads_to_the_api() {
    let only = |kind: &str| {
        let found = resources(kind);
        let [(name, resource)] = &found[..] else { panic!("one {kind}") };
        (name.clone(), text_of(&resource["Condition"]), &resource["Properties"])
    };
    let (domain, condition, properties) = only("AWS::ApiGatewayV2::DomainName");
    assert_eq!((condition.as_str(), text_of(&properties["DomainName"]).as_str()), ("OwnDomain", "DomainName"));
    let (_, condition, mapping) = only("AWS::ApiGatewayV2::ApiMapping");
    assert_eq!((condition.as_str(), text_of(&mapping["DomainName"])), ("OwnDomain", domain.clone()));
    assert_eq!([&mapping["ApiId"], &mapping["Stage"]].map(text_of), ["Api", "ApiStage"]);
    let (_, condition, record) = only("AWS::Route53::RecordSet");
    assert_eq!(condition, "OwnZone");
    assert_eq!(text_of(&record["AliasTarget"]["DNSName"]), format!("{domain}.RegionalDomainName"));
    let (_, target) = section("Outputs").into_iter().find(|(name, _)| name == "DomainTarget").unwrap();
    assert_eq!(text_of(&target["Value"]), format!("{domain}.RegionalDomainName"), "for DNS elsewhere");
    // Links follow, unless BaseUrl says otherwise.
    let (_, url) = section("Outputs").into_iter().find(|(name, _)| name == "ApiUrl").unwrap();
    let address: Vec<_> = list(&url["Value"]).iter().take(2).map(text_of).collect();
    assert_eq!(address, ["OwnBaseUrl", "BaseUrl"]);
    let otherwise: Vec<_> = list(&url["Value"][2]).iter().take(2).map(text_of).collect();
    assert_eq!(otherwise, ["OwnDomain", "https://${DomainName}"]);
    for (name, function) in resources("AWS::Serverless::Function") {
        let base_url = &function["Properties"]["Environment"]["Variables"]["BASE_URL"];
        assert!(base_url.is_badvalue() || *base_url == url["Value"], "{name}");
    }
}

#[test]
fn each_parameter_is_in_a_group_and_has_a_label_and_a_description() {
    let (_, interface) =
        section("Metadata").into_iter().find(|(name, _)| name == "AWS::CloudFormation::Interface").unwrap();
    let groups = list(&interface["ParameterGroups"]).iter();
    let grouped: Vec<_> = groups.flat_map(|group| list(&group["Parameters"])).map(text_of).collect();
    let declared: BTreeSet<_> = section("Parameters").into_iter().map(|(name, _)| name).collect();
    assert_eq!(grouped.iter().cloned().collect::<BTreeSet<_>>(), declared);
    assert_eq!(grouped.len(), declared.len(), "once each");
    for (name, parameter) in section("Parameters") {
        assert!(interface["ParameterLabels"][name.as_str()]["default"].as_str().is_some(), "{name} has no label");
        assert!(parameter["Description"].as_str().is_some_and(|text| text.len() >= 20), "{name} has no description");
    }
}

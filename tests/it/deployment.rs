//! A first deployment goes through: what AWS refuses in `template.yaml` although every linter accepts it.

use std::collections::BTreeSet;

use yaml_rust2::Yaml;

use crate::template::{all_resources, functions, list, resources, text_of};

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

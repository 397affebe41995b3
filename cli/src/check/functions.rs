//! The last hop, and all others like it: event source mappings and functions.

use aws_sdk_cloudformation::types::StackResourceSummary;
use aws_sdk_lambda::Client;
use aws_sdk_lambda::operation::get_account_settings::GetAccountSettingsOutput;
use aws_sdk_lambda::operation::get_function_configuration::GetFunctionConfigurationOutput;
use aws_sdk_lambda::types::{EventSourceMappingConfiguration, LastUpdateStatus, State};
use aws_types::SdkConfig;
use futures_util::future::join_all;

use super::account::{Place, repair};
use super::finding::{Check, Finding};
use super::read::{Read, read};

/// The functions that read a queue, and the queue.
const POLLED: [(&str, &str); 7] = [
    ("take-photo", "photo"),
    ("send-request", "send"),
    ("mail-events", "mail-events"),
    ("privacy", "privacy"),
    ("import-reviews", "imports"),
    ("take-orders", "orders"),
    ("deliver-webhooks", "webhooks"),
];
/// The quota that docs/deploy.md asks for.
const QUOTA: i32 = 1000;
const RAISE: &str = "aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000";

/// The mappings of a function that reads a queue.
pub struct Polled {
    function: String,
    queue: String,
    mappings: Read<Vec<EventSourceMappingConfiguration>>,
}

/// A function's name and state.
pub type Function = (String, Read<GetFunctionConfigurationOutput>);

/// Reads the mappings of the functions that have one.
pub async fn read_mappings(config: &SdkConfig, place: &Place) -> Vec<Polled> {
    let client = Client::new(config);
    let all = POLLED.map(|(function, queue)| {
        let (client, function, queue) = (client.clone(), place.name(function), place.arn("sqs", &place.name(queue)));
        async move {
            // By the queue: those of a function's name are not those of its alias.
            let call = client.list_event_source_mappings().event_source_arn(&queue).send();
            let mappings = read("lambda:ListEventSourceMappings", call).await;
            let mappings = mappings.map(|mappings| mappings.event_source_mappings.unwrap_or_default());
            Polled { function, queue, mappings }
        }
    });
    join_all(all).await
}

/// Reads the stack's functions.
///
/// # Errors
/// Why CloudFormation does not list them.
pub async fn read_functions(config: &SdkConfig, stack: &str) -> Read<Vec<Function>> {
    let pages = aws_sdk_cloudformation::Client::new(config).list_stack_resources().stack_name(stack).into_paginator();
    let resources = pages.items().send().try_collect();
    let resources: Vec<StackResourceSummary> = read("cloudformation:ListStackResources", resources).await?;
    let functions = resources.into_iter().filter(|one| one.resource_type() == Some("AWS::Lambda::Function"));
    let client = Client::new(config);
    let functions = functions.filter_map(|one| one.physical_resource_id).map(|name| {
        let client = client.clone();
        async move {
            let call = client.get_function_configuration().function_name(&name).send();
            let state = read("lambda:GetFunctionConfiguration", call).await;
            (name, state)
        }
    });
    Ok(join_all(functions).await)
}

/// Reads the account's quota.
///
/// # Errors
/// Why Lambda does not say so.
pub async fn read_settings(config: &SdkConfig) -> Read<GetAccountSettingsOutput> {
    read("lambda:GetAccountSettings", Client::new(config).get_account_settings().send()).await
}

/// Whether all functions run.
pub fn functions(functions: &Read<Vec<Function>>) -> Finding {
    let check = Check::Functions;
    let functions = match functions {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(functions) => functions,
    };
    let (mut faults, mut unread, mut late) = (Vec::new(), None, Vec::new());
    for (name, function) in functions {
        let function = match function {
            Err(error) if error.is("ResourceNotFoundException") => {
                faults.push(format!("{name} is missing"));
                continue;
            }
            Err(error) => {
                unread = unread.or(Some(error));
                continue;
            }
            Ok(function) => function,
        };
        let why = function.state_reason().or(function.last_update_status_reason()).unwrap_or("no reason is given");
        match (function.state(), function.last_update_status()) {
            (Some(State::Failed), _) => faults.push(format!("{name} cannot be invoked: {why}")),
            (_, Some(LastUpdateStatus::Failed)) => faults.push(format!("the last update of {name} failed: {why}")),
            // Lambda answers calls of an inactive function while it gets ready.
            (Some(State::Pending), _) | (_, Some(LastUpdateStatus::InProgress)) => late.push(name.as_str()),
            _ => {}
        }
    }
    if functions.is_empty() {
        faults.push("the stack has no function".to_owned());
    }
    if faults.is_empty() && unread.is_none() && !late.is_empty() {
        return Finding::warn(
            check,
            format!("not ready yet: {}", late.join(", ")),
            "Wait a minute, then run this again",
        );
    }
    let fix = "Deploy again. If that fails, its log group and `aws lambda get-function --function-name …` say why";
    Finding::of_all(check, &faults, unread, format!("{} are ready", functions.len()), fix)
}

/// Whether each queue is read.
pub fn mappings(all: &[Polled], stack: &str) -> Finding {
    let (mut faults, mut unread) = (Vec::new(), None);
    let mut fix = repair(stack);
    for Polled { function, queue, mappings } in all {
        let mappings = match mappings {
            Err(error) => {
                unread = unread.or(Some(error));
                continue;
            }
            Ok(mappings) => mappings,
        };
        let Some(own) = mappings.iter().find(|one| one.event_source_arn() == Some(queue)) else {
            faults.push(format!("{function} does not read {queue}"));
            continue;
        };
        let state = own.state().unwrap_or("without a state");
        if !matches!(state, "Enabled" | "Enabling" | "Creating" | "Updating") {
            faults.push(format!("{function} does not read its queue: the mapping is {state}"));
            fix = format!("aws lambda update-event-source-mapping --enabled --uuid {}", own.uuid().unwrap_or("…"));
        }
    }
    Finding::of_all(Check::Mappings, &faults, unread, format!("{} queues are read", all.len()), fix)
}

/// Whether the account has room for what works in the background, and for calls besides.
///
/// `send` and `outbound` are `SendConcurrency` and `OutboundConcurrency`.
pub fn concurrency(settings: &Read<GetAccountSettingsOutput>, send: Option<&str>, outbound: Option<&str>) -> Finding {
    let check = Check::Concurrency;
    let settings = match settings {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(settings) => settings,
    };
    let quota = settings.account_limit().and_then(|limit| limit.unreserved_concurrent_executions());
    let Some(quota) = quota else { return Finding::skip(check, "Lambda names no quota") };
    let seen = format!("{quota} functions at once");
    let numbers =
        send.and_then(|send| send.parse::<i32>().ok()).zip(outbound.and_then(|outbound| outbound.parse().ok()));
    // Senders and reports; webhooks and photos; imports and privacy, two each; reconcile.
    let background = numbers.map(|(send, outbound): (i32, i32)| 2 * send + 2 * outbound + 2 + 2 + 1);
    if let Some(background) = background.filter(|background| *background >= quota) {
        let seen = format!("{seen}, and what works in the background takes up to {background}: calls are then refused");
        return Finding::fail(check, seen, RAISE);
    }
    if quota < QUOTA {
        return Finding::warn(check, format!("{seen}, where {QUOTA} are advised"), RAISE);
    }
    let background =
        background.map(|background| format!(", {background} of them in the background")).unwrap_or_default();
    Finding::pass(check, seen + &background)
}

#[cfg(test)]
mod tests {
    use aws_sdk_lambda::types::AccountLimit;

    use super::*;
    use crate::check::finding::Status;
    use crate::check::read::Unread;

    fn denied() -> Unread {
        Unread::new("lambda:GetFunctionConfiguration", Some("AccessDeniedException"), "no")
    }

    #[test]
    fn each_state_of_a_function_has_a_verdict() {
        let of = |state: State, update: LastUpdateStatus| {
            let own = GetFunctionConfigurationOutput::builder().state(state).last_update_status(update).build();
            functions(&Ok(vec![("afterword-hub".to_owned(), Ok(own))])).status
        };
        assert_eq!(of(State::Active, LastUpdateStatus::Successful), Status::Pass);
        assert_eq!(of(State::Inactive, LastUpdateStatus::Successful), Status::Pass);
        assert_eq!(of(State::Pending, LastUpdateStatus::Successful), Status::Warn);
        assert_eq!(of(State::Active, LastUpdateStatus::InProgress), Status::Warn);
        assert_eq!(of(State::Active, LastUpdateStatus::Failed), Status::Fail);
        assert_eq!(of(State::Failed, LastUpdateStatus::Successful), Status::Fail);
        assert_eq!(functions(&Ok(vec![])).status, Status::Fail);
        let of = |unread| functions(&Ok(vec![("afterword-hub".to_owned(), Err(unread))])).status;
        assert_eq!(of(denied()), Status::Unknown);
        let missing = Unread::new("lambda:GetFunctionConfiguration", Some("ResourceNotFoundException"), "no");
        assert_eq!(of(missing), Status::Fail);
        assert_eq!(functions(&Err(denied())).status, Status::Unknown);
    }

    #[test]
    fn each_queue_is_read() {
        let of = |queue: &str, state: &str| {
            let own = EventSourceMappingConfiguration::builder().uuid("7").state(state).event_source_arn(queue).build();
            let (function, queue) = ("afterword-privacy".to_owned(), "arn:privacy".to_owned());
            mappings(&[Polled { function, queue, mappings: Ok(vec![own]) }], "afterword")
        };
        assert_eq!(of("arn:privacy", "Enabled").status, Status::Pass);
        assert_eq!(of("arn:privacy", "Updating").status, Status::Pass);
        let off = of("arn:privacy", "Disabled");
        assert_eq!(off.status, Status::Fail);
        assert_eq!(off.fix.as_deref(), Some("aws lambda update-event-source-mapping --enabled --uuid 7"));
        assert_eq!(of("arn:another", "Enabled").status, Status::Fail);
        let polled = Polled { function: String::new(), queue: String::new(), mappings: Err(denied()) };
        assert_eq!(mappings(&[polled], "afterword").status, Status::Unknown);
    }

    #[test]
    fn the_quota_is_that_of_the_deployment() {
        let of = |quota: i32, send: Option<&str>| {
            let limit = AccountLimit::builder().unreserved_concurrent_executions(quota).build();
            let settings = GetAccountSettingsOutput::builder().account_limit(limit).build();
            concurrency(&Ok(settings), send, Some("2"))
        };
        assert_eq!(of(1000, Some("2")).status, Status::Pass);
        assert_eq!(of(100, Some("2")).status, Status::Warn);
        assert_eq!(of(100, None).status, Status::Warn);
        let new = of(10, Some("2"));
        assert_eq!(new.status, Status::Fail);
        assert!(new.seen.contains("up to 13:"), "{}", new.seen);
        assert_eq!(of(1000, Some("500")).status, Status::Fail);
        assert_eq!(concurrency(&Err(denied()), None, None).status, Status::Unknown);
        let none = GetAccountSettingsOutput::builder().build();
        assert_eq!(concurrency(&Ok(none), None, None).status, Status::Skip);
    }

    #[test]
    fn the_mappings_are_those_of_the_template() {
        let template = include_str!("../../../template.yaml");
        let sources: Vec<&str> = template.split("Type: AWS::Lambda::EventSourceMapping").skip(1).collect();
        assert_eq!(sources.len(), POLLED.len());
        let camel = |name: &str| {
            let words = name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]);
            words.collect::<String>()
        };
        for (function, _) in POLLED {
            let own = format!("FunctionName: !Ref {}.Alias\n", camel(function));
            assert!(sources.iter().any(|source| source.contains(&own)), "{function}");
        }
    }
}

//! Waiting for CloudFormation.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use aws_sdk_cloudformation::Client;
use aws_sdk_cloudformation::types::StackEvent;

use crate::deploy::call::failed;
use crate::deploy::changes::Resource;
use crate::deploy::stack::{Problem, State};
use crate::failure::Failure;
use crate::output::Output;

const INTERVAL: Duration = Duration::from_secs(2);
/// The time between two lines in which nothing fails.
const QUIET: Duration = Duration::from_secs(10);
/// The number of polls that may fail one after the other: a minute with the SDK's own tries, on a train.
const MISSES_MAX: u32 = 10;
const STACK: &str = "AWS::CloudFormation::Stack";

/// How the change of a stack ended.
#[derive(Debug)]
pub struct Outcome {
    /// The stack's status.
    pub status: String,
    /// The resources that failed, the first one first.
    pub problems: Vec<Problem>,
}

/// The last event of a stack. What comes after it belongs to the change that is about to begin.
///
/// # Errors
/// If CloudFormation does not answer.
pub async fn last_event(client: &Client, stack: &str) -> Result<Option<String>, Failure> {
    let page = client.describe_stack_events().stack_name(stack).send().await;
    let page = page.map_err(|error| failed("The stack's events cannot be read", &error))?;
    Ok(page.stack_events().first().and_then(|event| event.event_id()).map(str::to_owned))
}

/// Waits until the stack is done with what came after an event, and says what happens.
///
/// # Errors
/// If CloudFormation does not answer for long. The change goes on without us.
pub async fn follow(
    client: &Client,
    stack: &str,
    mut after: Option<String>,
    resources: usize,
) -> Result<Outcome, Failure> {
    let began = Instant::now();
    let (mut said, mut misses, mut problems, mut done) = (began, 0, Vec::new(), BTreeSet::new());
    loop {
        tokio::time::sleep(INTERVAL).await;
        let events = match events_after(client, stack, after.as_deref()).await {
            Ok(events) => events,
            Err(_) if misses < MISSES_MAX => {
                misses += 1;
                continue;
            }
            Err(mut failure) => {
                failure.message.push_str(" The deployment goes on: `afterword status` shows it.");
                return Err(failure);
            }
        };
        misses = 0;
        for event in &events {
            let (status, resource) = (status(event), resource(event));
            if let Some(problem) = problem(event) {
                Output::note(&format!("  failed: {}", problem.in_words()));
                problems.push(problem);
            }
            if is_stack(event, stack) {
                if !matches!(State::of(status), State::Busy | State::Empty) {
                    return Ok(Outcome { status: status.to_owned(), problems });
                }
                continue;
            }
            if said.elapsed() >= QUIET {
                said = Instant::now();
                let (minutes, seconds) = (began.elapsed().as_secs() / 60, began.elapsed().as_secs() % 60);
                let last = resource.named();
                Output::note(&format!("  {minutes}:{seconds:02}  {} of {resources}  {last}", done.len()));
            }
            if status.ends_with("_COMPLETE") {
                done.insert(resource.name);
            }
        }
        after = events.last().and_then(|event| event.event_id().map(str::to_owned)).or(after);
    }
}

/// The resources that failed in the last change of a stack, the first one first.
///
/// # Errors
/// If CloudFormation does not answer.
pub async fn problems_of_last_change(client: &Client, stack: &str) -> Result<Vec<Problem>, Failure> {
    let events = events_after(client, stack, None).await?;
    // The change begins with the stack's own event that somebody asked for it.
    let begins = |event: &StackEvent| {
        is_stack(event, stack) && matches!(status(event), "CREATE_IN_PROGRESS" | "UPDATE_IN_PROGRESS")
    };
    let from = events.iter().rposition(begins).unwrap_or_default();
    Ok(events[from..].iter().filter_map(problem).collect())
}

/// The events after one, the oldest first; all of them if it is not there.
async fn events_after(client: &Client, stack: &str, after: Option<&str>) -> Result<Vec<StackEvent>, Failure> {
    let mut found = Vec::new();
    let mut pages = client.describe_stack_events().stack_name(stack).into_paginator().send();
    'pages: while let Some(page) = pages.next().await {
        let page = page.map_err(|error| failed("The stack's events cannot be read", &error))?;
        for event in page.stack_events.unwrap_or_default() {
            if after.is_some() && event.event_id() == after {
                break 'pages;
            }
            found.push(event);
        }
    }
    found.reverse();
    Ok(found)
}

fn problem(event: &StackEvent) -> Option<Problem> {
    let (status, reason) = (status(event), event.resource_status_reason().unwrap_or_default());
    // What CloudFormation stopped because something else failed is no cause.
    let is_cause = status.ends_with("_FAILED") && !reason.contains("cancelled") && event.resource_type() != Some(STACK);
    is_cause.then(|| Problem { resource: resource(event), status: status.to_owned(), reason: reason.to_owned() })
}

fn status(event: &StackEvent) -> &str {
    event.resource_status().map_or("", |status| status.as_str())
}

fn is_stack(event: &StackEvent, stack: &str) -> bool {
    event.resource_type() == Some(STACK) && event.logical_resource_id() == Some(stack)
}

fn resource(event: &StackEvent) -> Resource {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Resource { name: text(event.logical_resource_id()), kind: text(event.resource_type()) }
}

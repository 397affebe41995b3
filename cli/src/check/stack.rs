//! The CloudFormation stack: its state, parameters and outputs.

use std::collections::BTreeMap;

use aws_sdk_cloudformation::Client;
use aws_types::SdkConfig;

use super::finding::{Check, Finding};
use super::read::{Read, read};

#[derive(Debug, Clone, Default)]
pub struct Stack {
    status: String,
    reason: Option<String>,
    is_protected: bool,
    parameters: BTreeMap<String, String>,
    pub outputs: BTreeMap<String, String>,
}

impl Stack {
    /// Reads the stack; `None` if no stack has this name.
    pub async fn read(config: &SdkConfig, name: &str) -> Read<Option<Self>> {
        let call = Client::new(config).describe_stacks().stack_name(name).send();
        let answer = match read("cloudformation:DescribeStacks", call).await {
            // The code is the same for every invalid name; the words are the same in all regions.
            Err(unread) if unread.is("ValidationError") && unread.to_string().contains("does not exist") => {
                return Ok(None);
            }
            answer => answer?,
        };
        let Some(stack) = answer.stacks().first() else { return Ok(None) };
        let pair = |key: Option<&str>, value: Option<&str>| Some((key?.to_owned(), value?.to_owned()));
        Ok(Some(Self {
            status: stack.stack_status().map(|status| status.as_str().to_owned()).unwrap_or_default(),
            reason: stack.stack_status_reason().filter(|reason| !reason.is_empty()).map(str::to_owned),
            is_protected: stack.enable_termination_protection().unwrap_or_default(),
            parameters: stack
                .parameters()
                .iter()
                .filter_map(|one| pair(one.parameter_key(), one.parameter_value()))
                .collect(),
            outputs: stack.outputs().iter().filter_map(|one| pair(one.output_key(), one.output_value())).collect(),
        }))
    }

    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// Whether its resources exist, or may exist.
    pub fn is_made(&self) -> bool {
        !matches!(
            self.status.as_str(),
            "REVIEW_IN_PROGRESS" | "ROLLBACK_COMPLETE" | "DELETE_COMPLETE" | "DELETE_IN_PROGRESS"
        )
    }
}

pub fn finding(stack: &Read<Option<Stack>>, name: &str) -> Finding {
    match stack {
        Err(unread) => Finding::unknown(Check::Stack, unread),
        Ok(None) => Finding::fail(
            Check::Stack,
            format!("there is no stack {name} in this account and region"),
            "Deploy it (docs/deploy.md), or correct --stack, --region or --profile",
        ),
        Ok(Some(stack)) => state(stack, name),
    }
}

/// Whether somebody can delete the stack by mistake. Table, key and bucket would stay, but not their use.
pub fn protection(stack: &Stack, name: &str) -> Finding {
    if stack.is_protected {
        return Finding::pass(Check::Protection, "nobody can delete the stack by mistake");
    }
    let fix =
        format!("aws cloudformation update-termination-protection --enable-termination-protection --stack-name {name}");
    Finding::warn(Check::Protection, "one command deletes the stack: termination protection is off", fix)
}

fn state(stack: &Stack, name: &str) -> Finding {
    let Stack { status, reason, .. } = stack;
    let seen = match reason {
        Some(reason) => format!("{status}: {reason}"),
        None => status.clone(),
    };
    let events = format!("aws cloudformation describe-stack-events --stack-name {name}");
    let check = Check::Stack;
    match status.as_str() {
        "CREATE_COMPLETE" | "UPDATE_COMPLETE" | "IMPORT_COMPLETE" => Finding::pass(check, seen),
        "UPDATE_ROLLBACK_COMPLETE" | "IMPORT_ROLLBACK_COMPLETE" => {
            Finding::warn(check, format!("{seen}: the last update was taken back"), events)
        }
        "UPDATE_ROLLBACK_FAILED" => {
            Finding::fail(check, seen, format!("aws cloudformation continue-update-rollback --stack-name {name}"))
        }
        "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED" | "REVIEW_IN_PROGRESS" => {
            let fix = format!(
                "See why ({events}), then aws cloudformation delete-stack --stack-name {name}, and deploy again"
            );
            Finding::fail(check, seen, fix)
        }
        status if status.ends_with("_IN_PROGRESS") => {
            Finding::warn(check, seen, format!("Wait until it is over, then run this again: {events}"))
        }
        _ => Finding::fail(check, seen, events),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Status;

    #[test]
    fn each_state_of_a_stack_has_a_verdict() {
        let stack = |status: &str| Stack { status: status.to_owned(), ..Stack::default() };
        for (status, verdict, is_made) in [
            ("CREATE_COMPLETE", Status::Pass, true),
            ("UPDATE_COMPLETE", Status::Pass, true),
            ("UPDATE_ROLLBACK_COMPLETE", Status::Warn, true),
            ("UPDATE_IN_PROGRESS", Status::Warn, true),
            ("UPDATE_ROLLBACK_FAILED", Status::Fail, true),
            ("CREATE_FAILED", Status::Fail, true),
            ("DELETE_FAILED", Status::Fail, true),
            ("REVIEW_IN_PROGRESS", Status::Fail, false),
            ("ROLLBACK_COMPLETE", Status::Fail, false),
        ] {
            let stack = stack(status);
            assert_eq!(stack.is_made(), is_made, "{status}");
            assert_eq!(finding(&Ok(Some(stack)), "afterword").status, verdict, "{status}");
        }
    }
}

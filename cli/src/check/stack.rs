//! The CloudFormation stack: its state, its parameters and its outputs.

use std::collections::BTreeMap;

use aws_sdk_cloudformation::Client;
use aws_types::SdkConfig;

use super::finding::{Check, Finding};
use super::read::{Read, read};

/// The outputs of the template that every stack has.
const OUTPUTS: [&str; 21] = [
    "ApiUrl",
    "ShiftsInSteps",
    "TableName",
    "RootKeyArn",
    "SmsTopicArn",
    "PhotoBucketName",
    "SendQueueUrl",
    "SendDeadQueueUrl",
    "MailEventsQueueUrl",
    "MailEventsDeadQueueUrl",
    "PrivacyQueueUrl",
    "PrivacyDeadQueueUrl",
    "WebhooksQueueUrl",
    "WebhooksDeadQueueUrl",
    "ImportQueueUrl",
    "ImportDeadQueueUrl",
    "OrdersQueueUrl",
    "OrdersDeadQueueUrl",
    "ReconcileDeadQueueUrl",
    "PhotoQueueUrl",
    "PhotoDeadQueueUrl",
];

/// The stack as CloudFormation has it.
#[derive(Debug, Clone, Default)]
pub struct Stack {
    status: String,
    reason: Option<String>,
    parameters: BTreeMap<String, String>,
    outputs: BTreeMap<String, String>,
}

impl Stack {
    /// Reads the stack; `None` if no stack has this name.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn read(config: &SdkConfig, name: &str) -> Read<Option<Self>> {
        let call = Client::new(config).describe_stacks().stack_name(name).send();
        let answer = match read("cloudformation:DescribeStacks", call).await {
            // The code of every invalid name; the words are the same in all regions.
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
            parameters: stack
                .parameters()
                .iter()
                .filter_map(|one| pair(one.parameter_key(), one.parameter_value()))
                .collect(),
            outputs: stack.outputs().iter().filter_map(|one| pair(one.output_key(), one.output_value())).collect(),
        }))
    }

    /// A parameter of the last deployment.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// An output.
    pub fn output(&self, name: &str) -> Option<&str> {
        self.outputs.get(name).map(String::as_str)
    }

    /// Whether its resources exist, or may.
    pub fn is_made(&self) -> bool {
        !matches!(
            self.status.as_str(),
            "REVIEW_IN_PROGRESS" | "ROLLBACK_COMPLETE" | "DELETE_COMPLETE" | "DELETE_IN_PROGRESS"
        )
    }
}

/// State and outputs.
pub fn findings(stack: &Read<Option<Stack>>, name: &str) -> Vec<Finding> {
    let both = [Check::Stack, Check::Outputs];
    let stack = match stack {
        Err(unread) => return Finding::unknown_all(&both, unread),
        Ok(None) => {
            return vec![Finding::fail(
                Check::Stack,
                format!("there is no stack {name} in this account and region"),
                "afterword deploy; or correct --stack, --region or --profile",
            )];
        }
        Ok(Some(stack)) => stack,
    };
    let missing: Vec<&str> = OUTPUTS.into_iter().filter(|output| stack.output(output).is_none()).collect();
    let outputs = if !stack.is_made() {
        Finding::skip(Check::Outputs, "the stack comes first")
    } else if missing.is_empty() {
        Finding::pass(Check::Outputs, stack.output("ApiUrl").unwrap_or_default())
    } else {
        let seen = format!("the stack has no {}: it was made from another version", missing.join(", "));
        Finding::fail(Check::Outputs, seen, "afterword upgrade, or deploy the template that belongs to this program")
    };
    vec![state(stack, name), outputs]
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
    use crate::check::read::Unread;

    fn stack(status: &str) -> Stack {
        let outputs = OUTPUTS.iter().map(|output| ((*output).to_owned(), "there".to_owned())).collect();
        Stack { status: status.to_owned(), outputs, ..Stack::default() }
    }

    fn statuses(stack: Read<Option<Stack>>) -> Vec<Status> {
        findings(&stack, "afterword").iter().map(|finding| finding.status).collect()
    }

    #[test]
    fn each_state_of_a_stack_has_a_verdict() {
        for (status, verdict) in [
            ("CREATE_COMPLETE", Status::Pass),
            ("UPDATE_COMPLETE", Status::Pass),
            ("UPDATE_ROLLBACK_COMPLETE", Status::Warn),
            ("UPDATE_IN_PROGRESS", Status::Warn),
            ("UPDATE_ROLLBACK_FAILED", Status::Fail),
            ("CREATE_FAILED", Status::Fail),
            ("DELETE_FAILED", Status::Fail),
        ] {
            assert_eq!(statuses(Ok(Some(stack(status)))), [verdict, Status::Pass], "{status}");
        }
        for status in ["REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE"] {
            assert!(!stack(status).is_made());
            assert_eq!(statuses(Ok(Some(stack(status)))), [Status::Fail, Status::Skip], "{status}");
        }
        assert_eq!(statuses(Ok(None)), [Status::Fail]);
        let denied = Unread::new("cloudformation:DescribeStacks", Some("AccessDenied"), "no");
        assert_eq!(statuses(Err(denied)), [Status::Unknown, Status::Unknown]);
    }

    #[test]
    fn an_output_that_is_missing_is_named() {
        let mut stack = stack("CREATE_COMPLETE");
        stack.outputs.remove("PhotoQueueUrl");
        let findings = findings(&Ok(Some(stack)), "afterword");
        assert_eq!(findings[1].status, Status::Fail);
        assert!(findings[1].seen.contains("no PhotoQueueUrl:"), "{}", findings[1].seen);
    }

    #[test]
    fn the_outputs_are_those_of_the_template() {
        let template = include_str!("../../../template.yaml");
        let (_, outputs) = template.split_once("\nOutputs:\n").unwrap();
        let blocks = outputs.split("\n\n").filter(|block| !block.contains("\n    Condition: "));
        let names: Vec<&str> = blocks.filter_map(|block| Some(block.trim().split_once(':')?.0)).collect();
        assert_eq!(names, OUTPUTS);
    }
}

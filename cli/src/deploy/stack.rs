//! A stack, as CloudFormation describes it.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_cloudformation::Client;
use aws_sdk_cloudformation::error::ProvideErrorMetadata as _;
use aws_sdk_cloudformation::primitives::{DateTime, DateTimeFormat};
use aws_sdk_cloudformation::types::Stack as Described;
use serde::Serialize;

use crate::deploy::call::failed;
use crate::deploy::changes::Resource;
use crate::failure::{Failure, Kind};

/// The outputs by which a stack of Afterword is known, whichever release it is of.
const OURS: [&str; 3] = ["ApiUrl", "TableName", "RootKeyArn"];

/// A stack.
#[derive(Debug)]
pub struct Stack {
    pub name: String,
    pub status: String,
    pub reason: Option<String>,
    pub changed_at: Option<String>,
    pub parameters: BTreeMap<String, String>,
    pub outputs: Vec<Output>,
}

/// An output of a stack.
#[derive(Debug, Clone, Serialize)]
pub struct Output {
    pub name: String,
    pub value: String,
    pub description: String,
}

/// A resource that failed, and why.
#[derive(Debug, Serialize)]
pub struct Problem {
    #[serde(flatten)]
    pub resource: Resource,
    pub status: String,
    pub reason: String,
}

/// The states of a stack, by what can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A change set was made, and nothing else yet.
    Empty,
    /// Runs, and may be changed.
    Ready,
    /// CloudFormation is at work.
    Busy,
    /// Never ran: the first deployment failed, and the stack can only be deleted.
    Failed,
    /// Half changed: the last deployment failed, and could not be taken back.
    Stuck,
}

impl State {
    /// The state that a status means.
    pub fn of(status: &str) -> Self {
        match status {
            "REVIEW_IN_PROGRESS" => Self::Empty,
            "CREATE_COMPLETE"
            | "UPDATE_COMPLETE"
            | "UPDATE_ROLLBACK_COMPLETE"
            | "IMPORT_COMPLETE"
            | "IMPORT_ROLLBACK_COMPLETE" => Self::Ready,
            "UPDATE_FAILED" | "UPDATE_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_FAILED" => Self::Stuck,
            other if other.ends_with("_IN_PROGRESS") => Self::Busy,
            _ => Self::Failed,
        }
    }
}

impl Stack {
    /// The stack of this name.
    ///
    /// # Errors
    /// If CloudFormation does not answer.
    pub async fn find(client: &Client, name: &str) -> Result<Option<Self>, Failure> {
        match client.describe_stacks().stack_name(name).send().await {
            Ok(found) => Ok(found.stacks.unwrap_or_default().into_iter().next().map(Self::read)),
            Err(error) => match error.as_service_error().and_then(|error| error.message()) {
                // CloudFormation has no code of its own for it.
                Some(message) if message.contains("does not exist") => Ok(None),
                _ => Err(failed(&format!("The stack {name} cannot be read"), &error)),
            },
        }
    }

    fn read(stack: Described) -> Self {
        let text = |text: Option<String>| text.unwrap_or_default();
        let date = |date: DateTime| date.fmt(DateTimeFormat::DateTime).ok();
        let parameters = stack.parameters.unwrap_or_default().into_iter();
        let outputs = stack.outputs.unwrap_or_default().into_iter().map(|output| Output {
            name: text(output.output_key),
            value: text(output.output_value),
            description: text(output.description),
        });
        Self {
            name: text(stack.stack_name),
            status: stack.stack_status.map(|status| status.as_str().to_owned()).unwrap_or_default(),
            reason: stack.stack_status_reason.filter(|reason| !reason.is_empty()),
            changed_at: stack.last_updated_time.or(stack.creation_time).and_then(date),
            parameters: parameters.map(|one| (text(one.parameter_key), text(one.parameter_value))).collect(),
            outputs: outputs.collect(),
        }
    }

    /// The state, by what can be done.
    pub fn state(&self) -> State {
        State::of(&self.status)
    }

    /// The value of an output.
    pub fn output(&self, name: &str) -> Option<&str> {
        self.outputs.iter().find(|output| output.name == name).map(|output| output.value.as_str())
    }

    /// The version that runs, if the stack was deployed from a release.
    pub fn version(&self) -> Option<&str> {
        self.output("Version")
    }

    /// The names of its parameters.
    pub fn parameter_names(&self) -> BTreeSet<String> {
        self.parameters.keys().cloned().collect()
    }

    /// Checks that it is one of Afterword's and may be changed.
    ///
    /// # Errors
    /// If it is not: with what to do.
    pub fn must_be_ready(&self) -> Result<(), Failure> {
        let Self { name, status, .. } = self;
        let why = match self.state() {
            State::Ready if OURS.iter().all(|output| self.output(output).is_some()) => return Ok(()),
            State::Ready => format!("The stack {name} is not one of Afterword's. Name another one with --stack."),
            State::Empty => format!("The stack {name} was never deployed. `afterword deploy` does it."),
            State::Busy => {
                format!("The stack {name} is being changed ({status}). `afterword status` shows when it is done.")
            }
            State::Failed => format!(
                "The first deployment of {name} failed ({status}), and CloudFormation changes no such stack. Delete it, as \
                 docs/deploy.md says, and deploy again."
            ),
            State::Stuck => format!(
                "The last deployment of {name} could not be taken back ({status}). In the console, continue the \
                 update's rollback; `afterword status` says what failed."
            ),
        };
        Err(Failure::new(Kind::Refused, why))
    }
}

impl Problem {
    /// One line for people.
    pub fn in_words(&self) -> String {
        format!("{}: {}", self.resource.named(), self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(status: &str, outputs: &[&str]) -> Stack {
        let output =
            |name: &&str| Output { name: (*name).to_owned(), value: "x".to_owned(), description: String::new() };
        Stack {
            name: "afterword".to_owned(),
            status: status.to_owned(),
            reason: None,
            changed_at: None,
            parameters: BTreeMap::new(),
            outputs: outputs.iter().map(output).collect(),
        }
    }

    #[test]
    fn only_a_stack_of_ours_that_runs_may_be_changed() {
        for status in ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"] {
            assert!(stack(status, &OURS).must_be_ready().is_ok(), "{status}");
            let refused = stack(status, &["ApiUrl"]).must_be_ready().unwrap_err();
            assert!(refused.message.contains("not one of Afterword's"), "{}", refused.message);
        }
        for (status, words) in [
            ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "is being changed"),
            ("ROLLBACK_IN_PROGRESS", "is being changed"),
            ("REVIEW_IN_PROGRESS", "never deployed"),
            ("ROLLBACK_COMPLETE", "first deployment"),
            ("CREATE_FAILED", "first deployment"),
            ("DELETE_FAILED", "first deployment"),
            ("UPDATE_ROLLBACK_FAILED", "continue the update's rollback"),
        ] {
            let refused = stack(status, &OURS).must_be_ready().unwrap_err();
            assert!(refused.message.contains(words), "{status}: {}", refused.message);
        }
    }
}

//! Why a request failed, in the vendor's words.

use domain::{Step, StepState, StopReason};
use edge::openapi::words;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

/// Why sending failed.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestFailedOptions)]
pub(super) struct FailedOptions {
    #[schema(schema_with = reasons)]
    reason: &'static str,
    message: String,
}

fn reasons() -> Object {
    words(["UNKNOWN_FAILURE_REASON", "ACTIVATION_FAILED", "BOUNCED", "SUBSCRIPTION_INACTIVE"])
}

impl FailedOptions {
    /// Explains the last step of a request; without one, its link expired unsent.
    pub(super) fn new(last: Option<&Step>) -> Self {
        let (reason, message) = match last.map(|step| &step.state) {
            Some(StepState::Failed { reason, at: _ }) => {
                ("ACTIVATION_FAILED", format!("The provider rejected the message: {reason}."))
            }
            Some(StepState::Skipped { reason, at: _ }) => {
                (stopped(*reason), format!("The message was not sent: {}.", reason.as_str()))
            }
            _ => (stopped(StopReason::Expired), "No message was sent.".to_owned()),
        };
        Self { reason, message }
    }
}

/// The vendor's word for the reason why a message was not sent.
fn stopped(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Bounced => "BOUNCED",
        StopReason::Unsubscribed | StopReason::Complained => "SUBSCRIPTION_INACTIVE",
        StopReason::Cancelled
        | StopReason::Expired
        | StopReason::Erased
        | StopReason::NothingLeft
        | StopReason::Reviewed
        | StopReason::OrderCancelled
        | StopReason::OrderRefunded
        | StopReason::SpendCap => "UNKNOWN_FAILURE_REASON",
    }
}

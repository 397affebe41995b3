//! Why a request failed, in the vendor's words.

use domain::message::{ReportKind, Step, StepState, StopReason};
use domain::values::value::Kind;

const REASONS: [&str; 4] = ["UNKNOWN_FAILURE_REASON", "ACTIVATION_FAILED", "BOUNCED", "SUBSCRIPTION_INACTIVE"];

edge::shown! {
    /// Why sending failed.
    pub(super) struct FailedOptions as ReviewRequestFailedOptions ((reason, message): (&str, String)) {
        reason: String = reason, as Kind::Word(REASONS.to_vec());
        message: String = message;
    }
}

/// The failure of the message that bounced or was marked as spam or, if none was, of the last message. Without a
/// message, the link expired unsent.
pub(super) fn failure(steps: &[Step]) -> (&'static str, String) {
    let returned = steps.iter().find_map(|step| step.reports.failure());
    match steps.last().map(|step| &step.state) {
        _ if let Some(returned) = returned => {
            (came_back(returned), format!("The message was not delivered: {returned}."))
        }
        Some(StepState::Failed { reason, at: _ }) => {
            ("ACTIVATION_FAILED", format!("The provider rejected the message: {reason}."))
        }
        Some(StepState::Skipped { reason, at: _ }) => {
            (stopped(*reason), format!("The message was not sent: {}.", reason.as_str()))
        }
        _ => (stopped(StopReason::Expired), "No message was sent.".to_owned()),
    }
}

/// The vendor's word for the failure of a sent message.
fn came_back(reason: &str) -> &'static str {
    if reason == ReportKind::Bounced.as_str() { "BOUNCED" } else { "UNKNOWN_FAILURE_REASON" }
}

/// The vendor's word for the reason why a message was not sent.
fn stopped(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Bounced => "BOUNCED",
        StopReason::Unsubscribed | StopReason::Complained | StopReason::Stopped | StopReason::Manual => {
            "SUBSCRIPTION_INACTIVE"
        }
        StopReason::Cancelled
        | StopReason::Expired
        | StopReason::Erased
        | StopReason::NothingLeft
        | StopReason::Reviewed
        | StopReason::OrderCancelled
        | StopReason::OrderRefunded
        | StopReason::SpendCap
        | StopReason::SendWindow
        | StopReason::PersonCap
        | StopReason::FirstDays
        | StopReason::NoAddress => "UNKNOWN_FAILURE_REASON",
    }
}

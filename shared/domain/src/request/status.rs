//! A request's status, and why one can't be sent now.

use jiff::Timestamp;

use crate::message::{Cause, Step, StepState};
use crate::request::Request;
use crate::values::words;

words! {
    /// A request's status. Each dialect has its own words for the values.
    pub enum Status {
        Manual = "manual",
        Scheduled = "scheduled",
        Sending = "sending",
        Sent = "sent",
        Completed = "completed",
        Cancelled = "cancelled",
        Expired = "expired",
        Failed = "failed",
    }
}

/// Why a request can't be sent now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSendable {
    Sent,
    Completed,
    Cancelled,
    Expired,
    Failed,
    Skipped,
    NoRecipient,
}

impl Request {
    /// The status at `now`: links expire and messages fall due without a write.
    pub fn status(&self, now: Timestamp) -> Status {
        if self.cancelled_at.is_some() {
            return Status::Cancelled;
        }
        if self.completed_at.is_some() {
            return Status::Completed;
        }
        match self.step().map(|step| &step.state) {
            _ if self.is_failed() => Status::Failed,
            _ if self.is_expired(now) => Status::Expired,
            None if self.options.send_date.is_some_and(|at| at < self.created_at) => Status::Sent,
            None => Status::Manual,
            _ if self.sent_at().is_some() => Status::Sent,
            // Nobody knows whether an unconfirmed message left.
            Some(StepState::Submitting { .. } | StepState::Unconfirmed { .. }) => Status::Sending,
            Some(_) => Status::Scheduled,
        }
    }

    /// Whether the request's status is failed: no message arrived or will arrive, and neither the shop nor the customer
    /// ended the request before.
    pub fn is_failed(&self) -> bool {
        self.cancelled_at.is_none() && self.completed_at.is_none() && self.has_failed()
    }

    /// When the last of its messages failed; `None` unless its status is failed.
    pub fn failed_at(&self) -> Option<Timestamp> {
        self.is_failed().then(|| self.steps.iter().filter_map(Step::failed_at).max()).flatten()
    }

    /// Whether no message arrived or will arrive, for another reason than the end of the request itself.
    pub(crate) fn has_failed(&self) -> bool {
        // An unconfirmed message may have arrived.
        let lost = |step: &Step| step.failure().is_some_and(|cause| cause != Cause::Unconfirmed);
        !self.steps.is_empty() && self.steps.iter().all(lost)
    }
}

// The counters of requests. A counter changes in the same transaction as the requests that it counts.
words! {
    /// One of a tenant's counters, per dialect.
    pub enum Counter {
        Created = "created",
        /// Requests with at least one message that Afterword sent.
        Sent = "sent",
        /// Requests whose messages were all rejected, skipped or returned.
        Failed = "failed",
        /// Requests whose link was followed. They include all that were reviewed.
        Opened = "opened",
        /// Requests on whose page a person did something.
        Engaged = "engaged",
        /// Requests with at least one review.
        Completed = "completed",
        Cancelled = "cancelled",
        /// Requests that expired without a review.
        Expired = "expired",
    }
}

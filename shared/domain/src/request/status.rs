//! A request's status, and why one can't be sent now.

use jiff::Timestamp;

use crate::{Request, Step, StepState};

/// A request's status. Each dialect has its own words for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Status {
    Manual,
    Scheduled,
    Sending,
    Sent,
    Completed,
    Cancelled,
    Expired,
    Failed,
}

impl Status {
    /// Every value, each once.
    pub const ALL: [Self; 8] = [
        Self::Manual,
        Self::Scheduled,
        Self::Sending,
        Self::Sent,
        Self::Completed,
        Self::Cancelled,
        Self::Expired,
        Self::Failed,
    ];

    /// The word in the native API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Scheduled => "scheduled",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Failed => "failed",
        }
    }

    /// The status with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

/// Why a request can't be sent now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
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
    /// Its status at `now`: links expire and messages fall due without a write.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        if self.cancelled_at.is_some() {
            return Status::Cancelled;
        }
        if self.completed_at.is_some() {
            return Status::Completed;
        }
        match self.step().map(|step| &step.state) {
            _ if self.has_failed() => Status::Failed,
            _ if self.is_expired(now) => Status::Expired,
            None if self.extras.send_date.is_some_and(|at| at < self.created_at) => Status::Sent,
            None => Status::Manual,
            _ if self.sent_at().is_some() => Status::Sent,
            // Whether an unconfirmed message left is not known, now or later.
            Some(StepState::Submitting { .. } | StepState::Unconfirmed { .. }) => Status::Sending,
            Some(_) => Status::Scheduled,
        }
    }

    /// Whether no message arrived and none will, for a reason that is not the request's own end.
    pub(crate) fn has_failed(&self) -> bool {
        let lost = |step: &Step| match &step.state {
            StepState::Failed { .. } => true,
            StepState::Skipped { reason, .. } => reason.is_failure(),
            StepState::Sent { .. } | StepState::Unconfirmed { .. } => step.reports.failure().is_some(),
            StepState::Pending | StepState::Submitting { .. } => false,
        };
        !self.steps.is_empty() && self.steps.iter().all(lost)
    }
}

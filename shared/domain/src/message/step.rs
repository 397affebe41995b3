//! One message of a request, from due to settled.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::message::{Cause, ReportKind, Reports, StopReason, Verdict};
use crate::values::{Channel, is_default, ms};

/// How long a claim with an unknown outcome stands before another sender may claim the step.
///
/// SES has no idempotency token: after a lost answer, only its Send event shows whether the email was sent. This is far
/// longer than a sender can run, so it is also the lease of the claim.
pub const EVIDENCE_WAIT: SignedDuration = SignedDuration::from_mins(15);

/// A wake-up may come this early. One that comes earlier waits.
const EARLY_MAX: SignedDuration = SignedDuration::from_secs(60);
/// A message that is at most this late counts as on time: it leaves even if the send window has closed since.
const LATE_MAX: SignedDuration = SignedDuration::from_secs(60);

/// After this many unknown outcomes, a first email is not tried again.
const UNKNOWN_MAX: u32 = 2;
/// After this many unknown outcomes, a reminder is not tried again because nobody misses it, and an SMS because it
/// costs money.
const UNKNOWN_OTHER_MAX: u32 = 1;

/// A restore of the table from a backup. Nobody knows which messages left in the time that the table forgot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// The moment to which the table was put back.
    #[serde(with = "ms::required")]
    pub to: Timestamp,
    /// When the operator said so. No message left between the restore and then.
    #[serde(with = "ms::required")]
    pub until: Timestamp,
}

impl Restored {
    /// DynamoDB restores a table to any moment of the last 35 days (its `EarliestRestorableDateTime`,
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoveryDescription.html>). The restore itself
    /// takes some hours more.
    pub const WITHIN: SignedDuration = SignedDuration::from_hours(36 * 24);

    /// Whether a message of what was made at `made_at` may have left in the time that the table forgot.
    pub fn forgot(self, step: &Step, made_at: Timestamp) -> bool {
        made_at <= self.to && step.owed_at().is_some_and(|owed_at| owed_at <= self.until)
    }
}

/// One message of a request by one channel: the first message or a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    #[serde(rename = "via")]
    pub channel: Channel,
    /// 0 for a first message, else the reminder's number.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reminder: u8,
    #[serde(rename = "due", with = "ms::required")]
    pub due_at: Timestamp,
    /// Whether a person asked to send the message now; the shop's send window then does not apply.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at_once: bool,
    pub state: StepState,
    /// How often the provider throttled the message.
    #[serde(default, skip_serializing_if = "is_default")]
    pub throttled: u32,
    /// How often a claim ended with an unknown outcome.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unknown: u32,
    #[serde(default, skip_serializing_if = "Reports::is_empty")]
    pub reports: Reports,
}

/// The state of a step. `Sent`, `Failed`, `Skipped` and `Unconfirmed` are final: the step is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// No sender has claimed the step.
    Pending,
    /// One sender has claimed the step.
    Submitting {
        /// A random number of this sender.
        owner: u64,
        #[serde(with = "ms::required")]
        since: Timestamp,
    },
    /// The provider accepted the message.
    Sent {
        /// When the provider's answer came.
        #[serde(with = "ms::required")]
        at: Timestamp,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        message_id: String,
    },
    /// The provider rejected the message permanently.
    Failed {
        /// When the provider's answer came.
        #[serde(with = "ms::required")]
        at: Timestamp,
        /// The provider's error code.
        reason: String,
    },
    /// A stop rule applied, so the message is not sent.
    Skipped {
        #[serde(with = "ms::required")]
        at: Timestamp,
        reason: StopReason,
    },
    /// The message was submitted, perhaps twice, without an answer.
    Unconfirmed {
        /// When a sender last claimed the step.
        #[serde(with = "ms::required")]
        at: Timestamp,
    },
}

impl Step {
    pub fn due(channel: Channel, due_at: Timestamp) -> Self {
        Self {
            channel,
            reminder: 0,
            due_at,
            at_once: false,
            state: StepState::Pending,
            throttled: 0,
            unknown: 0,
            reports: Reports::default(),
        }
    }

    /// Claims the step for the sender `owner`. Taking over a lapsed claim counts as an unknown outcome.
    pub fn claim(&mut self, owner: u64, now: Timestamp) {
        self.lapse();
        self.state = StepState::Submitting { owner, since: now };
    }

    /// Whether the step is neither claimed nor settled.
    pub fn is_pending(&self) -> bool {
        self.state == StepState::Pending
    }

    /// Ends a claim with an unknown outcome. Returns whether there was one.
    pub(crate) fn lapse(&mut self) -> bool {
        let is_claimed = matches!(self.state, StepState::Submitting { .. });
        if is_claimed {
            self.unknown += 1;
            self.state = StepState::Pending;
        }
        is_claimed
    }

    /// Makes the message due at `at`. If the step is claimed, the claim ends and counts as an unknown outcome.
    pub fn put_off(&mut self, at: Timestamp) {
        self.lapse();
        (self.state, self.due_at) = (StepState::Pending, at);
    }

    /// The provider throttled the message: nothing was sent, and the message is due again at `at`.
    pub fn throttled(&mut self, at: Timestamp) {
        self.throttled += 1;
        (self.state, self.due_at) = (StepState::Pending, at);
    }

    /// The provider accepted the message or, in test mode, it was captured.
    pub fn sent(&mut self, message_id: String, at: Timestamp) {
        self.state = StepState::Sent { at, message_id };
    }

    /// The provider rejected the message permanently.
    pub fn failed(&mut self, reason: &str, at: Timestamp) {
        self.state = StepState::Failed { at, reason: reason.to_owned() };
    }

    /// The outcome was unknown too often to try again.
    pub fn unconfirmed(&mut self, now: Timestamp) {
        let at = match self.state {
            StepState::Submitting { since, .. } => since,
            _ => now,
        };
        self.state = StepState::Unconfirmed { at };
    }

    /// When the provider accepted the message; `None` if that is unknown, as for an unconfirmed message without a report.
    pub fn sent_at(&self) -> Option<Timestamp> {
        match self.state {
            StepState::Sent { at, .. } => Some(at),
            StepState::Unconfirmed { .. } => self.reports.at(ReportKind::Accepted),
            StepState::Pending
            | StepState::Submitting { .. }
            | StepState::Failed { .. }
            | StepState::Skipped { .. } => None,
        }
    }

    /// Whether the message only counts as sent, because a restored table may have forgotten that it left.
    pub fn only_counts_as_sent(&self) -> bool {
        let has_no_answer = matches!(&self.state, StepState::Sent { message_id, .. } if message_id.is_empty());
        has_no_answer && self.reports.is_empty()
    }

    /// Why the message will not arrive, or may not have arrived. `None` otherwise, and if the request ended before the
    /// message was due.
    pub fn failure(&self) -> Option<Cause> {
        let reported = || self.reports.failed().map(|(kind, _)| Cause::of_report(kind));
        match &self.state {
            StepState::Failed { .. } => Some(Cause::Refused),
            StepState::Skipped { reason, .. } => reason.is_failure().then_some(Cause::of_stop(*reason)),
            StepState::Sent { .. } => reported(),
            StepState::Unconfirmed { .. } => {
                reported().or_else(|| self.sent_at().is_none().then_some(Cause::Unconfirmed))
            }
            StepState::Pending | StepState::Submitting { .. } => None,
        }
    }

    /// When the message failed; `None` as for [`Self::failure`].
    pub fn failed_at(&self) -> Option<Timestamp> {
        self.failure()?;
        match self.state {
            StepState::Failed { at, .. } | StepState::Skipped { at, .. } => Some(at),
            StepState::Sent { .. } => self.reports.failed_at(),
            StepState::Unconfirmed { at } => self.reports.failed_at().or(Some(at)),
            StepState::Pending | StepState::Submitting { .. } => None,
        }
    }

    /// The message's name in the timeline; `None` for a first email, which is the usual message.
    pub(crate) fn label(&self) -> Option<String> {
        match (self.reminder, self.channel) {
            (0, Channel::Email) => None,
            (0, channel) => Some(channel.as_str().to_owned()),
            (number, channel) => Some(format!("reminder {number} by {}", channel.as_str())),
        }
    }

    /// A reason, with the message's name if it has one, for the timeline.
    pub(crate) fn detail(&self, reason: &str) -> String {
        self.label().map_or_else(|| reason.to_owned(), |label| format!("{label}: {reason}"))
    }

    fn unknown_max(&self) -> u32 {
        match (self.reminder, self.channel) {
            (0, Channel::Email) => UNKNOWN_MAX,
            _ => UNKNOWN_OTHER_MAX,
        }
    }

    /// When the step is due, or when its claim lapses; `None` once the step is settled.
    pub fn owed_at(&self) -> Option<Timestamp> {
        match self.state {
            StepState::Pending => Some(self.due_at),
            StepState::Submitting { since, .. } => Some(since.saturating_add(EVIDENCE_WAIT).unwrap_or(since)),
            StepState::Sent { .. }
            | StepState::Failed { .. }
            | StepState::Skipped { .. }
            | StepState::Unconfirmed { .. } => None,
        }
    }

    /// Whether a sender has ever claimed the step; the cap has then already counted the message.
    pub const fn was_claimed(&self) -> bool {
        self.throttled + self.unknown > 0 || matches!(self.state, StepState::Submitting { .. })
    }

    /// Whether the message is at most a minute late and was never tried.
    pub(crate) fn is_on_time(&self, now: Timestamp) -> bool {
        !self.was_claimed() && now.duration_since(self.due_at) <= LATE_MAX
    }

    /// The verdict on a wake-up at `now`, before the stop rules and the send window.
    pub fn verdict(&self, now: Timestamp) -> Verdict {
        match (self.owed_at(), &self.state) {
            (None, _) => Verdict::Nothing,
            (Some(due_at), StepState::Pending) if due_at.duration_since(now) > EARLY_MAX => Verdict::Wait(due_at),
            (Some(_), StepState::Pending) => Verdict::Send,
            // A claim is never taken over early: `EARLY_MAX` is for pending steps.
            (Some(until), _) if until > now => Verdict::Wait(until),
            (Some(_), _) if self.unknown + 1 >= self.unknown_max() => Verdict::GiveUp,
            (Some(_), _) => Verdict::Send,
        }
    }
}

//! One message owed to a customer, and how far it got.

use jiff::{SignedDuration, Timestamp};

/// How long a claimed step without a known outcome belongs to its claimer and to the provider's
/// own report, before anybody may decide anew.
///
/// SES has no idempotency token: after a lost answer only its Send event tells whether the mail
/// left. It is far longer than a sender may live, so it serves as the claim's lease, too.
pub const EVIDENCE_WAIT: SignedDuration = SignedDuration::from_mins(15);

/// A message that comes this much early waits for its time instead of being sent.
const EARLY_MAX: SignedDuration = SignedDuration::from_secs(60);

/// Unknown outcomes after which the first mail is not tried again.
const UNKNOWN_MAX: u32 = 2;

/// A message owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When it is to leave.
    pub due_at: Timestamp,
    /// How far it got.
    pub state: StepState,
    /// How often the provider asked to slow down since the step was due.
    pub throttled: u32,
    /// How often its outcome stayed unknown.
    pub unknown: u32,
}

/// How far a step got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepState {
    /// Nobody works on it.
    Pending,
    /// One sender has it, since then.
    Submitting {
        /// Drawn at random by the sender that claimed it.
        owner: u64,
        /// When it was claimed.
        since: Timestamp,
    },
    /// The provider accepted it.
    Sent {
        /// When.
        at: Timestamp,
        /// The provider's id of the message.
        message_id: String,
    },
    /// The provider refused it for good.
    Failed {
        /// When.
        at: Timestamp,
        /// The provider's error code.
        reason: String,
    },
    /// A stop rule held it back.
    Skipped {
        /// When.
        at: Timestamp,
        /// Which rule.
        reason: StopReason,
    },
    /// It was submitted, perhaps twice, and no answer came.
    Unconfirmed {
        /// When it was last submitted.
        at: Timestamp,
    },
}

/// Why a message that was owed is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum StopReason {
    Cancelled,
    Expired,
    Erased,
    Unsubscribed,
    Bounced,
    Complained,
    NothingLeft,
    OrderCancelled,
    OrderRefunded,
}

impl StopReason {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Cancelled,
        Self::Expired,
        Self::Erased,
        Self::Unsubscribed,
        Self::Bounced,
        Self::Complained,
        Self::NothingLeft,
        Self::OrderCancelled,
        Self::OrderRefunded,
    ];

    /// The word in the table and in the timeline.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Erased => "erased",
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::NothingLeft => "nothing_left",
            Self::OrderCancelled => "order_cancelled",
            Self::OrderRefunded => "order_refunded",
        }
    }

    /// The reason with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// Why nothing may be mailed to an address any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Suppression {
    Unsubscribed,
    Bounced,
    Complained,
}

impl Suppression {
    /// The stop rule that it becomes.
    #[must_use]
    pub const fn stop(self) -> StopReason {
        match self {
            Self::Unsubscribed => StopReason::Unsubscribed,
            Self::Bounced => StopReason::Bounced,
            Self::Complained => StopReason::Complained,
        }
    }

    /// The suppression with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::Unsubscribed, Self::Bounced, Self::Complained]
            .into_iter()
            .find(|suppression| suppression.stop().word() == word)
    }
}

/// What to do with a wake-up for a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Claim it and send it.
    Send,
    /// Nothing is owed (any more): forget the wake-up.
    Nothing,
    /// Not yet: wake up again then.
    Wait(Timestamp),
    /// A stop rule holds: record it.
    Stop(StopReason),
    /// Its outcome stayed unknown too often: record that.
    GiveUp,
}

impl Step {
    /// A step due then.
    #[must_use]
    pub fn due(due_at: Timestamp) -> Self {
        Self { due_at, state: StepState::Pending, throttled: 0, unknown: 0 }
    }

    /// When somebody has to look at the step again; `None` once it is settled.
    #[must_use]
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

    /// The verdict on a wake-up at `now`, stop rules aside.
    #[must_use]
    pub fn verdict(&self, now: Timestamp) -> Verdict {
        match (self.owed_at(), &self.state) {
            (None, _) => Verdict::Nothing,
            (Some(due), StepState::Pending) if due.duration_since(now) > EARLY_MAX => Verdict::Wait(due),
            (Some(_), StepState::Pending) => Verdict::Send,
            // A lease is never taken early: not by 60 seconds, not by one.
            (Some(until), _) if until > now => Verdict::Wait(until),
            (Some(_), _) if self.unknown + 1 >= UNKNOWN_MAX => Verdict::GiveUp,
            (Some(_), _) => Verdict::Send,
        }
    }
}

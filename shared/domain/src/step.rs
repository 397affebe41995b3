//! One message owed to a customer, and how far it got.

use jiff::{SignedDuration, Timestamp};

use crate::Channel;

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
/// The same for a reminder, which nobody misses, and for a text message, which costs.
const UNKNOWN_OTHER_MAX: u32 = 1;

/// A message owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it travels by.
    pub channel: Channel,
    /// 0 for a first message, else which reminder it is.
    pub reminder: u8,
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
    Reviewed,
    OrderCancelled,
    OrderRefunded,
    SpendCap,
}

impl StopReason {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Cancelled,
        Self::Expired,
        Self::Erased,
        Self::Unsubscribed,
        Self::Bounced,
        Self::Complained,
        Self::NothingLeft,
        Self::Reviewed,
        Self::OrderCancelled,
        Self::OrderRefunded,
        Self::SpendCap,
    ];

    /// Whether it holds for one address or number only, so that another may still be reached.
    #[must_use]
    pub const fn is_of_one_channel(self) -> bool {
        match self {
            Self::Bounced | Self::Complained | Self::Unsubscribed | Self::SpendCap => true,
            Self::Cancelled
            | Self::Expired
            | Self::Erased
            | Self::NothingLeft
            | Self::Reviewed
            | Self::OrderCancelled
            | Self::OrderRefunded => false,
        }
    }

    /// The word in the table and in the timeline.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Erased => "erased",
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::NothingLeft => "nothing_left",
            Self::Reviewed => "reviewed",
            Self::OrderCancelled => "order_cancelled",
            Self::OrderRefunded => "order_refunded",
            Self::SpendCap => "spend_cap",
        }
    }

    /// The reason with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// Why nothing may be sent to an address or a number any more.
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
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Unsubscribed, Self::Bounced, Self::Complained]
            .into_iter()
            .find(|suppression| suppression.stop().as_str() == word)
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
    /// A first message due then.
    #[must_use]
    pub fn due(channel: Channel, due_at: Timestamp) -> Self {
        Self { channel, reminder: 0, due_at, state: StepState::Pending, throttled: 0, unknown: 0 }
    }

    /// When the message left, as far as is known.
    #[must_use]
    pub fn sent_at(&self) -> Option<Timestamp> {
        match self.state {
            StepState::Sent { at, .. } | StepState::Unconfirmed { at } => Some(at),
            StepState::Pending
            | StepState::Submitting { .. }
            | StepState::Failed { .. }
            | StepState::Skipped { .. } => None,
        }
    }

    /// Which of a request's messages it is, in words; `None` for the one that most requests have.
    pub(crate) fn label(&self) -> Option<String> {
        match (self.reminder, self.channel) {
            (0, Channel::Email) => None,
            (0, channel) => Some(channel.as_str().to_owned()),
            (number, channel) => Some(format!("reminder {number} by {}", channel.as_str())),
        }
    }

    /// After how many unknown outcomes it is not tried again.
    fn unknown_max(&self) -> u32 {
        match (self.reminder, self.channel) {
            (0, Channel::Email) => UNKNOWN_MAX,
            _ => UNKNOWN_OTHER_MAX,
        }
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
            (Some(_), _) if self.unknown + 1 >= self.unknown_max() => Verdict::GiveUp,
            (Some(_), _) => Verdict::Send,
        }
    }
}

//! Why a message is not sent, and what to do with a wake-up.

use jiff::Timestamp;

use crate::values::word::words;

words! {
    /// Why a due message is not sent.
    pub enum StopReason {
        Cancelled = "cancelled",
        Expired = "expired",
        Erased = "erased",
        Unsubscribed = "unsubscribed",
        Bounced = "bounced",
        Complained = "complained",
        Stopped = "stopped",
        Manual = "manual",
        NothingLeft = "nothing_left",
        Reviewed = "reviewed",
        OrderCancelled = "order_cancelled",
        OrderRefunded = "order_refunded",
        SpendCap = "spend_cap",
        SendWindow = "send_window",
        PersonCap = "person_cap",
        FirstDays = "first_days",
        AskedBefore = "asked_before",
    }
}

impl StopReason {
    /// Whether it applies to one address or number, so that another channel may still work.
    #[must_use]
    pub const fn is_per_channel(self) -> bool {
        match self {
            Self::Bounced
            | Self::Complained
            | Self::Stopped
            | Self::Manual
            | Self::Unsubscribed
            | Self::SpendCap
            | Self::PersonCap => true,
            Self::Cancelled
            | Self::Expired
            | Self::Erased
            | Self::NothingLeft
            | Self::Reviewed
            | Self::OrderCancelled
            | Self::OrderRefunded
            | Self::SendWindow
            | Self::FirstDays
            | Self::AskedBefore => false,
        }
    }

    /// Whether a request all of whose messages were stopped has failed: not if it ended before they were due.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        match self {
            Self::Erased
            | Self::Unsubscribed
            | Self::Bounced
            | Self::Complained
            | Self::Stopped
            | Self::Manual
            | Self::OrderCancelled
            | Self::OrderRefunded
            | Self::SpendCap
            | Self::SendWindow
            | Self::PersonCap
            | Self::FirstDays
            | Self::AskedBefore => true,
            Self::Cancelled | Self::Expired | Self::NothingLeft | Self::Reviewed => false,
        }
    }
}

words! {
    /// Why an address or a number must not be written to. Several reasons may apply at once; the greatest is shown.
    pub enum Suppression {
        Manual = "manual",
        Bounced = "bounced",
        Unsubscribed = "unsubscribed",
        Stopped = "stopped",
        Complained = "complained",
        Erased = "erased",
    }
}

impl Suppression {
    /// Whether the shop may write to the person again on its own decision. What the person decided, it may not undo.
    #[must_use]
    pub const fn is_liftable(self) -> bool {
        match self {
            Self::Manual | Self::Bounced => true,
            Self::Unsubscribed | Self::Stopped | Self::Complained | Self::Erased => false,
        }
    }

    /// The reason for which its messages are skipped.
    #[must_use]
    pub const fn reason(self) -> StopReason {
        match self {
            Self::Manual => StopReason::Manual,
            Self::Bounced => StopReason::Bounced,
            Self::Unsubscribed => StopReason::Unsubscribed,
            Self::Stopped => StopReason::Stopped,
            Self::Complained => StopReason::Complained,
            Self::Erased => StopReason::Erased,
        }
    }
}

/// The answer to a wake-up for a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Claim it and send it.
    Send,
    /// Nothing is due, or no longer: ignore the wake-up.
    Nothing,
    /// Not yet: wake up again at this time.
    Wait(Timestamp),
    /// The message is late, and has to wait until this time, by this rule: record that.
    Defer(Timestamp, StopReason),
    /// A stop rule applies: record it.
    Stop(StopReason),
    /// The message's outcome was unknown too often: record that.
    GiveUp,
}

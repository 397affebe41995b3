//! Why a message is not sent, and what to do with a wake-up.

use jiff::Timestamp;

use crate::values::words;

words! {
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
        NoAddress = "no_address",
    }
}

impl StopReason {
    /// Whether the reason concerns only one address or number, so that another channel may still work.
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
            | Self::NoAddress => false,
        }
    }

    /// Whether a request has failed if all of its messages were stopped for this reason. It has not failed if it ended
    /// before they were due.
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
            | Self::NoAddress => true,
            Self::Cancelled | Self::Expired | Self::NothingLeft | Self::Reviewed => false,
        }
    }
}

words! {
    /// Why an address or a number must not be written to. If several reasons apply, the greatest is shown.
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
    /// Whether the shop may lift the suppression. A shop may not undo what the person decided.
    pub const fn is_liftable(self) -> bool {
        match self {
            Self::Manual | Self::Bounced => true,
            Self::Unsubscribed | Self::Stopped | Self::Complained | Self::Erased => false,
        }
    }

    /// The reason with which messages are then skipped.
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Claim and send the message.
    Send,
    /// Ignore the wake-up: nothing is due.
    Nothing,
    /// Wake up again at this time.
    Wait(Timestamp),
    /// Record that the late message waits until this time, by this rule.
    Defer(Timestamp, StopReason),
    /// Record that this stop rule applies.
    Stop(StopReason),
    /// Record that the outcome was unknown too often.
    GiveUp,
}

//! What happened to a message, or what it waits for, in one word.

use crate::message::{ReportKind, StopReason};
use crate::values::words;

words! {
    /// What happened to a request's message, or what it waits for. The table counts failed messages by these words.
    pub enum Cause {
        Delivered = "delivered",
        Complained = "complained",
        Sent = "sent",
        Delayed = "delayed",
        SoftBounced = "soft_bounced",
        TestMode = "test_mode",
        Sending = "sending",
        OutcomeUnknown = "outcome_unknown",
        Scheduled = "scheduled",
        Postponed = "postponed",
        WaitingForWindow = "waiting_for_window",
        WaitingForCap = "waiting_for_cap",
        FirstDays = "first_days",
        NoAddress = "no_address",
        Due = "due",
        Paused = "paused",
        Held = "held",
        ProviderRefuses = "provider_refuses",
        Bounced = "bounced",
        Rejected = "rejected",
        SuppressedByProvider = "suppressed_by_provider",
        Refused = "refused",
        Unconfirmed = "unconfirmed",
        SuppressedBounce = "suppressed_bounce",
        SuppressedComplaint = "suppressed_complaint",
        SuppressedByShop = "suppressed_by_shop",
        Unsubscribed = "unsubscribed",
        Stopped = "stopped",
        Erased = "erased",
        OrderCancelled = "order_cancelled",
        OrderRefunded = "order_refunded",
        SpendCap = "spend_cap",
        Capped = "capped",
        WindowClosed = "window_closed",
        Cancelled = "cancelled",
        Expired = "expired",
        Reviewed = "reviewed",
        NoChannel = "no_channel",
        NotFound = "not_found",
    }
}

impl Cause {
    pub const fn of_stop(reason: StopReason) -> Self {
        match reason {
            StopReason::Cancelled => Self::Cancelled,
            StopReason::Expired => Self::Expired,
            StopReason::Erased => Self::Erased,
            StopReason::Unsubscribed => Self::Unsubscribed,
            StopReason::Bounced => Self::SuppressedBounce,
            StopReason::Complained => Self::SuppressedComplaint,
            StopReason::Stopped => Self::Stopped,
            StopReason::Manual => Self::SuppressedByShop,
            StopReason::NothingLeft | StopReason::Reviewed => Self::Reviewed,
            StopReason::OrderCancelled => Self::OrderCancelled,
            StopReason::OrderRefunded => Self::OrderRefunded,
            StopReason::SpendCap => Self::SpendCap,
            StopReason::SendWindow => Self::WindowClosed,
            StopReason::PersonCap => Self::Capped,
            StopReason::FirstDays => Self::FirstDays,
            StopReason::NoAddress => Self::NoAddress,
        }
    }

    /// The cause of a message that a rule delays rather than stops.
    pub const fn of_wait(reason: StopReason) -> Self {
        match reason {
            StopReason::SendWindow => Self::WaitingForWindow,
            StopReason::PersonCap => Self::WaitingForCap,
            StopReason::Cancelled
            | StopReason::Expired
            | StopReason::Erased
            | StopReason::Unsubscribed
            | StopReason::Bounced
            | StopReason::Complained
            | StopReason::Stopped
            | StopReason::Manual
            | StopReason::NothingLeft
            | StopReason::Reviewed
            | StopReason::OrderCancelled
            | StopReason::OrderRefunded
            | StopReason::SpendCap
            | StopReason::FirstDays
            | StopReason::NoAddress => Self::of_stop(reason),
        }
    }

    pub const fn of_report(kind: ReportKind) -> Self {
        match kind {
            ReportKind::Accepted => Self::Sent,
            ReportKind::Delayed => Self::Delayed,
            ReportKind::SoftBounced => Self::SoftBounced,
            ReportKind::Delivered => Self::Delivered,
            ReportKind::Rejected => Self::Rejected,
            ReportKind::SuppressedByProvider => Self::SuppressedByProvider,
            ReportKind::Bounced => Self::Bounced,
            ReportKind::Complained => Self::Complained,
        }
    }
}

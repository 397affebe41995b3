//! The texts of a request's properties, and the colors of its chips.

use domain::message::EntryKind;
use domain::request::{NotSendable, Status};
use domain::values::Channel;

pub(crate) const fn status_text(status: Status) -> &'static str {
    match status {
        Status::Manual => "request-status-manual",
        Status::Scheduled => "request-status-scheduled",
        Status::Sending => "request-status-sending",
        Status::Sent => "request-status-sent",
        Status::Completed => "request-status-completed",
        Status::Cancelled => "request-status-cancelled",
        Status::Expired => "request-status-expired",
        Status::Failed => "request-status-failed",
    }
}

pub(crate) const fn status_chip(status: Status) -> &'static str {
    match status {
        Status::Completed => "chip",
        Status::Failed => "chip r",
        Status::Manual | Status::Scheduled | Status::Sending => "chip w0",
        Status::Sent | Status::Cancelled | Status::Expired => "chip q",
    }
}

pub(crate) const fn channel_text(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "request-by-sms",
        Channel::Email => "request-by-email",
    }
}

pub(super) const fn not_sendable(reason: NotSendable) -> &'static str {
    match reason {
        NotSendable::Sent => "request-not-sendable-sent",
        NotSendable::Completed => "request-not-sendable-completed",
        NotSendable::Cancelled => "request-not-sendable-cancelled",
        NotSendable::Expired => "request-not-sendable-expired",
        NotSendable::Failed => "request-not-sendable-failed",
        NotSendable::Skipped => "request-not-sendable-skipped",
        NotSendable::NoRecipient => "request-not-sendable-no-recipient",
    }
}

/// Whether a timeline's entry is about a failure or a wait.
pub(super) const fn is_problem(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Throttled
        | EntryKind::OutcomeUnknown
        | EntryKind::Unconfirmed
        | EntryKind::Failed
        | EntryKind::Skipped
        | EntryKind::Cancelled
        | EntryKind::Expired
        | EntryKind::Postponed
        | EntryKind::Delayed
        | EntryKind::SoftBounced
        | EntryKind::Bounced
        | EntryKind::Complained
        | EntryKind::Rejected
        | EntryKind::SuppressedByProvider
        | EntryKind::Held
        | EntryKind::Paused
        | EntryKind::Deferred => true,
        EntryKind::Created
        | EntryKind::Scheduled
        | EntryKind::SendAsked
        | EntryKind::Claimed
        | EntryKind::Sent
        | EntryKind::Captured
        | EntryKind::Opened
        | EntryKind::Engaged
        | EntryKind::Reviewed
        | EntryKind::ReviewEdited
        | EntryKind::Completed
        | EntryKind::NewLinkAsked
        | EntryKind::Delivered => false,
    }
}

//! The texts of a request's properties, and the colors of its chips.

use domain::message::EntryKind;
use domain::request::{NotSendable, Status};
use domain::values::Channel;

use crate::parts::Viewer;

pub(crate) fn status_text(viewer: &Viewer, status: Status) -> String {
    viewer.texts.say(&format!("request-status-{}", status.as_str())).to_string()
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
    !matches!(
        kind,
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
            | EntryKind::Delivered
    )
}

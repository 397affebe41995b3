//! The colors of a request's chips and entries.

use domain::message::EntryKind;
use domain::request::Status;

pub(crate) const fn status_chip(status: Status) -> &'static str {
    match status {
        Status::Completed => "chip",
        Status::Failed => "chip r",
        Status::Manual | Status::Scheduled | Status::Sending => "chip w0",
        Status::Sent | Status::Cancelled | Status::Expired => "chip q",
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

//! More Good Reviews' names of events.

use crate::values::word::words;
use crate::values::{SCOPE_CUSTOMERS_READ, SCOPE_REVIEWS_READ};
use crate::webhook::EventKind;

words! {
    /// An event with the name that More Good Reviews uses. An endpoint with such names gets that vendor's rows.
    pub enum MoreGoodEvent {
        ReviewCreated = "review-created",
        ReviewUpdated = "review-updated",
        ReviewDeleted = "review-deleted",
        MessageCreated = "message-created",
        MessageUpdated = "message-updated",
        MessageDeleted = "message-deleted",
    }
}

impl MoreGoodEvent {
    /// More Good Reviews' event for one of ours; `None` if that API has none.
    pub const fn of(kind: EventKind) -> Option<Self> {
        match kind {
            EventKind::ReviewSubmitted => Some(Self::ReviewCreated),
            EventKind::ReviewUpdated
            | EventKind::ReviewPublished
            | EventKind::ReviewWithheld
            | EventKind::ReviewReplied => Some(Self::ReviewUpdated),
            EventKind::ReviewDeleted => Some(Self::ReviewDeleted),
            EventKind::RequestScheduled => Some(Self::MessageCreated),
            EventKind::RequestCancelled => Some(Self::MessageDeleted),
            EventKind::RequestCompleted
            | EventKind::RequestExpired
            | EventKind::MessageSent
            | EventKind::MessageDelivered
            | EventKind::MessageFailed
            | EventKind::MessageSkipped => Some(Self::MessageUpdated),
            EventKind::CustomerSuppressed
            | EventKind::CustomerErased
            | EventKind::DeliverabilityHeld
            | EventKind::DeliverabilityReleased
            | EventKind::WebhookTest => None,
        }
    }
    /// The scope for reading the rows that are sent with the event.
    pub(super) const fn scope(self) -> &'static str {
        match self {
            Self::ReviewCreated | Self::ReviewUpdated | Self::ReviewDeleted => SCOPE_REVIEWS_READ,
            Self::MessageCreated | Self::MessageUpdated | Self::MessageDeleted => SCOPE_CUSTOMERS_READ,
        }
    }
}

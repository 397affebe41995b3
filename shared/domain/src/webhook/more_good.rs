//! The names that More Good Reviews gives to what happened.

use crate::EventKind;

/// An event by More Good Reviews' name. An endpoint with such names gets that vendor's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "`of` says which events are which")]
pub enum MoreGoodEvent {
    ReviewCreated,
    ReviewUpdated,
    ReviewDeleted,
    MessageCreated,
    MessageUpdated,
    MessageDeleted,
}

impl MoreGoodEvent {
    /// Every value, each once.
    pub const ALL: [Self; 6] = [
        Self::ReviewCreated,
        Self::ReviewUpdated,
        Self::ReviewDeleted,
        Self::MessageCreated,
        Self::MessageUpdated,
        Self::MessageDeleted,
    ];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReviewCreated => "review-created",
            Self::ReviewUpdated => "review-updated",
            Self::ReviewDeleted => "review-deleted",
            Self::MessageCreated => "message-created",
            Self::MessageUpdated => "message-updated",
            Self::MessageDeleted => "message-deleted",
        }
    }

    /// The event with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.as_str() == word)
    }

    /// What an event of ours is to More Good Reviews' clients; `None` if it is nothing to them.
    #[must_use]
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
            EventKind::CustomerSuppressed | EventKind::CustomerErased | EventKind::WebhookTest => None,
        }
    }
}

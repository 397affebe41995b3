//! The kinds of events, and which of them an endpoint subscribes to.

use std::collections::BTreeSet;

use crate::{Invalid, LedgerKind};

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// A customer wrote a review.
    ReviewSubmitted,
    /// Its author changed it, whether the new words are public or wait.
    ReviewUpdated,
    /// It is public, or its new words are.
    ReviewPublished,
    /// The shop withheld it.
    ReviewWithheld,
    /// The shop answered it, or changed the answer.
    ReviewReplied,
    /// It was removed, withdrawn or erased.
    ReviewDeleted,
    /// A request has a message that is to be sent.
    RequestScheduled,
    /// Every item of a request is reviewed.
    RequestCompleted,
    /// A request's link expired.
    RequestExpired,
    /// The shop cancelled a request.
    RequestCancelled,
    /// The provider accepted a message, or a test key's was captured.
    MessageSent,
    /// The provider delivered a message.
    MessageDelivered,
    /// The provider rejected a message, or it came back for good.
    MessageFailed,
    /// A stop rule applied to a message.
    MessageSkipped,
    /// An address or number of a customer must not be written to.
    CustomerSuppressed,
    /// A customer was erased.
    CustomerErased,
    /// The shop tries its endpoint out.
    WebhookTest,
}

impl EventKind {
    /// Those that a shop subscribes to. A test comes whatever it subscribed to.
    pub const SUBSCRIBED: [Self; 16] = [
        Self::ReviewSubmitted,
        Self::ReviewUpdated,
        Self::ReviewPublished,
        Self::ReviewWithheld,
        Self::ReviewReplied,
        Self::ReviewDeleted,
        Self::RequestScheduled,
        Self::RequestCompleted,
        Self::RequestExpired,
        Self::RequestCancelled,
        Self::MessageSent,
        Self::MessageDelivered,
        Self::MessageFailed,
        Self::MessageSkipped,
        Self::CustomerSuppressed,
        Self::CustomerErased,
    ];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReviewSubmitted => "review.submitted",
            Self::ReviewUpdated => "review.updated",
            Self::ReviewPublished => "review.published",
            Self::ReviewWithheld => "review.withheld",
            Self::ReviewReplied => "review.replied",
            Self::ReviewDeleted => "review.deleted",
            Self::RequestScheduled => "request.scheduled",
            Self::RequestCompleted => "request.completed",
            Self::RequestExpired => "request.expired",
            Self::RequestCancelled => "request.cancelled",
            Self::MessageSent => "message.sent",
            Self::MessageDelivered => "message.delivered",
            Self::MessageFailed => "message.failed",
            Self::MessageSkipped => "message.skipped",
            Self::CustomerSuppressed => "customer.suppressed",
            Self::CustomerErased => "customer.erased",
            Self::WebhookTest => "webhook.test",
        }
    }

    /// The kind with this word, tests included.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::SUBSCRIBED.into_iter().chain([Self::WebhookTest]).find(|kind| kind.as_str() == word)
    }

    /// What a line of a review's ledger is to webhooks; `None` if it is nothing to them.
    pub(super) const fn of_ledger(what: LedgerKind) -> Option<Self> {
        match what {
            LedgerKind::Submitted => Some(Self::ReviewSubmitted),
            LedgerKind::Edited => Some(Self::ReviewUpdated),
            LedgerKind::Published => Some(Self::ReviewPublished),
            LedgerKind::Withheld => Some(Self::ReviewWithheld),
            LedgerKind::Replied => Some(Self::ReviewReplied),
            LedgerKind::Removed | LedgerKind::Withdrawn | LedgerKind::Erased => Some(Self::ReviewDeleted),
            // An import is the shop's own doing.
            LedgerKind::Held | LedgerKind::EditDropped | LedgerKind::ReplyRemoved | LedgerKind::Imported => None,
        }
    }
}

/// The kinds that an endpoint subscribes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKinds {
    /// All, those of later versions included.
    All,
    /// These; at least one.
    These(BTreeSet<EventKind>),
}

impl EventKinds {
    /// Reads a list of words.
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Self, Invalid> {
        let known = |word: &str| EventKind::parse(word).filter(|kind| *kind != EventKind::WebhookTest);
        let kinds: Option<BTreeSet<_>> = words.into_iter().map(known).collect();
        kinds
            .filter(|kinds| !kinds.is_empty())
            .map(Self::These)
            .ok_or(Invalid("`events` must be a list of events such as review.published; omit it for all."))
    }

    /// Whether an event of this kind is sent.
    #[must_use]
    pub fn contains(&self, kind: EventKind) -> bool {
        match self {
            Self::All => true,
            Self::These(kinds) => kinds.contains(&kind),
        }
    }

    /// Every kind that is sent.
    pub fn iter(&self) -> impl Iterator<Item = EventKind> {
        EventKind::SUBSCRIBED.into_iter().filter(|kind| self.contains(*kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_by_their_words() {
        let kinds = EventKinds::parse(["review.published", "review.deleted", "review.published"]).unwrap();
        assert_eq!(kinds.iter().collect::<Vec<_>>(), [EventKind::ReviewPublished, EventKind::ReviewDeleted]);
        assert_eq!(EventKinds::All.iter().count(), EventKind::SUBSCRIBED.len());
        for bad in [&[] as &[&str], &["review"], &["review.published", ""], &["webhook.test"], &["Review.published"]] {
            assert!(EventKinds::parse(bad.iter().copied()).is_err(), "{bad:?}");
        }
        for kind in EventKind::SUBSCRIBED {
            assert_eq!(EventKind::parse(kind.as_str()), Some(kind));
        }
    }
}

//! What happened, as webhooks report it.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{EventId, Invalid, LedgerEntry, LedgerKind, ProductId, RequestId, Review, ReviewId, ReviewState};

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
    /// The shop tries its endpoint out.
    WebhookTest,
}

impl EventKind {
    /// Those that a shop subscribes to. A test comes whatever it subscribed to.
    pub const SUBSCRIBED: [Self; 6] = [
        Self::ReviewSubmitted,
        Self::ReviewUpdated,
        Self::ReviewPublished,
        Self::ReviewWithheld,
        Self::ReviewReplied,
        Self::ReviewDeleted,
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
            Self::WebhookTest => "webhook.test",
        }
    }

    /// The kind with this word, tests included.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::SUBSCRIBED.into_iter().chain([Self::WebhookTest]).find(|kind| kind.as_str() == word)
    }

    /// What a line of a review's ledger is to webhooks; `None` if it is nothing to them.
    const fn of_ledger(what: LedgerKind) -> Option<Self> {
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

/// What happened. It holds nothing personal and no stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for every endpoint that it is sent to.
    pub id: EventId,
    /// What kind of thing.
    pub kind: EventKind,
    /// When.
    pub at: Timestamp,
    /// To what.
    pub about: About,
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A review.
    Review(ReviewEvent),
    /// Nothing: it is a test.
    Nothing,
}

/// A review as it was right after what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewEvent {
    /// The review.
    pub review: ReviewId,
    /// The request that it answers; `None` if it came through the API.
    pub request: Option<RequestId>,
    /// What it is about; `None` for the shop itself.
    pub product: Option<ProductId>,
    /// Where it is in its life.
    pub state: ReviewState,
    /// Its revision.
    pub revision: u32,
}

impl Event {
    /// The events of one change of a review. `random` has 12 bits for their ids.
    #[must_use]
    pub fn of_review(review: &Review, ledger: &[LedgerEntry], random: u16) -> Vec<Self> {
        let about = About::Review(ReviewEvent {
            review: review.id,
            request: review.origin.request(),
            product: review.product.clone(),
            state: review.state,
            revision: review.revision,
        });
        let kinds = ledger.iter().filter_map(|entry| Some((EventKind::of_ledger(entry.what)?, entry.at)));
        // Ids of one transaction must differ, and those of one moment differ by their last bits alone.
        let numbered = (0..).zip(kinds);
        let event = |(number, (kind, at))| {
            let id = EventId::mint(at, random.wrapping_add(number));
            Self { id, kind, at, about: about.clone() }
        };
        numbered.map(event).collect()
    }

    /// A test.
    #[must_use]
    pub fn test(at: Timestamp, random: u16) -> Self {
        Self { id: EventId::mint(at, random), kind: EventKind::WebhookTest, at, about: About::Nothing }
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

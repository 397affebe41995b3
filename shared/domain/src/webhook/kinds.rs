//! The kinds of events to which an endpoint subscribes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::values::Invalid;
use crate::values::value::{Kind, strings};
use crate::webhook::{EventKind, MoreGoodEvent};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKinds {
    /// All our kinds.
    All,
    /// Some of our kinds; at least one.
    These(BTreeSet<EventKind>),
    /// Some of More Good Reviews' names; at least one.
    MoreGood(BTreeSet<MoreGoodEvent>),
}

crate::reads! {
    EventKinds: Self = |json| Self::parse(strings(json).unwrap_or_default()), Kind::Word(Self::every_word()).list(Some(1), None);
}

impl EventKinds {
    /// The words of all events that an endpoint can get.
    pub fn every_word() -> Vec<&'static str> {
        EventKind::SUBSCRIBED.map(EventKind::as_str).into_iter().chain(MoreGoodEvent::WORDS).collect()
    }

    /// Reads a list of words: either all ours, or all More Good Reviews'.
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Self, Invalid> {
        let words: Vec<_> = words.into_iter().collect();
        let known = |word: &&str| EventKind::parse(word).filter(|kind| *kind != EventKind::WebhookTest);
        let ours: Option<BTreeSet<_>> = words.iter().map(known).collect();
        let more_good: Option<BTreeSet<_>> = words.iter().map(|word| MoreGoodEvent::parse(word)).collect();
        match (ours, more_good) {
            (Some(kinds), _) if !kinds.is_empty() => Ok(Self::These(kinds)),
            (_, Some(events)) if !events.is_empty() => Ok(Self::MoreGood(events)),
            _ => Err(Invalid(
                "`events` must be a list of events such as review.published, or of More Good Reviews' names alone; \
                 omit it for all.",
            )),
        }
    }

    pub fn words(&self) -> Vec<&'static str> {
        match self {
            Self::All => EventKind::SUBSCRIBED.map(EventKind::as_str).to_vec(),
            Self::These(kinds) => kinds.iter().map(|kind| kind.as_str()).collect(),
            Self::MoreGood(events) => events.iter().map(|event| event.as_str()).collect(),
        }
    }

    /// Whether events have More Good Reviews' names and rows.
    pub const fn is_more_good(&self) -> bool {
        matches!(self, Self::MoreGood(_))
    }

    /// The scopes for data that is sent in addition to ids, states and times.
    pub(super) fn scopes(&self) -> BTreeSet<&'static str> {
        match self {
            Self::All | Self::These(_) => BTreeSet::new(),
            Self::MoreGood(events) => events.iter().map(|event| event.scope()).collect(),
        }
    }

    /// An event's name as the endpoint gets it.
    pub fn name(&self, kind: EventKind) -> &'static str {
        let more_good = MoreGoodEvent::of(kind).filter(|_| self.is_more_good());
        more_good.map_or_else(|| kind.as_str(), MoreGoodEvent::as_str)
    }

    pub fn contains(&self, kind: EventKind) -> bool {
        match self {
            Self::All => true,
            Self::These(kinds) => kinds.contains(&kind),
            Self::MoreGood(events) => MoreGoodEvent::of(kind).is_some_and(|event| events.contains(&event)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_by_their_words() {
        let kinds = EventKinds::parse(["review.published", "review.deleted", "review.published"]).unwrap();
        assert_eq!(kinds.words(), ["review.published", "review.deleted"]);
        assert_eq!(EventKinds::All.words().len(), EventKind::SUBSCRIBED.len());
        let more_good = EventKinds::parse(["message-deleted", "review-created"]).unwrap();
        assert_eq!(more_good.words(), ["review-created", "message-deleted"]);
        assert_eq!(more_good.name(EventKind::RequestCancelled), "message-deleted");
        assert!(more_good.contains(EventKind::ReviewSubmitted) && !more_good.contains(EventKind::ReviewPublished));
        for kinds in [kinds, more_good] {
            assert_eq!(EventKinds::parse(kinds.words()), Ok(kinds));
        }
        for bad in [
            &[] as &[&str],
            &["review"],
            &["review.published", ""],
            &["webhook.test"],
            &["Review.published"],
            &["review.published", "review-updated"],
            &["customer-created"],
        ] {
            assert!(EventKinds::parse(bad.iter().copied()).is_err(), "{bad:?}");
        }
        for kind in EventKind::SUBSCRIBED {
            assert_eq!(EventKind::parse(kind.as_str()), Some(kind));
        }
    }
}

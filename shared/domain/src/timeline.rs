//! A request's decisions: what happened, when, why, and by which rule.

use jiff::Timestamp;

/// The most entries kept of one request; beyond it the oldest after the first leave.
pub const TIMELINE_MAX: usize = 60;

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// What was decided.
    pub what: What,
    /// Which of several: an item's number, a reason's word. Never personal data.
    pub detail: Option<String>,
}

/// A bounded list of entries, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline(Vec<Entry>);

impl Timeline {
    /// A timeline as stored.
    #[must_use]
    pub fn stored(entries: Vec<Entry>) -> Self {
        Self(entries)
    }

    /// The entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.0
    }

    pub(crate) fn note(&mut self, at: Timestamp, what: What) {
        self.push(Entry { at, what, detail: None });
    }

    pub(crate) fn note_with(&mut self, at: Timestamp, what: What, detail: impl Into<String>) {
        self.push(Entry { at, what, detail: Some(detail.into()) });
    }

    fn push(&mut self, entry: Entry) {
        if self.0.len() >= TIMELINE_MAX {
            self.0.remove(1);
        }
        self.0.push(entry);
    }
}

/// The kinds of decision, each with its reason and its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described by `why` below")]
pub enum What {
    Created,
    Scheduled,
    SendAsked,
    Claimed,
    Sent,
    Captured,
    Throttled,
    OutcomeUnknown,
    Unconfirmed,
    Failed,
    Skipped,
    Opened,
    Engaged,
    Reviewed,
    ReviewEdited,
    Completed,
    Cancelled,
    Expired,
    NewLinkAsked,
    Postponed,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Created,
        Self::Scheduled,
        Self::SendAsked,
        Self::Claimed,
        Self::Sent,
        Self::Captured,
        Self::Throttled,
        Self::OutcomeUnknown,
        Self::Unconfirmed,
        Self::Failed,
        Self::Skipped,
        Self::Opened,
        Self::Engaged,
        Self::Reviewed,
        Self::ReviewEdited,
        Self::Completed,
        Self::Cancelled,
        Self::Expired,
        Self::NewLinkAsked,
        Self::Postponed,
    ];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.described().0
    }

    /// Why it happened, in one sentence.
    #[must_use]
    pub const fn why(self) -> &'static str {
        self.described().1
    }

    /// The rule by which it happened.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        self.described().2
    }

    /// The kind with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.as_str() == word)
    }

    const fn described(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Created => ("created", "The shop asked for a review.", "one-request-per-customer-and-order"),
            Self::Scheduled => ("scheduled", "The message waits for its time.", "not-before-its-time"),
            Self::SendAsked => ("send_asked", "The shop asked to send the message now.", "shop-may-send-now"),
            Self::Claimed => ("claimed", "One sender took the step, so that no other sends it.", "claim-before-send"),
            Self::Sent => ("sent", "The provider accepted the message.", "provider-accepted"),
            Self::Captured => {
                ("captured", "A test key's message is kept readable and sent to nobody.", "test-mode-sends-nothing")
            }
            Self::Throttled => (
                "throttled",
                "The provider asked to slow down; the message waits and is tried again.",
                "back-off-when-throttled",
            ),
            Self::OutcomeUnknown => (
                "outcome_unknown",
                "The provider's answer was lost; its report decides, or one more try.",
                "evidence-before-retry",
            ),
            Self::Unconfirmed => (
                "unconfirmed",
                "The provider's answer was lost; the message is not tried again.",
                "unknown-outcomes-are-bounded",
            ),
            Self::Failed => ("failed", "The provider refused the message for good.", "permanent-rejection"),
            Self::Skipped => ("skipped", "A stop rule held the message back.", "stop-rules"),
            Self::Opened => ("opened", "A person followed the link.", "first-view-only"),
            Self::Engaged => ("engaged", "The customer began a review, not sent yet.", "first-input-only"),
            Self::Reviewed => ("reviewed", "The customer reviewed an item.", "one-review-per-item"),
            Self::ReviewEdited => ("review_edited", "The customer changed a review.", "editable-while-the-link-lives"),
            Self::Completed => ("completed", "No item is left to review.", "every-item-reviewed"),
            Self::Cancelled => ("cancelled", "The shop withdrew the request; its link is dead.", "cancel-is-final"),
            Self::Expired => ("expired", "The link's lifetime is over.", "link-lifetime"),
            Self::NewLinkAsked => (
                "new_link_asked",
                "The customer asked for a new link to what is left to review.",
                "one-new-link-a-day-three-in-all",
            ),
            Self::Postponed => (
                "postponed",
                "The customer has not received it yet; no message leaves for a week.",
                "postponed-once-by-a-week",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_word() {
        for what in What::ALL {
            assert_eq!(What::parse(what.as_str()), Some(what));
        }
    }

    #[test]
    fn the_first_entry_stays_and_the_list_is_bounded() {
        let mut timeline = Timeline::default();
        timeline.note(Timestamp::UNIX_EPOCH, What::Created);
        for _ in 0..200 {
            timeline.note(Timestamp::UNIX_EPOCH, What::Throttled);
        }
        assert_eq!(timeline.entries().len(), TIMELINE_MAX);
        assert_eq!(timeline.entries()[0].what, What::Created);
    }
}

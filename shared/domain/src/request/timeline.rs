//! A request's timeline: what happened, when, why, and by which rule.

use jiff::Timestamp;

/// The most entries of one request. Beyond it, the second is dropped: the first says how it began.
pub const TIMELINE_MAX: usize = 60;

/// One thing that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub kind: EntryKind,
    /// More about it, such as an item's number or a reason. Never personal data.
    pub detail: Option<String>,
}

/// At most [`TIMELINE_MAX`] entries, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline(Vec<Entry>);

impl Timeline {
    /// The timeline of these entries, as read from the table.
    #[must_use]
    pub fn stored(entries: Vec<Entry>) -> Self {
        Self(entries)
    }

    /// All entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.0
    }

    pub(crate) fn note(&mut self, at: Timestamp, kind: EntryKind) {
        self.push(Entry { at, kind, detail: None });
    }

    pub(crate) fn note_with(&mut self, at: Timestamp, kind: EntryKind, detail: impl Into<String>) {
        self.push(Entry { at, kind, detail: Some(detail.into()) });
    }

    /// Which of two kinds was noted last with this detail.
    pub(crate) fn last_of(&self, kinds: [EntryKind; 2], detail: Option<&str>) -> Option<EntryKind> {
        let is_one = |entry: &&Entry| kinds.contains(&entry.kind) && entry.detail.as_deref() == detail;
        self.0.iter().rev().find(is_one).map(|entry| entry.kind)
    }

    /// Replaces the detail of the last entry of this kind that has it.
    pub(crate) fn amend(&mut self, kind: EntryKind, detail: &str, amended: String) {
        let same = |entry: &&mut Entry| entry.kind == kind && entry.detail.as_deref() == Some(detail);
        if let Some(entry) = self.0.iter_mut().rfind(same) {
            entry.detail = Some(amended);
        }
    }

    /// Adds an entry. It is never earlier than the one before it, which was saved first: the time of a change is that at
    /// which its call began, and clocks differ.
    fn push(&mut self, mut entry: Entry) {
        entry.at = self.0.last().map_or(entry.at, |last| entry.at.max(last.at));
        if self.0.len() >= TIMELINE_MAX {
            self.0.remove(1);
        }
        self.0.push(entry);
    }
}

/// The kinds of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described by `why` below")]
pub enum EntryKind {
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
    Delivered,
    Delayed,
    SoftBounced,
    Bounced,
    Complained,
    Rejected,
    Held,
    Deferred,
}

impl EntryKind {
    /// Every value, each once.
    pub const ALL: [Self; 28] = [
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
        Self::Delivered,
        Self::Delayed,
        Self::SoftBounced,
        Self::Bounced,
        Self::Complained,
        Self::Rejected,
        Self::Held,
        Self::Deferred,
    ];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.described().0
    }

    /// What it means, in one sentence for the shop.
    #[must_use]
    pub const fn why(self) -> &'static str {
        self.described().1
    }

    /// The rule behind it, as a slug.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        self.described().2
    }

    /// The kind with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    const fn described(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Created => ("created", "The shop asked for a review.", "one-request-per-customer-and-order"),
            Self::Scheduled => ("scheduled", "The message is scheduled for later.", "not-before-its-time"),
            Self::SendAsked => ("send_asked", "The shop asked to send the message now.", "shop-may-send-now"),
            Self::Claimed => {
                ("claimed", "One sender claimed the step, so that no other sends it.", "claim-before-send")
            }
            Self::Sent => ("sent", "The provider accepted the message.", "provider-accepted"),
            Self::Captured => {
                ("captured", "A test key's message was captured and sent to nobody.", "test-mode-sends-nothing")
            }
            Self::Throttled => {
                ("throttled", "The provider throttled the message; it will be tried again.", "back-off-when-throttled")
            }
            Self::OutcomeUnknown => (
                "outcome_unknown",
                "The provider's answer was lost; its report decides, or one more attempt.",
                "evidence-before-retry",
            ),
            Self::Unconfirmed => (
                "unconfirmed",
                "The provider's answer was lost; the message is not tried again.",
                "unknown-outcomes-are-bounded",
            ),
            Self::Failed => ("failed", "The provider rejected the message permanently.", "permanent-rejection"),
            Self::Skipped => ("skipped", "A stop rule applied; the message is not sent.", "stop-rules"),
            Self::Opened => ("opened", "A person followed the link.", "first-view-only"),
            Self::Engaged => ("engaged", "The customer began a review and has not submitted it.", "first-input-only"),
            Self::Reviewed => ("reviewed", "The customer reviewed an item.", "one-review-per-item"),
            Self::ReviewEdited => ("review_edited", "The customer changed a review.", "editable-while-the-link-lives"),
            Self::Completed => ("completed", "Every item is reviewed.", "every-item-reviewed"),
            Self::Cancelled => {
                ("cancelled", "The shop cancelled the request; its link no longer works.", "cancel-is-final")
            }
            Self::Expired => ("expired", "The link expired.", "link-lifetime"),
            Self::NewLinkAsked => (
                "new_link_asked",
                "The customer asked for a new link to the remaining items.",
                "one-new-link-a-day-three-in-all",
            ),
            Self::Postponed => (
                "postponed",
                "The customer has not received the order yet; no message is sent for a week.",
                "postponed-once-by-a-week",
            ),
            Self::Delivered => ("delivered", "The provider delivered the message.", "provider-reports"),
            Self::Delayed => (
                "delayed",
                "The recipient's server is not taking the message yet; the provider keeps trying.",
                "provider-reports",
            ),
            Self::SoftBounced => (
                "soft_bounced",
                "The message came back for a reason that may pass; the address stays in use.",
                "soft-bounces-stop-nothing",
            ),
            Self::Bounced => (
                "bounced",
                "The message can never be delivered; nothing more is sent to this address or number.",
                "hard-bounces-stop",
            ),
            Self::Complained => (
                "complained",
                "The customer marked the message as spam; nothing more is sent to them.",
                "complaints-stop",
            ),
            Self::Rejected => {
                ("rejected", "The provider or the carrier refused to deliver the message.", "provider-reports")
            }
            Self::Held => (
                "held",
                "Too many of the shop's emails bounced or were marked as spam; no email leaves until the hold is released.",
                "bounces-and-complaints-hold-the-shop",
            ),
            Self::Deferred => {
                ("deferred", "The message has to wait; `detail` says for what, and until when.", "shop-rules")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::messages::tests::{ask, at};
    use crate::{Channel, Request, ShopRules, StopReason};

    #[test]
    fn every_kind_has_its_own_word() {
        for kind in EntryKind::ALL {
            assert_eq!(EntryKind::parse(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn a_claim_whose_sender_died_is_an_unknown_outcome_in_the_timeline() {
        let words =
            |request: &Request| request.timeline.entries().iter().map(|entry| entry.kind.as_str()).collect::<Vec<_>>();
        let mut died = ask(&[Channel::Email], 0);
        died.claim(7, at(0));
        died.claim(8, at(1));
        assert_eq!(words(&died)[1..], ["claimed", "outcome_unknown", "claimed"]);
        died.skipped(StopReason::Cancelled, &ShopRules::default(), at(2));
        assert_eq!(words(&died)[4..], ["outcome_unknown", "skipped"]);
        let mut recorded = ask(&[Channel::Email], 0);
        recorded.claim(7, at(0));
        recorded.outcome_unknown(at(0));
        recorded.claim(8, at(1));
        assert_eq!(words(&recorded)[1..], ["claimed", "outcome_unknown", "claimed"], "once for each claim");
    }

    #[test]
    fn an_entry_is_not_earlier_than_what_was_saved_before_it() {
        let mut timeline = Timeline::default();
        let claimed_at = Timestamp::from_millisecond(1_000).unwrap();
        timeline.note(claimed_at, EntryKind::Claimed);
        // A review whose call began before the claim, and that was saved after it.
        timeline.note(Timestamp::UNIX_EPOCH, EntryKind::Completed);
        assert_eq!(timeline.entries().iter().map(|entry| entry.at).collect::<Vec<_>>(), [claimed_at; 2]);
    }

    #[test]
    fn the_first_entry_stays_and_the_list_is_bounded() {
        let mut timeline = Timeline::default();
        timeline.note(Timestamp::UNIX_EPOCH, EntryKind::Created);
        for _ in 0..200 {
            timeline.note(Timestamp::UNIX_EPOCH, EntryKind::Throttled);
        }
        assert_eq!(timeline.entries().len(), TIMELINE_MAX);
        assert_eq!(timeline.entries()[0].kind, EntryKind::Created);
    }
}

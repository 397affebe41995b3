//! A request's timeline: what happened, when, why, and by which rule.

use jiff::Timestamp;

use crate::word::words;

/// The most entries of one request. Beyond it, the second is dropped: the first says how it began.
pub const TIMELINE_MAX: usize = 60;

/// One thing that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// The kind of event.
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

    /// The one of two kinds that was noted last with this detail.
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

macro_rules! entry_kinds {
    ($($kind:ident = $word:literal, $why:literal, $rule:literal;)+) => {
        words! {
            /// The kinds of entry.
            pub enum EntryKind {
                $(#[doc = $why] $kind = $word,)+
            }
        }

        impl EntryKind {
            /// The meaning in one sentence for the shop.
            #[must_use]
            pub const fn why(self) -> &'static str {
                match self {
                    $(Self::$kind => $why,)+
                    Self::Foreign(_) => "Another version of this service noted it.",
                }
            }

            /// The rule behind the entry, as a slug.
            #[must_use]
            pub const fn rule(self) -> &'static str {
                match self {
                    $(Self::$kind => $rule,)+
                    Self::Foreign(_) => "another-version",
                }
            }
        }
    };
}

entry_kinds! {
    Created = "created", "The shop asked for a review.", "one-request-per-customer-and-order";
    Scheduled = "scheduled", "The message is scheduled for later.", "not-before-its-time";
    SendAsked = "send_asked", "The shop asked to send the message now.", "shop-may-send-now";
    Claimed = "claimed", "One sender claimed the step, so that no other sends it.", "claim-before-send";
    Sent = "sent", "The provider accepted the message.", "provider-accepted";
    Captured = "captured", "A test key's message was captured and sent to nobody.", "test-mode-sends-nothing";
    Throttled = "throttled", "The provider throttled the message; it will be tried again.", "back-off-when-throttled";
    OutcomeUnknown = "outcome_unknown", "The provider's answer was lost; its report decides, or one more attempt.", "evidence-before-retry";
    Unconfirmed = "unconfirmed", "The provider's answer was lost; the message is not tried again.", "unknown-outcomes-are-bounded";
    Failed = "failed", "The provider rejected the message permanently.", "permanent-rejection";
    Skipped = "skipped", "A stop rule applied; the message is not sent.", "stop-rules";
    Opened = "opened", "A person followed the link.", "first-view-only";
    Engaged = "engaged", "The customer began a review and has not submitted it.", "first-input-only";
    Reviewed = "reviewed", "The customer reviewed an item.", "one-review-per-item";
    ReviewEdited = "review_edited", "The customer changed a review.", "editable-while-the-link-lives";
    Completed = "completed", "Every item is reviewed.", "every-item-reviewed";
    Cancelled = "cancelled", "The shop cancelled the request; its link no longer works.", "cancel-is-final";
    Expired = "expired", "The link expired.", "link-lifetime";
    NewLinkAsked = "new_link_asked", "The customer asked for a new link to the remaining items.", "one-new-link-a-day-three-in-all";
    Postponed = "postponed", "The customer has not received the order yet; no message is sent for a week.", "postponed-once-by-a-week";
    Delivered = "delivered", "The provider delivered the message.", "provider-reports";
    Delayed = "delayed", "The recipient's server is not taking the message yet; the provider keeps trying.", "provider-reports";
    SoftBounced = "soft_bounced", "The message came back for a reason that may pass; the address stays in use.", "soft-bounces-stop-nothing";
    Bounced = "bounced", "The message can never be delivered; nothing more is sent to this address or number.", "hard-bounces-stop";
    Complained = "complained", "The customer marked the message as spam; nothing more is sent to them.", "complaints-stop";
    Rejected = "rejected", "The provider or the carrier refused to deliver the message.", "provider-reports";
    SuppressedByProvider = "suppressed_by_provider", "The provider did not send the message: its own list has the address, after a bounce or a complaint about any shop.", "provider-reports";
    Held = "held", "Too many of the shop's emails bounced or were marked as spam; no email leaves until the hold is released.", "bounces-and-complaints-hold-the-shop";
    Deferred = "deferred", "The message has to wait; `detail` says for what, and until when.", "shop-rules";
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

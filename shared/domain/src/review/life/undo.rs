//! Undoing a decision. This is possible as long as no notification about the decision has left. The undo is a change of
//! its own: webhooks report it, but nobody gets an email.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Review, ReviewFields};
use crate::message::NOTIFICATION_WAIT;
use crate::review::{Actor, LedgerEntry, LedgerKind, ReviewState};
use crate::values::{is_default, ms};

/// How long before the notification leaves a decision can no longer be undone, because clocks differ.
const MARGIN: SignedDuration = SignedDuration::from_secs(5);

/// A review before a decision that can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// The first instant at which the decision can no longer be undone.
    #[serde(with = "ms::required")]
    pub until: Timestamp,
    pub before: Box<ReviewFields>,
    /// Whether the review was also withheld before, and the notification about that has not left.
    #[serde(rename = "letter_waits", default, skip_serializing_if = "is_default")]
    pub notification_waits: bool,
}

impl Review {
    /// Stores what a decision changed, so that it can be undone until the next change. Stores nothing if the decision
    /// deleted photos.
    pub fn remember(&mut self, before: &Self, now: Timestamp) {
        if !self.dropped_photos(before).is_empty() {
            return;
        }
        let until = now.saturating_add(NOTIFICATION_WAIT - MARGIN).unwrap_or(now);
        let before = Box::new(ReviewFields { undo: None, ..before.fields().clone() });
        self.0.undo = Some(Undo { until, before, notification_waits: false });
    }

    /// Whether the stored state has words that the review no longer has: a version, an edit or a reply.
    pub fn keeps_replaced_words(&self) -> bool {
        self.undo.as_ref().is_some_and(|Undo { before, .. }| {
            let (before, now) = (&before.content, &self.content);
            before.words != now.words
                || before.pending_edit.is_some() && before.pending_edit != now.pending_edit
                || before.reply.is_some() && before.reply != now.reply
        })
    }

    /// Undoes the last decision: everything except the revision is as before. If the decision was the first reply, the
    /// author is notified of the next reply instead. `None` if it is too late, or if there is nothing to undo.
    pub fn take_back(&mut self, by: Actor, now: Timestamp) -> Option<Vec<LedgerEntry>> {
        let undo = self.undo.clone().filter(|undo| now < undo.until)?;
        let decided = self.clone();
        self.0 = ReviewFields { revision: decided.revision, ..*undo.before };
        self.touch(now);
        let line = self.line(LedgerKind::Undone, by, now);
        Some(vec![LedgerEntry { reason: self.reason, rule: self.held_by(), ..line }])
    }

    /// Whether the notification about a decision replaces the one about an earlier withholding.
    pub fn replaces_a_notification(&self, before: &Self) -> bool {
        let were_withheld = [self, before].iter().all(|review| review.state == ReviewState::Withheld);
        were_withheld && self.reason != before.reason
    }

    /// Stores that the replaced notification has not left. It is needed again if the decision is undone.
    pub fn remember_notification(&mut self, waits: bool) {
        if let Some(undo) = &mut self.0.undo {
            undo.notification_waits = waits;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, submit, words};
    use super::*;
    use crate::review::{Moderation, ReplyText, WithholdReason, Withholding};

    fn because(reason: WithholdReason) -> Withholding {
        Withholding { reason, note: None }
    }

    const CONTACT: &str = "Write to jane@example.com.";

    fn mara() -> Actor {
        Actor::Member("mara".to_owned())
    }

    /// Decides one second after the last change, and undoes the decision five seconds later.
    fn taken_back(before: &Review, decide: impl Fn(&mut Review)) -> (Review, Vec<LedgerEntry>) {
        let mut review = before.clone();
        decide(&mut review);
        review.remember(before, at(10));
        let lines = review.take_back(mara(), at(15)).unwrap();
        (review, lines)
    }

    fn but_revision(review: &Review) -> ReviewFields {
        ReviewFields { revision: 0, updated_at: at(0), ..review.fields().clone() }
    }

    #[test]
    fn everything_is_as_it_was() {
        let waiting = submit(CONTACT, Moderation::Publish).0;
        let mut public = submit("Lovely.", Moderation::Publish).0;
        public.reply(mara(), ReplyText::parse("Thanks.").unwrap(), at(2)).unwrap();
        type Decide = fn(&mut Review);
        let mut withheld = public.clone();
        withheld.withhold(mara(), because(WithholdReason::Abusive), at(3)).unwrap();
        let decisions: [Decide; 4] = [
            |review| drop(review.approve(mara(), None, at(10))),
            |review| drop(review.withhold(mara(), because(WithholdReason::Fake), at(10))),
            |review| drop(review.reply(mara(), ReplyText::parse("Hi.").unwrap(), at(10))),
            |review| drop(review.remove_reply(mara(), at(10))),
        ];
        for before in [&waiting, &public, &withheld] {
            for decide in decisions {
                let (after, lines) = taken_back(before, decide);
                assert_eq!((but_revision(&after), words(&lines)), (but_revision(before), vec!["undone"]));
                assert_eq!((lines[0].reason, lines[0].rule), (before.reason, before.held_by()));
            }
        }
    }

    #[test]
    fn a_decision_stands_after_the_minute_and_after_the_next_change() {
        let before = submit(CONTACT, Moderation::Publish).0;
        let mut review = before.clone();
        review.approve(mara(), None, at(10)).unwrap();
        assert_eq!(review.clone().take_back(mara(), at(11)), None, "a program decided");
        review.remember(&before, at(10));
        assert!(review.clone().take_back(mara(), at(64)).is_some());
        assert_eq!(review.clone().take_back(mara(), at(65)), None);
        review.reply(mara(), ReplyText::parse("Hi.").unwrap(), at(11)).unwrap();
        assert_eq!(review.take_back(mara(), at(12)), None);
    }
}

//! Taking a decision back: within the minute in which no letter about it has left, it costs nothing.

use jiff::{SignedDuration, Timestamp};

use super::{Review, ReviewFields};
use crate::{Actor, LETTER_WAIT, LedgerEntry, LedgerKind, ReviewState};

/// How long before a letter leaves a decision can no longer be taken back: clocks differ.
const MARGIN: SignedDuration = SignedDuration::from_secs(5);

/// A review before a decision that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The first instant at which the decision stands.
    pub until: Timestamp,
    /// The review as it was.
    pub before: Box<ReviewFields>,
}

impl Review {
    /// Keeps what a decision changed, so that it can be taken back: until the next change, and not if photos were deleted
    /// with it.
    pub fn remember(&mut self, before: &Self, now: Timestamp) {
        if !self.dropped_photos(before).is_empty() {
            return;
        }
        let until = now.saturating_add(LETTER_WAIT - MARGIN).unwrap_or(now);
        let before = Box::new(ReviewFields { undo: None, ..before.fields().clone() });
        self.0.undo = Some(Undo { until, before });
    }

    /// Whether the last decision can be taken back.
    #[must_use]
    pub fn can_be_taken_back(&self, now: Timestamp) -> bool {
        self.undo.as_ref().is_some_and(|undo| now < undo.until)
    }

    /// Takes the last decision back: everything is as it was, but for the revision. The author hears of the
    /// next answer, if this one was the first. `None` if it is too late, or if there is nothing to take back.
    pub fn take_back(&mut self, by: Actor, now: Timestamp) -> Option<Vec<LedgerEntry>> {
        let undo = self.undo.clone().filter(|undo| now < undo.until)?;
        let decided = self.clone();
        self.0 = ReviewFields { revision: decided.revision, ..*undo.before };
        self.touch(now);
        let what = match self.state {
            _ if self.reply != decided.reply && self.reply.is_some() => LedgerKind::Replied,
            _ if self.reply != decided.reply => LedgerKind::ReplyRemoved,
            ReviewState::Withheld => LedgerKind::Withheld,
            ReviewState::Published if self.held_by.is_none() => LedgerKind::Published,
            _ => LedgerKind::Held,
        };
        let mut line = self.line(what, by, now);
        line.reason = self.reason.filter(|_| what == LedgerKind::Withheld);
        line.rule = self.held_by.filter(|_| what == LedgerKind::Held);
        Some(vec![line])
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, submit, words};
    use super::*;
    use crate::{HoldRule, Moderation, ReplyText, WithholdReason, Withholding};

    const CONTACT: &str = "Write to jane@example.com.";

    fn mara() -> Actor {
        Actor::Member("mara".to_owned())
    }

    /// Decides in the second after the last change, and takes it back five seconds later.
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
        let because = |reason| Withholding { reason, note: None };
        let waiting = submit(CONTACT, Moderation::Publish).0;
        let mut public = submit("Lovely.", Moderation::Publish).0;
        public.reply(mara(), ReplyText::parse("Thanks.").unwrap(), at(2)).unwrap();
        type Decide = fn(&mut Review);
        let decisions: [(&Review, Decide, &str); 5] = [
            (&waiting, |review| drop(review.approve(mara(), None, at(10))), "held"),
            (&waiting, |review| drop(review.reply(mara(), ReplyText::parse("Hi.").unwrap(), at(10))), "reply_removed"),
            (&public, |review| drop(review.reply(mara(), ReplyText::parse("Hi.").unwrap(), at(10))), "replied"),
            (&public, |review| drop(review.remove_reply(mara(), at(10))), "replied"),
            (&public, |review| drop(review.reply(mara(), ReplyText::parse("Oh.").unwrap(), at(10))), "replied"),
        ];
        for (before, decide, line) in decisions {
            let (after, lines) = taken_back(before, decide);
            assert_eq!((but_revision(&after), words(&lines)), (but_revision(before), vec![line]));
            assert_eq!(after.revision, before.revision + 2);
        }
        let withhold = |review: &mut Review| drop(review.withhold(mara(), because(WithholdReason::Fake), at(10)));
        let (after, lines) = taken_back(&waiting, withhold);
        assert_eq!((but_revision(&after), lines[0].rule), (but_revision(&waiting), Some(HoldRule::ContactData)));
        let (after, lines) = taken_back(&public, withhold);
        assert_eq!((but_revision(&after), words(&lines)), (but_revision(&public), vec!["published"]));
    }

    #[test]
    fn a_decision_stands_after_the_minute_and_after_the_next_change() {
        let before = submit(CONTACT, Moderation::Publish).0;
        let mut review = before.clone();
        review.approve(mara(), None, at(10)).unwrap();
        assert_eq!(review.clone().take_back(mara(), at(11)), None, "a program decided");
        review.remember(&before, at(10));
        assert!(review.can_be_taken_back(at(64)) && !review.can_be_taken_back(at(65)));
        assert_eq!(review.clone().take_back(mara(), at(65)), None);
        review.reply(mara(), ReplyText::parse("Hi.").unwrap(), at(11)).unwrap();
        assert_eq!(review.take_back(mara(), at(12)), None);
    }
}

//! One decision about all reviews of an import that wait, and its undo.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Review, Withholding};
use crate::review::{Actor, HoldRule, LedgerEntry, LedgerKind, Origin, ReviewState, WithholdReason};
use crate::values::Guid;
use crate::values::stored::ms;

/// A decision about all reviews of an import that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportDecision {
    Publish,
    Withhold(WithholdReason),
    /// Undoes the earlier decision: its reviews wait again.
    Undo,
}

/// Why and since when a review waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waited {
    pub rule: HoldRule,
    #[serde(with = "ms::required")]
    pub since: Timestamp,
}

impl Review {
    /// The import that brought the review, if the review waits for the shop. `None` for a waiting edit, and for a review
    /// whose import is not stored.
    pub fn waits_from(&self) -> Option<Guid> {
        self.brought_by().filter(|_| self.state == ReviewState::Submitted && self.held_by.is_some())
    }

    /// The import with whose waiting reviews the shop decided about this one; `None` after any later change.
    pub fn decided_with(&self) -> Option<Guid> {
        self.brought_by().filter(|_| self.waited.is_some())
    }

    /// Decides about the review if it waits from an import, or undoes this decision. Changes nothing about any other
    /// review, and never looks at the stars.
    pub fn decide_with_import(&mut self, decision: ImportDecision, by: Actor, now: Timestamp) -> Vec<LedgerEntry> {
        if decision == ImportDecision::Undo {
            return self.wait_again(by, now);
        }
        let waited = self.waits_from().and(self.held_by).zip(self.held_since);
        let Some((rule, since)) = waited else { return Vec::new() };
        let decided = match decision {
            ImportDecision::Withhold(reason) => self.withhold(by, Withholding { reason, note: None }, now),
            ImportDecision::Publish | ImportDecision::Undo => self.approve(by, None, now),
        };
        self.0.waited = Some(Waited { rule, since });
        decided.unwrap_or_default()
    }

    fn wait_again(&mut self, by: Actor, now: Timestamp) -> Vec<LedgerEntry> {
        let Some(Waited { rule, since }) = self.waited.clone() else { return Vec::new() };
        // Nothing has changed since the decision.
        let decided_at = self.updated_at;
        self.touch(now);
        for at in [&mut self.0.first_decided_at, &mut self.0.published_at] {
            *at = at.filter(|at| *at != decided_at);
        }
        if self.state == ReviewState::Published {
            self.0.publish_count = self.publish_count.saturating_sub(1);
        }
        (self.0.state, self.0.reason, self.0.is_decided_by_hand) = (ReviewState::Submitted, None, false);
        self.hold(Some(rule), since);
        vec![LedgerEntry { rule: Some(rule), ..self.line(LedgerKind::Undone, by, now) }]
    }

    const fn brought_by(&self) -> Option<Guid> {
        match self.0.origin {
            Origin::Import { import, platform: _ } => import,
            Origin::Hub { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, import, submit, words};
    use super::*;
    use crate::review::{Moderation, ReplyText, ReviewFields};

    fn mara() -> Actor {
        Actor::Member("mara".to_owned())
    }

    #[test]
    fn a_decision_with_the_import_is_undone_to_what_was() {
        for was_hidden in [true, false] {
            let before = import("Write to jane@example.com.", Moderation::Publish, was_hidden).0;
            assert!(before.waits_from().is_some());
            for (decision, state, what) in [
                (ImportDecision::Publish, ReviewState::Published, "published"),
                (ImportDecision::Withhold(WithholdReason::Fake), ReviewState::Withheld, "withheld"),
            ] {
                let mut review = before.clone();
                let ledger = review.decide_with_import(decision, mara(), at(200));
                assert_eq!((review.state, words(&ledger), review.waits_from()), (state, vec![what], None));
                assert_eq!((review.decided_with(), &ledger[0].by), (before.waits_from(), &mara()));
                assert_eq!(review.decide_with_import(decision, mara(), at(201)), [], "it waits no more");
                let mut touched = review.clone();
                touched.reply(mara(), ReplyText::parse("We are sorry.").unwrap(), at(201)).unwrap();
                assert_eq!(touched.decide_with_import(ImportDecision::Undo, mara(), at(202)), [], "it was changed");
                let undone = review.decide_with_import(ImportDecision::Undo, mara(), at(300));
                assert_eq!((words(&undone), undone[0].rule), (vec!["undone"], before.held_by));
                let as_it_was = ReviewFields { revision: 1, updated_at: before.updated_at, ..review.fields().clone() };
                assert_eq!((review.revision, &as_it_was), (3, before.fields()));
            }
        }
    }

    #[test]
    fn what_customers_wrote_and_what_is_public_is_no_part_of_it() {
        let customers = submit("Lovely.", Moderation::Hold).0;
        let public = import("Lovely.", Moderation::Publish, false).0;
        for mut review in [customers, public] {
            for decision in [ImportDecision::Publish, ImportDecision::Undo] {
                assert_eq!(review.decide_with_import(decision, mara(), at(200)), []);
            }
        }
    }
}

//! Changes a planned request when its order's system reports another date or other products.

use jiff::Timestamp;

use crate::message::{EntryKind, StepState};
use crate::order::ProductIds;
use crate::request::{Item, Request, Subject, days_after};
use crate::shop::ShopRules;
use crate::values::LINK_DAYS;

impl Request {
    /// Whether the first message still waits as it was planned.
    pub fn is_planned(&self, now: Timestamp) -> bool {
        let [step] = self.steps.as_slice() else { return false };
        step.state == StepState::Pending
            && !step.at_once
            && !step.was_claimed()
            && self.postponed_at.is_none()
            && self.is_open(now)
    }

    /// Plans the first message for `at`, within the shop's send window, and asks about these products. Returns whether
    /// anything changed. Once the message was tried, nothing changes; once a rule has delayed the message, or somebody asked to
    /// send it now, its date stays.
    pub fn replan(&mut self, products: ProductIds, at: Timestamp, rules: &ShopRules, now: Timestamp) -> bool {
        if !self.is_planned(now) || products.is_empty() || self.is_reviewed() {
            return false;
        }
        let due_at = self.next_open(rules, at.max(now));
        let is_dated = |kind| matches!(kind, EntryKind::Deferred | EntryKind::SendAsked);
        let is_dated = self.timeline.entries().iter().any(|entry| is_dated(entry.kind));
        let is_due = |at: Timestamp| at <= now;
        let moves = !is_dated && due_at != self.scheduled_at && !(is_due(self.scheduled_at) && is_due(at));
        let products = products.into_vec();
        let changes = products != self.products();
        if changes {
            let item = |id| Item { subject: Subject::Product(id), reviewed_at: None, review: None };
            self.0.items = products.into_iter().map(item).collect();
        }
        if moves {
            if let Some(step) = self.0.steps.last_mut() {
                step.due_at = due_at;
            }
            self.0.scheduled_at = due_at;
            self.0.expires_at = days_after(due_at, LINK_DAYS);
        }
        if moves || changes {
            self.0.timeline.note_with(now, EntryKind::Scheduled, format!("for {due_at:.0}"));
        }
        moves || changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::StopReason;
    use crate::order::ProductId;
    use crate::request::examples::{ask, at, owed, send};
    use crate::values::Channel;

    fn products(ids: &[&str]) -> ProductIds {
        ProductIds::first(ids.iter().map(|id| ProductId::parse(id).unwrap()))
    }

    #[test]
    fn what_waits_moves_with_its_link() {
        let mut request = ask(&[Channel::Email], 1);
        assert!(request.replan(products(&["a-1"]), at(9), &ShopRules::default(), at(0)));
        assert_eq!(owed(&request), Some((Channel::Email, 0, 9)));
        assert_eq!((request.scheduled_at, request.expires_at), (at(9), at(99)));
        assert!(!request.replan(products(&["a-1"]), at(9), &ShopRules::default(), at(1)), "nothing changes");
        assert!(request.replan(products(&["a-1", "a-2"]), at(9), &ShopRules::default(), at(1)));
        assert_eq!(request.products().len(), 2);
        assert!(!request.replan(products(&[]), at(5), &ShopRules::default(), at(1)), "never about nothing");
    }

    #[test]
    fn what_is_late_or_left_stays() {
        let rules = ShopRules::default();
        let mut request = ask(&[Channel::Email], 1);
        assert!(request.replan(products(&["a-1"]), at(2), &rules, at(0)));
        assert!(!request.replan(products(&["a-1"]), at(1), &rules, at(3)), "it is due already");
        let mut put_off = request.clone();
        put_off.defer(at(20), StopReason::PersonCap, at(3));
        assert!(!put_off.replan(products(&["a-1"]), at(5), &rules, at(3)));
        assert_eq!(owed(&put_off), Some((Channel::Email, 0, 20)));
        send(&mut request, at(3));
        assert!(!request.replan(products(&["a-2"]), at(9), &rules, at(4)));
        let mut asked_now = ask(&[Channel::Email], 1);
        asked_now.send_now(None, None, at(0)).unwrap();
        assert!(!asked_now.replan(products(&["a-1"]), at(9), &rules, at(0)), "a person wants it now");
    }
}

//! How long a review waits for its shop.

use jiff::{SignedDuration, Timestamp};

use super::Review;
use crate::review::HoldRule;

/// A review, or an edit of it, that waits longer for the shop raises an alarm.
pub const DECIDED_WITHIN: SignedDuration = SignedDuration::from_hours(10 * 24);

impl Review {
    /// When it has waited too long for the shop; `None` if nothing waits, or if another system had hidden it: that was decided
    /// there, and may wait for ever.
    #[must_use]
    pub fn decision_due_at(&self) -> Option<Timestamp> {
        if self.held_by == Some(HoldRule::HiddenBefore) {
            return None;
        }
        self.held_since?.checked_add(DECIDED_WITHIN).ok()
    }

    /// Sets the rule by which it waits; `None` ends the wait.
    pub(super) fn hold(&mut self, rule: Option<HoldRule>, now: Timestamp) {
        self.0.held_by = rule;
        self.0.held_since = rule.map(|_| self.held_since.unwrap_or(now));
    }
}

//! How long a review waits for the shop.

use jiff::{SignedDuration, Timestamp};

use super::Review;
use crate::review::{Actor, HoldRule};
use crate::values::{ContactData, NumberPlans};

/// If a review, or its edit, waits longer than this for the shop, the week's digest counts it.
pub const DECIDED_WITHIN: SignedDuration = SignedDuration::from_hours(10 * 24);

impl Review {
    /// The contact data in the waiting words. A shop that decides about every review also wants to see it.
    pub fn contact_data_held(&self, plans: NumberPlans<'_>) -> Option<ContactData> {
        match self.held_by? {
            HoldRule::ContactData | HoldRule::Moderation | HoldRule::Visitor => {
                self.newest()?.words.contact_data(&plans.in_language(self.language))
            }
            HoldRule::EditOfWithheld | HoldRule::Insider => None,
        }
    }

    /// When the review will have waited too long for the shop; `None` if nothing waits.
    pub fn decision_due_at(&self) -> Option<Timestamp> {
        self.held_since?.checked_add(DECIDED_WITHIN).ok()
    }

    /// The review as readers see it once all of it is published; `None` in a final state.
    pub fn once_published(&self) -> Option<Self> {
        let mut published = self.clone();
        published.0.is_insiders = false;
        published.approve(Actor::System, None, self.updated_at).ok()?;
        Some(published)
    }

    /// Sets the rule by which the review waits; `None` ends the waiting.
    pub(super) fn hold(&mut self, rule: Option<HoldRule>, now: Timestamp) {
        self.0.held_by = rule;
        self.0.held_since = rule.map(|_| self.held_since.unwrap_or(now));
    }
}

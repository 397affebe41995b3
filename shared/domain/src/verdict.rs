//! Whether a request's message may leave: due or not, and the stop rules.

use jiff::Timestamp;

use crate::{Order, Request, StopReason, Suppression, Verdict};

impl Request {
    /// What to do with a wake-up at `now`, given what is known of the customer's address
    /// or number: nothing (`erased`), or why nothing may be sent to it; and what is known of the order.
    #[must_use]
    pub fn verdict(
        &self,
        erased: bool,
        suppression: Option<Suppression>,
        order: Option<&Order>,
        now: Timestamp,
    ) -> Verdict {
        let Some(step) = self.step() else { return Verdict::Nothing };
        let verdict = step.verdict(now);
        if verdict != Verdict::Send {
            return verdict;
        }
        let unreviewed = self.unreviewed();
        let stop = if self.cancelled_at.is_some() {
            Some(StopReason::Cancelled)
        } else if self.is_expired(now) {
            Some(StopReason::Expired)
        } else if erased {
            Some(StopReason::Erased)
        } else if let Some(suppression) = suppression {
            Some(suppression.stop())
        } else if unreviewed.is_empty() {
            Some(StopReason::NothingLeft)
        } else if step.reminder > 0 && self.is_reviewed() {
            Some(StopReason::Reviewed)
        } else {
            order.and_then(|order| order.stop(&unreviewed))
        };
        stop.map_or(Verdict::Send, Verdict::Stop)
    }
}

//! Whether a request's message may be sent: whether it is due, and the stop rules.

use jiff::Timestamp;

use crate::{Order, Request, StopReason, Suppression, Verdict};

impl Request {
    /// What to do with a wake-up at `now`.
    ///
    /// `erased` says that the customer's address or number is no longer stored, `suppression` that it must
    /// not be written to; `order` is the request's order, if the shop described it.
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
            Some(suppression.reason())
        } else if unreviewed.is_empty() {
            Some(StopReason::NothingLeft)
        } else if step.reminder > 0 && self.is_reviewed() {
            Some(StopReason::Reviewed)
        } else {
            order.and_then(|order| order.stop_reason(&unreviewed))
        };
        stop.map_or(Verdict::Send, Verdict::Stop)
    }
}

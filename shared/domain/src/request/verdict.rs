//! Whether a request's message may be sent: whether it is due, and the stop rules.

use jiff::Timestamp;

use crate::message::{StopReason, Suppression, Verdict};
use crate::order::{Ended, Order, OrderLine};
use crate::request::{Item, Request, Subject};
use crate::shop::{RecentMessages, ShopRules};

impl Request {
    /// Decides about a wake-up at `now`.
    ///
    /// `erased`: the customer's address or number is no longer stored. `suppression`: it must not be written to.
    /// `order`: the request's order, if the shop described it. `rules`: the shop's current rules.
    pub fn verdict(
        &self,
        erased: bool,
        suppression: Option<Suppression>,
        order: Option<&Order>,
        rules: &ShopRules,
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
        stop.map_or_else(|| self.verdict_by_window(rules, now), Verdict::Stop)
    }

    /// Makes a late message wait while the send window is closed. A message on time leaves, because its time was
    /// planned within the window.
    fn verdict_by_window(&self, rules: &ShopRules, now: Timestamp) -> Verdict {
        let (Some(step), opens_at) = (self.step(), self.next_open(rules, now)) else { return Verdict::Nothing };
        if step.at_once || opens_at == now {
            Verdict::Send
        } else if step.is_on_time(now) {
            if now < step.due_at { Verdict::Wait(step.due_at) } else { Verdict::Send }
        } else {
            self.verdict_on_waiting(opens_at, StopReason::SendWindow)
        }
    }

    /// The verdict of the cap, after `recent` messages to the same address or number. Call it for a message that
    /// nothing else delays. A message that was tried before is counted already, and the cap does not stop a message that
    /// a person asked to send now.
    pub fn verdict_by_cap(&self, recent: &RecentMessages, rules: &ShopRules, now: Timestamp) -> Verdict {
        let Some(step) = self.step() else { return Verdict::Nothing };
        let allowed_at = recent.allowed_at(rules.messages_a_month, now);
        if step.at_once || step.was_claimed() || allowed_at == now {
            return Verdict::Send;
        }
        self.verdict_on_waiting(self.next_open(rules, allowed_at), StopReason::PersonCap)
    }

    /// The verdict on an email of a new shop, which may send no more emails before `allowed_at`: [`StopReason::NoAddress`], or not too
    /// many in its [`StopReason::FirstDays`].
    pub fn verdict_on_new_shop(&self, allowed_at: Timestamp, reason: StopReason, rules: &ShopRules) -> Verdict {
        self.verdict_on_waiting(self.next_open(rules, allowed_at), reason)
    }

    /// A message is skipped if it would wait until after the link's end.
    fn verdict_on_waiting(&self, until: Timestamp, reason: StopReason) -> Verdict {
        match self.is_expired(until) {
            true => Verdict::Stop(reason),
            false => Verdict::Defer(until, reason),
        }
    }
}

impl Order {
    /// Why the customer is no longer asked about these items: the order was cancelled, refunded or deleted, or all of the
    /// items were refunded.
    pub fn stop_reason(&self, items: &[Item]) -> Option<StopReason> {
        match self.ended() {
            Some(Ended::Cancelled | Ended::Deleted) => Some(StopReason::OrderCancelled),
            Some(Ended::Refunded) => Some(StopReason::OrderRefunded),
            None => {
                let refunded = items.iter().all(|item| self.is_refunded(&item.subject));
                refunded.then_some(StopReason::OrderRefunded)
            }
        }
    }

    /// Whether all lines with a subject were refunded; false if there are none.
    fn is_refunded(&self, subject: &Subject) -> bool {
        let matching = |line: &&OrderLine| subject.product().is_none_or(|id| line.product() == Some(id));
        let mut lines = self.lines.iter().filter(matching).peekable();
        lines.peek().is_some() && lines.all(OrderLine::is_refunded)
    }
}

//! The ways in which a request gets stuck.

use jiff::Timestamp;

use crate::message::{EntryKind, Step, StepState};
use crate::request::{Request, Status};
use crate::values::words;

words! {
    pub enum Stuck {
        /// The message waits until the shop's emails are no longer suspended.
        Held = "held",
        /// The message is late and waits, because of a rule of the shop, for the send window or for a cap.
        Deferred = "deferred",
        /// The message waits because its provider throttled it.
        Throttled = "throttled",
        /// It is unknown whether the last message left, and it is not tried again.
        Unconfirmed = "unconfirmed",
        /// No message is planned.
        NoStep = "no_step",
    }
}

impl Request {
    /// Whether the request has not ended and, judging only by the request itself, is stuck in this way.
    pub fn is_stuck(&self, how: Stuck, now: Timestamp) -> bool {
        match self.status(now) {
            Status::Completed | Status::Cancelled | Status::Expired | Status::Failed => {
                return false;
            }
            Status::Manual | Status::Scheduled | Status::Sending | Status::Sent => {}
        }
        match how {
            Stuck::Held => self.waits_after(EntryKind::Held, now),
            Stuck::Deferred => self.waits_after(EntryKind::Deferred, now),
            Stuck::Throttled => self.waits_after(EntryKind::Throttled, now),
            Stuck::Unconfirmed => self
                .step()
                .is_some_and(|step| matches!(step.state, StepState::Unconfirmed { .. }) && step.sent_at().is_none()),
            Stuck::NoStep => self.step().and_then(Step::owed_at).is_none(),
        }
    }

    /// Whether a message is planned and its newest event is of this kind.
    fn waits_after(&self, kind: EntryKind, now: Timestamp) -> bool {
        self.planned(now).is_some() && self.last_about_message() == Some(kind)
    }

    /// The last event of the message. What the customer does on the page meanwhile does not count.
    pub(crate) fn last_about_message(&self) -> Option<EntryKind> {
        let is_about_it = |entry: &EntryKind| {
            !matches!(entry, EntryKind::Opened | EntryKind::Engaged | EntryKind::Reviewed | EntryKind::ReviewEdited)
        };
        self.timeline.entries().iter().rev().map(|entry| entry.kind).find(is_about_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::StopReason;
    use crate::request::messages::tests::{ask, at, send};
    use crate::shop::{ShopRules, SuspensionReason};
    use crate::values::Channel;

    #[track_caller]
    fn check(request: &Request, expected: &[Stuck]) {
        let found: Vec<_> = Stuck::ALL.into_iter().filter(|&how| request.is_stuck(how, at(1))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_waits_is_stuck_by_what_happened_last_to_its_message() {
        let mut request = ask(&[Channel::Email], 0);
        check(&request, &[]);
        request.claim(7, at(0));
        check(&request, &[]);
        request.throttled(None, at(0));
        check(&request, &[Stuck::Throttled]);
        request.opened(at(0));
        check(&request, &[Stuck::Throttled]);
        request.defer(at(2), StopReason::SendWindow, at(0));
        check(&request, &[Stuck::Deferred]);
        request.held(SuspensionReason::Bounces, at(0));
        check(&request, &[Stuck::Held]);
        request.postpone(&ShopRules::default(), at(0)).unwrap();
        check(&request, &[]);
        request.cancel(None, at(0)).unwrap();
        check(&request, &[]);
    }

    #[test]
    fn what_has_not_ended_and_plans_no_message_has_no_step() {
        check(&ask(&[], 0), &[Stuck::NoStep]);
        let mut sent = ask(&[Channel::Email], 1);
        send(&mut sent, at(0));
        check(&sent, &[]);
        let mut alone = ask(&[Channel::Email], 0);
        send(&mut alone, at(0));
        check(&alone, &[Stuck::NoStep]);
        let mut unconfirmed = ask(&[Channel::Email], 0);
        unconfirmed.claim(7, at(0));
        unconfirmed.unconfirmed(&ShopRules::default(), at(0));
        check(&unconfirmed, &[Stuck::Unconfirmed, Stuck::NoStep]);
        let mut failed = ask(&[Channel::Email], 0);
        failed.claim(7, at(0));
        failed.failed("rejected", &ShopRules::default(), at(0));
        check(&failed, &[]);
        let mut cancelled = ask(&[], 0);
        cancelled.cancel(None, at(0));
        check(&cancelled, &[]);
    }
}

//! "Ask me in a week": a customer postpones a request, once, by a week.

use jiff::Timestamp;

use crate::message::{EntryKind, Step, StepState};
use crate::request::{Counter, Request, days_after};
use crate::shop::ShopRules;
use crate::values::Channel;

/// By how many days of 24 hours a customer postpones a request.
pub const POSTPONED_DAYS: i64 = 7;

impl Request {
    /// Whether the customer may postpone the request: once, while the link works, before any review.
    pub fn may_be_postponed(&self, now: Timestamp) -> bool {
        self.is_open(now) && !self.is_reviewed() && self.postponed_at.is_none()
    }

    /// Whether the customer, after postponing now, would be asked again in a week. Only then does the page offer to
    /// postpone.
    ///
    /// They would not be asked by a request that sends nothing, such as a manual one, nor after the link's end. If the
    /// next message is due even later than in a week, it keeps its time, so postponing would change nothing.
    pub fn can_ask_again(&self, rules: &ShopRules, now: Timestamp) -> bool {
        let week_end = self.next_open(rules, days_after(now, POSTPONED_DAYS));
        let follows = match self.step() {
            Some(Step { state: StepState::Pending, due_at, .. }) => *due_at <= week_end,
            Some(Step { state: StepState::Submitting { .. }, .. }) => true,
            Some(_) | None => self.channel_again().is_some(),
        };
        follows && self.may_be_postponed(now) && !self.is_expired(week_end)
    }

    /// The customer has not received the products yet: no message is sent for a week, and if none is pending, one more
    /// is planned for the week's end. Returns what to count; `None` if the request may not be postponed.
    pub fn postpone(&mut self, rules: &ShopRules, now: Timestamp) -> Option<Vec<Counter>> {
        if !self.may_be_postponed(now) {
            return None;
        }
        let counters = self.engaged(now);
        self.0.postponed_at = Some(now);
        self.0.timeline.note(now, EntryKind::Postponed);
        if let Some(until) = self.postponed_until(rules) {
            let unsent = self.sent_at().is_none();
            match self.0.steps.last_mut() {
                Some(step) if step.state == StepState::Pending => {
                    // A message that is due even later keeps its time.
                    (step.due_at, step.at_once) = (step.due_at.max(until), false);
                    if unsent {
                        self.0.scheduled_at = step.due_at;
                    }
                }
                // The message is being sent right now. `plan_next` decides once the message is settled.
                Some(Step { state: StepState::Submitting { .. }, .. }) => {}
                Some(_) | None => self.owe_again(until, now),
            }
        }
        Some(counters)
    }

    /// When a customer who postponed the request is asked again; `None` if never.
    pub fn asked_again_at(&self) -> Option<Timestamp> {
        self.postponed_at?;
        self.step().filter(|step| step.state == StepState::Pending).map(|step| step.due_at)
    }

    pub(crate) fn postponed_week_end(&self) -> Option<Timestamp> {
        Some(days_after(self.postponed_at?, POSTPONED_DAYS))
    }

    /// When messages may leave after the week; `None` if the link expires first.
    pub(crate) fn postponed_until(&self, rules: &ShopRules) -> Option<Timestamp> {
        let until = self.next_open(rules, self.postponed_week_end()?);
        (!self.is_expired(until)).then_some(until)
    }

    /// Adds one more reminder, by the channel of the last message that was sent. Adds none if no message was sent, as
    /// with a manual request.
    pub(crate) fn owe_again(&mut self, due_at: Timestamp, now: Timestamp) {
        let Some(channel) = self.channel_again() else { return };
        let reminder = self.steps.iter().map(|step| step.reminder).max().unwrap_or(0).saturating_add(1);
        self.owe(Step { reminder, ..Step::due(channel, due_at) }, now);
    }

    /// The channel of the last message that did not fail and whose channel is not stopped.
    fn channel_again(&self) -> Option<Channel> {
        let may_arrive = |step: &&Step| {
            step.sent_at().is_some() && step.reports.failure().is_none() && self.stopped(step.channel).is_none()
        };
        self.steps.iter().rfind(may_arrive).map(|step| step.channel)
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::message::StopReason;
    use crate::request::messages::tests::{ask, at, owed, send};
    use Channel::{Email, Sms};

    #[test]
    fn if_no_message_is_pending_one_more_is_planned() {
        let mut request = ask(&[Email, Sms], 0);
        send(&mut request, at(0));
        send(&mut request, at(0));
        request.postpone(&ShopRules::default(), at(2)).unwrap();
        assert_eq!(owed(&request), Some((Sms, 1, 9)), "by the channel of the last one sent");
        send(&mut request, at(9));
        assert_eq!(owed(&request), None);
    }

    #[test]
    fn a_pending_first_message_waits_longer() {
        let mut request = ask(&[Email], 1);
        request.postpone(&ShopRules::default(), at(0)).unwrap();
        assert_eq!((owed(&request), request.scheduled_at), (Some((Email, 0, 7)), at(7)));
        send(&mut request, at(7));
        assert_eq!(owed(&request), Some((Email, 1, 10)));
        let mut both = ask(&[Email, Sms], 1);
        send(&mut both, at(0));
        both.postpone(&ShopRules::default(), at(1)).unwrap();
        for (channel, reminder, day) in [(Sms, 0, 8), (Email, 1, 11), (Sms, 1, 11)] {
            assert_eq!(owed(&both), Some((channel, reminder, day)));
            send(&mut both, at(day));
        }
        let mut later = ask(&[Email], 0);
        later.0.steps[0].due_at = at(20);
        later.postpone(&ShopRules::default(), at(1)).unwrap();
        assert_eq!(owed(&later), Some((Email, 0, 20)), "never brought forward");
    }

    #[test]
    fn a_message_being_sent_meanwhile_is_followed_a_week_later() {
        for (reminders, number) in [(0, 1), (1, 1)] {
            let mut request = ask(&[Email], reminders);
            request.claim(7, at(0));
            request.postpone(&ShopRules::default(), at(0)).unwrap();
            assert!(request.is_claimed_by(7) && request.asked_again_at().is_none());
            send(&mut request, at(0));
            assert_eq!(owed(&request), Some((Email, number, 7)));
            send(&mut request, at(7) - SignedDuration::from_secs(30));
            assert_eq!(owed(&request), None, "half a minute early is the same time");
        }
    }

    #[test]
    fn asking_again_is_offered_where_a_message_can_follow() {
        let rules = ShopRules::default();
        let check = |request: &Request, day: i64, expected: bool| {
            assert_eq!(request.can_ask_again(&rules, at(day)), expected, "{request:?}");
            let mut postponed = request.clone();
            postponed.postpone(&rules, at(day)).unwrap();
            assert_eq!(postponed.asked_again_at().is_some(), expected, "{request:?}");
        };
        let waiting = ask(&[Email], 0);
        check(&waiting, 0, true);
        let mut sent = waiting.clone();
        send(&mut sent, at(0));
        check(&sent, 1, true);
        check(&sent, 82, true);
        check(&sent, 83, false);
        let mut stopped = waiting.clone();
        stopped.skipped(StopReason::Unsubscribed, &rules, at(0));
        check(&stopped, 1, false);
        let mut failed = waiting.clone();
        failed.claim(7, at(0));
        failed.failed("rejected", &rules, at(0));
        check(&failed, 1, false);
        check(&ask(&[], 0), 1, false);
        check(&ask(&[], 3), 1, false);
        let mut claimed = waiting;
        claimed.claim(7, at(0));
        assert!(claimed.can_ask_again(&rules, at(0)), "it is planned once that message is settled");
        sent.postpone(&rules, at(1)).unwrap();
        assert!(!sent.can_ask_again(&rules, at(2)), "once");
        let mut later = ask(&[Email], 0);
        later.0.steps[0].due_at = at(20);
        assert_eq!([12, 13].map(|day| later.can_ask_again(&rules, at(day))), [false, true]);
    }

    #[test]
    fn a_review_after_it_stops_the_pending_message_and_is_not_counted_as_a_first_input() {
        let mut request = ask(&[Email], 0);
        send(&mut request, at(0));
        request.postpone(&ShopRules::default(), at(1)).unwrap();
        assert_eq!(request.reviewed(0, crate::values::ReviewId::mint(at(0), 0), at(2)), [Counter::Completed]);
        assert_eq!(owed(&request), None);
    }
}

//! The outcome of a request's messages: the answer to "why did she not get it?"

use jiff::{SignedDuration, Timestamp};

use crate::message::{Cause, EntryKind, Pause, ReportKind, SendingPause, Step, StepState, Verdict};
use crate::request::{Entry, Request, Stuck};
use crate::shop::{ShopRules, Suspension};
use crate::values::{Channel, Mode};

/// What, apart from the request itself, may keep its pending message from leaving.
#[derive(Debug, Clone, Copy, Default)]
pub struct Obstacles {
    /// The verdict on the message when it is due.
    pub verdict: Option<Verdict>,
    /// The pause of sending, by the shop or the operator.
    pub sending_pause: Option<SendingPause>,
    /// The suspension of the shop's emails, and when it may end by itself.
    pub suspension: Option<(Suspension, Timestamp)>,
    /// The pause of the message's channel: the provider rejects everybody.
    pub pause: Option<Pause>,
}

impl Request {
    /// The cause, and the message that it is about. This is the first of these that exists: the first message that was
    /// delivered; the first that left; the one that is due or has an unknown outcome; the first that failed. The
    /// message is `None` if there never was one.
    pub fn outcome(
        &self,
        mode: Mode,
        obstacles: &Obstacles,
        rules: &ShopRules,
        now: Timestamp,
    ) -> (Cause, Option<&Step>) {
        let left = || self.steps.iter().filter(|step| step.sent_at().is_some() && step.failure().is_none());
        if let Some(step) = left().find(|step| step.delivered_at().is_some()).or_else(|| left().next()) {
            return (step.cause_of_sent(mode), Some(step));
        }
        let Some(last) = self.step() else { return (self.cause_without_messages(now), None) };
        let failed = self.steps.iter().find_map(|step| Some((step.failure()?, Some(step))));
        match &last.state {
            StepState::Pending => (self.cause_of_waiting(last, obstacles, rules, now), Some(last)),
            StepState::Submitting { .. } => match self.timeline.entries().last().map(|entry| entry.kind) {
                Some(EntryKind::OutcomeUnknown) => (Cause::OutcomeUnknown, Some(last)),
                _ => (Cause::Sending, Some(last)),
            },
            StepState::Skipped { reason, .. } => failed.unwrap_or((Cause::of_stop(*reason), Some(last))),
            // A bounce tells more than a lost answer.
            StepState::Sent { .. } | StepState::Failed { .. } | StepState::Unconfirmed { .. } => {
                failed.unwrap_or((Cause::Unconfirmed, Some(last)))
            }
        }
    }

    /// The cause of each message that failed since `before`. An unconfirmed message already counts as failed. A skipped
    /// reminder does not count, because the message before it has the cause, or arrived.
    pub fn failed_since(&self, before: &Self) -> Vec<Cause> {
        let steps = self.steps.iter().enumerate();
        let had_failed = |number: usize| before.steps.get(number).is_some_and(|step| step.failure().is_some());
        let is_left_out = |step: &Step| step.reminder > 0 && matches!(step.state, StepState::Skipped { .. });
        let failed = steps.filter(|&(number, step)| !had_failed(number) && !is_left_out(step));
        failed.filter_map(|(_, step)| step.failure()).collect()
    }

    fn cause_without_messages(&self, now: Timestamp) -> Cause {
        if self.cancelled_at.is_some() {
            Cause::Cancelled
        } else if self.completed_at.is_some() {
            Cause::Reviewed
        } else if self.is_expired(now) {
            Cause::Expired
        } else {
            Cause::NoChannel
        }
    }

    /// What a pending message waits for. If it waits for several things, the one that lasts longest.
    fn cause_of_waiting(
        &self,
        step: &Step,
        &Obstacles { verdict, sending_pause, suspension, pause }: &Obstacles,
        rules: &ShopRules,
        now: Timestamp,
    ) -> Cause {
        if self.is_expired(now) {
            return Cause::Expired;
        }
        let deferral = match verdict {
            Some(Verdict::Stop(reason)) => return Cause::of_stop(reason),
            Some(Verdict::Defer(until, reason)) => Some((until, reason)),
            Some(Verdict::Send | Verdict::Nothing | Verdict::Wait(_) | Verdict::GiveUp) | None => None,
        };
        let leaves_at = deferral.map_or(step.due_at, |(until, _)| until);
        let is_kept_back = |until: Option<Timestamp>| leaves_at <= now || until.is_none_or(|until| leaves_at < until);
        if sending_pause.is_some_and(|pause| is_kept_back(pause.until)) {
            return Cause::Paused;
        }
        if step.channel == Channel::Email && suspension.is_some_and(|(_, ends_at)| is_kept_back(Some(ends_at))) {
            return Cause::Held;
        }
        if let Some((_, reason)) = deferral {
            return Cause::of_wait(reason);
        }
        if step.due_at > now {
            return self.cause_of_planned(step, rules, now);
        }
        match pause {
            Some(_) => Cause::ProviderRefuses,
            None if self.is_stuck(Stuck::Throttled, now) => Cause::ProviderRefuses,
            None => Cause::Due,
        }
    }

    fn cause_of_planned(&self, step: &Step, rules: &ShopRules, now: Timestamp) -> Cause {
        let deferred = self.timeline.entries().iter().rev().find_map(Entry::waits_by);
        if let Some(rule) = deferred.filter(|_| self.is_stuck(Stuck::Deferred, now)) {
            return Cause::of_wait(rule);
        }
        if self.postponed_week_end().is_some_and(|end| step.due_at >= end) {
            return Cause::Postponed;
        }
        let before = step.due_at.saturating_sub(SignedDuration::from_millis(1)).unwrap_or(step.due_at);
        match self.next_open(rules, before) == step.due_at {
            true => Cause::WaitingForWindow,
            false => Cause::Scheduled,
        }
    }
}

impl Step {
    fn cause_of_sent(&self, mode: Mode) -> Cause {
        if mode == Mode::Test {
            return Cause::TestMode;
        }
        let kinds = [ReportKind::Complained, ReportKind::Delivered, ReportKind::SoftBounced, ReportKind::Delayed];
        let reported = kinds.into_iter().find(|kind| self.reports.at(*kind).is_some());
        reported.map_or(Cause::Sent, Cause::of_report)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{MessageReport, StopReason};
    use crate::request::messages::tests::{ask, at, send};
    use crate::shop::SuspensionReason;

    fn outcome(request: &Request, obstacles: &Obstacles) -> (&'static str, Option<Channel>) {
        let (cause, step) = request.outcome(Mode::Live, obstacles, &ShopRules::default(), at(1));
        (cause.as_str(), step.map(|step| step.channel))
    }

    fn reported(request: &mut Request, step: usize, kind: ReportKind) {
        let report = MessageReport { step, message_id: "id".to_owned(), accepted_at: at(0), kind, at: at(0) };
        request.reported(&report, &ShopRules::default(), at(0)).unwrap();
    }

    #[test]
    fn each_stop_reason_has_a_cause_of_its_own_word() {
        for reason in StopReason::ALL {
            let mut request = ask(&[Channel::Email], 0);
            request.skipped(reason, &ShopRules::default(), at(0));
            let stopped = Cause::of_stop(reason).as_str();
            assert_eq!(outcome(&request, &Obstacles::default()), (stopped, Some(Channel::Email)));
            let obstacles = Obstacles { verdict: Some(Verdict::Stop(reason)), ..Obstacles::default() };
            assert_eq!(outcome(&ask(&[Channel::Email], 0), &obstacles).0, stopped, "it will not be sent");
        }
    }

    #[test]
    fn what_arrived_says_more_than_what_left_and_that_more_than_what_failed() {
        let mut request = ask(&[Channel::Email, Channel::Sms], 1);
        send(&mut request, at(0));
        assert_eq!(outcome(&request, &Obstacles::default()), ("sent", Some(Channel::Email)));
        send(&mut request, at(0));
        reported(&mut request, 1, ReportKind::Delivered);
        assert_eq!(outcome(&request, &Obstacles::default()), ("delivered", Some(Channel::Sms)));
        reported(&mut request, 0, ReportKind::Bounced);
        assert_eq!(outcome(&request, &Obstacles::default()), ("delivered", Some(Channel::Sms)));
        reported(&mut request, 1, ReportKind::Complained);
        assert_eq!(outcome(&request, &Obstacles::default()), ("complained", Some(Channel::Sms)));
    }

    #[test]
    fn what_is_owed_says_more_than_what_failed_and_the_first_failure_more_than_the_next() {
        let mut request = ask(&[Channel::Email, Channel::Sms], 0);
        request.claim(7, at(0));
        request.failed("MessageRejected", &ShopRules::default(), at(0));
        assert_eq!(outcome(&request, &Obstacles::default()), ("due", Some(Channel::Sms)));
        request.skipped(StopReason::SpendCap, &ShopRules::default(), at(0));
        assert_eq!(outcome(&request, &Obstacles::default()), ("refused", Some(Channel::Email)));
        assert_eq!(outcome(&ask(&[], 0), &Obstacles::default()), ("no_channel", None));
    }

    #[test]
    fn a_hold_keeps_back_the_emails_that_are_due_before_it_may_end() {
        let suspension = Suspension { since: at(0), reason: SuspensionReason::Bounces };
        let request = ask(&[Channel::Email], 0);
        let until = |day| Obstacles { suspension: Some((suspension, at(day))), ..Obstacles::default() };
        assert_eq!(outcome(&request, &until(2)).0, "held");
        assert_eq!(outcome(&request, &until(1)).0, "held", "until it is ended");
        assert_eq!(outcome(&ask(&[Channel::Sms], 0), &until(2)).0, "due");
        let mut later = request.clone();
        later.defer(at(3), StopReason::PersonCap, at(0));
        assert_eq!(outcome(&later, &until(2)).0, "waiting_for_cap");
        assert_eq!(outcome(&later, &until(4)).0, "held");
    }

    #[test]
    fn a_pause_keeps_back_what_is_due_before_its_end_by_any_channel() {
        let pause = |until| Some(SendingPause { by: crate::message::Pauser::Operator, until });
        let paused = |until| Obstacles { sending_pause: pause(until), ..Obstacles::default() };
        let mut request = ask(&[Channel::Sms], 0);
        assert_eq!(outcome(&request, &paused(None)).0, "paused");
        let closed = Some(Verdict::Defer(at(3), StopReason::SendWindow));
        let closed = |until| Obstacles { verdict: closed, ..paused(until) };
        let causes = [None, Some(at(4)), Some(at(2))].map(|until| outcome(&request, &closed(until)).0);
        assert_eq!(causes, ["paused", "paused", "waiting_for_window"]);
        request.defer(at(3), StopReason::PersonCap, at(0));
        let causes = [None, Some(at(4)), Some(at(3))].map(|until| outcome(&request, &paused(until)).0);
        assert_eq!(causes, ["paused", "paused", "waiting_for_cap"]);
    }

    #[test]
    fn a_message_fails_once() {
        let before = ask(&[Channel::Email], 0);
        let mut request = before.clone();
        request.claim(7, at(0));
        request.unconfirmed(&ShopRules::default(), at(0));
        assert_eq!(request.failed_since(&before), [Cause::Unconfirmed]);
        let unconfirmed = request.clone();
        reported(&mut request, 0, ReportKind::Bounced);
        assert!(request.failed_since(&unconfirmed).is_empty());
        assert_eq!(request.failed_since(&before), [Cause::Bounced]);
        let mut ended = before.clone();
        ended.cancel(None, at(0));
        assert!(ended.failed_since(&before).is_empty(), "the shop ended it");
        assert_eq!((unconfirmed.is_failed(), request.is_failed(), ended.is_failed()), (false, true, false));
        assert_eq!((request.failed_at(), ended.failed_at()), (Some(at(0)), None));
    }
}

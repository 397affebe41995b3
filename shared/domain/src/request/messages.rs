//! A request's messages: one at a time is due, claimed and settled; then the next is planned.

use jiff::{SignedDuration, Timestamp};

use crate::message::{EntryKind, Restored, Step, StepState, StopReason};
use crate::request::{Counter, NotSendable, Request, Status, days_after};
use crate::shop::ShopRules;
use crate::values::Channel;

impl Request {
    /// Makes the first message due now, even outside the send window. A manual request gets a first message by
    /// `channel`, then its reminders.
    /// Errors: [`NotSendable`] if the message was sent, will never be sent, or has no recipient.
    pub fn send_now(&mut self, channel: Option<Channel>, by: Option<&str>, now: Timestamp) -> Result<(), NotSendable> {
        match self.status(now) {
            Status::Manual | Status::Scheduled => {}
            Status::Sent if self.steps.is_empty() => {}
            Status::Sending | Status::Sent => return Err(NotSendable::Sent),
            Status::Completed => return Err(NotSendable::Completed),
            Status::Cancelled => return Err(NotSendable::Cancelled),
            Status::Expired => return Err(NotSendable::Expired),
            Status::Failed if matches!(self.step().map(|step| &step.state), Some(StepState::Skipped { .. })) => {
                return Err(NotSendable::Skipped);
            }
            Status::Failed => return Err(NotSendable::Failed),
        }
        match self.0.steps.last_mut() {
            Some(step) => (step.due_at, step.at_once) = (now, true),
            None => {
                let channel = channel.ok_or(NotSendable::NoRecipient)?;
                self.0.delivery.channels = vec![channel];
                self.0.steps.push(Step { at_once: true, ..Step::due(channel, now) });
            }
        }
        self.0.scheduled_at = now;
        self.0.timeline.note_by(now, EntryKind::SendAsked, by);
        Ok(())
    }

    /// Like [`send_now`](Self::send_now), but within the shop's send window.
    pub fn invite(&mut self, channel: Option<Channel>, rules: &ShopRules, now: Timestamp) -> Result<(), NotSendable> {
        self.send_now(channel, None, now)?;
        let due_at = self.next_open(rules, now);
        if let Some(step) = self.0.steps.last_mut() {
            (step.due_at, step.at_once) = (due_at, false);
        }
        self.0.scheduled_at = due_at;
        Ok(())
    }

    /// Makes the message wait until `at`, by the rule `reason`. A claim whose outcome is unknown ends.
    pub fn defer(&mut self, at: Timestamp, reason: StopReason, now: Timestamp) {
        self.lapse(now);
        let is_first = self.sent_at().is_none();
        let Some(step) = self.0.steps.last_mut() else { return };
        step.put_off(at);
        let detail = step.detail(&format!("{} until {at:.0}", reason.as_str()));
        if is_first {
            self.0.scheduled_at = at;
        }
        self.0.timeline.note_with(now, EntryKind::Deferred, detail);
    }

    /// Claims the message for the sender `owner`. Taking over a lapsed claim counts as an unknown outcome. If a pause
    /// or a suspension delayed the message, it becomes due now, so that only later delays count as lateness.
    pub fn claim(&mut self, owner: u64, now: Timestamp) {
        let was_kept_back = self.is_kept_back();
        self.lapse(now);
        let Some(step) = self.0.steps.last_mut() else { return };
        if was_kept_back {
            step.due_at = now;
        }
        step.claim(owner, now);
        self.note_step(EntryKind::Claimed, now);
    }

    /// Ends a claim with an unknown outcome. The sender recorded the outcome as unknown already, unless it died.
    fn lapse(&mut self, now: Timestamp) {
        let Some(step) = self.0.steps.last_mut() else { return };
        if !step.lapse() {
            return;
        }
        let label = step.label();
        let last = self.timeline.last_of([EntryKind::Claimed, EntryKind::OutcomeUnknown], label.as_deref());
        if last == Some(EntryKind::Claimed) {
            self.note_step(EntryKind::OutcomeUnknown, now);
        }
    }

    /// Whether `owner` has claimed the message.
    pub fn is_claimed_by(&self, owner: u64) -> bool {
        matches!(self.step(), Some(Step { state: StepState::Submitting { owner: mine, .. }, .. }) if *mine == owner)
    }

    /// The provider accepted the message or, in test mode, it was captured (`how`). Plans the next message and returns
    /// what to count.
    pub fn sent(&mut self, message_id: String, how: EntryKind, rules: &ShopRules, now: Timestamp) -> Vec<Counter> {
        let first = self.sent_at().is_none();
        if let Some(step) = self.0.steps.last_mut() {
            step.sent(message_id, now);
        }
        self.note_step(how, now);
        self.plan_next(rules, now);
        if first { vec![Counter::Sent] } else { Vec::new() }
    }

    /// The table was restored and may have forgotten that the message left: it counts as sent when it was due, without
    /// an answer of the provider. Plans the next message as of then, because that may have left, too. Returns what to
    /// count; `None` if the message cannot have left.
    pub fn left_before(&mut self, restored: Restored, rules: &ShopRules) -> Option<Vec<Counter>> {
        let due_at = self.step().filter(|step| restored.forgot(step, self.created_at))?.due_at;
        Some(self.sent(String::new(), EntryKind::OutcomeUnknown, rules, due_at))
    }

    /// The provider throttled the message, with a reason if it gave one. The due time stays, and the sender is woken
    /// again.
    pub fn throttled(&mut self, reason: Option<&str>, now: Timestamp) {
        let Some(step) = self.0.steps.last_mut() else { return };
        step.throttled(step.due_at);
        match reason.map(|reason| step.detail(reason)) {
            Some(detail) => self.0.timeline.note_with(now, EntryKind::Throttled, detail),
            None => self.note_step(EntryKind::Throttled, now),
        }
    }

    /// The provider's answer was lost. The claim stays, so that nobody else sends the message for now.
    pub fn outcome_unknown(&mut self, now: Timestamp) {
        self.note_step(EntryKind::OutcomeUnknown, now);
    }

    /// The outcome was unknown too often to try again. Plans the next message. Counts nothing, because the message may
    /// have left.
    pub fn unconfirmed(&mut self, rules: &ShopRules, now: Timestamp) {
        let Some(step) = self.0.steps.last_mut() else { return };
        step.unconfirmed(now);
        self.note_step(EntryKind::Unconfirmed, now);
        self.plan_next(rules, now);
    }

    /// The provider rejected the message permanently. Plans the message by the other channel, if any, and returns what
    /// to count.
    pub fn failed(&mut self, reason: &str, rules: &ShopRules, now: Timestamp) -> Vec<Counter> {
        let Some(step) = self.0.steps.last_mut() else { return Vec::new() };
        step.failed(reason, now);
        let detail = step.detail(reason);
        self.0.timeline.note_with(now, EntryKind::Failed, detail);
        self.plan_next(rules, now);
        self.lost()
    }

    /// A stop rule applies to the message. If the rule concerns only one address, plans the message by the other
    /// channel. Returns what to count.
    pub fn skipped(&mut self, reason: StopReason, rules: &ShopRules, now: Timestamp) -> Vec<Counter> {
        self.lapse(now);
        let Some(step) = self.0.steps.last_mut() else { return Vec::new() };
        step.state = StepState::Skipped { at: now, reason };
        let detail = step.detail(reason.as_str());
        self.0.timeline.note_with(now, EntryKind::Skipped, detail);
        if reason.is_per_channel() {
            self.plan_next(rules, now);
        }
        self.lost()
    }

    fn lost(&self) -> Vec<Counter> {
        if self.has_failed() { vec![Counter::Failed] } else { Vec::new() }
    }

    /// Plans the next message, if any: first this round's message by the other channel, then a reminder by each channel
    /// whose first message left.
    pub(crate) fn plan_next(&mut self, rules: &ShopRules, now: Timestamp) {
        let Some(&Step { reminder, channel, due_at: last_due_at, at_once, .. }) = self.step() else { return };
        let last = (reminder, channel);
        if self.is_over() || self.is_reviewed() {
            return;
        }
        let rounds = (0..=self.delivery.reminders.get())
            .flat_map(|reminder| self.delivery.channels.iter().map(move |&channel| (reminder, channel)));
        let Some((reminder, channel)) =
            rounds.skip_while(|&round| round != last).skip(1).find(|&round| self.is_worth_sending(round))
        else {
            // The customer postponed while the last message was being sent: ask once more, after the week.
            let week_end = self.postponed_week_end().filter(|&end| now < end && last_due_at < end);
            return if let Some(until) = week_end.and(self.postponed_until(rules)) {
                self.owe_again(until, now)
            };
        };
        let left_at = self.step().and_then(Step::sent_at).unwrap_or(now);
        let day = |number| if number == 0 { 0 } else { i64::from(rules.reminder_days.day(number)) };
        let gap = day(reminder).saturating_sub(day(last.0));
        let after_gap = days_after(now, gap);
        let due_at = match (reminder, self.first_sent_at()) {
            (0, _) | (_, None) => now,
            // If a message left a day late or more, for whatever reason, the later ones are delayed, too. If it left
            // hours late, the next one keeps its day, as long as half of the gap remains, so that nobody gets two
            // messages at once.
            (_, Some(sent_at)) if left_at >= days_after(sent_at, day(last.0) + 1) => after_gap,
            (_, Some(sent_at)) => {
                let half = SignedDuration::from_hours(12).saturating_mul(i32::try_from(gap).unwrap_or(i32::MAX));
                let after_half = left_at.saturating_add(half).unwrap_or(left_at);
                days_after(sent_at, day(reminder)).max(after_half).max(now)
            }
        };
        // A postponed message also delays the next one.
        let due_at = self.postponed_until(rules).map_or(due_at, |until| due_at.max(until).max(after_gap));
        // Whoever asked to send the first message now asked for that by every channel.
        let at_once = at_once && reminder == 0 && self.postponed_at.is_none();
        let due_at = if at_once { due_at } else { self.next_open(rules, due_at) };
        if !self.is_expired(due_at) {
            self.owe(Step { reminder, at_once, ..Step::due(channel, due_at) }, now);
            if let Some(reason) = self.stopped(channel) {
                self.skipped(reason, rules, now);
            }
        }
    }

    /// Adds a message as the last one.
    pub(crate) fn owe(&mut self, step: Step, now: Timestamp) {
        if let Some(label) = step.label() {
            self.0.timeline.note_with(now, EntryKind::Scheduled, label);
        }
        self.0.steps.push(step);
    }

    /// A reminder makes sense only if the first message has left when the reminder is planned. A later report does not
    /// change the plan.
    fn is_worth_sending(&self, (reminder, channel): (u8, Channel)) -> bool {
        let is_sent = |step: &Step| matches!(step.state, StepState::Sent { .. });
        let reached = |step: &Step| step.channel == channel && step.reminder == 0 && is_sent(step);
        reminder == 0 || self.steps.iter().any(reached)
    }

    /// When the first message left, by the first channel that worked; the days of reminders count from then.
    pub(crate) fn first_sent_at(&self) -> Option<Timestamp> {
        self.steps.iter().find_map(|step| match step.state {
            StepState::Sent { at, .. } => Some(at),
            _ => None,
        })
    }

    pub(crate) fn note_step(&mut self, kind: EntryKind, now: Timestamp) {
        match self.step().and_then(Step::label) {
            Some(label) => self.0.timeline.note_with(now, kind, label),
            None => self.0.timeline.note(now, kind),
        }
    }

    pub(crate) fn skip_pending(&mut self, reason: StopReason, now: Timestamp) {
        if matches!(self.step(), Some(step) if step.state == StepState::Pending) {
            // The request ends at the same time, and its end is counted instead.
            self.skipped(reason, &ShopRules::default(), now);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::order::ProductIds;
    use crate::request::{NewRequest, RequestOptions};
    use crate::values::{Delivery, Dialect, ReminderDays, Reminders, RequestId, RequestOrigin};

    pub(crate) fn at(days: i64) -> Timestamp {
        days_after(Timestamp::UNIX_EPOCH, days)
    }

    pub(crate) fn ask(channels: &[Channel], reminders: u8) -> Request {
        let new = NewRequest {
            dialect: Dialect::MoreGoodReviews,
            origin: RequestOrigin::Call,
            requested_by: None,
            by: None,
            customer: None,
            location: None,
            order: None,
            products: ProductIds::default(),
            scheduled_at: at(0),
            delivery: Delivery { channels: channels.to_vec(), reminders: Reminders::new(reminders.into()).unwrap() },
            options: RequestOptions::default(),
            uniqueness_key: None,
        };
        Request::create(RequestId::new(1).unwrap(), new, &ShopRules::default(), at(0))
    }

    pub(crate) fn send(request: &mut Request, now: Timestamp) -> Vec<Counter> {
        request.claim(7, now);
        request.sent("id".to_owned(), EntryKind::Sent, &ShopRules::default(), now)
    }

    /// The pending message: its channel, the reminder's number and the day.
    pub(crate) fn owed(request: &Request) -> Option<(Channel, u8, i64)> {
        let step = request.step().filter(|step| step.state == StepState::Pending)?;
        Some((step.channel, step.reminder, step.due_at.as_second() / 86_400))
    }

    #[test]
    fn a_reminder_that_left_late_moves_those_after_it() {
        let rules = ShopRules { reminder_days: ReminderDays::new([3, 4, 5]).unwrap(), ..ShopRules::default() };
        let mut request = ask(&[Channel::Email], 3);
        let sent = |request: &mut Request, now: Timestamp| {
            request.claim(7, now);
            request.sent("id".to_owned(), EntryKind::Sent, &rules, now);
            request.step().map(|step| step.due_at)
        };
        let hours = |hours: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        assert_eq!(sent(&mut request, at(0)), Some(at(3)));
        // The message left hours late, for example in the morning. The next message keeps its day if half of the gap is
        // left.
        assert_eq!(sent(&mut request, hours(3 * 24 + 10)), Some(at(4)));
        assert_eq!(sent(&mut request, hours(4 * 24 + 23)), Some(hours(5 * 24 + 11)), "and not an hour later");
    }

    #[test]
    fn if_one_channel_fails_the_other_continues() {
        let mut request = ask(&[Channel::Email, Channel::Sms], 2);
        request.claim(7, at(0));
        assert!(request.failed("rejected", &ShopRules::default(), at(0)).is_empty(), "the SMS may still arrive");
        assert_eq!(request.status(at(0)), Status::Scheduled);
        assert_eq!(send(&mut request, at(0)), [Counter::Sent]);
        assert_eq!(owed(&request), Some((Channel::Sms, 1, 3)), "nobody is reminded where nothing arrived");
        let mut request = ask(&[Channel::Email, Channel::Sms], 2);
        assert!(request.skipped(StopReason::Bounced, &ShopRules::default(), at(0)).is_empty());
        request.claim(7, at(0));
        assert_eq!(request.failed("rejected", &ShopRules::default(), at(0)), [Counter::Failed]);
        assert_eq!((owed(&request), request.status(at(0))), (None, Status::Failed));
    }

    #[test]
    fn an_unconfirmed_message_counts_as_neither_sent_nor_failed() {
        let mut request = ask(&[Channel::Email, Channel::Sms], 1);
        request.claim(7, at(0));
        request.unconfirmed(&ShopRules::default(), at(0));
        assert_eq!((owed(&request), request.sent_at()), (Some((Channel::Sms, 0, 0)), None));
        let stopped = request.clone().skipped(StopReason::Bounced, &ShopRules::default(), at(0));
        assert!(stopped.is_empty(), "it may have arrived, so that its uniqueness_key stays");
        assert_eq!(send(&mut request, at(1)), [Counter::Sent]);
        assert_eq!(owed(&request), Some((Channel::Sms, 1, 4)), "nobody is reminded of what may not have arrived");

        let mut alone = ask(&[Channel::Email], 3);
        alone.claim(7, at(0));
        alone.unconfirmed(&ShopRules::default(), at(0));
        assert_eq!((owed(&alone), alone.status(at(1)), alone.status(at(90))), (None, Status::Sending, Status::Expired));
        assert!(alone.postpone(&ShopRules::default(), at(2)).is_some() && owed(&alone).is_none());
    }

    #[test]
    fn what_may_have_left_before_a_restore_counts_as_sent_and_later_reminders_go_on() {
        let rules = &ShopRules::default();
        let restored = |to, until| Restored { to: at(to), until: at(until) };
        let mut request = ask(&[Channel::Email], 3);
        assert_eq!(request.clone().left_before(restored(-1, 8), rules), None, "it is newer than the restored table");
        for (number, counted) in [(0, vec![Counter::Sent]), (1, Vec::new()), (2, Vec::new())] {
            assert_eq!(request.step().map(|step| step.reminder), Some(number));
            assert_eq!(request.left_before(restored(0, 8), rules), Some(counted));
        }
        assert_eq!((owed(&request), request.sent_at()), (Some((Channel::Email, 3, 14)), Some(at(0))));
        assert_eq!(request.left_before(restored(0, 8), rules), None, "it is due later");
        // Claimed at the moment to which the table was put back.
        let mut claimed = ask(&[Channel::Email], 0);
        claimed.claim(7, at(0));
        assert_eq!(claimed.left_before(restored(0, 1), rules), Some(vec![Counter::Sent]));
    }

    #[test]
    fn a_request_whose_messages_are_all_skipped_has_failed_unless_it_ended_first() {
        let rules = &ShopRules::default();
        for reason in StopReason::ALL {
            let mut request = ask(&[Channel::Email], 1);
            let counted = request.skipped(reason, rules, at(0));
            let failed = request.status(at(0)) == Status::Failed;
            assert_eq!(counted == [Counter::Failed], failed, "{reason:?}");
        }
        let mut request = ask(&[Channel::Email, Channel::Sms], 0);
        assert!(request.skipped(StopReason::Unsubscribed, rules, at(0)).is_empty(), "the SMS may still leave");
        assert_eq!(request.skipped(StopReason::SpendCap, rules, at(0)), [Counter::Failed]);
        assert_eq!(ask(&[Channel::Email], 0).cancel(None, at(0)), Some(vec![Counter::Cancelled]));
    }

    #[test]
    fn a_review_that_arrives_while_the_first_message_is_being_sent_stops_the_others() {
        let mut early = ask(&[Channel::Email], 3);
        early.claim(7, at(0));
        early.reviewed(0, crate::values::ReviewId::mint(at(0), 0), at(0));
        early.sent("id".to_owned(), EntryKind::Sent, &ShopRules::default(), at(0));
        assert_eq!(owed(&early), None);
    }
}

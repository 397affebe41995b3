//! How a provider's reports change a request.

use jiff::Timestamp;

use crate::message::{EntryKind, MessageReport, ReportKind, Step, StepState, StopReason};
use crate::request::{Counter, Entry, Request, days_after};
use crate::shop::{ShopRules, SuspensionReason};
use crate::values::{Channel, RequestOrigin};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    pub counters: Vec<Counter>,
    /// Whether the report settled the message, because its sender had not.
    pub settled: bool,
    /// Whether it is the first report of its kind about the message.
    pub is_news: bool,
}

impl Request {
    /// Records a provider's report about one of the messages. If the message's outcome was unknown, the report settles
    /// the message as sent. `None` if nothing changes, mostly because the sender has already recorded the acceptance.
    pub fn reported(&mut self, report: &MessageReport, rules: &ShopRules, now: Timestamp) -> Option<Reported> {
        let before = self.clone();
        let step = before.steps.get(report.step)?;
        if !step.was_tried() {
            return None;
        }
        let earlier = &step.reports;
        let settled = self.settle_by(report, rules, now);
        if step.knew(report) && *self == before {
            return None;
        }
        let step = self.0.steps.get_mut(report.step)?;
        step.take_report(report);
        let channel = step.channel;
        self.stop_channel(channel, rules, now);
        if *self == before {
            return None;
        }
        let became = |is: fn(&Self) -> bool| is(self) && !is(&before);
        let sent = became(|request| request.sent_at().is_some()).then_some(Counter::Sent);
        let failed = became(Self::has_failed).then_some(Counter::Failed);
        Some(Reported {
            counters: sent.into_iter().chain(failed).collect(),
            settled,
            is_news: earlier.at(report.kind).is_none(),
        })
    }

    /// The shop's emails are suspended. Returns whether the suspension is new in the timeline.
    pub fn held(&mut self, reason: SuspensionReason, now: Timestamp) -> bool {
        let is_news = !self.is_held();
        if is_news {
            self.0.timeline.note_with(now, EntryKind::Held, reason.as_str());
        }
        is_news
    }

    fn is_held(&self) -> bool {
        self.timeline.entries().last().is_some_and(|entry| entry.kind == EntryKind::Held)
    }

    /// The timeline in the order in which things first happened, including the providers' reports. If a message's
    /// outcome became known later, its entry is at the time of the acceptance, but never before the claim.
    pub fn history(&self) -> Vec<Entry> {
        let mut entries = self.timeline.entries().to_vec();
        let mut reports = Vec::new();
        for step in &self.steps {
            let label = step.label();
            let sent = entries.iter().rposition(|entry| entry.kind == EntryKind::Sent && entry.detail == label);
            let before = sent.and_then(|sent| Some(entries.get(sent.checked_sub(1)?)?.at));
            let sent_at = step.sent_at().max(before).unwrap_or(Timestamp::MIN);
            if let Some(entry) = sent.and_then(|sent| entries.get_mut(sent)) {
                entry.at = entry.at.min(sent_at);
            }
            // Providers' times have no milliseconds.
            let reported = step.reports.iter().filter_map(|(kind, at)| Some((kind.entry()?, at.max(sent_at))));
            reports.extend(reported.map(|(kind, at)| Entry::once(at, kind, label.clone())));
        }
        if let Some(created) = entries.iter_mut().find(|entry| entry.kind == EntryKind::Created) {
            let by = created.detail.take().map(|by| format!(" {by}")).unwrap_or_default();
            created.detail = Some(self.asker() + &by);
        }
        entries.extend(reports);
        entries.sort_by_key(Entry::first_at);
        entries
    }

    /// How it was asked for: the origin, with the API of a call, or `test`.
    fn asker(&self) -> String {
        match self.origin {
            _ if self.options.trial => "test".to_owned(),
            RequestOrigin::Call => format!("call {}", self.dialect.as_str()),
            origin => origin.as_str().to_owned(),
        }
    }

    /// Settles the message as sent, if it is the last one and unsettled. Returns whether it was settled now.
    ///
    /// After a second attempt, two messages may be reported; the one that was accepted first counts.
    fn settle_by(&mut self, report: &MessageReport, rules: &ShopRules, now: Timestamp) -> bool {
        let is_last = report.step == self.step_number();
        let Some(step) = self.0.steps.get_mut(report.step) else { return false };
        match &step.state {
            StepState::Pending | StepState::Submitting { .. } | StepState::Unconfirmed { .. } if is_last => {
                step.sent(report.message_id.clone(), report.accepted_at);
                self.note_step(EntryKind::Sent, now);
                self.plan_next(rules, now);
                true
            }
            StepState::Sent { at, message_id } if report.accepted_at < *at && *message_id != report.message_id => {
                let planned_from = self.first_sent_at();
                if let Some(step) = self.0.steps.get_mut(report.step) {
                    step.sent(report.message_id.clone(), report.accepted_at);
                }
                self.move_reminders(planned_from, rules);
                false
            }
            _ => false,
        }
    }

    /// Moves the reminders that count from `planned_from`, when the first message turns out to have left earlier.
    fn move_reminders(&mut self, planned_from: Option<Timestamp>, rules: &ShopRules) {
        let (Some(planned_from), Some(sent_at)) = (planned_from, self.first_sent_at()) else { return };
        let time_zone = self.options.time_zone.clone();
        let planned = |from, day| rules.next_open(days_after(from, day), time_zone.as_ref());
        for step in self.0.steps.iter_mut().filter(|step| step.reminder > 0 && !step.was_tried()) {
            let day = rules.reminder_days.day(step.reminder).into();
            if step.due_at == planned(planned_from, day) {
                step.due_at = planned(sent_at, day);
            }
        }
    }

    /// Why no more messages are sent by this channel, according to the reports about this request's messages.
    pub(crate) fn stopped(&self, channel: Channel) -> Option<StopReason> {
        let reports = self.steps.iter().filter(|step| step.channel == channel);
        let reasons: Vec<_> = reports.filter_map(|step| step.reports.stop_reason()).collect();
        let complained = reasons.iter().find(|&&reason| reason == StopReason::Complained);
        complained.or(reasons.first()).copied()
    }

    /// Skips the pending message of a channel whose address or number must not be written to again.
    fn stop_channel(&mut self, channel: Channel, rules: &ShopRules, now: Timestamp) {
        let Some(reason) = self.stopped(channel) else { return };
        let fields = &mut self.0;
        // A complaint also stops what a bounce had stopped, because it is the stronger reason.
        for step in fields.steps.iter_mut().filter(|step| step.channel == channel) {
            if let StepState::Skipped { reason: weaker @ StopReason::Bounced, .. } = &mut step.state
                && *weaker != reason
            {
                *weaker = reason;
                let was = step.detail(StopReason::Bounced.as_str());
                fields.timeline.amend(EntryKind::Skipped, &was, step.detail(reason.as_str()));
            }
        }
        if self.step().is_some_and(|step| step.channel == channel && step.state == StepState::Pending) {
            self.skipped(reason, rules, now);
        }
    }
}

impl Step {
    /// Whether the report says only what is already known: that the provider accepted the message.
    pub(crate) fn knew(&self, report: &MessageReport) -> bool {
        report.kind == ReportKind::Accepted && matches!(self.state, StepState::Sent { .. })
    }

    /// Adds a report, and the acceptance, which every report implies.
    pub(crate) fn take_report(&mut self, report: &MessageReport) {
        self.reports.add(ReportKind::Accepted, report.accepted_at);
        self.reports.add(report.kind, report.at);
    }

    /// Whether the message was ever handed to the provider. If not, a report cannot be about it.
    pub(crate) fn was_tried(&self) -> bool {
        match self.state {
            StepState::Pending | StepState::Skipped { .. } => self.unknown > 0,
            StepState::Submitting { .. }
            | StepState::Sent { .. }
            | StepState::Failed { .. }
            | StepState::Unconfirmed { .. } => true,
        }
    }

    /// When the message was delivered, if the provider reported that.
    pub fn delivered_at(&self) -> Option<Timestamp> {
        self.reports.at(ReportKind::Delivered)
    }
}

#[cfg(test)]
mod tests;

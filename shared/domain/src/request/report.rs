//! What a provider reports about a message after it accepted it.
//!
//! Reports come late, in any order, and more than once. Of each kind the earliest time counts, and what follows from a
//! report depends on nothing else: any order and any number of copies end in the same request.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::request::days_after;
use crate::word::words;
use crate::{
    Channel, Counter, Entry, EntryKind, HoldReason, Request, ShopRules, Step, StepState, StopReason, Suppression,
};

words! {
    /// The kinds of report.
    pub enum ReportKind {
        /// The provider accepted the message. Every other report implies it.
        Accepted = "accepted",
        /// The recipient's server does not take it for now; the provider goes on trying.
        Delayed = "delayed",
        /// The message came back for a reason that may pass, such as a full mailbox or an absence.
        SoftBounced = "soft_bounced",
        /// The message was delivered.
        Delivered = "delivered",
        /// The provider refused to deliver what it had accepted, for its content; of an SMS, or the carrier.
        Rejected = "rejected",
        /// The message can never be delivered: the address or number does not exist.
        Bounced = "bounced",
        /// The recipient marked it as spam.
        Complained = "complained",
    }
}

impl ReportKind {
    /// Why the address or number must not be written to again; `None` if it may.
    #[must_use]
    pub const fn suppression(self) -> Option<Suppression> {
        match self {
            Self::Bounced => Some(Suppression::Bounced),
            Self::Complained => Some(Suppression::Complained),
            Self::Accepted | Self::Delayed | Self::SoftBounced | Self::Delivered | Self::Rejected => None,
        }
    }

    /// The report's entry in the timeline; `None` for the acceptance, which has one when the message is settled.
    const fn entry(self) -> Option<EntryKind> {
        match self {
            Self::Accepted => None,
            Self::Delayed => Some(EntryKind::Delayed),
            Self::SoftBounced => Some(EntryKind::SoftBounced),
            Self::Delivered => Some(EntryKind::Delivered),
            Self::Rejected => Some(EntryKind::Rejected),
            Self::Bounced => Some(EntryKind::Bounced),
            Self::Complained => Some(EntryKind::Complained),
        }
    }
}

/// One report about one of a request's messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageReport {
    /// The message's place in the request.
    pub step: usize,
    /// The provider's id of the message.
    pub message_id: String,
    /// When the provider accepted it: the same in all of its reports.
    pub accepted_at: Timestamp,
    /// What happened to it.
    pub kind: ReportKind,
    /// When that happened.
    pub at: Timestamp,
}

/// What was reported about a step so far: when each kind was first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reports(BTreeMap<ReportKind, Timestamp>);

impl Reports {
    /// The reports, as read from the table.
    #[must_use]
    pub fn stored(reports: BTreeMap<ReportKind, Timestamp>) -> Self {
        Self(reports)
    }

    /// When something was first reported; `None` if it was not.
    #[must_use]
    pub fn at(&self, kind: ReportKind) -> Option<Timestamp> {
        self.0.get(&kind).copied()
    }

    /// All reports.
    pub fn iter(&self) -> impl Iterator<Item = (ReportKind, Timestamp)> + '_ {
        self.0.iter().map(|(&kind, &at)| (kind, at))
    }

    /// Whether nothing was reported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Why the message will never arrive; `None` if it has arrived or may.
    #[must_use]
    pub fn failure(&self) -> Option<&'static str> {
        self.failed().map(|(kind, _)| kind.as_str())
    }

    /// When it was reported that the message will never arrive.
    #[must_use]
    pub fn failed_at(&self) -> Option<Timestamp> {
        self.failed().map(|(_, at)| at)
    }

    fn failed(&self) -> Option<(ReportKind, Timestamp)> {
        [ReportKind::Bounced, ReportKind::Rejected].into_iter().find_map(|kind| Some((kind, self.at(kind)?)))
    }

    /// Why nothing more is sent to the address or number. A complaint is the stronger reason.
    fn stop_reason(&self) -> Option<StopReason> {
        self.0.keys().rev().find_map(|kind| kind.suppression()).map(Suppression::reason)
    }

    pub(crate) fn add(&mut self, kind: ReportKind, at: Timestamp) {
        self.0.entry(kind).and_modify(|first| *first = at.min(*first)).or_insert(at);
    }
}

/// What a report changed in its request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// What to count.
    pub counters: Vec<Counter>,
    /// Whether it settled the message, which its sender then did not.
    pub settled: bool,
    /// Whether it is the first that says this.
    pub is_news: bool,
}

impl Request {
    /// A provider reported something about one of the messages. A message whose outcome was unknown is settled: it was
    /// sent. `None` if nothing changes: that a message was accepted, its sender has mostly recorded by then.
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
        step.reports.add(ReportKind::Accepted, report.accepted_at);
        step.reports.add(report.kind, report.at);
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

    /// The shop's emails are held. Returns whether the timeline says so only now.
    pub fn held(&mut self, reason: HoldReason, now: Timestamp) -> bool {
        let is_news = self.timeline.entries().last().is_none_or(|entry| entry.kind != EntryKind::Held);
        if is_news {
            self.0.timeline.note_with(now, EntryKind::Held, reason.as_str());
        }
        is_news
    }

    /// The timeline, with what the providers reported at its time. A message whose outcome was learned later stands at
    /// the time when it was accepted, and never before its claim.
    #[must_use]
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
            // The providers' times have no milliseconds.
            let reported = step.reports.iter().filter_map(|(kind, at)| Some((kind.entry()?, at.max(sent_at))));
            reports.extend(reported.map(|(kind, at)| Entry { at, kind, detail: label.clone() }));
        }
        entries.extend(reports);
        entries.sort_by_key(|entry| entry.at);
        entries
    }

    /// Settles the message as sent, if it is the last one and not settled. Returns whether it did.
    ///
    /// After a second attempt there may be reports about two messages; the one that was accepted first counts.
    fn settle_by(&mut self, report: &MessageReport, rules: &ShopRules, now: Timestamp) -> bool {
        let is_last = report.step == self.step_number();
        let Some(step) = self.0.steps.get_mut(report.step) else { return false };
        let sent = StepState::Sent { at: report.accepted_at, message_id: report.message_id.clone() };
        match &step.state {
            StepState::Pending | StepState::Submitting { .. } | StepState::Unconfirmed { .. } if is_last => {
                step.state = sent;
                self.note_step(EntryKind::Sent, now);
                self.plan_next(rules, now);
                true
            }
            StepState::Sent { at, message_id } if report.accepted_at < *at && *message_id != report.message_id => {
                let planned_from = self.first_sent_at();
                if let Some(step) = self.0.steps.get_mut(report.step) {
                    step.state = sent;
                }
                self.move_reminders(planned_from, rules);
                false
            }
            _ => false,
        }
    }

    /// Moves the reminders that were planned from `planned_from` when the first message turns out to be older.
    fn move_reminders(&mut self, planned_from: Option<Timestamp>, rules: &ShopRules) {
        let (Some(planned_from), Some(sent_at)) = (planned_from, self.first_sent_at()) else { return };
        let time_zone = self.time_zone.clone();
        let planned = |from, day| rules.next_open(days_after(from, day), time_zone.as_ref());
        for step in self.0.steps.iter_mut().filter(|step| step.reminder > 0 && !step.was_tried()) {
            let day = rules.reminder_days.day(step.reminder).into();
            if step.due_at == planned(planned_from, day) {
                step.due_at = planned(sent_at, day);
            }
        }
    }

    /// Why nothing more is sent by this channel, as far as the reports about this request's messages say.
    pub(crate) fn stopped(&self, channel: Channel) -> Option<StopReason> {
        let reports = self.steps.iter().filter(|step| step.channel == channel);
        let reasons: Vec<_> = reports.filter_map(|step| step.reports.stop_reason()).collect();
        let complained = reasons.iter().find(|&&reason| reason == StopReason::Complained);
        complained.or(reasons.first()).copied()
    }

    /// Skips what is pending by a channel whose address or number must not be written to again.
    fn stop_channel(&mut self, channel: Channel, rules: &ShopRules, now: Timestamp) {
        let Some(reason) = self.stopped(channel) else { return };
        let fields = &mut self.0;
        // What an earlier report stopped was stopped for the stronger reason, too.
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
    /// Whether it is known already that the provider accepted it, and a report says no more than that.
    pub(crate) fn knew(&self, report: &MessageReport) -> bool {
        report.kind == ReportKind::Accepted && matches!(self.state, StepState::Sent { .. })
    }

    /// Whether it was ever handed to the provider. A report about any other is not about this message.
    pub(crate) fn was_tried(&self) -> bool {
        match self.state {
            StepState::Pending | StepState::Skipped { .. } => self.unknown > 0,
            StepState::Submitting { .. }
            | StepState::Sent { .. }
            | StepState::Failed { .. }
            | StepState::Unconfirmed { .. } => true,
        }
    }

    /// When it was delivered, if the provider reported it.
    #[must_use]
    pub fn delivered_at(&self) -> Option<Timestamp> {
        self.reports.at(ReportKind::Delivered)
    }
}

#[cfg(test)]
mod tests;

//! The outcome of a request, in one or two sentences.

use domain::message::{Cause, ReportKind, SendingPause, Step, StepState, StopReason, Suppression, Verdict};
use domain::request::Request;
use domain::shop::Suspension;
use jiff::Timestamp;

use super::facts::Facts;
use super::names::{Speech, capital};
use super::timeline::last_words;

#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) request: &'a Request,
    pub(super) facts: &'a Facts,
    pub(super) now: Timestamp,
    pub(super) speech: Speech<'a>,
}

/// The id of a text, and its values.
type Said = (String, Vec<(&'static str, String)>);

impl About<'_> {
    /// The outcome, and what else happened: other first messages that failed, messages that only count as sent, and what the customer or
    /// the shop did.
    pub(super) fn summary(&self, cause: Cause, step: Option<&Step>) -> String {
        let mut sentences = vec![self.sentence(cause, step)];
        let others = self.request.steps.iter().filter(|other| Some(*other) != step);
        sentences.extend(others.filter_map(|other| match other.failure() {
            None if other.only_counts_as_sent() => Some(self.sentence(Cause::Sent, Some(other))),
            cause => Some(self.sentence(cause.filter(|_| other.reminder == 0)?, Some(other))),
        }));
        let after = [
            (self.request.completed_at, "why-after-reviewed", Some(Cause::Reviewed)),
            (self.request.cancelled_at, "why-after-cancelled", Some(Cause::Cancelled)),
            (self.request.opened_at, "why-after-opened", None),
        ];
        let after = after.into_iter().find_map(|(at, id, same)| Some((at?, id)).filter(|_| same != Some(cause)));
        sentences.extend(after.map(|(at, id)| self.speech.say(id, &[("at", &self.speech.when(at))])));
        sentences.join(" ")
    }

    fn sentence(&self, cause: Cause, step: Option<&Step>) -> String {
        match step {
            Some(step) => self.of_message(cause, step),
            None => self.without_messages(cause),
        }
    }

    fn without_messages(&self, cause: Cause) -> String {
        let (id, at) = match cause {
            Cause::Cancelled => ("why-none-cancelled", self.request.cancelled_at),
            Cause::Reviewed => ("why-none-reviewed", self.request.completed_at),
            Cause::Expired => ("why-none-expired", Some(self.request.expires_at)),
            _ => ("why-none", None),
        };
        self.speech.say(id, &[("at", &self.speech.when(at.unwrap_or(self.now)))])
    }

    fn of_message(&self, cause: Cause, step: &Step) -> String {
        let said = match cause {
            Cause::Paused => self.paused(),
            Cause::Held => self.held(),
            Cause::ProviderRefuses => self.provider_refuses(),
            Cause::Refused => self.refused(step),
            Cause::NoChannel | Cause::NotFound => return self.without_messages(cause),
            // These two only wait.
            Cause::FirstDays | Cause::NoAddress => self.left(cause, step),
            cause if StopReason::ALL.into_iter().any(|reason| Cause::of_stop(reason) == cause) => self.stopped(step),
            cause => self.left(cause, step),
        };
        self.with_names(step, said)
    }

    /// A sentence about a message, with the names of the message and its provider.
    fn with_names(&self, step: &Step, (id, more): Said) -> String {
        let (message, provider) = (self.speech.message(step), self.speech.provider(step.channel));
        let mut values = vec![("it", capital(&message)), ("message", message), ("provider", provider)];
        values.extend(more);
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.speech.say(&id, &values)
    }

    fn left(&self, cause: Cause, step: &Step) -> Said {
        let when = |at| self.speech.when(at);
        let sent_at = step.sent_at().unwrap_or(step.due_at);
        let reported = reported_as(cause).and_then(|kind| step.reports.at(kind)).unwrap_or(self.now);
        let values = vec![
            ("at", when(sent_at)),
            ("reported", when(reported)),
            ("claimed", when(claimed_at(step))),
            ("leaves", when(self.leaves_at(step))),
            ("due", when(step.due_at)),
            ("later", self.speech.later(sent_at, step.delivered_at().unwrap_or(sent_at))),
        ];
        let id = if step.only_counts_as_sent() { "counted" } else { cause.as_str() };
        (format!("why-{id}"), values)
    }

    fn paused(&self) -> Said {
        let pause = self.facts.obstacles.sending_pause;
        let by = ("by", self.speech.pauser(pause.map(|pause| pause.by)));
        match pause.and_then(|SendingPause { until, .. }| until) {
            Some(until) => ("why-paused-until".to_owned(), vec![by, ("until", self.speech.when(until))]),
            None => ("why-paused".to_owned(), vec![by]),
        }
    }

    fn held(&self) -> Said {
        let suspension = self.facts.obstacles.suspension.map(|(suspension, _)| suspension);
        let (since, reason) = match suspension {
            Some(Suspension { since, reason }) => (since, self.speech.held_because(reason)),
            None => (self.now, self.speech.say("why-held-rates", &[])),
        };
        ("why-held".to_owned(), vec![("since", self.speech.when(since)), ("reason", reason)])
    }

    fn provider_refuses(&self) -> Said {
        let words = ("words", self.speech.words(last_words(self.request)));
        match self.facts.obstacles.pause {
            Some(pause) => ("why-provider_refuses".to_owned(), vec![("since", self.speech.when(pause.since)), words]),
            None => ("why-provider_refused".to_owned(), vec![words]),
        }
    }

    fn refused(&self, step: &Step) -> Said {
        let (at, words) = match &step.state {
            StepState::Failed { at, reason } => (*at, reason.clone()),
            _ => (step.due_at, String::new()),
        };
        ("why-refused".to_owned(), vec![("at", self.speech.when(at)), ("words", words)])
    }

    fn stopped(&self, step: &Step) -> Said {
        let why = |reason: StopReason| {
            let since = Suppression::ALL.into_iter().find(|suppression| suppression.reason() == reason);
            let since = since.and_then(|suppression| self.facts.suppressed.get(&suppression));
            let since = since.map(|since| self.speech.say("why-on", &[("at", &self.speech.when(*since))]));
            let since = since.map_or_else(String::new, |since| format!(" {since}"));
            ("reason", format!("{}{since}", self.speech.because(reason)))
        };
        let (id, values) = match (&step.state, self.facts.obstacles.verdict) {
            (StepState::Skipped { at, reason }, _) => {
                ("why-skipped", vec![("at", self.speech.when(*at)), why(*reason)])
            }
            (_, Some(Verdict::Stop(reason))) if step.due_at > self.now => {
                ("why-skips", vec![("due", self.speech.when(step.due_at)), why(reason)])
            }
            (_, Some(Verdict::Stop(reason))) => ("why-skips-now", vec![why(reason)]),
            (_, _) => ("why-expired", vec![("expires", self.speech.when(self.request.expires_at))]),
        };
        (id.to_owned(), values)
    }

    /// When a pending message leaves, if nothing else delays it.
    pub(super) fn leaves_at(&self, step: &Step) -> Timestamp {
        match self.facts.obstacles.verdict {
            Some(Verdict::Defer(until, _)) => until,
            _ => step.due_at,
        }
    }
}

pub(super) fn claimed_at(step: &Step) -> Timestamp {
    match step.state {
        StepState::Submitting { since, .. } => since,
        StepState::Unconfirmed { at } => at,
        _ => step.due_at,
    }
}

/// The report whose time the sentence contains.
const fn reported_as(cause: Cause) -> Option<ReportKind> {
    match cause {
        Cause::Complained => Some(ReportKind::Complained),
        Cause::Delayed => Some(ReportKind::Delayed),
        Cause::SoftBounced => Some(ReportKind::SoftBounced),
        Cause::Bounced => Some(ReportKind::Bounced),
        Cause::Rejected => Some(ReportKind::Rejected),
        _ => None,
    }
}

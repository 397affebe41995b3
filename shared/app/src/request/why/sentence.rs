//! The fate of a request, in one or two sentences.

use domain::{Cause, Hold, ReportKind, Request, SendingPause, Step, StepState, StopReason, Suppression, Verdict};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Reader;
use super::facts::Facts;
use super::names::{self, capital, later, message, provider};
use super::timeline::last_words;
use super::words::{because, held_because, meaning, pauser};

/// The request that sentences are about, with what is known of it.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) request: &'a Request,
    pub(super) facts: &'a Facts,
    pub(super) now: Timestamp,
    /// The zone of the times in the sentences.
    pub(super) zone: &'a TimeZone,
    pub(super) reader: Reader,
}

impl About<'_> {
    fn when(&self, at: Timestamp) -> String {
        names::when(at, self.zone)
    }

    /// The fate of it, and what else says so: the other first messages that failed, or what the customer or the shop did.
    pub(super) fn summary(&self, cause: Cause, step: Option<&Step>) -> String {
        let mut sentences = vec![self.sentence(cause, step)];
        let others = self.request.steps.iter().filter(|other| other.reminder == 0 && Some(*other) != step);
        sentences.extend(others.filter_map(|other| Some(self.sentence(other.failure()?, Some(other)))));
        let after = [
            (self.request.completed_at, "Everything was reviewed", Some(Cause::Reviewed)),
            (self.request.cancelled_at, "The shop cancelled the request", Some(Cause::Cancelled)),
            (self.request.opened_at, "The link was first opened", None),
        ];
        let after = after.into_iter().find_map(|(at, what, same)| Some((at?, what)).filter(|_| same != Some(cause)));
        sentences.extend(after.map(|(at, what)| format!("{what} on {}.", self.when(at))));
        sentences.join(" ")
    }

    fn sentence(&self, cause: Cause, step: Option<&Step>) -> String {
        match step {
            Some(step) => self.of_message(cause, step),
            None => self.without_messages(cause),
        }
    }

    fn without_messages(&self, cause: Cause) -> String {
        let none = |why: &str, at: Option<Timestamp>| {
            let at = at.map_or_else(String::new, |at| format!(" on {}", self.when(at)));
            format!("No message was planned: {why}{at}.")
        };
        match cause {
            Cause::Cancelled => {
                none("the shop shares the link itself, and cancelled the request", self.request.cancelled_at)
            }
            Cause::Reviewed => {
                none("the shop shares the link itself; everything was reviewed", self.request.completed_at)
            }
            Cause::Expired => none("the shop shares the link itself; it expired", Some(self.request.expires_at)),
            Cause::NoChannel => none("the shop shares the link itself", None),
            cause => meaning(cause).to_owned(),
        }
    }

    fn of_message(&self, cause: Cause, step: &Step) -> String {
        let (message, provider) = (message(step), provider(step.channel));
        let it = capital(&message);
        let reported = |kind| self.when(step.reports.at(kind).unwrap_or(self.now));
        let sent_at = step.sent_at().unwrap_or(step.due_at);
        let accepted = || format!("{it} was accepted by {provider} on {}", self.when(sent_at));
        let planned = |why: &str| format!("{it} will be sent on {}{why}.", self.when(self.leaves_at(step)));
        let says = || last_words(self.request).map_or_else(String::new, |words| format!(": {words}"));
        match cause {
            Cause::Delivered => {
                let delivered_at = step.delivered_at().unwrap_or(sent_at);
                format!("{} and delivered {}.", accepted(), later(sent_at, delivered_at))
            }
            Cause::Complained => {
                let at = reported(ReportKind::Complained);
                format!("{}; the customer marked it as spam on {at}, so nothing more is sent to them.", accepted())
            }
            Cause::Sent => format!("{}; no report about it has come yet.", accepted()),
            Cause::Delayed => {
                let since = reported(ReportKind::Delayed);
                format!("{}; since {since} the recipient's server does not take it.", accepted())
            }
            Cause::SoftBounced => {
                let at = reported(ReportKind::SoftBounced);
                format!("{}; it came back on {at} for a reason that may pass, such as a full mailbox.", accepted())
            }
            Cause::TestMode => format!("{it} was captured on {}: in test mode nothing leaves.", self.when(sent_at)),
            Cause::Sending => format!("{it} was taken by a sender on {}.", self.when(claimed_at(step))),
            Cause::OutcomeUnknown => {
                format!("{it} was handed to {provider} on {}, and the answer was lost.", self.when(claimed_at(step)))
            }
            Cause::Scheduled => planned(""),
            Cause::Postponed => planned(": the customer has not received the order yet and asked for another week"),
            Cause::WaitingForWindow => planned(", when the shop's send window opens"),
            Cause::WaitingForCap => planned(", when the shop's caps allow the customer another message"),
            Cause::Due => format!("{it} is due since {} and leaves within minutes.", self.when(step.due_at)),
            Cause::Paused => match self.facts.obstacles.sending_pause {
                Some(SendingPause { by, until }) => {
                    let until = until.map_or_else(String::new, |until| format!(" until {}", self.when(until)));
                    format!("Not sent yet: {} paused sending{until}.", pauser(by))
                }
                None => meaning(cause).to_owned(),
            },
            Cause::Held => match self.facts.obstacles.hold {
                Some((Hold { since, reason }, _)) => {
                    let reason = held_because(reason);
                    format!("Not sent yet: the shop is held since {}, because {reason}.", self.when(since))
                }
                None => meaning(cause).to_owned(),
            },
            Cause::ProviderFull => {
                format!("Not sent yet: more is due than {provider} takes a second, and {message} waits in line.")
            }
            Cause::ProviderRefuses => match self.facts.obstacles.pause {
                Some(pause) => {
                    format!("Not sent yet: {provider} refuses all messages since {}{}.", self.when(pause.since), says())
                }
                None => format!("Not sent yet: {provider} did not take {message}{}.", says()),
            },
            Cause::Bounced => {
                let at = reported(ReportKind::Bounced);
                format!("{}; it bounced on {at}: the address or number does not exist, or takes none.", accepted())
            }
            Cause::Rejected => {
                let at = reported(ReportKind::Rejected);
                format!("{}; it was rejected on {at}, mostly a matter of its content.", accepted())
            }
            Cause::SuppressedByProvider => {
                format!("{}, which did not send it: its own list has the address.", accepted())
            }
            Cause::Refused => match &step.state {
                StepState::Failed { at, reason } => {
                    format!("{it} was refused by {provider} for good on {}: {reason}.", self.when(*at))
                }
                _ => meaning(cause).to_owned(),
            },
            Cause::Unconfirmed => {
                let at = self.when(claimed_at(step));
                format!("{it} was handed to {provider} on {at}; no answer and no report came, so it may have arrived.")
            }
            Cause::SuppressedBounce
            | Cause::SuppressedComplaint
            | Cause::SuppressedByShop
            | Cause::Unsubscribed
            | Cause::Stopped
            | Cause::Erased
            | Cause::OrderCancelled
            | Cause::OrderRefunded
            | Cause::SpendCap
            | Cause::Capped
            | Cause::AskedBefore
            | Cause::WindowClosed
            | Cause::Cancelled
            | Cause::Expired
            | Cause::Reviewed => self.stopped(&it, step),
            Cause::NoChannel | Cause::NotFound => meaning(cause).to_owned(),
        }
    }

    /// A message that a stop rule stopped, or will stop.
    fn stopped(&self, it: &str, step: &Step) -> String {
        let why = |reason: StopReason| {
            let since = Suppression::ALL.into_iter().find(|suppression| suppression.reason() == reason);
            let since = since.and_then(|suppression| self.facts.suppressed.get(&suppression));
            let since = since.map_or_else(String::new, |since| format!(" (on {})", self.when(*since)));
            format!("{}{since}", because(reason))
        };
        match (&step.state, self.facts.obstacles.verdict) {
            (StepState::Skipped { at, reason }, _) => {
                format!("{it} was not sent on {}: {}.", self.when(*at), why(*reason))
            }
            (_, Some(Verdict::Stop(reason))) if step.due_at > self.now => {
                format!("{it} is due on {} and will not be sent: {}.", self.when(step.due_at), why(reason))
            }
            (_, Some(Verdict::Stop(reason))) => format!("{it} will not be sent: {}.", why(reason)),
            (_, _) => format!("{it} was not sent: the link expired on {}.", self.when(self.request.expires_at)),
        }
    }

    /// When a pending message leaves, as far as that is known.
    pub(super) fn leaves_at(&self, step: &Step) -> Timestamp {
        match self.facts.obstacles.verdict {
            Some(Verdict::Defer(until, _)) => until,
            _ => step.due_at,
        }
    }
}

/// When a message was last claimed.
pub(super) fn claimed_at(step: &Step) -> Timestamp {
    match step.state {
        StepState::Submitting { since, .. } => since,
        StepState::Unconfirmed { at } => at,
        _ => step.due_at,
    }
}

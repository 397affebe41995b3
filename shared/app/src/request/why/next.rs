//! What happens next to a request, and when.

use domain::message::{Cause, Step, StepState, Verdict};
use jiff::Timestamp;

use super::names::capital;
use super::sentence::About;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// When; `None` if that is unknown.
    pub at: Option<Timestamp>,
    pub text: String,
}

impl Next {
    /// What happens next by itself; `None` if nothing does. `step` is the message that decides the outcome.
    pub(super) fn of(cause: Cause, step: Option<&Step>, about: &About<'_>) -> Option<Self> {
        let owed = about.request.step().filter(|owed| owed.owed_at().is_some());
        match owed {
            Some(owed) if Some(owed) == step => Self::of_owed(cause, owed, about),
            Some(owed) if about.request.is_open(about.now) => Some(Self::of_follower(owed, about)),
            Some(_) | None if cause == Cause::Delayed => {
                Some(Self::new(None, about.speech.say("why-next-reports", &[])))
            }
            Some(_) | None => None,
        }
    }

    const fn new(at: Option<Timestamp>, text: String) -> Self {
        Self { at, text }
    }

    /// The next message, after one that left.
    fn of_follower(owed: &Step, about: &About<'_>) -> Self {
        let speech = about.speech;
        let it = capital(&speech.message(owed));
        match about.facts.obstacles.verdict {
            Some(Verdict::Stop(reason)) => {
                let values: [(&str, &str); 2] = [("it", &it), ("reason", &speech.because(reason))];
                Self::new(Some(owed.due_at), speech.say("why-skips-now", &values))
            }
            _ => Self::new(Some(about.leaves_at(owed)), speech.say("why-next-leaves", &[("it", &it)])),
        }
    }

    /// The message to send, if it also decides the outcome.
    fn of_owed(cause: Cause, owed: &Step, about: &About<'_>) -> Option<Self> {
        let (speech, facts) = (about.speech, about.facts);
        let (at, id) = match cause {
            Cause::Scheduled
            | Cause::Postponed
            | Cause::WaitingForWindow
            | Cause::WaitingForCap
            | Cause::FirstDays
            | Cause::NoAddress => (Some(about.leaves_at(owed)), "why-next-leaves"),
            Cause::Due => (None, "why-next-due"),
            Cause::Paused => {
                let until = facts.obstacles.sending_pause.and_then(|pause| pause.until);
                (until, if until.is_some() { "why-next-paused-until" } else { "why-next-paused" })
            }
            Cause::Held => (facts.obstacles.suspension.map(|(_, ends_at)| ends_at), "why-next-held"),
            Cause::ProviderRefuses => {
                (facts.deferred_until.or(facts.obstacles.pause.map(|pause| pause.until)), "why-next-refused")
            }
            Cause::Sending | Cause::OutcomeUnknown => {
                let until = owed.owed_at()?;
                let then = match owed.verdict(until) {
                    Verdict::GiveUp => "why-next-given-up",
                    _ => "why-next-once-more",
                };
                (Some(until), then)
            }
            // A stop rule applies when the message is due. The other channel's message may then follow.
            _ if matches!(owed.state, StepState::Pending)
                && matches!(facts.obstacles.verdict, Some(Verdict::Stop(_))) =>
            {
                (Some(owed.due_at.max(about.now)), "why-next-skipped")
            }
            _ => return None,
        };
        let (message, provider) = (speech.message(owed), speech.provider(owed.channel));
        let values: [(&str, &str); 3] = [("it", &capital(&message)), ("message", &message), ("provider", &provider)];
        Some(Self::new(at, speech.say(id, &values)))
    }
}

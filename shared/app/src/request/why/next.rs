//! The next thing that happens to a request, and when.

use domain::{Cause, Step, StepState, Verdict};
use jiff::Timestamp;

use super::Reader;
use super::names::{capital, message, provider};
use super::sentence::About;
use super::words::because;

/// The next thing that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// When; `None` if that is unknown.
    pub at: Option<Timestamp>,
    /// What, as a sentence.
    pub text: String,
}

impl Next {
    /// The next thing that happens; `None` if nothing does, unless somebody asks for it. `step` is the message that says what became of
    /// the request.
    pub(super) fn of(cause: Cause, step: Option<&Step>, about: &About<'_>) -> Option<Self> {
        let owed = about.request.step().filter(|owed| owed.owed_at().is_some());
        match owed {
            Some(owed) if Some(owed) == step => Self::of_owed(cause, owed, about),
            Some(owed) if about.request.is_open(about.now) => Some(Self::of_follower(owed, about)),
            Some(_) | None if cause == Cause::Delayed => {
                Some(Self::new(None, "The provider keeps trying for some hours, and reports how that ends.".to_owned()))
            }
            Some(_) | None => None,
        }
    }

    const fn new(at: Option<Timestamp>, text: String) -> Self {
        Self { at, text }
    }

    /// The next message, after one that left.
    fn of_follower(owed: &Step, about: &About<'_>) -> Self {
        let it = capital(&message(owed));
        match about.facts.obstacles.verdict {
            Some(Verdict::Stop(reason)) => {
                Self::new(Some(owed.due_at), format!("{it} will not be sent: {}.", because(reason)))
            }
            _ => Self::new(Some(about.leaves_at(owed)), format!("{it} leaves, unless something stops it by then.")),
        }
    }

    /// The message that is owed and of which nothing else left.
    fn of_owed(cause: Cause, owed: &Step, about: &About<'_>) -> Option<Self> {
        let (message, provider, facts) = (message(owed), provider(owed.channel), about.facts);
        let it = capital(&message);
        let (at, text) = match cause {
            Cause::Scheduled | Cause::Postponed | Cause::WaitingForWindow | Cause::WaitingForCap => {
                (Some(about.leaves_at(owed)), format!("{it} leaves, unless something stops it by then."))
            }
            Cause::Due => match about.reader {
                Reader::Operator => {
                    (None, format!("{it} leaves within minutes: `reconcile` finds it if its wake-up was lost."))
                }
                Reader::Shop => (None, format!("{it} leaves within minutes.")),
            },
            Cause::Paused => {
                let until = facts.obstacles.sending_pause.and_then(|pause| pause.until);
                let ends = match (until, about.reader) {
                    (Some(_), _) => "The pause ends by itself",
                    (None, Reader::Operator) => "The pause ends with `resume`",
                    (None, Reader::Shop) => "The pause ends when somebody ends it",
                };
                (until, format!("{ends}, and {message} leaves after it."))
            }
            Cause::Held => {
                let ends_at = facts.obstacles.hold.map(|(_, ends_at)| ends_at);
                (ends_at, format!("The hold may end by itself, and {message} leaves within the hour after that."))
            }
            Cause::ProviderFull => (facts.deferred_until, format!("{it} is tried when it is its turn.")),
            Cause::ProviderRefuses => (
                facts.deferred_until.or(facts.obstacles.pause.map(|pause| pause.until)),
                format!("{it} is tried again until {provider} accepts messages."),
            ),
            Cause::Sending | Cause::OutcomeUnknown => {
                let until = owed.owed_at()?;
                let else_ = match owed.verdict(until) {
                    Verdict::GiveUp => "it is not tried again",
                    _ => "it is tried once more",
                };
                (Some(until), format!("If {provider} reports nothing about {message} by then, {else_}."))
            }
            // A stop rule applies when it is due, and the other channel's message may follow.
            _ if matches!(owed.state, StepState::Pending)
                && matches!(facts.obstacles.verdict, Some(Verdict::Stop(_))) =>
            {
                (Some(owed.due_at.max(about.now)), format!("{it} is skipped."))
            }
            _ => return None,
        };
        Some(Self::new(at, text))
    }
}

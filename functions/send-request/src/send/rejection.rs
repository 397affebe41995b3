//! Rejections whose cause may be the account, a new version or only the recipient. No answer tells for certain, so the
//! next messages decide: if two recipients are rejected one after the other, the channel is paused; if one message is
//! rejected again and again, only this message fails.
//! What follows from a provider's answer for other messages, of the channel or of one shop, is here, too.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use app::shop::sender::lose_sender;
use domain::message::Pause;
use domain::values::{Channel, Tenant};
use jiff::{SignedDuration, Timestamp};

use crate::send::Send;

/// The number of rejections after which a message fails, if other messages are accepted.
const REFUSALS_MAX: u32 = 5;
/// The number of rejections with words about this message after which it fails, even if nobody knows whether other
/// messages are accepted.
const REJECTIONS_MAX: u32 = 3;
/// How long a rejection is stored to compare it with the next one.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// The number of messages that a provider must have accepted before missing reports mean that no reports arrive.
const MANY: usize = 16;

/// When the providers accepted messages from this process. Storing that in the table would cost a write per message,
/// and a process that gets rejections also sees what is accepted.
#[derive(Debug, Clone, Default)]
pub struct LastAccepted(Arc<[Mutex<Seen>; Channel::ALL.len()]>);

#[derive(Debug, Default)]
struct Seen {
    /// When the provider accepted the last [`MANY`] messages.
    accepted: VecDeque<Timestamp>,
    /// Whether the provider accepted a message after its last rejection.
    since_refusal: bool,
}

#[derive(Debug)]
pub(super) struct Refused {
    pub(super) code: String,
    /// Whether the provider's words are about this message.
    pub(super) is_rejection: bool,
}

/// Whom an ambiguous rejection concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ambiguous {
    /// The recipient: the message fails.
    Recipient,
    /// The account: the channel is paused.
    Account,
    /// Unknown. The message is tried again, and the channel is not paused.
    Open,
}

impl LastAccepted {
    fn with<T>(&self, channel: Channel, look: impl FnOnce(&mut Seen) -> T) -> T {
        look(&mut self.0[channel as usize].lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes that a provider accepted a message.
    pub(super) fn note(&self, channel: Channel, now: Timestamp) {
        self.with(channel, |seen| {
            seen.since_refusal = true;
            if seen.accepted.len() == MANY {
                seen.accepted.pop_front();
            }
            seen.accepted.push_back(now);
        });
    }

    /// Notes that a provider rejected a message. Returns whether it had accepted a message since the previous
    /// rejection.
    pub(super) fn note_refusal(&self, channel: Channel) -> bool {
        self.with(channel, |seen| std::mem::take(&mut seen.since_refusal))
    }

    /// Whether a provider accepted [`MANY`] messages after this time.
    pub(super) fn are_many_since(&self, channel: Channel, at: Timestamp) -> bool {
        self.with(channel, |seen| seen.accepted.len() == MANY && seen.accepted.front().is_some_and(|first| *first > at))
    }

    fn is_since(&self, channel: Channel, at: Timestamp) -> bool {
        self.with(channel, |seen| seen.accepted.back().is_some_and(|last| *last > at))
    }
}

impl Send {
    /// Compares a rejection with the previous one, and stores it. `refused` is how often the message was rejected or
    /// throttled before. `tried` is the pause in which only this message was tried.
    pub(super) async fn judge_ambiguous(
        &self,
        channel: Channel,
        recipient: &str,
        refusal: &Refused,
        refused: u32,
        tried: Option<Pause>,
        now: Timestamp,
    ) -> Ambiguous {
        let last = self.store.refusal(channel).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "cannot read the last refusal");
            None
        });
        let last = last.filter(|last| now.duration_since(last.at) < REMEMBERED);
        let others_leave = last.as_ref().is_some_and(|last| self.last_accepted.is_since(channel, last.at));
        if others_leave && refused + 1 >= REFUSALS_MAX {
            return Ambiguous::Recipient;
        }
        // The previous rejection, unless another message was accepted after it.
        let open = last.filter(|_| !others_leave);
        let is_known = open.as_ref().is_some_and(|last| last.recipient == recipient);
        let is_second = open.is_some() && !is_known;
        let is_of_all = is_second || tried.is_some();
        if !is_of_all && refusal.is_rejection && refused + 1 >= REJECTIONS_MAX {
            return Ambiguous::Recipient;
        }
        if !is_known && let Err(error) = self.store.note_refusal(channel, recipient, now).await {
            tracing::warn!(%error, "cannot remember that a message was refused");
        }
        if is_of_all { Ambiguous::Account } else { Ambiguous::Open }
    }
}

/// A provider's state, as an answer shows it.
#[derive(Clone, Copy)]
pub(super) enum Provider {
    Accepts,
    /// The provider is at its rate limit.
    Full,
    /// The provider rejects every message, or does not answer.
    Refuses,
    /// The provider rejected a message for a reason that is, or may be, only about that message.
    Unclear,
    /// SES does not send from the shop's own address.
    RefusesSender,
}

impl Send {
    /// Pauses or resumes the channel according to the provider's state that a call showed. The message's own outcome is
    /// saved before this, because it must not be lost.
    pub(super) async fn tell(
        &self,
        tenant: &Tenant,
        channel: Channel,
        tried: Option<Pause>,
        provider: Provider,
        now: Timestamp,
    ) {
        match provider {
            Provider::Accepts => self.accepts(channel, tried).await,
            Provider::Full => {
                self.accepts(channel, tried).await;
                self.slow_down(channel, now).await;
            }
            Provider::Refuses => self.pause_channel(channel, tried, now).await,
            Provider::Unclear => {}
            Provider::RefusesSender => {
                if let Err(error) = lose_sender(&self.store, tenant, now).await {
                    // The next email is refused in the same way.
                    tracing::warn!(%error, "cannot save that SES does not send as a shop");
                }
            }
        }
    }
}

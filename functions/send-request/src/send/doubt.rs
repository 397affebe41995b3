//! Refusals of a message whose reason may be the account's or the recipient's alone. Nobody documents which, so the next
//! messages decide: two recipients who are refused one after the other pause the channel, and one who is refused again and again
//! while others' messages leave fails alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::{Channel, Pause};
use jiff::{SignedDuration, Timestamp};

use crate::send::Send;

/// Refusals after which a message fails, if others leave.
const REFUSALS_MAX: u32 = 5;
/// How long a refusal says something about the next one.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);

/// When the providers last accepted a message of this copy of the function. In the table it would cost a write a message;
/// and a copy that refusals keep busy sees what else leaves.
#[derive(Debug, Clone, Default)]
pub struct LastAccepted {
    email: Arc<AtomicI64>,
    sms: Arc<AtomicI64>,
}

/// The subject of a doubtful refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The recipient: the message fails.
    Recipient,
    /// The account: the channel is paused.
    Account,
    /// Unknown: the message is tried again, and the channel stays open.
    Open,
}

impl LastAccepted {
    fn of(&self, channel: Channel) -> &AtomicI64 {
        match channel {
            Channel::Email => &self.email,
            Channel::Sms => &self.sms,
        }
    }

    /// A provider accepted a message.
    pub(super) fn note(&self, channel: Channel, now: Timestamp) {
        self.of(channel).fetch_max(now.as_millisecond(), Ordering::Relaxed);
    }

    fn is_since(&self, channel: Channel, at: Timestamp) -> bool {
        self.of(channel).load(Ordering::Relaxed) > at.as_millisecond()
    }
}

impl Send {
    /// Judges a refusal by the last one, and remembers it. `refused` is how often the message was refused or throttled before,
    /// `tried` the pause in which it alone was tried.
    pub(super) async fn doubt(
        &self,
        channel: Channel,
        recipient: &str,
        refused: u32,
        tried: Option<Pause>,
        now: Timestamp,
    ) -> Doubt {
        let last = self.store.refusal(channel).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "cannot read the last refusal");
            None
        });
        let last = last.filter(|last| now.duration_since(last.at) < REMEMBERED);
        let others_leave = last.as_ref().is_some_and(|last| self.last_accepted.is_since(channel, last.at));
        if others_leave && refused + 1 >= REFUSALS_MAX {
            return Doubt::Recipient;
        }
        // Nobody else's left since that one.
        let open = last.filter(|_| !others_leave);
        let is_known = open.as_ref().is_some_and(|last| last.recipient == recipient);
        let is_second = open.is_some() && !is_known;
        if !is_known && let Err(error) = self.store.note_refusal(channel, recipient, now).await {
            tracing::warn!(%error, "cannot remember that a message was refused");
        }
        if is_second || tried.is_some() { Doubt::Account } else { Doubt::Open }
    }
}

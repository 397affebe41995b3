//! Refusals of an SMS whose reason may be the account's or the recipient's alone. Nobody documents which, so the next SMS
//! decide: two recipients who are refused one after the other pause the channel, and one who is refused again and again
//! while others' SMS leave fails alone.

use domain::Pause;
use jiff::{SignedDuration, Timestamp};
use store::Refusal;

use crate::send::Send;

/// Refusals after which a message fails, if others leave.
const REFUSALS_MAX: u32 = 5;
/// How long a refusal says something about the next one.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);

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

impl Send {
    /// Judges a refusal by the last one, and remembers it. `refused` is how often the message was refused or throttled before,
    /// `tried` the pause in which it alone was tried.
    pub(super) async fn doubt(
        &self,
        recipient: &str,
        refused: u32,
        last: Option<&Refusal>,
        tried: Option<Pause>,
        now: Timestamp,
    ) -> Doubt {
        let last = last.filter(|last| now.duration_since(last.at) < REMEMBERED);
        if last.is_some_and(|last| last.others_leave) && refused + 1 >= REFUSALS_MAX {
            return Doubt::Recipient;
        }
        // Nobody else's left since that one.
        let open = last.filter(|last| !last.others_leave);
        let is_known = open.is_some_and(|last| last.recipient == recipient);
        let is_second = open.is_some() && !is_known;
        if !is_known && let Err(error) = self.store.note_refusal(recipient, now).await {
            tracing::warn!(%error, "cannot remember that an SMS was refused");
        }
        if is_second || tried.is_some() { Doubt::Account } else { Doubt::Open }
    }

    /// Remembers that the provider accepts SMS to others, after it refused one.
    pub(super) async fn others_leave(&self, recipient: &str, last: Option<&Refusal>) {
        let Some(last) = last.filter(|last| !last.others_leave && last.recipient != recipient) else { return };
        if let Err(error) = self.store.note_others_leave(last).await {
            tracing::warn!(%error, "cannot remember that SMS leave");
        }
    }
}

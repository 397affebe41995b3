//! What becomes of a message that does not leave now.

use app::error::{Error, TryError};
use domain::message::{Pause, SendingPause, Verdict};
use domain::request::Counter;
use domain::shop::Suspension;
use jiff::Timestamp;

/// What happens to a message that does not leave now.
pub(crate) enum Fate {
    /// Nothing: it is settled, or another wake-up or another sender has it.
    Nothing,
    /// What the rules of its request or of its shop say.
    Verdict(Verdict),
    /// It may have left before the table was restored, so it counts as left, with these numbers of its request.
    LeftBefore(Vec<Counter>),
    /// The reason for a notification no longer exists, or nobody would get it. It is deleted.
    Gone,
    /// A notification is not sent, for this reason. It stays stored, so that it is not requested again soon.
    Settled(&'static str),
    /// It waits in the table until this time.
    Wait(Timestamp),
    /// It waits for the end of its shop's suspension.
    Suspended(Suspension),
    /// It waits for the end of a pause of sending.
    Paused(SendingPause),
    /// It waits for the end of its channel's pause.
    Refused(Pause),
    /// Its wake-up comes back at this time.
    Again(Timestamp),
    /// Its wake-up comes back soon. It may be claimed by one of these owners, but the provider was not called.
    Released(Vec<u64>),
}

/// Why a message does not leave now, or why that is not known.
pub(crate) enum Stop {
    Fate(Fate),
    Failed(TryError<Error>),
}

impl From<Fate> for Stop {
    fn from(fate: Fate) -> Self {
        Self::Fate(fate)
    }
}

impl<E> From<E> for Stop
where
    TryError<Error>: From<E>,
{
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

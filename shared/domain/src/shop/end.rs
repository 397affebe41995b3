//! The end of a shop: who ended it, and when its owners are emailed about it.

use jiff::{SignedDuration, Timestamp};

use crate::words;

words! {
    /// Who ended a shop, as its owners read it.
    pub enum EndedBy {
        Owner = "owner",
        /// The operator, or somebody in the console by the operator's link.
        Operator = "operator",
    }
}

/// How long after its end a shop can be restored.
const RESTORED_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long after the end each email to the owners leaves: at once, after a week, and when three days are left.
const TOLD_AFTER: [SignedDuration; 3] =
    [SignedDuration::ZERO, SignedDuration::from_hours(7 * 24), SignedDuration::from_hours(27 * 24)];
/// For how long after the end was taken back an email about it may still be ordered.
const RESTORED_TOLD_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// The earliest time at which the data of a shop that ended is destroyed.
pub fn erased_from(ended_at: Timestamp) -> Timestamp {
    ended_at.saturating_add(RESTORED_WITHIN).unwrap_or(Timestamp::MAX)
}

/// Since when the newest email about the shop's end, or about its restoration, is due; `None` if there is none.
pub fn told_from(ended_at: Option<Timestamp>, restored_at: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    match (ended_at, restored_at) {
        (Some(ended_at), _) => {
            TOLD_AFTER.iter().rev().filter_map(|after| ended_at.checked_add(*after).ok()).find(|at| *at <= now)
        }
        (None, restored_at) => restored_at.filter(|at| now.duration_since(*at) < RESTORED_TOLD_WITHIN),
    }
}

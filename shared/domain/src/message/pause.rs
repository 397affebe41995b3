//! A channel's pause: while its provider refuses everybody, one message at a time tests whether it still does.

use jiff::{SignedDuration, Timestamp};

/// The longest wait after the first refusal; each further refusal doubles it.
const BACK_OFF: SignedDuration = SignedDuration::from_secs(5);
/// The longest wait after any number of refusals.
pub const BACK_OFF_MAX: SignedDuration = SignedDuration::from_secs(600);
/// The longest time over which waiting messages are released after a pause.
const SPREAD_MAX: SignedDuration = SignedDuration::from_mins(30);
/// A pause of this length is an outage rather than a hiccup.
const LONG: SignedDuration = SignedDuration::from_mins(30);

/// The longest wait after this number of earlier refusals. The wait itself is drawn between zero and it ("full jitter").
#[must_use]
pub fn back_off(refusals: u32) -> SignedDuration {
    BACK_OFF.saturating_mul(1 << refusals.min(10)).min(BACK_OFF_MAX)
}

/// A time in which one channel sends nothing, for all shops: it belongs to the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When the provider first refused.
    pub since: Timestamp,
    /// When one message may be tried. Its sender moves this forward first.
    pub until: Timestamp,
    /// How many messages were tried.
    pub tries: u32,
}

impl Pause {
    /// Whether nothing may be tried at `now`.
    #[must_use]
    pub fn is_closed(&self, now: Timestamp) -> bool {
        now < self.until
    }

    /// Whether the pause is so long that waiting messages stay in the table until it ends.
    #[must_use]
    pub fn is_long(&self, now: Timestamp) -> bool {
        now.duration_since(self.since) >= LONG
    }

    /// Waiting messages are released over this time; it grows with the pause.
    #[must_use]
    pub fn spread(&self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.since).clamp(BACK_OFF_MAX, SPREAD_MAX)
    }

    /// Whether the pause no longer counts: nothing was tried for so long that the last refusal says little.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.until) >= BACK_OFF_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_ten_minutes() {
        let longest = [0, 1, 2, 6, 7, 100].map(|refusals| back_off(refusals).as_secs());
        assert_eq!(longest, [5, 10, 20, 320, 600, 600]);
    }

    #[test]
    fn a_pause_is_closed_then_open_for_one_and_then_over() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let pause = Pause { since: at(0), until: at(100), tries: 3 };
        assert!(pause.is_closed(at(99)) && !pause.is_closed(at(100)));
        assert!(!pause.is_over(at(699)) && pause.is_over(at(700)));
    }
}

//! A channel's pause: while its provider refuses everybody, one message at a time finds out whether it still does.

use jiff::{SignedDuration, Timestamp};

/// The longest wait after the first refusal; it doubles with each.
const BACK_OFF: SignedDuration = SignedDuration::from_secs(5);
/// The longest wait after any number of refusals.
pub const BACK_OFF_MAX: SignedDuration = SignedDuration::from_secs(600);
/// The longest time over which messages come back after a pause.
const SPREAD_MAX: SignedDuration = SignedDuration::from_mins(30);
/// A pause that has lasted for so long is an outage rather than a hiccup.
const LONG: SignedDuration = SignedDuration::from_mins(30);

/// The longest wait after so many earlier refusals. The wait itself is drawn from zero to it ("full jitter").
#[must_use]
pub fn back_off(refusals: u32) -> SignedDuration {
    BACK_OFF.saturating_mul(1 << refusals.min(10)).min(BACK_OFF_MAX)
}

/// A time in which nothing is sent by one channel. It belongs to the account, so to every shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When the provider first refused.
    pub since: Timestamp,
    /// When one message may be tried. Its sender moves this on first.
    pub until: Timestamp,
    /// How often that was done.
    pub tries: u32,
}

impl Pause {
    /// Whether nothing may be tried at `now`.
    #[must_use]
    pub fn is_closed(&self, now: Timestamp) -> bool {
        now < self.until
    }

    /// Whether it has lasted so long that what waits for its end should not come round meanwhile.
    #[must_use]
    pub fn is_long(&self, now: Timestamp) -> bool {
        now.duration_since(self.since) >= LONG
    }

    /// Over how much time after it those come back that wait for its end: the longer it has lasted, the longer.
    #[must_use]
    pub fn spread(&self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.since).clamp(BACK_OFF_MAX, SPREAD_MAX)
    }

    /// Whether it no longer counts: nobody had anything to try for so long that what is known is old.
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

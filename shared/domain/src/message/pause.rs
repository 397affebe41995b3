//! A channel's pause: while its provider rejects everybody, one message at a time tests whether the provider accepts
//! messages again.

use jiff::{SignedDuration, Timestamp};

/// The longest wait after the first rejection; each further rejection doubles it.
const BACK_OFF: SignedDuration = SignedDuration::from_secs(5);
/// The longest wait after any number of rejections.
pub const BACK_OFF_MAX: SignedDuration = SignedDuration::from_secs(600);
/// The longest time over which waiting messages are released after a pause.
const SPREAD_MAX: SignedDuration = SignedDuration::from_mins(30);
/// A pause of this length is an outage rather than a hiccup.
const LONG: SignedDuration = SignedDuration::from_mins(30);

/// The longest wait after this number of earlier rejections. The actual wait is random, between zero and this ("full
/// jitter").
pub fn back_off(refusals: u32) -> SignedDuration {
    BACK_OFF.saturating_mul(1 << refusals.min(10)).min(BACK_OFF_MAX)
}

/// A time in which one channel sends nothing. It holds for all shops, because the provider's account does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When the provider first rejected everybody.
    pub since: Timestamp,
    /// When one message may be tried. The sender moves this time forward before it tries.
    pub until: Timestamp,
    /// How many messages were tried.
    pub tries: u32,
}

impl Pause {
    /// Whether no message may be tried at `now`.
    pub fn is_closed(&self, now: Timestamp) -> bool {
        now < self.until
    }

    /// Whether the pause is so long that waiting messages stay in the table until it ends.
    pub fn is_long(&self, now: Timestamp) -> bool {
        now.duration_since(self.since) >= LONG
    }

    /// The time over which waiting messages are released; it grows with the length of the pause.
    pub fn spread(&self, now: Timestamp) -> SignedDuration {
        now.duration_since(self.since).clamp(BACK_OFF_MAX, SPREAD_MAX)
    }

    /// Whether the pause no longer counts, because the last try was so long ago that it says little about the provider
    /// now.
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

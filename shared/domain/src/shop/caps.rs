//! The most messages that a person gets.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::values::{Invalid, whole};

/// The most messages, reminders included, that a shop sends to one address or number within 30 days of 24 hours: 1-100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cap(u8);

/// When a person got messages from a shop: as many times as a cap can count, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecentMessages(Vec<Timestamp>);

crate::reads_whole! { Cap = 1_u8, Self::MAX; }

impl Cap {
    pub const MAX: u8 = 100;
    pub const RULE: Invalid = Invalid("A cap must be a whole number from 1 to 100; null means no cap.");

    /// A cap of this many messages. The number comes from JSON and need not be whole.
    pub fn new(count: f64) -> Result<Self, Invalid> {
        let count = whole(count, 1, Self::MAX.into()).and_then(|count| u8::try_from(count).ok());
        count.map(Self).ok_or(Self::RULE)
    }

    pub const fn get(self) -> u8 {
        self.0
    }
}

impl RecentMessages {
    /// How long a message counts.
    pub const COUNTED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

    /// The messages, as read from the table.
    pub const fn stored(times: Vec<Timestamp>) -> Self {
        Self(times)
    }

    /// The messages' times, oldest first.
    pub fn times(&self) -> &[Timestamp] {
        &self.0
    }

    /// The first instant from `now` on at which the cap allows another message.
    pub fn allowed_at(&self, cap: Option<Cap>, now: Timestamp) -> Timestamp {
        let last = cap.and_then(|cap| self.0.get(self.0.len().checked_sub(cap.0.into())?));
        last.map_or(now, |at| at.saturating_add(Self::COUNTED_FOR).unwrap_or(*at).max(now))
    }

    /// Adds a message, and drops messages that no cap counts any more.
    pub fn add(&mut self, now: Timestamp) {
        self.0.retain(|&at| now.duration_since(at) < Self::COUNTED_FOR);
        // Not just at the end, because the clocks of two functions may differ.
        self.0.insert(self.0.partition_point(|&at| at <= now), now);
        self.0.drain(..self.0.len().saturating_sub(Cap::MAX.into()));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3_600).unwrap()
    }

    fn cap(count: u8) -> Option<Cap> {
        Some(Cap::new(count.into()).unwrap())
    }

    #[test]
    fn a_cap_is_1_to_100() {
        assert_eq!([1.0, 100.0].map(|count| Cap::new(count).unwrap().get()), [1, 100]);
        for bad in [0.0, 101.0, 1.5, -1.0, f64::NAN] {
            assert_eq!(Cap::new(bad), Err(Cap::RULE), "{bad}");
        }
    }

    #[test]
    fn messages_count_for_30_days() {
        let mut messages = RecentMessages::default();
        let allowed = |messages: &RecentMessages, hour| messages.allowed_at(cap(2), at(hour));
        assert_eq!(allowed(&messages, 0), at(0));
        messages.add(at(0));
        assert_eq!(allowed(&messages, 1), at(1));
        messages.add(at(72));
        assert_eq!(allowed(&messages, 200), at(720));
        assert_eq!(allowed(&messages, 720), at(720), "to the instant");
        assert_eq!(messages.allowed_at(None, at(200)), at(200));
    }

    proptest! {
        /// A sender that waits as `allowed_at` says never exceeds the cap in any month.
        #[test]
        fn nobody_gets_more_than_the_cap(
            most in 1..6_u8,
            pauses in proptest::collection::vec(0..200_i64, 1..60),
        ) {
            let (mut messages, mut now, mut sent) = (RecentMessages::default(), at(0), Vec::new());
            for pause in pauses {
                now = now.saturating_add(SignedDuration::from_hours(pause)).unwrap();
                let allowed = messages.allowed_at(cap(most), now);
                prop_assert!(allowed >= now);
                let within = |from: Timestamp| {
                    let is_counted = |at: &&Timestamp| from.duration_since(**at) < RecentMessages::COUNTED_FOR;
                    sent.iter().filter(is_counted).count()
                };
                // The time is not later than necessary: a moment earlier, the cap would be exceeded.
                prop_assert!(allowed == now || within(allowed - SignedDuration::from_nanos(1)) >= most.into());
                prop_assert!(within(allowed) < most.into());
                messages.add(allowed);
                sent.push(allowed);
                now = allowed;
            }
            prop_assert!(messages.times().len() <= Cap::MAX.into());
        }
    }
}

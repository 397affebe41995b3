//! The most messages that a person gets.

use jiff::{SignedDuration, Timestamp};

use crate::values::{Invalid, whole};

/// The time over which first messages count.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The time over which all messages count.
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The most messages that a shop sends to one address or number; `None` means any number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caps {
    /// First messages of requests within 7 days of 24 hours.
    pub first_messages_a_week: Option<Cap>,
    /// All messages, reminders included, within 30 days of 24 hours.
    pub messages_a_month: Option<Cap>,
}

/// A number of messages: 1-100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap(u8);

/// When a person got messages from a shop: for each kind, as many times as a cap can count, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecentMessages {
    first: Vec<Timestamp>,
    all: Vec<Timestamp>,
}

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

    /// When another message may follow the messages at `sent`.
    fn allows(self, sent: &[Timestamp], within: SignedDuration, now: Timestamp) -> Timestamp {
        let last = sent.len().checked_sub(self.0.into()).and_then(|index| sent.get(index));
        last.map_or(now, |at| at.saturating_add(within).unwrap_or(*at).max(now))
    }
}

impl Caps {
    /// Whether any cap is set. Without a cap, nothing is counted.
    pub const fn is_set(self) -> bool {
        self.first_messages_a_week.is_some() || self.messages_a_month.is_some()
    }
}

impl RecentMessages {
    /// How long a message counts.
    pub const COUNTED_FOR: SignedDuration = MONTH;

    /// The messages, as read from the table: the first ones of requests, and all.
    pub const fn stored(first: Vec<Timestamp>, all: Vec<Timestamp>) -> Self {
        Self { first, all }
    }

    /// The first messages of requests, oldest first.
    pub fn first(&self) -> &[Timestamp] {
        &self.first
    }

    /// All messages, oldest first.
    pub fn all(&self) -> &[Timestamp] {
        &self.all
    }

    /// The first instant from `now` on at which the caps allow another message. `is_first`: whether the message is the
    /// first of its request.
    pub fn allowed_at(&self, caps: Caps, is_first: bool, now: Timestamp) -> Timestamp {
        let Caps { first_messages_a_week, messages_a_month } = caps;
        let by_week = first_messages_a_week.filter(|_| is_first).map(|cap| cap.allows(&self.first, WEEK, now));
        let by_month = messages_a_month.map(|cap| cap.allows(&self.all, MONTH, now));
        by_week.max(by_month).unwrap_or(now)
    }

    /// Adds a message, and drops messages that no cap counts any more.
    pub fn add(&mut self, is_first: bool, now: Timestamp) {
        for (list, within) in [(Some(&mut self.all), MONTH), (is_first.then_some(&mut self.first), WEEK)] {
            let Some(list) = list else { continue };
            list.retain(|&at| now.duration_since(at) < within);
            // Not just at the end, because the clocks of two functions may differ.
            list.insert(list.partition_point(|&at| at <= now), now);
            list.drain(..list.len().saturating_sub(Cap::MAX.into()));
        }
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
    fn first_messages_count_for_a_week_and_all_for_a_month() {
        let mut messages = RecentMessages::default();
        let caps = Caps { first_messages_a_week: cap(1), messages_a_month: cap(3) };
        assert_eq!(messages.allowed_at(caps, true, at(0)), at(0));
        messages.add(true, at(0));
        let allowed = |messages: &RecentMessages, is_first, hour| messages.allowed_at(caps, is_first, at(hour));
        assert_eq!((allowed(&messages, true, 1), allowed(&messages, false, 1)), (at(168), at(1)));
        assert_eq!(allowed(&messages, true, 168), at(168), "to the instant");
        messages.add(false, at(72));
        messages.add(false, at(168));
        assert_eq!((allowed(&messages, true, 200), allowed(&messages, false, 200)), (at(720), at(720)));
        assert_eq!(allowed(&messages, false, 720), at(720));
        assert_eq!(messages.allowed_at(Caps::default(), true, at(200)), at(200));
    }

    proptest! {
        /// A sender that waits as `allowed_at` says never exceeds the caps in any week or month.
        #[test]
        fn nobody_gets_more_than_the_caps(
            (week, month) in (1..4_u8, 1..6_u8),
            wishes in proptest::collection::vec((0..200_i64, any::<bool>()), 1..60),
        ) {
            let caps = Caps { first_messages_a_week: cap(week), messages_a_month: cap(month) };
            let (mut messages, mut now, mut sent) = (RecentMessages::default(), at(0), Vec::new());
            for (pause, is_first) in wishes {
                now = now.saturating_add(SignedDuration::from_hours(pause)).unwrap();
                let allowed = messages.allowed_at(caps, is_first, now);
                prop_assert!(allowed >= now);
                // The time is not later than necessary: a moment earlier, a cap would be exceeded.
                let too_early = allowed - SignedDuration::from_nanos(1);
                let within = |from: Timestamp, by: SignedDuration, first_only: bool| {
                    sent.iter().filter(|(at, first)| from.duration_since(*at) < by && (!first_only || *first)).count()
                };
                if allowed > now {
                    let full = is_first && within(too_early, WEEK, true) >= week.into()
                        || within(too_early, MONTH, false) >= month.into();
                    prop_assert!(full);
                }
                prop_assert!(!is_first || within(allowed, WEEK, true) < week.into());
                prop_assert!(within(allowed, MONTH, false) < month.into());
                messages.add(is_first, allowed);
                sent.push((allowed, is_first));
                now = allowed;
            }
            prop_assert!(messages.all().len() <= Cap::MAX.into());
        }
    }
}

//! How a request's messages reach a customer: channels, reminders and delays; and how long their links work.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::{Invalid, is_default, whole, words};

words! {
    pub enum Channel {
        Email = "email",
        Sms = "sms",
    }
}

/// How the link reaches the customer: one message by each channel, and the same for each reminder. Without a channel,
/// the request is manual: the shop shares the link itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Delivery {
    /// The channels, each once, in the order in which they are used.
    #[serde(rename = "via", default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// How many reminders follow the first message.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reminders: Reminders,
}

impl Delivery {
    /// One message by this channel, no reminders.
    pub fn once(channel: Channel) -> Self {
        Self { channels: vec![channel], reminders: Reminders::NONE }
    }
}

/// How many reminders follow a first message: 0–3 (More Good Reviews' API), 0 by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reminders(u8);

impl Reminders {
    pub const MAX: u8 = 3;
    pub const NONE: Self = Self(0);
    pub const RULE: Invalid = Invalid("The reminders count must be a whole number from 0 to 3.");

    /// A number of reminders. It comes from JSON and need not be whole.
    pub fn new(count: f64) -> Result<Self, Invalid> {
        let count = whole(count, 0, Self::MAX.into()).and_then(|count| u8::try_from(count).ok());
        count.map(Self).ok_or(Self::RULE)
    }

    pub const fn get(self) -> u8 {
        self.0
    }
}

/// On which days after the first message the reminders are due; by default on the 3rd, 7th and 14th.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReminderDays([u8; Reminders::MAX as usize]);

impl Default for ReminderDays {
    fn default() -> Self {
        Self([3, 7, 14])
    }
}

impl ReminderDays {
    /// The latest possible day. A reminder after the link's expiry is not sent.
    pub const DAY_MAX: u8 = 60;

    /// Reads days, which must increase.
    pub fn new(days: [u8; Reminders::MAX as usize]) -> Result<Self, Invalid> {
        let [first, second, third] = days;
        let increasing = 1 <= first && first < second && second < third && third <= Self::DAY_MAX;
        increasing
            .then_some(Self(days))
            .ok_or(Invalid("Reminder days must be three increasing whole numbers from 1 to 60."))
    }

    pub const fn get(self) -> [u8; Reminders::MAX as usize] {
        self.0
    }

    /// The day of a reminder; `number` counts from 1.
    pub fn day(self, number: u8) -> u8 {
        let index = usize::from(number.clamp(1, Reminders::MAX)) - 1;
        self.0.get(index).copied().unwrap_or(Self::DAY_MAX)
    }
}

/// Whole days from a request's creation to its first message, 0–89 (BetterReviews' API). The link has to live longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DelayDays(u8);

impl DelayDays {
    /// The longest delay, in days.
    pub const MAX: u8 = 89;
    /// The delay if a request gives none (BetterReviews' API).
    pub const DEFAULT: Self = Self(7);

    /// A delay of this many days. The number comes from JSON and need not be whole.
    pub fn new(days: f64) -> Result<Self, Invalid> {
        if days.fract() != 0.0 || !(0.0..=f64::from(Self::MAX)).contains(&days) {
            return Err(Self::RULE);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 89, whole")]
        Ok(Self(days as u8))
    }

    pub const RULE: Invalid = Invalid("`delay_days` must be a whole number from 0 to 89; omit it for 7.");

    /// The instant this much later, in days of 24 hours.
    pub fn after(self, now: Timestamp) -> Timestamp {
        now.saturating_add(SignedDuration::from_hours(i64::from(self.0) * 24)).unwrap_or(now)
    }
}

/// How many days of 24 hours a link works (BetterReviews' API).
pub const LINK_DAYS: i64 = 90;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reminders_are_0_to_3_on_increasing_days() {
        assert_eq!(Reminders::new(3.0).unwrap().get(), 3);
        for bad in [-1.0, 0.5, 4.0, f64::NAN] {
            assert!(Reminders::new(bad).is_err(), "{bad}");
        }
        assert_eq!([1, 2, 3].map(|number| ReminderDays::default().day(number)), [3, 7, 14]);
        for bad in [[0, 1, 2], [1, 1, 2], [3, 2, 4], [1, 2, 61]] {
            assert!(ReminderDays::new(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_delay_is_a_whole_number_from_0_to_89() {
        let week = DelayDays::new(7.0).unwrap().after(Timestamp::UNIX_EPOCH);
        assert_eq!(week.as_second(), 168 * 3_600);
        assert!(DelayDays::new(0.0).is_ok() && DelayDays::new(89.0).is_ok());
        for bad in [-1.0, 1.5, 90.0, f64::NAN, f64::INFINITY] {
            assert!(DelayDays::new(bad).is_err(), "{bad}");
        }
    }
}

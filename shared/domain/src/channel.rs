//! How a message reaches a customer, and how often one does.

use crate::Invalid;
use crate::money::whole;

/// What a message travels by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Channel {
    Email,
    Sms,
}

impl Channel {
    /// All of them, the preferred one first.
    pub const ALL: [Self; 2] = [Self::Email, Self::Sms];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// The channel with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == word)
    }
}

/// How the link reaches the customer: by every one of these channels, and as often again as there
/// are reminders. Without a channel the shop shares it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delivery {
    /// The channels, each once, in the order in which they are used.
    pub channels: Vec<Channel>,
    /// How many reminders follow.
    pub reminders: Reminders,
}

impl Delivery {
    /// The shop shares the link.
    #[must_use]
    pub fn manual() -> Self {
        Self::default()
    }

    /// One message by this channel.
    #[must_use]
    pub fn once(channel: Channel) -> Self {
        Self { channels: vec![channel], reminders: Reminders::NONE }
    }
}

/// How many reminders follow a first message: 0–3 (the More Good Reviews document).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reminders(u8);

impl Reminders {
    /// The most.
    pub const MAX: u8 = 3;
    /// None at all.
    pub const NONE: Self = Self(0);
    /// The rule, in one sentence.
    pub const RULE: Invalid = Invalid("The reminders count must be a whole number from 0 to 3.");

    /// That many reminders.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn new(count: f64) -> Result<Self, Invalid> {
        let count = whole(count, 0, Self::MAX.into()).and_then(|count| u8::try_from(count).ok());
        count.map(Self).ok_or(Self::RULE)
    }

    /// How many.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// On which days after a first message its reminders leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderDays([u8; Reminders::MAX as usize]);

impl Default for ReminderDays {
    fn default() -> Self {
        Self([3, 7, 14])
    }
}

impl ReminderDays {
    /// The last day on which a reminder may leave: the link dies on the 90th.
    pub const DAY_MAX: u8 = 60;

    /// These days.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn new(days: [u8; Reminders::MAX as usize]) -> Result<Self, Invalid> {
        let [first, second, third] = days;
        let rising = 1 <= first && first < second && second < third && third <= Self::DAY_MAX;
        rising.then_some(Self(days)).ok_or(Invalid("Reminder days are three rising whole numbers from 1 to 60."))
    }

    /// The days.
    #[must_use]
    pub const fn get(self) -> [u8; Reminders::MAX as usize] {
        self.0
    }

    /// The day of reminder `number`, from 1.
    #[must_use]
    pub fn day(self, number: u8) -> u8 {
        let index = usize::from(number.clamp(1, Reminders::MAX)) - 1;
        self.0.get(index).copied().unwrap_or(Self::DAY_MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reminders_are_0_to_3_on_rising_days() {
        assert_eq!(Reminders::new(3.0).unwrap().get(), 3);
        for bad in [-1.0, 0.5, 4.0, f64::NAN] {
            assert!(Reminders::new(bad).is_err(), "{bad}");
        }
        assert_eq!([1, 2, 3].map(|number| ReminderDays::default().day(number)), [3, 7, 14]);
        for bad in [[0, 1, 2], [1, 1, 2], [3, 2, 4], [1, 2, 61]] {
            assert!(ReminderDays::new(bad).is_err(), "{bad:?}");
        }
    }
}

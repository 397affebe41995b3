//! What a shop decides about its requests: how long their links work, and when their messages leave.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::order::whole;
use crate::{Caps, Invalid, ReminderDays, SendWindow, Zone};

/// A shop's decisions about its requests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShopRules {
    /// How long the links of new requests work.
    pub link_days: LinkDays,
    /// When reminders are due.
    pub reminder_days: ReminderDays,
    /// When messages may leave; `None` for any time.
    pub send_window: Option<SendWindow>,
    /// How many messages a person gets at most.
    pub caps: Caps,
}

impl ShopRules {
    /// The first instant from `at` on at which a message may leave, for a recipient in this zone; `None` if theirs is
    /// unknown.
    #[must_use]
    pub fn next_open(&self, at: Timestamp, recipient: Option<&Zone>) -> Timestamp {
        self.send_window.as_ref().map_or(at, |window| window.next(at, recipient))
    }

    /// The day of an instant for a recipient in this zone. `None` if theirs is unknown: then it is the send window's or,
    /// without one, UTC.
    #[must_use]
    pub fn day(&self, at: Timestamp, recipient: Option<&Zone>) -> Date {
        let zone = recipient.or(self.send_window.as_ref().map(SendWindow::zone));
        zone.map_or_else(|| at.to_zoned(TimeZone::UTC).date(), |zone| zone.day(at))
    }
}

/// How long a link works, in days of 24 hours: 7–365, by default 90 (BetterReviews' API).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkDays(u16);

impl Default for LinkDays {
    fn default() -> Self {
        Self(90)
    }
}

impl LinkDays {
    /// The shortest lifetime.
    pub const MIN: u16 = 7;
    /// The longest lifetime.
    pub const MAX: u16 = 365;
    /// The error for any other value.
    pub const RULE: Invalid = Invalid("`link_days` must be a whole number from 7 to 365; null means 90.");

    /// A lifetime of so many days; a JSON number, which need not be whole.
    pub fn new(days: f64) -> Result<Self, Invalid> {
        let days = whole(days, Self::MIN.into(), Self::MAX.into()).and_then(|days| u16::try_from(days).ok());
        days.map(Self).ok_or(Self::RULE)
    }

    /// The number of days.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_works_for_7_to_365_days() {
        assert_eq!([7.0, 90.0, 365.0].map(|days| LinkDays::new(days).unwrap().get()), [7, 90, 365]);
        assert_eq!(LinkDays::default().get(), 90);
        for bad in [6.0, 366.0, 7.5, -90.0, f64::NAN, f64::INFINITY] {
            assert_eq!(LinkDays::new(bad), Err(LinkDays::RULE), "{bad}");
        }
    }
}

//! What a request refers to and when it is due: the order and the delay.

use jiff::{SignedDuration, Timestamp};

use crate::{Invalid, RequestId};

/// The shop's reference for an order: trimmed, 1–255 characters, case-sensitive.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OrderId {
    text: String,
    given: bool,
}

impl OrderId {
    /// The longest reference, in characters.
    pub const CHARACTERS_MAX: usize = 255;

    /// Reads a reference; a blank one is `None`.
    pub fn parse(text: &str) -> Result<Option<Self>, Invalid> {
        let text = text.trim();
        if text.chars().count() > Self::CHARACTERS_MAX || text.chars().any(char::is_control) {
            return Err(Invalid("An order reference must have at most 255 characters and no control characters."));
        }
        let given = || Self { text: text.to_owned(), given: true };
        Ok((!text.is_empty()).then(given))
    }

    /// A reference for a request without one, which makes it a duplicate of no other.
    #[must_use]
    pub fn automatic(id: RequestId) -> Self {
        Self { text: format!("auto-{id}"), given: false }
    }

    /// The reference as read from the table.
    #[must_use]
    pub fn stored(text: String, given: bool) -> Self {
        Self { text, given }
    }

    /// The reference, given or made up.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the shop gave it. Otherwise it was made up by [`automatic`](Self::automatic).
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.given
    }
}

/// Whole days from a request's creation to its first message, 0–89: its link expires after 90.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DelayDays(u8);

impl DelayDays {
    /// The longest delay, in days.
    pub const MAX: u8 = 89;
    /// The delay of a request that gives none (BetterReviews' API).
    pub const DEFAULT: Self = Self(7);

    /// A delay of so many days; a JSON number, which need not be whole.
    pub fn new(days: f64) -> Result<Self, Invalid> {
        if days.fract() != 0.0 || !(0.0..=f64::from(Self::MAX)).contains(&days) {
            return Err(Self::RULE);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 89, whole")]
        Ok(Self(days as u8))
    }

    /// The error for any other value.
    pub const RULE: Invalid = Invalid("`delay_days` must be a whole number from 0 to 89; omit it for 7.");

    /// The instant this much later, in days of 24 hours.
    #[must_use]
    pub fn after(self, now: Timestamp) -> Timestamp {
        now.saturating_add(SignedDuration::from_hours(i64::from(self.0) * 24)).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_is_a_whole_number_from_0_to_89() {
        let week = DelayDays::new(7.0).unwrap().after(Timestamp::UNIX_EPOCH);
        assert_eq!(week.as_second(), 168 * 3_600);
        assert!(DelayDays::new(0.0).is_ok() && DelayDays::new(89.0).is_ok());
        for bad in [-1.0, 1.5, 90.0, f64::NAN, f64::INFINITY] {
            assert!(DelayDays::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_blank_order_is_no_order() {
        assert_eq!(OrderId::parse("  ").unwrap(), None);
        assert_eq!(OrderId::parse(" A1 ").unwrap().unwrap().as_str(), "A1");
        assert!(OrderId::parse(&"é".repeat(255)).unwrap().is_some());
        assert!(OrderId::parse(&"a".repeat(256)).is_err());
    }
}

//! Phone numbers: one form for all the ways of writing one.

use std::fmt;

use rlibphonenumber::{PhoneNumber, PhoneNumberFormat};

use crate::Invalid;

/// E.164 §6.2.1: `+`, the country and the national number.
const DIGITS_MAX: usize = 15;
/// More than any way of writing so many digits needs.
const TYPED_OCTETS_MAX: usize = 64;

/// A number that can be dialled from anywhere, in E.164: `+` and at most 15 digits.
///
/// Equal for one line however it was typed, so it is both the customer's key and where texts go.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Reads a number given with `+` and its country; spaces, dots, dashes, slashes and brackets
    /// are ignored.
    ///
    /// The number must be one that its country gives out, by the number plans of Google's
    /// libphonenumber: a text to another would be paid for and reach nobody, or somebody else. The
    /// plans are read when the first number is, in a few milliseconds, and never at start.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid("Give one phone number with its country, such as +491711234567, in `phone`.");
        let typed = text.trim();
        // The library also finds numbers within words, spells letters as keys, and reads extensions
        // and `tel:` addresses: nothing of that is a number that a text can be sent to.
        let plain = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}.-/()\u{2010}\u{2011}\u{2013}".contains(c);
        let international = typed.strip_prefix('+').is_some_and(|rest| rest.chars().all(plain));
        if !international || typed.len() > TYPED_OCTETS_MAX {
            return Err(RULE);
        }
        let number = PhoneNumber::parse(typed, None).map_err(|_| RULE)?;
        let dialled = number.format_as(PhoneNumberFormat::E164);
        // Some plans, Germany's among them, have longer numbers, which no text can be sent to.
        match number.is_valid() && dialled.len() <= "+".len() + DIGITS_MAX {
            true => Ok(Self(dialled.into_owned())),
            false => Err(Invalid("Give a phone number that exists in its country, such as +491711234567, in `phone`.")),
        }
    }

    /// The number as stored.
    #[must_use]
    pub fn stored(number: String) -> Self {
        Self(number)
    }

    /// Reads the number plans ahead of the first number.
    pub fn prepare() {
        // What comes of it does not matter: that it was read does.
        let _ = Self::parse("+12125550123");
    }

    /// The number in E.164.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Phone {
    /// Personal data does not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_for_all_ways_of_writing_it() {
        for (typed, number) in [
            ("+491711234567", "+491711234567"),
            ("  +49 171 1234567 ", "+491711234567"),
            ("+49 (0) 171 / 123-45.67", "+491711234567"),
            ("+49\u{a0}171\u{2011}1234567", "+491711234567"),
            ("+1 (212) 555-0123", "+12125550123"),
            ("+44 20 7946 0958", "+442079460958"),
            // Italy's leading zero is dialled from abroad, too.
            ("+39 06 1234 5678", "+390612345678"),
        ] {
            assert_eq!(Phone::parse(typed).unwrap().as_str(), number, "{typed}");
        }
    }

    #[test]
    fn what_no_text_can_be_sent_to_is_refused() {
        let long = format!("+49{}1711234567", " ".repeat(TYPED_OCTETS_MAX));
        for bad in [
            "",
            "+",
            "0171 1234567",
            "00491711234567",
            "491711234567",
            "+49",
            "+49 171 123",
            "+49 171 12345678901234",
            "+49 98774882084154",
            "+999 171 1234567",
            "+1 555 0123",
            "+1 000 555 0123",
            "+1 800 FLOWERS",
            "+49 171 1234567 ext. 5",
            "+49 171 1234567;ext=5",
            "tel:+491711234567",
            "++491711234567",
            "+49+171 1234567",
            "call +491711234567",
            "+٤٩١٧١١٢٣٤٥٦٧",
            "+49171\u{200b}1234567",
            "+49171\n1234567",
            &long,
        ] {
            assert!(Phone::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn it_does_not_show_itself() {
        assert_eq!(format!("{:?}", Phone::parse("+491711234567").unwrap()), "Phone(…)");
    }
}

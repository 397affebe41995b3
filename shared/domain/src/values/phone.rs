//! Phone numbers. However a number is written, it has one form.

use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, Region};

use crate::values::{Country, Invalid, stored_as_text};

/// The most digits of country code and national number together (E.164 §6.2.1).
const DIGITS_MAX: usize = 15;
/// The longest input, in octets: enough for every way to write that many digits.
const TYPED_OCTETS_MAX: usize = 64;

/// A number in E.164: `+` and at most 15 digits, however it was typed. It identifies a customer and receives SMS.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

stored_as_text!(Phone, Self::as_str, |text| Some(Self::stored(text.to_owned())));

impl Phone {
    /// Reads a number without `+` as a number in `country`, and any other number as [`parse`](Self::parse) does.
    pub fn parse_in(text: &str, country: Option<Country>) -> Result<Self, Invalid> {
        const RULE: Invalid =
            Invalid("Send `phone` with `+` and its country code, or set the shop's `country` in its settings.");
        match (text.trim().starts_with('+'), country) {
            (true, _) => Self::parse(text),
            (false, None) => Err(RULE),
            (false, Some(country)) => Self::read(text, Some(country)),
        }
    }

    /// Reads a number with `+` and a country code. Spaces, dots, dashes, slashes and brackets are ignored.
    ///
    /// The number must be valid in its country, by the number plans of Google's libphonenumber: an SMS to an invalid
    /// number costs money and reaches nobody, or a stranger. The first call takes a few milliseconds longer, to load
    /// the plans.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::read(text, None)
    }

    fn read(text: &str, country: Option<Country>) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid("`phone` must be one phone number with its country code, such as +491711234567.");
        let typed = text.trim();
        // The library would also find numbers within words, read letters as keys, and accept extensions and `tel:`
        // addresses. None of these is right for SMS.
        let plain = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}.-/()\u{2010}\u{2011}\u{2013}".contains(c);
        let digits = if country.is_some() { Some(typed) } else { typed.strip_prefix('+') };
        let is_plain = digits.is_some_and(|digits| digits.chars().all(plain) && !is_decimal(digits));
        if !is_plain || typed.len() > TYPED_OCTETS_MAX {
            return Err(RULE);
        }
        let region = country.map(|country| country.as_str().parse::<Region>()).transpose().map_err(|_| RULE)?;
        let number = PhoneNumber::parse(typed, region).map_err(|_| RULE)?;
        let dialled = number.format_as(PhoneNumberFormat::E164);
        // Some countries' plans, such as Germany's, also have longer numbers, which cannot receive SMS.
        match number.is_valid() && dialled.len() <= "+".len() + DIGITS_MAX {
            true => Ok(Self(dialled.into_owned())),
            false => Err(Invalid("`phone` must be a number that exists in its country, such as +491711234567.")),
        }
    }

    /// The number as read from the table, unchecked.
    pub fn stored(number: String) -> Self {
        Self(number)
    }

    /// Loads the number plans before the first call needs them.
    pub fn prepare() {
        // Parsing any number loads the plans; the result does not matter.
        let _ = Self::parse("+12125550123");
    }

    /// The number in E.164.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a program read the number as a decimal and wrote `491711234567.0`. The `0` is then not a digit of the
/// number.
fn is_decimal(digits: &str) -> bool {
    let (before, behind) = digits.rsplit_once('.').unwrap_or((digits, ""));
    behind.len() == 1 || behind.len() == 2 && before.bytes().all(|byte| byte.is_ascii_digit())
}

crate::hidden! { Phone }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_of_writing_a_number_are_one() {
        for (typed, number) in [
            ("+491711234567", "+491711234567"),
            ("  +49 171 1234567 ", "+491711234567"),
            ("+49 (0) 171 / 123-45.67", "+491711234567"),
            ("+49\u{a0}171\u{2011}1234567", "+491711234567"),
            ("+1 (212) 555-0123", "+12125550123"),
            ("+44 20 7946 0958", "+442079460958"),
            // In Italy, the leading zero is part of the number, even when dialled from abroad.
            ("+39 06 1234 5678", "+390612345678"),
        ] {
            assert_eq!(Phone::parse(typed).unwrap().as_str(), number, "{typed}");
        }
    }

    #[test]
    fn numbers_that_cannot_receive_sms_are_refused() {
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
            "+491711234567.0",
            "+436641234567.0",
            "+436641234567.00",
            &long,
        ] {
            assert!(Phone::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_number_without_a_code_is_read_in_a_country() {
        let germany = Country::parse("DE").ok();
        for (typed, number) in [
            ("0171 1234567", "+491711234567"),
            ("(0171) 123-45.67", "+491711234567"),
            ("0049 171 1234567", "+491711234567"),
            ("+44 20 7946 0958", "+442079460958"),
        ] {
            assert_eq!(Phone::parse_in(typed, germany).unwrap().as_str(), number, "{typed}");
        }
        assert_eq!(Phone::parse_in("(212) 555-0123", Country::parse("US").ok()).unwrap().as_str(), "+12125550123");
        for bad in ["", "1711234567.0", "0171 123", "call 0171 1234567", "0171 1234567 ext. 5"] {
            assert!(Phone::parse_in(bad, germany).is_err(), "{bad:?}");
        }
        let refusal = Phone::parse_in("0171 1234567", None).unwrap_err().0;
        assert!(refusal.contains("`+`") && refusal.contains("`country`"), "{refusal}");
        assert!(Phone::parse_in("+49 171 1234567", None).is_ok());
    }

    #[test]
    fn it_does_not_show_itself() {
        assert_eq!(format!("{:?}", Phone::parse("+491711234567").unwrap()), "Phone(…)");
    }
}

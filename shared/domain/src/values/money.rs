//! Amounts of money and their currencies.

use serde::{Deserialize, Serialize};

use crate::values::{Invalid, stored_as_text};

/// A currency code in the form of ISO 4217: three upper-case letters.
///
/// The code is not checked against a list: the list changes, and the shop knows its currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency(String);

stored_as_text!(Currency, Self::as_str, |text| Self::parse(text).ok());

impl Currency {
    /// Reads a code in upper or lower case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic());
        fits.then(|| Self(text.to_ascii_uppercase()))
            .ok_or(Invalid("A currency must be a three-letter code of ISO 4217, such as \"EUR\"."))
    }

    /// The code of a currency that is none (ISO 4217).
    pub fn none() -> Self {
        Self("XXX".to_owned())
    }

    /// How many decimals the currency has (ISO 4217).
    pub fn decimals(&self) -> u32 {
        match self.as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
            | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        }
    }

    /// The code in upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A whole number of a currency's smallest unit, such as cents, from 0 to 2^53 - 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Amount(u64);

impl Amount {
    /// JavaScript's largest exact integer (2^53 - 1).
    pub const MAX: u64 = (1 << 53) - 1;

    /// An amount of this many units. The number comes from JSON and need not be whole.
    pub fn new(units: f64) -> Result<Self, Invalid> {
        whole(units, 0, Self::MAX).map(Self).ok_or(Invalid(
            "An amount must be a whole number of the currency's smallest unit, from 0: 4900 for 49.00 euros.",
        ))
    }

    /// The amount as read from the table, unchecked.
    pub const fn stored(units: u64) -> Self {
        Self(units)
    }

    /// The number of the currency's smallest units.
    pub const fn units(self) -> u64 {
        self.0
    }
}

/// The number as an integer; `None` if it is not a whole number from `least` to `most`. `most` must be below 2^53.
pub fn whole(number: f64, least: u64, most: u64) -> Option<u64> {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53 every whole number is exact")]
    let fits = number.fract() == 0.0 && (least as f64..=most as f64).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in these bounds")]
    fits.then_some(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_three_letters_in_upper_case() {
        assert_eq!(Currency::parse("eur").unwrap().as_str(), "EUR");
        for bad in ["", "EU", "EURO", "E1R", "éu", " EUR"] {
            assert!(Currency::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_amount_is_a_whole_number_of_the_smallest_unit() {
        assert_eq!(Amount::new(4900.0).unwrap().units(), 4900);
        assert_eq!(Amount::new(9_007_199_254_740_991.0).unwrap().units(), Amount::MAX);
        for bad in [-1.0, 0.5, 9_007_199_254_740_992.0, f64::NAN, f64::INFINITY] {
            assert!(Amount::new(bad).is_err(), "{bad}");
        }
    }
}

//! Reading a body field by field: all that is wrong is told at once.

use domain::{CustomerKey, Detail, EmailAddress, Invalid, Patch, Phone};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::error::Failure;

/// A body's object.
pub(crate) type Object = Map<String, Value>;

/// The first year of a time, so that a mistaken unit is noticed.
const YEAR_MIN: i16 = 1900;
/// The last year of a time.
const YEAR_MAX: i16 = 2199;
/// The length of a date such as 2026-11-20.
const DATE_LENGTH: usize = 10;

/// A body being read.
pub(super) struct Fields<'a> {
    object: &'a Object,
    wrong: Vec<(&'static str, Invalid)>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(object: &'a Object) -> Self {
        Self { object, wrong: Vec::new() }
    }

    /// A text; a blank one is as null.
    pub(super) fn text<T>(&mut self, name: &'static str, parse: fn(&str) -> Result<T, Invalid>) -> Patch<T> {
        self.field(name, |value| match value {
            Value::String(text) if text.trim().is_empty() => Ok(None),
            Value::String(text) => parse(text).map(Some),
            _ => Err(Invalid("Give this field as a text, or leave it out.")),
        })
    }

    /// A line of text.
    pub(super) fn detail(&mut self, name: &'static str) -> Patch<Detail> {
        self.text(name, Detail::parse)
    }

    /// A time.
    pub(super) fn time(&mut self, name: &'static str) -> Patch<Timestamp> {
        self.value(name, time)
    }

    /// Anything else.
    pub(super) fn value<T>(&mut self, name: &'static str, parse: fn(&Value) -> Result<T, Invalid>) -> Patch<T> {
        self.field(name, |value| parse(value).map(Some))
    }

    /// Whom a call names: by the address, or, without one, by the number.
    pub(super) fn key(&mut self) -> Option<CustomerKey> {
        let (email, phone) = (self.email(), self.phone());
        self.key_of(&email, &phone)
    }

    /// The same of an address and a number that were read already.
    pub(super) fn key_of(&mut self, email: &Patch<EmailAddress>, phone: &Patch<Phone>) -> Option<CustomerKey> {
        let key = CustomerKey::new(email.value().cloned(), phone.value().cloned());
        let told = |name: &str| self.wrong.iter().any(|(wrong, _)| *wrong == name);
        match key {
            Ok(key) => Some(key),
            Err(_) if told("email") || told("phone") => None,
            Err(rule) => {
                self.refuse("email", rule);
                self.refuse("phone", Invalid("The phone field is required when email is not present."));
                None
            }
        }
    }

    pub(super) fn email(&mut self) -> Patch<EmailAddress> {
        self.text("email", EmailAddress::parse)
    }

    pub(super) fn phone(&mut self) -> Patch<Phone> {
        self.text("phone", Phone::parse)
    }

    /// What must be there.
    pub(super) fn required<T>(&mut self, name: &'static str, change: Patch<T>, rule: Invalid) -> Option<T> {
        match change {
            Patch::Set(value) => Some(value),
            Patch::Keep | Patch::Clear => {
                if !self.wrong.iter().any(|(wrong, _)| *wrong == name) {
                    self.refuse(name, rule);
                }
                None
            }
        }
    }

    pub(super) fn refuse(&mut self, name: &'static str, rule: Invalid) {
        self.wrong.push((name, rule));
    }

    /// What was read, if nothing is wrong.
    ///
    /// # Errors
    /// [`Failure::Fields`] with all that is wrong.
    pub(super) fn finish<T>(self, read: Option<T>) -> Result<T, Failure> {
        match read {
            Some(read) if self.wrong.is_empty() => Ok(read),
            _ => Err(Failure::Fields(self.wrong)),
        }
    }

    fn field<T>(&mut self, name: &'static str, parse: impl FnOnce(&Value) -> Result<Option<T>, Invalid>) -> Patch<T> {
        match self.object.get(name) {
            None => Patch::Keep,
            Some(Value::Null) => Patch::Clear,
            Some(value) => match parse(value) {
                Ok(Some(value)) => Patch::Set(value),
                Ok(None) => Patch::Clear,
                Err(rule) => {
                    self.refuse(name, rule);
                    Patch::Keep
                }
            },
        }
    }
}

/// The value that a change sets.
pub(super) fn set<T>(change: Patch<T>) -> Option<T> {
    match change {
        Patch::Keep | Patch::Clear => None,
        Patch::Set(value) => Some(value),
    }
}

/// Reads a time: Unix seconds, RFC 3339, or a date, which is that day's midnight in UTC until a
/// shop can set its own zone.
fn time(value: &Value) -> Result<Timestamp, Invalid> {
    const RULE: Invalid = Invalid(
        "Give a time between 1900 and 2199 as Unix seconds, such as 1795154400, or as \
         \"2026-11-20T06:00:00Z\" or \"2026-11-20\".",
    );
    let read = match value {
        Value::Number(number) => whole_seconds(number).and_then(|seconds| Timestamp::from_second(seconds).ok()),
        Value::String(text) if text.len() == DATE_LENGTH => {
            let date = text.parse::<Date>().ok();
            date.and_then(|date| date.to_zoned(TimeZone::UTC).ok()).map(|midnight| midnight.timestamp())
        }
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    let fits = |at: &Timestamp| (YEAR_MIN..=YEAR_MAX).contains(&at.to_zoned(TimeZone::UTC).year());
    read.filter(fits).ok_or(RULE)
}

/// `1795154400.0` is whole, too: some JSON writers know no other numbers.
fn whole_seconds(number: &serde_json::Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
    let whole = |number: f64| (number.fract() == 0.0 && number.abs() < EXACT).then_some(number as i64);
    number.as_i64().or_else(|| number.as_f64().and_then(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_unix_seconds_rfc_3339_or_a_date() {
        for (told, seconds) in [
            ("1795154400", 1_795_154_400),
            ("1795154400.0", 1_795_154_400),
            ("\"2026-11-20T06:00:00Z\"", 1_795_154_400),
            ("\"2026-11-20T07:00:00+01:00\"", 1_795_154_400),
            ("\"2026-11-20\"", 1_795_132_800),
            ("-86400", -86_400),
        ] {
            assert_eq!(time(&serde_json::from_str(told).unwrap()).unwrap().as_second(), seconds, "{told}");
        }
        for bad in ["1.5", "1795154400000", "true", "\"\"", "\"1795154400\"", "\"2026-13-01\"", "\"20.11.2026\"", "[]"]
        {
            assert!(time(&serde_json::from_str(bad).unwrap()).is_err(), "{bad}");
        }
    }
}

//! Checks a body's fields one by one, so that one answer reports every invalid field.

use std::marker::PhantomData;

use domain::customer::CustomerKey;
use domain::values::value::{Json, Kind, Maybe, Shape, Text, Value};
use domain::values::{Country, EmailAddress, Invalid, Patch, Phone};
use edge::error::Error;

use crate::error::Failure;

#[derive(Default)]
pub(super) struct Violations(Vec<(&'static str, Invalid)>);

impl Violations {
    pub(super) fn add(&mut self, field: &'static str, rule: Invalid) {
        self.0.push((field, rule));
    }

    pub(super) fn check<T>(&mut self, field: &'static str, parsed: Result<T, Invalid>) -> Option<T> {
        parsed.map_err(|rule| self.add(field, rule)).ok()
    }

    /// The value of a field, if it is valid.
    pub(super) fn take<T: Default>(&mut self, read: Result<T, Error>) -> T {
        let refused = |error| {
            if let Error::Field { field, rule } = error {
                self.add(field, rule)
            }
        };
        read.map_err(refused).unwrap_or_default()
    }

    /// The change of the number for SMS.
    pub(super) fn phone(&mut self, read: Result<Patch<String>, Error>, country: Option<Country>) -> Patch<Phone> {
        let phone = self.take(read).try_map(|phone| Phone::parse_in(&phone, country));
        self.check("phone", phone).unwrap_or_default()
    }

    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        read: Result<Option<T>, Error>,
        missing: Invalid,
    ) -> Option<T> {
        let value = self.take(read);
        if value.is_none() && !self.has(name) {
            self.add(name, missing);
        }
        value
    }

    /// What identifies the customer: the email or, without an email, the phone number.
    pub(super) fn key(&mut self, email: &Patch<EmailAddress>, phone: &Patch<Phone>) -> Option<CustomerKey> {
        match CustomerKey::new(email.value().cloned(), phone.value().cloned()) {
            Ok(key) => Some(key),
            // The invalid address or number is already reported.
            Err(_) if self.has("email") || self.has("phone") => None,
            Err(rule) => {
                self.add("email", rule);
                self.add("phone", Invalid("The phone field is required when email is not present."));
                None
            }
        }
    }

    /// The parsed body, if every field is valid.
    pub(super) fn finish<T>(self, read: Option<T>) -> Result<T, Failure> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(Failure::Fields(self.0)),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| *field == name)
    }
}

/// A string, with a sentence of its own for another type.
pub(super) struct Line<T>(PhantomData<T>);

impl<T: Value> Value for Line<T> {
    type Out = T::Out;

    fn read(json: Option<&Json>) -> Result<T::Out, Invalid> {
        let json = json.filter(|json| json.is_string()).ok_or(Invalid("Must be a string, or omitted."))?;
        T::read(Some(json))
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// The change that a string makes. A blank one counts as null.
pub(super) struct Change<T>(PhantomData<T>);

impl<T: Value> Value for Change<T> {
    type Out = Patch<T::Out>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        if json.is_none() {
            return Ok(Patch::Keep);
        }
        Maybe::<Line<T>>::read(json).map(|value| value.map_or(Patch::Clear, Patch::Set))
    }

    fn shape() -> Shape {
        Option::<T>::shape()
    }
}

pub(super) fn phone() -> Kind {
    let pattern = Some(r"^\s*\+?[0-9 .\-/()\u00a0\u202f\u2010\u2011\u2013]+\s*$");
    Kind::Text(Text { pattern, ..Text::default() })
}

/// Whether a phone number has no country code and is read in the shop's country.
pub(super) fn lacks_country(phone: &Result<Patch<String>, Error>) -> bool {
    matches!(phone, Ok(Patch::Set(phone)) if !phone.trim().starts_with('+'))
}

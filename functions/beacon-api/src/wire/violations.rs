//! Checks a body's fields one by one, so that one answer reports every invalid field.

use domain::customer::CustomerKey;
use domain::values::{EmailAddress, Invalid, Patch, Phone};
use edge::field::Field;

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

    /// The change that a string field makes. A blank string counts as null.
    pub(super) fn patch<T>(
        &mut self,
        name: &'static str,
        field: Field<String>,
        parse: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Patch<T> {
        let field = match field {
            Field::Value(blank) if blank.trim().is_empty() => Field::Null,
            field => field,
        };
        let patch = field.patch(|field| parse(&field.required(Invalid("Must be a string, or omitted."))?));
        self.check(name, patch).unwrap_or_default()
    }

    /// The value of a string field; `None` if it is absent, null, blank or invalid.
    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        field: Field<String>,
        parse: fn(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        match self.patch(name, field, parse) {
            Patch::Keep | Patch::Clear => None,
            Patch::Set(value) => Some(value),
        }
    }

    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        field: Field<String>,
        parse: fn(&str) -> Result<T, Invalid>,
        missing: Invalid,
    ) -> Option<T> {
        let value = self.optional(name, field, parse);
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

/// Whether a phone number has no country code and is read in the shop's country.
pub(super) fn lacks_country(phone: &Field<String>) -> bool {
    matches!(phone, Field::Value(phone) if !phone.trim().is_empty() && !phone.trim().starts_with('+'))
}

//! Parses the fields of a body, and collects the invalid ones.

use domain::values::{Guid, Patch, parse_time as rfc_3339};
use edge::field::Field;
use jiff::Timestamp;

use crate::error::Failure;
use crate::error::violation::{Rule, Violation};

pub(super) const GUID_RULE: &str = "Send a GUID such as \"6f4770fc-b8ee-4bf2-9977-d048a7f27987\".";

#[derive(Default)]
pub(super) struct Violations(Vec<Violation>);

impl Violations {
    /// The value; `None` if the field is absent, null or invalid.
    pub(super) fn check<T>(&mut self, parsed: Result<Option<T>, Violation>) -> Option<T> {
        self.check_all(parsed.map_err(|violation| vec![violation]))
    }

    /// As [`Self::check`], for a field with fields of its own.
    pub(super) fn check_all<T>(&mut self, parsed: Result<Option<T>, Vec<Violation>>) -> Option<T> {
        parsed.unwrap_or_else(|violations| {
            self.0.extend(violations);
            None
        })
    }

    /// The field's change; none if the field is invalid.
    pub(super) fn patch<T>(&mut self, parsed: Result<Patch<T>, Violation>) -> Patch<T> {
        self.check(parsed.map(Some)).unwrap_or(Patch::Keep)
    }

    /// Adds a violation if the field is absent or null.
    pub(super) fn require<T>(&mut self, field: &Field<T>, path: &str, rule: &str) {
        if matches!(field, Field::Absent | Field::Null) {
            self.add(Violation::new(path, Rule::RequiredField, rule));
        }
    }

    pub(super) fn add(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The failure, with the fields' paths in the object at `root`.
    pub(super) fn within(self, root: &str) -> Failure {
        Failure::Fields(self.0.into_iter().map(|violation| violation.within(root)).collect())
    }
}

pub(super) fn parse_object<'a, T>(field: &'a Field<T>, path: &str) -> Result<Option<&'a T>, Violation> {
    match field {
        Field::Absent | Field::Null => Ok(None),
        Field::Value(object) => Ok(Some(object)),
        Field::Invalid => Err(Violation::new(path, Rule::Format, "Send an object, or omit it.")),
    }
}

pub(super) fn parse_string<'a>(field: &'a Field<String>, path: &str, rule: &str) -> Result<Option<&'a str>, Violation> {
    match field {
        Field::Absent | Field::Null => Ok(None),
        Field::Value(string) => Ok(Some(string)),
        Field::Invalid => Err(Violation::new(path, Rule::Format, rule)),
    }
}

pub(super) fn parse_guid(field: &Field<String>, path: &str) -> Result<Option<Guid>, Violation> {
    let Some(guid) = parse_string(field, path, GUID_RULE)? else { return Ok(None) };
    Guid::parse(guid).map(Some).map_err(|_| Violation::new(path, Rule::Format, GUID_RULE))
}

/// Checks a field with only one allowed value.
pub(super) fn parse_word(field: &Field<String>, path: &str, word: &str) -> Result<Option<()>, Violation> {
    match parse_string(field, path, &only_value(word))? {
        None => Ok(None),
        Some(value) if value == word => Ok(Some(())),
        Some(_) => Err(Violation::new(path, Rule::Format, only_value(word))),
    }
}

pub(super) fn only_value(word: &str) -> String {
    format!("The only value is \"{word}\".")
}

/// A time in RFC 3339, cut to the millisecond.
pub(crate) fn parse_time(field: &Field<String>, path: &str) -> Result<Option<Timestamp>, Violation> {
    const RULE: &str = "Send a time such as \"2026-11-20T06:00:00.000Z\".";
    let Some(time) = parse_string(field, path, RULE)? else { return Ok(None) };
    let time = rfc_3339(time).and_then(|time| Timestamp::from_millisecond(time.as_millisecond()).ok());
    time.map(Some).ok_or_else(|| Violation::new(path, Rule::Format, RULE))
}

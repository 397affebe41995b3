//! Reads the objects of a call leniently, because systems and their plug-ins write `false`, `[]` or `""` where their
//! documents have a text. The value of a field of an unexpected type is unknown, and the field's name is recorded. Only
//! ids, statuses and instants make a call unreadable, because without them customers might be asked about a cancelled
//! order.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use domain::values::EmailAddress;
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::Plain;

pub(super) struct Notes {
    /// When the call arrived. No instant in the call may be later.
    pub now: Timestamp,
    /// The names of fields whose values were ignored.
    pub ignored: RefCell<BTreeSet<String>>,
    /// Whether an id, a status or an instant has an unexpected type.
    pub is_unreadable: Cell<bool>,
}

/// An object. Any other value is read as an empty object.
#[derive(Clone)]
pub(super) struct Object<'a> {
    fields: Option<&'a Map<String, Value>>,
    /// The prefix of the names of its fields: empty, or ending in a dot.
    path: String,
    notes: &'a Notes,
}

impl<'a> Object<'a> {
    pub(super) fn new(body: &'a Value, notes: &'a Notes) -> Option<Self> {
        Some(Self { fields: Some(body.as_object()?), path: String::new(), notes })
    }

    /// Whether it has all of these fields, whatever their values.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.fields.is_some_and(|fields| fields.contains_key(*name)))
    }

    /// Whether it has at least one of these fields, whatever their values.
    pub(super) fn has_one(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.has(&[name]))
    }

    /// Whether it has other fields than these.
    pub(super) fn has_more_than(&self, names: &[&str]) -> bool {
        self.fields.is_some_and(|fields| fields.keys().any(|name| !names.contains(&name.as_str())))
    }

    /// A field; `None` if it is missing or null, or `read` rejects it.
    fn read<T>(&self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.fields?.get(name).filter(|value| !value.is_null())?;
        read(value).or_else(|| {
            self.note(name);
            None
        })
    }

    /// Records that a field's value, or a part of it, was ignored.
    fn note(&self, name: &str) {
        self.notes.ignored.borrow_mut().insert(format!("{}{name}", self.path));
    }

    /// As [`Self::read`], but if `read` rejects the field, the call is unreadable.
    fn need<T>(&self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        self.read(name, |value| self.must(read(value)))
    }

    /// Whether a field is there and null.
    pub(super) fn is_null(&self, name: &str) -> bool {
        self.fields.is_some_and(|fields| fields.get(name).is_some_and(Value::is_null))
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.read(name, Value::as_str)
    }

    /// The address of a buyer, who may be asked; `None` if it is missing, empty or not deliverable.
    pub(super) fn email(&self, name: &str) -> Option<EmailAddress> {
        let typed = self.text(name).filter(|typed| !typed.trim().is_empty())?;
        let address = EmailAddress::of_customer(typed).ok();
        if address.is_none() {
            self.note(name);
        }
        address
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.read(name, Value::as_bool)
    }

    pub(super) fn plain(&self, name: &str) -> Option<Plain> {
        self.read(name, Plain::of)
    }

    /// A quantity; `None` if it is not a number.
    pub(super) fn count(&self, name: &str) -> Option<u32> {
        self.read(name, |value| Plain::of(value)?.count())
    }

    /// An id, which may be missing: letters, digits and hyphens, not 0.
    pub(super) fn id(&self, name: &str) -> Option<String> {
        self.need(name, Plain::of)?.id()
    }

    pub(super) fn ids(&self, name: &str) -> Option<Vec<String>> {
        let values = self.read(name, Value::as_array)?;
        let ids: Vec<_> = values.iter().filter_map(|id| Plain::of(id)?.id()).collect();
        if ids.len() < values.len() {
            self.note(name);
        }
        Some(ids)
    }

    /// An id. Without it, the call is unreadable.
    pub(super) fn key(&self, name: &str) -> Option<String> {
        self.must(self.id(name))
    }

    /// Marks the call unreadable if the value is missing.
    pub(super) fn must<T>(&self, value: Option<T>) -> Option<T> {
        self.notes.is_unreadable.set(self.notes.is_unreadable.get() || value.is_none());
        value
    }

    pub(super) fn status(&self, name: &str) -> Option<&'a str> {
        self.need(name, |value| value.as_str().filter(|status| !status.is_empty()))
    }

    /// An instant's text; `None` if it is empty.
    pub(super) fn written_instant(&self, name: &str) -> Option<&'a str> {
        self.need(name, Value::as_str).filter(|text| !text.is_empty())
    }

    /// An instant, in UTC unless it names an offset; `None` if it is malformed.
    pub(super) fn instant(&self, name: &str) -> Option<Timestamp> {
        let text = self.written_instant(name)?;
        let at: Timestamp = text.parse().or_else(|_| format!("{text}Z").parse()).ok()?;
        Some(at.min(self.notes.now))
    }

    pub(super) fn object(&self, name: &str) -> Self {
        Self { fields: self.read(name, Value::as_object), path: format!("{}{name}.", self.path), notes: self.notes }
    }

    pub(super) fn list(&self, name: &str) -> Option<Vec<Self>> {
        let path = format!("{}{name}.", self.path);
        let object =
            |value: &'a Value| Some(Self { fields: Some(value.as_object()?), path: path.clone(), notes: self.notes });
        let values = self.read(name, Value::as_array)?;
        let objects: Vec<_> = values.iter().filter_map(object).collect();
        if objects.len() < values.len() {
            self.note(name);
        }
        Some(objects)
    }

    /// When the call arrived.
    pub(super) fn now(&self) -> Timestamp {
        self.notes.now
    }
}

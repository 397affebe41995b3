//! The objects of a call, read leniently: systems and their plug-ins write `false`, `[]` or `""` where their documents have a text.
//! A field of another type than expected is unknown, and noted by its name. Only ids, statuses and instants make a call unreadable:
//! without them, an order that was cancelled would be asked about.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::Plain;

/// What reading a call leads to besides its content.
pub(super) struct Notes {
    /// No instant of a call lies after it.
    pub now: Timestamp,
    /// The fields whose values were ignored.
    pub ignored: RefCell<BTreeSet<String>>,
    /// Whether an id, a status or an instant has another type.
    pub is_unreadable: Cell<bool>,
}

/// An object; an empty one in place of what is no object.
#[derive(Clone)]
pub(super) struct Object<'a> {
    fields: Option<&'a Map<String, Value>>,
    /// What stands before the names of its fields: empty, or ending in a dot.
    path: String,
    notes: &'a Notes,
}

impl<'a> Object<'a> {
    /// The object of a call; `None` if it is no object.
    pub(super) fn new(body: &'a Value, notes: &'a Notes) -> Option<Self> {
        Some(Self { fields: Some(body.as_object()?), path: String::new(), notes })
    }

    /// A field; `None` if it is missing, null, or none that `read` takes.
    fn read<T>(&self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.fields?.get(name).filter(|value| !value.is_null())?;
        read(value).or_else(|| {
            self.notes.ignored.borrow_mut().insert(format!("{}{name}", self.path));
            None
        })
    }

    /// The same of a field without which the call cannot be understood.
    fn need<T>(&self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        self.read(name, |value| self.must(read(value)))
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.read(name, Value::as_str)
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.read(name, Value::as_bool)
    }

    /// Whether it says yes, in one of the ways in which WordPress' plug-ins do.
    pub(super) fn says_yes(&self, name: &str) -> Option<bool> {
        self.read(name, |value| match value {
            Value::Bool(is_so) => Some(*is_so),
            value => Some(["1", "yes", "true", "on"].contains(&Plain::of(value)?.0.trim().to_lowercase().as_str())),
        })
    }

    /// A number, which systems also write as a string.
    pub(super) fn plain(&self, name: &str) -> Option<Plain> {
        self.read(name, Plain::of)
    }

    /// How many; `None` if it does not say that.
    pub(super) fn count(&self, name: &str) -> Option<u32> {
        self.read(name, |value| Plain::of(value)?.count())
    }

    /// An id that may be missing: letters, digits and hyphens, not 0.
    pub(super) fn id(&self, name: &str) -> Option<String> {
        self.need(name, Plain::of)?.id()
    }

    /// An id without which the call cannot be understood.
    pub(super) fn key(&self, name: &str) -> Option<String> {
        self.must(self.id(name))
    }

    /// A value without which the call cannot be understood.
    pub(super) fn must<T>(&self, value: Option<T>) -> Option<T> {
        self.notes.is_unreadable.set(self.notes.is_unreadable.get() || value.is_none());
        value
    }

    pub(super) fn status(&self, name: &str) -> Option<&'a str> {
        self.need(name, |value| value.as_str().filter(|status| !status.is_empty()))
    }

    /// An instant as it is written; `None` for an empty one.
    pub(super) fn written_instant(&self, name: &str) -> Option<&'a str> {
        self.need(name, Value::as_str).filter(|text| !text.is_empty())
    }

    /// An instant, in UTC if it does not say where; `None` if it is no time.
    pub(super) fn instant(&self, name: &str) -> Option<Timestamp> {
        let text = self.written_instant(name)?;
        let at: Timestamp = text.parse().or_else(|_| format!("{text}Z").parse()).ok()?;
        Some(at.min(self.notes.now))
    }

    pub(super) fn object(&self, name: &str) -> Self {
        Self { fields: self.read(name, Value::as_object), path: format!("{}{name}.", self.path), notes: self.notes }
    }

    /// The objects of a list.
    pub(super) fn list(&self, name: &str) -> Option<Vec<Self>> {
        let path = format!("{}{name}.", self.path);
        let object =
            |value: &'a Value| Some(Self { fields: Some(value.as_object()?), path: path.clone(), notes: self.notes });
        let values = self.read(name, Value::as_array)?;
        let objects: Vec<_> = values.iter().filter_map(object).collect();
        if objects.len() < values.len() {
            self.notes.ignored.borrow_mut().insert(format!("{}{name}", self.path));
        }
        Some(objects)
    }

    /// When the call came.
    pub(super) fn now(&self) -> Timestamp {
        self.notes.now
    }
}

//! The values of the vendor's bodies, each with its sentence and its shape, and the invalid fields of a body.

use std::marker::PhantomData;

use domain::reads;
use domain::reads_text;
use domain::values::value::{Json, Kind, Shape, Text, UNSAID, Value, number, text};
use domain::values::{Guid, Invalid, parse_time};
use jiff::Timestamp;

use crate::error::Failure;
use crate::error::violation::Violation;
use crate::wire::request::NAMESPACE;

pub(super) const GUID_RULE: &str = "Send a GUID such as \"6f4770fc-b8ee-4bf2-9977-d048a7f27987\".";
pub(super) const OBJECT_RULE: &str = "Send an object, or omit it.";
pub(super) const FLAG_RULE: &str = "Send true or false.";

/// Any GUID.
pub(super) enum AnyGuid {}

/// The only catalog that the vendor's reviews have.
pub(super) enum Namespace {}

/// A time, cut to the millisecond.
pub(super) enum Moment {}

/// A page's maximum number of rows.
pub(super) enum Limit {}

impl Limit {
    const MAX: u32 = 100;
}

/// A filter, or another object that is read later.
pub(super) enum AnyObject {}

reads_text! {
    AnyGuid: Guid = |text| Guid::parse(text).map_err(|_| Invalid(GUID_RULE)), uuid();
}

pub(super) fn uuid() -> Text {
    Text { format: Some("uuid"), ..Text::default() }
}

reads! {
    Namespace: () = |json| (text(json) == NAMESPACE).then_some(()).ok_or(Invalid("The only value is \"stores\".")),
        Kind::Word(vec![NAMESPACE]);
    Moment: Timestamp = |json| {
        let time = parse_time(text(json)).and_then(|time| Timestamp::from_millisecond(time.as_millisecond()).ok());
        time.ok_or(Invalid("Send a time such as \"2026-11-20T06:00:00.000Z\"."))
    }, Kind::Time;
    Limit: u32 = |json| whole(json, 1, Self::MAX).ok_or(Invalid("A page's limit must be a whole number from 1 to 100.")),
        Kind::Whole(1, Self::MAX.into());
    AnyObject: Json = |json| json.filter(|json| !json.is_null()).cloned().ok_or(UNSAID), Kind::Open;
}

/// The whole number of a field, in its bounds.
pub(super) fn whole(json: Option<&Json>, min: u32, max: u32) -> Option<u32> {
    let number = number(json);
    let fits = (f64::from(min)..=f64::from(max)).contains(&number) && number.fract() == 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number in the bounds")]
    fits.then_some(number as u32)
}

/// A list of so many values, each of which may be invalid by itself.
pub(super) struct List<T, const MIN: usize, const MAX: usize>(PhantomData<T>);

impl<T: Value, const MIN: usize, const MAX: usize> Value for List<T, MIN, MAX> {
    type Out = Vec<Result<T::Out, Invalid>>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        let items = json.and_then(Json::as_array).filter(|items| (MIN..=MAX).contains(&items.len()));
        Ok(items.ok_or(UNSAID)?.iter().map(|item| T::read(Some(item))).collect())
    }

    fn shape() -> Shape {
        T::shape().kind.list(Some(MIN).filter(|min| *min > 0), Some(MAX)).required()
    }
}

#[derive(Default)]
pub(super) struct Violations(Vec<Violation>);

impl Violations {
    /// The value; `None` if the field is absent, null or invalid.
    pub(super) fn check<T: Clone>(&mut self, field: &Result<Option<T>, Violation>) -> Option<T> {
        self.object(field).cloned()
    }

    /// As [`Self::check`], for an object.
    pub(super) fn object<'a, T>(&mut self, field: &'a Result<Option<T>, Violation>) -> Option<&'a T> {
        match field {
            Ok(value) => value.as_ref(),
            Err(violation) => {
                self.add(violation.clone());
                None
            }
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

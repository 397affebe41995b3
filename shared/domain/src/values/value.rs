//! Values that read themselves from the JSON of a call and describe their own shape.
//!
//! A body's field names its type, and the type has the bound, the sentence and the description. [`Maybe`], [`Patch`],
//! [`Kept`] and `Option` say what an absent field and `null` mean.

use jiff::Timestamp;

use crate::values::{
    Amount, Color, Country, Currency, DelayDays, EmailAddress, HttpsUrl, Invalid, Language, PersonName, Phone,
    ReminderDays, Reminders, Storefront, Word, parse_time,
};

pub use serde_json::Value as Json;

/// A value of a field, or a rule by which several types read one.
pub trait Value {
    /// What is read.
    type Out;

    /// Reads a field's JSON; `None` if the body does not have the field.
    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid>;

    fn shape() -> Shape;
}

/// What a description says about a value.
pub struct Shape {
    pub kind: Kind,
    /// Whether `null` is another value.
    pub is_nullable: bool,
    /// Whether every body has the field.
    pub is_required: bool,
}

pub enum Kind {
    Text(Text),
    /// A whole number from the first to the second.
    Whole(u64, u64),
    /// A whole number from the first, of so many bits; 0 if their number does not matter.
    Count(u8, u8),
    Number,
    /// An instant, in seconds since 1970.
    Seconds,
    Flag,
    /// One of these words.
    Word(Vec<&'static str>),
    /// Such as `#1f5f4c`.
    Color,
    /// An instant (RFC 3339).
    Time,
    /// A day (RFC 3339).
    Day,
    /// Always `null`.
    Null,
    /// So many values, at least and at most.
    List(Box<Kind>, Option<usize>, Option<usize>),
    /// An object of values of this shape, by their names.
    ByName(Box<Shape>),
    /// An object, by the name of its description.
    Object(&'static str),
    /// An object with any fields.
    Open,
}

#[derive(Default)]
pub struct Text {
    pub characters_min: Option<usize>,
    pub characters_max: Option<usize>,
    pub format: Option<&'static str>,
    pub pattern: Option<&'static str>,
    pub example: Option<&'static str>,
}

impl Text {
    /// So many characters, at least and at most.
    pub fn between(min: usize, max: usize) -> Self {
        Self { characters_min: Some(min), ..Self::at_most(max) }
    }

    pub fn at_most(max: usize) -> Self {
        Self { characters_max: Some(max), ..Self::default() }
    }

    pub fn required(self) -> Shape {
        Kind::Text(self).required()
    }
}

impl Kind {
    /// A field of this kind that every body has.
    pub const fn required(self) -> Shape {
        Shape { kind: self, is_nullable: false, is_required: true }
    }

    /// At most so many strings.
    pub fn strings(most: Option<usize>) -> Self {
        Self::Text(Text::default()).list(None, most)
    }

    /// So many of this kind, at least and at most.
    pub fn list(self, least: Option<usize>, most: Option<usize>) -> Self {
        Self::List(Box::new(self), least, most)
    }

    pub fn words<W: Word>() -> Self {
        Self::Word(W::ALL.iter().map(|word| word.as_str()).collect())
    }
}

/// The string of a field; empty if it has another type.
pub fn text(json: Option<&Json>) -> &str {
    json.and_then(Json::as_str).unwrap_or_default()
}

/// The strings of a list; `None` for anything else.
pub fn strings(json: Option<&Json>) -> Option<Vec<&str>> {
    json.and_then(Json::as_array)?.iter().map(Json::as_str).collect()
}

/// The number of a field; NaN, which every bound refuses, if it has another type.
pub fn number(json: Option<&Json>) -> f64 {
    json.and_then(Json::as_f64).unwrap_or(f64::NAN)
}

/// A field that may be absent or `null`.
impl<T: Value> Value for Option<T> {
    type Out = Option<T::Out>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        if json.is_none_or(Json::is_null) { Ok(None) } else { T::read(json).map(Some) }
    }

    fn shape() -> Shape {
        Shape { is_nullable: true, is_required: false, ..T::shape() }
    }
}

/// A field of which a blank string means that it is absent, too.
pub struct Maybe<T>(std::marker::PhantomData<T>);

impl<T: Value> Value for Maybe<T> {
    type Out = Option<T::Out>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        let is_blank = json.and_then(Json::as_str).is_some_and(|text| text.trim().is_empty());
        if is_blank { Ok(None) } else { Option::<T>::read(json) }
    }

    fn shape() -> Shape {
        Option::<T>::shape()
    }
}

/// `null` clears what the field sets; without the field, it stays.
impl<T: Value> Value for Patch<T> {
    type Out = Patch<T::Out>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        match json {
            None => Ok(Patch::Keep),
            Some(Json::Null) => Ok(Patch::Clear),
            json => T::read(json).map(Patch::Set),
        }
    }

    fn shape() -> Shape {
        Option::<T>::shape()
    }
}

/// Without the field, its value stays. It cannot be cleared.
pub struct Kept<T>(std::marker::PhantomData<T>);

impl<T: Value> Value for Kept<T> {
    type Out = Option<T::Out>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        json.map(|json| T::read(Some(json))).transpose()
    }

    fn shape() -> Shape {
        Shape { is_required: false, ..T::shape() }
    }
}

/// A field that may be `null`, too, which its description does not say. It may say that every body has the field.
pub struct Lenient<T, const IS_REQUIRED: bool = false>(std::marker::PhantomData<T>);

impl<T: Value, const IS_REQUIRED: bool> Value for Lenient<T, IS_REQUIRED> {
    type Out = T::Out;

    fn read(json: Option<&Json>) -> Result<T::Out, Invalid> {
        T::read(json)
    }

    fn shape() -> Shape {
        Shape { is_nullable: false, is_required: IS_REQUIRED, ..T::shape() }
    }
}

/// For types whose body says the sentence, because it names the field.
pub const UNSAID: Invalid = Invalid("The value has another type.");

/// A value whose error concerns only itself, such as one of a list.
pub struct Tried<T>(std::marker::PhantomData<T>);

impl<T: Value> Value for Tried<T> {
    type Out = Result<T::Out, Invalid>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        Ok(T::read(json))
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Value> Value for Vec<T> {
    type Out = Vec<T::Out>;

    fn read(json: Option<&Json>) -> Result<Self::Out, Invalid> {
        json.and_then(Json::as_array).ok_or(UNSAID)?.iter().map(|one| T::read(Some(one))).collect()
    }

    fn shape() -> Shape {
        T::shape().kind.list(None, None).required()
    }
}

/// Declares how a type reads a field's JSON, and what its description says.
#[macro_export]
macro_rules! reads {
    ($($type:ty: $out:ty = $read:expr, $kind:expr;)+) => {$(
        impl $crate::values::value::Value for $type {
            type Out = $out;

            fn read(json: Option<&$crate::values::value::Json>) -> Result<$out, $crate::values::Invalid> {
                let read: fn(Option<&$crate::values::value::Json>) -> Result<$out, $crate::values::Invalid> = $read;
                read(json)
            }

            fn shape() -> $crate::values::value::Shape {
                $kind.required()
            }
        }
    )+};
}

/// Declares how a type reads a string, and what its description says about the string.
#[macro_export]
macro_rules! reads_text {
    ($($type:ty: $out:ty = $parse:expr, $text:expr;)+) => {
        $crate::reads! {$(
            $type: $out = |json| {
                let parse: fn(&str) -> Result<$out, $crate::values::Invalid> = $parse;
                parse($crate::values::value::text(json))
            }, $text;
        )+}
    };
}

/// Declares how a type reads a whole number, and its bounds.
#[macro_export]
macro_rules! reads_whole {
    ($($type:ty = $min:expr, $max:expr;)+) => {
        $crate::reads! {$(
            $type: Self = |json| Self::new($crate::values::value::number(json)),
                $crate::values::value::Kind::Whole($min.into(), $max.into());
        )+}
    };
}

/// Declares how a closed set's type reads one of its words, and its sentence.
#[macro_export]
macro_rules! reads_word {
    ($($type:ty, $rule:expr;)+) => {
        $crate::reads! {$(
            $type: Self = |json| Self::parse($crate::values::value::text(json)).ok_or($rule),
                $crate::values::value::Kind::words::<Self>();
        )+}
    };
}

reads! {
    bool: Self = |json| json.and_then(Json::as_bool).ok_or(UNSAID), Kind::Flag;
    String: Self = |json| json.and_then(Json::as_str).map(ToOwned::to_owned).ok_or(UNSAID), Text::default();
    // A number whose bounds are checked later. The body describes them.
    f64: Self = |json| json.and_then(Json::as_f64).ok_or(UNSAID), Kind::Whole(0, u32::MAX.into());
    Timestamp: Self = |json| parse_time(text(json)).ok_or(UNSAID), Kind::Time;
    Color: Self = |json| Self::parse(text(json)), Kind::Color;
}

/// A string that the body parses with what else it knows; empty for another type.
pub enum Raw {}

fn url() -> Text {
    let pattern = Some("^https://[A-Za-z0-9]");
    Text { format: Some("uri"), pattern, ..Text::at_most(HttpsUrl::CHARACTERS_MAX) }
}

reads_text! {
    Raw: String = |text| Ok(text.to_owned()), Text::default();
    EmailAddress: Self = Self::parse, Text { format: Some("idn-email"), ..Text::at_most(Self::OCTETS_MAX) };
    PersonName: Self = Self::parse, Text::between(1, Self::CHARACTERS_MAX);
    HttpsUrl: Self = Self::parse, url();
    Storefront: Self = Self::parse, url();
    Phone: Self = Self::parse, Text::default();
    Currency: Self = Self::parse, Text { pattern: Some("^[A-Za-z]{3}$"), ..Text::default() };
    Country: Self = Self::parse, Text { pattern: Some("^[A-Z]{2}$"), ..Text::default() };
}

reads_whole! {
    Amount = 0_u64, Self::MAX;
    DelayDays = 0_u8, Self::MAX;
    Reminders = 0_u8, Self::MAX;
}

// Any other tag would have no effect, or another effect than it says.
reads_word! { Language, Self::UNSUPPORTED; }

/// A customer's locale, which may be a language that is none of ours.
pub enum LanguageTag {}

reads_text! {
    LanguageTag: Option<Language> = Language::of_tag, Text {
        pattern: Some("^([A-Za-z]{2,8}|([A-Za-z]{2,8}|[IXix])([-_][A-Za-z0-9]{1,8})*[-_][A-Za-z0-9]{2,8})$"),
        example: Some("de-AT"),
        ..Text::at_most(Language::TAG_CHARACTERS_MAX)
    };
}

reads! {
    // Anything other than three days becomes three days that do not rise, which are refused.
    ReminderDays: Self = |json| {
        let day = |day: &Json| day.as_u64().and_then(|day| u8::try_from(day).ok());
        let days = json.and_then(Json::as_array).and_then(|days| days.iter().map(day).collect::<Option<Vec<_>>>());
        Self::new(days.and_then(|days| days.try_into().ok()).unwrap_or_default())
    }, days();
}

fn days() -> Kind {
    let most = Some(Reminders::MAX.into());
    Kind::Whole(1, ReminderDays::DAY_MAX.into()).list(most, most)
}

/// How a call changes an optional field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The call omits the field.
    #[default]
    Keep,
    /// The call sets the field to null.
    Clear,
    /// The call sets the field to this value.
    Set(T),
}

impl<T> Patch<T> {
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value),
        }
    }

    pub fn try_map<U, E>(self, map: impl FnOnce(T) -> Result<U, E>) -> Result<Patch<U>, E> {
        match self {
            Self::Keep => Ok(Patch::Keep),
            Self::Clear => Ok(Patch::Clear),
            Self::Set(value) => map(value).map(Patch::Set),
        }
    }

    /// The new value; `None` if the call sets none.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Keep | Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_patch_keeps_clears_sets_or_refuses() {
        let patch = |json: Option<Json>| Patch::<bool>::read(json.as_ref());
        assert_eq!(patch(None), Ok(Patch::Keep));
        assert_eq!(patch(Some(Json::Null)), Ok(Patch::Clear));
        assert_eq!(patch(Some(json!(true))), Ok(Patch::Set(true)));
        assert_eq!(patch(Some(json!(7))), Err(UNSAID));
    }
}

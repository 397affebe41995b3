//! Bodies of answers, whose fields show and describe themselves.

use std::collections::BTreeMap;

use domain::values::value::{Kind, Shape, Text};
use domain::values::{Guid, Word};
use jiff::Timestamp;
use jiff::civil::Date;
pub use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use utoipa::openapi::{AllOfBuilder, Ref, RefOr, Schema};

use crate::input::{Property, object};

/// Declares bodies of answers. After a body's name stand perhaps the description's name (`as`), and what it is made of. Each field has
/// its type, which shows and describes it, and what is shown; then perhaps an example, and what replaces the type's own kind (`as`). A field that has
/// another name in JSON has it behind its own.
///
/// ```
/// use edge::shown::{Time, Url};
///
/// edge::shown! {
///     /// A page somewhere.
///     pub struct PageBody as Page ((url, at): (&str, jiff::Timestamp)) {
///         /// Where it is.
///         url: Url = url;
///         /// When somebody read it; `null` if nobody did.
///         read_at: Option<Time> = Some(at);
///     }
/// }
///
/// let body = PageBody::new(("https://fern.example/", jiff::Timestamp::UNIX_EPOCH));
/// let json = r#"{"url":"https://fern.example/","read_at":"1970-01-01T00:00:00Z"}"#;
/// assert_eq!(serde_json::to_string(&body).unwrap(), json);
/// ```
#[macro_export]
macro_rules! shown {
    ($(
        $(#[doc = $about:literal])*
        $visible:vis struct $name:ident $(as $shown:ident)? ($given:tt: $of:ty) {
            $(
                $(#[doc = $doc:literal])*
                $seen:vis $field:ident $($json:literal)?: $type:ty = $value:expr $(, example $example:literal)? $(, as $kind:expr)?;
            )*
        }
    )+) => {$(
        $(#[doc = $about])*
        $visible struct $name {
            $($(#[doc = $doc])* $seen $field: $type,)*
        }

        impl $name {
            $visible fn new($given: $of) -> Self {
                Self { $($field: $crate::shown::Of::of($value),)* }
            }
        }

        impl $crate::shown::Of<$of> for $name {
            fn of(given: $of) -> Self {
                Self::new(given)
            }
        }

        impl $crate::shown::Of<$name> for $name {
            fn of(given: $name) -> Self {
                given
            }
        }

        impl $crate::shown::Body for $name {
            fn put_all<M: $crate::shown::SerializeMap>(&self, object: &mut M) -> ::std::result::Result<(), M::Error> {
                $($crate::shown::Shown::put(&self.$field, None$(.or(Some($json)))?.unwrap_or(stringify!($field)), object)?;)*
                Ok(())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::shown::write(self, serializer)
            }
        }

        impl $crate::shown::Shown for $name {
            fn shape() -> ::domain::values::value::Shape {
                ::domain::values::value::Kind::Object(None$(.or(Some(stringify!($shown))))?.unwrap_or(stringify!($name))).required()
            }

            fn schemas(schemas: &mut $crate::shown::Schemas) {
                $crate::shown::add::<Self>(schemas);
            }
        }

        impl ::utoipa::PartialSchema for $name {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::Schema> {
                $crate::shown::describe(&[$($about),*], [$(<$type as $crate::shown::Shown>::fields($crate::input::Property {
                    name: None$(.or(Some($json)))?.unwrap_or(stringify!($field)),
                    about: &[$($doc),*],
                    shape: ::domain::values::value::Shape {
                        $(kind: $kind,)?
                        ..<$type as $crate::shown::Shown>::shape()
                    },
                    default: None,
                    example: None$(.or(Some($example)))?,
                    schema: None,
                })),*])
            }
        }

        impl ::utoipa::ToSchema for $name {
            fn name() -> ::std::borrow::Cow<'static, str> {
                None$(.or(Some(stringify!($shown))))?.unwrap_or(stringify!($name)).into()
            }

            fn schemas(schemas: &mut $crate::shown::Schemas) {
                $(<$type as $crate::shown::Shown>::schemas(schemas);)*
            }
        }
    )+};
}

/// Descriptions by their names.
pub type Schemas = Vec<(String, RefOr<Schema>)>;

/// A type of an answer's fields.
pub trait Shown: Serialize {
    fn shape() -> Shape;

    /// The field's description, or those of the fields that stand for it.
    fn fields(property: Property) -> Vec<Field> {
        vec![Field { flat: false, property }]
    }

    /// Adds the descriptions that the shape names.
    fn schemas(_: &mut Schemas) {}

    /// Writes the field into its object.
    fn put<M: SerializeMap>(&self, name: &'static str, object: &mut M) -> Result<(), M::Error> {
        object.serialize_entry(name, self)
    }
}

/// Makes a field of what it shows.
pub trait Of<G> {
    fn of(given: G) -> Self;
}

/// An answer, or an object in one.
pub trait Body: Shown {
    /// Writes its fields into an object.
    fn put_all<M: SerializeMap>(&self, object: &mut M) -> Result<(), M::Error>;
}

pub fn write<B: Body, S: Serializer>(body: &B, serializer: S) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(None)?;
    body.put_all(&mut object)?;
    object.end()
}

/// Adds the description of a body, and those that it names.
pub fn add<B: utoipa::ToSchema>(schemas: &mut Schemas) {
    schemas.push((B::name().into_owned(), B::schema()));
    B::schemas(schemas);
}

/// A field of a description.
pub struct Field {
    /// Whether the fields of another description stand for it.
    pub flat: bool,
    pub property: Property,
}

pub fn describe(about: &[&str], fields: impl IntoIterator<Item = Vec<Field>>) -> RefOr<Schema> {
    let (flat, own): (Vec<_>, Vec<_>) = fields.into_iter().flatten().partition(|field| field.flat);
    let mut object = object(about, own.into_iter().map(|field| field.property));
    if flat.is_empty() {
        return object.into();
    }
    let about = object.description.take();
    let names = flat.into_iter().filter_map(|Field { property, .. }| match property.shape.kind {
        Kind::Object(name) => Some(name),
        _ => None,
    });
    let all = names.fold(AllOfBuilder::new(), |all, name| all.item(Ref::from_schema_name(name)));
    Schema::AllOf(all.item(object).description(about).build()).into()
}

/// Declares types that are shown as they are.
macro_rules! as_they_are {
    ($($type:ty = $kind:expr;)+) => {$(
        impl Shown for $type {
            fn shape() -> Shape {
                $kind.required()
            }
        }

        impl Of<$type> for $type {
            fn of(given: $type) -> Self {
                given
            }
        }
    )+};
}

as_they_are! {
    bool = Kind::Flag;
    u8 = Kind::Count(0, 32);
    u16 = Kind::Count(0, 32);
    u32 = Kind::Count(0, 32);
    u64 = Kind::Count(0, 64);
    usize = Kind::Count(0, 0);
    f64 = Kind::Number;
    () = Kind::Null;
    serde_json::Value = Kind::Open;
}

/// Declares types that are shown as a text.
macro_rules! as_texts {
    ($($(#[$about:meta])+ $name:ident($given:ty): $kind:expr, $format:literal;)+) => {$(
        $(#[$about])+
        pub struct $name($given);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&format_args!($format, self.0))
            }
        }

        impl Shown for $name {
            fn shape() -> Shape {
                $kind.required()
            }
        }

        impl<T: Into<$given>> Of<T> for $name {
            fn of(given: T) -> Self {
                Self(given.into())
            }
        }
    )+};
}

as_texts! {
    /// A time as the native API and BetterReviews write it: UTC, in whole seconds, with `Z`.
    Time(Timestamp): Kind::Time, "{:.0}";
    /// A time in UTC, to the millisecond.
    Milliseconds(Timestamp): Kind::Time, "{:.3}";
    /// A day.
    Day(Date): Kind::Day, "{}";
    /// A GUID.
    Uuid(Guid): format("uuid"), "{}";
    /// A URL.
    Url(String): format("uri"), "{}";
}

/// A text of this format.
pub fn format(format: &'static str) -> Kind {
    Kind::Text(Text { format: Some(format), ..Text::default() })
}

/// A text of this pattern.
pub fn pattern(pattern: &'static str) -> Kind {
    Kind::Text(Text { pattern: Some(pattern), ..Text::default() })
}

impl Shown for String {
    fn shape() -> Shape {
        Text::default().required()
    }
}

impl<T: ToString> Of<T> for String {
    fn of(given: T) -> Self {
        given.to_string()
    }
}

/// Seconds since 1970.
#[derive(Serialize)]
pub struct UnixTime(i64);

impl Shown for UnixTime {
    fn shape() -> Shape {
        Kind::Seconds.required()
    }
}

impl Of<Timestamp> for UnixTime {
    fn of(given: Timestamp) -> Self {
        Self(given.as_second())
    }
}

/// A word of a closed set.
pub struct OneOf<W>(W);

impl<W: Word> Serialize for OneOf<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl<W: Word> Shown for OneOf<W> {
    fn shape() -> Shape {
        Kind::words::<W>().required()
    }
}

impl<W> Of<W> for OneOf<W> {
    fn of(given: W) -> Self {
        Self(given)
    }
}

/// A field that may be `null`.
impl<T: Shown> Shown for Option<T> {
    fn shape() -> Shape {
        Shape { is_nullable: true, ..T::shape() }
    }

    fn schemas(schemas: &mut Schemas) {
        T::schemas(schemas);
    }
}

impl<T: Of<G>, G> Of<Option<G>> for Option<T> {
    fn of(given: Option<G>) -> Self {
        given.map(T::of)
    }
}

/// A field that is absent instead of `null`.
#[derive(Serialize)]
pub struct Absent<T>(Option<T>);

impl<T: Shown> Shown for Absent<T> {
    fn shape() -> Shape {
        Shape { is_required: false, ..T::shape() }
    }

    fn schemas(schemas: &mut Schemas) {
        T::schemas(schemas);
    }

    fn put<M: SerializeMap>(&self, name: &'static str, object: &mut M) -> Result<(), M::Error> {
        self.0.iter().try_for_each(|value| value.put(name, object))
    }
}

impl<T: Of<G>, G> Of<Option<G>> for Absent<T> {
    fn of(given: Option<G>) -> Self {
        Self(given.map(T::of))
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shape() -> Shape {
        T::shape().kind.list(None, None).required()
    }

    fn schemas(schemas: &mut Schemas) {
        T::schemas(schemas);
    }
}

impl<T: Of<I::Item>, I: IntoIterator> Of<I> for Vec<T> {
    fn of(given: I) -> Self {
        given.into_iter().map(T::of).collect()
    }
}

/// Values by name.
impl<T: Shown> Shown for BTreeMap<String, T> {
    fn shape() -> Shape {
        Kind::ByName(Box::new(T::shape())).required()
    }

    fn schemas(schemas: &mut Schemas) {
        T::schemas(schemas);
    }
}

impl<T: Of<G>, N: ToString, G, I: IntoIterator<Item = (N, G)>> Of<I> for BTreeMap<String, T> {
    fn of(given: I) -> Self {
        given.into_iter().map(|(name, value)| (name.to_string(), T::of(value))).collect()
    }
}

/// A body whose fields are those of the object that it is in.
#[derive(Serialize)]
pub struct Flat<B>(B);

impl<B: Body> Shown for Flat<B> {
    fn shape() -> Shape {
        B::shape()
    }

    fn fields(property: Property) -> Vec<Field> {
        vec![Field { flat: true, property }]
    }

    fn schemas(schemas: &mut Schemas) {
        B::schemas(schemas);
    }

    fn put<M: SerializeMap>(&self, _: &'static str, object: &mut M) -> Result<(), M::Error> {
        self.0.put_all(object)
    }
}

impl<B: Of<G>, G> Of<G> for Flat<B> {
    fn of(given: G) -> Self {
        Self(B::of(given))
    }
}

//! Bodies as structs of values that read and describe themselves.

use domain::values::Invalid;
use domain::values::value::{Kind, Shape, Text, UNSAID};
use serde::de::DeserializeOwned;
pub use serde_json::Value;
use utoipa::ToSchema;
pub use utoipa::openapi::Schema;
use utoipa::openapi::schema::{ArrayBuilder, SchemaType};
use utoipa::openapi::{
    AllOfBuilder, Array, KnownFormat, Object, ObjectBuilder, OneOfBuilder, Ref, RefOr, SchemaFormat, Type,
};

use crate::error::Error;

/// Declares the struct of a body. Each field has the type of its value, which reads it, and with which the field is described;
/// then perhaps its default, an example for the description, what replaces the type's own kind (`as`) or the whole description
/// (`shown`), the name in errors (`at`), and a sentence that replaces the type's own (`or`). A field holds what was read, or the
/// error that names the field. After the struct's name stand perhaps the description's name (`as`), the structs of fields that
/// are objects (`with`), a struct whose fields are in the same object (`and`), and another type of error (`refused`). A field that
/// has another name in JSON has it behind its own.
///
/// ```
/// use domain::values::{EmailAddress, Reminders};
///
/// edge::input! {
///     /// A call that creates something.
///     pub struct NewInput {
///         /// The customer's email address.
///         email: EmailAddress;
///         reminders: Option<Reminders> = 1;
///         /// Whether nothing is sent.
///         skip_email: Option<bool> = false, or "`skip_email` must be true or false; omit it for false.";
///     }
/// }
///
/// let input: NewInput = serde_json::from_str(r#"{"email": "jane@example.com"}"#).unwrap();
/// assert_eq!(input.email.unwrap().as_typed(), "jane@example.com");
/// ```
#[macro_export]
macro_rules! input {
    ($(#[doc = $about:literal])* $visible:vis struct $name:ident $(as $shown:ident)? $(with $($nested:ident),+)? $(and $more:ident: $of:ident)? $(refused $refusal:ident)? {
        $(
            $(#[doc = $doc:literal])*
            $field:ident $($json:literal)?: $type:ty $(= $default:expr)? $(, example $example:literal)? $(, as $kind:expr)? $(, shown $schema:expr)? $(, at $at:literal)? $(, or $rule:expr)?;
        )*
    }) => {
        $visible struct $name {
            $($field: ::std::result::Result<<$type as ::domain::values::value::Value>::Out, <$name as $crate::input::Refused>::Refusal>,)*
            $($more: $of,)?
        }

        impl $crate::input::Refused for $name {
            type Refusal = $crate::refusal!($($refusal)?);
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let body = $crate::input::Body::deserialize(deserializer)?;
                Ok(Self {
                    $($field: {
                        let name = None$(.or(Some($json)))?.unwrap_or(stringify!($field));
                        let json = body.get(name);
                        let read = <$type as ::domain::values::value::Value>::read(json);
                        $(let read = read.map_err(|_| ::domain::values::Invalid($rule));)?
                        read.map_err(|rule| {
                            let kind = <$type as ::domain::values::value::Value>::shape().kind;
                            <<Self as $crate::input::Refused>::Refusal as $crate::input::Refusal>::of(
                                None$(.or(Some($at)))?.unwrap_or(name), json, &kind, rule,
                            )
                        })
                    },)*
                    $($more: $crate::input::nested::<$of>(Some(&body.into())).map_err(::serde::de::Error::custom)?,)?
                })
            }
        }

        ::domain::reads! {
            $name: Self = $crate::input::nested, ::domain::values::value::Kind::Object(None$(.or(Some(stringify!($shown))))?.unwrap_or(stringify!($name)));
        }

        impl ::utoipa::PartialSchema for $name {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::Schema> {
                let object = $crate::input::object(&[$($about),*], [$($crate::input::Property {
                    name: None$(.or(Some($json)))?.unwrap_or(stringify!($field)),
                    about: &[$($doc),*],
                    shape: ::domain::values::value::Shape {
                        $(kind: $kind,)?
                        ..<$type as ::domain::values::value::Value>::shape()
                    },
                    default: None$(.or(Some($crate::input::Value::from($default))))?,
                    example: None$(.or(Some($example)))?,
                    schema: None$(.or(Some($crate::input::Schema::from($schema))))?,
                }),*]);
                $(let object = $crate::input::both::<$of>(object);)?
                object.into()
            }
        }

        impl ::utoipa::ToSchema for $name {
            fn name() -> ::std::borrow::Cow<'static, str> {
                None$(.or(Some(stringify!($shown))))?.unwrap_or(stringify!($name)).into()
            }

            $(fn schemas(schemas: &mut Vec<(String, ::utoipa::openapi::RefOr<::utoipa::openapi::Schema>)>) {
                $(schemas.push((<$nested as ::utoipa::ToSchema>::name().into(), <$nested as ::utoipa::PartialSchema>::schema()));)+
            })?
        }
    };
}

/// The error of [`input!`]'s fields: [`Error`], or the type that the struct names.
#[macro_export]
macro_rules! refusal {
    () => {
        $crate::error::Error
    };
    ($refusal:ident) => {
        $refusal
    };
}

/// A struct of [`input!`], whose fields are values or this error.
pub trait Refused {
    type Refusal: Refusal;
}

/// An error that names a field of a body.
pub trait Refusal {
    /// The error of a field with this JSON, which is not of the kind or breaks the rule.
    fn of(field: &'static str, json: Option<&Value>, kind: &Kind, rule: Invalid) -> Self;
}

impl Refusal for Error {
    fn of(field: &'static str, _: Option<&Value>, _: &Kind, rule: Invalid) -> Self {
        Self::field(field)(rule)
    }
}

pub type Body = serde_json::Map<String, Value>;

/// The description of a struct that also has another's fields.
pub fn both<T: ToSchema>(object: Object) -> Schema {
    Schema::AllOf(AllOfBuilder::new().item(Ref::from_schema_name(T::name())).item(object).build())
}

/// Reads a struct within another.
pub fn nested<T: DeserializeOwned>(json: Option<&Value>) -> Result<T, Invalid> {
    json.filter(|json| json.is_object()).and_then(|json| T::deserialize(json).ok()).ok_or(UNSAID)
}

/// A field's description.
pub struct Property {
    pub name: &'static str,
    /// The lines of its doc comment.
    pub about: &'static [&'static str],
    pub shape: Shape,
    pub default: Option<Value>,
    pub example: Option<&'static str>,
    /// A whole description, for a value that no [`Kind`] describes.
    pub schema: Option<Schema>,
}

/// The description of a struct.
pub fn object(about: &[&str], properties: impl IntoIterator<Item = Property>) -> Object {
    let object = ObjectBuilder::new().description(joined(about));
    let object = properties.into_iter().fold(object, |object, property| {
        let object = if property.shape.is_required { object.required(property.name) } else { object };
        object.property(property.name, described(property))
    });
    object.build()
}

fn joined(lines: &[&str]) -> Option<String> {
    let lines: Vec<_> = lines.iter().map(|line| line.trim()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn described(Property { name: _, about, shape, default, example, schema }: Property) -> RefOr<Schema> {
    if let Some(schema) = schema {
        return schema.into();
    }
    let Shape { kind, is_nullable, is_required: _ } = shape;
    let typed = |kind: Type| match is_nullable {
        true => SchemaType::from_iter([kind, Type::Null]),
        false => SchemaType::Type(kind),
    };
    let about = joined(about);
    let default = if matches!(kind, Kind::Null) { Some(Value::Null) } else { default };
    let mut schema = match kind {
        Kind::Object(name) => {
            let mut object = Ref::from_schema_name(name);
            object.description = about.unwrap_or_default();
            let null = ObjectBuilder::new().schema_type(Type::Null);
            return match is_nullable {
                true => Schema::from(OneOfBuilder::new().item(object).item(null).build()).into(),
                false => object.into(),
            };
        }
        Kind::List(item, min, max) => {
            let mut list = list(&item, min, max);
            (list.schema_type, list.description) = (typed(Type::Array), about);
            return list.into();
        }
        Kind::ByName(shape) => {
            let value = Property { name: "", about: &[], shape: *shape, default: None, example: None, schema: None };
            let object = ObjectBuilder::new().schema_type(Type::Object).additional_properties(Some(described(value)));
            object.property_names(Some(Object::with_type(Type::String))).build()
        }
        kind => of_kind(&kind),
    };
    if let SchemaType::Type(kind) = schema.schema_type {
        schema.schema_type = typed(kind);
    }
    if let Some(words) = schema.enum_values.as_mut().filter(|_| is_nullable) {
        words.push(Value::Null);
    }
    (schema.description, schema.default, schema.example) = (about, default, example.map(Value::from));
    schema.into()
}

fn list(item: &Kind, min: Option<usize>, max: Option<usize>) -> Array {
    let item = match item {
        Kind::Object(name) => RefOr::Ref(Ref::from_schema_name(*name)),
        item => {
            let mut item = of_kind(item);
            // The bounds of a list's numbers say more than their format.
            item.format = None;
            item.into()
        }
    };
    ArrayBuilder::new().items(item).min_items(min).max_items(max).build()
}

/// A value of a kind that is neither a list nor an object.
fn of_kind(kind: &Kind) -> Object {
    let object = ObjectBuilder::new();
    let formatted = |object: ObjectBuilder, format| object.format(Some(SchemaFormat::KnownFormat(format)));
    match kind {
        Kind::Text(Text { characters_min, characters_max, format, pattern, example }) => object
            .schema_type(Type::String)
            .min_length(*characters_min)
            .max_length(*characters_max)
            .format(format.map(|format| SchemaFormat::Custom(format.to_owned())))
            .pattern(*pattern)
            .examples(example.map(Value::from))
            .build(),
        Kind::Whole(min, max) => {
            let format = if *max > u32::MAX.into() { KnownFormat::Int64 } else { KnownFormat::Int32 };
            formatted(object.schema_type(Type::Integer), format).minimum(Some(*min)).maximum(Some(*max)).build()
        }
        Kind::Count(least, bits) => {
            let format = [(32, KnownFormat::Int32), (64, KnownFormat::Int64)].into_iter().find(|(of, _)| of == bits);
            let object = object.schema_type(Type::Integer).minimum(Some(*least));
            object.format(format.map(|(_, format)| SchemaFormat::KnownFormat(format))).build()
        }
        Kind::Number => formatted(object.schema_type(Type::Number), KnownFormat::Double).build(),
        Kind::Seconds => formatted(object.schema_type(Type::Integer), KnownFormat::Int64).build(),
        Kind::Flag => object.schema_type(Type::Boolean).build(),
        Kind::Word(words) => object.schema_type(Type::String).enum_values(Some(words.iter().copied())).build(),
        Kind::Color => object.schema_type(Type::String).pattern(Some("^#[0-9A-Fa-f]{6}$")).build(),
        Kind::Time => formatted(object.schema_type(Type::String), KnownFormat::DateTime).build(),
        Kind::Day => formatted(object.schema_type(Type::String), KnownFormat::Date).build(),
        Kind::Null => object.schema_type(SchemaType::AnyValue).build(),
        Kind::Open => object.schema_type(Type::Object).build(),
        Kind::List(..) | Kind::ByName(_) | Kind::Object(_) => object.build(),
    }
}

//! How values are stored: each type writes and reads itself by serde, in the table's JSON and as DynamoDB's attributes. Instants
//! are milliseconds since 1970, names are short where DynamoDB charges for them, and absent values are left out.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

pub use jiff::fmt::serde::timestamp::millisecond as ms;

/// Reads a value that is stored as a text.
/// Errors: The format's, if it is no text or `read` does not know it.
pub fn read_text<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    struct Text<T, F>(F, PhantomData<T>);

    impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for Text<T, F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a known value")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            (self.0)(text).ok_or_else(|| E::invalid_value(Unexpected::Other("another text"), &"a known value"))
        }
    }

    deserializer.deserialize_str(Text(read, PhantomData))
}

/// Declares that `{:?}` shows nothing of a type's value, because it must not put personal data or a secret into a log.
#[macro_export]
macro_rules! hidden {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

/// Stores a type as a text, by a function that writes it and one that reads it.
#[macro_export]
macro_rules! stored_as_text {
    ($type:ty, $write:expr, $read:expr) => {
        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($write(self).as_ref())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::values::stored::read_text(deserializer, $read)
            }
        }
    };
}

pub(crate) use stored_as_text;

/// Whether a field has its default value, which is not stored.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

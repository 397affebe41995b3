//! Fields whose errors depend on why there is no value, as in Wix' codes. The fields of other bodies are those of
//! [`crate::input!`].
//!
//! Every field of such a struct is a [`Field`], so that reading the struct cannot fail as a whole: each field is
//! checked by itself, with a sentence and a code of its own. `#[schema(value_type = …)]` is the type to describe:
//! `String` for a required field, `Option<String>` for one that may be omitted or null.
//!
//! ```
//! use edge::field::Field;
//!
//! #[derive(serde::Deserialize, utoipa::ToSchema)]
//! struct ProductInput {
//!     #[schema(value_type = String, min_length = 1, max_length = 255)]
//!     title: Field<String>,
//!     /// An https URL.
//!     #[schema(value_type = Option<String>, format = "uri")]
//!     url: Field<String>,
//! }
//! ```

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Visitor};
use serde_json::{Map, Value};

use crate::error::Error;
use crate::tree::{Mismatch, Tree};

/// One field of a body.
#[derive(Debug, Clone, PartialEq)]
pub enum Field<T> {
    Absent,
    Null,
    /// The field's value has another type.
    Invalid,
    /// A value of the right type, which has not been checked by its rule yet.
    Value(T),
}

impl Field<String> {
    /// The string; empty if the field is absent, null or of another type.
    ///
    /// For parsers that refuse an empty string.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Value(string) => string,
            Self::Absent | Self::Null | Self::Invalid => "",
        }
    }
}

/// Reads a checked body into its struct.
pub fn read<I: DeserializeOwned>(body: Map<String, Value>) -> Result<I, Error> {
    let input = I::deserialize(Tree(Value::Object(body)));
    input.map_err(|Mismatch| app::error::Error::Internal("a body's struct refused a checked body".to_owned()).into())
}

/// Reading a field never fails, as long as the deserializer is a tree that has been read already. A deserializer that
/// is still reading would be left in the middle of an invalid value.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // For an absent field, serde calls this with a deserializer that gives `None` for an `Option`, like null, and
        // an error for anything else.
        Ok(deserializer.deserialize_newtype_struct("Field", Present(PhantomData)).unwrap_or(Self::Absent))
    }
}

struct Present<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Present<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field<T>, D::Error> {
        Ok(match Option::deserialize(deserializer) {
            Ok(Some(value)) => Field::Value(value),
            Ok(None) => Field::Null,
            Err(_) => Field::Invalid,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::object;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Order {
        id: Field<String>,
        total: Field<f64>,
        gift: Field<bool>,
        tags: Field<Vec<String>>,
        buyer: Field<Buyer>,
        lines: Field<Vec<Field<Buyer>>>,
        rest: Field<Value>,
    }

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Buyer {
        name: Field<String>,
    }

    fn order(body: &str) -> Order {
        read(object(body.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn a_field_is_absent_null_invalid_or_a_value() {
        let Order { id, total, gift, tags, buyer, lines, rest } =
            order(r#"{"id": "7", "total": 7, "gift": null, "tags": ["a", 1], "unknown": [{}], "rest": {"a": [1.5]}}"#);
        assert_eq!(id, Field::Value("7".to_owned()));
        assert_eq!(total, Field::Value(7.0));
        assert_eq!(gift, Field::Null);
        assert_eq!(tags, Field::Invalid);
        assert_eq!(buyer, Field::Absent);
        assert_eq!(lines, Field::Absent);
        assert_eq!(rest, Field::Value(serde_json::json!({"a": [1.5]})));
    }

    #[test]
    fn a_struct_within_is_an_object_and_never_a_list() {
        let name = |name: &str| Field::Value(Buyer { name: Field::Value(name.to_owned()) });
        assert_eq!(order(r#"{"buyer": {"name": "Jane"}}"#).buyer, name("Jane"));
        assert_eq!(order(r#"{"buyer": {}}"#).buyer, Field::Value(Buyer { name: Field::Absent }));
        assert_eq!(order(r#"{"buyer": {"name": 7}}"#).buyer, Field::Value(Buyer { name: Field::Invalid }));
        assert_eq!(order(r#"{"buyer": ["Jane"]}"#).buyer, Field::Invalid);
        let lines = order(r#"{"lines": [{"name": "Jane"}, null, 7, ["Jane"]]}"#).lines;
        assert_eq!(lines, Field::Value(vec![name("Jane"), Field::Null, Field::Invalid, Field::Invalid]));
    }
}

//! JSON, strictly: one object, each key once, at most 32 levels, no NUL, no lone surrogate.
//!
//! serde itself skips unknown fields almost unchecked, accepts an array for a struct, and quotes the input in its
//! messages. So the whole body is first read into a tree here, and an error has only a position and a fixed phrase.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

const DEPTH_MAX: u32 = 32;

/// A problem in a body, with its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in bytes.
    pub column: usize,
    /// A fixed phrase that never quotes the body.
    pub what: &'static str,
}

/// Reads a body that must be one JSON object.
/// Errors: [`Problem`] with the position of the first error.
pub fn object(bytes: &[u8]) -> Result<Map<String, Value>, Problem> {
    object_of(bytes, has_no_nul)
}

pub(crate) fn has_no_nul(string: &str) -> bool {
    !string.contains('\0')
}

/// Like [`object`], with strings of which each may be in the body.
pub(crate) fn object_of(bytes: &[u8], takes: fn(&str) -> bool) -> Result<Map<String, Value>, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    let found = Cell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { depth: 0, takes, found: &found }.deserialize(&mut reader);
    let value = value.and_then(|value| reader.end().map(|()| value)).map_err(|error| Problem {
        line: error.line().max(1),
        column: error.column().max(1),
        what: found.get().unwrap_or("this is not valid JSON"),
    })?;
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(Problem { line: 1, column: 1, what: "the body must be a JSON object" }),
    }
}

fn not_utf8(bytes: &[u8], valid: usize) -> Problem {
    let before = &bytes[..valid];
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
    Problem { line, column, what: "this is not UTF-8" }
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: u32,
    takes: fn(&str) -> bool,
    found: &'a Cell<Option<&'static str>>,
}

impl Strict<'_> {
    fn refuse<E: serde::de::Error>(self, what: &'static str) -> E {
        self.found.set(Some(what));
        E::custom(what)
    }

    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == DEPTH_MAX {
            return Err(self.refuse("this is nested more than 32 levels deep"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn string<E: serde::de::Error>(self, string: String) -> Result<String, E> {
        if !(self.takes)(&string) {
            return Err(self.refuse("a string must not contain a NUL character"));
        }
        Ok(string)
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("not finite"))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E: serde::de::Error>(self, string: &str) -> Result<Value, E> {
        self.string(string.to_owned()).map(Value::String)
    }

    fn visit_string<E: serde::de::Error>(self, string: String) -> Result<Value, E> {
        self.string(string).map(Value::String)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut values = Vec::new();
        while let Some(value) = sequence.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut object = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let key = self.string(key)?;
            if object.contains_key(&key) {
                return Err(A::Error::custom(self.refuse::<A::Error>("a key appears twice in one object")));
            }
            let value = map.next_value_seed(inner)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &[u8], line: usize, column: usize, what: &str) {
        let problem = object(body).unwrap_err();
        assert!(problem.what.contains(what), "{problem:?}");
        assert_eq!((problem.line, problem.column), (line, column), "{problem:?}");
    }

    #[test]
    fn an_object_is_read_as_it_is() {
        let read = object(br#" {"a": [1, -2, 1.5, "x", null, true], "b": {"c": {}}} "#).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), r#"{"a":[1,-2,1.5,"x",null,true],"b":{"c":{}}}"#);
    }

    #[test]
    fn malformed_json_is_refused_with_its_position() {
        check(b"", 1, 1, "not valid JSON");
        check(b"{\"a\": 1,\n \"b\": }", 2, 7, "not valid JSON");
        check(b"{\"a\": 1,}", 1, 9, "not valid JSON");
        check(b"{} {}", 1, 4, "not valid JSON");
        check(b"{\"a\":\n\"\xff\"}", 2, 2, "UTF-8");
        check(b"[]", 1, 1, "must be a JSON object");
        check(b"\"a\"", 1, 1, "must be a JSON object");
    }

    #[test]
    fn an_unknown_field_is_checked_too() {
        assert!(object(br#"{"x": 1e400}"#).is_err());
        assert!(object(br#"{"x": "\ud800"}"#).is_err());
        assert!(object(br#"{"x": "\u0000"}"#).unwrap_err().what.contains("NUL"));
        assert!(object(br#"{"x": {"a": 1, "a": 1}}"#).unwrap_err().what.contains("twice"));
        assert!(object(br#"{"a": 1, "\u0061": 2}"#).unwrap_err().what.contains("twice"));
    }

    #[test]
    fn nesting_ends_at_32_levels() {
        let nested = |levels: usize| format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels));
        assert!(object(nested(32).as_bytes()).is_ok());
        assert!(object(nested(33).as_bytes()).unwrap_err().what.contains("32 levels"));
        assert!(object(nested(30_000).as_bytes()).is_err());
    }

    #[test]
    fn a_message_never_quotes_the_body() {
        let secret = "jane@example.com";
        let problem = object(format!("{{\"{secret}\": {secret}}}").as_bytes()).unwrap_err();
        assert!(!problem.what.contains(secret));
    }
}

//! Items as DynamoDB's attributes, and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Id, Kind};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::Error;
use super::keys::Key;

/// An item as DynamoDB sends it: its key, its fields and its TTL.
pub(crate) type Attributes = HashMap<String, AttributeValue>;

pub(crate) fn to_item(key: &Key, fields: &impl Serialize) -> Result<Attributes, Error> {
    let mut item: Attributes = serde_dynamo::to_item(fields)?;
    item.extend(key.attributes());
    Ok(item)
}

pub(crate) fn from_item<T: DeserializeOwned>(item: Attributes) -> Result<T, Error> {
    Ok(serde_dynamo::from_item(item)?)
}

/// A stored time, in milliseconds since 1970.
pub(crate) fn instant(milliseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| Error::Unreadable("a time".to_owned()))
}

/// A time as it is stored.
pub(crate) fn milliseconds(at: Timestamp) -> AttributeValue {
    number(at.as_millisecond())
}

/// A stored reference to another item, by id.
pub(crate) fn stored_id<K: Kind>(id: Option<u64>) -> Result<Option<Id<K>>, Error> {
    id.map(|id| Id::new(id).ok_or_else(|| Error::Unreadable("an id".to_owned()))).transpose()
}

pub(crate) fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

/// Fields that are only ever read and written together, as JSON in one attribute. DynamoDB, its client and the wire charge
/// for each attribute, a string counts once.
///
/// `'` and `"` change places: within DynamoDB's own JSON, each `"` would be two characters, and would be unescaped one by
/// one.
pub(crate) mod json {
    use std::string::FromUtf8Error;

    use serde::de::{DeserializeOwned, Error as _};
    use serde::ser::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(fields: &impl Serialize, serializer: S) -> Result<S::Ok, S::Error> {
        let json = serde_json::to_string(fields).map_err(S::Error::custom)?;
        serializer.serialize_str(&swap(json).map_err(S::Error::custom)?)
    }

    pub(crate) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let json = swap(String::deserialize(deserializer)?).map_err(D::Error::custom)?;
        serde_json::from_str(&json).map_err(D::Error::custom)
    }

    /// Without a branch, so that the compiler takes many bytes at once.
    fn swap(text: String) -> Result<String, FromUtf8Error> {
        let mut bytes = text.into_bytes();
        for byte in &mut bytes {
            *byte ^= if matches!(*byte, b'"' | b'\'') { b'"' ^ b'\'' } else { 0 };
        }
        String::from_utf8(bytes)
    }

    #[cfg(test)]
    mod tests {
        use serde::{Deserialize, Serialize};

        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Item {
            #[serde(with = "super")]
            fields: (String, u8),
        }

        #[test]
        fn any_text_is_read_as_it_was_written_and_quotes_need_no_escape_on_the_wire() {
            for text in ["", "O'Neil", r#"she said "it's" \ 'so'"#, "ü\n\u{1}\"'"] {
                let item = Item { fields: (text.to_owned(), 7) };
                let stored = serde_json::to_value(&item).unwrap();
                assert_eq!(serde_json::from_value::<Item>(stored).unwrap(), item, "{text}");
            }
            let plain = serde_json::to_string(&Item { fields: ("mug".to_owned(), 7) }).unwrap();
            assert_eq!(plain, r#"{"fields":"['mug',7]"}"#);
        }
    }
}

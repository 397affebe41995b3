//! Items as DynamoDB's attributes, and back.

use std::collections::HashMap;
use std::io::Read as _;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::values::Word;
use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use super::error::{CommitError, Error};
use super::keys::Key;

/// An item as DynamoDB sends it: its key, its fields and its TTL.
pub type Attributes = HashMap<String, AttributeValue>;

pub(crate) fn to_item(key: &Key, fields: &impl Serialize) -> Result<Attributes, Error> {
    let mut item: Attributes = serde_dynamo::to_item(fields)?;
    item.extend(key.attributes());
    Ok(item)
}

pub fn from_item<T: DeserializeOwned>(item: Attributes) -> Result<T, Error> {
    Ok(serde_dynamo::from_item(item)?)
}

/// A stored time, in milliseconds since 1970.
pub fn instant(milliseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| Error::Unreadable("a time".to_owned()))
}

pub fn known<W: Word>(word: &str) -> Result<W, Error> {
    W::parse(word).ok_or_else(|| Error::Unreadable(format!("the word {word}")))
}

pub fn milliseconds(at: Timestamp) -> AttributeValue {
    number(at.as_millisecond())
}

/// A counter, which may be below zero in one of its shards.
pub(crate) fn counted(value: &AttributeValue) -> Result<i64, Error> {
    let count = value.as_n().ok().and_then(|number| number.parse().ok());
    count.ok_or_else(|| Error::Unreadable("a counter".to_owned()))
}

pub fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

pub(crate) fn string(value: impl ToString) -> AttributeValue {
    AttributeValue::S(value.to_string())
}

/// A struct as JSON in one attribute.
pub(crate) fn document(value: &impl Serialize) -> Result<AttributeValue, Error> {
    Ok(string(serde_json::to_string(value).map_err(|error| Error::Refused(error.to_string()))?))
}

/// A value as compressed JSON.
pub fn packed(value: &impl Serialize) -> Result<ByteBuf, Error> {
    let json = serde_json::to_vec(value).map_err(|error| Error::Refused(error.to_string()))?;
    let mut bytes = Vec::new();
    let written = GzEncoder::new(&json[..], Compression::default()).read_to_end(&mut bytes);
    written.map(|_| bytes.into()).map_err(|error| Error::Refused(error.to_string()))
}

pub fn unpacked<T: DeserializeOwned>(bytes: &[u8], what: &str) -> Result<T, Error> {
    serde_json::from_reader(GzDecoder::new(bytes)).map_err(|_| Error::Unreadable(what.to_owned()))
}

/// Fields that are only ever read and written together, as JSON in one attribute. DynamoDB, its client and the network
/// charge for each attribute.
pub mod json {
    use serde::de::{DeserializeOwned, Error as _};
    use serde::ser::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(fields: &impl Serialize, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&serde_json::to_string(fields).map_err(S::Error::custom)?)
    }

    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        serde_json::from_str(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }

    /// Like [`json`](super::json), for fields that may be absent.
    pub(crate) mod optional {
        use serde::de::DeserializeOwned;
        use serde::{Deserializer, Serialize, Serializer};

        pub(crate) fn serialize<S: Serializer>(
            fields: &Option<impl Serialize>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            super::serialize(fields, serializer)
        }

        pub(crate) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<T>, D::Error> {
            super::deserialize(deserializer).map(Some)
        }
    }
}

/// An item whose key has all its data.
#[derive(Default, Serialize)]
pub(crate) struct NoFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl NoFields {
    pub(crate) const fn until(ttl: i64) -> Self {
        Self { ttl: Some(ttl) }
    }
}

/// Seals a part of an item.
/// Errors: [`CommitError::Vault`] if it cannot be sealed.
pub fn seal(
    part: &impl Serialize,
    sk: &str,
    name: &str,
    keys: &TenantKeys,
    random: &Random,
) -> Result<ByteBuf, CommitError> {
    let plain = serde_json::to_string(part).map_err(|error| Error::Refused(error.to_string()))?;
    Ok(keys.seal(sk, name, &plain, random)?.into())
}

pub fn open<T: DeserializeOwned>(sealed: &[u8], sk: &str, name: &str, keys: &TenantKeys) -> Result<T, Error> {
    let unreadable = || Error::Unreadable(format!("the sealed {name}"));
    let plain = keys.open(sk, name, sealed).map_err(|_| unreadable())?;
    serde_json::from_str(&plain).map_err(|_| unreadable())
}

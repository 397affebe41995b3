//! Reads bodies and queries. First the length is checked, then the declared type, then the content.

use std::convert::Infallible;

use app::import::{CSV, JSON_TYPES};
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::request::Parts;
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::error::Error;
use crate::json::{has_no_nul, object_of};

/// The longest JSON body, in bytes.
pub const JSON_BYTES_MAX: usize = 64 * 1024;
/// The longest body of rows, in bytes: more than 100 long reviews or usual orders.
pub const ROWS_BYTES_MAX: usize = 1024 * 1024;

/// Reads a body that must be a JSON object; returns it with its bytes.
/// Errors: [`Error::TooLarge`], [`Error::NotJson`], [`Error::Encoded`], [`Error::Malformed`], in this order.
pub(crate) async fn json_object(headers: &HeaderMap, body: Body) -> Result<(Map<String, Value>, Bytes), Error> {
    checked(headers, receive(body).await?, has_no_nul)
}

/// Reads a body that must be a JSON object of many rows.
/// Errors: [`Error::RowsTooLarge`], and those of [`json_object`].
pub(crate) async fn json_rows(headers: &HeaderMap, body: Body) -> Result<(Map<String, Value>, Bytes), Error> {
    // Each row is refused alone: its fields refuse a NUL as any other control character.
    checked(headers, receive_most(body, ROWS_BYTES_MAX, Error::RowsTooLarge).await?, |_| true)
}

fn checked(headers: &HeaderMap, bytes: Bytes, takes: fn(&str) -> bool) -> Result<(Map<String, Value>, Bytes), Error> {
    if !is_json(headers) {
        return Err(Error::NotJson);
    }
    if is_encoded(headers) {
        return Err(Error::Encoded);
    }
    let object = object_of(&bytes, takes).map_err(Error::Malformed)?;
    Ok((object, bytes))
}

/// Reads a body that must be a JSON object or empty, which counts as `{}`.
pub(crate) async fn optional_json_object(
    headers: &HeaderMap,
    body: Body,
) -> Result<(Map<String, Value>, Bytes), Error> {
    let bytes = receive(body).await?;
    if bytes.is_empty() {
        return Ok((Map::new(), bytes));
    }
    json_object(headers, Body::from(bytes)).await
}

/// Reads a body of rows: CSV or JSON. An empty body needs no type.
/// Errors: [`Error::RowsTooLarge`], [`Error::NotRows`], [`Error::Encoded`], in this order.
pub(crate) async fn optional_rows(headers: &HeaderMap, body: Body) -> Result<Bytes, Error> {
    let bytes = receive_most(body, ROWS_BYTES_MAX, Error::RowsTooLarge).await?;
    let declared = essence(headers);
    if !bytes.is_empty() && declared != CSV && !JSON_TYPES.contains(&&*declared) {
        return Err(Error::NotRows);
    }
    if is_encoded(headers) {
        return Err(Error::Encoded);
    }
    Ok(bytes)
}

/// A whole number in a query: only digits, although Rust also accepts a `+`.
pub fn whole(value: &str) -> Option<u32> {
    value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok()).flatten()
}

/// The fields of a form or of a query, by name. If a name occurs twice, its first value counts.
pub struct Fields(Vec<(String, String)>);

/// The fields of a call's query.
pub struct Query(pub Fields);

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Fields::of_query(parts.uri.query())))
    }
}

impl Fields {
    /// The fields of a query, which may be absent. Some mail systems encode the whole query, so that it is one name without a value.
    pub fn of_query(query: Option<&str>) -> Self {
        let fields = Self::parse(query.unwrap_or_default().as_bytes());
        match &fields.0[..] {
            [(encoded, value)] if value.is_empty() && encoded.contains('=') => Self::parse(encoded.as_bytes()),
            _ => fields,
        }
    }

    pub fn find(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The fields whose name starts with this prefix, without the prefix.
    pub fn starting<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// A field's value; empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// A field's value as a whole number from 0; `None` for anything else.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.find(name)?.parse().ok()
    }

    /// The fields as the struct that OpenAPI describes. Its fields are optional strings.
    pub fn read<I: DeserializeOwned>(self) -> Result<I, Error> {
        let mut object = Map::new();
        for (name, value) in self.0 {
            object.entry(name).or_insert(Value::String(value));
        }
        read(object)
    }

    fn parse(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }
}

pub async fn form(body: Body) -> Result<Fields, Error> {
    Ok(Fields::parse(&receive(body).await?))
}

pub(crate) async fn receive(body: Body) -> Result<Bytes, Error> {
    receive_most(body, JSON_BYTES_MAX, Error::TooLarge).await
}

/// Reads a body of at most this many bytes.
async fn receive_most(body: Body, bytes_max: usize, too_large: Error) -> Result<Bytes, Error> {
    let read = Limited::new(body, bytes_max).collect().await;
    let read = read.map_err(|error| match error.downcast_ref::<LengthLimitError>() {
        Some(_) => too_large,
        None => Error::Truncated,
    })?;
    Ok(read.to_bytes())
}

/// Whether the type is `application/json` or a type based on it (RFC 6839), whatever its parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let essence = essence(headers);
    essence == "application/json" || essence.starts_with("application/") && essence.ends_with("+json")
}

/// The declared type without its parameters, in lower case; empty if there is none.
pub fn essence(headers: &HeaderMap) -> String {
    let declared = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether the body has a content coding, such as gzip (RFC 9110 §8.4). `identity` does not count.
fn is_encoded(headers: &HeaderMap) -> bool {
    headers.get_all(CONTENT_ENCODING).iter().any(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// Reads a checked body into its struct.
pub fn read<I: DeserializeOwned>(body: Map<String, Value>) -> Result<I, Error> {
    let internal = |_| app::error::Error::Internal("a body's struct refused a checked body".to_owned());
    Ok(serde_json::from_value(body.into()).map_err(internal)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_into_its_struct() {
        #[derive(serde::Deserialize)]
        struct Form {
            item: Option<String>,
            name: Option<String>,
            token: Option<String>,
        }
        let Form { item, name, token } = Fields::parse(b"item=7&name=Jane+Doe&name=John&other=x").read().unwrap();
        assert_eq!((item.as_deref(), name.as_deref(), token), (Some("7"), Some("Jane Doe"), None));
    }
}

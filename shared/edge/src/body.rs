//! Reading a body: bounded first, declared as what it is, then parsed.

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::{Map, Value};

use crate::{Error, object};

/// The longest JSON body, in bytes.
pub const JSON_BYTES_MAX: usize = 64 * 1024;

/// Reads a body that must be a JSON object; returns it with its bytes.
///
/// # Errors
/// [`Error::TooLarge`], [`Error::NotJson`], [`Error::Malformed`], in this order.
pub async fn json_object(headers: &HeaderMap, body: Body) -> Result<(Map<String, Value>, Bytes), Error> {
    let bytes = read(body).await?;
    if !is_json(headers) {
        return Err(Error::NotJson);
    }
    let object = object(&bytes).map_err(Error::Malformed)?;
    Ok((object, bytes))
}

/// Reads a body that may be absent; if not, it must be a JSON object.
///
/// # Errors
/// As [`json_object`].
pub async fn optional_json_object(headers: &HeaderMap, body: Body) -> Result<(Map<String, Value>, Bytes), Error> {
    let bytes = read(body).await?;
    if bytes.is_empty() {
        return Ok((Map::new(), bytes));
    }
    json_object(headers, Body::from(bytes)).await
}

/// Reads a form's body, in the order posted.
///
/// # Errors
/// [`Error::TooLarge`], [`Error::Truncated`].
pub async fn form(body: Body) -> Result<Vec<(String, String)>, Error> {
    Ok(form_urlencoded::parse(&read(body).await?).into_owned().collect())
}

async fn read(body: Body) -> Result<Bytes, Error> {
    let read = Limited::new(body, JSON_BYTES_MAX).collect().await;
    let read = read.map_err(|error| match error.downcast_ref::<LengthLimitError>() {
        Some(_) => Error::TooLarge,
        None => Error::Truncated,
    })?;
    Ok(read.to_bytes())
}

/// `application/json`, or a type built on it (RFC 6839), whatever its parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let declared = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.starts_with("application/") && essence.ends_with("+json")
}

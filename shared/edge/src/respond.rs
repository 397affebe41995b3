//! Makes answers: JSON, and files.

use app::idempotency::Reply;
use axum::body::Body;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL,
    CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use serde::Serialize;

use crate::error::Error;

/// Set if the answer is the stored answer to an earlier call.
const IDEMPOTENT_REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

pub fn json(status: StatusCode, body: &impl Serialize) -> Result<Response, Error> {
    Ok(reply(Reply::json(status.as_u16(), body)?))
}

/// An answer, which may be the stored answer to an earlier call.
pub fn reply(reply: Reply) -> Response {
    let Reply { status, body, replayed, quota: _ /* a dialect with a limit adds its headers */ } = reply;
    let mut response = respond(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), body);
    if replayed {
        response.headers_mut().insert(IDEMPOTENT_REPLAYED, HeaderValue::from_static("true"));
    }
    response
}

/// A file that a browser saves under this name. The name is one of ours.
pub fn attachment(name: &str, content_type: &'static str, body: String) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(CONTENT_TYPE, content_type), (CACHE_CONTROL, "no-store"), (CONTENT_DISPOSITION, &*disposition)];
    (headers, body).into_response()
}

/// A page of a list, with a `Link` to the next page's path and query, unless it is the last page.
pub fn linked(mut response: Response, next: Option<String>) -> Response {
    let link = next.and_then(|next| HeaderValue::try_from(format!("<{next}>; rel=\"next\"")).ok());
    response.headers_mut().extend(link.map(|link| (LINK, link)));
    response
}

/// An error in the dialect's envelope, with the status and header from [`described`](crate::described::described).
pub fn refusal(status: StatusCode, header: Option<(HeaderName, HeaderValue)>, envelope: &impl Serialize) -> Response {
    let mut response = match serde_json::to_string(envelope) {
        Ok(body) => respond(status, body),
        Err(error) => {
            tracing::error!(%error, "cannot write an error as JSON");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    };
    response.headers_mut().extend(header);
    response
}

fn respond(status: StatusCode, body: String) -> Response {
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (status, headers, Body::from(body)).into_response()
}

/// The number of characters in an entity tag.
const TAG_LENGTH: usize = 16;

/// The answer to a browser's preflight call, which asks whether a page of another host may read this route's answers.
pub async fn preflight() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD, OPTIONS"));
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    response
}

/// The start of this minute. Photos' URLs are signed for this time, so that they, and the answer's tag, change only
/// once a minute.
pub fn minute(now: Timestamp) -> Timestamp {
    now.round(TimestampRound::new().smallest(Unit::Minute).mode(RoundMode::Floor)).unwrap_or(now)
}

/// The answer, which caches may keep for a minute, with a tag made from the body's fingerprint; or 304 if the caller
/// already has it. The tag is weak, because the same answer may be sent compressed.
pub fn cached(answer: Response, fingerprint: &str, asked: &HeaderMap) -> Response {
    let tag = format!("W/\"{}\"", fingerprint.chars().take(TAG_LENGTH).collect::<String>());
    let known = asked.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let is_known = known.split(',').any(|known| opaque(known) == opaque(&tag) || known.trim() == "*");
    let mut response = if is_known { not_modified(&answer) } else { answer };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(ETAG, tag);
    }
    response
}

/// A 304 instead of an answer, with the answer's `Vary` (RFC 9110 §15.4.5).
fn not_modified(answer: &Response) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    if let Some(vary) = answer.headers().get(VARY) {
        response.headers_mut().insert(VARY, vary.clone());
    }
    response
}

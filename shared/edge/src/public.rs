//! Answers that any web page may read: cached for a minute, with an entity tag.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

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

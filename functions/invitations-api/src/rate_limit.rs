//! The headers of the IETF's draft on rate limits (draft-ietf-httpapi-ratelimit-headers).

use app::idempotency::Reply;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use domain::request::{Quota, SLOTS, WINDOW};

/// An answer. If the call counted against the rate limit, its headers show the remaining calls.
pub(crate) fn respond(reply: Reply) -> Response {
    let quota = reply.quota;
    let mut response = edge::respond::reply(reply);
    if let Some(quota) = quota {
        insert(response.headers_mut(), quota);
    }
    response
}

/// Adds the headers with the rate limit and the remaining calls.
pub(crate) fn insert(headers: &mut HeaderMap, quota: Quota) {
    let Quota { remaining, reset_s } = quota;
    let policy = format!("\"invitations\";q={SLOTS};w={}", WINDOW.as_secs());
    let limit = format!("\"invitations\";r={remaining};t={reset_s}");
    for (name, value) in [("ratelimit-policy", policy), ("ratelimit", limit)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}

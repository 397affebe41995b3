//! The limit of invitations, in the headers of answers.

use app::idempotency::Reply;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::request::{Quota, SLOTS, WINDOW};
use edge::rate_limit::{Left, RateLimit};

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
    let left = Left { calls: remaining as u64, until_s: reset_s.unsigned_abs() };
    let window_s = WINDOW.as_secs().unsigned_abs();
    RateLimit { name: "invitations", most: SLOTS as u64, window_s, left: Some(left) }.add_to(headers);
}

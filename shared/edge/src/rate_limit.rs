//! The header fields `RateLimit-Policy` and `RateLimit`, which tell callers how many calls they may make, and how many are
//! left, in the form of draft-ietf-httpapi-ratelimit-headers-11 of May 2026:
//! <https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-11>.

use app::caller::CallQuota;
use axum::http::{HeaderMap, HeaderName, HeaderValue};

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// A limit, and what is left of it.
pub struct RateLimit {
    pub name: &'static str,
    /// The most calls in a window.
    pub most: u64,
    pub window_s: u64,
    /// `None` if that is not known.
    pub left: Option<Left>,
}

pub struct Left {
    pub calls: u64,
    /// For how many seconds there are no more than these calls.
    pub until_s: u64,
}

impl RateLimit {
    /// Adds the limit to an answer's headers. An answer may have several limits.
    pub fn add_to(&self, headers: &mut HeaderMap) {
        let Self { name, most, window_s, left } = self;
        append(headers, POLICY, format!("\"{name}\";q={most};w={window_s}"));
        if let Some(Left { calls, until_s }) = left {
            append(headers, LIMIT, format!("\"{name}\";r={calls};t={until_s}"));
        }
    }
}

impl From<CallQuota> for RateLimit {
    fn from(quota: CallQuota) -> Self {
        let CallQuota { most, window_s, left, until_s } = quota;
        Self { name: "calls", most, window_s, left: left.map(|calls| Left { calls, until_s }) }
    }
}

/// Appends to a field's list, in one value, because `lambda_http` sends only the first of several.
fn append(headers: &mut HeaderMap, name: HeaderName, item: String) {
    let before = headers.get(&name).and_then(|value| value.to_str().ok());
    let list = before.map_or(item.clone(), |before| format!("{before}, {item}"));
    if let Ok(list) = HeaderValue::try_from(list) {
        headers.insert(name, list);
    }
}

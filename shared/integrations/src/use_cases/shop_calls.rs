//! Calls to the API of a shop's system.

use std::time::Duration;

use app::outbound::{CallError, Outbound};
use bytes::Bytes;
use domain::values::{Reach, RemoteUrl};
use http::HeaderMap;
use jiff::SignedDuration;
use serde_json::Value;

use crate::ShopRefusal;

/// The maximum length of an answer from a shop's system, in bytes. A list of 100 webhooks has some 100 KB, and one of 100
/// products without their descriptions some 300 KB.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;

/// Calls shops' systems.
#[derive(Clone)]
pub struct ShopCalls {
    pub outbound: Outbound,
    pub reach: Reach,
}

/// An answer of a shop's system.
pub(super) struct ShopAnswer {
    pub status: u16,
    /// Null if the answer is no JSON.
    pub body: Value,
    headers: HeaderMap,
}

impl ShopCalls {
    /// Makes a call.
    pub(super) async fn call(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: String,
        within: Duration,
    ) -> Result<ShopAnswer, ShopRefusal> {
        let url = RemoteUrl::parse(url, self.reach).map_err(|_| ShopRefusal::NotPublic)?;
        let answer = self.outbound.call(method, &url, headers, Bytes::from(body), ANSWER_BYTES_MAX, within).await;
        let answer = answer.map_err(|error| match error {
            CallError::NotPublic => ShopRefusal::NotPublic,
            CallError::NotConnected => ShopRefusal::NotConnected,
            CallError::TimedOut => ShopRefusal::TimedOut,
            CallError::Broken | CallError::TooLong => ShopRefusal::Failed,
        })?;
        let (head, body) = answer.into_parts();
        let body = serde_json::from_slice(&body).unwrap_or_default();
        Ok(ShopAnswer { status: head.status.as_u16(), body, headers: head.headers })
    }
}

impl ShopAnswer {
    /// The pause that the system asks for, in seconds (RFC 9110 §10.2.3). A date counts as none.
    pub fn retry_after(&self) -> Option<SignedDuration> {
        let seconds: u32 = self.headers.get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
        Some(SignedDuration::from_secs(seconds.into()))
    }
}

/// What a status other than success means in both systems.
pub(super) const fn refused(status: u16) -> ShopRefusal {
    match status {
        300..=399 => ShopRefusal::Redirected,
        401 => ShopRefusal::KeyRefused,
        403 => ShopRefusal::NotAllowed,
        404 | 410 => ShopRefusal::NoApi,
        _ => ShopRefusal::Failed,
    }
}

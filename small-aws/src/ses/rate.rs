//! The sending rate: a token bucket, from which each email uses a token.

use http::StatusCode;
use jiff::Timestamp;

use crate::wire::Refusal;

/// How many emails SES accepts, in the time of the movable clock.
pub(crate) struct MailRate {
    pub(super) a_second: f64,
    /// The maximum number of tokens in the bucket.
    burst: f64,
    tokens: f64,
    /// The instant at which `tokens` was counted.
    at: Timestamp,
    refused: u64,
}

impl MailRate {
    /// The rate in the answer to `GetAccount`, for an account without a bucket.
    pub(super) const USUAL: f64 = 14.0;

    pub(crate) fn new(a_second: f64, burst: u32, now: Timestamp) -> Self {
        Self { a_second, burst: burst.into(), tokens: burst.into(), at: now, refused: 0 }
    }

    /// Uses a token; without one, the call is throttled. The API's model and the guide ("Errors related to the sending
    /// quotas") name this error differently, so refusals have the two names in turn.
    pub(super) fn take(&mut self, now: Timestamp) -> Result<(), Refusal> {
        let passed = now.duration_since(self.at).as_secs_f64().max(0.0);
        (self.tokens, self.at) = (self.burst.min(self.tokens + passed * self.a_second), self.at.max(now));
        if self.tokens >= 1.0 {
            self.tokens -= 1.0;
            return Ok(());
        }
        self.refused += 1;
        let (status, code) = match self.refused % 2 {
            0 => (StatusCode::BAD_REQUEST, "ThrottlingException"),
            _ => (StatusCode::TOO_MANY_REQUESTS, "TooManyRequestsException"),
        };
        Err(Refusal::new(status, code, "Maximum sending rate exceeded."))
    }
}

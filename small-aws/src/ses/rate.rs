//! The sending rate: a bucket of tokens, of which each email takes one.

use http::StatusCode;
use jiff::Timestamp;

use crate::wire::Refusal;

/// How many emails SES takes, in the time of the movable clock.
pub(crate) struct MailRate {
    /// Tokens that the bucket gets in a second.
    pub(super) a_second: f64,
    /// Tokens that it holds.
    burst: f64,
    tokens: f64,
    /// When `tokens` were in it.
    at: Timestamp,
    refused: u64,
}

impl MailRate {
    /// The rate of an account without a bucket, as `GetAccount` says it.
    pub(super) const USUAL: f64 = 14.0;

    /// A full bucket.
    pub(crate) fn new(a_second: f64, burst: u32, now: Timestamp) -> Self {
        Self { a_second, burst: burst.into(), tokens: burst.into(), at: now, refused: 0 }
    }

    /// Takes a token. The API's model has one name for the refusal, the guide another ("Errors related to the sending quotas"):
    /// it has both in turn.
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

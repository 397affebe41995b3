//! Whether the account may send, to whom, and how fast.

use http::StatusCode;
use jiff::Timestamp;

use super::{MailAccount, rejected};
use crate::names::REGION;
use crate::wire::{Refusal, bare};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MailStanding {
    /// The account may send to everybody.
    #[default]
    Production,
    /// The account may send only to verified identities: every account's first state.
    Sandbox,
    /// The operator has paused sending.
    Paused,
    /// AWS has paused sending because of bounces or complaints. Only this message of a `MessageRejected` tells that.
    Enforced(&'static str),
    /// The account has used up its quota for 24 hours.
    OutOfQuota,
}

impl MailAccount {
    pub(super) fn check<'a>(
        &self,
        sender: &'a str,
        recipients: impl Iterator<Item = &'a String>,
    ) -> Result<(), Refusal> {
        match self.standing {
            MailStanding::Paused => {
                return Err(Refusal::bad("SendingPausedException", "Sending is paused for this account."));
            }
            MailStanding::Enforced(message) => return Err(rejected(message)),
            MailStanding::OutOfQuota => {
                let message = "Daily message quota exceeded.";
                return Err(Refusal::new(StatusCode::TOO_MANY_REQUESTS, "TooManyRequestsException", message));
            }
            MailStanding::Production | MailStanding::Sandbox => {}
        }
        let is_verified = |named: &str| self.identity_of(bare(named)).is_some_and(|(_, is_verified)| is_verified);
        let recipients = recipients.filter(|_| self.standing == MailStanding::Sandbox).map(String::as_str);
        let failed: Vec<_> = [sender].into_iter().chain(recipients).filter(|address| !is_verified(address)).collect();
        if failed.is_empty() {
            return Ok(());
        }
        let (region, failed) = (REGION.to_uppercase(), failed.join(", "));
        let message = "Email address is not verified. The following identities failed the check in region";
        Err(rejected(format!("{message} {region}: {failed}")))
    }
}

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

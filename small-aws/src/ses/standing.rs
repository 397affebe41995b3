//! Whether the account may send, and to whom.

use http::StatusCode;

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

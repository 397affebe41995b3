//! How a shop's emails arrive, and the release of a shop that is held.

use app::idempotency::{IdempotentCall, Reply, once};
use app::retry::{TryError, retry};
use app::{Caller, Error};
use domain::{Hold, MailCounts};
use futures_util::future::join;
use jiff::Timestamp;
use store::{ReplyAbout, Store};

use crate::use_cases::{IdentityChecks, MailIdentity};

/// Shows how a shop's emails arrive.
///
/// # Errors
/// Methods fail on storage failures.
#[derive(Clone)]
pub struct Deliverability {
    /// The table, with the counts.
    pub store: Store,
    /// The domain that emails come from.
    pub identity: MailIdentity,
}

/// How a shop's emails arrive.
pub struct Arrivals {
    /// The domain that they come from.
    pub domain: String,
    /// The checks that receivers can make; `None` if SES could not be asked.
    pub checks: Option<IdentityChecks>,
    /// The last 1,000.
    pub last: MailCounts,
    /// The brake; `None` if emails leave.
    pub hold: Option<Hold>,
}

impl Deliverability {
    /// The domain that the shop's emails come from, the last 1,000, and what holds the next ones back.
    pub async fn get(&self, caller: &Caller) -> Result<Arrivals, Error> {
        let (counted, checks) = join(self.store.last_mails(&caller.tenant), self.identity.checks()).await;
        let (last, hold) = counted?;
        Ok(Arrivals { domain: self.identity.domain.clone(), checks, last, hold })
    }

    /// Lets the shop's emails leave again, and counts from zero. Emails that wait leave within the hour. A shop that is
    /// not held is released, too: its counts begin again. The reply is how they arrive then.
    ///
    /// # Errors
    /// [`Error::IdempotencyKeyReused`].
    pub async fn release(
        &self,
        caller: &Caller,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Arrivals) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let release = async {
            retry!(self.store, { Ok::<_, TryError<Error>>(self.store.release_mails(&caller.tenant, now).await?) })?;
            render(&self.get(caller).await?)
        };
        once(idempotency, &self.store, caller, ReplyAbout::Nobody, now, release).await
    }
}

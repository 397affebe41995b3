//! How a shop's emails arrive, and the release of a shop that is held.

use app::caller::Caller;
use app::error::Error;
use app::idempotency::{IdempotentCall, Reply, once};
use app::message::suspension::release;
use domain::shop::{MailWindow, Releaser, Suspension};
use futures_util::future::join;
use jiff::Timestamp;
use store::request::idempotency::ReplyAbout;
use store::table::Store;

use crate::use_cases::{IdentityChecks, MailIdentity};

/// Shows how a shop's emails arrive.
///
/// # Errors
/// Methods fail on storage failures.
#[derive(Clone)]
pub struct Deliverability {
    /// The table.
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
    pub last: MailWindow,
    /// The suspension; `None` if emails leave.
    pub suspension: Option<Suspension>,
}

impl Deliverability {
    /// The domain that the shop's emails come from, the last 1,000, and what holds the next ones back.
    pub async fn get(&self, caller: &Caller, now: Timestamp) -> Result<Arrivals, Error> {
        let (read, checks) = join(self.store.last_mails(&caller.tenant), self.identity.checks(now)).await;
        let (last, suspension) = read?;
        Ok(Arrivals { domain: self.identity.domain.clone(), checks, last, suspension })
    }

    /// Lets the shop's emails leave again. Emails that wait leave within the hour. A shop that is not held stays as it is.
    /// The reply is how they arrive then.
    ///
    /// # Errors
    /// [`Error::ReleasedRecently`], [`Error::IdempotencyKeyReused`].
    pub async fn release(
        &self,
        caller: &Caller,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Arrivals) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let released = async {
            release(&self.store, &caller.tenant, Releaser::Shop, Some(&caller.author()), now).await?;
            render(&self.get(caller, now).await?)
        };
        once(idempotency, &self.store, caller, ReplyAbout::Nobody, now, released).await
    }
}

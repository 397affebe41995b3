//! How many of a shop's emails arrive, and how a shop ends the suspension of its emails.
//!
//! Told by `tests/stories/sending/suspension.story`.

use app::caller::Caller;
use app::error::Error;
use app::idempotency::{IdempotentCall, Reply, once};
use app::message::suspension::release;
use domain::shop::{MailWindow, Releaser, Suspension};
use futures_util::future::try_join;
use jiff::Timestamp;
use store::request::idempotency::ReplyAbout;
use store::table::Store;

use crate::use_cases::{IdentityChecks, MailIdentity};

/// Shows how many of a shop's emails arrive, and ends their suspension.
#[derive(Clone)]
pub struct Deliverability {
    pub store: Store,
    /// The domain from which emails are sent.
    pub identity: MailIdentity,
}

/// How many of a shop's emails arrive.
pub struct Arrivals {
    pub domain: String,
    /// The domain's authentication; `None` if SES did not answer.
    pub checks: Option<IdentityChecks>,
    /// Bounces and complaints among the shop's last emails.
    pub last: MailWindow,
    pub suspension: Option<Suspension>,
}

impl Deliverability {
    pub async fn get(&self, caller: &Caller, now: Timestamp) -> Result<Arrivals, Error> {
        let read = try_join(self.store.tenant(&caller.tenant), self.store.last_mails(&caller.tenant));
        let (record, (last, suspension)) = read.await?;
        // Reconcile checks a shop's own domain, which has no MAIL FROM domain.
        let own = record.and_then(|record| record.shop.sender);
        let (domain, checks) = match own {
            Some(own) => (own.domain().to_owned(), Some(IdentityChecks::SIGNED)),
            None => (self.identity.domain.clone(), self.identity.checks(now).await),
        };
        Ok(Arrivals { domain, checks, last, suspension })
    }

    /// Ends the suspension of the shop's emails; the first waiting email is sent within ten minutes. Without a
    /// suspension, nothing changes. The reply shows the state after that.
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

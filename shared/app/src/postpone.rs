//! "I haven't received it yet", as the customer's page says it.

use domain::{Request, Shop, Tenant, Verdict};
use jiff::Timestamp;
use store::{CommitError, RequestContext};
use vault::{Purpose, TenantKeys};

use crate::hub::{Hub, LinkTarget, Opened, dead};
use crate::retry::{CHANGES_MAX, RequestUpdate, save};
use crate::send::recipient;
use crate::wake::wake_at;
use crate::{Error, Wake};

/// What came of putting a request off.
pub enum Postponed {
    /// It is put off, just now or before.
    PutOff {
        /// The shop that asks.
        shop: Shop,
        /// When the customer is asked again; `None` where nothing will be sent to them.
        again_at: Option<Timestamp>,
        /// The first instant at which the link no longer works.
        expires_at: Timestamp,
    },
    /// Something was reviewed already: there is nothing to put off.
    Reviewed {
        /// The shop that asks.
        shop: Shop,
    },
    /// The link was dead by then.
    Refused(Opened),
}

impl Hub {
    /// Asks the customer again in a week, once. `None` for an unknown token.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn postpone(&self, token: &str, now: Timestamp) -> Result<Option<Postponed>, Error> {
        for _ in 0..CHANGES_MAX {
            let Some(found) = self.find(token, Purpose::Hub, now).await? else { return Ok(None) };
            if let Some(dead) = dead(&found.context, now) {
                return Ok(Some(Postponed::Refused(dead)));
            }
            let LinkTarget { tenant, keys, mut context } = found;
            if let Some(counters) = context.request.postpone(now) {
                let change = RequestUpdate { counters: &counters, ..RequestUpdate::default() };
                match save(&self.store, &tenant, &mut context.request, change).await {
                    Ok(()) => self.hint(&tenant, &context.request, now).await,
                    Err(CommitError::Refused(_)) => continue,
                    Err(error) => return Err(error.into()),
                }
            }
            let location = self.store.display_context(&tenant, &context.request).await?.location;
            let shop = context.tenant.shop.at(location.as_ref()).speaking(context.request.language);
            if context.request.is_reviewed() {
                return Ok(Some(Postponed::Reviewed { shop }));
            }
            let (again_at, expires_at) =
                (self.asked_again_at(&tenant, &keys, &context).await?, context.request.expires_at);
            return Ok(Some(Postponed::PutOff { shop, again_at, expires_at }));
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// When the next message leaves, by all that is known today: nobody is told of one that a stop
    /// rule would hold back.
    async fn asked_again_at(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        context: &RequestContext,
    ) -> Result<Option<Timestamp>, Error> {
        let request = &context.request;
        let (Some(at), Some(step)) = (request.asked_again_at(), request.step()) else { return Ok(None) };
        let Some(sealed) = context.open(keys)? else { return Ok(None) };
        let Some(recipient) = recipient(step.channel, &sealed, keys) else { return Ok(None) };
        let facts = self.store.send_context(tenant, &recipient, request, keys).await?;
        let verdict = request.verdict(false, facts.suppression, facts.order.as_ref(), at);
        Ok((verdict == Verdict::Send).then_some(at))
    }

    /// Wakes the sender, which waits anew until the message is due. A failed hint is no error: the
    /// `due` index has the step.
    async fn hint(&self, tenant: &Tenant, request: &Request, now: Timestamp) {
        if let Some(at) = request.asked_again_at() {
            wake_at(&self.queue, None, &Wake::new(tenant, request), at, now).await;
        }
    }
}

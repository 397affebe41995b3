//! "Ask me in a week": the button that postpones a request.
//!
//! Told by `tests/stories/requests/postponing.story`.

use app::error::{Error, retry};
use app::message::wake::{Wake, wake_at};
use app::request::{RequestUpdate, save};
use domain::message::Verdict;
use domain::request::Request;
use domain::shop::Shop;
use domain::values::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use store::context::{RequestContext, SendNeeds};
use store::shop::TenantRecord;
use vault::TenantKeys;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError};

pub enum Postponed {
    /// The request is postponed, by this call or an earlier one.
    PutOff {
        shop: Shop,
        /// The day of the next message in the customer's time zone; `None` if no message follows.
        again_on: Option<Date>,
        /// The first instant at which the link no longer works.
        expires_at: Timestamp,
    },
    /// Something was already reviewed, so there is nothing to postpone.
    Reviewed { shop: Shop },
}

impl Hub {
    /// Postpones the request by a week, once.
    pub async fn postpone(&self, token: &str, now: Timestamp) -> Result<Postponed, LinkError> {
        retry!(self.store, {
            let LinkTarget { tenant, keys, mut context } = self.find_live(token, now).await?;
            if let Some(counters) = context.request.postpone(&context.tenant.rules, now) {
                let change = RequestUpdate { counters: &counters, ..RequestUpdate::default() };
                save(&self.store, &tenant, &mut context.request, change).await?;
                self.hint(&tenant, &context.request, now).await;
            }
            let location = self.store.display_context(&tenant, &context.request, &keys).await?.location;
            let shop =
                context.tenant.shop.at_location(location.as_ref()).with_language(context.request.options.language);
            if context.request.is_reviewed() {
                return Ok(Postponed::Reviewed { shop });
            }
            let RequestContext { request, tenant: TenantRecord { rules, .. }, .. } = &context;
            let again_at = self.asked_again_at(&tenant, &keys, &context).await?;
            let again_on = again_at.map(|at| rules.day(at, request.options.time_zone.as_ref()));
            Ok(Postponed::PutOff { shop, again_on, expires_at: request.expires_at })
        })
    }

    /// When the next message is sent, as far as is known today; `None` if a rule would stop it.
    async fn asked_again_at(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        context: &RequestContext,
    ) -> Result<Option<Timestamp>, Error> {
        let request = &context.request;
        let (Some(at), Some(step)) = (request.asked_again_at(), request.step()) else { return Ok(None) };
        let Some(sealed) = context.open(keys)? else { return Ok(None) };
        let Some(recipient) = sealed.index(step.channel, keys) else { return Ok(None) };
        let send_context =
            self.store.send_context(tenant, &recipient, None, request, SendNeeds::default(), keys).await?;
        let verdict =
            request.verdict(false, send_context.suppression, send_context.order.as_ref(), &context.tenant.rules, at);
        Ok((verdict == Verdict::Send).then_some(at))
    }

    /// Wakes the sender, which waits until the message is due. A failure is not an error, because the index `due` also
    /// contains the step.
    async fn hint(&self, tenant: &Tenant, request: &Request, now: Timestamp) {
        if let Some(at) = request.asked_again_at() {
            wake_at(&self.queue, None, &Wake::new(tenant, request), at, now).await;
        }
    }
}

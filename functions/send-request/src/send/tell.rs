//! What follows from a provider's answer for other messages: of the channel, or of one shop.

use app::error::Error;
use app::message::suspension::suspend;
use app::shop::sender::{lose_sender, lose_tenant};
use domain::message::Pause;
use domain::shop::SuspensionReason;
use domain::values::{Channel, Tenant};
use jiff::Timestamp;
use store::message::week::OfWeek;

use crate::send::Send;

/// A provider's state, as an answer shows it.
#[derive(Clone, Copy)]
pub(super) enum Provider {
    Accepts,
    /// The provider is at its rate limit.
    Full,
    /// The provider rejects every message, or does not answer.
    Refuses,
    /// The provider rejected a message for a reason that is, or may be, only about that message.
    Unclear,
    /// SES does not send from the shop's own address.
    RefusesSender,
    /// SES refused an email with the shop's tenant.
    RefusesTenant,
}

impl Send {
    /// Pauses or resumes the channel according to the provider's state that a call showed. The message's own outcome is
    /// saved before this, because it must not be lost.
    pub(super) async fn tell(
        &self,
        tenant: &Tenant,
        channel: Channel,
        tried: Option<Pause>,
        provider: Provider,
        now: Timestamp,
    ) {
        match provider {
            Provider::Accepts => self.accepts(channel, tried).await,
            Provider::Full => {
                self.accepts(channel, tried).await;
                self.slow_down(channel, now).await;
            }
            Provider::Refuses => self.refused(channel, tried, now).await,
            Provider::Unclear => {}
            Provider::RefusesSender | Provider::RefusesTenant => {
                if let Err(error) = self.tell_shop(tenant, provider, now).await {
                    // The next email is refused in the same way.
                    tracing::warn!(%error, "cannot save that SES does not send as a shop");
                }
            }
        }
    }

    /// Does what follows for the shop alone. If SES does not say whether the tenant is paused, the next email asks again; if it
    /// is not, an email without it tells whether it was the reason.
    async fn tell_shop(&self, tenant: &Tenant, provider: Provider, now: Timestamp) -> Result<(), Error> {
        if let Provider::RefusesSender = provider {
            return lose_sender(&self.store, tenant, now).await;
        }
        let Some(name) = self.store.tenant(tenant).await?.and_then(|record| record.shop.sender_tenant) else {
            return Ok(());
        };
        match self.mailer.is_paused(&name).await {
            Some(true) => {
                if let Some((reason, _)) = suspend(&self.store, tenant, Some(SuspensionReason::Provider), now).await? {
                    tracing::error!(held_shop = %tenant, reason = reason.as_str(), "the emails of a shop are suspended");
                    self.store.count_of_week(OfWeek::Suspension, now).await?;
                }
                Ok(())
            }
            Some(false) => lose_tenant(&self.store, tenant, now).await,
            None => Ok(()),
        }
    }
}

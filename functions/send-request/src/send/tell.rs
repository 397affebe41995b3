//! What follows from a provider's answer for other messages: of the channel, or of one shop.

use app::shop::sender::lose_sender;
use domain::message::Pause;
use domain::values::{Channel, Tenant};
use jiff::Timestamp;

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
            Provider::RefusesSender => {
                if let Err(error) = lose_sender(&self.store, tenant, now).await {
                    // The next email is refused in the same way.
                    tracing::warn!(%error, "cannot save that SES does not send as a shop");
                }
            }
        }
    }
}

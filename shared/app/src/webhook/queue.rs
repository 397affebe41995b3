//! The queue before `deliver-webhooks`. Its messages are hints, as all are: the table has what is to be sent.

use domain::values::{EventId, Invalid, Tenant, WebhookId};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::webhook::delivery::DeliveryKey;

use crate::queue::{MessageQueue, OfShop};

/// The most deliveries of one message: they are sent at the same time, by one invocation.
const DELIVERIES_A_WAKE: usize = 20;

/// Deliveries that may be due. Ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookWake {
    tenant: String,
    mode: String,
    /// Endpoint and event.
    deliveries: Vec<(u64, u64)>,
}

impl WebhookWake {
    /// The wake-up for these deliveries.
    #[must_use]
    pub fn new(Tenant { id, mode }: &Tenant, deliveries: &[DeliveryKey]) -> Self {
        let deliveries = deliveries.iter().map(|(webhook, event)| (webhook.get(), event.get()));
        Self { tenant: id.as_str().to_owned(), mode: mode.as_str().to_owned(), deliveries: deliveries.collect() }
    }

    /// The tenant and its deliveries.
    ///
    /// # Errors
    /// [`Invalid`] if it is not a wake-up of ours.
    pub fn parse(&self) -> Result<(Tenant, Vec<DeliveryKey>), Invalid> {
        const RULE: Invalid = Invalid("a wake-up needs deliveries");
        let tenant = Tenant::parse(&self.tenant, &self.mode)?;
        let key = |&(webhook, event): &(u64, u64)| {
            Ok((WebhookId::new(webhook).ok_or(RULE)?, EventId::new(event).ok_or(RULE)?))
        };
        Ok((tenant, self.deliveries.iter().map(key).collect::<Result<_, Invalid>>()?))
    }
}

impl OfShop for WebhookWake {
    fn shop(&self) -> Option<String> {
        Some(format!("{}.{}", self.tenant, self.mode))
    }
}

/// The queue before `deliver-webhooks`.
pub type WebhookQueue = MessageQueue<WebhookWake>;

impl WebhookQueue {
    /// Wakes the sender of these deliveries at once; no call if there are none. A failure is only logged: reconcile
    /// finds them.
    pub async fn wake(&self, tenant: &Tenant, deliveries: &[DeliveryKey]) {
        for some in deliveries.chunks(DELIVERIES_A_WAKE) {
            self.wake_in(tenant, some, SignedDuration::ZERO).await;
        }
    }

    /// The same after `delay`, at most 15 minutes. Returns whether it succeeded.
    pub async fn wake_in(&self, tenant: &Tenant, deliveries: &[DeliveryKey], delay: SignedDuration) -> bool {
        let sent = self.send(&WebhookWake::new(tenant, deliveries), delay).await;
        if let Err(error) = &sent {
            tracing::warn!(%error, "cannot queue webhooks");
        }
        sent.is_ok()
    }
}

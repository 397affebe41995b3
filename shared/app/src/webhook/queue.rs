//! The two queues of `deliver-webhooks`, which itself fills the second. Messages are hints, because the events are in
//! the table.

use domain::values::{EventId, Invalid, Tenant, WebhookId};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::table::Outbox;
use store::webhook::delivery::DeliveryKey;

use crate::queue::{MessageQueue, ShopMessage};

/// The most deliveries in one message. One invocation sends them at the same time.
const DELIVERIES_A_WAKE: usize = 20;

/// Deliveries that may be due. Ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookWake {
    tenant: String,
    mode: String,
    /// Endpoints and events.
    deliveries: Vec<(u64, u64)>,
    /// Whether the message is in the queue for slow endpoints.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    slow: bool,
}

impl WebhookWake {
    pub fn new(Tenant { id, mode }: &Tenant, deliveries: &[DeliveryKey]) -> Self {
        let deliveries = deliveries.iter().map(|(webhook, event)| (webhook.get(), event.get()));
        Self {
            tenant: id.as_str().to_owned(),
            mode: mode.as_str().to_owned(),
            deliveries: deliveries.collect(),
            slow: false,
        }
    }

    /// The same wake-up, for the queue for slow endpoints.
    #[must_use]
    pub fn of_slow(self) -> Self {
        Self { slow: true, ..self }
    }

    /// Whether the message came through the queue for slow endpoints.
    pub const fn is_of_slow(&self) -> bool {
        self.slow
    }

    /// The tenant and its deliveries.
    /// Errors: [`Invalid`] if it is not a wake-up of ours.
    pub fn parse(&self) -> Result<(Tenant, Vec<DeliveryKey>), Invalid> {
        const RULE: Invalid = Invalid("a delivery's webhook or event id is invalid");
        let tenant = Tenant::parse(&self.tenant, &self.mode)?;
        let key = |&(webhook, event): &(u64, u64)| {
            Ok((WebhookId::new(webhook).ok_or(RULE)?, EventId::new(event).ok_or(RULE)?))
        };
        Ok((tenant, self.deliveries.iter().map(key).collect::<Result<_, Invalid>>()?))
    }
}

impl ShopMessage for WebhookWake {
    fn shop(&self) -> Option<String> {
        Some(format!("{}.{}", self.tenant, self.mode))
    }
}

/// A queue before `deliver-webhooks`.
pub type WebhookQueue = MessageQueue<WebhookWake>;

impl Outbox for WebhookQueue {
    /// Wakes the sender for these deliveries at once. A failure is only logged, because reconcile finds the deliveries.
    fn wake<'a>(&'a self, tenant: &'a Tenant, deliveries: &'a [DeliveryKey]) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            for some in deliveries.chunks(DELIVERIES_A_WAKE) {
                self.wake_in(&WebhookWake::new(tenant, some), SignedDuration::ZERO).await;
            }
        })
    }
}

impl WebhookQueue {
    /// Queues a wake-up for after `delay`, at most 15 minutes.
    pub async fn wake_in(&self, wake: &WebhookWake, delay: SignedDuration) {
        if let Err(error) = self.send(wake, delay).await {
            tracing::warn!(%error, "cannot queue webhooks");
        }
    }
}

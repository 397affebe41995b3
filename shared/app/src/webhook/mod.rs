//! Webhooks: a shop's endpoints, the names of events, changes of endpoints, and the sender's queues.

mod endpoints;

use domain::message::Notification;
use domain::values::{EventId, Invalid, Tenant, WebhookId};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::shop::audit::AuditEntry;
use store::table::{Outbox, Store};
use store::webhook::WebhookRecord;
use store::webhook::delivery::DeliveryKey;
use vault::TenantKeys;

use crate::error::{Error, TryError, retry};
use crate::queue::{MessageQueue, ShopMessage};

pub use self::endpoints::{DeliveryLog, NewWebhook, Replayed, WebhookChange, Webhooks};

const EVENT_PREFIX: &str = "evt_";

pub fn event_name(id: EventId) -> String {
    format!("{EVENT_PREFIX}{id}")
}

/// The id that [`event_name`] returned; `None` for any other string.
pub fn parse_event_name(name: &str) -> Option<EventId> {
    EventId::parse(name.strip_prefix(EVENT_PREFIX)?).ok()
}

/// Changes an endpoint and its subscription in the tenant's item, and writes the notification and the audit entry that
/// the change returns. `None` if there is no endpoint with this id.
/// Errors: [`Error::NotFound`] for an unknown shop; storage or KMS failures; the change's own.
pub async fn update(
    store: &Store,
    tenant: &Tenant,
    keys: &TenantKeys,
    id: WebhookId,
    change: impl Fn(&mut WebhookRecord) -> Result<(Option<Notification>, Option<AuditEntry>), Error>,
) -> Result<Option<(WebhookRecord, Option<Notification>)>, Error> {
    retry!(store, {
        let before = store.tenant(tenant).await?.ok_or(Error::NotFound)?.state.webhooks;
        let Some(mut record) = store.webhook(tenant, id, keys).await? else { return Ok(None) };
        let (notification, entry) = change(&mut record)?;
        let mut after = before.clone();
        after
            .iter_mut()
            .filter(|subscription| subscription.webhook == id)
            .for_each(|subscription| *subscription = record.webhook.subscription());
        let mut transaction = store.transaction(tenant);
        transaction.put_webhook(&record, keys);
        transaction.save_subscriptions(&before, &after);
        notification.iter().for_each(|notification| transaction.order_notification(notification));
        entry.iter().for_each(|entry| transaction.record(entry));
        transaction.commit().await?;
        Ok::<_, TryError<Error>>(Some((record, notification)))
    })
}

// The two queues of `deliver-webhooks`, which itself fills the second. Messages are hints, because the events are in
// the table.

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

//! Webhooks: a shop's endpoints, the names of events, changes of endpoints, and the sender's queues.

mod endpoints;
pub mod queue;

use domain::message::Notification;
use domain::values::{EventId, Tenant, WebhookId};
use store::shop::audit::AuditEntry;
use store::table::Store;
use store::webhook::WebhookRecord;
use vault::TenantKeys;

pub use self::endpoints::{DeliveryLog, NewWebhook, Replayed, WebhookChange, Webhooks};
use crate::error::Error;
use crate::retry::{TryError, retry};

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
        let before = store.tenant(tenant).await?.ok_or(Error::NotFound)?.webhooks;
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

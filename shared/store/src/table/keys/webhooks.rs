//! The keys of endpoints, and of events that are sent to them.

use domain::values::{EventId, Tenant, WebhookId};

use super::{Key, padded};

pub(crate) const WEBHOOKS: &str = "WH#";

pub(crate) fn webhook(tenant: &Tenant, id: WebhookId) -> Key {
    Key::new(tenant, webhook_sk(id))
}

pub(crate) fn webhook_sk(id: WebhookId) -> String {
    format!("{WEBHOOKS}{}", padded(id))
}

/// The prefix of the deliveries to an endpoint, oldest first.
pub(crate) fn deliveries(webhook: WebhookId) -> String {
    format!("WHD#{}#", padded(webhook))
}

pub(crate) fn delivery(tenant: &Tenant, webhook: WebhookId, event: EventId) -> Key {
    Key::new(tenant, format!("{}{}", deliveries(webhook), padded(event)))
}

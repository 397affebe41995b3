//! The keys of webhooks, and of events on their way to them.

use domain::{EventId, Tenant, WebhookId};

use super::{DUE_SHARDS, Key, padded};

/// The prefix of endpoints' sort keys.
pub(crate) const WEBHOOKS: &str = "WH#";

pub(crate) fn webhook(tenant: &Tenant, id: WebhookId) -> Key {
    Key::new(tenant, webhook_sk(id))
}

/// The sort key to which an endpoint's secrets are bound.
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

/// The name of a partition of the index `due` in which events on their way to endpoints are, of which there are
/// [`DUE_SHARDS`].
#[must_use]
pub fn delivery_shard_name(shard: u64) -> String {
    format!("W#{:02}", shard % DUE_SHARDS)
}

/// The tenant, endpoint and event in a delivery's key, as the `due` index returns it.
pub(crate) fn parse_delivery(pk: &str, sk: &str) -> Option<(Tenant, WebhookId, EventId)> {
    let (tenant, _) = pk.strip_prefix("T#")?.split_once('#')?;
    let (webhook, event) = sk.strip_prefix("WHD#")?.split_once('#')?;
    let id = |padded: &str| padded.parse().ok();
    Some((tenant.parse().ok()?, WebhookId::new(id(webhook)?)?, EventId::new(id(event)?)?))
}

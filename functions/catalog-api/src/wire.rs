//! The JSON of orders, products, how emails arrive, who gets none, API keys, and webhooks.

mod deliverability;
mod delivery;
mod order;
mod product;
mod suppression;
mod webhook;

pub(crate) use deliverability::DeliverabilityBody;
pub(crate) use delivery::{DeliveriesBody, DeliveriesQuery, DeliveryStatusWord, ReplayInput, ReplayedBody, replayed};
pub(crate) use order::{OrderBody, OrderInput, known_order};
pub(crate) use product::{ProductBody, ProductInput, known_product};
pub(crate) use suppression::{
    Lifted, ReasonWord, SuppressionBody, SuppressionsBody, SuppressionsQuery, known_address, new_address,
};
pub(crate) use webhook::{
    DeletedWebhook, NewWebhookInput, QueuedBody, SecretBody, WebhookBody, WebhookChangeInput, WebhookCreated,
    WebhooksBody, created, queued, rotated, webhook_id,
};

//! Makes the webhooks in a shop's system, with a key that is kept until the shop's products and orders are read, or longer if
//! the member says so.
//!
//! The first call reads which of them exist, so that a wrong key connects nothing, and a second click adds nothing
//! twice. Then the shop is connected, because WooCommerce calls a new webhook's address before it answers. One more
//! call makes the missing webhooks.

mod shopify;
mod woocommerce;

use std::time::Duration;

use app::caller::Caller;
use app::error::Error;
use domain::values::ShopSystem;
use jiff::Timestamp;
use serde_json::Value;

pub(super) use self::shopify::{Api as ShopifyApi, has_error};
pub(super) use self::woocommerce::Api as WooCommerceApi;
use super::connections::{IntegrationChange, IntegrationRefusal, Integrations};
use super::reading::BeginReading;
use super::shop_calls::{ShopCalls, refused};
use crate::{InboundSecret, ShopAccess, ShopRefusal, ShopTopic, WebhookOutcome};

/// How long a reading call may take. The console has 28 seconds (`stack/resources.yaml`) for two of these calls, one
/// that makes webhooks, and the calls to the table.
const READ_WITHIN: Duration = Duration::from_secs(5);
/// How long the call that makes webhooks may take. During it, WooCommerce calls the address of each new webhook.
const MAKE_WITHIN: Duration = Duration::from_secs(14);

/// Makes webhooks in shops' systems.
#[derive(Clone)]
pub struct ShopWebhooks {
    pub integrations: Integrations,
    pub calls: ShopCalls,
    pub reading: BeginReading,
}

/// Switches a shop's webhooks on again that its system switched off. Returns how many.
pub(super) async fn revive(
    calls: &ShopCalls,
    access: &ShopAccess,
    url: &str,
    secret: Option<&InboundSecret>,
) -> Result<u32, ShopRefusal> {
    match access {
        ShopAccess::WooCommerce { address, consumer_key, consumer_secret } => {
            let Some(secret) = secret else { return Ok(0) };
            WooCommerceApi::new(calls, address, consumer_key, consumer_secret).revive(url, secret).await
        }
        ShopAccess::Shopify { address, app, client_secret } => {
            ShopifyApi::open(calls, address, app, client_secret).await?.revive(url).await
        }
    }
}

pub struct TopicWebhook {
    pub topic: &'static ShopTopic,
    pub outcome: WebhookOutcome,
}

pub enum WebhooksRefusal {
    Shop(ShopRefusal),
    Connection(IntegrationRefusal),
}

impl From<ShopRefusal> for WebhooksRefusal {
    fn from(refusal: ShopRefusal) -> Self {
        Self::Shop(refusal)
    }
}

impl From<IntegrationRefusal> for WebhooksRefusal {
    fn from(refusal: IntegrationRefusal) -> Self {
        Self::Connection(refusal)
    }
}

impl ShopWebhooks {
    /// Connects a shop, if it is not connected, and makes a webhook to `url` for each topic that has none. Changes nothing if the
    /// system does not accept the key. WooCommerce gets the connection's secret. Shopify signs with the app's secret,
    /// which becomes the connection's; the connection's previous secret is accepted for two more hours. Then the reading of
    /// the shop begins, and the key is kept if `keeps_key`.
    /// Errors: [`WebhooksRefusal::Shop`]; [`WebhooksRefusal::Connection`] as [`Integrations::put`]. After a refusal of
    /// the last call, the shop is connected.
    pub async fn make(
        &self,
        caller: &Caller,
        access: &ShopAccess,
        keeps_key: bool,
        url: &str,
        now: Timestamp,
    ) -> Result<Vec<TopicWebhook>, WebhooksRefusal> {
        let webhooks = match access {
            ShopAccess::WooCommerce { address, consumer_key, consumer_secret } => {
                let api = woocommerce::Api::new(&self.calls, address, consumer_key, consumer_secret);
                let present = api.present(url).await?;
                let secret = self.connect(caller, ShopSystem::WooCommerce, IntegrationChange::default(), now).await?;
                api.make(&present, url, &secret).await?
            }
            ShopAccess::Shopify { address, app, client_secret } => {
                let api = shopify::Api::open(&self.calls, address, app, client_secret).await?;
                let (present, domain) = api.present(url).await?;
                let change =
                    IntegrationChange { secret: Some(client_secret.clone()), domain, ..IntegrationChange::default() };
                self.connect(caller, ShopSystem::Shopify, change, now).await?;
                api.make(&present, url).await?
            }
        };
        self.reading.begin(caller, access, keeps_key, now).await.map_err(IntegrationRefusal::Failed)?;
        Ok(webhooks)
    }

    /// Connects the shop and records that its webhooks are about to be made. Returns the secret that signs their calls.
    async fn connect(
        &self,
        caller: &Caller,
        system: ShopSystem,
        change: IntegrationChange,
        now: Timestamp,
    ) -> Result<InboundSecret, IntegrationRefusal> {
        let integration = self.integrations.put(caller, system, change, now).await?;
        let entry = caller.entry("add_system_webhooks", system.as_str(), [Value::Null, Value::Null], now);
        self.integrations.store.record(Some(&caller.tenant), &entry).await.map_err(Error::from)?;
        Ok(integration.record.secret.ok_or_else(|| Error::Internal("a connection without a secret".to_owned()))?)
    }
}

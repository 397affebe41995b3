//! Makes the webhooks in a shop at Shopify, with the shop's own app.
//!
//! The first call reads which of them exist, so that a wrong key connects nothing, and a second click adds nothing
//! twice. Then the shop is connected, and one more call makes the missing webhooks.

use app::caller::Caller;
use jiff::Timestamp;
use serde_json::Value;

use super::connections::{IntegrationChange, IntegrationRefusal, Integrations};
use super::reading::BeginReading;
use super::shop_calls::ShopCalls;
use super::shopify_api::ShopifyApi;
use crate::wire::shopify::SYSTEM;
use crate::{ShopAccess, ShopRefusal, TopicWebhook};

/// Makes webhooks in shops at Shopify.
#[derive(Clone)]
pub struct ShopWebhooks {
    pub integrations: Integrations,
    pub calls: ShopCalls,
    pub reading: BeginReading,
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
    /// Connects a shop, if it is not connected, and makes a webhook to `url` for each topic that has none. Changes nothing if
    /// Shopify does not accept the key. Shopify signs with the app's secret, which becomes the connection's; the connection's
    /// previous secret is accepted for two more hours. Then the reading of the shop's products begins.
    /// Errors: [`WebhooksRefusal::Shop`]; [`WebhooksRefusal::Connection`] as [`Integrations::put`]. After a refusal of
    /// the last call, the shop is connected.
    pub async fn make(
        &self,
        caller: &Caller,
        access: &ShopAccess,
        url: &str,
        now: Timestamp,
    ) -> Result<Vec<TopicWebhook>, WebhooksRefusal> {
        let ShopAccess { app, client_secret } = access;
        let api = ShopifyApi::open(&self.calls, access).await?;
        let (present, domain) = api.present(url).await?;
        let secret = Some(client_secret.reveal().to_owned());
        let change = IntegrationChange { secret, domain, app: Some(app.clone()), ..IntegrationChange::default() };
        self.integrations.put(caller, SYSTEM, change, &self.reading.queue, now).await?;
        let entry = caller.entry("add_system_webhooks", SYSTEM.as_str(), [Value::Null, Value::Null], now);
        let recorded = self.integrations.store.record(Some(&caller.tenant), &entry).await;
        recorded.map_err(|error| IntegrationRefusal::Failed(error.into()))?;
        let webhooks = api.make(&present, url).await?;
        self.reading.begin(caller, &app.address, now).await.map_err(IntegrationRefusal::Failed)?;
        Ok(webhooks)
    }
}

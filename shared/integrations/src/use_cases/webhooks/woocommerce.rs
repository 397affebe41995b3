//! WooCommerce's REST API (`WC_REST_Webhooks_V1_Controller`, from which version 3 inherits, and the batches of
//! `WC_REST_Controller`). It accepts its keys as basic authentication only over TLS; since WordPress 5.6, this also
//! works on servers that hide the header from PHP.

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::values::ShopSystem;
use serde_json::{Value, json};

use super::super::shop_calls::{ShopAnswer, ShopCalls};
use super::{MAKE_WITHIN, READ_WITHIN, TopicWebhook, refused};
use crate::{InboundSecret, ShopRefusal, ShopTopic, WebhookOutcome};

const API: &str = "/wp-json/wc/v3";
/// Twice the usual time, because WordPress may be slow, and one call reads what needs two calls to Shopify.
const LIST_WITHIN: Duration = READ_WITHIN.saturating_mul(2);

pub(in super::super) struct Api<'a> {
    shop: &'a ShopCalls,
    address: &'a str,
    authorization: String,
}

impl<'a> Api<'a> {
    pub(in super::super) fn new(shop: &'a ShopCalls, address: &'a str, key: &str, secret: &str) -> Self {
        let authorization = format!("Basic {}", STANDARD.encode(format!("{key}:{secret}")));
        Self { shop, address, authorization }
    }

    fn headers(&self) -> [(&str, &str); 2] {
        [("accept", "application/json"), ("authorization", &self.authorization)]
    }

    /// The ids of the webhooks that call this address, by their topics. Only the newest 100 webhooks are read, which is
    /// the maximum for a page. If ours are older, the shop gets them twice, and the second call about a change has no
    /// effect.
    pub(super) async fn present(&self, url: &str) -> Result<BTreeMap<String, u64>, ShopRefusal> {
        let hooks = self.webhooks(url, "all").await?;
        let hooks = hooks.iter();
        Ok(hooks.filter_map(|hook| Some((hook["topic"].as_str()?.to_owned(), hook["id"].as_u64()?))).collect())
    }

    /// Switches on the webhooks that call this address and are disabled, but not those that somebody paused. Returns how many.
    /// They also get the secret, because another one may be why their calls failed.
    pub(super) async fn revive(&self, url: &str, secret: &InboundSecret) -> Result<u32, ShopRefusal> {
        let disabled = self.webhooks(url, "disabled").await?;
        let update =
            disabled.iter().map(|hook| json!({"id": hook["id"], "status": "active", "secret": secret.reveal()}));
        let update: Vec<_> = update.collect();
        if update.is_empty() {
            return Ok(0);
        }
        let answer = self.batch(&json!({"update": update})).await?;
        let revived = answer["update"].as_array().into_iter().flatten().filter(|hook| hook["status"] == "active");
        Ok(u32::try_from(revived.count()).unwrap_or(u32::MAX))
    }

    /// The newest webhooks with this status that call this address.
    async fn webhooks(&self, url: &str, status: &str) -> Result<Vec<Value>, ShopRefusal> {
        let mut answer = self.page(&format!("webhooks?per_page=100&status={status}"), LIST_WITHIN).await?;
        let Value::Array(mut hooks) = answer.body.take() else { return Err(self.no_list(answer.status).await) };
        if answer.status != 200 {
            return Err(self.no_list(answer.status).await);
        }
        hooks.retain(|hook| hook["delivery_url"].as_str() == Some(url));
        Ok(hooks)
    }

    /// Makes and changes webhooks in one call.
    async fn batch(&self, body: &Value) -> Result<Value, ShopRefusal> {
        let batch = format!("{}{API}/webhooks/batch", self.address);
        let [accept, authorization] = self.headers();
        let headers = [accept, authorization, ("content-type", "application/json")];
        let ShopAnswer { status, body: answer, .. } =
            self.shop.call("POST", &batch, &headers, body.to_string(), MAKE_WITHIN).await?;
        match status {
            200 | 201 => Ok(answer),
            // The first call could read with this key, so the key may only read.
            401 => Err(ShopRefusal::ReadOnly),
            status => Err(refused(status)),
        }
    }

    /// One page of a list, such as `orders?page=2`.
    pub(in super::super) async fn page(&self, list: &str, within: Duration) -> Result<ShopAnswer, ShopRefusal> {
        let url = format!("{}{API}/{list}", self.address);
        self.shop.call("GET", &url, &self.headers(), String::new(), within).await
    }

    /// Why there is no list. With plain permalinks, WordPress answers any path with its front page, or leads to it; so may
    /// another system.
    async fn no_list(&self, status: u16) -> ShopRefusal {
        let refusal = if status == 200 { ShopRefusal::NoApi } else { refused(status) };
        if !matches!(refusal, ShopRefusal::NoApi | ShopRefusal::Redirected) {
            return refusal;
        }
        let index = format!("{}/?rest_route=/wc/v3", self.address);
        match self.shop.call("GET", &index, &[("accept", "application/json")], String::new(), READ_WITHIN).await {
            Ok(ShopAnswer { status: 200, body, .. }) if body["namespace"] == "wc/v3" => ShopRefusal::PlainPermalinks,
            _ => refusal,
        }
    }

    /// Makes the missing webhooks, and sets the existing ones again, because WooCommerce disables a webhook after five
    /// failures and shows its secret to nobody.
    pub(super) async fn make(
        &self,
        present: &BTreeMap<String, u64>,
        url: &str,
        secret: &InboundSecret,
    ) -> Result<Vec<TopicWebhook>, ShopRefusal> {
        let hook = |topic: &ShopTopic| {
            json!({
                "name": format!("Afterword {}", topic.name),
                "status": "active",
                "topic": topic.name,
                "delivery_url": url,
                "secret": secret.reveal(),
            })
        };
        let (mut create, mut update) = (Vec::new(), Vec::new());
        // Each topic with its place in the answer, whose order is that of the call.
        let mut places = Vec::new();
        for topic in ShopTopic::all(ShopSystem::WooCommerce) {
            let mut hook = hook(topic);
            let (list, hooks, outcome) = match present.get(topic.name) {
                Some(id) => {
                    hook["id"] = json!(id);
                    ("update", &mut update, WebhookOutcome::Present)
                }
                None => ("create", &mut create, WebhookOutcome::Added),
            };
            places.push((topic, list, hooks.len(), outcome));
            hooks.push(hook);
        }
        let answer = self.batch(&json!({"create": create, "update": update})).await?;
        let is_made = |made: &Value| made["error"].is_null() && made["id"].as_u64().is_some_and(|id| id > 0);
        let webhooks = places.into_iter().map(|(topic, list, place, outcome)| {
            let outcome = if is_made(&answer[list][place]) { outcome } else { WebhookOutcome::Refused };
            TopicWebhook { topic, outcome }
        });
        Ok(webhooks.collect())
    }
}

//! Shopify's Admin API in GraphQL (shopify.dev/docs/api/admin-graphql/2026-10/mutations/webhookSubscriptionCreate), and the
//! exchange of an app's client ID and secret for a token
//! (shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant).

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::super::shop_calls::{ShopAnswer, ShopCalls};
use super::{MAKE_WITHIN, READ_WITHIN, TopicWebhook, refused};
use crate::{ShopRefusal, ShopTopic, ShopifyApp, ShopifyDomain, WebhookOutcome};

/// The version of October 2026, which is supported for a year. After that, Shopify answers with its oldest supported
/// version.
const PATH: &str = "/admin/api/2026-10/graphql.json";
/// There is at most one webhook for each of our topics that calls our address.
const LIST: &str = "query($uri: String!) { shop { myshopifyDomain } \
                    webhookSubscriptions(first: 100, uri: $uri) { nodes { topic uri } } }";

pub(in super::super) struct Api<'a> {
    shop: &'a ShopCalls,
    address: &'a str,
    token: String,
}

impl<'a> Api<'a> {
    pub(in super::super) async fn open(
        shop: &'a ShopCalls,
        address: &'a str,
        app: &ShopifyApp,
        client_secret: &str,
    ) -> Result<Self, ShopRefusal> {
        let token = match app {
            ShopifyApp::Token(token) => token.clone(),
            ShopifyApp::ClientId(id) => exchange(shop, address, id, client_secret).await?,
        };
        Ok(Self { shop, address, token })
    }

    /// The topics of the webhooks that call this address, in GraphQL's words, and the domain that their calls will name. It
    /// may be another one than the member typed, because a shop can rename itself.
    pub(super) async fn present(&self, url: &str) -> Result<(BTreeSet<String>, Option<ShopifyDomain>), ShopRefusal> {
        let call = json!({"query": LIST, "variables": {"uri": url}});
        let data = self.ask(&call, READ_WITHIN).await?;
        let nodes = data["webhookSubscriptions"]["nodes"].as_array().ok_or(ShopRefusal::Failed)?;
        let nodes = nodes.iter().filter(|node| node["uri"].as_str() == Some(url));
        let topics = nodes.filter_map(|node| node["topic"].as_str().map(str::to_owned)).collect();
        Ok((topics, data["shop"]["myshopifyDomain"].as_str().and_then(ShopifyDomain::parse)))
    }

    /// Makes the missing webhooks, in one call.
    pub(super) async fn make(&self, present: &BTreeSet<String>, url: &str) -> Result<Vec<TopicWebhook>, ShopRefusal> {
        let topics = ShopTopic::ALL;
        let missing = topics.iter().map(ShopTopic::in_graphql).filter(|topic| !present.contains(topic));
        let fields: Vec<_> = missing
            .map(|topic| {
                format!(
                    "{topic}: webhookSubscriptionCreate(topic: {topic}, webhookSubscription: $webhook) \
                     {{ webhookSubscription {{ id }} userErrors {{ message }} }}"
                )
            })
            .collect();
        let made = if fields.is_empty() {
            Value::Null
        } else {
            let query = format!("mutation($webhook: WebhookSubscriptionInput!) {{ {} }}", fields.join(" "));
            let call = json!({"query": query, "variables": {"webhook": {"uri": url, "format": "JSON"}}});
            self.ask(&call, MAKE_WITHIN).await?
        };
        let webhooks = topics.iter().map(|topic| {
            let name = topic.in_graphql();
            let outcome = if present.contains(&name) { WebhookOutcome::Present } else { outcome(&made[name]) };
            TopicWebhook { topic, outcome }
        });
        Ok(webhooks.collect())
    }

    /// Calls GraphQL, which reports errors with status 200. If one part of the call failed, the data of another may
    /// still be in the answer.
    async fn ask(&self, call: &Value, within: Duration) -> Result<Value, ShopRefusal> {
        let ShopAnswer { status, body: mut answer, .. } = self.send(call, within).await?;
        if status != 200 {
            return Err(refused(status));
        }
        let data = answer.get_mut("data").map(Value::take).unwrap_or_default();
        if data.is_object() {
            return Ok(data);
        }
        Err(if has_error(&answer, "ACCESS_DENIED") { ShopRefusal::NotAllowed } else { ShopRefusal::Failed })
    }

    pub(in super::super) async fn send(&self, call: &Value, within: Duration) -> Result<ShopAnswer, ShopRefusal> {
        let url = format!("{}{PATH}", self.address);
        let headers = [
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("x-shopify-access-token", self.token.as_str()),
        ];
        self.shop.call("POST", &url, &headers, call.to_string(), within).await
    }
}

/// Whether an answer of GraphQL has an error with this code.
pub(in super::super) fn has_error(answer: &Value, code: &str) -> bool {
    answer["errors"].as_array().is_some_and(|errors| errors.iter().any(|error| error["extensions"]["code"] == code))
}

/// A token for an app that is installed in the shop. It is valid for 24 hours.
async fn exchange(
    shop: &ShopCalls,
    address: &str,
    client_id: &str,
    client_secret: &str,
) -> Result<String, ShopRefusal> {
    let body = form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("client_id", client_id)
        .append_pair("client_secret", client_secret)
        .finish();
    let headers = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
    let url = format!("{address}/admin/oauth/access_token");
    let ShopAnswer { status, body: answer, .. } = shop.call("POST", &url, &headers, body, READ_WITHIN).await?;
    match status {
        200 => {
            // The token must fit into a header.
            let token =
                answer["access_token"].as_str().filter(|token| token.bytes().all(|byte| byte.is_ascii_graphic()));
            token.map(str::to_owned).ok_or(ShopRefusal::Failed)
        }
        // The app is unknown, its secret is wrong, or it is not installed in this shop.
        400 | 401 | 403 => Err(ShopRefusal::KeyRefused),
        status => Err(refused(status)),
    }
}

/// The outcome for a topic without a webhook.
fn outcome(made: &Value) -> WebhookOutcome {
    let errors = made["userErrors"].as_array().map(Vec::as_slice).unwrap_or_default();
    // Another click came at the same time and was first.
    let is_taken = |error: &Value| error["message"].as_str().is_some_and(|text| text.contains("already been taken"));
    match made["webhookSubscription"].is_object() {
        true => WebhookOutcome::Added,
        false if errors.iter().any(is_taken) => WebhookOutcome::Present,
        false => WebhookOutcome::Refused,
    }
}

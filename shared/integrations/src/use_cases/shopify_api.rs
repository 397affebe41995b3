//! Shopify's Admin API in GraphQL (shopify.dev/docs/api/admin-graphql/2026-10), with every document that is sent there, and the
//! exchange of an app's client ID and secret for a token
//! (shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant).

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::shop_calls::{ShopAnswer, ShopCalls, refused};
use crate::{ShopAccess, ShopRefusal, ShopTopic, ShopifyApp, ShopifyDomain, StarsOf, TopicWebhook, WebhookOutcome};

/// How long a reading call may take. The console has 28 seconds (`stack/resources.yaml`) for two of these calls, one
/// that makes webhooks, and the calls to the table.
const READ_WITHIN: Duration = Duration::from_secs(5);
/// How long the call that makes webhooks may take.
const MAKE_WITHIN: Duration = Duration::from_secs(14);

/// The version of October 2026, which is supported for a year. After that, Shopify answers with its oldest supported
/// version.
const PATH: &str = "/admin/api/2026-10/graphql.json";
/// There is at most one webhook for each of our topics that calls our address.
const LIST: &str = "query($uri: String!) { shop { myshopifyDomain } \
                    webhookSubscriptions(first: 100, uri: $uri) { nodes { topic uri } } }";

/// Where themes read stars.
const NAMESPACE: &str = "reviews";
const AVERAGE: &str = "rating";
const NUMBER: &str = "rating_count";
/// Themes need no definitions, but only with them do the admin and other sales channels show the fields.
const DEFINE: &str = "mutation { \
    average: standardMetafieldDefinitionEnable(namespace: \"reviews\", key: \"rating\", ownerType: PRODUCT) { userErrors { code } } \
    number: standardMetafieldDefinitionEnable(namespace: \"reviews\", key: \"rating_count\", ownerType: PRODUCT) { userErrors { code } } }";
const LOOK: &str = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Product { \
    average: metafield(namespace: \"reviews\", key: \"rating\") { value } \
    number: metafield(namespace: \"reviews\", key: \"rating_count\") { value } } } }";
/// At most 25 fields; one that is refused refuses all.
const SET: &str =
    "mutation($fields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $fields) { userErrors { message } } }";
/// What is not there is no error.
const DELETE: &str = "mutation($fields: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $fields) { userErrors { message } } }";
/// How long a call about fields may take.
const FIELDS_WITHIN: Duration = Duration::from_secs(5);

/// Why fields were not read or written.
pub(super) enum FieldsRefusal {
    /// The shop's points are used up (<https://shopify.dev/docs/api/usage/limits#rate-limits>).
    Throttled,
    /// The entries, or one of them.
    Entries,
    Failed(ShopRefusal, Option<SignedDuration>),
}

impl From<ShopRefusal> for FieldsRefusal {
    fn from(refusal: ShopRefusal) -> Self {
        Self::Failed(refusal, None)
    }
}

pub(super) struct ShopifyApi<'a> {
    shop: &'a ShopCalls,
    address: &'a str,
    token: String,
    /// What the merchant approved, separated by commas.
    scopes: String,
}

impl<'a> ShopifyApi<'a> {
    /// Exchanges the app's keys for a token, which is valid for 24 hours.
    pub(super) async fn open(shop: &'a ShopCalls, access: &'a ShopAccess) -> Result<Self, ShopRefusal> {
        let ShopAccess { app: ShopifyApp { address, client_id }, client_secret } = access;
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", client_id)
            .append_pair("client_secret", client_secret.reveal())
            .finish();
        let headers = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
        let url = format!("{address}/admin/oauth/access_token");
        let ShopAnswer { status, body: answer, .. } = shop.call("POST", &url, &headers, body, READ_WITHIN).await?;
        match status {
            200 => {
                // The token must fit into a header.
                let token =
                    answer["access_token"].as_str().filter(|token| token.bytes().all(|byte| byte.is_ascii_graphic()));
                let token = token.ok_or(ShopRefusal::Failed)?.to_owned();
                let scopes = answer["scope"].as_str().unwrap_or_default().to_owned();
                Ok(Self { shop, address, token, scopes })
            }
            // The app is unknown, its secret is wrong, or it is not installed in this shop.
            400 | 401 | 403 => Err(ShopRefusal::KeyRefused),
            status => Err(refused(status)),
        }
    }

    /// Whether the merchant approved this scope.
    pub(super) fn may(&self, scope: &str) -> bool {
        self.scopes.split(',').any(|approved| approved.trim() == scope)
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

    /// Makes the definitions of the fields, if they are not there.
    pub(super) async fn define_fields(&self) -> Result<(), FieldsRefusal> {
        self.fields(DEFINE, json!({})).await.map(drop)
    }

    /// The fields of those of these products that have some: the average, and the number of reviews. Costs three points a product.
    pub(super) async fn look_at_fields(
        &self,
        products: &[u64],
    ) -> Result<Vec<(u64, Option<String>, Option<String>)>, FieldsRefusal> {
        if products.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<_> = products.iter().map(|number| gid(*number)).collect();
        let data = self.fields(LOOK, json!({"ids": ids})).await?;
        let read = |node: &Value| {
            let number = node["id"].as_str()?.rsplit('/').next()?.parse().ok()?;
            let [average, count] = ["average", "number"].map(|field| node[field]["value"].as_str());
            let rating: Option<Value> = average.and_then(|rating| serde_json::from_str(rating).ok());
            let average = rating.and_then(|rating| rating["value"].as_str().map(str::to_owned));
            Some((number, average, count.map(str::to_owned)))
        };
        Ok(data["nodes"].as_array().into_iter().flatten().filter_map(read).collect())
    }

    /// Writes the fields of at most twelve products. Of one without reviews, the average is deleted; of `None`, both fields.
    pub(super) async fn write_fields(&self, products: &[(u64, Option<StarsOf>)]) -> Result<(), FieldsRefusal> {
        let (mut gone, mut set) = (Vec::new(), Vec::new());
        for (product, stars) in products {
            match stars.and_then(StarsOf::average) {
                Some(average) => {
                    let rating = json!({"value": average, "scale_min": "1.0", "scale_max": "5.0"});
                    set.push(typed(*product, AVERAGE, "rating", rating.to_string()));
                }
                None => gone.push(field(*product, AVERAGE)),
            }
            match stars {
                Some(stars) => set.push(typed(*product, NUMBER, "number_integer", stars.count.to_string())),
                None => gone.push(field(*product, NUMBER)),
            }
        }
        self.change_fields(DELETE, "metafieldsDelete", gone).await?;
        self.change_fields(SET, "metafieldsSet", set).await
    }

    async fn change_fields(&self, document: &str, name: &str, fields: Vec<Value>) -> Result<(), FieldsRefusal> {
        if fields.is_empty() {
            return Ok(());
        }
        let data = self.fields(document, json!({"fields": fields})).await?;
        match data[name]["userErrors"].as_array() {
            Some(errors) if errors.is_empty() => Ok(()),
            Some(_) => Err(FieldsRefusal::Entries),
            None => Err(ShopRefusal::Failed.into()),
        }
    }

    async fn fields(&self, document: &str, variables: Value) -> Result<Value, FieldsRefusal> {
        let call = json!({"query": document, "variables": variables});
        let mut answer = self.send(&call, FIELDS_WITHIN).await?;
        if answer.status == 429 || has_error(&answer.body, "THROTTLED") {
            return Err(FieldsRefusal::Throttled);
        }
        let refusal = match answer.status {
            200 if has_error(&answer.body, "ACCESS_DENIED") => ShopRefusal::NotAllowed,
            200 if answer.body["data"].is_object() => return Ok(answer.body["data"].take()),
            200 => ShopRefusal::Failed,
            status => refused(status),
        };
        Err(FieldsRefusal::Failed(refusal, answer.retry_after()))
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

    pub(super) async fn send(&self, call: &Value, within: Duration) -> Result<ShopAnswer, ShopRefusal> {
        let url = format!("{}{PATH}", self.address);
        let headers = [
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("x-shopify-access-token", self.token.as_str()),
        ];
        self.shop.call("POST", &url, &headers, call.to_string(), within).await
    }
}

fn gid(product: u64) -> String {
    format!("gid://shopify/Product/{product}")
}

fn field(product: u64, key: &str) -> Value {
    json!({"ownerId": gid(product), "namespace": NAMESPACE, "key": key})
}

fn typed(product: u64, key: &str, kind: &str, value: String) -> Value {
    let mut field = field(product, key);
    (field["type"], field["value"]) = (kind.into(), value.into());
    field
}

/// Whether an answer of GraphQL has an error with this code.
pub(super) fn has_error(answer: &Value, code: &str) -> bool {
    answer["errors"].as_array().is_some_and(|errors| errors.iter().any(|error| error["extensions"]["code"] == code))
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

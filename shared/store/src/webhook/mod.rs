//! A shop's endpoints, with their sealed secrets. Transactions find the subscriptions in the tenant's item, which they
//! read anyway.

pub mod delivery;

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, Update};
use domain::values::{RemoteUrl, Tenant, WebhookId, ms};
use domain::webhook::{PROBE_EVERY, Subscription, Webhook};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys, WebhookSecret};

use crate::table::keys::{self, WEBHOOKS};
use crate::table::{
    Attributes, CommitError, Error, Part, Store, Transaction, from_item, json, milliseconds, number, open, seal,
};

/// The name to which the sealed part is bound.
const SEALED: &str = "sealed";

#[derive(Clone)]
pub struct WebhookRecord {
    pub webhook: Webhook,
    pub secret: WebhookSecret,
    /// The earlier secrets, newest first, each with the time until which calls are also signed with it.
    pub earlier: Vec<(WebhookSecret, Timestamp)>,
    /// 0 for a new endpoint; every change by the shop adds 1.
    pub version: u32,
}

/// An endpoint's attributes: the domain's struct as JSON, the sealed part, and the attributes that updates need.
#[derive(Serialize, Deserialize)]
struct WebhookItem {
    #[serde(with = "json")]
    webhook: Webhook,
    /// The secrets, and the URL, because it may contain a secret.
    sealed: ByteBuf,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    failing_since: Option<Timestamp>,
    /// A second attribute has a random number, by which the sender that probed recognises its own write.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    probed_at: Option<Timestamp>,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    silent_until: Option<Timestamp>,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    slow_since: Option<Timestamp>,
    version: u32,
}

type SealedPart = (RemoteUrl, WebhookSecret, Vec<(WebhookSecret, Timestamp)>);

impl WebhookItem {
    fn seal(record: &WebhookRecord, keys: &TenantKeys, random: &Random) -> Result<Self, CommitError> {
        let WebhookRecord { webhook, secret, earlier, version } = record;
        let sk = keys::webhook_sk(webhook.id);
        Ok(Self {
            sealed: seal(&(&webhook.url, secret, earlier), &sk, SEALED, keys, random)?,
            failing_since: webhook.failing_since,
            probed_at: webhook.probed_at,
            silent_until: webhook.silent_until,
            slow_since: webhook.slow_since,
            version: version + 1,
            webhook: webhook.clone(),
        })
    }
}

pub(crate) fn read(item: Attributes, keys: &TenantKeys) -> Result<WebhookRecord, Error> {
    let WebhookItem { webhook, sealed, failing_since, probed_at, silent_until, slow_since, version } = from_item(item)?;
    let (url, secret, earlier): SealedPart = open(&sealed, &keys::webhook_sk(webhook.id), SEALED, keys)?;
    let webhook = Webhook { url, failing_since, probed_at, silent_until, slow_since, ..webhook };
    Ok(WebhookRecord { webhook, secret, earlier, version })
}

impl Store {
    /// A tenant's endpoints, oldest first.
    pub async fn webhooks(&self, tenant: &Tenant, keys: &TenantKeys) -> Result<Vec<WebhookRecord>, Error> {
        self.starting(tenant, WEBHOOKS).await?.into_iter().map(|item| read(item, keys)).collect()
    }

    /// An endpoint; `None` if there is none with this id.
    pub async fn webhook(
        &self,
        tenant: &Tenant,
        id: WebhookId,
        keys: &TenantKeys,
    ) -> Result<Option<WebhookRecord>, Error> {
        let item = self.get(&keys::webhook(tenant, id)).await?;
        item.map(|item| read(item, keys)).transpose()
    }

    /// Records since when an endpoint fails, unless that is recorded already.
    pub async fn note_failing(&self, tenant: &Tenant, id: WebhookId, since: Timestamp) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression("SET failing_since = if_not_exists(failing_since, :since) REMOVE silent_until")
            .expression_attribute_values(":since", milliseconds(since));
        self.note(tenant, id, update).await
    }

    /// Records that an endpoint accepted an event, and since when it is slow, if it is.
    pub async fn note_taken(&self, tenant: &Tenant, id: WebhookId, slow: Option<Timestamp>) -> Result<(), Error> {
        let update = match slow {
            Some(_) => {
                "SET slow_since = if_not_exists(slow_since, :since) REMOVE failing_since, probed_at, probe, silent_until"
            }
            None => "REMOVE failing_since, probed_at, probe, silent_until, slow_since",
        };
        let update = Update::builder().update_expression(update);
        let update =
            update.set_expression_attribute_values(slow.map(|at| [(":since".to_owned(), milliseconds(at))].into()));
        self.note(tenant, id, update).await
    }

    /// Records since when an endpoint is slow, unless that is recorded already. The caller no longer waits for its
    /// answer.
    pub async fn note_slow(&self, tenant: &Tenant, id: WebhookId, since: Timestamp) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression("SET slow_since = if_not_exists(slow_since, :since) REMOVE silent_until")
            .expression_attribute_values(":since", milliseconds(since));
        self.note(tenant, id, update).await
    }

    /// Records until when a call to an endpoint may wait for the answer.
    pub async fn note_silent(&self, tenant: &Tenant, id: WebhookId, until: Timestamp) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression("SET silent_until = :until")
            .expression_attribute_values(":until", milliseconds(until));
        self.note(tenant, id, update).await
    }

    async fn note(&self, tenant: &Tenant, id: WebhookId, update: UpdateBuilder) -> Result<(), Error> {
        let update = self.update(&keys::webhook(tenant, id), update.condition_expression("attribute_exists(PK)"))?;
        self.update_if_met(update).await.map(drop)
    }

    /// Claims the probe of a failing endpoint. `false` if another sender probed it within the last minute.
    pub async fn claim_probe(&self, tenant: &Tenant, id: WebhookId, now: Timestamp) -> Result<bool, Error> {
        let before = now.saturating_sub(PROBE_EVERY).unwrap_or(now);
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::webhook(tenant, id).attributes()))
            .update_expression("SET probed_at = :now, probe = :probe")
            // If an answer is lost, the client repeats the call, which must then meet its own claim.
            .condition_expression(
                "attribute_exists(PK) AND (attribute_not_exists(probed_at) OR probed_at <= :before OR probe = :probe)",
            )
            .expression_attribute_values(":now", milliseconds(now))
            .expression_attribute_values(":before", milliseconds(before))
            .expression_attribute_values(":probe", number(self.random.u64()));
        self.update_if_met(update).await
    }
}

impl Transaction<'_> {
    /// Creates an endpoint, or replaces it if it has not changed since it was read.
    pub fn put_webhook(&mut self, record: &WebhookRecord, keys: &TenantKeys) {
        let key = keys::webhook(self.tenant, record.webhook.id);
        match WebhookItem::seal(record, keys, &self.store.random) {
            Ok(item) if record.version == 0 => self.insert(Part::Webhooks, &key, &item),
            Ok(item) => {
                let read = [(":version", number(record.version))];
                self.put(Part::Webhooks, &key, &item, "version = :version", read);
            }
            Err(error) => self.failure = Some(error),
        }
    }

    pub fn delete_webhook(&mut self, id: WebhookId) {
        self.delete(Part::Webhooks, &keys::webhook(self.tenant, id), Delete::builder());
    }

    /// Replaces the endpoints in the tenant's item. Refused if they changed since `before` was read.
    pub fn save_subscriptions(&mut self, before: &[Subscription], now: &[Subscription]) {
        let list =
            |subscriptions: &[Subscription]| serde_dynamo::to_attribute_value::<_, AttributeValue>(subscriptions);
        let (before_value, now) = match (list(before), list(now)) {
            (Ok(before), Ok(now)) => (before, now),
            (Err(error), _) | (_, Err(error)) => return self.failure = Some(Error::from(error).into()),
        };
        let condition = match before.is_empty() {
            true => "attribute_exists(PK) AND (attribute_not_exists(webhooks) OR webhooks = :before)",
            false => "webhooks = :before",
        };
        let update = Update::builder()
            .update_expression("SET webhooks = :now")
            .condition_expression(condition)
            .expression_attribute_values(":before", before_value)
            .expression_attribute_values(":now", now);
        self.update(Part::Webhooks, &keys::tenant(self.tenant), update);
    }
}

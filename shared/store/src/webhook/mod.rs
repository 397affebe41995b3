//! A shop's endpoints, with their sealed secrets. Transactions find the subscriptions in the tenant's item, which they
//! read anyway.

pub mod delivery;

use aws_sdk_dynamodb::types::AttributeValue;
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

/// What a call tells about an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// It fails since then, unless it failed before.
    Failing(Timestamp),
    /// It took an event, slowly since then, unless it was slow before, or quickly.
    Taken(Option<Timestamp>),
    /// It is slow since then, unless it was slow before. The caller no longer waits for its answer.
    Slow(Timestamp),
    /// A call may wait for its answer until then.
    SilentUntil(Timestamp),
}

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
        self.get(&keys::webhook(tenant, id)).await?.map(|item| read(item, keys)).transpose()
    }

    pub async fn note_endpoint(&self, tenant: &Tenant, id: WebhookId, noted: Noted) -> Result<(), Error> {
        let (set, at) = match noted {
            Noted::Failing(at) => {
                ("SET failing_since = if_not_exists(failing_since, :at) REMOVE silent_until", Some(at))
            }
            Noted::Taken(Some(at)) => (
                "SET slow_since = if_not_exists(slow_since, :at) REMOVE failing_since, probed_at, probe, silent_until",
                Some(at),
            ),
            Noted::Taken(None) => ("REMOVE failing_since, probed_at, probe, silent_until, slow_since", None),
            Noted::Slow(at) => ("SET slow_since = if_not_exists(slow_since, :at) REMOVE silent_until", Some(at)),
            Noted::SilentUntil(at) => ("SET silent_until = :at", Some(at)),
        };
        let (key, exists) = (keys::webhook(tenant, id), "attribute_exists(PK)");
        match at {
            Some(at) => self.change(&key, set, exists, [(":at", milliseconds(at))]).await.map(drop),
            None => self.change(&key, set, exists, []).await.map(drop),
        }
    }

    /// Claims the probe of a failing endpoint. `false` if another sender probed it within the last minute.
    pub async fn claim_probe(&self, tenant: &Tenant, id: WebhookId, now: Timestamp) -> Result<bool, Error> {
        let before = now.saturating_sub(PROBE_EVERY).unwrap_or(now);
        let probe = number(self.random.u64());
        let values = [(":now", milliseconds(now)), (":before", milliseconds(before)), (":probe", probe)];
        // If an answer is lost, the client repeats the call, which must then meet its own claim.
        let is_free =
            "attribute_exists(PK) AND (attribute_not_exists(probed_at) OR probed_at <= :before OR probe = :probe)";
        self.change(&keys::webhook(tenant, id), "SET probed_at = :now, probe = :probe", is_free, values).await
    }
}

impl Transaction<'_> {
    /// Creates an endpoint, or replaces it if it has not changed since it was read.
    pub fn put_webhook(&mut self, record: &WebhookRecord, keys: &TenantKeys) {
        if let Some(item) = self.made(WebhookItem::seal(record, keys, &self.store.random)) {
            let key = keys::webhook(self.tenant, record.webhook.id);
            self.put_next(Part::Webhooks, &key, &item, record.version);
        }
    }

    pub fn delete_webhook(&mut self, id: WebhookId) {
        self.forget(&keys::webhook(self.tenant, id));
    }

    /// Replaces the endpoints in the tenant's item. Refused if they changed since `before` was read.
    pub fn save_subscriptions(&mut self, before: &[Subscription], now: &[Subscription]) {
        let list =
            |subscriptions: &[Subscription]| serde_dynamo::to_attribute_value::<_, AttributeValue>(subscriptions);
        let lists = list(before).and_then(|before| Ok((before, list(now)?)));
        let Some((before_value, now)) = self.made(lists.map_err(Error::from)) else { return };
        let condition = match before.is_empty() {
            true => "attribute_exists(PK) AND (attribute_not_exists(webhooks) OR webhooks = :before)",
            false => "webhooks = :before",
        };
        let (key, values) = (keys::tenant(self.tenant), [(":before", before_value), (":now", now)]);
        self.change(Part::Webhooks, &key, "SET webhooks = :now", condition, values);
    }
}

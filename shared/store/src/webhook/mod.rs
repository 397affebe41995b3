//! A shop's endpoints, with their sealed secrets. What transactions need to know of them is in the tenant's own item,
//! which they read anyway.

pub(crate) mod delivery;

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::{AttributeValue, Delete, Update};
use domain::{EventKinds, PROBE_EVERY, RemoteUrl, Subscription, Tenant, Webhook, WebhookId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys, WebhookSecret};

use crate::table::keys::{self, WEBHOOKS};
use crate::table::{Attributes, Error, Part, SK, Store, Transaction, from_item, instant, milliseconds, number};

/// An endpoint with its secrets.
#[derive(Clone)]
pub struct WebhookRecord {
    /// The endpoint.
    pub webhook: Webhook,
    /// The secret with which calls are signed.
    pub secret: WebhookSecret,
    /// The secrets before, newest first, and until when calls are signed with each, too.
    pub earlier: Vec<(WebhookSecret, Timestamp)>,
    /// One more after every change by its shop; 0 for a new one.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct WebhookItem {
    url: ByteBuf,
    /// Absent for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    events: Option<BTreeSet<String>>,
    includes_review: bool,
    enabled: bool,
    created_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failing_since: Option<i64>,
    /// When it was last probed, and a random number of the sender that did so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    probed_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    probe: Option<u64>,
    /// Until when a call may be waiting for its answer that took longer than most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    silent_until: Option<i64>,
    secret: ByteBuf,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier: Option<EarlierPart>,
    /// The secrets before that one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    older: Vec<EarlierPart>,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct EarlierPart {
    secret: ByteBuf,
    until: i64,
}

/// One entry of the list in the tenant's item.
#[derive(Serialize, Deserialize)]
pub(crate) struct SubscriptionPart {
    id: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    events: Option<BTreeSet<String>>,
    enabled: bool,
}

impl SubscriptionPart {
    pub(crate) fn new(Subscription { webhook, events, is_enabled }: &Subscription) -> Self {
        Self { id: webhook.get(), events: words(events), enabled: *is_enabled }
    }

    pub(crate) fn read(self) -> Result<Subscription, Error> {
        let Self { id, events, enabled } = self;
        let webhook = WebhookId::new(id).ok_or_else(unreadable)?;
        Ok(Subscription { webhook, events: kinds(events)?, is_enabled: enabled })
    }
}

fn words(events: &EventKinds) -> Option<BTreeSet<String>> {
    match events {
        EventKinds::All => None,
        EventKinds::These(_) | EventKinds::MoreGood(_) => Some(events.words().into_iter().map(str::to_owned).collect()),
    }
}

fn kinds(words: Option<BTreeSet<String>>) -> Result<EventKinds, Error> {
    Ok(words.map_or(Ok(EventKinds::All), |words| EventKinds::parse(words.iter().map(String::as_str)))?)
}

impl WebhookItem {
    fn seal(record: &WebhookRecord, keys: &TenantKeys, random: &Random) -> Result<Self, vault::Error> {
        let WebhookRecord { webhook, secret, earlier, version } = record;
        let Webhook {
            id,
            url,
            events,
            includes_review,
            is_enabled,
            created_at,
            failing_since,
            probed_at,
            silent_until,
        } = webhook;
        let sk = keys::webhook_sk(*id);
        let seal = |field: &str, plain: &str| keys.seal(&sk, field, plain, random).map(ByteBuf::from);
        let earlier = earlier.iter().enumerate().map(|(place, (secret, until))| {
            let secret = seal(&earlier_field(place), &secret.reveal())?;
            Ok::<_, vault::Error>(EarlierPart { secret, until: until.as_millisecond() })
        });
        let mut earlier = earlier.collect::<Result<Vec<_>, _>>()?.into_iter();
        Ok(Self {
            url: seal("url", url.as_str())?,
            events: words(events),
            includes_review: *includes_review,
            enabled: *is_enabled,
            created_at: created_at.as_millisecond(),
            failing_since: failing_since.map(|at| at.as_millisecond()),
            probed_at: probed_at.map(|at| at.as_millisecond()),
            probe: None,
            silent_until: silent_until.map(|at| at.as_millisecond()),
            secret: seal("secret", &secret.reveal())?,
            earlier: earlier.next(),
            older: earlier.collect(),
            version: version + 1,
        })
    }

    fn open(self, id: WebhookId, keys: &TenantKeys) -> Result<WebhookRecord, Error> {
        let Self {
            url,
            events,
            includes_review,
            enabled,
            created_at,
            failing_since,
            probed_at,
            probe: _, // for the sender that drew it
            silent_until,
            secret,
            earlier,
            older,
            version,
        } = self;
        let sk = keys::webhook_sk(id);
        let open = |field: &str, sealed: &ByteBuf| keys.open(&sk, field, sealed).map_err(|_| unreadable());
        let secret_of =
            |field: &str, sealed: &ByteBuf| WebhookSecret::parse(&open(field, sealed)?).ok_or_else(unreadable);
        let earlier = earlier.into_iter().chain(older).enumerate().map(|(place, EarlierPart { secret, until })| {
            Ok::<_, Error>((secret_of(&earlier_field(place), &secret)?, instant(until)?))
        });
        Ok(WebhookRecord {
            secret: secret_of("secret", &secret)?,
            earlier: earlier.collect::<Result<_, _>>()?,
            version,
            webhook: Webhook {
                id,
                url: RemoteUrl::stored(open("url", &url)?),
                events: kinds(events)?,
                includes_review,
                is_enabled: enabled,
                created_at: instant(created_at)?,
                failing_since: failing_since.map(instant).transpose()?,
                probed_at: probed_at.map(instant).transpose()?,
                silent_until: silent_until.map(instant).transpose()?,
            },
        })
    }
}

/// The name under which a secret is sealed that another one replaced, by its place among those.
fn earlier_field(place: usize) -> String {
    if place == 0 { "earlier".to_owned() } else { format!("older_{place}") }
}

/// Opens an endpoint's item.
pub(crate) fn open(item: Attributes, keys: &TenantKeys) -> Result<WebhookRecord, Error> {
    let id = id_of(&item)?;
    from_item::<WebhookItem>(item)?.open(id, keys)
}

/// The endpoint of an item, from its key.
fn id_of(item: &Attributes) -> Result<WebhookId, Error> {
    let id = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(WEBHOOKS)?.parse().ok());
    id.and_then(WebhookId::new).ok_or_else(unreadable)
}

impl Store {
    /// A tenant's endpoints, oldest first.
    pub async fn webhooks(&self, tenant: &Tenant, keys: &TenantKeys) -> Result<Vec<WebhookRecord>, Error> {
        self.starting(tenant, WEBHOOKS).await?.into_iter().map(|item| open(item, keys)).collect()
    }

    /// An endpoint; `None` if there is none with this id.
    pub async fn webhook(
        &self,
        tenant: &Tenant,
        id: WebhookId,
        keys: &TenantKeys,
    ) -> Result<Option<WebhookRecord>, Error> {
        let item = self.get(&keys::webhook(tenant, id)).await?;
        item.map(|item| open(item, keys)).transpose()
    }

    /// Records since when an endpoint fails, unless it is recorded; `None` if it does not fail any more.
    pub async fn note_failing(&self, tenant: &Tenant, id: WebhookId, since: Option<Timestamp>) -> Result<(), Error> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::webhook(tenant, id).attributes()))
            // It may have been deleted.
            .condition_expression("attribute_exists(PK)");
        let update = match since {
            Some(since) => update
                .update_expression("SET failing_since = if_not_exists(failing_since, :since) REMOVE silent_until")
                .expression_attribute_values(":since", milliseconds(since)),
            None => update.update_expression("REMOVE failing_since, probed_at, probe, silent_until"),
        };
        self.update_if_met(update).await.map(drop)
    }

    /// Records until when a call of an endpoint may wait for its answer.
    pub async fn note_silent(&self, tenant: &Tenant, id: WebhookId, until: Timestamp) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression("SET silent_until = :until")
            .condition_expression("attribute_exists(PK)")
            .expression_attribute_values(":until", milliseconds(until));
        self.update_if_met(self.update(&keys::webhook(tenant, id), update)?).await.map(drop)
    }

    /// Claims the probe of an endpoint that fails. `false` if another sender probed it within the last minute.
    pub async fn claim_probe(&self, tenant: &Tenant, id: WebhookId, now: Timestamp) -> Result<bool, Error> {
        let before = now.saturating_sub(PROBE_EVERY).unwrap_or(now);
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::webhook(tenant, id).attributes()))
            .update_expression("SET probed_at = :now, probe = :probe")
            // The client repeats a call whose answer is lost: it must meet its own claim.
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
    /// Creates an endpoint, or replaces it if nobody changed it since it was read.
    pub fn put_webhook(&mut self, record: &WebhookRecord, keys: &TenantKeys) {
        let key = keys::webhook(self.tenant, record.webhook.id);
        match WebhookItem::seal(record, keys, &self.store.random) {
            Ok(item) if record.version == 0 => self.insert(Part::Webhooks, &key, &item),
            Ok(item) => {
                let read = [(":version", number(record.version))];
                self.put(Part::Webhooks, &key, &item, "version = :version", read);
            }
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Deletes an endpoint.
    pub fn delete_webhook(&mut self, id: WebhookId) {
        self.delete(Part::Webhooks, &keys::webhook(self.tenant, id), Delete::builder());
    }

    /// Replaces what the tenant's item says of its endpoints, if nobody changed it since `before` was read.
    pub fn save_subscriptions(&mut self, before: &[Subscription], now: &[Subscription]) {
        let list = |subscriptions: &[Subscription]| {
            let parts: Vec<_> = subscriptions.iter().map(SubscriptionPart::new).collect();
            serde_dynamo::to_attribute_value::<_, AttributeValue>(parts)
        };
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

fn unreadable() -> Error {
    Error::Unreadable("a webhook".to_owned())
}

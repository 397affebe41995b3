//! Events that are sent to endpoints. The row is written in the transaction of the event, as the outbox, and later
//! becomes the log.

use std::collections::HashMap;

use domain::request::Request;
use domain::review::{LedgerEntry, Review};
use domain::values::{EventId, Tenant, WebhookId};
use domain::webhook::{Event, Subscription, WebhookDelivery};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::retention::{DELIVERY_DAYS, days_after};
use crate::shop::TenantRecord;
use crate::table::{
    Attributes, DueKind, Error, Listed, Page, Part, Reading, Store, Transaction, from_item, json, keys,
};
use crate::webhook::{WebhookRecord, read};

pub type DeliveryKey = (WebhookId, EventId);

/// How late a queue message may be before it counts as lost.
const LOST_AFTER: SignedDuration = SignedDuration::from_mins(2);
/// The longest delay of an SQS message, which is SQS' own limit. With it, a retry comes back on the second.
pub const QUEUED_AHEAD_MAX: SignedDuration = SignedDuration::from_mins(15);
/// How long before its time reconcile may find a later retry, because reconcile runs every five minutes.
const FOUND_AHEAD: SignedDuration = SignedDuration::from_mins(10);

#[derive(Serialize, Deserialize)]
struct DeliveryItem {
    #[serde(with = "json")]
    delivery: WebhookDelivery,
    version: u32,
    ttl: i64,
    /// The keys of the index `due`, as long as the delivery is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

impl DeliveryItem {
    fn new(delivery: &WebhookDelivery, now: Timestamp) -> Self {
        let WebhookDelivery { event, next_at, version, .. } = delivery;
        Self {
            delivery: delivery.clone(),
            version: *version,
            ttl: days_after(event.at, DELIVERY_DAYS),
            due_shard: next_at.map(|_| DueKind::Delivery.shard_name(event.id.get())),
            due_at: next_at.map(|next| looked_at(next, now).as_millisecond()),
        }
    }
}

/// When reconcile looks at a delivery: once its queue message counts as lost or, for a later retry, early enough to
/// queue it.
fn looked_at(next: Timestamp, now: Timestamp) -> Timestamp {
    let is_queued = next.duration_since(now) <= QUEUED_AHEAD_MAX;
    let at = if is_queued { next.checked_add(LOST_AFTER) } else { next.checked_sub(FOUND_AHEAD) };
    at.unwrap_or(next)
}

impl Listed for WebhookDelivery {
    type Place = EventId;

    fn place(&self) -> EventId {
        self.event.id
    }
}

pub struct DeliveryContext {
    pub tenant: TenantRecord,
    webhooks: HashMap<WebhookId, Attributes>,
    pub deliveries: Vec<WebhookDelivery>,
}

impl DeliveryContext {
    /// An endpoint; `None` if it was deleted.
    pub fn webhook(&self, id: WebhookId, keys: &TenantKeys) -> Result<Option<WebhookRecord>, Error> {
        self.webhooks.get(&id).cloned().map(|item| read(item, keys)).transpose()
    }
}

impl Store {
    /// Deliveries with their endpoints and their shop, in one call; `None` for an unknown shop. At most 40.
    pub async fn deliveries(&self, tenant: &Tenant, wanted: &[DeliveryKey]) -> Result<Option<DeliveryContext>, Error> {
        let shop = keys::tenant(tenant);
        let endpoints: Vec<_> = wanted.iter().map(|(webhook, _)| *webhook).collect();
        let read = wanted.iter().map(|(webhook, event)| keys::delivery(tenant, *webhook, *event));
        let read = read.chain(endpoints.iter().map(|id| keys::webhook(tenant, *id))).chain([shop.clone()]);
        let mut items = self.batch(read.collect()).await?;
        let Some(item) = items.remove(&shop) else { return Ok(None) };
        let webhook = |id: &WebhookId| Some((*id, items.get(&keys::webhook(tenant, *id))?.clone()));
        let webhooks = endpoints.iter().filter_map(webhook).collect();
        let mut deliveries = Vec::with_capacity(wanted.len());
        for (webhook, event) in wanted {
            let Some(item) = items.remove(&keys::delivery(tenant, *webhook, *event)) else { continue };
            deliveries.push(read_delivery(item)?);
        }
        Ok(Some(DeliveryContext { tenant: TenantRecord::read(item)?, webhooks, deliveries }))
    }

    /// One delivery; `None` if it is no longer in the log.
    pub async fn delivery(
        &self,
        tenant: &Tenant,
        (webhook, event): DeliveryKey,
    ) -> Result<Option<WebhookDelivery>, Error> {
        self.get(&keys::delivery(tenant, webhook, event)).await?.map(read_delivery).transpose()
    }

    pub async fn delivery_log(
        &self,
        tenant: &Tenant,
        webhook: WebhookId,
        reading: Reading<EventId>,
    ) -> Result<Page<WebhookDelivery>, Error> {
        self.page(tenant, &keys::deliveries(webhook), reading).await?.try_map(read_delivery)
    }

    /// Saves a delivery that was read, as a new version. `false` if another call saved it first.
    pub async fn save_delivery(
        &self,
        tenant: &Tenant,
        delivery: &WebhookDelivery,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let key = keys::delivery(tenant, delivery.webhook, delivery.event.id);
        let next = WebhookDelivery { version: delivery.version + 1, ..delivery.clone() };
        self.replace(&key, &DeliveryItem::new(&next, now), delivery.version).await
    }
}

impl Transaction<'_> {
    pub(crate) fn announce_review(&mut self, review: &Review, ledger: &[LedgerEntry], subscriptions: &[Subscription]) {
        self.announce(subscriptions, |random| Event::of_review(review, ledger, random));
    }

    /// Writes the events of a review that an import adds or removes into the outbox.
    pub(crate) fn announce_import(&mut self, review: &Review, ledger: &[LedgerEntry], subscriptions: &[Subscription]) {
        self.announce(subscriptions, |random| Event::of_import(review, ledger, random));
    }

    /// Writes the events of a change to a request and its messages into the outbox. `before` is `None` for a new
    /// request. A trial has no events.
    pub fn announce_request(
        &mut self,
        before: Option<&Request>,
        after: &Request,
        now: Timestamp,
        subscriptions: &[Subscription],
    ) {
        if !after.options.trial {
            self.announce(subscriptions, |random| Event::of_request(before, after, now, random));
        }
    }

    /// Writes events into the outbox, for each endpoint that wants them. Does nothing for a shop without an enabled
    /// endpoint.
    pub fn announce(&mut self, subscriptions: &[Subscription], events: impl FnOnce(u16) -> Vec<Event>) {
        if !subscriptions.iter().any(|subscription| subscription.is_enabled) {
            return;
        }
        for event in self.numbered(events) {
            for subscription in subscriptions.iter().filter(|subscription| subscription.wants(&event)) {
                self.send_event(subscription.webhook, event.clone());
            }
        }
    }

    /// Makes events whose ids differ from all others in this transaction.
    fn numbered(&mut self, events: impl FnOnce(u16) -> Vec<Event>) -> Vec<Event> {
        let first = self.next_event.unwrap_or_else(|| self.store.random.u16());
        let events = events(first);
        self.next_event = Some(first.wrapping_add(u16::try_from(events.len()).unwrap_or_default()));
        events
    }

    /// Writes an event to an endpoint into the outbox.
    pub fn send_event(&mut self, webhook: WebhookId, event: Event) {
        let (id, now) = (event.id, event.at);
        let item = DeliveryItem::new(&WebhookDelivery::new(webhook, event), now);
        // The event's id is random. If another event has it, the caller makes the transaction again.
        self.insert(Part::Event, &keys::delivery(self.tenant, webhook, id), &item);
        self.announced((webhook, id));
    }
}

pub(crate) fn read_delivery(item: Attributes) -> Result<WebhookDelivery, Error> {
    from_item(item).map(|DeliveryItem { delivery, version, .. }| WebhookDelivery { version, ..delivery })
}

//! A shop's endpoints: making and changing them, the log of events, and sending events again.
//!
//! Told by `tests/stories/webhooks/calls.story`.

use domain::values::{EventId, RemoteUrl, WebhookId};
use domain::webhook::{
    DeliveryStatus, EARLIER_SECRETS_MAX, Event, EventKinds, SECRET_ROTATION, Subscription, WEBHOOKS_MAX, Webhook,
    WebhookDelivery,
};
use futures_util::{StreamExt as _, stream};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::request::idempotency::ReplyAbout;
use store::table::{End, Outbox as _, Span, Store, Transaction};
use store::webhook::WebhookRecord;
use store::webhook::delivery::DeliveryKey;
use vault::{Random, WebhookSecret};

use crate::caller::{Caller, Who, differing};
use crate::error::{Error, retry};
use crate::idempotency::{IdempotentCall, Reply, earlier, once, store_reply};
use crate::paging::{Bound, Listing, Scan, Until, Walked, walk};
use crate::webhook::{WebhookQueue, update};

const REPLAY_MAX: u32 = 1_000;
const PARALLEL: usize = 32;

#[derive(Debug, Clone)]
pub struct NewWebhook {
    pub url: RemoteUrl,
    pub events: EventKinds,
    /// Whether a review's own row is sent with its events.
    pub includes_review: bool,
    /// Whether the endpoint is also called about imported reviews.
    pub includes_imports: bool,
}

/// A change of an endpoint. `None` keeps a value.
#[derive(Debug, Clone, Default)]
pub struct WebhookChange {
    pub url: Option<RemoteUrl>,
    pub events: Option<EventKinds>,
    /// Whether a review's own row is sent with its events.
    pub includes_review: Option<bool>,
    /// Whether the endpoint is also called about imported reviews.
    pub includes_imports: Option<bool>,
    pub is_enabled: Option<bool>,
}

pub struct DeliveryLog {
    /// The events to which the endpoint subscribed, which also decide how events are named.
    pub events: EventKinds,
    /// The deliveries, newest first.
    pub deliveries: Vec<WebhookDelivery>,
    /// Where the next page begins; `None` on the last page.
    pub next: Option<EventId>,
}

#[derive(Debug, Clone, Copy)]
pub struct Replayed {
    /// How many events are sent.
    pub count: usize,
    /// The time of the last of these events, if there are later ones.
    pub next_since: Option<Timestamp>,
}

/// A shop's endpoints and what was sent to them.
#[derive(Clone)]
pub struct Webhooks {
    pub store: Store,
    pub queue: WebhookQueue,
    pub random: Random,
}

impl Webhooks {
    /// Creates an endpoint. The secret is shown only once.
    /// Errors: [`Error::MissingScope`] for the scope that reads what the endpoint gets; [`Error::TooManyWebhooks`];
    /// [`Error::IdempotencyKeyReused`].
    pub async fn create(
        &self,
        caller: &Caller,
        new: &NewWebhook,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&WebhookRecord) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let before = self.subscriptions(caller).await?;
            if before.len() >= WEBHOOKS_MAX {
                return Err(Error::TooManyWebhooks.into());
            }
            let NewWebhook { url, events, includes_review, includes_imports } = new.clone();
            let id = WebhookId::mint(now, self.random.u16());
            let webhook = Webhook {
                id,
                url,
                events,
                includes_review,
                includes_imports,
                is_enabled: true,
                created_at: now,
                created_by: caller.by(),
                failing_since: None,
                probed_at: None,
                silent_until: None,
                slow_since: None,
            };
            permit(caller, &webhook, None)?;
            let secret = WebhookSecret::mint(&self.random);
            let record = WebhookRecord { webhook, secret, earlier: Vec::new(), version: 0 };
            let after = [&before[..], &[record.webhook.subscription()]].concat();
            let answer = render(&record)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.put_webhook(&record, &caller.keys);
            transaction.save_subscriptions(&before, &after);
            let made = [Value::Null, state(&record.webhook)];
            transaction.record(&caller.entry("create_webhook", id, made, now));
            remember(idempotency, &mut transaction, &answer, caller, now);
            transaction.commit().await?;
            Ok(answer)
        })
    }

    /// All endpoints, oldest first.
    pub async fn list(&self, caller: &Caller) -> Result<Vec<WebhookRecord>, Error> {
        Ok(self.store.webhooks(&caller.tenant, &caller.keys).await?)
    }

    pub async fn get(&self, caller: &Caller, id: WebhookId) -> Result<WebhookRecord, Error> {
        self.store.webhook(&caller.tenant, id, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// Changes an endpoint. When it is enabled, it no longer counts as failing or slow.
    /// Errors: [`Error::MissingScope`] as for a new endpoint, if the change affects what is sent or where.
    pub async fn change(
        &self,
        caller: &Caller,
        id: WebhookId,
        change: &WebhookChange,
        now: Timestamp,
    ) -> Result<WebhookRecord, Error> {
        let change = |record: &mut WebhookRecord| {
            let WebhookChange { url, events, includes_review, includes_imports, is_enabled } = change.clone();
            let before = record.webhook.clone();
            let webhook = &mut record.webhook;
            webhook.url = url.unwrap_or_else(|| webhook.url.clone());
            webhook.events = events.unwrap_or_else(|| webhook.events.clone());
            webhook.includes_review = includes_review.unwrap_or(webhook.includes_review);
            webhook.includes_imports = includes_imports.unwrap_or(webhook.includes_imports);
            if is_enabled == Some(true) {
                (webhook.failing_since, webhook.slow_since) = (None, None);
                (webhook.probed_at, webhook.silent_until) = (None, None);
            }
            webhook.is_enabled = is_enabled.unwrap_or(webhook.is_enabled);
            permit(caller, webhook, Some(&before))?;
            let is_moved = webhook.url != before.url;
            let mut change = differing(&state(&before), &state(webhook));
            if is_moved {
                change.iter_mut().for_each(|state| state["url"] = json!(URL_SET));
            }
            let entry = (*webhook != before).then(|| caller.entry("change_webhook", id, change, now));
            Ok::<_, Error>((None, entry))
        };
        let changed = update(&self.store, &caller.tenant, &caller.keys, id, change).await?;
        Ok(changed.ok_or(Error::NotFound)?.0)
    }

    /// Gives an endpoint a new secret. For a day, calls are also signed with the old secret.
    /// Errors: [`Error::RotatedRecently`] if calls are already signed with three old secrets;
    /// [`Error::IdempotencyKeyReused`].
    pub async fn rotate(
        &self,
        caller: &Caller,
        id: WebhookId,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&WebhookRecord) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let until = now.saturating_add(SECRET_ROTATION).unwrap_or(now);
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let mut record = self.get(caller, id).await?;
            record.earlier.retain(|(_, until)| now < *until);
            // The last secret is the oldest.
            if let Some((_, until)) = record.earlier.get(EARLIER_SECRETS_MAX - 1) {
                return Err(Error::RotatedRecently(*until).into());
            }
            let old = std::mem::replace(&mut record.secret, WebhookSecret::mint(&self.random));
            record.earlier.insert(0, (old, until));
            let answer = render(&record)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.put_webhook(&record, &caller.keys);
            transaction.record(&caller.entry("rotate_webhook_secret", id, [Value::Null, Value::Null], now));
            remember(idempotency, &mut transaction, &answer, caller, now);
            transaction.commit().await?;
            Ok(answer)
        })
    }

    /// Deletes an endpoint. Events that have not been delivered to it are never sent.
    pub async fn delete(&self, caller: &Caller, id: WebhookId, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let before = self.subscriptions(caller).await?;
            let after: Vec<_> = before.iter().filter(|subscription| subscription.webhook != id).cloned().collect();
            if after.len() == before.len() {
                return Err(Error::NotFound.into());
            }
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.delete_webhook(id);
            transaction.save_subscriptions(&before, &after);
            transaction.record(&caller.entry("delete_webhook", id, [Value::Null, Value::Null], now));
            Ok(transaction.commit().await?)
        })
    }

    /// At most `limit` deliveries to an endpoint, after `after`; with a `status`, only those with this status.
    pub async fn log(
        &self,
        caller: &Caller,
        id: WebhookId,
        status: Option<DeliveryStatus>,
        after: Option<EventId>,
        limit: u32,
    ) -> Result<DeliveryLog, Error> {
        let events = self.get(caller, id).await?.webhook.events;
        let passes = |delivery: &WebhookDelivery| status.is_none_or(|status| delivery.status == status);
        let scan = status.map(|_| Scan { passes: &passes, bound: Bound::OPENED, until: Until::Row });
        let listing = Listing { scan, ..Listing::new(End::Newest, after, limit) };
        let page = walk(listing, |reading| self.store.delivery_log(&caller.tenant, id, reading)).await?;
        Ok(DeliveryLog { events, deliveries: page.rows, next: page.next })
    }

    /// Sends an event again, whatever its state. Returns how many are sent: none to a disabled endpoint.
    pub async fn replay(&self, caller: &Caller, id: WebhookId, event: EventId, now: Timestamp) -> Result<usize, Error> {
        let is_enabled = self.get(caller, id).await?.webhook.is_enabled;
        let delivery = self.store.delivery(&caller.tenant, (id, event)).await?.ok_or(Error::NotFound)?;
        let replayed = if is_enabled { self.begin_again(caller, delivery, now).await? } else { None };
        self.queue.wake(&caller.tenant, replayed.as_slice()).await;
        Ok(replayed.iter().count())
    }

    /// Sends every event since `since` again, at most the oldest thousand. Events that are still waiting are not sent
    /// twice.
    pub async fn replay_since(
        &self,
        caller: &Caller,
        id: WebhookId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<Replayed, Error> {
        if !self.get(caller, id).await?.webhook.is_enabled {
            return Ok(Replayed { count: 0, next_since: None });
        }
        let span = Some(Span { first: EventId::mint(since, 0), last: EventId::LAST });
        let listing = Listing { span, ..Listing::new(End::Oldest, None, REPLAY_MAX) };
        let Walked { rows, next, skip: _ } =
            walk(listing, |reading| self.store.delivery_log(&caller.tenant, id, reading)).await?;
        let next_since = next.map(EventId::minted_at);
        let (under_way, over): (Vec<_>, Vec<_>) = rows.into_iter().partition(|delivery| delivery.is_in_flight(now));
        let begun = over.into_iter().map(|delivery| self.begin_again(caller, delivery, now));
        let begun: Vec<_> = stream::iter(begun).buffered(PARALLEL).collect().await;
        let begun: Vec<_> = begun.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        self.queue.wake(&caller.tenant, &begun).await;
        Ok(Replayed { count: under_way.len() + begun.len(), next_since })
    }

    /// Sends a test to an endpoint, and returns what `render` makes of the number of sent events: 0 for a disabled
    /// endpoint.
    pub async fn test(
        &self,
        caller: &Caller,
        id: WebhookId,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(usize) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            if !self.get(caller, id).await?.webhook.is_enabled {
                return Ok(store_reply(idempotency, &self.store, caller, ReplyAbout::Nobody, now, render(0)?).await?);
            }
            let answer = render(1)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.send_event(id, Event::test(now, self.random.u16()));
            remember(idempotency, &mut transaction, &answer, caller, now);
            transaction.commit().await?;
            Ok(answer)
        })
    }

    /// Runs a call that sends events again, or returns its stored reply.
    pub async fn once(
        &self,
        caller: &Caller,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        call: impl Future<Output = Result<Reply, Error>>,
    ) -> Result<Reply, Error> {
        once(idempotency, &self.store, caller, ReplyAbout::Nobody, now, call).await
    }

    async fn begin_again(
        &self,
        caller: &Caller,
        mut delivery: WebhookDelivery,
        now: Timestamp,
    ) -> Result<Option<DeliveryKey>, Error> {
        delivery.replay(now);
        let is_saved = self.store.save_delivery(&caller.tenant, &delivery, now).await?;
        // If the delivery was not saved, it was tried at this very moment.
        Ok(is_saved.then_some((delivery.webhook, delivery.event.id)))
    }

    async fn subscriptions(&self, caller: &Caller) -> Result<Vec<Subscription>, Error> {
        Ok(self.store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)?.state.webhooks)
    }
}

/// An endpoint in the audit log, without the URL, because somebody typed it.
fn state(webhook: &Webhook) -> Value {
    let Webhook { id: _, url: _, events, includes_review, includes_imports, is_enabled, .. } = webhook;
    json!({"events": events.words(), "includes_review": includes_review, "includes_imports": includes_imports, "enabled": is_enabled})
}

/// Stands for a changed URL in the audit log.
const URL_SET: &str = "set";

fn remember(
    idempotency: Option<&IdempotentCall>,
    transaction: &mut Transaction<'_>,
    reply: &Reply,
    caller: &Caller,
    now: Timestamp,
) {
    if let Some(idempotency) = idempotency {
        idempotency.remember(transaction, reply, ReplyAbout::Nobody, &caller.keys, now);
    }
}

/// Refuses an endpoint that would send what the caller's key may not read. In the console, only owners can call this,
/// and they may read everything.
fn permit(caller: &Caller, webhook: &Webhook, before: Option<&Webhook>) -> Result<(), Error> {
    let Who::Key { scopes, .. } = &caller.who else { return Ok(()) };
    webhook.lacks(before, scopes).map_or(Ok(()), |scope| Err(Error::MissingScope(scope)))
}

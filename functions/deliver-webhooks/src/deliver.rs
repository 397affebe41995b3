//! Sends events to endpoints.
//!
//! If the sender dies between a call and its record, the endpoint is called again; it recognises the event by its id.
//! The deliveries of a batch are sent at the same time, and the batch ends with the last answer. So deliveries to an
//! endpoint that was slow or failed the last time have their own queue, and other processes handle that queue.

use std::sync::Arc;
use std::time::Duration;

use app::caller::Author;
use app::clock::Clock;
use app::error::Error;
use app::outbound::{CallError, Outbound};
use app::review::{Reviews, ShownReview};
use app::webhook::{WebhookQueue, WebhookWake, event_name, update};
use bytes::Bytes;
use domain::message::{Notification, NotificationName};
use domain::values::{CustomerId, Reach, RemoteUrl, RequestId, Tenant, WebhookId};
use domain::webhook::{About, Attempt, Event, EventKinds, Webhook, WebhookDelivery};
use edge::beacon::CustomersById;
use futures_util::future::join_all;
use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};
use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::message::CustomerMessage;
use store::message::week::OfWeek;
use store::table::Store;
use store::webhook::delivery::{DeliveryContext, DeliveryKey, QUEUED_AHEAD_MAX};
use store::webhook::{Noted, WebhookRecord};
use vault::{Random, TenantKeys, Vault};

/// How long an endpoint may take to answer (Standard Webhooks 1.0.0 recommends 15 to 30 seconds).
const ANSWER_WITHIN: Duration = Duration::from_secs(15);
/// How long a batch waits for an endpoint that was quick before. Then the call is aborted and made again in the slow
/// queue. So an endpoint that begins to hang delays others only once, by this time.
const QUICK_WITHIN: Duration = Duration::from_secs(2);
/// After this time without an answer, the endpoint gets no second call until it answers. A lane has only two processes,
/// and an endpoint that begins to hang would occupy both.
const SLOW: Duration = Duration::from_millis(500);
/// How long an event waits for the answer to another event before the sender checks again.
const WAITS_FOR: SignedDuration = SignedDuration::from_secs(5);
/// How much too early a message may be. SQS counts in seconds.
const EARLY_MAX: SignedDuration = SignedDuration::from_secs(1);

/// Renders the body of a call about an event for its endpoint's subscription, with the current data that the body shows.
pub type Render = fn(&Event, &EventKinds, Option<Shown>) -> String;

/// Current data that a body shows in addition to the event's own.
pub enum Shown {
    Review(Box<ShownReview>),
    /// A message with its customer, if the customer is still stored.
    Message(Box<CustomerMessage>, CustomersById),
}

#[derive(Clone)]
pub struct DeliverWebhooks {
    pub store: Store,
    /// Unwraps the shops' keys.
    pub vault: Arc<Vault>,
    /// Reads reviews for endpoints that include them.
    pub reviews: Reviews,
    pub outbound: Outbound,
    pub reach: Reach,
    /// Wakes this sender.
    pub queue: WebhookQueue,
    /// Wakes this sender for slow endpoints.
    pub slow: WebhookQueue,
    /// Spreads attempts over time.
    pub random: Random,
    /// A clock and not an instant, because a call may take seconds.
    pub clock: Clock,
}

/// The queue from which a batch comes. Each queue has its own processes of this function.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lane {
    /// Endpoints that answered quickly the last time, or were never called.
    Quick,
    /// Endpoints whose last call failed or was slow.
    Slow,
}

impl Lane {
    const fn patience(self) -> Duration {
        match self {
            Self::Quick => QUICK_WITHIN,
            Self::Slow => ANSWER_WITHIN,
        }
    }
}

struct Shop<'a> {
    tenant: &'a Tenant,
    keys: &'a TenantKeys,
    context: &'a DeliveryContext,
    lane: Lane,
}

impl DeliverWebhooks {
    /// Sends the due deliveries of a wake-up, all at the same time, and moves those to a slow endpoint to the slow
    /// queue.
    pub async fn wake(&self, wake: &WebhookWake, render: Render) -> Result<(), Error> {
        let (tenant, wanted) = wake.parse().map_err(|rule| Error::Internal(rule.to_string()))?;
        let Some(context) = self.store.deliveries(&tenant, &wanted).await? else { return Ok(()) };
        // After a shop's end, its events stay in the table in case the shop is restored.
        if context.tenant.ended_at.is_some() {
            return Ok(());
        }
        let keys = self.vault.tenant(&tenant, &context.tenant.root, self.clock.now()).await?;
        let lane = if wake.is_of_slow() { Lane::Slow } else { Lane::Quick };
        let shop = Shop { tenant: &tenant, keys: &keys, context: &context, lane };
        let sent =
            join_all(context.deliveries.iter().map(|delivery| self.deliver(&shop, delivery.clone(), render))).await;
        let moved: Vec<_> = sent.iter().filter_map(|sent| *sent.as_ref().ok()?).collect();
        if !moved.is_empty() {
            self.queue(Lane::Slow, &tenant, &moved, SignedDuration::ZERO).await;
        }
        sent.into_iter().try_for_each(|sent| sent.map(drop))
    }

    /// Sends a delivery if it is due. Returns the delivery if it belongs in the slow queue.
    async fn deliver(
        &self,
        shop: &Shop<'_>,
        mut delivery: WebhookDelivery,
        render: Render,
    ) -> Result<Option<DeliveryKey>, Error> {
        let Some(next_at) = delivery.next_at else { return Ok(None) };
        let now = self.clock.now();
        if next_at.duration_since(now) > EARLY_MAX {
            self.wait(shop.lane, shop.tenant, &delivery, next_at, now).await;
            return Ok(None);
        }
        let record = shop.context.webhook(delivery.webhook, shop.keys)?.filter(|record| record.webhook.is_enabled);
        let url = record.as_ref().map(|record| RemoteUrl::parse(record.webhook.url.as_str(), self.reach));
        let (Some(record), Some(Ok(url))) = (record, url) else {
            delivery.give_up();
            return Ok(self.store.save_delivery(shop.tenant, &delivery, now).await.map(|_| None)?);
        };
        let webhook = &record.webhook;
        if webhook.silent_until.is_some_and(|until| now < until) {
            let later = now.saturating_add(WAITS_FOR).unwrap_or(now);
            self.wait(Lane::Slow, shop.tenant, &delivery, later, now).await;
            return Ok(None);
        }
        if shop.lane == Lane::Quick && webhook.is_slow() && !webhook.is_resting(now) {
            return Ok(Some((delivery.webhook, delivery.event.id)));
        }
        if let Some(since) = webhook.failing_since
            && !self.probes(shop.tenant, webhook, now).await?
        {
            delivery.put_off(since, self.random.u64(), now);
            if self.store.save_delivery(shop.tenant, &delivery, now).await? {
                self.wait(Lane::Slow, shop.tenant, &delivery, delivery.next_at.unwrap_or(now), now).await;
            }
            return Ok(None);
        }
        self.send(shop, record, &url, delivery, render).await
    }

    /// Calls an endpoint, and records the outcome. Returns the delivery if it belongs in the slow queue, because the
    /// endpoint hangs and other deliveries wait.
    async fn send(
        &self,
        shop: &Shop<'_>,
        record: WebhookRecord,
        url: &RemoteUrl,
        mut delivery: WebhookDelivery,
        render: Render,
    ) -> Result<Option<DeliveryKey>, Error> {
        let (id, began, patience) = (record.webhook.id, self.clock.now(), shop.lane.patience());
        let body = self.body(shop, &record, &delivery.event, render).await?;
        let call = self.call(&record, url, &delivery.event, body, patience);
        let silent = self.note_silent(shop.tenant, id, began, patience);
        let ((attempt, headers), was_silent) = self.outbound.if_slow(SLOW, call, silent).await;
        if shop.lane == Lane::Quick && attempt.error.as_deref() == Some(CallError::TimedOut.as_str()) {
            if let Err(error) = self.store.note_endpoint(shop.tenant, id, Noted::Slow(began)).await {
                tracing::warn!(%error, "cannot note that a webhook is slow");
            }
            return Ok(Some((delivery.webhook, delivery.event.id)));
        }
        let (now, is_gone) = (self.clock.now(), attempt.status_code == Some(StatusCode::GONE.as_u16()));
        delivery.record(attempt.clone(), retry_after(&headers, now), self.random.u64(), now);
        if is_gone {
            delivery.give_up();
        }
        if self.store.save_delivery(shop.tenant, &delivery, now).await? {
            self.note_status(shop, record.webhook, &attempt, was_silent, is_gone, now).await?;
            if let Some(next_at) = delivery.next_at {
                self.wait(Lane::Slow, shop.tenant, &delivery, next_at, now).await;
            }
        }
        Ok(None)
    }

    /// Records that a call to the endpoint has had no answer since `since`, so that its other events wait.
    async fn note_silent(&self, tenant: &Tenant, webhook: WebhookId, since: Timestamp, patience: Duration) {
        let until = since.saturating_add(patience).unwrap_or(since);
        if let Err(error) = self.store.note_endpoint(tenant, webhook, Noted::SilentUntil(until)).await {
            tracing::warn!(%error, "cannot note that a webhook does not answer");
        }
    }

    /// Whether a failing endpoint is called now. It is called about one event a minute, because an endpoint that hangs
    /// would otherwise delay other endpoints' events.
    async fn probes(&self, tenant: &Tenant, webhook: &Webhook, now: Timestamp) -> Result<bool, Error> {
        Ok(!webhook.is_resting(now) && self.store.claim_probe(tenant, webhook.id, now).await?)
    }

    /// Queues a delivery until it is due. If that is further ahead than the queue allows, reconcile queues the delivery
    /// later.
    async fn wait(&self, lane: Lane, tenant: &Tenant, delivery: &WebhookDelivery, next_at: Timestamp, now: Timestamp) {
        let delay = next_at.duration_since(now);
        if delay <= QUEUED_AHEAD_MAX {
            self.queue(lane, tenant, &[(delivery.webhook, delivery.event.id)], delay).await;
        }
    }

    /// Wakes this sender. If that fails, reconcile finds the deliveries.
    async fn queue(&self, lane: Lane, tenant: &Tenant, deliveries: &[DeliveryKey], delay: SignedDuration) {
        let wake = WebhookWake::new(tenant, deliveries);
        match lane {
            Lane::Quick => self.queue.wake_in(&wake, delay).await,
            Lane::Slow => self.slow.wake_in(&wake.of_slow(), delay).await,
        };
    }

    async fn body(
        &self,
        shop: &Shop<'_>,
        record: &WebhookRecord,
        event: &Event,
        render: Render,
    ) -> Result<String, Error> {
        let Webhook { events, includes_review, .. } = &record.webhook;
        let message = |customer: Option<_>, request, number: Option<_>| {
            Some((customer?, request, number?)).filter(|_| events.is_more_good())
        };
        let shown = match &event.about {
            About::Review(about) if *includes_review || events.is_more_good() => {
                let review = self.reviews.find_shown(shop.tenant, shop.keys, about.review, self.clock.now()).await?;
                review.map(|review| Shown::Review(Box::new(review)))
            }
            About::Request(about) => self.message(shop, message(about.customer, about.request, about.message)).await?,
            About::Message(about) => {
                self.message(shop, message(about.customer, about.request, Some(about.number))).await?
            }
            About::Review(_) | About::Suppression(_) | About::Erasure(_) | About::Suspension(_) | About::Nothing => {
                None
            }
        };
        Ok(render(event, events, shown))
    }

    async fn message(
        &self,
        shop: &Shop<'_>,
        place: Option<(CustomerId, RequestId, usize)>,
    ) -> Result<Option<Shown>, Error> {
        let Some((customer, request, number)) = place else { return Ok(None) };
        let Some(message) = self.store.request_message(shop.tenant, customer, request, number).await? else {
            return Ok(None);
        };
        let customers = self.store.customers_with(shop.tenant, &[customer].into(), shop.keys).await?;
        Ok(Some(Shown::Message(Box::new(message), customers)))
    }

    /// Makes one call. Returns the attempt, and the headers of the answer.
    async fn call(
        &self,
        record: &WebhookRecord,
        url: &RemoteUrl,
        event: &Event,
        body: String,
        within: Duration,
    ) -> (Attempt, HeaderMap) {
        let at = self.clock.now();
        let (id, timestamp) = (event_name(event.id), at.as_second());
        let signature = signatures(record, &id, &body, at);
        let headers = [
            ("content-type", "application/json"),
            ("webhook-id", &id),
            ("webhook-timestamp", &timestamp.to_string()),
            ("webhook-signature", &signature),
        ];
        let answer = self.outbound.post(url, &headers, Bytes::from(body), within).await;
        let ms = u32::try_from(self.clock.now().duration_since(at).as_millis()).unwrap_or_default();
        let status_code = answer.as_ref().ok().map(|answer| answer.status().as_u16());
        let error = answer.as_ref().err().map(|error: &CallError| error.as_str().to_owned());
        (Attempt { at, status_code, error, ms }, answer.map(|answer| answer.headers().clone()).unwrap_or_default())
    }

    /// Records whether an endpoint fails or is slow, and disables one that has failed for three days or is gone. With
    /// `was_silent`, the table still says that the endpoint has not answered.
    async fn note_status(
        &self,
        shop: &Shop<'_>,
        webhook: Webhook,
        attempt: &Attempt,
        was_silent: bool,
        is_gone: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        match (attempt.succeeded(), webhook.failing_since) {
            (true, None) if !was_silent && webhook.slow_since.is_none() => Ok(()),
            (true, _) => {
                let is_slow = Duration::from_millis(attempt.ms.into()) > QUICK_WITHIN;
                let noted = Noted::Taken(is_slow.then_some(attempt.at));
                Ok(self.store.note_endpoint(shop.tenant, webhook.id, noted).await?)
            }
            (false, _) if is_gone || webhook.is_given_up(now) => {
                let since = webhook.failing_since.filter(|_| !is_gone);
                disable(&self.store, shop.tenant, shop.keys, webhook.id, since, now).await
            }
            (false, None) => Ok(self.store.note_endpoint(shop.tenant, webhook.id, Noted::Failing(attempt.at)).await?),
            (false, Some(_)) => Ok(()),
        }
    }
}

/// Disables a failing endpoint, records that, and requests the notification to the owner. `since` is when the endpoint
/// began to fail; `None` if it answered 410. Does nothing if the endpoint is already disabled or deleted.
async fn disable(
    store: &Store,
    tenant: &Tenant,
    keys: &TenantKeys,
    id: WebhookId,
    since: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), Error> {
    let notification = Notification { since, ..Notification::new(NotificationName::WebhookDisabled(id), now) };
    let change = [true, false].map(|is_enabled| json!({"enabled": is_enabled}));
    let entry = Author::ourselves().entry("disable_webhook", id, change, now);
    let disabled = update(store, tenant, keys, id, |record| {
        let was_enabled = std::mem::replace(&mut record.webhook.is_enabled, false);
        Ok((was_enabled.then(|| notification.clone()), was_enabled.then(|| entry.clone())))
    });
    if let Some((_, Some(_))) = disabled.await? {
        tracing::warn!(disabled_webhook = id.get(), shop = %tenant, "a webhook is disabled");
        store.count_of_week(OfWeek::DisabledWebhook, now).await?;
    }
    Ok(())
}

/// The signatures of a call: with the present secret, and for a day with each replaced secret.
fn signatures(record: &WebhookRecord, id: &str, body: &str, at: Timestamp) -> String {
    let earlier = record.earlier.iter().filter(|(_, until)| at < *until).map(|(secret, _)| secret);
    let secrets = std::iter::once(&record.secret).chain(earlier);
    secrets.map(|secret| secret.sign(id, at.as_second(), body)).collect::<Vec<_>>().join(" ")
}

/// How long to wait before the next call, as the endpoint requests it: seconds or a date (RFC 9110 §10.2.3).
fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<SignedDuration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?;
    let seconds = || value.parse().ok().map(SignedDuration::from_secs);
    let date = || Some(rfc2822::parse(value).ok()?.timestamp().duration_since(now));
    seconds().or_else(date).filter(|wait| wait.is_positive())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_wait_is_given_in_seconds_or_as_a_date() {
        let now = "2026-11-20T06:00:00Z".parse().unwrap();
        for (value, seconds) in [
            ("120", Some(120)),
            ("Fri, 20 Nov 2026 06:01:00 GMT", Some(60)),
            ("Fri, 20 Nov 2026 05:59:00 GMT", None),
            ("0", None),
            ("-5", None),
            ("soon", None),
        ] {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_static(value))]);
            assert_eq!(retry_after(&headers, now), seconds.map(SignedDuration::from_secs), "{value}");
        }
    }
}

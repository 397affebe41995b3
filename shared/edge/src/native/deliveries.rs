//! The JSON of deliveries to a webhook.

use app::idempotency::Reply;
use app::webhook::{DeliveryLog, Replayed, event_name, parse_event_name};
use domain::values::{EventId, Invalid};
use domain::webhook::{Attempt, DeliveryStatus, EventKind, EventKinds, MoreGoodEvent, WebhookDelivery};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use super::{PAGE, limit, seconds};
use crate::error::Error;
use crate::input;
use crate::openapi::words;
use crate::word_schemas;

pub struct DeliveriesQuery {
    pub status: Option<DeliveryStatus>,
    pub limit: u32,
    /// The last delivery of the page before.
    pub cursor: Option<EventId>,
}

impl DeliveriesQuery {
    /// Reads `?status=&limit=&cursor=`.
    pub fn parse(query: &str) -> Result<Self, Error> {
        let mut parsed = Self { status: None, limit: PAGE, cursor: None };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "status" => parsed.status = Some(status(&value).map_err(Error::field("status"))?),
                "limit" => parsed.limit = limit(&value)?,
                "cursor" => parsed.cursor = Some(cursor(&value).map_err(Error::field("cursor"))?),
                _ => {}
            }
        }
        Ok(parsed)
    }
}

fn status(word: &str) -> Result<DeliveryStatus, Invalid> {
    DeliveryStatus::parse(word).ok_or(Invalid("`status` must be pending, delivered or failed."))
}

fn cursor(value: &str) -> Result<EventId, Invalid> {
    parse_event_name(value).ok_or(Invalid("`cursor` must be the `next_cursor` of a page."))
}

input! {
    /// The start of the period whose events are sent again.
    pub struct ReplayInput as WebhookReplay {
        /// The start of the period (RFC 3339).
        since: Timestamp, or "`since` must be a time such as 2026-11-20T06:00:00Z.";
    }
}

impl ReplayInput {
    /// The start of the period.
    pub fn parse(self) -> Result<Timestamp, Error> {
        self.since
    }
}

/// The answer to a call that sends events again.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookReplayed)]
pub struct ReplayedBody {
    /// Always `true`.
    ok: bool,
    /// The number of events to be sent, including those that are already waiting.
    count: usize,
    /// The `since` for the next call; `null` if there are no more events.
    #[schema(required, format = DateTime)]
    next_since: Option<String>,
}

pub fn replayed(Replayed { count, next_since }: Replayed) -> Result<Reply, app::error::Error> {
    let next_since = next_since.map(|at| format!("{at:.3}"));
    Reply::json(202, &ReplayedBody { ok: true, count, next_since })
}

word_schemas! {
    /// The statuses of deliveries.
    pub DeliveryStatusWord, "WebhookDeliveryStatus" = DeliveryStatus::WORDS;
}

fn event_words() -> Object {
    words(EventKind::WORDS.into_iter().chain(MoreGoodEvent::WORDS))
}

/// A page of deliveries.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookDeliveries)]
pub struct DeliveriesBody<'a> {
    deliveries: Vec<DeliveryBody<'a>>,
    /// The `cursor` of the next page; `null` on the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// An event on its way to a webhook.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookDelivery)]
struct DeliveryBody<'a> {
    /// The `webhook-id` header of its calls.
    event_id: String,
    #[serde(rename = "type")]
    #[schema(schema_with = event_words)]
    kind: &'static str,
    #[schema(value_type = DeliveryStatusWord)]
    status: &'static str,
    /// The last 30 attempts, oldest first.
    attempts: Vec<AttemptBody<'a>>,
    /// The time of the next attempt; `null` if there is none.
    #[schema(required, format = DateTime)]
    next_attempt_at: Option<String>,
}

/// One attempt to deliver the event.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookAttempt)]
struct AttemptBody<'a> {
    #[schema(format = DateTime)]
    at: String,
    /// The answer's status; `null` if none came in time.
    #[schema(required)]
    status_code: Option<u16>,
    /// `address_not_public`, `connection_failed`, `connection_broken` or `timeout`; `null` if there was an answer.
    #[schema(required)]
    error: Option<&'a str>,
    /// The duration in milliseconds.
    ms: u32,
}

impl<'a> DeliveriesBody<'a> {
    pub fn new(DeliveryLog { events, deliveries, next }: &'a DeliveryLog) -> Self {
        let deliveries = deliveries.iter().map(|delivery| DeliveryBody::new(delivery, events)).collect();
        Self { deliveries, next_cursor: next.map(event_name) }
    }
}

impl<'a> DeliveryBody<'a> {
    fn new(delivery: &'a WebhookDelivery, events: &EventKinds) -> Self {
        let WebhookDelivery { webhook: _, event, status, tries: _, attempts, next_at, version: _ } = delivery;
        Self {
            event_id: event_name(event.id),
            kind: events.name(event.kind),
            status: status.as_str(),
            attempts: attempts.iter().map(AttemptBody::new).collect(),
            next_attempt_at: next_at.map(seconds),
        }
    }
}

impl<'a> AttemptBody<'a> {
    fn new(Attempt { at, status_code, error, ms }: &'a Attempt) -> Self {
        Self { at: seconds(*at), status_code: *status_code, error: error.as_deref(), ms: *ms }
    }
}

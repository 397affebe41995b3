//! The JSON of deliveries to a webhook.

use app::idempotency::Reply;
use app::webhook::{DeliveryLog, Replayed, event_name, parse_event_name};
use domain::values::value::Kind;
use domain::values::{EventId, Invalid};
use domain::webhook::{Attempt, DeliveryStatus, EventKind, EventKinds, MoreGoodEvent, WebhookDelivery};
use jiff::Timestamp;

use super::{PAGE, limit};
use crate::error::Error;
use crate::shown::{Milliseconds, OneOf, Time};
use crate::{input, shown, word_schemas};

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

shown! {
    /// The answer to a call that sends events again.
    pub struct ReplayedBody as WebhookReplayed (replayed: Replayed) {
        /// Always `true`.
        ok: bool = true;
        /// The number of events to be sent, including those that are already waiting.
        count: usize = replayed.count;
        /// The `since` for the next call; `null` if there are no more events.
        next_since: Option<Milliseconds> = replayed.next_since;
    }
}

pub fn replayed(replayed: Replayed) -> Result<Reply, app::error::Error> {
    Reply::json(202, &ReplayedBody::new(replayed))
}

word_schemas! {
    /// The statuses of deliveries.
    pub DeliveryStatusWord, "WebhookDeliveryStatus" = DeliveryStatus::WORDS;
}

fn event_words() -> Kind {
    Kind::Word(EventKind::WORDS.into_iter().chain(MoreGoodEvent::WORDS).collect())
}

shown! {
    /// A page of deliveries.
    pub struct DeliveriesBody as WebhookDeliveries (log: &DeliveryLog) {
        deliveries: Vec<DeliveryBody> = log.deliveries.iter().map(|delivery| (delivery, &log.events));
        /// The `cursor` of the next page; `null` on the last.
        next_cursor: Option<String> = log.next.map(event_name);
    }

    /// An event on its way to a webhook.
    struct DeliveryBody as WebhookDelivery ((delivery, events): (&WebhookDelivery, &EventKinds)) {
        /// The `webhook-id` header of its calls.
        event_id: String = event_name(delivery.event.id);
        kind "type": String = events.name(delivery.event.kind), as event_words();
        status: OneOf<DeliveryStatus> = delivery.status, as Kind::Object("WebhookDeliveryStatus");
        /// The last 30 attempts, oldest first.
        attempts: Vec<AttemptBody> = &delivery.attempts;
        /// The time of the next attempt; `null` if there is none.
        next_attempt_at: Option<Time> = delivery.next_at;
    }

    /// One attempt to deliver the event.
    struct AttemptBody as WebhookAttempt (attempt: &Attempt) {
        at: Time = attempt.at;
        /// The answer's status; `null` if none came in time.
        status_code: Option<u16> = attempt.status_code;
        /// `address_not_public`, `connection_failed`, `connection_broken` or `timeout`; `null` if there was an answer.
        error: Option<String> = attempt.error.as_deref();
        /// The duration in milliseconds.
        ms: u32 = attempt.ms;
    }
}

//! The deliveries to an endpoint.

use app::webhook::{DeliveryLog, event_name, parse_event_name};
use domain::values::WebhookId;
use domain::webhook::{Attempt, DeliveryStatus, EventKinds, WebhookDelivery};
use edge::body::Fields;
use form_urlencoded::Serializer;
use jiff::{SignedDuration, Timestamp};

use crate::form::Failure;
use crate::parts::{Parts, Viewer};

const ROWS: u32 = 20;
/// The page waits for deliveries that are tried within this time.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_secs(10);

pub(super) struct Log {
    /// The address of each tab of the log, the word in its text, and whether it is selected: one per status, and all.
    pub tabs: Vec<(String, &'static str, bool)>,
    pub rows: Vec<WebhookDelivery>,
    pub events: EventKinds,
    /// Whether an answer may come in a few seconds. The page then renews itself.
    pub is_answering: bool,
    pub next: Option<String>,
}

impl Log {
    pub(super) async fn read(parts: &Parts, viewer: &Viewer, id: WebhookId, query: &Fields) -> Result<Self, Failure> {
        let status = query.find("status").and_then(DeliveryStatus::parse);
        let after = query.find("after").and_then(parse_event_name);
        let log = parts.webhooks.log(&viewer.caller(), id, status, after, ROWS).await?;
        let DeliveryLog { events, deliveries, next } = log;
        let address = |status: Option<DeliveryStatus>, after: Option<String>| {
            let mut query = Serializer::new(String::new());
            query.extend_pairs(status.map(|status| ("status", status.as_str())));
            query.extend_pairs(after.map(|after| ("after", after)));
            format!("/console/webhooks/{id}?{}#log", query.finish())
        };
        let is_due = |at: Timestamp| at.duration_since(viewer.now) <= ANSWERED_WITHIN;
        let is_answering = |delivery: &WebhookDelivery| delivery.next_at.is_some_and(is_due);
        let tabs = [None].into_iter().chain(DeliveryStatus::ALL.map(Some));
        Ok(Self {
            tabs: tabs
                .map(|tab| (address(tab, None), tab.map_or("all", DeliveryStatus::as_str), tab == status))
                .collect(),
            is_answering: deliveries.iter().any(is_answering),
            rows: deliveries,
            events,
            next: next.map(|next| address(status, Some(event_name(next)))),
        })
    }
}

/// The class of a status' color.
pub(super) const fn tone(status: DeliveryStatus) -> &'static str {
    match status {
        DeliveryStatus::Delivered => "",
        DeliveryStatus::Pending => " w0",
        DeliveryStatus::Failed => " r",
    }
}

/// An attempt: its time, the answer's status or error, and its duration.
pub(super) fn tried(viewer: &Viewer, Attempt { at, status_code, error, ms }: &Attempt) -> String {
    let answer = match (status_code, error) {
        (Some(code), _) => code.to_string(),
        (None, Some(error)) => viewer.word("hook-error", error),
        (None, None) => String::new(),
    };
    format!("{} · {answer}\u{a0}· {ms}\u{a0}ms", viewer.day_and_time(*at))
}

//! The bodies of calls (Standard Webhooks 1.0.0). Without `include` they contain no personal data. They never contain
//! the rating.

use app::review::ShownReview;
use domain::order::ProductId;
use domain::shop::{Releaser, Suspension};
use domain::values::{Channel, CustomerId, RequestId};
use domain::webhook::{
    About, ErasureEvent, Event, EventKind, EventKinds, MessageEvent, RequestEvent, ReviewEvent, SuppressionEvent,
    SuspensionEvent,
};
use edge::native::seconds;
use edge::review::{ReviewBody, status};
use serde::Serialize;

use crate::deliver::Shown;
use crate::more_good;

#[derive(Serialize)]
struct EventBody<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    Review(Box<ReviewData<'a>>),
    Request(RequestData),
    Message(MessageData<'a>),
    Suppression(SuppressionData),
    Erasure(ErasureData),
    Suspension(SuspensionData),
    Nothing {},
}

#[derive(Serialize)]
struct ReviewData<'a> {
    review_id: u64,
    uuid: String,
    /// `null` for a review from an API or an import.
    request_id: Option<u64>,
    /// `null` for the shop itself.
    product_id: Option<&'a str>,
    status: &'static str,
    revision: u32,
    /// `import` if an import brought the review or removed it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'static str>,
    /// The present review; absent unless the endpoint includes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewBody<'a>>,
}

#[derive(Serialize)]
struct RequestData {
    request_id: u64,
    /// `null` if Wix named a contact that is not a customer.
    customer_id: Option<u64>,
    status: &'static str,
    scheduled_at: String,
    expires_at: String,
}

#[derive(Serialize)]
struct MessageData<'a> {
    request_id: u64,
    /// `null` if Wix named a contact that is not a customer.
    customer_id: Option<u64>,
    /// The message's place in its request, from 0.
    message: usize,
    channel: &'static str,
    /// 0 for a first message, else the reminder's number.
    reminder: u8,
    /// The message's outcome, which is the event's name without `message.`.
    status: &'static str,
    reason: Option<&'a str>,
    sent_at: Option<String>,
    delivered_at: Option<String>,
}

#[derive(Serialize)]
struct SuppressionData {
    /// `null` if no customer has the address or number.
    customer_id: Option<u64>,
    /// The request whose message was the reason; `null` if the shop suppressed the customer.
    request_id: Option<u64>,
    channel: &'static str,
    reason: &'static str,
}

#[derive(Serialize)]
struct ErasureData {
    customer_id: u64,
    receipt: String,
}

#[derive(Serialize)]
struct SuspensionData {
    since: String,
    reason: &'static str,
    /// Absent when the suspension begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    released_by: Option<&'static str>,
}

pub(crate) fn body(event: &Event, events: &EventKinds, shown: Option<Shown>) -> String {
    match events {
        EventKinds::MoreGood(_) => more_good::body(event, events, shown),
        EventKinds::All | EventKinds::These(_) => ours(event, shown),
    }
}

fn ours(event: &Event, shown: Option<Shown>) -> String {
    let Event { id: _ /* in a header */, kind, at, about } = event;
    let review = match &shown {
        Some(Shown::Review(review)) => Some(&**review),
        Some(Shown::Message(..)) | None => None,
    };
    let data = match about {
        About::Review(about) => Data::Review(Box::new(review_data(about, review))),
        About::Request(request) => Data::Request(request_data(request)),
        About::Message(message) => Data::Message(message_data(*kind, message)),
        About::Suppression(suppression) => Data::Suppression(suppression_data(suppression)),
        About::Erasure(ErasureEvent { customer, receipt }) => {
            Data::Erasure(ErasureData { customer_id: customer.get(), receipt: receipt.to_string() })
        }
        About::Suspension(SuspensionEvent { suspension: Suspension { since, reason }, released_by }) => {
            Data::Suspension(SuspensionData {
                since: seconds(*since),
                reason: reason.as_str(),
                released_by: released_by.map(Releaser::as_str),
            })
        }
        About::Nothing => Data::Nothing {},
    };
    let body = EventBody { kind: kind.as_str(), timestamp: seconds(*at), data };
    serde_json::to_string(&body).unwrap_or_default()
}

fn review_data<'a>(about: &'a ReviewEvent, shown: Option<&'a ShownReview>) -> ReviewData<'a> {
    let ReviewEvent { review, request, product, state, revision, of_import } = about;
    ReviewData {
        review_id: review.get(),
        uuid: review.guid().to_string(),
        request_id: request.map(domain::values::Id::get),
        product_id: product.as_ref().map(ProductId::as_str),
        status: if state.is_final() { "deleted" } else { status(*state) },
        revision: *revision,
        origin: of_import.then_some("import"),
        cause: state.is_final().then(|| state.as_str()),
        review: shown.map(ReviewBody::new),
    }
}

fn request_data(about: &RequestEvent) -> RequestData {
    let RequestEvent { request, customer, status, scheduled_at, expires_at, message: _ } = about;
    RequestData {
        request_id: request.get(),
        customer_id: customer.map(CustomerId::get),
        status: status.as_str(),
        scheduled_at: seconds(*scheduled_at),
        expires_at: seconds(*expires_at),
    }
}

fn message_data(kind: EventKind, about: &MessageEvent) -> MessageData<'_> {
    let MessageEvent { request, customer, number, channel, reminder, reason, sent_at, delivered_at } = about;
    MessageData {
        request_id: request.get(),
        customer_id: customer.map(CustomerId::get),
        message: *number,
        channel: channel.as_str(),
        reminder: *reminder,
        status: kind.as_str().trim_start_matches("message."),
        reason: reason.as_deref(),
        sent_at: sent_at.map(seconds),
        delivered_at: delivered_at.map(seconds),
    }
}

fn suppression_data(about: &SuppressionEvent) -> SuppressionData {
    let SuppressionEvent { customer, request, channel, reason } = about;
    SuppressionData {
        customer_id: customer.map(CustomerId::get),
        request_id: request.map(RequestId::get),
        channel: Channel::as_str(*channel),
        reason: reason.as_str(),
    }
}

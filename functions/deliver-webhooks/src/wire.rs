//! The bodies of calls (Standard Webhooks 1.0.0). Without `include` they contain no personal data. They never contain
//! the rating.

use app::review::ShownReview;
use domain::message::Suppression;
use domain::order::ProductId;
use domain::request::Status;
use domain::review::ReviewState;
use domain::shop::{Releaser, Suspension, SuspensionReason};
use domain::values::{Channel, CustomerId, RequestId};
use domain::webhook::{
    About, ErasureEvent, Event, EventKind, EventKinds, MessageEvent, RequestEvent, ReviewEvent, SuppressionEvent,
    SuspensionEvent,
};
use edge::native::seconds;
use edge::openapi::{words, words_of};
use edge::review::{LIVE, ReviewBody, status};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::{Object, ObjectBuilder};

use crate::deliver::Shown;
use crate::more_good;

/// The status of a review whose words are gone.
const DELETED: &str = "deleted";
/// The origin of events that an import causes.
const IMPORT: &str = "import";
/// The beginning of the names of messages' events.
const OF_MESSAGES: &str = "message.";

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

/// A review right after the event.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewEventData)]
pub(crate) struct ReviewData<'a> {
    review_id: u64,
    #[schema(format = "uuid")]
    uuid: String,
    /// `null` for an imported review.
    #[schema(required)]
    request_id: Option<u64>,
    /// `null` for the shop itself.
    #[schema(required)]
    product_id: Option<&'a str>,
    #[schema(schema_with = review_statuses)]
    status: &'static str,
    /// The number of the review's version. Every change raises it.
    revision: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = origins, required = false)]
    origin: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = causes, required = false)]
    cause: Option<&'static str>,
    /// The review at the time of the call. Absent if the webhook does not include reviews, or if the review has been
    /// deleted by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = ReviewBody, required = false)]
    review: Option<ReviewBody>,
}

/// A request right after the event.
#[derive(Serialize, ToSchema)]
#[schema(as = RequestEventData)]
pub(crate) struct RequestData {
    request_id: u64,
    /// `null` if Wix named a contact that is not a customer.
    #[schema(required)]
    customer_id: Option<u64>,
    #[schema(schema_with = words_of::<Status>)]
    status: &'static str,
    #[schema(format = DateTime)]
    scheduled_at: String,
    /// When the link stops working.
    #[schema(format = DateTime)]
    expires_at: String,
}

/// A message right after the event.
#[derive(Serialize, ToSchema)]
#[schema(as = MessageEventData)]
pub(crate) struct MessageData<'a> {
    request_id: u64,
    /// `null` if Wix named a contact that is not a customer.
    #[schema(required)]
    customer_id: Option<u64>,
    /// The message's place in its request, from 0.
    message: usize,
    #[schema(schema_with = words_of::<Channel>)]
    channel: &'static str,
    /// 0 for a first message, else the reminder's number.
    reminder: u8,
    #[schema(schema_with = message_statuses)]
    status: &'static str,
    /// Why the message failed or was skipped: the provider's code, or the rule that stopped it.
    #[schema(required)]
    reason: Option<&'a str>,
    #[schema(required, format = DateTime)]
    sent_at: Option<String>,
    #[schema(required, format = DateTime)]
    delivered_at: Option<String>,
}

/// Why, and on which channel, a customer gets no more messages.
#[derive(Serialize, ToSchema)]
#[schema(as = SuppressionEventData)]
pub(crate) struct SuppressionData {
    /// `null` if no customer has the address or number.
    #[schema(required)]
    customer_id: Option<u64>,
    /// The request whose message was the reason; `null` if the shop suppressed the customer.
    #[schema(required)]
    request_id: Option<u64>,
    #[schema(schema_with = words_of::<Channel>)]
    channel: &'static str,
    #[schema(schema_with = words_of::<Suppression>)]
    reason: &'static str,
}

/// An erased customer.
#[derive(Serialize, ToSchema)]
#[schema(as = ErasureEventData)]
pub(crate) struct ErasureData {
    customer_id: u64,
    /// The receipt of the erasure, as in `GET /api/v1/privacy/{receipt}`.
    #[schema(format = "uuid")]
    receipt: String,
}

/// A suspension of the shop's emails.
#[derive(Serialize, ToSchema)]
#[schema(as = SuspensionEventData)]
pub(crate) struct SuspensionData {
    #[schema(format = DateTime)]
    since: String,
    #[schema(schema_with = words_of::<SuspensionReason>)]
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = releasers, required = false)]
    released_by: Option<&'static str>,
}

fn review_statuses() -> Object {
    words(LIVE.map(status).into_iter().chain([DELETED]))
}

fn origins() -> Object {
    let origins = ObjectBuilder::from(words([IMPORT]));
    origins.description(Some("Present only if an import brought the review or took it out again.")).build()
}

fn causes() -> Object {
    let last = ReviewState::ALL.into_iter().filter(|state| state.is_final());
    let causes = ObjectBuilder::from(words(last.map(ReviewState::as_str)));
    causes.description(Some("Why the review's words are gone; absent while they are there.")).build()
}

/// The outcomes of messages, which are the names of their events without `message.`.
fn message_statuses() -> Object {
    words(EventKind::WORDS.into_iter().filter_map(|name| name.strip_prefix(OF_MESSAGES)))
}

fn releasers() -> Object {
    let releasers = ObjectBuilder::from(words(Releaser::WORDS));
    releasers.description(Some("Who or what ended the suspension; absent when it begins.")).build()
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
        status: if state.is_final() { DELETED } else { status(*state) },
        revision: *revision,
        origin: of_import.then_some(IMPORT),
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
        status: kind.as_str().trim_start_matches(OF_MESSAGES),
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

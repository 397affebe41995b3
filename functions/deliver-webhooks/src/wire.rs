//! The bodies of calls (Standard Webhooks 1.0.0). Without `include` they contain no personal data. They never contain
//! the rating.

use app::review::ShownReview;
use domain::message::Suppression;
use domain::order::ProductId;
use domain::request::Status;
use domain::review::ReviewState;
use domain::shop::{Releaser, SuspensionReason};
use domain::values::value::Kind;
use domain::values::{Channel, CustomerId, RequestId};
use domain::webhook::{
    About, ErasureEvent, Event, EventKind, EventKinds, MessageEvent, RequestEvent, ReviewEvent, SuppressionEvent,
    SuspensionEvent,
};
use edge::native::seconds;
use edge::review::{LIVE, ReviewBody, status};
use edge::shown;
use edge::shown::{Absent, OneOf, Time, Uuid};
use serde::Serialize;

use crate::deliver::Shown;
use crate::more_good;

/// The status of a review whose words are gone.
const DELETED: &str = "deleted";
/// The origin of events that an import causes.
const IMPORT: &str = "import";
/// The beginning of the names of messages' events.
const OF_MESSAGES: &str = "message.";

#[derive(Serialize)]
struct EventBody {
    #[serde(rename = "type")]
    kind: &'static str,
    timestamp: String,
    data: Data,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data {
    Review(Box<ReviewData>),
    Request(RequestData),
    Message(MessageData),
    Suppression(SuppressionData),
    Erasure(ErasureData),
    Suspension(SuspensionData),
    Nothing {},
}

shown! {
    /// A review right after the event.
    pub(crate) struct ReviewData as ReviewEventData ((about, shown): (&ReviewEvent, Option<&ShownReview>)) {
        review_id: u64 = about.review.get();
        uuid: Uuid = about.review.guid();
        /// `null` for an imported review.
        request_id: Option<u64> = about.request.map(RequestId::get);
        /// `null` for the shop itself.
        product_id: Option<String> = about.product.as_ref().map(ProductId::as_str);
        status: String = if about.state.is_final() { DELETED } else { status(about.state) },
            as Kind::Word(LIVE.map(status).into_iter().chain([DELETED]).collect());
        /// The number of the review's version. Every change raises it.
        revision: u32 = about.revision;
        /// Present only if an import brought the review or took it out again.
        origin: Absent<String> = about.of_import.then_some(IMPORT), as Kind::Word(vec![IMPORT]);
        /// Why the review's words are gone; absent while they are there.
        cause: Absent<String> = about.state.is_final().then(|| about.state.as_str()), as causes();
        /// The review at the time of the call. Absent if the webhook does not include reviews, or if the review has been
        /// deleted by then.
        review: Absent<ReviewBody> = shown;
    }

    /// A request right after the event.
    pub(crate) struct RequestData as RequestEventData (about: &RequestEvent) {
        request_id: u64 = about.request.get();
        /// `null` if Wix named a contact that is not a customer.
        customer_id: Option<u64> = about.customer.map(CustomerId::get);
        status: OneOf<Status> = about.status;
        scheduled_at: Time = about.scheduled_at;
        /// When the link stops working.
        expires_at: Time = about.expires_at;
    }

    /// A message right after the event.
    pub(crate) struct MessageData as MessageEventData ((kind, about): (EventKind, &MessageEvent)) {
        request_id: u64 = about.request.get();
        /// `null` if Wix named a contact that is not a customer.
        customer_id: Option<u64> = about.customer.map(CustomerId::get);
        /// The message's place in its request, from 0.
        message: usize = about.number;
        channel: OneOf<Channel> = about.channel;
        /// 0 for a first message, else the reminder's number.
        reminder: u8 = about.reminder;
        // The outcomes of messages are the names of their events without `message.`.
        status: String = kind.as_str().trim_start_matches(OF_MESSAGES),
            as Kind::Word(EventKind::WORDS.into_iter().filter_map(|name| name.strip_prefix(OF_MESSAGES)).collect());
        /// Why the message failed or was skipped: the provider's code, or the rule that stopped it.
        reason: Option<String> = about.reason.as_ref();
        sent_at: Option<Time> = about.sent_at;
        delivered_at: Option<Time> = about.delivered_at;
    }

    /// Why, and on which channel, a customer gets no more messages.
    pub(crate) struct SuppressionData as SuppressionEventData (about: &SuppressionEvent) {
        /// `null` if no customer has the address or number.
        customer_id: Option<u64> = about.customer.map(CustomerId::get);
        /// The request whose message was the reason; `null` if the shop suppressed the customer.
        request_id: Option<u64> = about.request.map(RequestId::get);
        channel: OneOf<Channel> = about.channel;
        reason: OneOf<Suppression> = about.reason;
    }

    /// An erased customer.
    pub(crate) struct ErasureData as ErasureEventData (about: &ErasureEvent) {
        customer_id: u64 = about.customer.get();
        /// The receipt of the erasure, as in `GET /api/v1/privacy/{receipt}`.
        receipt: Uuid = about.receipt;
    }

    /// A suspension of the shop's emails.
    pub(crate) struct SuspensionData as SuspensionEventData (about: &SuspensionEvent) {
        since: Time = about.suspension.since;
        reason: OneOf<SuspensionReason> = about.suspension.reason;
        /// Who or what ended the suspension; absent when it begins.
        released_by: Absent<OneOf<Releaser>> = about.released_by;
    }
}

fn causes() -> Kind {
    Kind::Word(ReviewState::ALL.into_iter().filter(|state| state.is_final()).map(ReviewState::as_str).collect())
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
        About::Review(about) => Data::Review(Box::new(ReviewData::new((about, review)))),
        About::Request(about) => Data::Request(RequestData::new(about)),
        About::Message(about) => Data::Message(MessageData::new((*kind, about))),
        About::Suppression(about) => Data::Suppression(SuppressionData::new(about)),
        About::Erasure(about) => Data::Erasure(ErasureData::new(about)),
        About::Suspension(about) => Data::Suspension(SuspensionData::new(about)),
        About::Nothing => Data::Nothing {},
    };
    let body = EventBody { kind: kind.as_str(), timestamp: seconds(*at), data };
    serde_json::to_string(&body).unwrap_or_default()
}

//! A review request, as the vendor's clients read it.

use app::idempotency::Reply;
use app::request::Created;
use domain::request::{Item, Request, Status};
use domain::values::{Channel, Identity};
use edge::openapi::words;
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::wire::failed_options::FailedOptions;

/// The only catalog that the vendor's reviews have.
pub(super) const NAMESPACE: &str = "stores";
/// The only channel in the vendor's documentation.
pub(super) const EMAIL: &str = "EMAIL";
pub(super) const STATUSES: [&str; 4] = ["CANCELED", "FAILED", "SCHEDULED", "SENT"];
pub(super) const IDENTITIES: [&str; 2] = ["APP", "WIX_USER"];

/// A review request. Unknown fields are omitted.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestV2)]
pub(super) struct ReviewRequest {
    #[schema(format = "uuid")]
    pub(super) id: String,
    /// Rises with every change, starting at `1`.
    #[schema(example = "1")]
    revision: String,
    #[schema(schema_with = edge::openapi::time)]
    pub(super) created_date: Milliseconds,
    #[schema(schema_with = edge::openapi::time)]
    updated_date: Milliseconds,
    /// When the request was or will be sent. A client's own `sendDate` sends nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = edge::openapi::time)]
    pub(super) send_date: Option<Milliseconds>,
    pub(super) namespace: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) order: Option<OrderPart>,
    pub(super) items: Vec<ItemPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) recipient: Option<RecipientPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = channels)]
    pub(super) communication_channel: Option<&'static str>,
    #[schema(schema_with = statuses)]
    pub(super) status: &'static str,
    /// Absent unless the request was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    sent_options: Option<SentOptions>,
    /// Absent unless the request failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    failed_options: Option<FailedOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(super) automation_activation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) requested_by: Option<RequestedBy>,
}

pub(super) fn channels() -> Object {
    words([EMAIL])
}

fn statuses() -> Object {
    words(STATUSES)
}

fn identities() -> Object {
    words(IDENTITIES)
}

/// The order that a request is about.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestOrder)]
pub(super) struct OrderPart {
    pub(super) id: String,
}

/// An item to review.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestItem)]
pub(super) struct ItemPart {
    pub(super) catalog_item_id: String,
    /// The review that was written through the request's link. Absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(super) review_id: Option<String>,
}

/// The customer whose review is requested.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestRecipient)]
pub(super) struct RecipientPart {
    /// The customer's GUID.
    #[schema(format = "uuid")]
    pub(super) contact_id: String,
}

/// What happened after sending.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestSentOptions)]
struct SentOptions {
    /// Whether the customer opened the link.
    opened: bool,
}

/// The user or app that created the request.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestIdentity)]
pub(super) struct RequestedBy {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(super) wix_user_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(super) app_id: Option<String>,
    #[schema(schema_with = identities)]
    pub(super) identity_type: &'static str,
}

/// A time in UTC, to the millisecond.
#[derive(Clone, Copy)]
pub(super) struct Milliseconds(pub(super) Timestamp);

impl Serialize for Milliseconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:.3}", self.0))
    }
}

impl ReviewRequest {
    pub(super) fn new(request: &Request, now: Timestamp) -> Self {
        let status = status(request.status(now));
        let opened = request.opened_at.is_some();
        Self {
            id: request.id.guid().to_string(),
            revision: request.version.to_string(),
            created_date: Milliseconds(request.created_at),
            updated_date: Milliseconds(request.updated_at()),
            send_date: send_date(request).map(Milliseconds),
            namespace: NAMESPACE,
            order: request.order.is_given().then(|| OrderPart { id: request.order.as_str().to_owned() }),
            items: items(request),
            recipient: recipient(request),
            communication_channel: is_by_email(request).then_some(EMAIL),
            status,
            sent_options: (status == "SENT").then_some(SentOptions { opened }),
            failed_options: (status == "FAILED").then(|| FailedOptions::new(&request.steps)),
            automation_activation_id: request.options.automation.map(|guid| guid.to_string()),
            requested_by: request.requested_by.and_then(requested_by),
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Manual | Status::Scheduled | Status::Sending => "SCHEDULED",
        Status::Sent | Status::Completed | Status::Expired => "SENT",
        Status::Cancelled => "CANCELED",
        Status::Failed => "FAILED",
    }
}

/// The actual time, else the time that a client set, else the scheduled time. A manual request has no schedule.
fn send_date(request: &Request) -> Option<Timestamp> {
    let due = || request.step().map(|_| request.scheduled_at);
    request.sent_at().or(request.options.send_date).or_else(due)
}

/// The request's products; empty for a request about the shop.
fn items(request: &Request) -> Vec<ItemPart> {
    let part = |Item { subject, reviewed_at: _, review }: &Item| {
        let review_id = review.map(|review| review.guid().to_string());
        Some(ItemPart { catalog_item_id: subject.product()?.as_str().to_owned(), review_id })
    };
    request.items.iter().filter_map(part).collect()
}

fn recipient(request: &Request) -> Option<RecipientPart> {
    Some(RecipientPart { contact_id: request.contact()?.to_string() })
}

/// The vendor has no SMS channel. A manual request has no channels yet and may still be sent by email.
fn is_by_email(request: &Request) -> bool {
    let channels = &request.delivery.channels;
    channels.is_empty() || channels.contains(&Channel::Email)
}

fn requested_by(identity: Identity) -> Option<RequestedBy> {
    match identity {
        Identity::User(guid) => {
            Some(RequestedBy { wix_user_id: Some(guid.to_string()), app_id: None, identity_type: "WIX_USER" })
        }
        Identity::App(guid) => {
            Some(RequestedBy { wix_user_id: None, app_id: Some(guid.to_string()), identity_type: "APP" })
        }
        Identity::Visitor(_) => None,
    }
}

/// One review request.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestAnswer)]
pub(crate) struct ReviewRequestBody {
    review_request: ReviewRequest,
}

impl ReviewRequestBody {
    pub(crate) fn new(request: &Request, now: Timestamp) -> Self {
        Self { review_request: ReviewRequest::new(request, now) }
    }
}

/// An empty object.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestRemoved)]
pub(crate) struct Removed {}

/// The answer to a creation. Its status is always 200, because the vendor's SDK treats any other success as a failure.
pub(crate) fn created(created: &Created, now: Timestamp) -> Result<Reply, app::error::Error> {
    let Created { request, hub_url: _ /* only the native API shows it */ } = created;
    Reply::json(200, &ReviewRequestBody::new(request, now))
}

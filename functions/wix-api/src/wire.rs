//! The JSON of review requests, as the vendor's document has it.

mod bulk;
mod cursor;
mod filter;
mod input;
mod pages;

use app::requests::{Created, Reply};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::response::Response;
use domain::{Channel, Guid, Identity, Item, Request, Status, Step, StepState, StopReason, Subject};
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

pub(crate) use bulk::{BulkBody, ItemResult, JobBody, requests, return_entity};
pub(crate) use cursor::{Query, query};
pub(crate) use filter::{Field, filter, is_all, means};
pub(crate) use input::wanted;
pub(crate) use pages::{CountBody, QueryBody};

/// The one catalog that the vendor's reviews know.
const NAMESPACE: &str = "stores";
/// The one channel that the vendor's document has.
pub(crate) const EMAIL: &str = "EMAIL";
/// The words of a status that a request can have, in the order of the alphabet.
pub(crate) const STATUSES: [&str; 4] = ["CANCELED", "FAILED", "SCHEDULED", "SENT"];
/// The words of an identity.
pub(crate) const IDENTITIES: [&str; 2] = ["APP", "WIX_USER"];

/// The API key: the vendor's SDK sends it bare, other clients after `Bearer`.
pub(crate) fn key(headers: &HeaderMap) -> Option<&str> {
    edge::bearer(headers).or_else(|| Some(headers.get(AUTHORIZATION)?.to_str().ok()?.trim()))
}

/// A review request, as the vendor shows it: what is not known of it is left out.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestV2)]
pub(crate) struct ReviewRequest {
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// How often it changed, from `1`.
    #[schema(example = "1")]
    revision: String,
    #[schema(schema_with = edge::openapi::time)]
    pub(crate) created_date: Milliseconds,
    #[schema(schema_with = edge::openapi::time)]
    updated_date: Milliseconds,
    /// When it was, or will be, sent. What a client says of it sends nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = edge::openapi::time)]
    pub(crate) send_date: Option<Milliseconds>,
    pub(crate) namespace: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) order: Option<OrderPart>,
    pub(crate) items: Vec<ItemPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) recipient: Option<RecipientPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = crate::openapi::channels)]
    pub(crate) communication_channel: Option<&'static str>,
    #[schema(schema_with = crate::openapi::statuses)]
    pub(crate) status: &'static str,
    /// Only of one that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    sent_options: Option<SentOptions>,
    /// Only of one that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    failed_options: Option<FailedOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(crate) automation_activation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) requested_by: Option<RequestedBy>,
}

/// The order that a request is about.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestOrder)]
pub(crate) struct OrderPart {
    pub(crate) id: String,
}

/// An item that a review is asked for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestItem)]
pub(crate) struct ItemPart {
    pub(crate) catalog_item_id: String,
    /// The review that the request's link was used for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(crate) review_id: Option<String>,
}

/// Who is asked.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestRecipient)]
pub(crate) struct RecipientPart {
    /// The customer's GUID.
    #[schema(format = "uuid")]
    pub(crate) contact_id: String,
}

/// What became of one that was sent.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestSentOptions)]
struct SentOptions {
    /// Whether its link was followed.
    opened: bool,
}

/// Why one failed.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestFailedOptions)]
struct FailedOptions {
    #[schema(schema_with = crate::openapi::failures)]
    reason: &'static str,
    message: String,
}

/// Who asked: a user or an app.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestIdentity)]
pub(crate) struct RequestedBy {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(crate) wix_user_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uuid")]
    pub(crate) app_id: Option<String>,
    #[schema(schema_with = crate::openapi::identities)]
    pub(crate) identity_type: &'static str,
}

/// A time in UTC, to the millisecond.
#[derive(Clone, Copy)]
pub(crate) struct Milliseconds(pub(crate) Timestamp);

impl Serialize for Milliseconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.strftime("%Y-%m-%dT%H:%M:%S.%3fZ"))
    }
}

impl ReviewRequest {
    pub(crate) fn new(request: &Request, now: Timestamp) -> Self {
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
            communication_channel: reaches_by_mail(request).then_some(EMAIL),
            status,
            sent_options: (status == "SENT").then_some(SentOptions { opened }),
            failed_options: (status == "FAILED").then(|| failed(request.steps.last())),
            automation_activation_id: request.wix.automation.map(|guid| guid.to_string()),
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

/// What happened counts more than what was told; a manual request has no date of its own.
fn send_date(request: &Request) -> Option<Timestamp> {
    let due = || request.step().map(|_| request.scheduled_at);
    request.sent_at().or(request.wix.send_date).or_else(due)
}

/// Its products. A request for a review of the shop itself has none.
fn items(request: &Request) -> Vec<ItemPart> {
    let part = |(index, Item { subject, reviewed_at }): (usize, &Item)| match subject {
        Subject::Product(id) => {
            let review_id = reviewed_at.map(|_| Guid::review(request.id, index).to_string());
            Some(ItemPart { catalog_item_id: id.as_str().to_owned(), review_id })
        }
        Subject::Shop => None,
    };
    request.items.iter().enumerate().filter_map(part).collect()
}

fn recipient(request: &Request) -> Option<RecipientPart> {
    let contact = request.wix.contact.or_else(|| request.customer.map(|customer| customer.guid()))?;
    Some(RecipientPart { contact_id: contact.to_string() })
}

/// A text message is no channel of the vendor's; a manual request may yet be mailed.
fn reaches_by_mail(request: &Request) -> bool {
    let channels = &request.delivery.channels;
    channels.is_empty() || channels.contains(&Channel::Email)
}

fn failed(last: Option<&Step>) -> FailedOptions {
    let (reason, message) = match last.map(|step| &step.state) {
        Some(StepState::Failed { reason, at: _ }) => {
            ("ACTIVATION_FAILED", format!("The provider refused the message: {reason}."))
        }
        Some(StepState::Skipped { reason, at: _ }) => {
            (stopped(*reason), format!("The message was held back: {}.", reason.as_str()))
        }
        _ => (stopped(StopReason::Expired), "No message left.".to_owned()),
    };
    FailedOptions { reason, message }
}

/// The vendor's word for a rule that held a message back.
fn stopped(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Bounced => "BOUNCED",
        StopReason::Unsubscribed | StopReason::Complained => "SUBSCRIPTION_INACTIVE",
        StopReason::Cancelled
        | StopReason::Expired
        | StopReason::Erased
        | StopReason::NothingLeft
        | StopReason::Reviewed
        | StopReason::OrderCancelled
        | StopReason::OrderRefunded
        | StopReason::SpendCap => "UNKNOWN_FAILURE_REASON",
    }
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

/// Nothing to say.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestRemoved)]
pub(crate) struct Removed {}

/// The answer to a creation.
pub(crate) fn created(created: &Created, now: Timestamp) -> Reply {
    let Created { request, hub_url: _ /* the native API has it */ } = created;
    answer(&ReviewRequestBody::new(request, now))
}

/// 200, and never another: the vendor's SDK takes any other success for a failure.
pub(crate) fn answer(body: &impl Serialize) -> Reply {
    Reply::new(200, serde_json::to_string(body).unwrap_or_default())
}

/// A JSON answer.
pub(crate) fn json(body: &impl Serialize) -> Response {
    respond(answer(body))
}

/// An answer on its way out.
pub(crate) fn respond(answer: Reply) -> Response {
    edge::native::answer(answer)
}

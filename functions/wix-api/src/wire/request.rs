//! A review request, as the vendor's clients read it.

use app::idempotency::Reply;
use app::request::Created;
use domain::request::{Item, Request, Status};
use domain::values::value::Kind;
use domain::values::{Channel, Guid, Identity};
use edge::shown::{Absent, Milliseconds, Uuid};
use jiff::Timestamp;

use crate::wire::failed_options::{FailedOptions, failure};

/// The only catalog that the vendor's reviews have.
pub(super) const NAMESPACE: &str = "stores";
/// The only channel in the vendor's documentation.
pub(super) const EMAIL: &str = "EMAIL";
pub(super) const STATUSES: [&str; 4] = ["CANCELED", "FAILED", "SCHEDULED", "SENT"];
pub(super) const IDENTITIES: [&str; 2] = ["APP", "WIX_USER"];

edge::shown! {
    /// A review request. Unknown fields are omitted.
    pub(super) struct ReviewRequest as ReviewRequestV2 ((request, now): (&Request, Timestamp)) {
        id: Uuid = request.id.guid();
        /// Rises with every change, starting at `1`.
        revision: String = request.version, example "1";
        created_date "createdDate": Milliseconds = request.created_at;
        updated_date "updatedDate": Milliseconds = request.updated_at();
        // When the request was or will be sent. A client's own `sendDate` sends nothing.
        send_date "sendDate": Absent<Milliseconds> = send_date(request);
        namespace: String = NAMESPACE;
        order: Absent<OrderPart> = request.order.is_given().then(|| request.order.as_str());
        items: Vec<ItemPart> = items(request);
        recipient: Absent<RecipientPart> = request.contact();
        communication_channel "communicationChannel": Absent<String> = is_by_email(request).then_some(EMAIL),
            as Kind::Word(vec![EMAIL]);
        status: String = status(request, now), as Kind::Word(STATUSES.to_vec());
        /// Absent unless the request was sent.
        sent_options "sentOptions": Absent<SentOptions> = (status(request, now) == "SENT").then_some(request.opened_at.is_some());
        /// Absent unless the request failed.
        failed_options "failedOptions": Absent<FailedOptions> = (status(request, now) == "FAILED").then(|| failure(&request.steps));
        automation_activation_id "automationActivationId": Absent<Uuid> = request.options.automation;
        requested_by "requestedBy": Absent<RequestedBy> = requested_by(request);
    }

    /// The order that a request is about.
    struct OrderPart as ReviewRequestOrder (id: &str) {
        id: String = id;
    }

    /// An item to review.
    struct ItemPart as ReviewRequestItem ((product, review): (&str, Option<Guid>)) {
        catalog_item_id "catalogItemId": String = product;
        /// The review that was written through the request's link. Absent if there is none.
        review_id "reviewId": Absent<Uuid> = review;
    }

    /// The customer whose review is requested.
    struct RecipientPart as ReviewRequestRecipient (contact: Guid) {
        /// The customer's GUID.
        contact_id "contactId": Uuid = contact;
    }

    /// What happened after sending.
    struct SentOptions as ReviewRequestSentOptions (opened: bool) {
        /// Whether the customer opened the link.
        opened: bool = opened;
    }

    /// The user or app that created the request.
    struct RequestedBy as ReviewRequestIdentity (by: By) {
        wix_user_id "wixUserId": Absent<Uuid> = by.user;
        app_id "appId": Absent<Uuid> = by.app;
        identity_type "identityType": String = by.kind, as Kind::Word(IDENTITIES.to_vec());
    }

    /// One review request.
    pub(crate) struct ReviewRequestBody as ReviewRequestAnswer ((request, now): (&Request, Timestamp)) {
        review_request "reviewRequest": ReviewRequest = (request, now);
    }

    /// An empty object.
    pub(crate) struct Removed as ReviewRequestRemoved (_removed: ()) {}
}

/// Who created a request: a user or an app.
#[derive(Clone, Copy)]
pub(super) struct By {
    pub(super) user: Option<Guid>,
    pub(super) app: Option<Guid>,
    pub(super) kind: &'static str,
}

pub(super) fn status(request: &Request, now: Timestamp) -> &'static str {
    match request.status(now) {
        Status::Manual | Status::Scheduled | Status::Sending => "SCHEDULED",
        Status::Sent | Status::Completed | Status::Expired => "SENT",
        Status::Cancelled => "CANCELED",
        Status::Failed => "FAILED",
    }
}

/// The actual time, else the time that a client set, else the scheduled time. A manual request has no schedule.
pub(super) fn send_date(request: &Request) -> Option<Timestamp> {
    let due = || request.step().map(|_| request.scheduled_at);
    request.sent_at().or(request.options.send_date).or_else(due)
}

/// The request's products, each with its review; empty for a request about the shop.
pub(super) fn items(request: &Request) -> impl Iterator<Item = (&str, Option<Guid>)> {
    request.items.iter().filter_map(|Item { subject, reviewed_at: _, review }| {
        Some((subject.product()?.as_str(), review.map(|review| review.guid())))
    })
}

/// The vendor has no SMS channel. A manual request has no channels yet and may still be sent by email.
pub(super) fn is_by_email(request: &Request) -> bool {
    let channels = &request.delivery.channels;
    channels.is_empty() || channels.contains(&Channel::Email)
}

pub(super) fn requested_by(request: &Request) -> Option<By> {
    match request.requested_by? {
        Identity::User(guid) => Some(By { user: Some(guid), app: None, kind: "WIX_USER" }),
        Identity::App(guid) => Some(By { user: None, app: Some(guid), kind: "APP" }),
        Identity::Visitor(_) => None,
    }
}

/// The answer to a creation. Its status is always 200, because the vendor's SDK treats any other success as a failure.
pub(crate) fn created(created: &Created, now: Timestamp) -> Result<Reply, app::error::Error> {
    let Created { request, hub_url: _ /* only the native API shows it */ } = created;
    Reply::json(200, &ReviewRequestBody::new((request, now)))
}

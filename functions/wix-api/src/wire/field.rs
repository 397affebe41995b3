//! The fields by which review requests can be filtered, and the operators of each.
//!
//! Source: the vendor's table "Review Requests: Sort and Filter".

use domain::request::Request;
use domain::values::OfRequest;
use jiff::Timestamp;

use crate::filter::{Filter, Value};
use crate::wire::filter::{FilterField, ValueKind};
use crate::wire::request::{EMAIL, IDENTITIES, Milliseconds, ReviewRequest};

/// The statuses that a filter may name. No request has the last one.
const STATUSES: [&str; 5] = ["CANCELED", "FAILED", "SCHEDULED", "SENT", "UNKNOWN_REVIEW_REQUEST_STATUS"];

pub(crate) fn matches(filter: &Filter<RequestField>, request: &Request, now: Timestamp) -> bool {
    let shown = ReviewRequest::new(request, now);
    filter.matches(&|field: RequestField| field.values(&shown))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestField {
    Id,
    CommunicationChannel,
    Namespace,
    ContactId,
    AppId,
    WixUserId,
    IdentityType,
    Status,
    OrderId,
    AutomationActivationId,
    CatalogItemId,
    ReviewId,
    CreatedDate,
    SendDate,
}

impl FilterField for RequestField {
    type Kind = OfRequest;

    const ALL: &'static [(&'static str, Self)] = &[
        ("id", Self::Id),
        ("communicationChannel", Self::CommunicationChannel),
        ("namespace", Self::Namespace),
        ("recipient.contactId", Self::ContactId),
        ("requestedBy.appId", Self::AppId),
        ("requestedBy.wixUserId", Self::WixUserId),
        ("requestedBy.identityType", Self::IdentityType),
        ("status", Self::Status),
        ("order.id", Self::OrderId),
        ("automationActivationId", Self::AutomationActivationId),
        ("items.catalogItemId", Self::CatalogItemId),
        ("items.reviewId", Self::ReviewId),
        ("createdDate", Self::CreatedDate),
        ("sendDate", Self::SendDate),
    ];

    const UNKNOWN: &'static str = "Review requests cannot be filtered by one of these fields.";
    const ID: Self = Self::Id;
    const CREATED_DATE: Self = Self::CreatedDate;

    fn value_kind(self) -> ValueKind {
        match self {
            Self::Id | Self::ContactId | Self::AppId | Self::WixUserId => ValueKind::Guid,
            Self::AutomationActivationId | Self::ReviewId => ValueKind::Guid,
            Self::Namespace | Self::OrderId | Self::CatalogItemId => ValueKind::Text,
            Self::CommunicationChannel => ValueKind::Words(&[EMAIL]),
            Self::IdentityType => ValueKind::Words(&IDENTITIES),
            Self::Status => ValueKind::Words(&STATUSES),
            Self::CreatedDate | Self::SendDate => ValueKind::Time,
        }
    }

    fn has(self, operator: &str) -> bool {
        match operator {
            "$eq" | "$ne" | "$in" | "$nin" => true,
            "$exists" => matches!(self, Self::OrderId | Self::AutomationActivationId | Self::ReviewId),
            "$isEmpty" => matches!(self, Self::ReviewId),
            "$hasAll" | "$hasSome" => matches!(self, Self::CatalogItemId | Self::ReviewId),
            "$gt" | "$gte" | "$lt" | "$lte" => matches!(self, Self::CreatedDate | Self::SendDate),
            _ => false,
        }
    }
}

impl RequestField {
    /// The field's values in a request as the API shows it; empty if the field is absent.
    fn values(self, shown: &ReviewRequest) -> Vec<Value> {
        let one = |string: Option<&str>| string.map(|string| Value::Text(string.to_owned())).into_iter().collect();
        let time =
            |at: Option<Milliseconds>| at.map(|Milliseconds(at)| Value::Time(truncated(at))).into_iter().collect();
        let by = shown.requested_by.as_ref();
        match self {
            Self::Id => one(Some(&shown.id)),
            Self::CommunicationChannel => one(shown.communication_channel),
            Self::Namespace => one(Some(shown.namespace)),
            Self::ContactId => one(shown.recipient.as_ref().map(|recipient| recipient.contact_id.as_str())),
            Self::AppId => one(by.and_then(|by| by.app_id.as_deref())),
            Self::WixUserId => one(by.and_then(|by| by.wix_user_id.as_deref())),
            Self::IdentityType => one(by.map(|by| by.identity_type)),
            Self::Status => one(Some(shown.status)),
            Self::OrderId => one(shown.order.as_ref().map(|order| order.id.as_str())),
            Self::AutomationActivationId => one(shown.automation_activation_id.as_deref()),
            Self::CatalogItemId => shown.items.iter().map(|item| Value::Text(item.catalog_item_id.clone())).collect(),
            Self::ReviewId => shown.items.iter().filter_map(|item| item.review_id.clone().map(Value::Text)).collect(),
            Self::CreatedDate => time(Some(shown.created_date)),
            Self::SendDate => time(shown.send_date),
        }
    }
}

/// Cuts a time to milliseconds, which is what clients see.
pub(super) fn truncated(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

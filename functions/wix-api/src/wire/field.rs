//! The fields by which review requests can be filtered, and the operators of each.
//!
//! Source: the vendor's table "Review Requests: Sort and Filter".

use domain::request::Request;
use domain::values::{Guid, OfRequest};
use jiff::Timestamp;

use crate::filter::{Filter, Value};
use crate::wire::filter::{FilterField, ValueKind};
use crate::wire::request::{EMAIL, IDENTITIES, NAMESPACE, is_by_email, items, requested_by, send_date, status};

/// The statuses that a filter may name. No request has the last one.
const STATUSES: [&str; 5] = ["CANCELED", "FAILED", "SCHEDULED", "SENT", "UNKNOWN_REVIEW_REQUEST_STATUS"];

pub(crate) fn matches(filter: &Filter<RequestField>, request: &Request, now: Timestamp) -> bool {
    filter.matches(&|field: RequestField| field.values(request, now))
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
    fn values(self, request: &Request, now: Timestamp) -> Vec<Value> {
        let one = |string: Option<&str>| string.map(|string| Value::Text(string.to_owned())).into_iter().collect();
        let id = |guid: Option<Guid>| guid.map(|guid| Value::Text(guid.to_string())).into_iter().collect();
        let time = |at: Option<Timestamp>| at.map(|at| Value::Time(truncated(at))).into_iter().collect();
        let by = requested_by(request);
        match self {
            Self::Id => id(Some(request.id.guid())),
            Self::CommunicationChannel => one(is_by_email(request).then_some(EMAIL)),
            Self::Namespace => one(Some(NAMESPACE)),
            Self::ContactId => id(request.contact()),
            Self::AppId => id(by.and_then(|by| by.app)),
            Self::WixUserId => id(by.and_then(|by| by.user)),
            Self::IdentityType => one(by.map(|by| by.kind)),
            Self::Status => one(Some(status(request, now))),
            Self::OrderId => one(request.order.is_given().then(|| request.order.as_str())),
            Self::AutomationActivationId => id(request.options.automation),
            Self::CatalogItemId => items(request).map(|(product, _)| Value::Text(product.to_owned())).collect(),
            Self::ReviewId => items(request).filter_map(|(_, review)| Some(Value::Text(review?.to_string()))).collect(),
            Self::CreatedDate => time(Some(request.created_at)),
            Self::SendDate => time(send_date(request)),
        }
    }
}

/// Cuts a time to milliseconds, which is what clients see.
pub(super) fn truncated(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

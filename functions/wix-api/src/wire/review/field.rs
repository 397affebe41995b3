//! The fields by which reviews can be filtered and sorted, and the operators of each.

use domain::order::ProductId;
use domain::values::{OfReview, ReviewId};
use jiff::Timestamp;
use store::review::list::ListedReview;
use store::table::IdRange;

use super::{APP, ORGANIC, origin, status};
use crate::filter::{Filter, Number, Value};
use crate::wire::field::truncated;
use crate::wire::filter::{FilterField, ValueKind};
use crate::wire::request::NAMESPACE;
use crate::wire::sort::SortField;

/// The statuses that a filter may name. No review has the last two.
const STATUSES: [&str; 5] = ["APPROVED", "IN_MODERATION", "REJECTED", "SUBMITTED", "UNKNOWN"];
/// The origins that a filter may name. No review has the last one.
const ORIGINS: [&str; 3] = [APP, ORGANIC, "UNKNOWN"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReviewField {
    Id,
    ContactId,
    EntityId,
    ModerationStatus,
    Namespace,
    CreatedDate,
    Rating,
    OriginType,
    Verified,
    Media,
}

impl FilterField for ReviewField {
    type Kind = OfReview;

    const ALL: &'static [(&'static str, Self)] = &[
        ("id", Self::Id),
        ("author.contactId", Self::ContactId),
        ("entityId", Self::EntityId),
        ("moderation.moderationStatus", Self::ModerationStatus),
        ("namespace", Self::Namespace),
        ("createdDate", Self::CreatedDate),
        ("content.rating", Self::Rating),
        ("origin.type", Self::OriginType),
        ("verified", Self::Verified),
        ("content.media", Self::Media),
    ];
    const UNKNOWN: &'static str = "Reviews cannot be filtered by one of these fields.";
    const ID: Self = Self::Id;
    const CREATED_DATE: Self = Self::CreatedDate;

    fn value_kind(self) -> ValueKind {
        match self {
            Self::Id | Self::ContactId => ValueKind::Guid,
            Self::EntityId | Self::Namespace => ValueKind::Text,
            Self::ModerationStatus => ValueKind::Words(&STATUSES),
            Self::OriginType => ValueKind::Words(&ORIGINS),
            Self::CreatedDate => ValueKind::Time,
            Self::Rating => ValueKind::Number,
            Self::Verified | Self::Media => ValueKind::Flag,
        }
    }

    /// The id of an imported review contains only the second in which it was written.
    fn created(at: Timestamp) -> IdRange<OfReview> {
        let (first, last) = ReviewId::of_second(at);
        IdRange { first, last }
    }

    fn has(self, operator: &str) -> bool {
        match self {
            Self::Media => operator == "$isEmpty",
            Self::OriginType | Self::Verified => matches!(operator, "$eq" | "$ne"),
            Self::CreatedDate | Self::Rating => {
                matches!(operator, "$eq" | "$ne" | "$in" | "$gt" | "$gte" | "$lt" | "$lte")
            }
            Self::Id | Self::ContactId | Self::EntityId | Self::ModerationStatus | Self::Namespace => {
                matches!(operator, "$eq" | "$ne" | "$in")
            }
        }
    }
}

impl ReviewField {
    /// The field's values in a review; empty if the field is absent.
    fn values(self, row: &ListedReview) -> Vec<Value> {
        let text = |text: &str| vec![Value::Text(text.to_owned())];
        match self {
            Self::Id => text(&row.id.guid().to_string()),
            Self::ContactId => row.author.iter().map(|author| Value::Text(author.to_string())).collect(),
            Self::EntityId => text(ProductId::name_of(row.product.as_ref())),
            Self::ModerationStatus => text(status(row.state)),
            Self::Namespace => text(NAMESPACE),
            Self::CreatedDate => vec![Value::Time(truncated(row.created_at))],
            Self::Rating => vec![Value::Number(Number::new(row.rating.stars().into()))],
            Self::OriginType => text(origin(row.place)),
            Self::Verified => vec![Value::Flag(row.verification.is_verified())],
            Self::Media => row.has_photos.then_some(Value::Flag(true)).into_iter().collect(),
        }
    }
}

pub(crate) fn matches(filter: &Filter<ReviewField>, review: &ListedReview) -> bool {
    filter.matches(&|field: ReviewField| field.values(review))
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReviewSort {
    CreatedDate,
    Rating,
    OriginType,
    Verified,
}

impl SortField for ReviewSort {
    const ALL: &'static [(&'static str, Self)] = &[
        ("createdDate", Self::CreatedDate),
        ("content.rating", Self::Rating),
        ("origin.type", Self::OriginType),
        ("verified", Self::Verified),
    ];
    const UNKNOWN: &'static str = "Reviews can be sorted by createdDate, content.rating, origin.type or verified.";
    const CREATED_DATE: Self = Self::CreatedDate;
}

impl ReviewSort {
    /// The field of a review as a number. Words are sorted alphabetically.
    pub(crate) fn number(self, row: &ListedReview) -> i64 {
        match self {
            Self::CreatedDate => row.created_at.as_millisecond(),
            Self::Rating => row.rating.stars().into(),
            Self::OriginType => i64::from(origin(row.place) == ORGANIC),
            Self::Verified => row.verification.is_verified().into(),
        }
    }
}

pub(crate) type Search<'a> = crate::use_cases::search::Search<'a, ListedReview>;

//! The fields by which reviews can be filtered and sorted, and the operators of each.

use domain::order::ProductId;
use domain::review::ReviewPlace;
use domain::values::{OfReview, ReviewId};
use jiff::Timestamp;
use store::review::list::ListedReview;
use store::table::IdRange;

use super::{APP, ORGANIC, status};
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
    Helpfulness,
    RelevanceScore,
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
        ("helpfulness", Self::Helpfulness),
        ("relevanceScore", Self::RelevanceScore),
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
            Self::Rating | Self::Helpfulness | Self::RelevanceScore => ValueKind::Number,
            Self::Verified | Self::Media => ValueKind::Flag,
        }
    }

    /// A review's id contains the time when it was written. Afterword may have received the review long after that, but
    /// never before.
    fn created(at: Timestamp) -> IdRange<OfReview> {
        let (_, last) = ReviewId::of_second(at);
        IdRange { first: ReviewId::FIRST, last }
    }

    fn has(self, operator: &str) -> bool {
        match self {
            Self::Media => operator == "$isEmpty",
            Self::OriginType | Self::Verified => matches!(operator, "$eq" | "$ne"),
            Self::CreatedDate | Self::Rating | Self::Helpfulness | Self::RelevanceScore => {
                matches!(operator, "$eq" | "$ne" | "$in" | "$gt" | "$gte" | "$lt" | "$lte")
            }
            Self::Id | Self::ContactId | Self::EntityId | Self::ModerationStatus | Self::Namespace => {
                matches!(operator, "$eq" | "$ne" | "$in")
            }
        }
    }
}

impl ReviewField {
    /// The fields that depend on the author's opinion. Moderation must not filter by them.
    pub(super) const OPINIONS: [Self; 3] = [Self::Rating, Self::Helpfulness, Self::RelevanceScore];

    /// The field's values in a review; empty if the field is absent.
    fn values(self, row: &ListedReview) -> Vec<Value> {
        let text = |text: &str| vec![Value::Text(text.to_owned())];
        let number = |number: f64| vec![Value::Number(Number::new(number))];
        match self {
            Self::Id => text(&row.id.guid().to_string()),
            Self::ContactId => row.author.iter().map(|author| Value::Text(author.to_string())).collect(),
            Self::EntityId => text(ProductId::name_of(row.product.as_ref())),
            Self::ModerationStatus => text(status(row.state)),
            Self::Namespace => text(NAMESPACE),
            Self::CreatedDate => vec![Value::Time(truncated(row.recorded_at))],
            Self::Rating => number(row.rating.stars().into()),
            Self::Helpfulness | Self::RelevanceScore => number(0.0),
            Self::OriginType => text(origin_type(row.place)),
            Self::Verified => vec![Value::Flag(row.verification.is_verified())],
            Self::Media => row.has_photos.then_some(Value::Flag(true)).into_iter().collect(),
        }
    }
}

fn origin_type(place: ReviewPlace) -> &'static str {
    match place {
        ReviewPlace::Item(..) => ORGANIC,
        ReviewPlace::Own(_) => APP,
    }
}

pub(crate) fn matches(filter: &Filter<ReviewField>, review: &ListedReview) -> bool {
    filter.matches(&|field: ReviewField| field.values(review))
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReviewSort {
    CreatedDate,
    Rating,
    Helpfulness,
    RelevanceScore,
    OriginType,
    Verified,
}

impl SortField for ReviewSort {
    const ALL: &'static [(&'static str, Self)] = &[
        ("createdDate", Self::CreatedDate),
        ("content.rating", Self::Rating),
        ("helpfulness", Self::Helpfulness),
        ("relevanceScore", Self::RelevanceScore),
        ("origin.type", Self::OriginType),
        ("verified", Self::Verified),
    ];
    const UNKNOWN: &'static str =
        "Reviews can be sorted by createdDate, content.rating, helpfulness, relevanceScore, origin.type or verified.";
    const CREATED_DATE: Self = Self::CreatedDate;
}

impl ReviewSort {
    /// The field of a review as a number. Words are sorted alphabetically.
    pub(crate) fn number(self, row: &ListedReview) -> i64 {
        match self {
            Self::CreatedDate => row.created_at.as_millisecond(),
            Self::Rating => row.rating.stars().into(),
            Self::Helpfulness | Self::RelevanceScore => 0,
            Self::OriginType => i64::from(origin_type(row.place) == ORGANIC),
            Self::Verified => row.verification.is_verified().into(),
        }
    }
}

pub(crate) type Search<'a> = crate::use_cases::search::Search<'a, ListedReview>;

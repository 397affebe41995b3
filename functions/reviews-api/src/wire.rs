//! The JSON of reviews, as BetterReviews has it and with the native API's additions, and of exports and erasures.

mod decision;
mod import;
mod privacy;
mod query;

use std::collections::BTreeMap;

use app::review::{ReviewCounts, tenths};
use domain::review::{Rating, ReviewState};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use decision::{Decided, DecisionInput, Done, HistoryBody, Replied, ReplyInput, reason, revisions};
pub(crate) use edge::review::{
    FormatWord, PlatformWord, ReviewBody, ReviewsBody, SortWord, StageWord, StateWord, StatusWord, review_id,
};
pub(crate) use import::{
    AnswersBody, DateOrderWord, ImportBody, ImportProducts, ImportQuery, SystemWord, accepted_import, answers,
    import_id,
};
pub(crate) use privacy::{
    EraseInput, PrivacyReceipt, PrivacyStatusBody, ShopExportBody, SubjectInput, accepted, receipt,
};
pub(crate) use query::{ExportQuery, FilterParams, ReviewsQuery, too_many_to_sort};

/// The statistics of reviews. Reviews by people who work for the shop do not count, whatever their status.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewStats)]
pub(crate) struct StatsBody {
    total_reviews: u64,
    pending_count: u64,
    approved_count: u64,
    rejected_count: u64,
    /// The average of the published reviews, to one decimal; 0.0 without reviews.
    average_rating: f64,
    /// The number of reviews for each number of stars.
    #[schema(value_type = std::collections::BTreeMap<String, u64>)]
    reviews_by_rating: BTreeMap<String, u64>,
    /// The number of reviews with `is_verified_buyer`.
    verified_reviews: u64,
    /// The percentage of verified reviews among all, to one decimal; 0.0 without reviews.
    verified_percentage: f64,
}

impl StatsBody {
    pub(crate) fn new(counts: &ReviewCounts) -> Self {
        let in_state = |state| counts.total(|kind| kind.state == state);
        let with = |rating| counts.total(|kind| kind.rating == rating);
        let total = counts.total(|_| true);
        let verified = counts.total(|kind| kind.verification.is_verified());
        Self {
            total_reviews: total,
            pending_count: in_state(ReviewState::Submitted),
            approved_count: in_state(ReviewState::Published),
            rejected_count: in_state(ReviewState::Withheld),
            average_rating: counts.published_average(),
            reviews_by_rating: Rating::ALL.map(|rating| (rating.stars().to_string(), with(rating))).into(),
            verified_reviews: verified,
            verified_percentage: tenths(verified * 100, total),
        }
    }
}

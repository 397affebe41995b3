//! The JSON of reviews, as BetterReviews has it and with the native API's additions, and of exports and erasures.

mod decision;
mod import;
mod privacy;
mod query;

use std::collections::BTreeMap;

use app::review::{ReviewCounts, tenths};
use domain::review::{Rating, ReviewState};

pub(crate) use decision::{Decided, DecisionInput, Done, HistoryBody, Replied, ReplyInput, reason};
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

edge::shown! {
    /// The statistics of reviews. Reviews from members' and the owner's addresses do not count, whatever their status.
    pub(crate) struct StatsBody as ReviewStats (counts: &ReviewCounts) {
        total_reviews: u64 = counts.total(|_| true);
        pending_count: u64 = counts.total(|kind| kind.state == ReviewState::Submitted);
        approved_count: u64 = counts.total(|kind| kind.state == ReviewState::Published);
        rejected_count: u64 = counts.total(|kind| kind.state == ReviewState::Withheld);
        /// The average of the published reviews, to one decimal; 0.0 without reviews.
        average_rating: f64 = counts.published_average();
        /// The number of reviews for each number of stars.
        reviews_by_rating: BTreeMap<String, u64> =
            Rating::ALL.map(|rating| (rating.stars(), counts.total(|kind| kind.rating == rating)));
        /// The number of reviews with `is_verified_buyer`.
        verified_reviews: u64 = counts.total(|kind| kind.verification.is_verified());
        /// The percentage of verified reviews among all, to one decimal; 0.0 without reviews.
        verified_percentage: f64 =
            tenths(counts.total(|kind| kind.verification.is_verified()) * 100, counts.total(|_| true));
    }
}

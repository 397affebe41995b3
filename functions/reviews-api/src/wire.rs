//! The JSON of reviews, as BetterReviews has it and with the native API's additions, and of exports and erasures.

mod decision;
mod import;
mod privacy;
mod query;
mod stats;

pub(crate) use decision::{Decided, DecisionInput, Done, HistoryBody, Replied, ReplyInput, reason, revisions};
pub(crate) use edge::review::{
    FormatWord, PlatformWord, ReviewBody, ReviewsBody, SortWord, StateWord, StatusWord, review_id,
};
pub(crate) use import::{
    AnswersBody, DateOrderWord, ImportBody, ImportProducts, ImportQuery, SystemWord, accepted_import, answers,
    import_id,
};
pub(crate) use privacy::{
    EraseInput, PrivacyReceipt, PrivacyStatusBody, ShopExportBody, SubjectInput, accepted, receipt,
};
pub(crate) use query::{ExportQuery, FilterParams, ReviewsQuery, too_many_to_sort};
pub(crate) use stats::StatsBody;

//! The JSON of reviews, as BetterReviews has it, and what the native API adds.

mod decision;
mod query;
mod stats;

pub(crate) use decision::{Decided, DecisionInput, Done, HistoryBody, Replied, ReplyInput, reason, revision};
pub(crate) use edge::review::{PlatformWord, ReviewBody, ReviewsBody, SortWord, StateWord, StatusWord, review_id};
pub(crate) use query::ReviewsQuery;
pub(crate) use stats::StatsBody;

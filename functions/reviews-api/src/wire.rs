//! The JSON of reviews, as BetterReviews has it, and what the native API adds.

mod csv;
mod decision;
mod query;
mod review;
mod stats;

pub(crate) use csv::{csv_head, csv_row, json_line};
pub(crate) use decision::{Decided, DecisionInput, Done, HistoryBody, Replied, ReplyInput, reason, revision};
pub(crate) use query::{ExportQuery, ReviewsQuery};
pub(crate) use review::{PlatformWord, ReviewBody, ReviewsBody, SortWord, StateWord, StatusWord, review_id};
pub(crate) use stats::StatsBody;

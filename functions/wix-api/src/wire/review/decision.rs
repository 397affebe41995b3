//! The bodies of the shop's decisions: an answer or a status, for one review or all matching ones.

use domain::review::ReplyText;
use edge::field::Field;
use edge::openapi::words;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use super::field::ReviewField;
use super::{APPROVED, REJECTED};
use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::wire::filter::{self, FilterField as _};

/// The body of `setReviewReply`.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewReplyCall)]
pub(crate) struct ReplyInput {
    #[schema(value_type = String, min_length = 1, max_length = 10_000)]
    message: Field<String>,
}

impl ReplyInput {
    pub(crate) fn parse(&self) -> Result<ReplyText, Violation> {
        const MAX: usize = ReplyText::CHARACTERS_MAX;
        let rule = match &self.message {
            Field::Absent | Field::Null => Rule::RequiredField,
            Field::Value(message) if message.trim().chars().count() > MAX => Rule::MaxLength,
            Field::Value(_) | Field::Invalid => Rule::Format,
        };
        ReplyText::parse(self.message.as_str()).map_err(|error| Violation::new("message", rule, error.0))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moderation {
    Approve,
    Reject,
}

/// The body of `updateModerationStatus`.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewModerationCall)]
pub(crate) struct ModerateInput {
    #[schema(schema_with = statuses)]
    status: Field<String>,
}

fn statuses() -> Object {
    words([APPROVED, REJECTED])
}

impl ModerateInput {
    pub(crate) fn parse(&self) -> Result<Moderation, Violation> {
        parse_status(&self.status)
    }
}

fn parse_status(status: &Field<String>) -> Result<Moderation, Violation> {
    let rule = match status {
        Field::Value(status) if status == APPROVED => return Ok(Moderation::Approve),
        Field::Value(status) if status == REJECTED => return Ok(Moderation::Reject),
        Field::Absent | Field::Null => Rule::RequiredField,
        Field::Value(_) | Field::Invalid => Rule::Format,
    };
    Err(Violation::new("status", rule, "Send APPROVED or REJECTED."))
}

/// The body of `bulkModerateReviews`.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewBulkModeration)]
pub(crate) struct BulkModerateInput {
    /// As in a query, without `content.rating`, `helpfulness` and `relevanceScore`. `{}` matches every review.
    #[schema(value_type = Object)]
    filter: Field<Value>,
    #[schema(schema_with = statuses)]
    status: Field<String>,
}

impl BulkModerateInput {
    pub(crate) fn parse(&self) -> Result<(Filter<ReviewField>, Moderation), Violation> {
        Ok((parse_filter(&self.filter)?, parse_status(&self.status)?))
    }
}

/// The body of `bulkDeleteReviews`.
#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewBulkDeletion)]
pub(crate) struct BulkDeleteInput {
    /// As in a query, without `content.rating`, `helpfulness` and `relevanceScore`. Needs at least one condition.
    #[schema(value_type = Object)]
    filter: Field<Value>,
}

impl BulkDeleteInput {
    pub(crate) fn parse(&self) -> Result<Filter<ReviewField>, Violation> {
        let filter = parse_filter(&self.filter)?;
        match filter.is_all() {
            true => Err(Violation::new(FILTER, Rule::RequiredField, "Send a filter with at least one condition.")),
            false => Ok(filter),
        }
    }
}

const FILTER: &str = "filter";

/// The filter of a decision about reviews. Without conditions, a call that forgot its filter would decide about all
/// reviews, and no filter may test opinions.
fn parse_filter(filter: &Field<Value>) -> Result<Filter<ReviewField>, Violation> {
    let filter: Filter<ReviewField> = match filter {
        Field::Value(json) => filter::parse(json, FILTER)?,
        Field::Absent | Field::Null | Field::Invalid => {
            return Err(Violation::new(FILTER, Rule::RequiredField, "Send a filter; {} matches every review."));
        }
    };
    match filter.fields().into_iter().find(|field| ReviewField::OPINIONS.contains(field)) {
        Some(field) => {
            let rule = "Reviews are not moderated or deleted by their rating or by votes.";
            Err(Violation::new(format!("{FILTER}.{}", field.path()), Rule::Other, rule))
        }
        None => Ok(filter),
    }
}

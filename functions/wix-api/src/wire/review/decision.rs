//! The bodies of the shop's decisions: an answer or a status, for one review or all matching ones.

use domain::reads;
use domain::review::ReplyText;
use domain::values::Invalid;
use domain::values::value::{Json, Kind, text};

use super::field::ReviewField;
use super::{APPROVED, REJECTED};
use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::wire::filter::{self, FilterField as _};
use crate::wire::parse::AnyObject;

edge::input! {
    /// The body of `setReviewReply`.
    pub(crate) struct ReplyInput as WixReviewReplyCall refused Violation {
        message: ReplyText;
    }
}

impl ReplyInput {
    pub(crate) fn parse(self) -> Result<ReplyText, Violation> {
        self.message
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moderation {
    Approve,
    Reject,
}

reads! {
    Moderation: Self = |json| match text(json) {
        APPROVED => Ok(Self::Approve),
        REJECTED => Ok(Self::Reject),
        _ => Err(Invalid("Send APPROVED or REJECTED.")),
    }, Kind::Word(vec![APPROVED, REJECTED]);
}

edge::input! {
    /// The body of `updateModerationStatus`.
    pub(crate) struct ModerateInput as WixReviewModerationCall refused Violation {
        status: Moderation;
    }
}

impl ModerateInput {
    pub(crate) fn parse(self) -> Result<Moderation, Violation> {
        self.status
    }
}

edge::input! {
    /// The body of `bulkModerateReviews`.
    pub(crate) struct BulkModerateInput as WixReviewBulkModeration refused Violation {
        /// As in a query, without `content.rating`, `helpfulness` and `relevanceScore`. `{}` matches every review.
        filter: AnyObject, or FILTER_RULE;
        status: Moderation;
    }
}

impl BulkModerateInput {
    pub(crate) fn parse(self) -> Result<(Filter<ReviewField>, Moderation), Violation> {
        Ok((parse_filter(self.filter?)?, self.status?))
    }
}

edge::input! {
    /// The body of `bulkDeleteReviews`.
    pub(crate) struct BulkDeleteInput as WixReviewBulkDeletion refused Violation {
        /// As in a query, without `content.rating`, `helpfulness` and `relevanceScore`. Needs at least one condition.
        filter: AnyObject, or FILTER_RULE;
    }
}

impl BulkDeleteInput {
    pub(crate) fn parse(self) -> Result<Filter<ReviewField>, Violation> {
        let filter = parse_filter(self.filter?)?;
        match filter.is_all() {
            true => Err(Violation::new(FILTER, Rule::RequiredField, "Send a filter with at least one condition.")),
            false => Ok(filter),
        }
    }
}

const FILTER: &str = "filter";
/// Without conditions, a call that forgot its filter would decide about all reviews.
const FILTER_RULE: &str = "Send a filter; {} matches every review.";

/// The filter of a decision about reviews, which may not test opinions.
fn parse_filter(json: Json) -> Result<Filter<ReviewField>, Violation> {
    let filter: Filter<ReviewField> = filter::parse(&json, FILTER)?;
    match filter.fields().into_iter().find(|field| ReviewField::OPINIONS.contains(field)) {
        Some(field) => {
            let rule = "Reviews are not moderated or deleted by their rating or by votes.";
            Err(Violation::new(format!("{FILTER}.{}", field.path()), Rule::Other, rule))
        }
        None => Ok(filter),
    }
}

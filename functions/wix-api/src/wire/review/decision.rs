//! The bodies of the shop's decisions: an answer or a status.

use domain::reads;
use domain::review::ReplyText;
use domain::values::Invalid;
use domain::values::value::{Kind, text};

use super::{APPROVED, REJECTED};
use crate::error::violation::Violation;

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

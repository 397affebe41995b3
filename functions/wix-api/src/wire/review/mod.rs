//! The JSON of reviews, one noun a file, and the bodies of the shop's decisions: an answer or a status.

pub(crate) mod body;
pub(crate) mod field;
pub(crate) mod query;

use app::review::Verdict;
use domain::reads;
use domain::review::{ReplyText, ReviewPlace, ReviewState, Withholding};
use domain::values::Invalid;
use domain::values::value::{Kind, text};

use crate::error::violation::Violation;

const APPROVED: &str = "APPROVED";
const REJECTED: &str = "REJECTED";

/// The vendor's word for a state. Reviews that have ended are never shown.
const fn status(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "IN_MODERATION",
        ReviewState::Published => APPROVED,
        ReviewState::Withheld | ReviewState::Removed | ReviewState::Withdrawn | ReviewState::Erased => REJECTED,
    }
}

/// The vendor's words for a review's source.
const ORGANIC: &str = "ORGANIC";
const APP: &str = "APP";

const fn origin(place: ReviewPlace) -> &'static str {
    match place {
        ReviewPlace::Item(..) => ORGANIC,
        ReviewPlace::Own(_) => APP,
    }
}

edge::input! {
    /// The body of `setReviewReply`.
    pub(crate) struct ReplyInput as WixReviewReplyCall refused Violation {
        message: ReplyText;
    }
}

impl ReplyInput {
    pub(crate) fn verdict(self) -> Result<Verdict, Violation> {
        Ok(Verdict::Reply(self.message?))
    }
}

enum Moderation {}

reads! {
    Moderation: Verdict = |json| match text(json) {
        APPROVED => Ok(Verdict::Publish(None)),
        REJECTED => Ok(Verdict::Withhold(Withholding::UNSPECIFIED)),
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
    pub(crate) fn verdict(self) -> Result<Verdict, Violation> {
        self.status
    }
}

//! `PATCH` and `DELETE` of a review's reply, `PATCH …/moderate`.

use app::error::Error as UseCase;
use app::review::{Moderate, Verdict};
use axum::http::StatusCode;
use domain::values::{ReviewId, SCOPE_WIX_REVIEWS};
use edge::call::Calls;
use edge::deciding::{Decided, Decides, Decision};
use edge::respond::json;

use super::review_id;
use crate::Parts;
use crate::error::violation::Violation;
use crate::error::{Failure, Served};
use crate::wire::review::body::ReviewBody;
use crate::wire::review::{ModerateInput, ReplyInput};

type Deciding<I = ()> = edge::deciding::Deciding<Parts, I>;

impl Decides for Parts {
    type Failure = Failure;

    const SCOPE: &'static str = SCOPE_WIX_REVIEWS;

    fn calls(&self) -> &Calls {
        &self.calls
    }

    fn moderate(&self) -> &Moderate {
        &self.moderate
    }

    fn review(segment: &str) -> Result<ReviewId, UseCase> {
        review_id(segment)
    }
}

impl Decision for ReplyInput {}
impl Decision for ModerateInput {}

/// Answer a review
///
/// The answer is public once the review is published. A review has one answer; a further call replaces it.
#[utoipa::path(
    patch, path = "/reviews/v1/reviews/{id}/reply", operation_id = "setReviewReplyV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    params(("id" = String, Path, format = "uuid", description = "The review's GUID.")),
    request_body = ReplyInput,
    responses((status = 200, body = ReviewBody, description = "The review with its answer.")),
)]
pub(crate) async fn reply(call: Deciding<ReplyInput>) -> Served {
    answer(call, ReplyInput::verdict).await
}

/// Remove a review's answer
///
/// Repeating the call changes nothing.
#[utoipa::path(
    delete, path = "/reviews/v1/reviews/{id}/reply", operation_id = "removeReviewReplyV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    params(("id" = String, Path, format = "uuid", description = "The review's GUID.")),
    responses((status = 200, body = ReviewBody, description = "The review without an answer.")),
)]
pub(crate) async fn remove_reply(call: Deciding) -> Served {
    answer(call, |()| Ok(Verdict::RemoveReply)).await
}

/// Publish or withhold a review
///
/// Repeating the call changes nothing.
#[utoipa::path(
    patch, path = "/reviews/v1/reviews/{id}/moderate", operation_id = "updateReviewModerationV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    params(("id" = String, Path, format = "uuid", description = "The review's GUID.")),
    request_body = ModerateInput,
    responses(
        (status = 200, body = ReviewBody, description = "The review after the change."),
    ),
)]
pub(crate) async fn moderate(call: Deciding<ModerateInput>) -> Served {
    answer(call, ModerateInput::verdict).await
}

async fn answer<I>(call: Deciding<I>, verdict: impl FnOnce(I) -> Result<Verdict, Violation>) -> Served {
    let Decided { parts, caller, review, now } = call.decide(verdict).await?;
    let shown = parts.reviews.with_photos(&caller, review, now).await?;
    Ok(json(StatusCode::OK, &ReviewBody::new(&shown))?)
}

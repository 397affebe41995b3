//! `PATCH` and `DELETE` of a review's reply, `PATCH …/moderate`.

use app::caller::Caller;
use app::review::Verdict;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_WIX_REVIEWS;
use edge::http::Segment;
use edge::respond::json;
use jiff::Timestamp;

use super::review_id;
use crate::error::Served;
use crate::wire::review::body::ReviewBody;
use crate::wire::review::{ModerateInput, ReplyInput};
use crate::{Parts, SharedParts};

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
pub(crate) async fn reply(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<ReplyInput>(request, SCOPE_WIX_REVIEWS).await?;
    decide(&parts, &call.caller, &id, &Verdict::Reply(call.input.parse()?), call.now).await
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
pub(crate) async fn remove_reply(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WIX_REVIEWS).await?;
    decide(&parts, &call.caller, &id, &Verdict::RemoveReply, call.now).await
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
pub(crate) async fn moderate(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<ModerateInput>(request, SCOPE_WIX_REVIEWS).await?;
    decide(&parts, &call.caller, &id, &call.input.parse()?, call.now).await
}

async fn decide(parts: &Parts, caller: &Caller, id: &str, verdict: &Verdict, now: Timestamp) -> Served {
    let review = parts.moderate.decide(caller, review_id(id)?, verdict, None, now).await?;
    let shown = parts.reviews.with_photos(caller, review, now).await?;
    Ok(json(StatusCode::OK, &ReviewBody::new(&shown))?)
}

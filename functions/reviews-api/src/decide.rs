//! `PATCH /api/v1/reviews/{id}/approve` and `/reject`, `PUT` and `DELETE /reply`, `DELETE /{id}`.

use app::review::Verdict;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_REVIEWS_MODERATE, SCOPE_REVIEWS_WRITE};
use edge::body::Query;
use edge::error::Error;
use edge::http::Segment;
use edge::native::Served;
use edge::respond::json;

use crate::SharedParts;
use crate::wire::{Decided, DecisionInput, Done, Replied, ReplyInput, reason, review_id, revisions};

/// Publish a review
///
/// Also publishes a waiting edit. Repeating the call changes nothing.
#[utoipa::path(
    patch, path = "/api/v1/reviews/{id}/approve", operation_id = "approveReview",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(
        ("id" = String, Path, pattern = "^([1-9][0-9]{0,15}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$", description = "The review's `id` or `uuid`."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the review as the caller read it."),
    ),
    request_body = Option<DecisionInput>,
    responses(
        (status = 200, body = Decided, description = "The review is public."),
        (status = 409, description = "The author works for the shop."),
        (status = 412, description = "The review has changed since the caller read it."),
        (status = 422, description = "A field is invalid."),
    ),
)]
pub(crate) async fn approve(parts: SharedParts, Segment(id): Segment, headers: HeaderMap, request: Request) -> Served {
    let call = parts.calls.optional_json::<DecisionInput>(request, SCOPE_REVIEWS_MODERATE).await?;
    let (id, expected, verdict) = (review_id(&id)?, revisions(&headers), call.input.publishing()?);
    let review = parts.moderate.decide(&call.caller, id, &verdict, expected.as_deref(), call.now).await?;
    Ok(json(StatusCode::OK, &Decided::new(&review))?)
}

/// Withhold a review
///
/// With `"edit": true`, rejects only the waiting edit. Repeating the call with the same reason changes nothing.
#[utoipa::path(
    patch, path = "/api/v1/reviews/{id}/reject", operation_id = "rejectReview",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(
        ("id" = String, Path, pattern = "^([1-9][0-9]{0,15}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$", description = "The review's `id` or `uuid`."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the review as the caller read it."),
    ),
    request_body = Option<DecisionInput>,
    responses(
        (status = 200, body = Decided, description = "The review is withheld, or its edit rejected."),
        (status = 409, description = "With `edit`: the review has no waiting edit."),
        (status = 412, description = "The review has changed since the caller read it."),
        (status = 422, description = "A field is invalid, or the settings demand a reason."),
    ),
)]
pub(crate) async fn reject(parts: SharedParts, Segment(id): Segment, headers: HeaderMap, request: Request) -> Served {
    let call = parts.calls.optional_json::<DecisionInput>(request, SCOPE_REVIEWS_MODERATE).await?;
    let (id, expected, verdict) = (review_id(&id)?, revisions(&headers), call.input.rejecting()?);
    let review = parts.moderate.decide(&call.caller, id, &verdict, expected.as_deref(), call.now).await?;
    Ok(json(StatusCode::OK, &Decided::new(&review))?)
}

/// Answer a review in public
///
/// A review has one answer; a further call replaces it.
#[utoipa::path(
    put, path = "/api/v1/reviews/{id}/reply", operation_id = "putReviewReply",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(
        ("id" = String, Path, pattern = "^([1-9][0-9]{0,15}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$", description = "The review's `id` or `uuid`."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the review as the caller read it."),
    ),
    request_body = ReplyInput,
    responses(
        (status = 200, body = Replied, description = "The answer."),
        (status = 412, description = "The review has changed since the caller read it."),
        (status = 422, description = "The text is invalid."),
    ),
)]
pub(crate) async fn reply(parts: SharedParts, Segment(id): Segment, headers: HeaderMap, request: Request) -> Served {
    let call = parts.calls.json::<ReplyInput>(request, SCOPE_REVIEWS_MODERATE).await?;
    let (id, expected, verdict) = (review_id(&id)?, revisions(&headers), Verdict::Reply(call.input.parse()?));
    let review = parts.moderate.decide(&call.caller, id, &verdict, expected.as_deref(), call.now).await?;
    Ok(json(StatusCode::OK, &Replied::new(&review))?)
}

/// Remove a review's answer
///
/// Repeating the call changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/reviews/{id}/reply", operation_id = "deleteReviewReply",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(
        ("id" = String, Path, pattern = "^([1-9][0-9]{0,15}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$", description = "The review's `id` or `uuid`."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the review as the caller read it."),
    ),
    responses(
        (status = 200, body = Done, description = "The review has no answer."),
        (status = 412, description = "The review has changed since the caller read it."),
    ),
)]
pub(crate) async fn remove_reply(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_MODERATE).await?;
    let (id, expected) = (review_id(&id)?, revisions(&headers));
    parts.moderate.decide(&call.caller, id, &Verdict::RemoveReply, expected.as_deref(), call.now).await?;
    Ok(json(StatusCode::OK, &Done { ok: true })?)
}

/// Remove a review for good
///
/// The review's text is deleted at once. Repeating the call changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/reviews/{id}", operation_id = "deleteReview",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(
        ("id" = String, Path, pattern = "^([1-9][0-9]{0,15}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$", description = "The review's `id` or `uuid`."),
        ("reason" = Option<String>, Query, description = "The reason, with the same values as when a review is withheld."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the review as the caller read it."),
    ),
    responses(
        (status = 200, body = Done, description = "The review is removed."),
        (status = 412, description = "The review has changed since the caller read it."),
        (status = 422, description = "The reason is invalid."),
    ),
)]
pub(crate) async fn remove(
    parts: SharedParts,
    Segment(id): Segment,
    Query(query): Query,
    headers: HeaderMap,
) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_WRITE).await?;
    let reason = query.find("reason").map(reason).transpose().map_err(Error::field("reason"))?;
    parts.moderate.remove(&call.caller, review_id(&id)?, reason, revisions(&headers).as_deref(), call.now).await?;
    Ok(json(StatusCode::OK, &Done { ok: true })?)
}

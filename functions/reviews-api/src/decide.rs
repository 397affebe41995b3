//! `PATCH /api/v1/reviews/{id}/approve` and `/reject`, `PUT` and `DELETE /reply`, `DELETE /{id}`.

use app::error::Error as UseCase;
use app::review::{Moderate, Verdict};
use axum::http::{HeaderMap, StatusCode};
use domain::review::Review;
use domain::values::{ReviewId, SCOPE_REVIEWS_MODERATE, SCOPE_REVIEWS_WRITE};
use edge::body::Query;
use edge::call::Calls;
use edge::deciding::{Changed, Decides, IfMatch, OfReview, revisions};
use edge::error::Error;
use edge::http::Segment;
use edge::native::{Failure, Served};
use edge::respond::json;
use serde::Serialize;

use crate::wire::{Decided, DecisionInput, Done, Replied, ReplyInput, reason, review_id};
use crate::{Parts, SharedParts};

type Deciding<I = ()> = edge::deciding::Deciding<Parts, I>;

impl Decides for Parts {
    type Failure = Failure;

    const SCOPE: &'static str = SCOPE_REVIEWS_MODERATE;

    fn calls(&self) -> &Calls {
        &self.calls
    }

    fn moderate(&self) -> &Moderate {
        &self.moderate
    }

    fn review(segment: &str) -> Result<ReviewId, UseCase> {
        review_id(segment)
    }

    fn expected(headers: &HeaderMap) -> Option<Vec<u32>> {
        revisions(headers)
    }
}

async fn answer<I, B: Serialize>(
    call: Deciding<I>,
    verdict: impl FnOnce(I) -> Result<Verdict, Error>,
    body: impl FnOnce(&Review) -> B,
) -> Served {
    Ok(json(StatusCode::OK, &body(&call.decide(verdict).await?.review))?)
}

/// Publish a review
///
/// Also publishes a waiting edit. Repeating the call changes nothing.
#[utoipa::path(
    patch, path = "/api/v1/reviews/{id}/approve", operation_id = "approveReview",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(OfReview, IfMatch),
    request_body = Option<DecisionInput>,
    responses(
        (status = 200, body = Decided, description = "The review is public."),
        (status = 409, description = "The author works for the shop."),
        Changed,
        (status = 422, description = "A field is invalid."),
    ),
)]
pub(crate) async fn approve(call: Deciding<DecisionInput>) -> Served {
    answer(call, DecisionInput::publishing, Decided::new).await
}

/// Withhold a review
///
/// With `"edit": true`, rejects only the waiting edit. Repeating the call with the same reason changes nothing.
#[utoipa::path(
    patch, path = "/api/v1/reviews/{id}/reject", operation_id = "rejectReview",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(OfReview, IfMatch),
    request_body = Option<DecisionInput>,
    responses(
        (status = 200, body = Decided, description = "The review is withheld, or its edit rejected."),
        (status = 409, description = "With `edit`: the review has no waiting edit."),
        Changed,
        (status = 422, description = "A field is invalid."),
    ),
)]
pub(crate) async fn reject(call: Deciding<DecisionInput>) -> Served {
    answer(call, DecisionInput::rejecting, Decided::new).await
}

/// Answer a review in public
///
/// A review has one answer; a further call replaces it.
#[utoipa::path(
    put, path = "/api/v1/reviews/{id}/reply", operation_id = "putReviewReply",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(OfReview, IfMatch),
    request_body = ReplyInput,
    responses(
        (status = 200, body = Replied, description = "The answer."),
        Changed,
        (status = 422, description = "The text is invalid."),
    ),
)]
pub(crate) async fn reply(call: Deciding<ReplyInput>) -> Served {
    answer(call, ReplyInput::replying, Replied::new).await
}

/// Remove a review's answer
///
/// Repeating the call changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/reviews/{id}/reply", operation_id = "deleteReviewReply",
    security(("key" = [SCOPE_REVIEWS_MODERATE])),
    params(OfReview, IfMatch),
    responses(
        (status = 200, body = Done, description = "The review has no answer."),
        Changed,
    ),
)]
pub(crate) async fn remove_reply(call: Deciding) -> Served {
    answer(call, |()| Ok(Verdict::RemoveReply), |_| Done::new(())).await
}

/// Remove a review for good
///
/// The review's text is deleted at once. Repeating the call changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/reviews/{id}", operation_id = "deleteReview",
    security(("key" = [SCOPE_REVIEWS_WRITE])),
    params(
        OfReview,
        ("reason" = Option<String>, Query, description = "The reason, with the same values as when a review is withheld."),
        IfMatch,
    ),
    responses(
        (status = 200, body = Done, description = "The review is removed."),
        Changed,
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
    Ok(json(StatusCode::OK, &Done::new(()))?)
}

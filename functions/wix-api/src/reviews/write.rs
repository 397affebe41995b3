//! `POST` and `PATCH` of a review.

use axum::extract::Request;
use domain::values::SCOPE_WIX_REVIEWS;
use edge::http::Segment;
use edge::respond::reply;

use super::decide::shown;
use super::review_id;
use crate::error::{Failure, Served};
use crate::parts::SharedParts;
use crate::wire::review::body::{ReviewBody, created};
use crate::wire::review::input::{ReviewInput, Update};

const CREATE: &str = "POST /reviews/v1/reviews";

/// Create a review
///
/// Creates a review that a customer wrote elsewhere. Such a review is never verified, and the settings decide whether
/// it waits for the shop. Afterword downloads the images within seconds, and shows only images that were downloaded.
#[utoipa::path(
    post, path = "/reviews/v1/reviews", operation_id = "createReviewV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    request_body = ReviewInput,
    responses(
        (status = 200, body = ReviewBody, description = "The review."),
        (status = 409, description = "ALREADY_EXISTS: the contact already has a review of this product."),
    ),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<ReviewInput>(request, SCOPE_WIX_REVIEWS).await?;
    let (idempotency, new) = (call.idempotency(CREATE)?, call.input.to_create(&parts.photo_urls)?);
    Ok(reply(parts.imports.create(&call.caller, &new, idempotency.as_ref(), call.now, created).await?))
}

/// Change a review
///
/// Changes a review that a call created; other reviews belong to their customers. Omitted fields keep their value;
/// `null` clears a field. `media` replaces all images: to keep an image, send its `url`. If the change of a published
/// review has to wait for a decision, the published version stays public.
#[utoipa::path(
    patch, path = "/reviews/v1/reviews/{id}", operation_id = "updateReviewV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    params(("id" = String, Path, format = "uuid", description = "The review's GUID.")),
    request_body = ReviewInput,
    responses(
        (status = 200, body = ReviewBody, description = "The review after the change."),
        (status = 409, description = "ABORTED: the review has another revision."),
        (status = 428, description = "REVIEW_BELONGS_TO_AUTHOR: a customer wrote the review."),
    ),
)]
pub(crate) async fn update(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<ReviewInput>(request, SCOPE_WIX_REVIEWS).await?;
    let (id, Update { change, revision }) = (review_id(&id)?, call.input.to_update(&parts.photo_urls)?);
    let updated = parts.imports.update(&call.caller, id, &change, revision, call.now).await;
    shown(&parts, &call.caller, updated.map_err(Failure::of_review)?, call.now).await
}

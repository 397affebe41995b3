//! `POST /api/v1/review-requests/send`.

use std::sync::Arc;

use app::SCOPE_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use edge::native::{Failure, answer};
use edge::{bearer, idempotency, json_object};

use crate::Parts;
use crate::openapi::ReviewRequestInput;
use crate::wire::{CreatedBody, created, new_review_request};

const ROUTE: &str = "POST /api/v1/review-requests/send";

/// Ask a customer for reviews
#[utoipa::path(
    post, path = "/api/v1/review-requests/send", operation_id = "createReviewRequest",
    security(("key" = [SCOPE_WRITE])),
    request_body = ReviewRequestInput,
    responses(
        (status = 201, body = CreatedBody, description = "The request and its link."),
        (status = 409, description = "An earlier request for the same email and order is still active."),
    ),
)]
pub(crate) async fn handle(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_WRITE, now).await?;
    let (object, bytes) = json_object(&head.headers, body).await?;
    let idempotency = idempotency(&head.headers, &caller, ROUTE, &bytes)?;
    let new = new_review_request(&object, now)?;
    let made = parts.create.create(&caller, new, idempotency.as_ref(), now, created).await?;
    Ok(answer(made))
}

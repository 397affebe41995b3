//! `POST /api/v1/review-requests/send`.

use axum::extract::Request;
use domain::values::SCOPE_WRITE;
use edge::native::Served;
use edge::respond::reply;

use crate::SharedParts;
use crate::wire::{CreatedBody, ReviewRequestInput, created};

const ROUTE: &str = "POST /api/v1/review-requests/send";

/// Ask a customer for reviews
///
/// Emails the link to the customer after the delay, unless the shop shares the link itself.
#[utoipa::path(
    post, path = "/api/v1/review-requests/send", operation_id = "createReviewRequest",
    security(("key" = [SCOPE_WRITE])),
    request_body = ReviewRequestInput,
    responses(
        (status = 201, body = CreatedBody, description = "The request and its link."),
        (status = 409, description = "An earlier request for the same email and order is still active."),
    ),
)]
pub(crate) async fn handle(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<ReviewRequestInput>(request, SCOPE_WRITE).await?;
    let idempotency = call.idempotency(ROUTE)?;
    let new = call.input.parse(call.now)?;
    Ok(reply(parts.create.create(&call.caller, new, idempotency.as_ref(), call.now, created).await?))
}

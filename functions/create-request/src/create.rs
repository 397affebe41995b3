//! `POST /api/v1/review-requests/send` and `POST /api/v1/review-requests/{id}/send`.

use axum::extract::Request;
use domain::values::SCOPE_WRITE;
use edge::http::Segment;
use edge::native::{Served, request_id};
use edge::respond::reply;

use crate::SharedParts;
use crate::wire::{CreatedBody, Nothing, ReviewRequestInput, SendingBody, created, sending};

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

/// Send a request now
///
/// Ignores the delay and the send window. Also sends the email of a request that was created without one
/// (`skip_email`).
#[utoipa::path(
    post, path = "/api/v1/review-requests/{id}/send", operation_id = "sendReviewRequest",
    security(("key" = [SCOPE_WRITE])),
    params(("id" = u64, Path, minimum = 1, maximum = 9007199254740991u64, description = "The request's id.")),
    request_body(content = Option<Nothing>, content_type = "application/json", description = "Optional; the fields are ignored."),
    responses(
        (status = 200, body = SendingBody, description = "The email leaves at once."),
        (status = 409, description = "The request was already sent or reviewed, or is cancelled or expired."),
    ),
)]
pub(crate) async fn send_now(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.optional_json::<Nothing>(request, SCOPE_WRITE).await?;
    let id = request_id(&id)?;
    let idempotency = call.idempotency(&format!("POST /api/v1/review-requests/{id}/send"))?;
    Ok(reply(parts.send_now.send_now(&call.caller, id, idempotency.as_ref(), call.now, sending).await?))
}

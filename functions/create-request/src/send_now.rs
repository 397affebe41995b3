//! `POST /api/v1/review-requests/{id}/send`.

use axum::extract::Request;
use domain::values::SCOPE_WRITE;
use edge::http::Segment;
use edge::native::{Served, request_id};
use edge::respond::reply;

use crate::SharedParts;
use crate::wire::{Nothing, SendingBody, sending};

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
pub(crate) async fn handle(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.optional_json::<Nothing>(request, SCOPE_WRITE).await?;
    let id = request_id(&id)?;
    let idempotency = call.idempotency(&format!("POST /api/v1/review-requests/{id}/send"))?;
    Ok(reply(parts.send_now.send_now(&call.caller, id, idempotency.as_ref(), call.now, sending).await?))
}

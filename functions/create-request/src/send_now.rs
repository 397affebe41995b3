//! `POST /api/v1/review-requests/{id}/send`.

use std::sync::Arc;

use app::SCOPE_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use edge::native::{Failure, answer, request_id};
use edge::{Segment, bearer, idempotency, optional_json_object};

use crate::Parts;
use crate::openapi::Nothing;
use crate::wire::{SendingBody, sending};

/// Send a request now
///
/// Whatever its delay; a manual request becomes a mailed one.
#[utoipa::path(
    post, path = "/api/v1/review-requests/{id}/send", operation_id = "sendReviewRequest",
    security(("key" = [SCOPE_WRITE])),
    params(("id" = u64, Path, description = "The request's id.")),
    request_body(content = Option<Nothing>, content_type = "application/json", description = "May be left out."),
    responses(
        (status = 200, body = SendingBody, description = "The mail leaves at once."),
        (status = 404),
        (status = 409, description = "The request can't be sent: it was sent, reviewed, cancelled, or it expired."),
    ),
)]
pub(crate) async fn handle(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    request: Request,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_WRITE, now).await?;
    let (_, bytes) = optional_json_object(&head.headers, body).await?;
    let id = request_id(&id)?;
    let route = format!("POST /api/v1/review-requests/{id}/send");
    let idempotency = idempotency(&head.headers, &caller, &route, &bytes)?;
    let sent = parts.send_now.send_now(&caller, id, idempotency.as_ref(), now, sending).await?;
    Ok(answer(sent))
}

//! `POST /beacon/asks`.

use axum::extract::Request;
use domain::values::SCOPE_WRITE;
use edge::respond::reply;

use crate::SharedParts;
use crate::error::Served;
use crate::wire::ask::{self, AskBody, AskInput};

const CREATE: &str = "POST /beacon/asks";

/// Ask a customer for a review
///
/// If an earlier ask of this customer is still active, the answer shows that ask, and nothing is sent.
#[utoipa::path(
    post, path = "/beacon/asks", operation_id = "createAsk",
    security(("key" = [SCOPE_WRITE])),
    request_body = AskInput,
    responses(
        (status = 200, body = AskBody, description = "The new ask, or the earlier ask that is still active."),
        (status = 404, description = "The customer is unknown."),
        (status = 409, description = "An earlier ask of this customer is being changed. Try again."),
    ),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<AskInput>(request, SCOPE_WRITE).await?;
    let (idempotency, now) = (call.idempotency(CREATE)?, call.now);
    let country = parts.country(&call.caller, call.input.needs_country()).await?;
    let new = call.input.parse(country, now)?;
    let render = |request: &_, customer: &_| ask::created(request, customer, now);
    Ok(reply(parts.asks.ask(&call.caller, new, idempotency.as_ref(), now, render).await?))
}

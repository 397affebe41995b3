//! `POST /beacon/asks`.

use std::sync::Arc;

use app::SCOPE_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use edge::native::answer;

use crate::error::Failure;
use crate::openapi::AskInput;
use crate::wire::{self, AskBody};
use crate::{Call, Parts};

const ROUTE: &str = "POST /beacon/asks";

/// Ask a customer for a review
///
/// While an earlier ask of the customer is open, it is the answer, and nothing is sent.
#[utoipa::path(
    post, path = "/beacon/asks", operation_id = "createAsk",
    security(("key" = [SCOPE_WRITE])),
    request_body = AskInput,
    responses(
        (status = 200, body = AskBody, description = "The ask, new or open."),
        (status = 404, description = "No such customer."),
        (status = 409, description = "An earlier ask is changing at this moment."),
    ),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let Call { caller, object, idempotency, now } = parts.told(request, SCOPE_WRITE, ROUTE).await?;
    let new = wire::ask(&object, now)?;
    let render = |request: &_, customer: &_| wire::asked(request, customer, now);
    Ok(answer(parts.asks.ask(&caller, new, idempotency.as_ref(), now, render).await?))
}

//! `POST /beacon/charges`.

use std::sync::Arc;

use app::SCOPE_CUSTOMERS_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use edge::native::answer;

use crate::error::Failure;
use crate::openapi::ChargeInput;
use crate::wire::{self, ChargeBody};
use crate::{Call, Parts};

const ROUTE: &str = "POST /beacon/charges";

/// Note what a customer paid
///
/// A location becomes the one that asks the customer.
#[utoipa::path(
    post, path = "/beacon/charges", operation_id = "createCharge",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = ChargeInput,
    responses(
        (status = 200, body = ChargeBody, description = "The charge."),
        (status = 404, description = "No such customer or location."),
    ),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let Call { caller, object, idempotency, now } = parts.told(request, SCOPE_CUSTOMERS_WRITE, ROUTE).await?;
    let charge = wire::charge(&object)?;
    let charged = parts.customers.charge(&caller, charge, idempotency.as_ref(), now, wire::charged).await?;
    Ok(answer(charged))
}

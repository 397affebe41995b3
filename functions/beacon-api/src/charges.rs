//! `POST /beacon/charges`.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use domain::values::SCOPE_CUSTOMERS_WRITE;
use edge::respond::reply;

use crate::error::Failure;
use crate::parts::Parts;
use crate::wire::charge::{self, ChargeBody, ChargeInput};

const CREATE: &str = "POST /beacon/charges";

/// Record a customer's payment
///
/// If the charge names a location, later messages to the customer name that location as the sender.
#[utoipa::path(
    post, path = "/beacon/charges", operation_id = "createCharge",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = ChargeInput,
    responses(
        (status = 200, body = ChargeBody, description = "The charge."),
        (status = 404, description = "The customer or the location is unknown."),
    ),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let call = parts.calls.json::<ChargeInput>(request, SCOPE_CUSTOMERS_WRITE).await?;
    let idempotency = call.idempotency(CREATE)?;
    let country = parts.country(&call.caller, call.input.needs_country()).await?;
    let new = call.input.parse(country)?;
    Ok(reply(parts.customers.charge(&call.caller, new, idempotency.as_ref(), call.now, charge::created).await?))
}

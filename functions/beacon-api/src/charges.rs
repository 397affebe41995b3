//! `POST /beacon/charges`.

use axum::extract::Request;
use domain::values::SCOPE_CUSTOMERS_WRITE;
use edge::respond::reply;

use crate::error::Served;
use crate::parts::SharedParts;
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
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<ChargeInput>(request, SCOPE_CUSTOMERS_WRITE).await?;
    let idempotency = call.idempotency(CREATE)?;
    let country = parts.country(&call.caller, call.input.needs_country()).await?;
    let new = call.input.parse(country)?;
    Ok(reply(parts.customers.charge(&call.caller, new, idempotency.as_ref(), call.now, charge::created).await?))
}

//! `POST /beacon/locations` and `PUT /beacon/locations/{id}`.

use axum::extract::Request;
use domain::values::SCOPE_CUSTOMERS_WRITE;
use edge::http::Segment;
use edge::respond::reply;

use crate::SharedParts;
use crate::error::Served;
use crate::wire::location::{self, LocationBody, LocationChangesInput, LocationInput};
use crate::wire::parse_id;

const CREATE: &str = "POST /beacon/locations";

/// Create a location
///
/// Without a slug, Afterword makes one from the name.
#[utoipa::path(
    post, path = "/beacon/locations", operation_id = "createLocation",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = LocationInput,
    responses((status = 200, body = LocationBody, description = "The location.")),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<LocationInput>(request, SCOPE_CUSTOMERS_WRITE).await?;
    let idempotency = call.idempotency(CREATE)?;
    let (name, rest) = call.input.parse()?;
    let saved = parts.locations.create(&call.caller, name, rest, idempotency.as_ref(), call.now, location::saved);
    Ok(reply(saved.await?))
}

/// Update a location
///
/// Omitted fields keep their value; `null` clears a field. A cleared slug is made from the name again.
#[utoipa::path(
    put, path = "/beacon/locations/{id}", operation_id = "updateLocation",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    params(("id" = String, Path, format = "uuid", description = "The location's id.")),
    request_body = LocationChangesInput,
    responses((status = 200, body = LocationBody, description = "The location after the update."), (status = 404)),
)]
pub(crate) async fn update(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<LocationChangesInput>(request, SCOPE_CUSTOMERS_WRITE).await?;
    let (name, changes) = call.input.parse()?;
    let saved = parts.locations.update(&call.caller, parse_id(&id)?, name, changes, call.now).await?;
    Ok(reply(location::saved(&saved)?))
}

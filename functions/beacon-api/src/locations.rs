//! `POST /beacon/locations` and `PUT /beacon/locations/{id}`.

use std::sync::Arc;

use app::SCOPE_CUSTOMERS_WRITE;
use axum::extract::{Request, State};
use axum::response::Response;
use edge::native::answer;
use edge::{Segment, bearer, json_object};

use crate::error::Failure;
use crate::openapi::{LocationChangesInput, LocationInput};
use crate::wire::{self, LocationBody};
use crate::{Call, Parts};

const ROUTE: &str = "POST /beacon/locations";

/// Make a location
#[utoipa::path(
    post, path = "/beacon/locations", operation_id = "createLocation",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    request_body = LocationInput,
    responses((status = 200, body = LocationBody, description = "The location.")),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let Call { caller, object, idempotency, now } = parts.told(request, SCOPE_CUSTOMERS_WRITE, ROUTE).await?;
    let (name, changes) = wire::new_location(&object)?;
    let made = parts.locations.create(&caller, name, changes, idempotency.as_ref(), now, wire::location).await?;
    Ok(answer(made))
}

/// Change a location
///
/// A field that is left out stays as it is; null clears it. A slug of null is made anew from the name.
#[utoipa::path(
    put, path = "/beacon/locations/{id}", operation_id = "updateLocation",
    security(("key" = [SCOPE_CUSTOMERS_WRITE])),
    params(("id" = String, Path, description = "The location's id.")),
    request_body = LocationChangesInput,
    responses((status = 200, body = LocationBody, description = "The location as it is kept."), (status = 404)),
)]
pub(crate) async fn update(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    request: Request,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_CUSTOMERS_WRITE, now).await?;
    let (object, _) = json_object(&head.headers, body).await?;
    let (name, changes) = wire::location_changes(&object)?;
    let saved = parts.locations.update(&caller, wire::location_id(&id)?, name, changes, now).await?;
    Ok(answer(wire::location(&saved)))
}

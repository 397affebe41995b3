//! `PUT` and `GET /api/v1/orders/{id}`.
//!
//! A PUT answers 200 whether the order was known or not: told again, it is answered the same.

use std::sync::Arc;

use app::{SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use edge::native::{Failure, json};
use edge::{Segment, bearer, json_object};

use crate::Parts;
use crate::openapi::OrderInput;
use crate::wire::{OrderBody, known_order, order};

/// Tell of an order, whole
///
/// Known or not: what is told last counts.
#[utoipa::path(
    put, path = "/api/v1/orders/{id}", operation_id = "putOrder",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, description = "The order's reference, percent-encoded.")),
    request_body = OrderInput,
    responses((status = 200, body = OrderBody, description = "The order as it is kept.")),
)]
pub(crate) async fn put(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    request: Request,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_CATALOG_WRITE, now).await?;
    let (object, _) = json_object(&head.headers, body).await?;
    let order = order(&id, &object)?;
    parts.catalog.put_order(&caller, &order, now).await?;
    json(StatusCode::OK, &OrderBody::new(&order))
}

/// One order
#[utoipa::path(
    get, path = "/api/v1/orders/{id}", operation_id = "getOrder",
    security(("key" = [SCOPE_CATALOG_READ])),
    params(("id" = String, Path, description = "The order's reference, percent-encoded.")),
    responses((status = 200, body = OrderBody, description = "The order."), (status = 404)),
)]
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_CATALOG_READ, now).await?;
    let order = parts.catalog.order(&caller, &known_order(&id)?).await?;
    json(StatusCode::OK, &OrderBody::new(&order))
}

//! `PUT` and `GET /api/v1/orders/{id}`.
//!
//! A PUT answers 200 whether it created or replaced the order, so that a repeated PUT gets the same answer.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE};
use edge::http::Segment;
use edge::native::Served;
use edge::respond::json;

use crate::SharedParts;
use crate::wire::{OrderBody, OrderInput, known_order};

/// Create or replace an order
///
/// Send the whole order again whenever something about it changes. The buyer becomes a customer.
#[utoipa::path(
    put, path = "/api/v1/orders/{id}", operation_id = "putOrder",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded.")),
    request_body = OrderInput,
    responses((status = 200, body = OrderBody, description = "The order as stored.")),
)]
pub(crate) async fn put(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<OrderInput>(request, SCOPE_CATALOG_WRITE).await?;
    let order = call.input.parse(&id)?;
    parts.catalog.put_order(&call.caller, &order, call.now).await?;
    Ok(json(StatusCode::OK, &OrderBody::new(&order))?)
}

/// Get an order
///
/// The order as the last PUT stored it.
#[utoipa::path(
    get, path = "/api/v1/orders/{id}", operation_id = "getOrder",
    security(("key" = [SCOPE_CATALOG_READ])),
    params(("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded.")),
    responses((status = 200, body = OrderBody, description = "The order.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CATALOG_READ).await?;
    let order = parts.catalog.order(&call.caller, &known_order(&id)?).await?;
    Ok(json(StatusCode::OK, &OrderBody::new(&order))?)
}

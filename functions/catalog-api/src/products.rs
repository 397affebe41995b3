//! `PUT` and `GET /api/v1/products/{id}`.
//!
//! A PUT answers 200 whether the product was known or not: told again, it is answered the same.

use std::sync::Arc;

use app::{SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use edge::native::{Failure, json};
use edge::{Segment, bearer, json_object};

use crate::Parts;
use crate::openapi::ProductInput;
use crate::wire::{ProductBody, known_product, product};

/// Tell of a product, whole
///
/// Known or not: what is told last counts.
#[utoipa::path(
    put, path = "/api/v1/products/{id}", operation_id = "putProduct",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, description = "The product's id, percent-encoded.")),
    request_body = ProductInput,
    responses((status = 200, body = ProductBody, description = "The product as it is kept.")),
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
    let product = product(&id, &object)?;
    parts.catalog.put_product(&caller, &product).await?;
    json(StatusCode::OK, &ProductBody::new(&product))
}

/// One product
#[utoipa::path(
    get, path = "/api/v1/products/{id}", operation_id = "getProduct",
    security(("key" = [SCOPE_CATALOG_READ])),
    params(("id" = String, Path, description = "The product's id, percent-encoded.")),
    responses((status = 200, body = ProductBody, description = "The product."), (status = 404)),
)]
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_CATALOG_READ, now).await?;
    let product = parts.catalog.product(&caller, &known_product(&id)?).await?;
    json(StatusCode::OK, &ProductBody::new(&product))
}

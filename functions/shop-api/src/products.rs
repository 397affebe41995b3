//! `GET /api/v1/products`, and `PUT` and `GET /api/v1/products/{id}`.
//!
//! A PUT answers 200 whether it created or replaced the product, so that a repeated PUT gets the same answer.

use axum::extract::{RawQuery, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE};
use edge::http::Segment;
use edge::native::Served;
use edge::respond::json;

use crate::SharedParts;
use crate::wire::{ProductBody, ProductInput, ProductsBody, known_product, products_page};

/// List products
///
/// Lists the products that the shop described or that an order named, sorted by id.
#[utoipa::path(
    get, path = "/api/v1/products", operation_id = "listProducts",
    security(("key" = [SCOPE_CATALOG_READ])),
    params(
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100, description = "The maximum number of products on the page; 50 if omitted."),
        ("cursor" = Option<String>, Query, pattern = "^[A-Za-z0-9_.:-]{1,97}$", description = "The `next_cursor` of the previous page."),
    ),
    responses(
        (status = 200, body = ProductsBody, description = "A page of products."),
        (status = 422, description = "A parameter is invalid."),
    ),
)]
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CATALOG_READ).await?;
    let (limit, after) = products_page(query.as_deref().unwrap_or_default())?;
    let page = parts.catalog.products(&call.caller, after.as_ref(), limit).await?;
    Ok(json(StatusCode::OK, &ProductsBody::new(&page))?)
}

/// Create or replace a product
///
/// Messages and the customer's page show the product's title and picture.
#[utoipa::path(
    put, path = "/api/v1/products/{id}", operation_id = "putProduct",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, pattern = "^[A-Za-z0-9_.:-]{1,97}$", description = "The product's id, percent-encoded.")),
    request_body = ProductInput,
    responses((status = 200, body = ProductBody, description = "The product as stored.")),
)]
pub(crate) async fn put(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<ProductInput>(request, SCOPE_CATALOG_WRITE).await?;
    let (product, ask) = call.input.parse(&id)?;
    let stored = parts.catalog.put_product(&call.caller, &product, ask).await?;
    Ok(json(StatusCode::OK, &ProductBody::new(&stored))?)
}

/// Get a product
///
/// The product as the last PUT stored it.
#[utoipa::path(
    get, path = "/api/v1/products/{id}", operation_id = "getProduct",
    security(("key" = [SCOPE_CATALOG_READ])),
    params(("id" = String, Path, pattern = "^[A-Za-z0-9_.:-]{1,97}$", description = "The product's id, percent-encoded.")),
    responses((status = 200, body = ProductBody, description = "The product.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CATALOG_READ).await?;
    let product = parts.catalog.product(&call.caller, &known_product(&id)?).await?;
    Ok(json(StatusCode::OK, &ProductBody::new(&product))?)
}

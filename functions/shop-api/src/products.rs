//! `GET` and `POST /api/v1/products`, and `PUT`, `GET` and `DELETE /api/v1/products/{id}`.
//!
//! A PUT answers 200 whether it created or replaced the product, so that a repeated PUT gets the same answer.

use ::integrations::Arrival;
use app::error::Error as UseCase;
use app::order::{after_naming, name_main};
use axum::extract::{RawQuery, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::order::{Chosen, Naming, ProductId, Published, SystemProduct};
use domain::values::{SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE};
use edge::error::Error;
use edge::http::Segment;
use edge::native::Served;
use edge::respond::json;

use crate::use_cases::Outcome;
use crate::wire::{
    ProductBody, ProductInput, ProductsBody, ProductsInput, RowBody, RowsBody, SaidProduct, known_product,
    products_page,
};
use crate::{Parts, SharedParts, Writer};

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

/// Create or change up to 100 products
///
/// Each row is a product like that of a PUT, with its `id`. A row that cannot be stored is refused alone. Barcodes, numbers, addresses
/// and labels that are wrong are dropped.
#[utoipa::path(
    post, path = "/api/v1/products", operation_id = "postProducts",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    request_body = ProductsInput,
    responses(
        (status = 200, body = RowsBody, description = "What became of each product."),
        (status = 409, description = "The key of a connection was used from another shop (`other_shop`)."),
        (status = 413, description = "The body is larger than 1 MiB."),
    ),
)]
pub(crate) async fn post(parts: SharedParts, request: Request) -> Served {
    let (writer, input) = parts.writes_rows::<ProductsInput>(request).await?;
    let mut results = Vec::new();
    for row in input.parse()? {
        let id = row.as_ref().map(ProductInput::row_id).unwrap_or_default();
        let done = match row.and_then(|row| row.parse(&id, writer.now, true)) {
            Ok(said) => parts.take_product(&writer, said).await,
            Err(error) => Err(error),
        };
        results.push(RowBody::of_row(id, done)?);
    }
    Ok(json(StatusCode::OK, &RowsBody::new(results))?)
}

/// Create or change a product
///
/// What the call omits stays as it is. Messages and the customer's page show the product's title and picture.
#[utoipa::path(
    put, path = "/api/v1/products/{id}", operation_id = "putProduct",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, pattern = "^[A-Za-z0-9_.:-]{1,97}$", description = "The product's id, percent-encoded.")),
    request_body = ProductInput,
    responses(
        (status = 200, body = ProductBody, description = "The product as stored; a connection's key gets a `RowResult` instead."),
        (status = 409, description = "A connected system reports this product (`of_connection`); only `ask` and `of` can be changed."),
        (status = 422, description = "A field is invalid; `of` names the product itself or one that belongs to it (`of_itself`), or there are too many (`group_full`)."),
    ),
)]
pub(crate) async fn put(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let (writer, input) = parts.writes::<ProductInput>(request).await?;
    let said = input.parse(&id, writer.now, false)?;
    let product = said.id.clone();
    let outcome = parts.take_product(&writer, said).await?;
    parts.stored_product(&writer, &product, outcome).await
}

/// Delete a product
///
/// The product keeps its title and its reviews, without a link.
#[utoipa::path(
    delete, path = "/api/v1/products/{id}", operation_id = "deleteProduct",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, pattern = "^[A-Za-z0-9_.:-]{1,97}$", description = "The product's id, percent-encoded.")),
    responses(
        (status = 200, body = ProductBody, description = "The product as stored, which is `no_longer` published."),
        (status = 404),
        (status = 409, description = "A connected system reports this product (`of_connection`)."),
    ),
)]
pub(crate) async fn delete(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let writer = parts.writer(&headers).await?;
    let (id, Writer { caller, now, connection }) = (known_product(&id)?, &writer);
    let outcome = match *connection {
        Some(system) => {
            let gone = Arrival::ProductDeleted(id.clone(), *now);
            parts.connected.product((caller, system), None, gone, *now).await?
        }
        None => {
            let known = parts.catalog.product(caller, &id).await?;
            let gone = SystemProduct { published: Published::NoLonger, ..known.described() };
            parts.catalog.put_product(caller, &gone, *now, Some(&known), None, *now).await?
        }
    };
    parts.stored_product(&writer, &id, outcome).await
}

impl Parts {
    async fn take_product(&self, writer: &Writer, said: SaidProduct) -> Result<Outcome, Error> {
        let Writer { caller, now, connection } = writer;
        let (id, as_of, ask) = (said.id.clone(), said.as_of, said.ask);
        let naming = said.of.clone().map(|of| match connection {
            Some(_) => Naming::System(of),
            None => Naming::Merchant(of.map(Chosen::Of)),
        });
        // An error means that nothing was stored.
        if let Some(naming @ (Naming::System(Some(_)) | Naming::Merchant(Some(_)))) = &naming {
            after_naming(&self.catalog.store, &caller.tenant, &id, naming).await?;
        }
        let known = self.catalog.known_product(caller, &id).await?;
        let outcome = match *connection {
            None => {
                let product = said.onto(known.as_ref())?;
                self.catalog.put_product(caller, &product, as_of, known.as_ref(), ask, *now).await?
            }
            Some(system) => {
                let arrival = match said.is_gone {
                    true => Arrival::ProductDeleted(said.id, as_of),
                    false => Arrival::Product(Box::new(said.onto(known.as_ref())?), as_of),
                };
                self.connected.product((caller, system), known.as_ref(), arrival, *now).await?
            }
        };
        if let (Outcome::Stored, Some(naming)) = (outcome, naming) {
            name_main(&self.catalog.store, &caller.tenant, &id, &naming, None).await?;
        }
        Ok(outcome)
    }

    /// The product as it is stored or, for a connection, which reads no products, what became of it.
    async fn stored_product(&self, writer: &Writer, id: &ProductId, outcome: Outcome) -> Served {
        if writer.connection.is_some() {
            return Ok(json(StatusCode::OK, &RowBody::of_row(id.as_str().to_owned(), Ok(outcome))?)?);
        }
        let (stored, place) = self.catalog.store.product_and_place(&writer.caller.tenant, id).await?;
        Ok(json(StatusCode::OK, &ProductBody::new((&stored.ok_or(UseCase::NotFound)?, &place)))?)
    }
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
    let (product, place) = parts.catalog.product_and_place(&call.caller, &known_product(&id)?).await?;
    Ok(json(StatusCode::OK, &ProductBody::new((&product, &place)))?)
}

//! `POST /api/v1/orders`, and `PUT`, `GET` and `DELETE /api/v1/orders/{id}`.
//!
//! A PUT answers 200 whether it created or replaced the order, so that a repeated PUT gets the same answer.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::order::Order;
use domain::values::{Invalid, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE};
use edge::error::Error;
use edge::http::Segment;
use edge::native::{Failure, Served};
use edge::respond::json;

use crate::use_cases::Outcome;
use crate::wire::{OrderBody, OrderInput, OrdersInput, RowBody, RowsBody, SYSTEM_ID_RULE, SaidOrder, known_order};
use crate::{Parts, SharedParts, Writer};

/// The most bytes of an order's JSON. Its item in the table also has the key and the buyer, and at most 400 KB
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>).
const ORDER_BYTES_MAX: usize = 400_000;
const TOO_LONG: Invalid = Invalid("The `lines` are too long to be stored; leave out addresses of pictures or pages.");

impl Parts {
    /// Stores an order. Returns it as it is stored, but for a connection, which reads no orders.
    async fn take_order(&self, writer: &Writer, said: SaidOrder) -> Result<(Option<Order>, Outcome), Error> {
        let Writer { caller, now, connection } = writer;
        if let Some(system) = *connection {
            let number = said.id.clone();
            let id = said.system_id.clone().ok_or(SYSTEM_ID_RULE).map_err(Error::field("system_id"))?;
            let state = said.state(*now);
            return Ok((None, self.connected.order((caller, system), &number, id, state, *now).await?));
        }
        let Some((order, _)) = said.order else {
            let (order, outcome) = self.catalog.delete_order(caller, &said.id, said.as_of, *now).await?;
            return Ok((Some(order), outcome));
        };
        if serde_json::to_vec(&order).is_ok_and(|json| json.len() > ORDER_BYTES_MAX) {
            return Err(Error::field("lines")(TOO_LONG));
        }
        Ok(match self.catalog.put_order(caller, &order, *now).await? {
            Some(kept) => (Some(kept), Outcome::Kept),
            None => (Some(order), Outcome::Stored),
        })
    }
}

/// The order, or, for a connection, what became of it.
fn answer((order, outcome): (Option<Order>, Outcome), id: String) -> Result<Response, Failure> {
    Ok(match order {
        Some(order) => json(StatusCode::OK, &OrderBody::new(&order))?,
        None => json(StatusCode::ACCEPTED, &RowBody::of_row(id, Ok(outcome))?)?,
    })
}

/// Create, replace or delete up to 100 orders
///
/// Each row is an order like that of a PUT, with its `id`. A row that cannot be stored is refused alone. Barcodes, article numbers,
/// addresses and names that are wrong count as unknown.
#[utoipa::path(
    post, path = "/api/v1/orders", operation_id = "postOrders",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    request_body = OrdersInput,
    responses(
        (status = 200, body = RowsBody, description = "What became of each order."),
        (status = 409, description = "The key of a connection was used from another shop (`other_shop`)."),
        (status = 413, description = "The body is larger than 1 MiB."),
    ),
)]
pub(crate) async fn post(parts: SharedParts, request: Request) -> Served {
    let (writer, input) = parts.writes_rows::<OrdersInput>(request).await?;
    let mut results = Vec::new();
    for row in input.parse()? {
        let id = row.as_ref().map(OrderInput::row_id).unwrap_or_default();
        let done = match row.and_then(|row| row.parse(&id, writer.now, true)) {
            Ok(said) => parts.take_order(&writer, said).await.map(|(_, outcome)| outcome),
            Err(error) => Err(error),
        };
        results.push(RowBody::of_row(id, done)?);
    }
    Ok(json(StatusCode::OK, &RowsBody::new(results))?)
}

/// Create or replace an order
///
/// Send the whole order again whenever something about it changes. The buyer becomes a customer. With the key of a connection, the
/// rules of the connection decide first.
#[utoipa::path(
    put, path = "/api/v1/orders/{id}", operation_id = "putOrder",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded.")),
    request_body = OrderInput,
    responses(
        (status = 200, body = OrderBody, description = "The order as stored."),
        (status = 202, body = RowBody, description = "The order was taken, with the key of a connection."),
        (status = 404, description = "The call deletes an order that is unknown."),
        (status = 409, description = "A connected system reports this order (`of_connection`)."),
    ),
)]
pub(crate) async fn put(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let (writer, input) = parts.writes::<OrderInput>(request).await?;
    let said = input.parse(&id, writer.now, false)?;
    answer(parts.take_order(&writer, said).await?, id)
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

/// Delete an order
///
/// Messages about the order are not sent any more. Its reviews stay bought, if they were. With the key of a connection, the id must
/// also be that in the system; otherwise, POST a row with the status `deleted`.
#[utoipa::path(
    delete, path = "/api/v1/orders/{id}", operation_id = "deleteOrder",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded.")),
    responses(
        (status = 200, body = OrderBody, description = "The order as stored, with the status `deleted`."),
        (status = 202, body = RowBody, description = "The deletion was taken, with the key of a connection."),
        (status = 404),
        (status = 409, description = "A connected system reports this order (`of_connection`)."),
    ),
)]
pub(crate) async fn delete(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let writer = parts.writer(&headers).await?;
    let said = SaidOrder::deleted(known_order(&id)?, writer.now);
    answer(parts.take_order(&writer, said).await?, id)
}

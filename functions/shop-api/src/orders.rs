//! `POST /api/v1/orders`, and `PUT`, `GET` and `DELETE /api/v1/orders/{id}`.
//!
//! A PUT answers 200 whether it created or replaced the order, so that a repeated PUT gets the same answer.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::order::{Buyer, Order};
use domain::values::{EmailAddress, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, ShopSystem};
use edge::error::Error;
use edge::http::Segment;
use edge::native::{Failure, Served};
use edge::respond::json;
use integrations::OrderPlan;

use crate::use_cases::Outcome;
use crate::wire::{OrderBody, OrderInput, OrdersInput, RowBody, RowsBody, SaidOrder, deleted, known_order, place};
use crate::{Parts, SharedParts, Writer};

/// An order as it is stored, but for a connection, which reads no orders; and what became of a call about it.
type Taken = (Option<(Order, Option<OrderPlan>)>, Outcome);

impl Writer {
    /// Who wrote an order in this call.
    fn system(&self) -> ShopSystem {
        self.connection.unwrap_or(ShopSystem::Own)
    }
}

impl Parts {
    async fn take_order(&self, Writer { caller, now, connection }: &Writer, said: SaidOrder) -> Result<Taken, Error> {
        let SaidOrder { mut order, is_dated } = said;
        if connection.is_some() {
            // Nothing is stored about a buyer whom nobody can reach, because no erasure could find it.
            let is_reached = |buyer: &Buyer| EmailAddress::of_customer(buyer.email.as_typed()).is_ok();
            order.buyer = order.buyer.filter(is_reached);
            order.language = order.language.filter(|_| order.buyer.is_some());
            return Ok((None, self.connected.order(caller, order, *now).await?));
        }
        // Who writes a buyer again may have it again.
        order.is_anonymised = false;
        let (order, ask, outcome) = self.connected.own_order(caller, order, is_dated, *now).await?;
        Ok((Some((order, ask)), outcome))
    }
}

fn answer((stored, outcome): Taken, id: String) -> Result<Response, Failure> {
    Ok(match stored {
        Some((order, ask)) => json(StatusCode::OK, &OrderBody::new((&order, ask.as_ref())))?,
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
        let done = match row.and_then(|row| row.parse(&id, writer.system(), writer.now, true)) {
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
    let said = input.parse(&id, writer.system(), writer.now, false)?;
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
    let ask = match order.place.system {
        ShopSystem::Own => parts.connected.asks(&call.caller, &order, call.now).await?,
        _ => None,
    };
    Ok(json(StatusCode::OK, &OrderBody::new((&order, ask.as_ref())))?)
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
    let number = known_order(&id)?;
    let place = place(writer.system(), &number, None);
    let said = SaidOrder { order: deleted(number, place, writer.now), is_dated: false };
    answer(parts.take_order(&writer, said).await?, id)
}

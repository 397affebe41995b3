//! `POST /api/v1/orders`, `PUT`, `GET` and `DELETE /api/v1/orders/{id}`, and `POST` and `DELETE /api/v1/asks/{id}`.
//!
//! A PUT answers 200 whether it created or replaced the order, so that a repeated PUT gets the same answer.

use app::request::why::Speech;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::order::{Buyer, Order};
use domain::values::{EmailAddress, Language, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, ShopSystem};
use edge::body::{Fields, Query};
use edge::error::Error;
use edge::http::Segment;
use edge::native::{Failure, Served};
use edge::respond::json;
use integrations::{OrderAsk, OrderPlan};
use store::order::OrderRecord;
use utoipa::IntoParams;

use crate::use_cases::Outcome;
use crate::wire::{
    OrderAnswer, OrderAskedBody, OrderBody, OrderInput, OrdersInput, RowBody, RowsBody, SaidOrder, deleted,
    known_order, place, planned,
};
use crate::{Parts, SharedParts, Writer};

const HOUR_S: i64 = 3_600;

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

/// Which order is meant, and in which language the answer speaks.
#[expect(dead_code, reason = "only described")]
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
struct WhichOrder {
    /// The order's own id in the shop's system, if that is not its number. Without it, the newest order with this number is meant.
    system_id: Option<String>,
    /// The language of `text` (BCP 47): English, Arabic, French, German or Spanish; English if omitted.
    lang: Option<String>,
}

impl Parts {
    /// The order that a call names: of a connection's key, one that it wrote.
    async fn known(
        &self,
        Writer { caller, connection, .. }: &Writer,
        id: &str,
        query: &Fields,
    ) -> Result<OrderRecord, app::error::Error> {
        let (number, system_id) = (known_order(id)?, query.find("system_id").map(str::to_owned));
        let place = match (connection, &system_id) {
            (None, None) => self.catalog.place(caller, &number).await?,
            (system, _) => place(system.unwrap_or(ShopSystem::Own), &number, system_id),
        };
        let record = self.asks.store.order_record(&caller.tenant, &place, &caller.keys).await?;
        if record.order.number() == Some(&number) { Ok(record) } else { Err(app::error::Error::NotFound) }
    }

    async fn ask_of(
        &self,
        Writer { caller, now, .. }: &Writer,
        record: &OrderRecord,
        query: &Fields,
    ) -> Result<Option<OrderAsk>, app::error::Error> {
        if record.becomes.is_none() {
            return Ok(None);
        }
        let language = query.find("lang").and_then(|tag| Language::of_tag(tag).ok().flatten());
        let shop = self.asks.store.tenant(&caller.tenant).await?.ok_or(app::error::Error::NotFound)?;
        let zone = shop.rules.zone();
        let speech = Speech::new(language.unwrap_or(Language::English), &zone);
        self.asks.of((&caller.tenant, &caller.keys), record, speech, *now).await
    }

    async fn asked(&self, writer: &Writer, record: &OrderRecord, query: &Fields) -> Served {
        let ask = self.ask_of(writer, record, query).await?.ok_or(app::error::Error::NotFound)?;
        Ok(json(StatusCode::OK, &OrderAskedBody::new((&ask, &self.base_url)))?)
    }
}

fn answer((stored, outcome): Taken, id: String) -> Result<Response, Failure> {
    Ok(match stored {
        Some((order, plan)) => {
            let ask = plan.map(planned);
            // A plan has no page.
            json(StatusCode::OK, &OrderBody::new((&order, ask.as_ref().map(|ask| (ask, "")))))?
        }
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
/// The order as the last call stored it, and what becomes of it: when its customer is asked, or was, or why not.
#[utoipa::path(
    get, path = "/api/v1/orders/{id}", operation_id = "getOrder",
    security(("key" = [SCOPE_CATALOG_READ])),
    params(
        ("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded."),
        WhichOrder,
    ),
    responses(
        (status = 200, body = OrderAnswer, description = "The order; for a connection's key, only what becomes of it."),
        (status = 409, description = "The key of a connection was used from another shop (`other_shop`)."),
    ),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, Query(query): Query, headers: HeaderMap) -> Served {
    let reader = parts.caller(&headers, SCOPE_CATALOG_READ).await?;
    let record = parts.known(&reader, &id, &query).await?;
    let ask = parts.ask_of(&reader, &record, &query).await?;
    let ask = ask.as_ref().map(|ask| (ask, &*parts.base_url));
    let answer = match (reader.connection, ask) {
        (Some(_), Some(ask)) => OrderAnswer::Asked(OrderAskedBody::new(ask)),
        (Some(_), None) => return Err(app::error::Error::NotFound.into()),
        (None, ask) => {
            let order = record.shown().ok_or(app::error::Error::NotFound)?;
            OrderAnswer::Whole(OrderBody::new((&order, ask)))
        }
    };
    Ok(json(StatusCode::OK, &answer)?)
}

/// Ask about an order now
///
/// Sends its waiting email at once. Unsubscriptions, refunds and the shop's limits hold as ever. With a connection's key, at most 20
/// in an hour.
#[utoipa::path(
    post, path = "/api/v1/asks/{id}", operation_id = "askAboutOrder",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(
        ("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded."),
        WhichOrder,
    ),
    responses(
        (status = 200, body = OrderAskedBody, description = "What becomes of the order now."),
        (status = 404, description = "The order is unknown, or nobody is to be asked about it."),
        (status = 409, description = "Nothing waits to be sent: the `error` says why; or a connection's key was used from another shop (`other_shop`)."),
    ),
)]
pub(crate) async fn ask(parts: SharedParts, Segment(id): Segment, Query(query): Query, headers: HeaderMap) -> Served {
    let writer = parts.writer(&headers).await?;
    let record = parts.known(&writer, &id, &query).await?;
    let (Writer { caller, now, connection }, place) = (&writer, &record.order.place);
    if connection.is_some() && !parts.asks.may_ask_now(&caller.tenant, *now).await? {
        return Err(app::error::Error::TooManyCalls { wait_s: HOUR_S - now.as_second().rem_euclid(HOUR_S) }.into());
    }
    parts.asks.ask_now(caller, place, *now).await?;
    parts.asked(&writer, &record, &query).await
}

/// Do not ask about an order
///
/// Nobody is asked about it any more, whatever the shop's system says later. Nothing happens if its email was already sent.
#[utoipa::path(
    delete, path = "/api/v1/asks/{id}", operation_id = "doNotAskAboutOrder",
    security(("key" = [SCOPE_CATALOG_WRITE])),
    params(
        ("id" = String, Path, min_length = 1, max_length = 255, description = "The order's id in the shop, percent-encoded."),
        WhichOrder,
    ),
    responses(
        (status = 200, body = OrderAskedBody, description = "What becomes of the order now."),
        (status = 404, description = "The order is unknown, or no connection asks about it."),
        (status = 409, description = "The key of a connection was used from another shop (`other_shop`)."),
    ),
)]
pub(crate) async fn do_not_ask(
    parts: SharedParts,
    Segment(id): Segment,
    Query(query): Query,
    headers: HeaderMap,
) -> Served {
    let writer = parts.writer(&headers).await?;
    let record = parts.known(&writer, &id, &query).await?;
    let record = parts.asks.do_not_ask(&writer.caller, &record.order.place, writer.now).await?;
    parts.asked(&writer, &record, &query).await
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

//! `GET /api/v1/suppressions`, and `GET`, `PUT` and `DELETE /api/v1/suppressions/{address}`.

use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_SUPPRESSIONS_READ, SCOPE_SUPPRESSIONS_WRITE};
use edge::http::Segment;
use edge::native::Served;
use edge::respond::json;

use crate::SharedParts;
use crate::wire::{
    Lifted, ReasonWord, SuppressionBody, SuppressionsBody, SuppressionsQuery, known_address, new_address,
};

/// List the suppressed addresses and phone numbers
///
/// A suppressed address or phone number gets no messages. The order has no meaning. Phone numbers that replied `STOP`
/// are blocked for every shop, so they are not listed.
#[utoipa::path(
    get, path = "/api/v1/suppressions", operation_id = "listSuppressions",
    security(("key" = [SCOPE_SUPPRESSIONS_READ])),
    params(
        ("reason" = Option<ReasonWord>, Query, description = "Only suppressions that have this reason; they may have other reasons, too."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100, description = "The maximum number of suppressions on the page; 50 if omitted."),
        ("cursor" = Option<String>, Query, pattern = "^[A-Za-z0-9_-]{22}$", description = "The `next_cursor` of the previous page."),
    ),
    responses(
        (status = 200, body = SuppressionsBody, description = "A page of suppressions."),
        (status = 422, description = "A parameter is invalid."),
    ),
)]
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SUPPRESSIONS_READ).await?;
    let SuppressionsQuery { reason, limit, cursor } = SuppressionsQuery::parse(query.as_deref().unwrap_or_default())?;
    let page = parts.suppressions.list(&call.caller, reason, cursor, limit).await?;
    Ok(json(StatusCode::OK, &SuppressionsBody::new((page.rows, page.next)))?)
}

/// Get a suppression
///
/// Shows why the address or phone number gets no messages. The answer is 404 if it is not suppressed.
#[utoipa::path(
    get, path = "/api/v1/suppressions/{address}", operation_id = "getSuppression",
    security(("key" = [SCOPE_SUPPRESSIONS_READ])),
    params(("address" = String, Path, description = "An email address, or a phone number with `+` and country code, percent-encoded.")),
    responses((status = 200, body = SuppressionBody, description = "The suppression."), (status = 404)),
)]
pub(crate) async fn show(parts: SharedParts, Segment(address): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SUPPRESSIONS_READ).await?;
    let suppressed = parts.suppressions.get(&call.caller, &known_address(&address)?).await?;
    Ok(json(StatusCode::OK, &SuppressionBody::new(suppressed))?)
}

/// Suppress an address or number
///
/// Messages that are already scheduled are not sent. Repeating the call changes nothing.
#[utoipa::path(
    put, path = "/api/v1/suppressions/{address}", operation_id = "putSuppression",
    security(("key" = [SCOPE_SUPPRESSIONS_WRITE])),
    params(("address" = String, Path, description = "An email address, or a phone number with `+` and country code, percent-encoded.")),
    responses(
        (status = 200, body = SuppressionBody, description = "The suppression."),
        (status = 422, description = "The path has neither an email address nor a phone number."),
    ),
)]
pub(crate) async fn put(parts: SharedParts, Segment(address): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SUPPRESSIONS_WRITE).await?;
    let suppressed = parts.suppressions.put(&call.caller, &new_address(&address)?, call.now).await?;
    Ok(json(StatusCode::OK, &SuppressionBody::new(suppressed))?)
}

/// Lift a suppression
///
/// Fails with 409 if the person unsubscribed, replied `STOP` or complained.
#[utoipa::path(
    delete, path = "/api/v1/suppressions/{address}", operation_id = "deleteSuppression",
    security(("key" = [SCOPE_SUPPRESSIONS_WRITE])),
    params(("address" = String, Path, description = "An email address, or a phone number with `+` and country code, percent-encoded.")),
    responses(
        (status = 200, body = Lifted, description = "The address or number gets messages again."),
        (status = 404),
        (status = 409, description = "The person decided not to get messages; the shop cannot undo that."),
    ),
)]
pub(crate) async fn delete(parts: SharedParts, Segment(address): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SUPPRESSIONS_WRITE).await?;
    parts.suppressions.delete(&call.caller, &known_address(&address)?, call.now).await?;
    Ok(json(StatusCode::OK, &Lifted::new(()))?)
}

//! `GET /api/v1/invitations/stats`.

use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_READ;
use edge::respond::json;

use crate::SharedParts;
use crate::error::Served;
use crate::wire::{StatsBody, days};

/// The counters of the shop's invitations
///
/// Counts all requests of the shop, whichever API created them. The numbers are exact at any time.
#[utoipa::path(
    get, path = "/api/v1/invitations/stats", operation_id = "getInvitationStats",
    security(("key" = [SCOPE_READ])),
    params(
        ("from" = Option<String>, Query, format = Date, description = "The first day (UTC): count only requests created on or after this day."),
        ("to" = Option<String>, Query, format = Date, description = "The last day (UTC): count only requests created on or before this day."),
    ),
    responses((status = 200, body = StatsBody, description = "The counts in total, or for the days from `from` to `to`.")),
)]
pub(crate) async fn handle(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare_of_many(&headers, SCOPE_READ).await?;
    let days = days(query.as_deref(), call.now)?;
    let counts = parts.stats.totals(&call.caller, days).await?;
    Ok(json(StatusCode::OK, &StatsBody::new(&counts))?)
}

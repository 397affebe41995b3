//! `GET /api/v1/invitations/stats`.

use std::sync::Arc;

use app::SCOPE_READ;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use edge::bearer;

use crate::Parts;
use crate::error::Failure;
use crate::wire::{StatsBody, days, respond, totals};

/// How the invitations went
#[utoipa::path(
    get, path = "/api/v1/invitations/stats", operation_id = "getInvitationStats",
    security(("key" = [SCOPE_READ])),
    params(
        ("from" = Option<String>, Query, format = Date, description = "The first day of creation, in UTC."),
        ("to" = Option<String>, Query, format = Date, description = "The last day of creation, in UTC."),
    ),
    responses((status = 200, body = StatsBody, description = "All time, or the days from `from` to `to`.")),
)]
pub(crate) async fn handle(
    State(parts): State<Arc<Parts>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_READ, now).await?;
    let days = days(query.as_deref().unwrap_or_default(), now)?;
    let counts = parts.stats.totals(&caller, days).await?;
    Ok(respond(totals(&counts)))
}

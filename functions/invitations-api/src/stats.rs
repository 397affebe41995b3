//! `GET /api/v1/invitations/stats`.

use std::sync::Arc;

use app::SCOPE_READ;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use edge::bearer;

use crate::Parts;
use crate::error::Failure;
use crate::wire::{days, respond, totals};

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

//! `POST /api/v1/invitations` and `GET /api/v1/invitations/stats`.

use axum::extract::{RawQuery, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_READ, SCOPE_WRITE};
use edge::respond::json;

use crate::SharedParts;
use crate::error::{Served, respond};
use crate::use_cases::invite;
use crate::wire::{Invitation, Invited, StatsBody, days, invited};

const ROUTE: &str = "POST /api/v1/invitations";

/// Invite a customer
///
/// Sends the email at once. If the same email address was asked about the same order before, nothing is sent and
/// nothing counts against the limit: the answer has the earlier request's link. There is one exception: if the earlier
/// request sends no messages (`skip_email`, so that the shop shares the link), the email is sent now, and counts.
#[utoipa::path(
    post, path = "/api/v1/invitations", operation_id = "createInvitation",
    security(("key" = [SCOPE_WRITE])),
    request_body = Invitation,
    responses(
        (status = 200, body = Invited, description = "The invitation's link.", headers(
            ("RateLimit-Policy" = String, description = "The limits: of invitations, `\"invitations\";q=100;w=3600`, and of the shop's calls, as in other answers."),
            ("RateLimit" = String, description = "How many invitations are left, and for how many seconds: `\"invitations\";r=<left>;t=<seconds>`. What is left of the shop's calls may follow."),
        )),
        (status = 404, description = "The earlier invitation for this order was deleted."),
        (status = 429, description = "100 invitations were accepted within the hour.", headers(
            ("RateLimit-Policy" = String), ("RateLimit" = String),
        )),
    ),
)]
pub(crate) async fn handle(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<Invitation>(request, SCOPE_WRITE).await?;
    let idempotency = call.idempotency(ROUTE)?;
    let new = call.input.parse(call.now)?;
    let invited = invite(&parts.create, &call.caller, new, idempotency.as_ref(), call.now, invited).await?;
    Ok(respond(invited))
}

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
pub(crate) async fn stats(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare_of_many(&headers, SCOPE_READ).await?;
    let days = days(query.as_deref(), call.now)?;
    let counts = parts.stats.totals(&call.caller, days).await?;
    Ok(json(StatusCode::OK, &StatsBody::new(&counts))?)
}

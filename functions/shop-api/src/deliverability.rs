//! `GET /api/v1/deliverability` and `POST /api/v1/deliverability/release`.

use std::sync::Arc;

use app::idempotency::Reply;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::values::{SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE};
use edge::native::Failure;
use edge::respond::{json, reply};

use crate::Parts;
use crate::use_cases::Arrivals;
use crate::wire::DeliverabilityBody;

/// How the shop's emails arrive
///
/// The authentication of the sending domain, counts for the last 1,000 emails, and whether further emails are held
/// because too many of those bounced or were marked as spam.
#[utoipa::path(
    get, path = "/api/v1/deliverability", operation_id = "getDeliverability",
    security(("key" = [SCOPE_SETTINGS_READ])),
    responses((status = 200, body = DeliverabilityBody, description = "The domain, the last 1,000 emails, and the brake.")),
)]
pub(crate) async fn show(State(parts): State<Arc<Parts>>, headers: HeaderMap) -> Result<Response, Failure> {
    let call = parts.calls.bare(&headers, SCOPE_SETTINGS_READ).await?;
    Ok(json(StatusCode::OK, &DeliverabilityBody::new(&parts.deliverability.get(&call.caller, call.now).await?))?)
}

/// Release the shop's emails
///
/// Held emails leave within the hour. First find out where the addresses that bounced come from: the next five bounces or
/// three complaints hold the shop again, and it can release itself once in 7 days. A shop that is not held stays as it is.
#[utoipa::path(
    post, path = "/api/v1/deliverability/release", operation_id = "releaseEmails",
    security(("key" = [SCOPE_SETTINGS_WRITE])),
    responses(
        (status = 200, body = DeliverabilityBody, description = "Nothing is held. The counts stay."),
        (status = 409, description = "The shop released its emails within the last 7 days; `message` says from when on it can again."),
    ),
)]
pub(crate) async fn release(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let call = parts.calls.any(request, SCOPE_SETTINGS_WRITE).await?;
    let idempotency = call.idempotency("POST /api/v1/deliverability/release")?;
    let shown = |arrivals: &Arrivals| Reply::json(200, &DeliverabilityBody::new(arrivals));
    Ok(reply(parts.deliverability.release(&call.caller, idempotency.as_ref(), call.now, shown).await?))
}

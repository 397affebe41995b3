//! `GET` and `PUT /api/v1/settings`.

use app::idempotency::Reply;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE};
use edge::native::Served;
use edge::native::settings::{SettingsBody, SettingsInput};
use edge::respond::{json, reply};

use crate::SharedParts;
use crate::use_cases::Arrivals;
use crate::wire::DeliverabilityBody;

/// The shop's settings
///
/// Settings for the shop's messages and pages.
#[utoipa::path(
    get, path = "/api/v1/settings", operation_id = "getSettings",
    security(("key" = [SCOPE_SETTINGS_READ])),
    responses((status = 200, body = SettingsBody, description = "All settings.")),
)]
pub(crate) async fn show(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SETTINGS_READ).await?;
    let settings = parts.settings.get(&call.caller).await?;
    let owner_email = parts.settings.owner_email(&call.caller, &settings)?;
    Ok(json(StatusCode::OK, &SettingsBody::new(&settings, owner_email, call.now))?)
}

/// Change the shop's settings
///
/// Omitted fields keep their value; `null` clears a field.
#[utoipa::path(
    put, path = "/api/v1/settings", operation_id = "putSettings",
    security(("key" = [SCOPE_SETTINGS_WRITE])),
    request_body = SettingsInput,
    responses((status = 200, body = SettingsBody, description = "All settings, with the changes.")),
)]
pub(crate) async fn put(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<SettingsInput>(request, SCOPE_SETTINGS_WRITE).await?;
    let change = call.input.parse(&parts.settings.get(&call.caller).await?)?;
    let changed = parts.settings.change(&call.caller, &change, call.now).await?;
    let owner_email = parts.settings.owner_email(&call.caller, &changed)?;
    Ok(json(StatusCode::OK, &SettingsBody::new(&changed, owner_email, call.now))?)
}

/// How the shop's emails arrive
///
/// Shows whether the sending domain is authenticated, how many of the last 1,000 emails bounced or were marked as spam,
/// and whether the shop's emails are suspended because of that.
#[utoipa::path(
    get, path = "/api/v1/deliverability", operation_id = "getDeliverability",
    security(("key" = [SCOPE_SETTINGS_READ])),
    responses((status = 200, body = DeliverabilityBody, description = "The domain, the counts, and in `brake` the suspension.")),
)]
pub(crate) async fn show_deliverability(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SETTINGS_READ).await?;
    Ok(json(StatusCode::OK, &DeliverabilityBody::new(&parts.deliverability.get(&call.caller, call.now).await?))?)
}

/// Release the shop's emails
///
/// Ends the suspension of the shop's emails. Without a suspension, nothing changes. The waiting emails leave in order,
/// the first within ten minutes. Before you call, find out where the addresses that bounced come from. Emails are
/// suspended again when clearly more than 4 % of the shop's last 1,000 emails (at least 5) bounced, or 0.08 % of its
/// last 10,000 (at least 3) were marked as spam; only emails after the release count. A shop can release its emails
/// once in 7 days, or sooner after another 1,000 emails.
#[utoipa::path(
    post, path = "/api/v1/deliverability/release", operation_id = "releaseEmails",
    security(("key" = [SCOPE_SETTINGS_WRITE])),
    responses(
        (status = 200, body = DeliverabilityBody, description = "The shop's emails are no longer suspended. The counts stay as they are."),
        (status = 409, description = "The shop released its emails within the last 7 days and its last 1,000 emails; `message` says when it can again."),
    ),
)]
pub(crate) async fn release(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.any(request, SCOPE_SETTINGS_WRITE).await?;
    let idempotency = call.idempotency("POST /api/v1/deliverability/release")?;
    let shown = |arrivals: &Arrivals| Reply::json(200, &DeliverabilityBody::new(arrivals));
    Ok(reply(parts.deliverability.release(&call.caller, idempotency.as_ref(), call.now, shown).await?))
}

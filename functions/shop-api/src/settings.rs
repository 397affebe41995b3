//! `GET` and `PUT /api/v1/settings`.

use crate::SharedParts;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE};
use edge::native::Served;
use edge::native::settings::{SettingsBody, SettingsInput};
use edge::respond::json;

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
    let change = call.input.parse(&parts.settings.get(&call.caller).await?.shop)?;
    let changed = parts.settings.change(&call.caller, &change, call.now).await?;
    let owner_email = parts.settings.owner_email(&call.caller, &changed)?;
    Ok(json(StatusCode::OK, &SettingsBody::new(&changed, owner_email, call.now))?)
}

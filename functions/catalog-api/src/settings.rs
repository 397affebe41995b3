//! `GET` and `PUT /api/v1/settings`.

use std::sync::Arc;

use app::{SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use edge::native::{Failure, json};
use edge::{bearer, json_object};

use crate::Parts;
use crate::openapi::SettingsInput;
use crate::wire::{SettingsBody, settings};

/// The shop's settings
#[utoipa::path(
    get, path = "/api/v1/settings", operation_id = "getSettings",
    security(("key" = [SCOPE_SETTINGS_READ])),
    responses((status = 200, body = SettingsBody, description = "All settings.")),
)]
pub(crate) async fn show(State(parts): State<Arc<Parts>>, headers: HeaderMap) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(bearer(&headers), SCOPE_SETTINGS_READ, now).await?;
    json(StatusCode::OK, &SettingsBody::new(&parts.settings.get(&caller).await?))
}

/// Change the shop's settings
///
/// What is left out stays as it is, null clears.
#[utoipa::path(
    put, path = "/api/v1/settings", operation_id = "putSettings",
    security(("key" = [SCOPE_SETTINGS_WRITE])),
    request_body = SettingsInput,
    responses((status = 200, body = SettingsBody, description = "All settings as they are now.")),
)]
pub(crate) async fn put(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(bearer(&head.headers), SCOPE_SETTINGS_WRITE, now).await?;
    let (object, _) = json_object(&head.headers, body).await?;
    let changed = parts.settings.change(&caller, &settings(&object)?).await?;
    json(StatusCode::OK, &SettingsBody::new(&changed))
}

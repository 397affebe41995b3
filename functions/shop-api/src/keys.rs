//! `POST` and `GET /api/v1/keys`, and `DELETE /api/v1/keys/{id}`.
//!
//! API keys are in this function, because they need the same access to the table and to KMS as the settings, and a shop
//! makes a key only a few times a year.

use crate::SharedParts;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_KEYS_MANAGE;
use edge::http::Segment;
use edge::native::Served;
use edge::native::keys::{Deleted, KeyInput, KeysBody, NewKeyBody, new_key};
use edge::respond::{json, reply};

const CREATE: &str = "POST /api/v1/keys";

/// Make an API key
///
/// Only this answer shows the `key`.
#[utoipa::path(
    post, path = "/api/v1/keys", operation_id = "createKey",
    security(("key" = [SCOPE_KEYS_MANAGE])),
    request_body = KeyInput,
    responses(
        (status = 201, body = NewKeyBody, description = "The new key."),
        (status = 403, description = "The caller lacks the scope `keys:manage` or one of the new key's scopes."),
        (status = 409, description = "The shop already has 20 keys."),
    ),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<KeyInput>(request, SCOPE_KEYS_MANAGE).await?;
    let idempotency = call.idempotency(CREATE)?;
    let new = call.input.parse(call.now)?;
    Ok(reply(parts.keys.create(&call.caller, &new, idempotency.as_ref(), call.now, new_key).await?))
}

/// List the shop's API keys
///
/// Oldest first. The keys themselves are not stored; `hint` has their last characters.
#[utoipa::path(
    get, path = "/api/v1/keys", operation_id = "listKeys",
    security(("key" = [SCOPE_KEYS_MANAGE])),
    responses((status = 200, body = KeysBody, description = "All keys.")),
)]
pub(crate) async fn list(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_KEYS_MANAGE).await?;
    Ok(json(StatusCode::OK, &KeysBody::new(parts.keys.list(&call.caller.tenant).await?))?)
}

/// Delete an API key
///
/// Later calls with this key get 401.
#[utoipa::path(
    delete, path = "/api/v1/keys/{id}", operation_id = "deleteKey",
    security(("key" = [SCOPE_KEYS_MANAGE])),
    params(("id" = String, Path, pattern = "^[0-9a-f]{12}$", description = "The key's `id`.")),
    responses(
        (status = 200, body = Deleted, description = "The key is deleted."),
        (status = 409, description = "No other working key has the scope `keys:manage`, so this one stays."),
    ),
)]
pub(crate) async fn delete(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_KEYS_MANAGE).await?;
    parts.keys.delete(&call.caller, &id, call.now).await?;
    Ok(json(StatusCode::OK, &Deleted::new(()))?)
}

//! `POST` and `GET /api/v1/webhooks`, `GET`, `PATCH` and `DELETE /{id}`, `POST /{id}/rotate` and `/{id}/test`.

pub(crate) mod log;

use crate::SharedParts;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_WEBHOOKS;
use edge::http::Segment;
use edge::native::Served;
use edge::native::webhooks::{
    DeletedWebhook, NewWebhookInput, QueuedBody, SecretBody, WebhookBody, WebhookChangeInput, WebhookCreated,
    WebhooksBody, created, queued, rotated, webhook_id,
};
use edge::respond::{json, reply};

/// The route that creates a webhook; the routes of a webhook start with it.
pub(crate) const CREATE: &str = "POST /api/v1/webhooks";

/// Create a webhook
///
/// A shop has at most ten webhooks. Only this answer shows the secret.
#[utoipa::path(
    post, path = "/api/v1/webhooks", operation_id = "createWebhook",
    security(("key" = [SCOPE_WEBHOOKS])),
    request_body = NewWebhookInput,
    responses(
        (status = 201, body = WebhookCreated, description = "The webhook with its secret."),
        (status = 403, description = "The caller lacks the scope `webhooks:manage`, or a scope that reads what the webhook sends."),
        (status = 409, description = "The shop already has ten webhooks."),
        (status = 422, description = "A field is invalid."),
    ),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<NewWebhookInput>(request, SCOPE_WEBHOOKS).await?;
    let idempotency = call.idempotency(CREATE)?;
    let new = call.input.parse(parts.reach)?;
    Ok(reply(parts.webhooks.create(&call.caller, &new, idempotency.as_ref(), call.now, created).await?))
}

/// The shop's webhooks
///
/// Oldest first.
#[utoipa::path(
    get, path = "/api/v1/webhooks", operation_id = "listWebhooks",
    security(("key" = [SCOPE_WEBHOOKS])),
    responses((status = 200, body = WebhooksBody, description = "All webhooks.")),
)]
pub(crate) async fn list(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WEBHOOKS).await?;
    Ok(json(StatusCode::OK, &WebhooksBody::new(&parts.webhooks.list(&call.caller).await?))?)
}

/// A webhook
///
/// The answer does not show the secret: only creating the webhook and rotating the secret do.
#[utoipa::path(
    get, path = "/api/v1/webhooks/{id}", operation_id = "getWebhook",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`.")),
    responses((status = 200, body = WebhookBody, description = "The webhook.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WEBHOOKS).await?;
    let found = parts.webhooks.get(&call.caller, webhook_id(&id)?).await?;
    Ok(json(StatusCode::OK, &WebhookBody::new(&found.webhook))?)
}

/// Change a webhook
///
/// Omitted fields keep their value. Events that happen while the webhook is disabled are never sent.
#[utoipa::path(
    patch, path = "/api/v1/webhooks/{id}", operation_id = "changeWebhook",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`.")),
    request_body = WebhookChangeInput,
    responses(
        (status = 200, body = WebhookBody, description = "The webhook with the changes."),
        (status = 403, description = "The caller lacks the scope `webhooks:manage`, or a scope that reads what the webhook sends."),
        (status = 422, description = "A field is invalid."),
    ),
)]
pub(crate) async fn change(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<WebhookChangeInput>(request, SCOPE_WEBHOOKS).await?;
    let (id, change) = (webhook_id(&id)?, call.input.parse(parts.reach)?);
    let changed = parts.webhooks.change(&call.caller, id, &change, call.now).await?;
    Ok(json(StatusCode::OK, &WebhookBody::new(&changed.webhook))?)
}

/// Delete a webhook
///
/// Deletes the webhook and its log. Undelivered events are dropped.
#[utoipa::path(
    delete, path = "/api/v1/webhooks/{id}", operation_id = "deleteWebhook",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`.")),
    responses((status = 200, body = DeletedWebhook, description = "The webhook is deleted.")),
)]
pub(crate) async fn delete(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WEBHOOKS).await?;
    parts.webhooks.delete(&call.caller, webhook_id(&id)?, call.now).await?;
    Ok(json(StatusCode::OK, &DeletedWebhook::new(()))?)
}

/// Replace a webhook's secret
///
/// For 24 hours, calls are signed with both the new and the previous secrets. A fourth rotation in that time is 409
/// `rotated_recently`. Only this answer shows the new secret.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/rotate", operation_id = "rotateWebhookSecret",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`.")),
    responses(
        (status = 200, body = SecretBody, description = "The new secret."),
        (status = 409, description = "Three earlier secrets still work; `message` says when you can replace the secret again."),
    ),
)]
pub(crate) async fn rotate(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.any(request, SCOPE_WEBHOOKS).await?;
    let idempotency = call.idempotency(&format!("{CREATE}/{id}/rotate"))?;
    let id = webhook_id(&id)?;
    Ok(reply(parts.webhooks.rotate(&call.caller, id, idempotency.as_ref(), call.now, rotated).await?))
}

/// Send a test
///
/// Sends the event `webhook.test`, even if the webhook is not subscribed to it.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/test", operation_id = "testWebhook",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`.")),
    responses((status = 202, body = QueuedBody, description = "Accepted; the event is sent in the background.")),
)]
pub(crate) async fn test(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.any(request, SCOPE_WEBHOOKS).await?;
    let idempotency = call.idempotency(&format!("{CREATE}/{id}/test"))?;
    let id = webhook_id(&id)?;
    Ok(reply(parts.webhooks.test(&call.caller, id, idempotency.as_ref(), call.now, queued).await?))
}

//! `GET /api/v1/webhooks/{id}/deliveries`, `POST /{id}/deliveries/{event_id}/replay` and `/{id}/replay`.

use app::webhook::parse_event_name;
use axum::extract::{Path, RawQuery, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_WEBHOOKS;
use edge::http::Segment;
use edge::native::Served;
use edge::native::deliveries::{
    DeliveriesBody, DeliveriesQuery, DeliveryStatusWord, ReplayInput, ReplayedBody, replayed,
};
use edge::native::webhooks::{QueuedBody, queued, webhook_id};
use edge::respond::{json, reply};

use crate::SharedParts;
use crate::webhooks::CREATE;

/// The deliveries of a webhook
///
/// The last 30 days, newest first.
#[utoipa::path(
    get, path = "/api/v1/webhooks/{id}/deliveries", operation_id = "listWebhookDeliveries",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(
        ("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`."),
        ("status" = Option<DeliveryStatusWord>, Query, description = "Only deliveries with this status."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100, description = "The maximum number of deliveries on the page; 50 if omitted."),
        ("cursor" = Option<String>, Query, pattern = "^evt_[1-9][0-9]{0,15}$", description = "The `next_cursor` of the previous page."),
    ),
    responses(
        (status = 200, body = DeliveriesBody, description = "A page of deliveries."),
        (status = 422, description = "A parameter is invalid."),
    ),
)]
pub(crate) async fn list(
    parts: SharedParts,
    Segment(id): Segment,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WEBHOOKS).await?;
    let DeliveriesQuery { status, limit, cursor } = DeliveriesQuery::parse(query.as_deref().unwrap_or_default())?;
    let log = parts.webhooks.log(&call.caller, webhook_id(&id)?, status, cursor, limit).await?;
    Ok(json(StatusCode::OK, &DeliveriesBody::new(&log))?)
}

/// Send an event again
///
/// Sends the event again under the same `webhook-id`, whether it was delivered or failed. A disabled webhook gets
/// nothing.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/deliveries/{event_id}/replay", operation_id = "replayWebhookDelivery",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(
        ("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`."),
        ("event_id" = String, Path, pattern = "^evt_[1-9][0-9]{0,15}$", description = "The event's `event_id`."),
    ),
    responses((status = 202, body = QueuedBody, description = "Accepted; the event is sent in the background.")),
)]
pub(crate) async fn replay(
    parts: SharedParts,
    Path((id, event_id)): Path<(String, String)>,
    request: Request,
) -> Served {
    let call = parts.calls.any(request, SCOPE_WEBHOOKS).await?;
    let idempotency = call.idempotency(&format!("{CREATE}/{id}/deliveries/{event_id}/replay"))?;
    let event = parse_event_name(&event_id).ok_or(app::error::Error::NotFound)?;
    let (caller, id) = (&call.caller, webhook_id(&id)?);
    let replay = async { queued(parts.webhooks.replay(caller, id, event, call.now).await?) };
    Ok(reply(parts.webhooks.once(caller, idempotency.as_ref(), call.now, replay).await?))
}

/// Send all events since a time again
///
/// Sends the first 1,000 events since that time again, whether they were delivered or failed. Call again with
/// `next_since` for the rest. A disabled webhook gets nothing.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/replay", operation_id = "replayWebhook",
    security(("key" = [SCOPE_WEBHOOKS])),
    params(("id" = String, Path, pattern = "^[1-9][0-9]{0,15}$", description = "The webhook's `id`.")),
    request_body = ReplayInput,
    responses(
        (status = 202, body = ReplayedBody, description = "Accepted; the events are sent in the background."),
        (status = 422, description = "The time is invalid."),
    ),
)]
pub(crate) async fn replay_since(parts: SharedParts, Segment(id): Segment, request: Request) -> Served {
    let call = parts.calls.json::<ReplayInput>(request, SCOPE_WEBHOOKS).await?;
    let idempotency = call.idempotency(&format!("{CREATE}/{id}/replay"))?;
    let (caller, id, since) = (&call.caller, webhook_id(&id)?, call.input.parse()?);
    let replay = async { replayed(parts.webhooks.replay_since(caller, id, since, call.now).await?) };
    Ok(reply(parts.webhooks.once(caller, idempotency.as_ref(), call.now, replay).await?))
}

//! `POST /reviews/v2/bulk/review-requests/create` and `PUT …/cancel-by-filter`.

use std::sync::Arc;

use app::SCOPE_WIX;
use app::requests::Reply;
use axum::extract::{Request, State};
use axum::response::Response;
use domain::Guid;
use edge::{Error, idempotency, json_object};
use serde_json::Value;

use crate::Parts;
use crate::error::{Failure, Rule, Violation};
use crate::openapi::{BulkCancelInput, BulkCreateInput};
use crate::span::span;
use crate::wire::{
    BulkBody, ItemResult, JobBody, answer, created, filter, json, key, means, requests, respond, return_entity, wanted,
};

const CREATE: &str = "POST /reviews/v2/bulk/review-requests/create";

/// Create many review requests
///
/// Each as by itself: one that can't be made does not keep the others from it.
#[utoipa::path(
    post, path = "/reviews/v2/bulk/review-requests/create", operation_id = "bulkCreateReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = BulkCreateInput,
    responses((status = 200, body = BulkBody, description = "What became of each.")),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(key(&head.headers), SCOPE_WIX, now).await?;
    let (object, bytes) = json_object(&head.headers, body).await?;
    let (requests, return_entity) = (requests(&object)?, return_entity(&object)?);
    let (mut results, mut replays) = (Vec::with_capacity(requests.len()), Vec::new());
    for (original_index, request) in requests.iter().enumerate() {
        // Each is remembered by itself, so that what was made of a call that broke off is not made again.
        let idempotency = idempotency(&head.headers, &caller, &format!("{CREATE} {original_index}"), &bytes)?;
        let made = match wanted(Some(request)) {
            Ok(wanted) => {
                let render = |made: &_| created(made, now);
                let made = parts.create.create_for_order(&caller, wanted, idempotency.as_ref(), now, render).await;
                made.map_err(Failure::from)
            }
            Err(failure) => Err(failure),
        };
        if let Err(Failure::Other(Error::App(app::Error::IdempotencyKeyReused))) = made {
            return Err(app::Error::IdempotencyKeyReused.into());
        }
        replays.extend(made.as_ref().map(|answer| answer.replayed));
        results.push(ItemResult::new(original_index, made, return_entity));
    }
    let replayed = !replays.is_empty() && replays.iter().all(|replayed| *replayed);
    Ok(respond(Reply { replayed, ..answer(&BulkBody::new(results)) }))
}

/// Cancel review requests by a filter
///
/// All are canceled before the answer; those that were before stay so. More than 1,000 need several calls.
#[utoipa::path(
    put, path = "/reviews/v2/bulk/review-requests/cancel-by-filter", operation_id = "bulkCancelReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = BulkCancelInput,
    responses(
        (status = 200, body = JobBody, description = "It is done."),
        (status = 428, description = "TOO_MANY_TO_CANCEL: nothing was canceled."),
    ),
)]
pub(crate) async fn cancel(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(key(&head.headers), SCOPE_WIX, now).await?;
    let (object, _) = json_object(&head.headers, body).await?;
    let filter = match object.get("filter") {
        // A filter that was forgotten shall not cancel everything.
        None | Some(Value::Null) => {
            return Err(Violation::new("filter", Rule::RequiredField, "Send a filter; {} means every request.").into());
        }
        json => filter(json, "filter")?,
    };
    let meant = |request: &_| means(&filter, request, now);
    let ids = parts.search.to_cancel(&caller, span(&filter), &meant).await?;
    parts.cancel.cancel_all(&caller, &ids, now).await?;
    Ok(json(&JobBody::new(Guid::random(parts.random.bytes()))))
}

//! `POST /reviews/v2/bulk/review-requests/create` and `PUT …/cancel-by-filter`.

use std::sync::Arc;

use app::{BULK_FOR, Reply, SCOPE_WIX};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Guid;
use edge::{Error, json, reply};

use crate::error::Failure;
use crate::id_range::id_range;
use crate::parts::Parts;
use crate::wire::bulk::{BulkBody, BulkCreateInput, ItemResult};
use crate::wire::field::matches;
use crate::wire::job::{BulkCancelInput, JobBody};
use crate::wire::new_request::NewInput;
use crate::wire::request::created;

const CREATE: &str = "POST /reviews/v2/bulk/review-requests/create";

/// Create many review requests
///
/// Items are independent: one failure does not affect the others.
#[utoipa::path(
    post, path = "/reviews/v2/bulk/review-requests/create", operation_id = "bulkCreateReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = BulkCreateInput,
    responses((status = 200, body = BulkBody, description = "The result of each item.")),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let call = parts.calls.json::<BulkCreateInput>(request, SCOPE_WIX).await?;
    let now = call.now;
    let (requests, return_entity) = call.input.parse()?;
    let (mut results, mut replays) = (Vec::with_capacity(requests.len()), Vec::new());
    for (original_index, request) in requests.iter().enumerate() {
        // Every item has its own record, so that repeating a call that broke off creates only the missing ones.
        let idempotency = call.idempotency(&format!("{CREATE} {original_index}"))?;
        let render = |made: &_| created(made, now);
        let root = format!("reviewRequests[{original_index}]");
        let made = match NewInput::parse(request, &root) {
            // The call answers while it can. Its repetition creates the rest.
            Ok(_) if parts.clock.now().duration_since(now) > BULK_FOR => {
                Err(app::Error::Unavailable("the items before it took too long".to_owned()).into())
            }
            Ok(new) => {
                let made = parts.create.create_for_order(&call.caller, new, idempotency.as_ref(), now, render).await;
                made.map_err(|error| Failure::of_request(error, &root))
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
    Ok(reply(Reply { replayed, ..Reply::json(200, &BulkBody::new(results))? }))
}

/// Cancel review requests by a filter
///
/// All of them are canceled when the answer arrives. One call cancels at most 1,000.
#[utoipa::path(
    put, path = "/reviews/v2/bulk/review-requests/cancel-by-filter", operation_id = "bulkCancelReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = BulkCancelInput,
    responses(
        (status = 200, body = JobBody, description = "The job, which is done."),
        (status = 428, description = "TOO_MANY_TO_CANCEL: nothing was canceled."),
    ),
)]
pub(crate) async fn cancel(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let call = parts.calls.json::<BulkCancelInput>(request, SCOPE_WIX).await?;
    let (filter, now) = (call.input.parse()?, call.now);
    let matching = |request: &_| matches(&filter, request, now);
    let ids = parts.search.to_cancel(&call.caller, id_range(&filter), &matching).await?;
    parts.cancel.cancel_all(&call.caller, &ids, &parts.clock).await?;
    Ok(json(StatusCode::OK, &JobBody::new(Guid::random(parts.random.bytes())))?)
}

//! `POST /reviews/v2/bulk/review-requests/create` and `PUT …/cancel-by-filter`.

use app::error::Refusal;
use app::idempotency::Reply;
use axum::extract::Request;
use axum::http::StatusCode;
use domain::values::{Guid, SCOPE_WIX};
use edge::respond::{json, reply};

use crate::SharedParts;
use crate::each::create_each;
use crate::error::{Failure, Served};
use crate::id_range::id_range;
use crate::use_cases::search::BULK_MAX;
use crate::use_cases::search::{self, Matching};
use crate::use_cases::{change_all, create_for_order};
use crate::wire::bulk::{BulkBody, BulkCreateInput, body};
use crate::wire::field::matches;
use crate::wire::new_request::NewInput;
use crate::wire::request::created;
use crate::wire::{BulkCancelInput, JobBody};

const CREATE: &str = "POST /reviews/v2/bulk/review-requests/create";

/// Create many review requests
///
/// Items are independent: a failed item does not affect the others.
#[utoipa::path(
    post, path = "/reviews/v2/bulk/review-requests/create", operation_id = "bulkCreateReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = BulkCreateInput,
    responses((status = 200, body = BulkBody, description = "The result of each item.")),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<BulkCreateInput>(request, SCOPE_WIX).await?;
    let (requests, return_entity) = call.input.parse()?;
    let now = call.now;
    let caller = &call.caller;
    let create = &parts.create;
    let root = |index| format!("reviewRequests[{index}]");
    let parse = |index, request: &Result<_, _>| NewInput::parse(request.as_ref().ok(), &root(index));
    let made = create_each(&parts, &call, CREATE, requests, parse, |index, new, idempotency| async move {
        let render = |made: &_| created(made, now);
        let made = create_for_order(create, caller, new, idempotency.as_ref(), now, render).await;
        made.map_err(|error| Failure::of_request(error, &root(index)))
    });
    let made = made.await?;
    let replayed = made.is_replay();
    Ok(reply(Reply { replayed, ..Reply::json(200, &body(made, return_entity))? }))
}

/// Cancel review requests by a filter
///
/// All matching requests are canceled before the answer. One call cancels at most 1,000.
#[utoipa::path(
    put, path = "/reviews/v2/bulk/review-requests/cancel-by-filter", operation_id = "bulkCancelReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = BulkCancelInput,
    responses(
        (status = 200, body = JobBody, description = "The finished job."),
        (status = 428, description = "TOO_MANY_TO_CANCEL: nothing was canceled."),
    ),
)]
pub(crate) async fn cancel(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<BulkCancelInput>(request, SCOPE_WIX).await?;
    let (filter, now) = (call.input.parse()?, call.now);
    let open = |request: &domain::request::Request| request.cancelled_at.is_none() && matches(&filter, request, now);
    let open = Matching { span: id_range(&filter), passes: Some(&open) };
    let too_many = Refusal::TooManyToCancel { most: BULK_MAX };
    let ids = search::to_change(&parts.search, &call.caller, open, too_many).await?;
    change_all(&ids, &parts.clock, |id| parts.cancel.cancel(&call.caller, id, now)).await?;
    Ok(json(StatusCode::OK, &JobBody::new(Guid::random(parts.random.bytes())))?)
}

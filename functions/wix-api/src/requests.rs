//! `POST /reviews/v2/review-requests`, and `GET` and `DELETE` of one.

use std::sync::Arc;

use app::SCOPE_WIX;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::{Guid, RequestId};
use edge::{Segment, idempotency, json_object};

use crate::Parts;
use crate::error::Failure;
use crate::openapi::CreateInput;
use crate::wire::{Removed, ReviewRequestBody, created, json, key, respond, wanted};

const CREATE: &str = "POST /reviews/v2/review-requests";

/// Create a review request
///
/// About an order, items of it, or items alone; without items about the five dearest of the order. Nothing is sent.
#[utoipa::path(
    post, path = "/reviews/v2/review-requests", operation_id = "createReviewRequestV2",
    security(("key" = [SCOPE_WIX])),
    request_body = CreateInput,
    responses(
        (status = 200, body = ReviewRequestBody, description = "The request."),
        (status = 428, description = "ORDER_NOT_FOUND, ORDER_IS_EMPTY or INITIATOR_IDENTITY_NOT_SUPPORTED."),
    ),
)]
pub(crate) async fn create(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(key(&head.headers), SCOPE_WIX, now).await?;
    let (object, bytes) = json_object(&head.headers, body).await?;
    let idempotency = idempotency(&head.headers, &caller, CREATE, &bytes)?;
    let wanted = wanted(object.get("reviewRequest"))?;
    let render = |made: &_| created(made, now);
    Ok(respond(parts.create.create_for_order(&caller, wanted, idempotency.as_ref(), now, render).await?))
}

/// Get a review request
///
/// One that another API made is shown, too.
#[utoipa::path(
    get, path = "/reviews/v2/review-requests/{id}", operation_id = "getReviewRequestV2",
    security(("key" = [SCOPE_WIX])),
    params(
        ("id" = String, Path, format = "uuid", description = "The request's GUID."),
        ("reviewRequestId" = Option<String>, Query, description = "The same again, as the vendor's SDK sends it."),
    ),
    responses((status = 200, body = ReviewRequestBody, description = "The request."), (status = 404)),
)]
pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(key(&headers), SCOPE_WIX, now).await?;
    let request = parts.search.request(&caller, known(&id)?).await?;
    Ok(json(&ReviewRequestBody::new(&request, now)))
}

/// Delete a canceled review request
///
/// Its reviews stay.
#[utoipa::path(
    delete, path = "/reviews/v2/review-requests/{id}", operation_id = "deleteReviewRequestV2",
    security(("key" = [SCOPE_WIX])),
    params(("id" = String, Path, format = "uuid", description = "The request's GUID.")),
    responses(
        (status = 200, body = Removed, description = "It is gone."),
        (status = 404),
        (status = 428, description = "Its status is not CANCELED."),
    ),
)]
pub(crate) async fn remove(
    State(parts): State<Arc<Parts>>,
    Segment(id): Segment,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let caller = parts.access.authenticate(key(&headers), SCOPE_WIX, now).await?;
    parts.remove.remove(&caller, known(&id)?, now).await?;
    Ok(json(&Removed {}))
}

/// The request of a path. What is no GUID of ours becomes an id that is nobody's, so that it takes
/// the same work as any unknown one: ids begin with the year 2025, and nothing was made in its first
/// millisecond.
fn known(id: &str) -> Result<RequestId, app::Error> {
    let ours = Guid::parse(id).ok().and_then(RequestId::from_guid);
    ours.or_else(|| RequestId::new(1)).ok_or(app::Error::NotFound)
}

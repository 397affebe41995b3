//! `POST /reviews/v2/review-requests`, and `GET` and `DELETE` of one.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::{Guid, RequestId, SCOPE_WIX};
use edge::http::Segment;
use edge::respond::{json, reply};

use crate::SharedParts;
use crate::error::{Failure, Served};
use crate::use_cases::create_for_order;
use crate::wire::new_request::{CreateInput, ROOT};
use crate::wire::request::{Removed, ReviewRequestBody, created};

const CREATE: &str = "POST /reviews/v2/review-requests";

/// Create a review request
///
/// Creates a request about an order, about items of an order, or about items alone. For an order without `items`, the
/// request is about the five most expensive items. Nothing is sent.
#[utoipa::path(
    post, path = "/reviews/v2/review-requests", operation_id = "createReviewRequestV2",
    security(("key" = [SCOPE_WIX])),
    request_body = CreateInput,
    responses(
        (status = 200, body = ReviewRequestBody, description = "The request."),
        (status = 428, description = "ORDER_NOT_FOUND, ORDER_IS_EMPTY or INITIATOR_IDENTITY_NOT_SUPPORTED."),
    ),
)]
pub(crate) async fn create(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<CreateInput>(request, SCOPE_WIX).await?;
    let (idempotency, now) = (call.idempotency(CREATE)?, call.now);
    let new = call.input.parse()?;
    let render = |made: &_| created(made, now);
    let made = create_for_order(&parts.create, &call.caller, new, idempotency.as_ref(), now, render).await;
    Ok(reply(made.map_err(|error| Failure::of_request(error, ROOT))?))
}

/// Get a review request
///
/// Finds requests from all APIs.
#[utoipa::path(
    get, path = "/reviews/v2/review-requests/{id}", operation_id = "getReviewRequestV2",
    security(("key" = [SCOPE_WIX])),
    params(
        ("id" = String, Path, format = "uuid", description = "The request's GUID."),
        ("reviewRequestId" = Option<String>, Query, description = "The same GUID, which the vendor's SDK also sends. Ignored."),
    ),
    responses((status = 200, body = ReviewRequestBody, description = "The request.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WIX).await?;
    let request = parts.search.request(&call.caller, request_id(&id)?).await?;
    Ok(json(StatusCode::OK, &ReviewRequestBody::new((&request, call.now)))?)
}

/// Delete a canceled review request
///
/// The request's reviews remain.
#[utoipa::path(
    delete, path = "/reviews/v2/review-requests/{id}", operation_id = "deleteReviewRequestV2",
    security(("key" = [SCOPE_WIX])),
    params(("id" = String, Path, format = "uuid", description = "The request's GUID.")),
    responses(
        (status = 200, body = Removed, description = "The request is deleted."),
        (status = 428, description = "The request's status is not CANCELED."),
    ),
)]
pub(crate) async fn remove(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WIX).await?;
    parts.remove.remove(&call.caller, request_id(&id)?).await?;
    Ok(json(StatusCode::OK, &Removed::new(()))?)
}

/// The request with the GUID from a path. A malformed GUID becomes an id that no request has, so that its lookup fails
/// after the same work as the lookup of an unknown id.
fn request_id(guid: &str) -> Result<RequestId, app::error::Error> {
    /// Ids begin with the year 2025, and no id was made in that year's first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(RequestId::from_guid);
    id.or_else(|| RequestId::new(UNUSED)).ok_or(app::error::Error::NotFound)
}

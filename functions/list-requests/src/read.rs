//! `GET /api/v1/review-requests`, `/{id}`, `/{id}/timeline` and `/{id}/messages`.

use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_READ;
use edge::http::Segment;
use edge::native::{Served, request_id};
use edge::respond::{json, linked};
use integrations::find;

use crate::SharedParts;
use crate::wire::{self, filter, next_page};

/// The shop's requests, newest first
///
/// Includes requests from all APIs. Follow the `Link` header for the next page. With `status`, `email`, `order_id` or
/// `stuck`, a call reads at most 500 requests, so a page may be short and still have a next page.
#[utoipa::path(
    get, path = "/api/v1/review-requests", operation_id = "listReviewRequests",
    security(("key" = [SCOPE_READ])),
    params(
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100, description = "The maximum number of requests on the page; 50 if omitted."),
        ("before" = Option<u64>, Query, minimum = 1, maximum = 9007199254740991u64, description = "Only requests with a smaller id, which are older."),
        ("status" = Option<wire::StatusWord>, Query, description = "Only requests with this status."),
        ("email" = Option<String>, Query, min_length = 1, max_length = 254, description = "Only requests to the customer whose current email address this is. Upper and lower case are the same."),
        ("order_id" = Option<String>, Query, min_length = 1, max_length = 255, description = "Only requests about the order with exactly this id."),
        ("stuck" = inline(Option<wire::StuckWord>), Query, description = "Only unfinished requests that are stuck for this reason."),
    ),
    responses((status = 200, body = wire::Requests, description = "A page of requests.", headers(
        ("Link" = String, description = "The next page's path, as `rel=\"next\"`, if there may be one."),
    ))),
)]
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_READ).await?;
    let options = filter(query.as_deref().unwrap_or_default())?;
    let app::caller::Caller { tenant, keys, .. } = &call.caller;
    let page = find(&parts.requests.store, tenant, keys, &options, call.now).await?;
    let next = page.next.map(|before| next_page(&options, before));
    Ok(linked(json(StatusCode::OK, &wire::Requests::new((page.rows, call.now)))?, next))
}

/// One request, with its link
///
/// Finds requests from all APIs.
#[utoipa::path(
    get, path = "/api/v1/review-requests/{id}", operation_id = "getReviewRequest",
    security(("key" = [SCOPE_READ])),
    params(("id" = u64, Path, minimum = 1, maximum = 9007199254740991u64, description = "The request's id.")),
    responses((status = 200, body = wire::One, description = "The request.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_READ).await?;
    let shown = parts.requests.show(&call.caller, request_id(&id)?, call.now).await?;
    Ok(json(StatusCode::OK, &wire::One::new((&shown, call.now)))?)
}

/// Every decision about a request, with time, reason and rule
///
/// Oldest first.
#[utoipa::path(
    get, path = "/api/v1/review-requests/{id}/timeline", operation_id = "getReviewRequestTimeline",
    security(("key" = [SCOPE_READ])),
    params(("id" = u64, Path, minimum = 1, maximum = 9007199254740991u64, description = "The request's id.")),
    responses((status = 200, body = wire::TimelineBody, description = "Every decision, oldest first.")),
)]
pub(crate) async fn timeline(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_READ).await?;
    let request = parts.requests.request(&call.caller, request_id(&id)?).await?;
    Ok(json(StatusCode::OK, &wire::TimelineBody::new(&request))?)
}

/// The messages sent to the customer; for a test key, the messages that would have been sent
///
/// Messages are not stored but rendered again, so changes of the shop's settings since then show in them.
#[utoipa::path(
    get, path = "/api/v1/review-requests/{id}/messages", operation_id = "listReviewRequestMessages",
    security(("key" = [SCOPE_READ])),
    params(("id" = u64, Path, minimum = 1, maximum = 9007199254740991u64, description = "The request's id.")),
    responses((status = 200, body = wire::Messages, description = "The messages with their outcomes.")),
)]
pub(crate) async fn messages(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_READ).await?;
    let messages = parts.requests.messages(&call.caller, request_id(&id)?, call.now).await?;
    Ok(json(StatusCode::OK, &wire::Messages::new(messages))?)
}

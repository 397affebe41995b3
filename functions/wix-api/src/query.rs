//! `POST /reviews/v2/review-requests/query` and `/count`.

use std::sync::Arc;

use app::SCOPE_WIX;
use app::requests::{Ranking, Search};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use edge::json;

use crate::error::Failure;
use crate::id_range::id_range;
use crate::parts::Parts;
use crate::wire::filter::{is_all, matches};
use crate::wire::page::{CountBody, CountInput, QueryBody};
use crate::wire::query::QueryInput;

/// Query review requests
///
/// Also finds requests that other APIs created. A page may have fewer requests than its limit and still have a next
/// one: a call searches at most 5,000 requests, and the next page continues where it stopped.
#[utoipa::path(
    post, path = "/reviews/v2/review-requests/query", operation_id = "queryReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = QueryInput,
    responses((status = 200, body = QueryBody, description = "A page of the requests that match.")),
)]
pub(crate) async fn query(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let call = parts.calls.json::<QueryInput>(request, SCOPE_WIX).await?;
    let (query, now) = (call.input.parse()?, call.now);
    let matching = |request: &_| matches(&query.filter, request, now);
    let rank = |request: &_| query.rank(request, now);
    let search = Search {
        span: id_range(&query.filter),
        matching: (!is_all(&query.filter)).then_some(&matching),
        ranking: query.by_creation().map_or(Ranking::By(&rank), Ranking::Made),
        start: query.start.clone(),
        limit: query.limit,
    };
    let page = parts.search.page(&call.caller, search).await?;
    Ok(json(StatusCode::OK, &QueryBody::new(&page, &query, now))?)
}

/// Count review requests
#[utoipa::path(
    post, path = "/reviews/v2/review-requests/count", operation_id = "countReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = CountInput,
    responses(
        (status = 200, body = CountBody, description = "How many requests match."),
        (status = 428, description = "TOO_MANY_TO_COUNT: more than 5,000 requests would be searched."),
    ),
)]
pub(crate) async fn count(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let call = parts.calls.json::<CountInput>(request, SCOPE_WIX).await?;
    let (filter, now) = (call.input.parse()?, call.now);
    let matching = |request: &_| matches(&filter, request, now);
    let matching = (!is_all(&filter)).then_some(&matching as _);
    let count = parts.search.count(&call.caller, id_range(&filter), matching).await?;
    Ok(json(StatusCode::OK, &CountBody { count })?)
}

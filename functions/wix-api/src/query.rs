//! `POST /reviews/v2/review-requests/query` and `/count`.

use std::sync::Arc;

use app::SCOPE_WIX;
use app::requests::{Ranking, Search};
use axum::extract::{Request, State};
use axum::response::Response;
use edge::json_object;

use crate::Parts;
use crate::error::Failure;
use crate::openapi::{CountInput, QueryInput};
use crate::span::span;
use crate::wire::{CountBody, QueryBody, filter, is_all, json, key, means};

/// Query review requests
///
/// Those that other APIs made, too. A page may have fewer than its limit and still have a next one: a call looks at
/// 5,000 requests, and the next page goes on where it ended.
#[utoipa::path(
    post, path = "/reviews/v2/review-requests/query", operation_id = "queryReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = QueryInput,
    responses((status = 200, body = QueryBody, description = "A page of the requests that match.")),
)]
pub(crate) async fn query(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(key(&head.headers), SCOPE_WIX, now).await?;
    let (object, _) = json_object(&head.headers, body).await?;
    let query = crate::wire::query(object.get("query"))?;
    let meant = |request: &_| means(&query.filter, request, now);
    let rank = |request: &_| query.rank(request, now);
    let search = Search {
        span: span(&query.filter),
        meant: (!is_all(&query.filter)).then_some(&meant),
        ranking: query.made().map_or(Ranking::By(&rank), Ranking::Made),
        start: query.start.clone(),
        limit: query.limit,
    };
    let found = parts.search.page(&caller, search).await?;
    json(&QueryBody::new(&found, &query, now))
}

/// Count review requests
#[utoipa::path(
    post, path = "/reviews/v2/review-requests/count", operation_id = "countReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = CountInput,
    responses(
        (status = 200, body = CountBody, description = "How many match."),
        (status = 428, description = "TOO_MANY_TO_COUNT: more than 5,000 would be looked at."),
    ),
)]
pub(crate) async fn count(State(parts): State<Arc<Parts>>, request: Request) -> Result<Response, Failure> {
    let now = parts.clock.now();
    let (head, body) = request.into_parts();
    let caller = parts.access.authenticate(key(&head.headers), SCOPE_WIX, now).await?;
    let (object, _) = json_object(&head.headers, body).await?;
    let filter = filter(object.get("filter"), "filter")?;
    let meant = |request: &_| means(&filter, request, now);
    let meant = (!is_all(&filter)).then_some(&meant as _);
    let count = parts.search.count(&caller, span(&filter), meant).await?;
    json(&CountBody { count })
}

//! `POST /reviews/v2/review-requests/query` and `/count`.

use app::idempotency::{Reply, read_once};
use axum::extract::Request;
use domain::values::SCOPE_WIX;
use edge::respond::reply;

use crate::SharedParts;
use crate::error::Served;
use crate::id_range::id_range;
use crate::use_cases::search::{self, Matching, Ranking, Search};
use crate::wire::field::matches;
use crate::wire::page::{CountBody, CountInput, QueryBody};
use crate::wire::query::QueryInput;

const QUERY: &str = "POST /reviews/v2/review-requests/query";
const COUNT: &str = "POST /reviews/v2/review-requests/count";

/// Query review requests
///
/// Includes requests from all APIs. A call searches at most 5,000 requests, and the next page continues from there. A
/// page may therefore be short and still have a next page.
#[utoipa::path(
    post, path = "/reviews/v2/review-requests/query", operation_id = "queryReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = QueryInput,
    responses((status = 200, body = QueryBody, description = "A page of the matching requests.")),
)]
pub(crate) async fn query(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<QueryInput>(request, SCOPE_WIX).await?;
    let (idempotency, now) = (call.idempotency(QUERY)?, call.now);
    let query = call.input.parse()?;
    let matching = |request: &_| matches(&query.filter, request, now);
    let rank = |request: &_| query.rank(request, now);
    let search = Search {
        matching: Matching { span: id_range(&query.filter), passes: (!query.filter.is_all()).then_some(&matching) },
        ranking: query.by_creation().map_or(Ranking::By(&rank), Ranking::Made),
        start: query.start.clone(),
        limit: query.limit,
    };
    let read = async {
        let page = search::page(&parts.search, &call.caller, search).await?;
        Reply::json(200, &QueryBody::new((&page, &query, now)))
    };
    Ok(reply(read_once(idempotency.as_ref(), &parts.search.store, &call.caller, now, read).await?))
}

/// Count review requests
///
/// Includes requests from all APIs. A call searches at most 5,000 requests.
#[utoipa::path(
    post, path = "/reviews/v2/review-requests/count", operation_id = "countReviewRequestsV2",
    security(("key" = [SCOPE_WIX])),
    request_body = CountInput,
    responses(
        (status = 200, body = CountBody, description = "The number of matching requests."),
        (status = 428, description = "TOO_MANY_TO_COUNT: the call would have to search more than 5,000 requests."),
    ),
)]
pub(crate) async fn count(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<CountInput>(request, SCOPE_WIX).await?;
    let (idempotency, now) = (call.idempotency(COUNT)?, call.now);
    let filter = call.input.parse()?;
    let matching = |request: &_| matches(&filter, request, now);
    let matching = Matching { span: id_range(&filter), passes: (!filter.is_all()).then_some(&matching as _) };
    let read = async {
        let count = search::count(&parts.search, &call.caller, matching).await?;
        Reply::json(200, &CountBody::new(count))
    };
    Ok(reply(read_once(idempotency.as_ref(), &parts.search.store, &call.caller, now, read).await?))
}

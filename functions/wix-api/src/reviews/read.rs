//! `GET` of one review, `POST …/query` and `/count`.

use app::caller::Caller;
use app::error::{Error as UseCase, Refusal};
use app::idempotency::{Reply, read_once};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::review::ReviewState;
use domain::values::SCOPE_WIX_REVIEWS;
use edge::body::Query;
use edge::http::Segment;
use edge::respond::{json, reply};
use store::review::list_pages::ReviewList;

use super::review_id;
use crate::error::Served;
use crate::filter::Filter;
use crate::id_range::id_range;
use crate::use_cases::SearchReviews;
use crate::use_cases::search::{self, Matching, Ranking};
use crate::wire::review::body::ReviewBody;
use crate::wire::review::field::{ReviewField, Search, matches};
use crate::wire::review::query::{CountBody, CountInput, Found, QueryBody, QueryInput, Sees, Total, parse_parameter};
use crate::{Parts, SharedParts};

const QUERY: &str = "POST /reviews/v1/reviews/query";
const COUNT: &str = "POST /reviews/v1/reviews/count";

/// Get a review
///
/// Finds reviews from all APIs. An unpublished review is 404 unless `returnPrivateReviews` is `true`.
#[utoipa::path(
    get, path = "/reviews/v1/reviews/{id}", operation_id = "getReviewV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    params(
        ("id" = String, Path, format = "uuid", description = "The review's GUID."),
        ("returnPrivateReviews" = Option<bool>, Query, description = "Whether to return the review even if it is unpublished; `false` if omitted."),
    ),
    responses((status = 200, body = ReviewBody, description = "The review.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, Query(query): Query, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_WIX_REVIEWS).await?;
    let sees = parse_parameter(query.find("returnPrivateReviews"))?;
    let shown = parts.reviews.show(&call.caller, review_id(&id)?, call.now).await?;
    if sees == Sees::Published && shown.review.state != ReviewState::Published {
        return Err(UseCase::NotFound.into());
    }
    Ok(json(StatusCode::OK, &ReviewBody::new(&shown))?)
}

/// Query reviews
///
/// Returns only published reviews, unless `returnPrivateReviews` is `true`. A call searches at most 5,000 reviews, and
/// the next page continues from there. A page may therefore be short and still have a next page.
#[utoipa::path(
    post, path = "/reviews/v1/reviews/query", operation_id = "queryReviewsV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    request_body = QueryInput,
    responses((status = 200, body = QueryBody, description = "A page of the matching reviews.")),
)]
pub(crate) async fn query(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<QueryInput>(request, SCOPE_WIX_REVIEWS).await?;
    let idempotency = call.idempotency(QUERY)?;
    let now = call.now;
    let caller = &call.caller;
    let (query, sees) = call.input.parse()?;
    let matching = |review: &_| matches(&query.filter, review);
    let rank = |review: &_| query.rank(review);
    let search = Search {
        matching: Matching { span: id_range(&query.filter), passes: (!query.filter.is_all()).then_some(&matching) },
        ranking: query.by_creation().map_or(Ranking::By(&rank), Ranking::Made),
        start: query.start.clone(),
        limit: query.limit,
    };
    let read = async {
        let (page, shown) = list(&parts, sees).page(caller, search, now).await?;
        let total = match query.offset() {
            Some(_) => Some(total(&parts, caller, &query.filter, sees).await?),
            None => None,
        };
        Reply::json(200, &QueryBody::new(&Found { page: &page, shown: &shown, query: &query, total }))
    };
    Ok(reply(read_once(idempotency.as_ref(), &parts.reviews.store, caller, now, read).await?))
}

/// Count reviews
///
/// Counts only published reviews, unless `includePrivateReviews` is `true`. With a filter, a call searches at most
/// 5,000 reviews.
#[utoipa::path(
    post, path = "/reviews/v1/reviews/count", operation_id = "countReviewsV1",
    security(("key" = [SCOPE_WIX_REVIEWS])),
    request_body = CountInput,
    responses(
        (status = 200, body = CountBody, description = "The number of matching reviews."),
        (status = 428, description = "TOO_MANY_TO_COUNT: the call would have to search more than 5,000 reviews."),
    ),
)]
pub(crate) async fn count(parts: SharedParts, request: Request) -> Served {
    let call = parts.calls.json::<CountInput>(request, SCOPE_WIX_REVIEWS).await?;
    let idempotency = call.idempotency(COUNT)?;
    let now = call.now;
    let caller = &call.caller;
    let (filter, sees) = call.input.parse()?;
    let read = async {
        let count = counted(&parts, caller, &filter, sees).await?;
        Reply::json(200, &CountBody::new(count))
    };
    Ok(reply(read_once(idempotency.as_ref(), &parts.reviews.store, caller, now, read).await?))
}

fn list(parts: &Parts, sees: Sees) -> SearchReviews<'_> {
    let list = match sees {
        Sees::Published => ReviewList::in_state(ReviewState::Published),
        Sees::All => ReviewList::All,
    };
    SearchReviews { reviews: &parts.reviews, list }
}

/// The number of matching reviews. Without a filter, it comes from stored counters.
async fn counted(parts: &Parts, caller: &Caller, filter: &Filter<ReviewField>, sees: Sees) -> Result<u64, UseCase> {
    if filter.is_all() {
        let counts = parts.reviews.counts(caller).await?;
        return Ok(counts.listed(|kind| sees == Sees::All || kind.state == ReviewState::Published));
    }
    let matching = |review: &_| matches(filter, review);
    let matching = Matching { span: id_range(filter), passes: Some(&matching) };
    Ok(search::count(&list(parts, sees), caller, matching).await?.into())
}

async fn total(parts: &Parts, caller: &Caller, filter: &Filter<ReviewField>, sees: Sees) -> Result<Total, UseCase> {
    match counted(parts, caller, filter, sees).await {
        Ok(total) => Ok(Some(total)),
        Err(UseCase::Refused(Refusal::TooManyToCount { .. })) => Ok(None),
        Err(error) => Err(error),
    }
}

//! `GET /api/v1/reviews`, `/{id}`, `/{id}/history` and `/stats`.

use axum::extract::RawQuery;
use axum::http::header::ETAG;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use domain::values::SCOPE_REVIEWS_READ;
use edge::deciding::OfReview;
use edge::http::Segment;
use edge::native::Served;
use edge::respond::{json, linked};
use edge::review::ListedReviews;

use crate::SharedParts;
use crate::export::next_page;
use crate::wire::{
    FilterParams, HistoryBody, ReviewBody, ReviewsBody, ReviewsQuery, SortWord, StatsBody, review_id, too_many_to_sort,
};

/// Reviews, page by page
///
/// Newest first. Removed and withdrawn reviews are left out. With a filter, a page may be short and still have a next page.
#[utoipa::path(
    get, path = "/api/v1/reviews", operation_id = "listReviews",
    security(("key" = [SCOPE_REVIEWS_READ])),
    params(
        FilterParams,
        ("sort" = Option<SortWord>, Query, description = "The order; `newest` if omitted."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100, description = "The maximum number of reviews on the page; 20 if omitted."),
        ("offset" = Option<u32>, Query, minimum = 0, maximum = 10_000, description = "The number of reviews to skip; 0 if omitted."),
        ("cursor" = Option<String>, Query, pattern = "^[1-9][0-9]{0,15}$", description = "The `next_cursor` of the previous page. Only for `newest` and `oldest`."),
    ),
    responses(
        (status = 200, body = ReviewsBody, description = "A page of reviews.", headers(
            ("Link" = String, description = "The next page's path, as `rel=\"next\"`, if there may be one. Only for `newest` and `oldest`."),
        )),
        (status = 422, description = "A parameter is invalid. `invalid_sort` also means that sorting by rating would have to read too many reviews."),
    ),
)]
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_READ).await?;
    let ReviewsQuery { filter, sort, start, limit, offset } =
        ReviewsQuery::parse(query.as_deref().unwrap_or_default())?;
    let page = parts.reviews.list(&call.caller, &filter, sort, start, limit, call.now).await?;
    if page.is_cut && page.next.is_none() {
        return Err(too_many_to_sort());
    }
    let total = parts.reviews.total(&call.caller, &filter).await?;
    let next = page.next.map(|next| next_page("reviews", query.as_deref(), next));
    Ok(linked(json(StatusCode::OK, &ReviewsBody::new(&ListedReviews { page: &page, total, limit, offset }))?, next))
}

/// A review
///
/// Includes the shop's answer and a waiting edit. The photos' URLs work for an hour.
#[utoipa::path(
    get, path = "/api/v1/reviews/{id}", operation_id = "getReview",
    security(("key" = [SCOPE_REVIEWS_READ])),
    params(OfReview),
    responses((status = 200, body = ReviewBody, description = "The review. Its revision is the `ETag`.")),
)]
pub(crate) async fn show(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_READ).await?;
    let shown = parts.reviews.show(&call.caller, review_id(&id)?, call.now).await?;
    let mut response = json(StatusCode::OK, &ReviewBody::new(&shown))?;
    if let Ok(revision) = HeaderValue::try_from(format!("\"{}\"", shown.review.revision)) {
        response.headers_mut().insert(ETAG, revision);
    }
    Ok(response)
}

/// The history of a review
///
/// Oldest first. Removed, withdrawn and erased reviews also have a history.
#[utoipa::path(
    get, path = "/api/v1/reviews/{id}/history", operation_id = "getReviewHistory",
    security(("key" = [SCOPE_REVIEWS_READ])),
    params(OfReview),
    responses((status = 200, body = HistoryBody, description = "The entries of the history.")),
)]
pub(crate) async fn history(parts: SharedParts, Segment(id): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_READ).await?;
    let ledger = parts.reviews.history(&call.caller, review_id(&id)?).await?;
    Ok(json(StatusCode::OK, &HistoryBody::new(ledger))?)
}

/// Statistics of reviews
///
/// The numbers come from counters, so the call is equally fast for any number of reviews.
#[utoipa::path(
    get, path = "/api/v1/reviews/stats", operation_id = "getReviewStats",
    security(("key" = [SCOPE_REVIEWS_READ])),
    responses((status = 200, body = StatsBody, description = "The statistics.")),
)]
pub(crate) async fn stats(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_REVIEWS_READ).await?;
    let counts = parts.reviews.counts(&call.caller).await?;
    Ok(json(StatusCode::OK, &StatsBody::new(&counts))?)
}

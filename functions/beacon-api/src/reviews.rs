//! `GET /beacon/reviews`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::values::SCOPE_CUSTOMERS_READ;
use edge::respond::reply;

use crate::error::Failure;
use crate::parts::Parts;
use crate::wire::page;
use crate::wire::review::{self, ReviewsPage};

/// List all reviews, newest first
///
/// Includes reviews from all APIs, also hidden reviews. `page` alone reaches only the first 10,000 rows and the last
/// page; follow `next_page_url` for the rest.
#[utoipa::path(
    get, path = "/beacon/reviews", operation_id = "listBeaconReviews",
    security(("key" = [SCOPE_CUSTOMERS_READ])),
    params(page::PageParams),
    responses((status = 200, body = ReviewsPage, description = "A page of reviews.")),
)]
pub(crate) async fn list(
    State(parts): State<Arc<Parts>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let reviews = parts.customers.all_reviews(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(review::page(reviews, format!("{}/beacon/reviews", parts.base_url))?))
}

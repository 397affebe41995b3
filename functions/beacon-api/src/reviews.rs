//! `GET /beacon/reviews`.

use axum::extract::RawQuery;
use axum::http::HeaderMap;
use domain::values::SCOPE_CUSTOMERS_READ;
use edge::respond::reply;

use crate::error::Served;
use crate::parts::SharedParts;
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
pub(crate) async fn list(parts: SharedParts, RawQuery(query): RawQuery, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CUSTOMERS_READ).await?;
    let reviews = parts.customers.all_reviews(&call.caller, &page::parse(query.as_deref())?).await?;
    Ok(reply(review::page(reviews, format!("{}/beacon/reviews", parts.base_url))?))
}

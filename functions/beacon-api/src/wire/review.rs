//! Reviews, of one customer or of all.

use app::idempotency::Reply;
use domain::review::Review;
use edge::beacon::ReviewRow;
use serde::Serialize;
use utoipa::ToSchema;

use crate::use_cases::NumberedPage;
use crate::wire::page::Pagination;

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReviewsPage)]
pub(crate) struct ReviewsPage<'a> {
    /// Always `true`.
    success: bool,
    data: Vec<ReviewRow<'a>>,
    pagination: Pagination,
}

/// A page of reviews; `path` is the list's URL.
pub(crate) fn page(page: NumberedPage<Review>, path: String) -> Result<Reply, app::error::Error> {
    let (reviews, pagination) = Pagination::new(page, path);
    Reply::json(200, &ReviewsPage { success: true, data: reviews.iter().map(ReviewRow::new).collect(), pagination })
}

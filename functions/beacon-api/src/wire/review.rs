//! A customer's reviews.

use app::PageOf;
use app::Reply;
use domain::{DisplayName, ProductId};
use serde::Serialize;
use store::CustomerReview;
use utoipa::ToSchema;

use crate::wire::page::Pagination;

/// A customer's review.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReview)]
struct ReviewData<'a> {
    #[schema(format = "uuid")]
    id: String,
    /// The ask, or another API's request, that this review answers.
    #[schema(format = "uuid")]
    ask_id: String,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    text: &'a str,
    /// The name to show; null if the review is anonymous.
    #[schema(required)]
    display_name: Option<&'a str>,
    /// The product under review; null for the business itself.
    #[schema(required)]
    item: Option<&'a str>,
    /// Unix seconds.
    created_at: i64,
    /// Unix seconds.
    updated_at: i64,
}

impl<'a> ReviewData<'a> {
    fn new(review: &'a CustomerReview) -> Self {
        let CustomerReview { request, product, review } = review;
        let words = review.words.as_ref();
        Self {
            id: review.id.guid().to_string(),
            ask_id: request.guid().to_string(),
            rating: review.rating.stars(),
            text: words.map_or("", |words| words.text.as_str()),
            display_name: words.and_then(|words| words.display_name.as_ref()).map(DisplayName::as_str),
            item: product.as_ref().map(ProductId::as_str),
            created_at: review.created_at.as_second(),
            updated_at: review.updated_at.as_second(),
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReviewsPage)]
pub(crate) struct ReviewsPage<'a> {
    data: Vec<ReviewData<'a>>,
    pagination: Pagination,
}

/// The answer that shows a customer's reviews; `path` is the list's URL.
///
/// # Errors
/// [`app::Error::Internal`] if it cannot be written as JSON.
pub(crate) fn page(page: PageOf<CustomerReview>, path: String) -> Result<Reply, app::Error> {
    let (reviews, pagination) = Pagination::new(page, path);
    Reply::json(200, &ReviewsPage { data: reviews.iter().map(ReviewData::new).collect(), pagination })
}

//! A review.

use domain::order::ProductId;
use domain::review::{Rating, Review, ReviewState};
use serde::Serialize;
use texts::escaped;
use utoipa::ToSchema;

/// The name of every review's source, as the vendor's clients show it.
const SOURCE: &str = "Afterword";

/// A review.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReview)]
pub struct ReviewRow<'a> {
    #[schema(format = "uuid")]
    id: String,
    /// The ask, or the request from another API, that the review answers; `null` if nobody asked for the review.
    #[schema(required, format = "uuid")]
    ask_id: Option<String>,
    #[schema(minimum = 1, maximum = 5)]
    score: u8,
    rating: RatingData,
    review: &'a str,
    /// `review`, escaped for HTML, with `<br>` for line breaks.
    review_html: String,
    reviewer: ReviewerData<'a>,
    source: SourceData,
    has_reply: bool,
    /// 0 for a published review, 1 for any other.
    #[schema(minimum = 0, maximum = 1)]
    is_hidden: u8,
    /// Always 0.
    is_duplicate: u8,
    /// The product; `null` for a review of the business itself.
    #[schema(required)]
    item: Option<&'a str>,
    /// Unix seconds.
    created_at: i64,
    /// Unix seconds.
    updated_at: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconRating)]
struct RatingData {
    #[schema(minimum = 1, maximum = 5)]
    score: u8,
    /// The score in words, such as `4 stars`.
    label: &'static str,
    /// Always `null`.
    #[schema(required)]
    image_link: Option<()>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReviewer)]
struct ReviewerData<'a> {
    /// The name that the customer chose to show; `null` for an anonymous review.
    #[schema(required)]
    name: Option<&'a str>,
    /// The same as `name`.
    #[schema(required)]
    first_name: Option<&'a str>,
    /// Always `null`: a shown name has no parts.
    #[schema(required)]
    last_name: Option<()>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconReviewSource)]
struct SourceData {
    name: &'static str,
}

impl<'a> ReviewRow<'a> {
    /// The row of a review, whatever its state.
    pub fn new(review: &'a Review) -> Self {
        let (text, name) = (review.text(), review.shown_name());
        let score = review.rating.stars();
        Self {
            id: review.id.guid().to_string(),
            ask_id: review.origin.request().map(|request| request.guid().to_string()),
            score,
            rating: RatingData { score, label: label(review.rating), image_link: None },
            review: text,
            review_html: escaped(text).replace('\n', "<br>"),
            reviewer: ReviewerData { name, first_name: name, last_name: None },
            source: SourceData { name: SOURCE },
            has_reply: review.content.reply.is_some(),
            is_hidden: u8::from(review.state != ReviewState::Published),
            is_duplicate: 0,
            item: review.product.as_ref().map(ProductId::as_str),
            created_at: review.created_at.as_second(),
            updated_at: review.updated_at.as_second(),
        }
    }
}

fn label(rating: Rating) -> &'static str {
    match rating.stars() {
        1 => "1 star",
        2 => "2 stars",
        3 => "3 stars",
        4 => "4 stars",
        _ => "5 stars",
    }
}

//! A review.

use domain::order::ProductId;
use domain::review::{Rating, Review, ReviewState};
use domain::values::value::Kind;
use texts::escaped;

use crate::shown;
use crate::shown::{UnixTime, Uuid};

/// The name of every review's source, as the vendor's clients show it.
const SOURCE: &str = "Afterword";

shown! {
    /// A review.
    pub struct ReviewRow as BeaconReview (review: &Review) {
        id: Uuid = review.id.guid();
        /// The ask, or the request from another API, that the review answers; `null` if nobody asked for the review.
        ask_id: Option<Uuid> = review.origin.request().map(|request| request.guid());
        score: u8 = review.rating.stars(), as Kind::Whole(1, 5);
        rating: RatingData = review.rating;
        review: String = review.text();
        /// `review`, escaped for HTML, with `<br>` for line breaks.
        review_html: String = escaped(review.text()).replace('\n', "<br>");
        reviewer: ReviewerData = review;
        source: SourceData = ();
        has_reply: bool = review.content.reply.is_some();
        /// 0 for a published review, 1 for any other.
        is_hidden: u8 = u8::from(review.state != ReviewState::Published), as Kind::Whole(0, 1);
        /// Always 0.
        is_duplicate: u8 = 0;
        /// The product; `null` for a review of the business itself.
        item: Option<String> = review.product.as_ref().map(ProductId::as_str);
        /// Unix seconds.
        created_at: UnixTime = review.created_at;
        /// Unix seconds.
        updated_at: UnixTime = review.updated_at;
    }

    struct RatingData as BeaconRating (rating: Rating) {
        score: u8 = rating.stars(), as Kind::Whole(1, 5);
        /// The score in words, such as `4 stars`.
        label: String = label(rating);
        /// Always `null`.
        image_link: Option<()> = None::<()>;
    }

    struct ReviewerData as BeaconReviewer (review: &Review) {
        /// The name that the customer chose to show; `null` for an anonymous review.
        name: Option<String> = review.shown_name();
        /// The same as `name`.
        first_name: Option<String> = review.shown_name();
        /// Always `null`: a shown name has no parts.
        last_name: Option<()> = None::<()>;
    }

    struct SourceData as BeaconReviewSource (_source: ()) {
        name: String = SOURCE;
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

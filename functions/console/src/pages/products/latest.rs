//! The newest reviews of a product.

use app::error::Error;
use app::review::{ReviewFilter, ReviewSort, ReviewStart};
use domain::order::ProductId;
use domain::review::{Review, ReviewState};

use crate::pages::reviews::{self, newest_words, state_text};
use crate::parts::Parts;
use crate::ui::Stars;
use crate::viewer::Viewer;

const SHOWN: u32 = 3;

pub(super) struct LatestReview {
    pub page: String,
    pub author: String,
    pub stars: Stars,
    pub words: String,
    pub day: String,
    /// The state of a review that is not published.
    pub state: Option<&'static str>,
}

impl LatestReview {
    pub(super) async fn read(parts: &Parts, viewer: &Viewer, product: &ProductId) -> Result<Vec<Self>, Error> {
        let filter = ReviewFilter { product: Some(Some(product.clone())), ..ReviewFilter::default() };
        let (sort, start) = (ReviewSort::Newest, ReviewStart::Skip(0));
        let page = parts.reviews.reviews.list(&viewer.caller(), &filter, sort, start, SHOWN, viewer.now).await?;
        Ok(page.reviews.iter().map(|shown| Self::new(viewer, &shown.review)).collect())
    }

    fn new(viewer: &Viewer, review: &Review) -> Self {
        let (rating, _, words) = newest_words(review);
        Self {
            page: reviews::address(review.id),
            author: reviews::author(viewer.texts, review),
            stars: Stars::new(viewer.texts, rating),
            words,
            day: viewer.day(review.created_at),
            state: (review.state != ReviewState::Published).then(|| state_text(review.state)),
        }
    }
}

//! A request's reviews, drafts and photos, which one query reads.

use domain::review::Photo;
use domain::values::{RequestId, Tenant};

use crate::review::SealedReview;
use crate::review::draft::SealedReviewDraft;
use crate::review::photo::parse_photo;
use crate::table::{Error, Store, keys};

/// The reviews of a request, sent and unsent.
#[derive(Default)]
pub struct RequestReviews {
    pub reviews: Vec<SealedReview>,
    /// The drafts, of items with and without a review.
    pub drafts: Vec<SealedReviewDraft>,
    pub photos: Vec<Photo>,
}

impl Store {
    /// The reviews, drafts and photos of a request, in one query.
    pub async fn request_reviews(&self, tenant: &Tenant, id: RequestId) -> Result<RequestReviews, Error> {
        let mut all = RequestReviews::default();
        for item in self.starting(tenant, &keys::reviews(id)).await? {
            match parse_photo(id, item).map_err(|item| SealedReviewDraft::parse(id, item)) {
                Ok(photo) => all.photos.push(photo?),
                Err(Ok(draft)) => all.drafts.push(draft),
                Err(Err(item)) => all.reviews.push(SealedReview::from_item(item)?),
            }
        }
        Ok(all)
    }
}

//! What a request's customer wrote and showed, sent or not: one query.

use domain::{Photo, RequestId, Tenant};

use crate::item::from_item;
use crate::photos::photo_of;
use crate::{Error, SealedReview, SealedReviewDraft, Store, keys};

/// What a request's customer wrote and showed.
#[derive(Default)]
pub struct RequestReviews {
    /// The reviews that were sent.
    pub reviews: Vec<SealedReview>,
    /// What was begun and not sent.
    pub unsent: Vec<SealedReviewDraft>,
    /// The photos, of both.
    pub photos: Vec<Photo>,
}

impl Store {
    /// What a request's customer wrote and showed, by item.
    ///
    /// # Errors
    /// As the table says.
    pub async fn request_reviews(&self, tenant: &Tenant, id: RequestId) -> Result<RequestReviews, Error> {
        let mut written = RequestReviews::default();
        for item in self.starting(tenant, &keys::reviews(id)).await? {
            match photo_of(id, item).map_err(|item| SealedReviewDraft::of(id, item)) {
                Ok(photo) => written.photos.push(photo?),
                Err(Ok(begun)) => written.unsent.push(begun),
                Err(Err(item)) => written.reviews.push(SealedReview { id, item: from_item(item)? }),
            }
        }
        Ok(written)
    }
}

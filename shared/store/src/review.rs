//! Reviews, and all that one query reads with them: drafts and photos.

use domain::{DisplayName, Photo, Rating, RequestId, Review, ReviewText, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::draft::SealedReviewDraft;
use crate::photo::parse_photo;
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item, instant, keys};

/// A review as stored: its text and display name are sealed.
pub struct SealedReview {
    id: RequestId,
    item: ReviewItem,
}

#[derive(Serialize, Deserialize)]
struct ReviewItem {
    item: usize,
    rating: u8,
    text: ByteBuf,
    display_name: Option<ByteBuf>,
    created_at: i64,
    updated_at: i64,
}

impl ReviewItem {
    fn seal(review: &Review, id: RequestId, keys: &TenantKeys, random: &Random) -> Result<Self, vault::Error> {
        let Review { item, rating, text, display_name, created_at, updated_at } = review;
        let sk = keys::review_sk(id, *item);
        let seal = |field, plain: &str| keys.seal(&sk, field, plain, random).map(ByteBuf::from);
        Ok(Self {
            item: *item,
            rating: rating.stars(),
            text: seal("text", text.as_str())?,
            display_name: display_name.as_ref().map(|name| seal("display_name", name.as_str())).transpose()?,
            created_at: created_at.as_millisecond(),
            updated_at: updated_at.as_millisecond(),
        })
    }
}

impl SealedReview {
    pub(crate) fn from_item(id: RequestId, item: Attributes) -> Result<Self, Error> {
        Ok(Self { id, item: from_item(item)? })
    }

    /// The review in clear.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it was not sealed with these keys.
    pub fn open(self, keys: &TenantKeys) -> Result<Review, Error> {
        let ReviewItem { item, rating, text, display_name, created_at, updated_at } = self.item;
        let sk = keys::review_sk(self.id, item);
        let unreadable = || Error::Unreadable("a review".to_owned());
        let open = |field, sealed: &ByteBuf| keys.open(&sk, field, sealed).map_err(|_| unreadable());
        let display_name = display_name.as_ref().map(|name| open("display_name", name)).transpose()?;
        Ok(Review {
            item,
            rating: Rating::new(rating).ok_or_else(unreadable)?,
            text: ReviewText::parse(&open("text", &text)?).map_err(|_| unreadable())?,
            display_name: display_name
                .map(|name| DisplayName::parse(&name))
                .transpose()
                .map_err(|_| unreadable())?
                .flatten(),
            created_at: instant(created_at)?,
            updated_at: instant(updated_at)?,
        })
    }
}

/// The reviews of a request, sent and unsent.
#[derive(Default)]
pub struct RequestReviews {
    /// The reviews that were sent.
    pub reviews: Vec<SealedReview>,
    /// The drafts, of items with and without a review.
    pub drafts: Vec<SealedReviewDraft>,
    /// The photos of reviews and drafts.
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
                Err(Err(item)) => all.reviews.push(SealedReview::from_item(id, item)?),
            }
        }
        Ok(all)
    }
}

impl Transaction<'_> {
    /// Creates or replaces the review of an item.
    pub fn put_review(&mut self, id: RequestId, review: &Review, keys: &TenantKeys) {
        match ReviewItem::seal(review, id, keys, &self.store.random) {
            Ok(item) => self.put(Part::Other, &keys::review(self.tenant, id, review.item), &item, "", []),
            Err(error) => self.failure = Some(error.into()),
        }
    }
}

//! Reviews from the shop's side: reading, deciding, answering.

mod decide;
mod ended;
mod export;
mod facts;
mod feeds;
mod list;
mod news;
pub mod photos;
mod public;
mod shown;
mod without_decision;

use domain::review::{LedgerEntry, Review, ReviewPhoto, ReviewState, Size};
use domain::values::{ReviewId, Tenant};
use jiff::Timestamp;
pub use store::review::counters::{ReviewCounts, tenths};
use store::review::list_pages::ReviewList;
use store::table::{End, Reading, Store};
use vault::TenantKeys;

pub use self::decide::{Moderate, Verdict, actor, require};
pub use self::ended::{ended_review, record_end};
pub use self::export::{EXPORT_ROWS_MAX, ExportPage, export};
pub use self::facts::FactBars;
pub use self::feeds::{Feed, photo_address};
pub use self::list::{ReviewFilter, ReviewPage, ReviewSort, ReviewStart, Total};
pub use self::news::{News, standing};
pub use self::public::{PublicList, PublicPage, PublicReviews, PublicShop, PublicView, Trust, ratings};
pub use self::shown::{Mark, ReviewAsShown, claimed_by, common_ground, marks, photos as shown_photos, said};
pub use self::without_decision::{appear, unverify};
use crate::bucket::Bucket;
use crate::caller::Caller;
use crate::error::Error;

/// How many rows of the list of waiting reviews are looked at.
const WAITING_LOOKED_AT: u32 = 100;

#[derive(Clone)]
pub struct Reviews {
    pub store: Store,
    pub bucket: Bucket,
}

pub struct ShownReview {
    pub review: Review,
    pub photos: Vec<ShownPhoto>,
    pub pending_photos: Vec<ShownPhoto>,
}

pub struct ShownPhoto {
    /// The URL from which a browser can load the photo, for an hour.
    pub url: String,
    /// The size in pixels.
    pub size: Size,
}

/// The place of a review among those that wait, from 1, and its neighbours.
pub struct Beside {
    pub place: usize,
    /// The waiting review before this one, which was written earlier.
    pub previous: Option<ReviewId>,
    /// The waiting review after this one, which was written later.
    pub next: Option<ReviewId>,
}

impl Reviews {
    pub async fn counts(&self, caller: &Caller) -> Result<ReviewCounts, Error> {
        Ok(self.store.review_counts(&caller.tenant).await?)
    }

    /// The published reviews with a waiting edit, among the oldest 100 entries of the waiting list.
    pub async fn waiting_edits(&self, caller: &Caller) -> Result<Vec<Review>, Error> {
        let reading = Reading::first(End::Oldest, WAITING_LOOKED_AT);
        let mut rows = self.store.review_rows(&caller.tenant, &ReviewList::Waiting, reading).await?.rows;
        rows.retain(|row| row.state == ReviewState::Published);
        let mut reviews = self.store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
        reviews.retain(Review::has_pending_edit);
        Ok(reviews)
    }

    /// The place of a review among the oldest 100 that wait; `None` if it is not among them.
    pub async fn beside(&self, caller: &Caller, review: &Review) -> Result<Option<Beside>, Error> {
        let reading = Reading::first(End::Oldest, WAITING_LOOKED_AT);
        let rows = self.store.review_rows(&caller.tenant, &ReviewList::Waiting, reading).await?.rows;
        let Some(at) = rows.iter().position(|row| row.id == review.id) else { return Ok(None) };
        let id_at = |at: Option<usize>| Some(rows.get(at?)?.id);
        Ok(Some(Beside { place: at + 1, previous: id_at(at.checked_sub(1)), next: id_at(Some(at + 1)) }))
    }

    pub async fn get(&self, caller: &Caller, id: ReviewId) -> Result<Review, Error> {
        let row = self.store.review_row(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let review = self.store.review(&caller.tenant, row.place, &caller.keys).await?;
        review.filter(|review| review.id == id && !review.state.is_final()).ok_or(Error::NotFound)
    }

    pub async fn show(&self, caller: &Caller, id: ReviewId, now: Timestamp) -> Result<ShownReview, Error> {
        self.find_shown(&caller.tenant, &caller.keys, id, now).await?.ok_or(Error::NotFound)
    }

    pub async fn with_photos(&self, caller: &Caller, review: Review, now: Timestamp) -> Result<ShownReview, Error> {
        self.shown(&caller.tenant, vec![review], now).await?.pop().ok_or(Error::NotFound)
    }

    /// One review with its photos, by id; `None` if there is none, or if the review has ended.
    pub async fn find_shown(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        id: ReviewId,
        now: Timestamp,
    ) -> Result<Option<ShownReview>, Error> {
        let found = self.find(tenant, keys, id).await?;
        Ok(self.shown(tenant, found.into_iter().collect(), now).await?.pop())
    }

    /// A review by id, without the URLs of its photos; `None` if there is none, or if the review has ended.
    pub async fn find(&self, tenant: &Tenant, keys: &TenantKeys, id: ReviewId) -> Result<Option<Review>, Error> {
        let Some(row) = self.store.review_row(tenant, id).await? else { return Ok(None) };
        Ok(self.store.reviews_of_rows(tenant, &[row], keys).await?.pop())
    }

    pub async fn shown(
        &self,
        tenant: &Tenant,
        reviews: Vec<Review>,
        now: Timestamp,
    ) -> Result<Vec<ShownReview>, Error> {
        let mut shown = Vec::with_capacity(reviews.len());
        for review in reviews {
            let photos = self.signed(tenant, &review, &review.photos, now).await?;
            let pending: &[_] = if review.has_pending_edit() { review.newest_photos() } else { &[] };
            let pending_photos = self.signed(tenant, &review, pending, now).await?;
            shown.push(ShownReview { review, photos, pending_photos });
        }
        Ok(shown)
    }

    async fn signed(
        &self,
        tenant: &Tenant,
        review: &Review,
        photos: &[ReviewPhoto],
        now: Timestamp,
    ) -> Result<Vec<ShownPhoto>, Error> {
        let mut signed = Vec::with_capacity(photos.len());
        for photo in photos {
            let Some(size) = photo.size else { continue };
            let place = photo.place(tenant, review.place());
            signed.push(ShownPhoto { url: self.bucket.view_url(&place.photo_path(), now).await?, size });
        }
        Ok(signed)
    }

    /// The history of a review, oldest first, whether the review has ended or not.
    pub async fn history(&self, caller: &Caller, id: ReviewId) -> Result<Vec<LedgerEntry>, Error> {
        let Caller { tenant, keys, .. } = caller;
        let stored = self.store.ledger(tenant, id, keys).await?;
        if !stored.is_empty() {
            return Ok(stored);
        }
        // The history of a review that was never changed is not stored, because it follows from the review. If the
        // review was changed after the first read, the history is stored by now.
        let first = self.find(tenant, keys, id).await?.and_then(|review| review.first_lines());
        let ledger = match first {
            Some(first) => first,
            None => self.store.ledger(tenant, id, keys).await?,
        };
        if ledger.is_empty() { Err(Error::NotFound) } else { Ok(ledger) }
    }
}

//! Changes of a review's photos alone: an uploaded or fetched photo is ready, or the author removes a photo.
//!
//! A photo that the author uploads changes the review like an edit of the words: with a revision, a ledger entry and an
//! event, and by the same rule, but without decrypting the review. A photo that a file named is part of the
//! review: only the list in the review's item is replaced, unless it changed since it was read.

use domain::review::{PHOTOS_MAX, Photo, PhotoPlace, PhotoState, Review, ReviewPhoto, ReviewPlace, ReviewState};
use domain::values::Tenant;
use jiff::Timestamp;

use crate::retention::{unsent_days, unsent_ttl};
use crate::review::SealedReview;
use crate::review::counting::note_public_change;
use crate::review::photo::take_photo;
use crate::shop::TenantRecord;
use crate::shop::service::require_known_layout;
use crate::table::{Error, Part, Store, Transaction, keys, number};

pub struct PhotoContext {
    /// The state of the photo; `None` if its place is empty or has another photo.
    pub state: Option<PhotoState>,
    /// After how many days S3 may delete the file, if the review is not sent.
    pub unsent_days: i64,
    /// The review in this place, ended or not.
    review: Option<SealedReview>,
    /// The review without what anybody wrote.
    unopened: Option<Review>,
    /// The shop, for a photo that has a slot.
    shop: Option<TenantRecord>,
}

impl PhotoContext {
    pub fn has_ended(&self) -> bool {
        self.unopened.as_ref().is_some_and(|review| review.state.is_final())
    }

    /// Whether the photo's review was sent and has not ended.
    pub fn is_sent(&self) -> bool {
        self.unopened.is_some() && !self.has_ended()
    }
}

impl Store {
    /// Reads the items of a photo's place, and the service's item with them, in one call.
    /// Errors: [`Error::Layout`] if the table has another layout.
    pub async fn photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<PhotoContext, Error> {
        let PhotoPlace { tenant, review, slot, photo } = place;
        let (key, shop) = (keys::review(tenant, *review), keys::tenant(tenant));
        let held_at = match *review {
            ReviewPlace::Item(request, item) => Some((keys::photo(tenant, request, item, *slot), (item, *slot))),
            ReviewPlace::Own(_) => None,
        };
        let wanted =
            held_at.iter().flat_map(|(key, _)| [key.clone(), shop.clone()]).chain([key.clone(), keys::service()]);
        let mut items = self.batch(wanted.collect()).await?;
        require_known_layout(&mut items)?;
        let stored = items.remove(&key).map(SealedReview::from_item).transpose()?;
        let unopened = stored.as_ref().map(SealedReview::unopened);
        // Without a slot, or once the review is sent, there is no TTL, because the file stays.
        let ttl = held_at.as_ref().and_then(|(key, _)| items.get(key)?.get("ttl")?.as_n().ok()?.parse().ok());
        let unsent_days = unsent_days(ttl.unwrap_or(i64::MAX), now);
        let held = held_at.and_then(|(key, position)| take_photo(&mut items, &key, position)).transpose()?;
        let state = match review {
            ReviewPlace::Item(..) => held.filter(|held| held.id == *photo).map(|held| held.state),
            ReviewPlace::Own(_) => {
                let ordered =
                    unopened.as_ref().and_then(|review| review.photos.iter().find(|listed| listed.id == *photo));
                ordered.map(|photo| photo.size.map_or(PhotoState::Expected, PhotoState::Ready))
            }
        };
        let shop = items.remove(&shop).map(TenantRecord::read).transpose()?;
        Ok(PhotoContext { state, unsent_days, review: stored, unopened, shop })
    }

    /// The photos in the slots of a review's place, in one call; no call for a place without slots.
    pub async fn photo_slots(&self, tenant: &Tenant, place: ReviewPlace) -> Result<Vec<Photo>, Error> {
        let ReviewPlace::Item(request, item) = place else { return Ok(Vec::new()) };
        let slots: Vec<_> = (0..PHOTOS_MAX).map(|slot| keys::photo(tenant, request, item, slot)).collect();
        let mut items = self.batch(slots.clone()).await?;
        let photos = slots.iter().enumerate().filter_map(|(slot, key)| take_photo(&mut items, key, (item, slot)));
        photos.collect()
    }
}

impl Transaction<'_> {
    /// Saves the result of processing a photo, in its slot and in its review. Refused unless the photo is still
    /// expected and the review is as in `context`. The photo of a sent review then no longer expires.
    pub fn settle_photo(&mut self, place: &PhotoPlace, state: PhotoState, context: &PhotoContext, now: Timestamp) {
        let PhotoContext { state: _, unsent_days, review, unopened, shop } = context;
        let live = review.as_ref().zip(unopened.as_ref()).filter(|_| context.is_sent());
        match (place.review, live, state, shop) {
            (ReviewPlace::Own(_), Some((sealed, before)), ..) => {
                self.change_photos(sealed, before, now, settled(&before.photos, place, state));
            }
            (ReviewPlace::Item(..), Some((sealed, before)), PhotoState::Ready(size), Some(shop)) => {
                let (mut review, moderation) = (before.clone(), shop.review_settings.moderation);
                let photo = ReviewPhoto { slot: place.slot, id: place.photo, size: Some(size) };
                let ledger = review.add_photo(photo, moderation, now).unwrap_or_default();
                // The day's limit does not stop a photo that is ready; above the limit, the page accepts no further
                // uploads.
                review.count_change(now).ok();
                self.save_unopened(sealed, (before, &review), &ledger, &shop.webhooks);
            }
            _ => self.require_review_of(place.review, unopened.as_ref()),
        }
        if let ReviewPlace::Item(request, item) = place.review {
            let key = keys::photo(self.tenant, request, item, place.slot);
            let ttl = (!context.is_sent()).then(|| unsent_ttl(*unsent_days, now));
            self.settle_slot(&key, place.photo, state, ttl);
        }
    }

    /// Refuses the transaction if the review in a place changed since it was read. `None` means that none was there.
    pub fn require_review_of(&mut self, place: ReviewPlace, review: Option<&Review>) {
        let key = keys::review(self.tenant, place);
        match review.map(|review| [(":read", number(review.version))]) {
            None => self.require(Part::Photo, &key, "attribute_not_exists(PK)", []),
            Some(values) => self.require(Part::Photo, &key, "version = :read", values),
        }
    }

    /// Changes the photos of a review that has no slots, and `has_photos` in its rows in lists. Refused if the review
    /// or its photos changed since they were read.
    fn change_photos(&mut self, sealed: &SealedReview, before: &Review, now: Timestamp, photos: Vec<ReviewPhoto>) {
        let mut review = before.clone();
        review.set_photos(photos);
        self.put_unopened(sealed, before, &review);
        if review.state == ReviewState::Published {
            note_public_change(self, review.product.as_ref(), now);
        }
        if review.has_photos() != before.has_photos() {
            self.move_rows(Some(before), &review, sealed.is_replied());
        }
    }
}

/// A review's photos after the photo for this place was processed. If there is nothing to show, the photo is removed
/// from the list.
fn settled(photos: &[ReviewPhoto], place: &PhotoPlace, state: PhotoState) -> Vec<ReviewPhoto> {
    let settled = match state {
        PhotoState::Ready(size) => Some(ReviewPhoto { slot: place.slot, id: place.photo, size: Some(size) }),
        PhotoState::Expected | PhotoState::Refused(_) => None,
    };
    photos.iter().filter_map(|photo| if photo.id == place.photo { settled } else { Some(*photo) }).collect()
}

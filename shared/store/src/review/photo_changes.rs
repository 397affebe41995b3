//! Photos that change without their review: when one is ready that was uploaded or ordered before, and when its author
//! removes one. The list in the review's item is replaced if it is as it was read.

use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, Update};
use domain::{PHOTOS_MAX, Photo, PhotoPlace, PhotoState, RequestId, ReviewPhoto, ReviewPlace, ReviewState, Tenant};
use jiff::Timestamp;

use crate::review::SealedReview;
use crate::review::counting::note_public_change;
use crate::review::list::listed;
use crate::review::photo::{settle_slot, take_photo};
use crate::review::photos::{PhotosOfReview, photo_list};
use crate::shop::service::require_known_layout;
use crate::table::{Error, Part, Store, Transaction, keys, number};

/// The items of a photo's place.
pub struct PhotoContext {
    /// The state of the photo; `None` if its place is empty or holds another one.
    pub state: Option<PhotoState>,
    /// The photo's review; `None` before it is sent, and once it has ended.
    pub review: Option<PhotosOfReview>,
    /// The ended review in its place.
    ended: Option<PhotosOfReview>,
}

impl PhotoContext {
    /// Whether the review in its place has ended.
    #[must_use]
    pub const fn has_ended(&self) -> bool {
        self.ended.is_some()
    }
}

impl Store {
    /// Reads the items of a photo's place, and the service's item with them, in one call.
    ///
    /// # Errors
    /// [`Error::Layout`] if this code does not know the table's layout.
    pub async fn photo(&self, place: &PhotoPlace) -> Result<PhotoContext, Error> {
        let PhotoPlace { tenant, review, slot, photo } = place;
        let key = keys::review(tenant, *review);
        let held_at = match *review {
            ReviewPlace::Item(request, item) => Some((keys::photo(tenant, request, item, *slot), (item, *slot))),
            ReviewPlace::Own(_) => None,
        };
        let mut items = self
            .batch(held_at.iter().map(|(key, _)| key.clone()).chain([key.clone(), keys::service()]).collect())
            .await?;
        require_known_layout(&mut items)?;
        let stored = items.remove(&key).map(|item| SealedReview::from_item(item)?.photos()).transpose()?;
        let held = held_at.and_then(|(key, position)| take_photo(&mut items, &key, position)).transpose()?;
        let state = match review {
            ReviewPlace::Item(..) => held.filter(|held| held.id == *photo).map(|held| held.state),
            ReviewPlace::Own(_) => {
                let ordered = stored.as_ref().and_then(|review| review.find(*photo));
                ordered.map(|photo| photo.size.map_or(PhotoState::Expected, PhotoState::Ready))
            }
        };
        let (ended, review) = stored.map_or((None, None), |review| match review.has_ended() {
            true => (Some(review), None),
            false => (None, Some(review)),
        });
        Ok(PhotoContext { state, review, ended })
    }

    /// The photos in the slots of a review's place, in one call; no call where there are no slots.
    pub async fn photo_slots(&self, tenant: &Tenant, place: ReviewPlace) -> Result<Vec<Photo>, Error> {
        let ReviewPlace::Item(request, item) = place else { return Ok(Vec::new()) };
        let slots: Vec<_> = (0..PHOTOS_MAX).map(|slot| keys::photo(tenant, request, item, slot)).collect();
        let mut items = self.batch(slots.clone()).await?;
        let photos = slots.iter().enumerate().filter_map(|(slot, key)| take_photo(&mut items, key, (item, slot)));
        photos.collect()
    }
}

impl Transaction<'_> {
    /// Saves the result of processing a photo, in its slot and in its review. Refused unless the photo is still expected, and
    /// unless its review is as `context` has it. The photo of a sent review no longer expires.
    pub fn settle_photo(&mut self, place: &PhotoPlace, state: PhotoState, context: &PhotoContext, now: Timestamp) {
        let PhotoContext { state: _, review, ended } = context;
        match review {
            Some(review) => self.change_photos(review, now, |photos| settled(photos, place, state)),
            None => self.require_photos_of(place.review, ended.as_ref()),
        }
        if let ReviewPlace::Item(request, item) = place.review {
            let key = keys::photo(self.tenant, request, item, place.slot);
            self.update(Part::Photo, &key, settle_slot(place.photo, state, review.is_some()));
        }
    }

    /// Removes a photo, also from its review. Refused if its slot holds another one now, or if the review is not as it was
    /// read.
    pub fn remove_photo(&mut self, id: RequestId, photo: &Photo, review: Option<&PhotosOfReview>, now: Timestamp) {
        let others = |photos: &[ReviewPhoto]| photos.iter().filter(|shown| shown.id != photo.id).copied().collect();
        match review {
            Some(review) if !review.has_ended() => self.change_photos(review, now, others),
            review => self.require_photos_of(ReviewPlace::Item(id, photo.item), review),
        }
        self.empty_slots(id, std::slice::from_ref(photo));
    }

    /// Changes the photos of a review, and whether its rows in the lists say that it has some. Refused if the review or its
    /// photos changed since they were read.
    fn change_photos(
        &mut self,
        review: &PhotosOfReview,
        now: Timestamp,
        change: impl FnOnce(&[ReviewPhoto]) -> Vec<ReviewPhoto>,
    ) {
        let PhotosOfReview { place, id, product, state, revision, photos: before } = review;
        let after = change(before);
        let update = Update::builder()
            .update_expression("SET photos = :after")
            .condition_expression("revision = :revision AND photos = :before")
            .expression_attribute_values(":after", photo_list(&after))
            .expression_attribute_values(":before", photo_list(before))
            .expression_attribute_values(":revision", number(revision));
        self.update(Part::Photo, &keys::review(self.tenant, *place), update);
        if *state == ReviewState::Published {
            note_public_change(self, product.as_ref(), now);
        }
        let has_some = |photos: &[ReviewPhoto]| photos.iter().any(|photo| photo.size.is_some());
        if has_some(before) == has_some(&after) {
            return;
        }
        for key in listed(self.tenant, *id, *state, product.as_ref()) {
            let update = Update::builder()
                .update_expression("SET photos = :photos")
                .condition_expression("attribute_exists(PK)")
                .expression_attribute_values(":photos", AttributeValue::Bool(has_some(&after)));
            self.update(Part::Photo, &key, update);
        }
    }

    /// Refused if the review changed since this was read, or if there is one by now.
    fn require_photos_of(&mut self, place: ReviewPlace, review: Option<&PhotosOfReview>) {
        let check = match review {
            None => ConditionCheck::builder().condition_expression("attribute_not_exists(PK)"),
            Some(review) => ConditionCheck::builder()
                .condition_expression("revision = :revision")
                .expression_attribute_values(":revision", number(review.revision)),
        };
        self.check(Part::Photo, &keys::review(self.tenant, place), check);
    }
}

/// The photos of a review once the one in this place is processed.
fn settled(photos: &[ReviewPhoto], place: &PhotoPlace, state: PhotoState) -> Vec<ReviewPhoto> {
    let PhotoPlace { tenant: _, review, slot, photo: id } = *place;
    let settled = match state {
        PhotoState::Ready(size) => Some(ReviewPhoto { slot, id, size: Some(size) }),
        PhotoState::Expected | PhotoState::Refused(_) | PhotoState::Foreign(_) => None,
    };
    match review {
        // An ordered photo has its place already, and leaves it if there is nothing to show.
        ReviewPlace::Own(_) => {
            photos.iter().filter_map(|photo| if photo.id == id { settled } else { Some(*photo) }).collect()
        }
        ReviewPlace::Item(..) => {
            let mut photos: Vec<_> = photos.iter().copied().chain(settled).collect();
            photos.sort_by_key(|photo| photo.slot);
            photos
        }
    }
}

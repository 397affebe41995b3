//! Adds, removes, stores and shows the photos of a review.

use app::bucket::{Afterwards, UploadForm, Uploaded};
use app::error::{Error, retry};
use domain::request::Request;
use domain::review::{Photo, PhotoId, PhotoState, Review, ReviewPlace, free_slot};
use domain::shop::Shop;
use domain::values::{RequestId, Tenant};
use futures_util::future::join_all;
use jiff::Timestamp;
use store::context::ItemParts;
use store::table::Part;

use crate::use_cases::link::{LinkTarget, shop_of};
use crate::use_cases::{Hub, LinkError};

/// The result of reserving a slot for a photo.
pub enum Expecting {
    /// The photo has a slot.
    Form {
        form: UploadForm,
        /// The slot, from 0.
        slot: usize,
        shop: Shop,
    },
    /// Every slot has a photo.
    Full { shop: Shop },
    /// Photos were added too often today.
    TooOften { shop: Shop },
}

impl Hub {
    /// Reserves a slot for one more photo of an item. Like any input, this marks the request as engaged.
    pub async fn expect_photo(
        &self,
        token: &str,
        item: usize,
        then: Afterwards<'_>,
        now: Timestamp,
    ) -> Result<Expecting, LinkError> {
        retry!(self.store, {
            let (found, ItemParts { photos, review, .. }) = self.find_live_item(token, item, now).await?;
            let LinkTarget { tenant, keys: _ /* nothing of a photo is sealed */, mut context } = found;
            let Some((slot, gives_way)) = free_slot(&photos, now) else {
                return Ok(Expecting::Full { shop: shop_of(&context) });
            };
            let sent = review.map(|review| review.unopened()).filter(|review| !review.state.is_final());
            if sent.is_some_and(|review| !review.may_change(now)) {
                return Ok(Expecting::TooOften { shop: shop_of(&context) });
            }
            let id = PhotoId::new(u128::from_le_bytes(self.random.bytes()));
            let photo = Photo { item, slot, id, state: PhotoState::Expected, created_at: now };
            let request = &mut context.request;
            if request.count_photo(now).is_err() {
                return Ok(Expecting::TooOften { shop: shop_of(&context) });
            }
            let counters = request.began(now);
            let mut transaction = self.store.transaction(&tenant);
            transaction.expect_photo(request, &photo, gives_way);
            transaction.save_request(Part::Request, request);
            transaction.count(request, &counters);
            transaction.commit().await?;
            let key = photo.place(&tenant, request.id).upload_path();
            let form = self.bucket.upload_form(&key, Uploaded::Photo, then, now).await?;
            Ok(Expecting::Form { form, slot, shop: shop_of(&context) })
        })
    }

    /// Removes the photo in a slot, if there is one. In a submitted review, this is an edit.
    pub async fn remove_photo(&self, token: &str, item: usize, slot: usize, now: Timestamp) -> Result<(), LinkError> {
        retry!(self.store, {
            let (found, ItemParts { photos, review, draft: _ }) = self.find_live_item(token, item, now).await?;
            let LinkTarget { tenant, keys, context } = found;
            let Some(photo) = photos.iter().find(|photo| photo.slot == slot) else { return Ok(()) };
            let before = review.map(|review| review.open(&keys)).transpose()?;
            let mut review = before.clone();
            // A review that has ended is not changed.
            let ledger = review.as_mut().and_then(|review| review.remove_photo(photo.id, now).ok()).unwrap_or_default();
            let mut transaction = self.store.transaction(&tenant);
            match &mut review {
                Some(review) if !ledger.is_empty() => {
                    // A photo can be removed even if the review was changed too often.
                    review.count_change(now).ok();
                    let webhooks = &context.tenant.webhooks;
                    transaction.save_review(before.as_ref(), review, &ledger, &keys, webhooks);
                }
                _ => {
                    let place = ReviewPlace::Item(context.request.id, item);
                    transaction.require_review_of(place, before.as_ref());
                }
            }
            transaction.empty_slots(context.request.id, [photo.held()]);
            let file = [photo.place(&tenant, context.request.id)];
            self.files.prepare(&file, now).await;
            transaction.commit().await?;
            // When the processing of an upload finds no slot for the photo, it deletes the file.
            self.files.discard(&file, now).await;
            Ok(())
        })
    }

    /// Makes the files of a review's photos permanent, and returns the photos for which that succeeded. A failure of S3
    /// does not fail the review: the other photos expire with their files, unless the review is submitted again. The
    /// files of photos in `before` are already permanent.
    pub(super) async fn keep_files(
        &self,
        tenant: &Tenant,
        request: &Request,
        photos: Vec<Photo>,
        before: Option<&Review>,
        now: Timestamp,
    ) -> Vec<Photo> {
        let photos = photos.into_iter().map(async |photo| {
            let done = match photo.state {
                PhotoState::Ready(_) if before.is_some_and(|before| before.has_photo(photo.id)) => Ok(()),
                PhotoState::Ready(_) => self.bucket.keep_photo(&photo.place(tenant, request.id), now).await,
                // The file has not arrived, or was rejected.
                PhotoState::Expected | PhotoState::Refused(_) => Ok(()),
            };
            done.inspect_err(
                |error| tracing::error!(request = request.id.get(), photo = %photo.id, %error, "cannot keep a photo's file"),
            )
            .ok()
            .map(|()| photo)
        });
        join_all(photos).await.into_iter().flatten().collect()
    }

    /// The photos with their URLs, except those whose file never arrived.
    pub(super) async fn viewable(
        &self,
        tenant: &Tenant,
        request: RequestId,
        photos: Vec<Photo>,
        now: Timestamp,
    ) -> Result<Vec<(Photo, Option<String>)>, Error> {
        let mut viewable = Vec::with_capacity(photos.len());
        for photo in photos.into_iter().filter(|photo| !photo.is_lapsed(now)) {
            let url = match photo.state {
                PhotoState::Ready(_) => {
                    Some(self.bucket.view_url(&photo.place(tenant, request).photo_path(), now).await?)
                }
                PhotoState::Expected | PhotoState::Refused(_) => None,
            };
            viewable.push((photo, url));
        }
        Ok(viewable)
    }
}

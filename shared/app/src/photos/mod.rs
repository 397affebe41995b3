//! A review's photos: each takes a slot in the table and a file that the browser uploads straight to S3.
//!
//! The table says what exists; a file in the bucket without a slot is deleted.

mod bucket;

use bytes::Bytes;
use domain::{
    PHOTO_BYTES_MAX, Photo, PhotoId, PhotoPlace, PhotoRefusal, PhotoState, Request, RequestId, Shop, Size, Tenant,
    free_slot,
};
use futures_util::future::join_all;
use jiff::Timestamp;
use store::{Part, Store};

use crate::hub::{Hub, LinkTarget, engage, shop_of};
use crate::retry::{TRIES_MAX, TryError, retry};
use crate::{Clock, Error, LinkError};

pub use bucket::{Afterwards, Bucket, UploadForm};

/// What came of asking to add a photo.
pub enum Expecting {
    /// It has a slot.
    Form {
        /// The form that uploads its file.
        form: UploadForm,
        /// The slot, from 0.
        slot: usize,
        /// The shop that asks.
        shop: Shop,
    },
    /// All slots are taken.
    Full {
        /// The shop that asks.
        shop: Shop,
    },
}

impl Hub {
    /// Takes a slot for one more photo of an item, which marks the request engaged as any input does.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn expect_photo(
        &self,
        token: &str,
        item: usize,
        then: Afterwards<'_>,
        now: Timestamp,
    ) -> Result<Expecting, LinkError> {
        retry!(TRIES_MAX, {
            let (found, photos) = self.find_live_item(token, item, now).await?;
            let LinkTarget { tenant, keys: _ /* nothing of a photo is sealed */, mut context } = found;
            let Some((slot, gives_way)) = free_slot(&photos, now) else {
                return Ok(Expecting::Full { shop: shop_of(&context) });
            };
            let id = PhotoId::new(u128::from_le_bytes(self.random.bytes()));
            let photo = Photo { item, slot, id, state: PhotoState::Expected, created_at: now };
            let request = &mut context.request;
            let mut transaction = self.store.transaction(&tenant);
            transaction.expect_photo(request, &photo, gives_way);
            engage(&mut transaction, request, now);
            transaction.commit().await?;
            let key = place(&tenant, request, &photo).incoming();
            let form = self.bucket.upload_form(&key, then, now).await?;
            Ok(Expecting::Form { form, slot, shop: shop_of(&context) })
        })
    }

    /// Removes the photo in a slot, if there is one.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn remove_photo(&self, token: &str, item: usize, slot: usize, now: Timestamp) -> Result<(), LinkError> {
        retry!(TRIES_MAX, {
            let (LinkTarget { tenant, keys: _, context }, photos) = self.find_live_item(token, item, now).await?;
            let Some(photo) = photos.iter().find(|photo| photo.slot == slot) else { return Ok(()) };
            let mut transaction = self.store.transaction(&tenant);
            transaction.remove_photo(context.request.id, photo);
            transaction.commit().await?;
            // An upload that is still to be processed finds no slot and is deleted.
            let key = place(&tenant, &context.request, photo).kept();
            if let Err(error) = self.bucket.delete(&key, now).await {
                tracing::warn!(request = context.request.id.get(), photo = %photo.id, %error, "cannot delete a photo's file");
            }
            Ok(())
        })
    }

    /// Keeps the files of a review's photos for good, and returns the photos to keep with them. The others expire
    /// together with their file, unless the review is sent again: a failure of S3 does not fail the review.
    pub(crate) async fn keep_files(
        &self,
        tenant: &Tenant,
        request: &Request,
        photos: Vec<Photo>,
        now: Timestamp,
    ) -> Vec<Photo> {
        let photos = photos.into_iter().map(async |photo| {
            let done = match photo.state {
                PhotoState::Ready(_) => self.bucket.keep(&place(tenant, request, &photo).kept(), now).await,
                // It has no file yet, or never will.
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

    /// The photos with the URLs that load them, except those whose file never came.
    pub(crate) async fn viewable(
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
                    let Photo { item, slot, id, .. } = photo;
                    let key = PhotoPlace { tenant: tenant.clone(), request, item, slot, photo: id }.kept();
                    Some(self.bucket.view_url(&key, now).await?)
                }
                PhotoState::Expected | PhotoState::Refused(_) => None,
            };
            viewable.push((photo, url));
        }
        Ok(viewable)
    }
}

fn place(tenant: &Tenant, request: &Request, photo: &Photo) -> PhotoPlace {
    let &Photo { item, slot, id, .. } = photo;
    PhotoPlace { tenant: tenant.clone(), request: request.id, item, slot, photo: id }
}

/// A photo made from a file: a JPEG with nothing in it but the picture.
pub struct Developed {
    /// The JPEG.
    pub jpeg: Bytes,
    /// Its size in pixels.
    pub size: Size,
}

/// Processes uploads.
#[derive(Clone)]
pub struct TakePhoto {
    /// Where the slots are stored.
    pub store: Store,
    /// Where the files are stored.
    pub bucket: Bucket,
    /// The clock.
    pub clock: Clock,
}

impl TakePhoto {
    /// Makes a photo from an uploaded file, or records why it cannot, and deletes the file. A repeated call
    /// changes nothing: S3 may report a file twice, late, or after its slot went to another photo.
    ///
    /// # Errors
    /// Storage failures, S3's included.
    pub async fn take(
        &self,
        place: &PhotoPlace,
        bytes: u64,
        develop: impl Fn(&[u8]) -> Result<Developed, PhotoRefusal>,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let (held, is_sent) = self.store.photo(place).await?;
        let is_expected = held.is_some_and(|held| held.id == place.photo && held.state == PhotoState::Expected);
        if is_expected {
            // Defence in depth: the upload form's policy refuses such a file before it is stored.
            let developed = match bytes > PHOTO_BYTES_MAX {
                true => Err(PhotoRefusal::TooLarge),
                false => develop(&self.bucket.get(&place.incoming(), now).await?),
            };
            let state = match developed {
                Ok(Developed { jpeg, size }) => {
                    self.bucket.put_jpeg(&place.kept(), jpeg, now).await?;
                    PhotoState::Ready(size)
                }
                Err(reason) => PhotoState::Refused(reason),
            };
            self.settle(place, state, is_sent, now).await?;
        }
        self.bucket.delete(&place.incoming(), now).await
    }

    /// Records in its slot what became of a photo, and whether the review was sent: that may happen while the
    /// photo is processed.
    async fn settle(
        &self,
        place: &PhotoPlace,
        state: PhotoState,
        mut is_sent: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        retry!(TRIES_MAX, {
            if is_sent && matches!(state, PhotoState::Ready(_)) {
                self.bucket.keep(&place.kept(), now).await?;
            }
            let mut transaction = self.store.transaction(&place.tenant);
            transaction.settle_photo(place, state, is_sent);
            match transaction.commit().await {
                Ok(()) => {
                    log(place, state);
                    return Ok(());
                }
                Err(error) if error.refused(Part::Photo) => {}
                Err(error) => return Err(error.into()),
            }
            let (held, sent) = self.store.photo(place).await?;
            match held.filter(|held| held.id == place.photo) {
                // It was removed meanwhile.
                None => Ok(self.bucket.delete(&place.kept(), now).await?),
                // Another delivery of the same event finished first.
                Some(held) if held.state != PhotoState::Expected => Ok(()),
                Some(_) => {
                    is_sent = sent;
                    Err(TryError::Conflict)
                }
            }
        })
    }
}

fn log(place: &PhotoPlace, state: PhotoState) {
    let PhotoPlace { tenant: _, request, item, slot, photo } = place;
    let refused = match state {
        PhotoState::Refused(reason) => reason.as_str(),
        PhotoState::Ready(_) | PhotoState::Expected => "",
    };
    tracing::info!(request = request.get(), item, slot, %photo, refused, "processed a photo");
}

//! Photos beside a review: a place for each, a file uploaded straight to S3, and what is made of it.
//!
//! The table says what exists; a file in the bucket that no place names is nobody's, and goes.

mod bucket;

use bytes::Bytes;
use domain::{
    PHOTO_BYTES_MAX, Photo, PhotoId, PhotoPlace, PhotoRefusal, PhotoState, Request, RequestId, Shop, Size, Tenant,
    free_slot,
};
use futures_util::future::join_all;
use jiff::Timestamp;
use store::{CommitError, Part, Store};

use crate::hub::{Hub, LinkTarget, Opened, dead, engage, face};
use crate::retry::CHANGES_MAX;
use crate::{Clock, Error};

pub use bucket::{Afterwards, Bucket, UploadForm};

/// What became of the wish to add a photo.
pub enum Expecting {
    /// It has a place.
    Form {
        /// Uploads its file.
        form: UploadForm,
        /// The place.
        slot: usize,
        /// The shop that asks.
        shop: Shop,
    },
    /// All places are taken.
    Full {
        /// The shop that asks.
        shop: Shop,
    },
    /// The link was dead by then.
    Refused(Opened),
}

/// What became of the wish to remove one.
pub enum Removing {
    /// It is gone.
    Removed,
    /// The link was dead by then.
    Refused(Opened),
}

impl Hub {
    /// Takes a place for one more photo of an item, which engages the customer as any input does.
    /// `None` for an unknown token or an item that the request does not have.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn expect_photo(
        &self,
        token: &str,
        item: usize,
        then: Afterwards<'_>,
        now: Timestamp,
    ) -> Result<Option<Expecting>, Error> {
        for _ in 0..CHANGES_MAX {
            let Some((found, photos)) = self.find_with_photos(token, item, now).await? else { return Ok(None) };
            if let Some(dead) = dead(&found.context, now) {
                return Ok(Some(Expecting::Refused(dead)));
            }
            let LinkTarget { tenant, keys: _ /* nothing of a photo is sealed */, mut context } = found;
            if item >= context.request.items.len() {
                return Ok(None);
            }
            let Some((slot, gives_way)) = free_slot(&photos, now) else {
                return Ok(Some(Expecting::Full { shop: face(&context) }));
            };
            let id = PhotoId::new(u128::from_le_bytes(self.random.bytes()));
            let photo = Photo { item, slot, id, state: PhotoState::Expected, created_at: now };
            let request = &mut context.request;
            let mut transaction = self.store.transaction(&tenant);
            transaction.expect_photo(request, &photo, gives_way);
            engage(&mut transaction, request, now);
            match transaction.commit().await {
                Ok(()) => {
                    let key = place(&tenant, request, &photo).incoming();
                    let form = self.bucket.upload_form(&key, then, now).await?;
                    return Ok(Some(Expecting::Form { form, slot, shop: face(&context) }));
                }
                // Another photo took the place, or somebody changed the request.
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Removes the photo at a place, if one is there. `None` for an unknown token or an item that the
    /// request does not have.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn remove_photo(
        &self,
        token: &str,
        item: usize,
        slot: usize,
        now: Timestamp,
    ) -> Result<Option<Removing>, Error> {
        for _ in 0..CHANGES_MAX {
            let Some((found, photos)) = self.find_with_photos(token, item, now).await? else { return Ok(None) };
            if let Some(dead) = dead(&found.context, now) {
                return Ok(Some(Removing::Refused(dead)));
            }
            let LinkTarget { tenant, keys: _, context } = found;
            if item >= context.request.items.len() {
                return Ok(None);
            }
            let Some(photo) = photos.iter().find(|photo| photo.slot == slot) else {
                return Ok(Some(Removing::Removed));
            };
            let mut transaction = self.store.transaction(&tenant);
            transaction.remove_photo(context.request.id, photo);
            match transaction.commit().await {
                Ok(()) => {
                    // An upload that is still to be looked at meets an empty place, and goes.
                    let kept = place(&tenant, &context.request, photo).kept();
                    if let Err(error) = self.bucket.delete(&kept, now).await {
                        tracing::warn!(request = context.request.id.get(), photo = %photo.id, %error, "a photo stays");
                    }
                    return Ok(Some(Removing::Removed));
                }
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Keeps the files of a review's photos for good, and says which photos may be, too: the others leave
    /// together with their file, unless the review is sent once more. S3 is in no review's way.
    pub(crate) async fn keep_files(
        &self,
        tenant: &Tenant,
        request: &Request,
        photos: Vec<Photo>,
        now: Timestamp,
    ) -> Vec<Photo> {
        let kept = photos.into_iter().map(async |photo| {
            let kept = match photo.state {
                PhotoState::Ready(_) => self.bucket.keep(&place(tenant, request, &photo).kept(), now).await,
                // It has none yet, or never will.
                PhotoState::Expected | PhotoState::Refused(_) => Ok(()),
            };
            kept.inspect_err(
                |error| tracing::error!(request = request.id.get(), photo = %photo.id, %error, "a photo may go"),
            )
            .ok()
            .map(|()| photo)
        });
        join_all(kept).await.into_iter().flatten().collect()
    }

    /// The photos with where a browser loads them, those that never came left out.
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
                    let kept = PhotoPlace { tenant: tenant.clone(), request, item, slot, photo: id }.kept();
                    Some(self.bucket.view_url(&kept, now).await?)
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

/// A photo made of a file: a JPEG with nothing in it but the picture.
pub struct Developed {
    /// The JPEG.
    pub jpeg: Bytes,
    /// How large it is.
    pub size: Size,
}

/// Looks at what was uploaded.
#[derive(Clone)]
pub struct TakePhoto {
    /// Where the places are.
    pub store: Store,
    /// Where the files are.
    pub bucket: Bucket,
    /// What time it is.
    pub clock: Clock,
}

impl TakePhoto {
    /// Makes a photo of an uploaded file, or says why there is none; the file goes. Once more, it
    /// changes nothing: S3 may tell of a file twice, late, or after its place was given to another.
    ///
    /// # Errors
    /// The dependencies' own trouble.
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
            // The bucket's policy refuses such a file before it is stored; this is for the day on which it does not.
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

    /// Says in its place what became of a photo. Whether the review was sent is part of what is written: it may
    /// be sent while its photo is looked at.
    async fn settle(
        &self,
        place: &PhotoPlace,
        state: PhotoState,
        mut is_sent: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        for _ in 0..CHANGES_MAX {
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
                None => return self.bucket.delete(&place.kept(), now).await,
                // Somebody else was told of the same file, and was quicker.
                Some(held) if held.state != PhotoState::Expected => return Ok(()),
                Some(_) => is_sent = sent,
            }
        }
        Err(Error::Unavailable("the photo's place keeps changing".to_owned()))
    }
}

fn log(place: &PhotoPlace, state: PhotoState) {
    let PhotoPlace { tenant: _, request, item, slot, photo } = place;
    let refused = match state {
        PhotoState::Refused(reason) => reason.as_str(),
        PhotoState::Ready(_) | PhotoState::Expected => "",
    };
    tracing::info!(request = request.get(), item, slot, %photo, refused, "looked at a photo");
}

//! What becomes of an upload.

use bytes::Bytes;
use domain::{PHOTO_BYTES_MAX, PhotoPlace, PhotoRefusal, PhotoState, Size};
use jiff::Timestamp;
use store::{Part, Store};

use crate::retry::{TryError, retry};
use crate::{Bucket, Clock, Error};

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
                false => develop(&self.bucket.get(&place.upload_path(), now).await?),
            };
            let state = match developed {
                Ok(Developed { jpeg, size }) => {
                    self.bucket.put_jpeg(&place.photo_path(), jpeg, now).await?;
                    PhotoState::Ready(size)
                }
                Err(reason) => PhotoState::Refused(reason),
            };
            self.settle(place, state, is_sent, now).await?;
        }
        self.bucket.delete(&place.upload_path(), now).await
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
        retry!(self.store, {
            if is_sent && matches!(state, PhotoState::Ready(_)) {
                self.bucket.keep(&place.photo_path(), now).await?;
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
                None => Ok(self.bucket.delete(&place.photo_path(), now).await?),
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

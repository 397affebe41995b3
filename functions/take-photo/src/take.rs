//! Processes an upload, or fetches or copies an ordered photo.

use std::time::Duration;

use app::bucket::Bucket;
use app::clock::Clock;
use app::error::{Error, TryError, retry};
use app::outbound::{CallError, Outbound};
use app::review::photos::PhotoFile;
use bytes::Bytes;
use domain::review::{PHOTO_BYTES_MAX, PhotoPlace, PhotoRefusal, PhotoState, Size};
use domain::values::{Reach, RemoteUrl};
use jiff::{SignedDuration, Timestamp};
use store::review::photo_changes::PhotoContext;
use store::table::{Part, Store};

/// How long a host may take to send a picture. The function has 60 seconds, for two tries and the rest.
const FETCH_WITHIN: Duration = Duration::from_secs(10);
/// The maximum number of calls to a host that does not answer, or answers that it cannot now.
const FETCH_TRIES: u32 = 2;
/// How long an order may wait for its photo's row. A call writes the row up to 30 seconds after the order.
const ROW_WITHIN: SignedDuration = SignedDuration::from_mins(1);

/// A photo made from a file.
pub struct Developed {
    /// The photo and its small copy.
    pub file: PhotoFile,
    /// The size in pixels.
    pub size: Size,
}

/// A file in the bucket that becomes a photo, or an order for one.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The photo's place, with its review.
    pub place: PhotoPlace,
    /// When the upload or the order arrived.
    pub came_at: Timestamp,
    pub source: Source,
}

#[derive(Debug, Clone)]
pub enum Source {
    /// In the bucket, as an upload.
    Upload { bytes: u64 },
    /// At the URL that a file of reviews names.
    Address(String),
    /// In the bucket, as the file of another photo with this key.
    Photo(String),
}

/// Processes uploads and orders.
#[derive(Clone)]
pub struct TakePhoto {
    pub store: Store,
    pub bucket: Bucket,
    /// Fetches ordered photos.
    pub outbound: Outbound,
    pub reach: Reach,
    pub clock: Clock,
}

impl TakePhoto {
    /// Makes a photo from an uploaded or ordered file, or records why it cannot, and deletes the upload. A repeated
    /// call changes nothing. S3 may report a file twice, late, or after another photo got its place.
    /// Errors: Storage failures, S3's included; an order whose photo has no row yet.
    pub async fn take(
        &self,
        Incoming { place, came_at, source }: &Incoming,
        develop: impl Fn(&[u8]) -> Result<Developed, PhotoRefusal>,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        let context = self.store.photo(place, now).await?;
        match context.state {
            Some(PhotoState::Expected) => {
                let developed = match self.file(place, source, now).await? {
                    Ok(file) => develop(&file),
                    Err(reason) => Err(reason),
                };
                let state = match developed {
                    Ok(Developed { file, size }) => {
                        self.bucket.put_photo(place, file, context.unsent_days, now).await?;
                        PhotoState::Ready(size)
                    }
                    Err(reason) => PhotoState::Refused(reason),
                };
                self.settle(place, state, context, now).await?;
            }
            Some(PhotoState::Ready(_) | PhotoState::Refused(_)) => {}
            None if source.is_order() && !context.has_ended() && now.duration_since(*came_at) < ROW_WITHIN => {
                return Err(Error::Unavailable("what a photo was ordered for is not there yet".to_owned()));
            }
            // The photo was removed, perhaps while an earlier run made it.
            None => self.bucket.delete_photo(place, now).await?,
        }
        match source {
            Source::Upload { .. } => self.bucket.delete(&place.upload_path(), now).await,
            Source::Address(_) | Source::Photo(_) => Ok(()),
        }
    }

    async fn file(
        &self,
        place: &PhotoPlace,
        source: &Source,
        now: Timestamp,
    ) -> Result<Result<Bytes, PhotoRefusal>, Error> {
        match source {
            Source::Address(url) => return Ok(self.fetch(place, url).await),
            Source::Photo(key) => {
                // Read as a range, because for a range S3 reports that a file no longer exists.
                let file = self.bucket.get_range(key, 0, PHOTO_BYTES_MAX, None, now).await?;
                return Ok(file.map(|file| file.bytes).map_err(|_| PhotoRefusal::Unreadable));
            }
            // Normally this cannot happen, because the upload form's policy rejects such a file before it is stored.
            Source::Upload { bytes } if *bytes > PHOTO_BYTES_MAX => return Ok(Err(PhotoRefusal::TooLarge)),
            Source::Upload { .. } => {}
        }
        Ok(Ok(self.bucket.get(&place.upload_path(), now).await?))
    }

    /// Downloads the photo from an ordered URL. Logs the reason of a failure.
    async fn fetch(&self, place: &PhotoPlace, url: &str) -> Result<Bytes, PhotoRefusal> {
        let (review, photo) = (place.review, place.photo);
        let Ok(url) = RemoteUrl::parse(url, self.reach) else {
            tracing::warn!(?review, %photo, reason = "invalid_url", "cannot fetch a photo");
            return Err(PhotoRefusal::Unreadable);
        };
        let bytes_max = usize::try_from(PHOTO_BYTES_MAX).unwrap_or(usize::MAX);
        for tried in 1.. {
            let answer = self.outbound.get(&url, bytes_max, FETCH_WITHIN).await;
            let (status, may_pass) = match &answer {
                Ok(answer) => (Some(answer.status()), answer.status().is_server_error()),
                Err(CallError::NotPublic | CallError::TooLong) => (None, false),
                Err(CallError::NotConnected | CallError::TimedOut | CallError::Broken) => (None, true),
            };
            match answer {
                Ok(answer) if answer.status().is_success() => return Ok(answer.into_body()),
                _ if may_pass && tried < FETCH_TRIES => {}
                answer => {
                    let reason = answer.as_ref().err().map_or("status", |error| error.as_str());
                    let status = status.map(|status| status.as_u16());
                    tracing::warn!(?review, %photo, reason, status, "cannot fetch a photo");
                    let is_too_long = answer.is_err_and(|error| error == CallError::TooLong);
                    return Err(if is_too_long { PhotoRefusal::TooLarge } else { PhotoRefusal::Unreadable });
                }
            }
        }
        Err(PhotoRefusal::Unreadable)
    }

    /// Records the outcome of a photo in its slot and in its review. The review may be submitted or changed while the
    /// photo is processed.
    async fn settle(
        &self,
        place: &PhotoPlace,
        state: PhotoState,
        mut context: PhotoContext,
        now: Timestamp,
    ) -> Result<(), Error> {
        retry!(self.store, {
            if context.is_sent() && matches!(state, PhotoState::Ready(_)) {
                self.bucket.keep_photo(place, now).await?;
            }
            let mut transaction = self.store.transaction(&place.tenant);
            transaction.settle_photo(place, state, &context, now);
            match transaction.commit().await {
                Ok(()) => {
                    log(place, state);
                    return Ok(());
                }
                Err(error) if error.refused(Part::Photo) || error.refused(Part::Review) => {}
                Err(error) => return Err(error.into()),
            }
            context = self.store.photo(place, now).await?;
            match context.state {
                // The photo was removed meanwhile.
                None => Ok(self.bucket.delete_photo(place, now).await?),
                // Another delivery of the same event finished first. If the review was submitted since then, the new
                // file is not permanent yet.
                Some(PhotoState::Ready(_)) if context.is_sent() => Ok(self.bucket.keep_photo(place, now).await?),
                Some(PhotoState::Ready(_) | PhotoState::Refused(_)) => Ok(()),
                Some(PhotoState::Expected) => Err(TryError::Conflict),
            }
        })
    }
}

impl Source {
    /// Whether the photo's row may be written later than this message.
    const fn is_order(&self) -> bool {
        matches!(self, Self::Address(_) | Self::Photo(_))
    }
}

fn log(place: &PhotoPlace, state: PhotoState) {
    let PhotoPlace { tenant: _, review, slot, photo } = place;
    if let PhotoState::Refused(reason) = state {
        tracing::info!(?review, slot, %photo, refused = reason.as_str(), "refused a photo");
    }
}

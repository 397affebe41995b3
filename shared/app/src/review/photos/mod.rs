//! A review's photos: files that a browser uploads straight to S3, or that are fetched from a URL in a file of reviews.
//!
//! The table says which photos exist. A file in the bucket that is not in the table is deleted.

use bytes::Bytes;
use domain::review::{Photo, PhotoId, PhotoPlace, Review, ReviewPhoto, ReviewPlace, SMALL_BYTES_MAX};
use domain::values::{RemoteUrl, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::bucket::{Bucket, FileLost};
use crate::error::Error;
use crate::queue::{MessageQueue, ShopMessage};

/// The places of all files of a review that ends: those of its photos and of `slots`.
pub fn files_of(tenant: &Tenant, review: &Review, slots: &[Photo]) -> Vec<PhotoPlace> {
    match review.place() {
        ReviewPlace::Item(request, _) => slots.iter().map(|photo| photo.place(tenant, request)).collect(),
        place @ ReviewPlace::Own(_) => review.photos.iter().map(|photo| photo.place(tenant, place)).collect(),
    }
}

/// Copies photos to another request. Each copy is a file of its own, so that the end of one request does not delete the
/// other's photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoCopy {
    pub from: PhotoPlace,
    pub to: PhotoPlace,
}

impl PhotoFiles {
    /// Orders the copies. This comes before the commit that expects the photos in their new places, so that no photo
    /// waits for a file that nobody was asked to copy. If there is no commit, the orders have no effect. A failure is
    /// only logged.
    pub async fn copy(&self, copies: &[PhotoCopy], now: Timestamp) {
        let orders = copies.iter().map(|PhotoCopy { from, to }| (PhotoEvent::copy(from, to, now), FETCH_AFTER));
        self.queue.send_all(&orders.collect::<Vec<_>>()).await;
    }
}

// Deletes the files of photos that are removed from the table. Nobody would find such files later, so their deletion
// must not depend on a single call to S3.

/// How long after a photo was removed from the table `take-photo` looks for its file. By then, the review of a photo
/// that was just ordered exists.
const LOOK_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// Deletes the files of photos that are removed from the table, and orders copies for another request.
#[derive(Clone)]
pub struct PhotoFiles {
    pub bucket: Bucket,
    /// The queue of `take-photo`, which deletes files that the table does not know, and copies files.
    pub queue: MessageQueue<PhotoEvent>,
}

impl PhotoFiles {
    /// Orders a check of the files a minute later. This comes before the commit that removes the photos from the table.
    /// If there is no commit, the check finds the photos in the table and leaves their files alone. A failure is only
    /// logged.
    pub async fn prepare(&self, places: &[PhotoPlace], now: Timestamp) {
        let events = places.iter().map(|place| (PhotoEvent::new(place, None, now), LOOK_AFTER));
        self.queue.send_all(&events.collect::<Vec<_>>()).await;
    }

    /// Deletes the files, after the commit that removed their photos. A failure is only logged.
    pub async fn discard(&self, places: &[PhotoPlace], now: Timestamp) {
        for place in places {
            if let Err(error) = self.bucket.delete_photo(place, now).await {
                let (review, photo) = (place.review, place.photo);
                tracing::warn!(?review, %photo, %error, "cannot delete a photo's files yet");
            }
        }
    }
}

/// A message for `take-photo`: S3's event "Object Created" about an upload, as EventBridge delivers it, or one of our
/// own in the same form.
#[derive(Debug, Serialize, Deserialize)]
pub struct PhotoEvent {
    /// In UTC, to the second.
    pub time: String,
    pub detail: PhotoDetail,
    /// The photo's URL, if the photo is to be fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The key of the file to copy, if the photo is to be copied to another request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct PhotoDetail {
    pub object: PhotoObject,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct PhotoObject {
    /// The key of the upload. A photo to fetch is named by the key that an upload would have.
    pub key: String,
    /// The number of bytes.
    pub size: u64,
}

impl PhotoEvent {
    /// Our own message about the photo at a place. With a `url`, the photo is fetched from there.
    pub(super) fn new(place: &PhotoPlace, url: Option<String>, now: Timestamp) -> Self {
        let object = PhotoObject { key: place.upload_path(), size: 0 };
        Self { time: format!("{now:.0}"), detail: PhotoDetail { object }, url, copy_of: None }
    }

    /// Our own message to make the photo at the place `to` as a copy.
    pub(super) fn copy(from: &PhotoPlace, to: &PhotoPlace, now: Timestamp) -> Self {
        Self { copy_of: Some(from.photo_path()), ..Self::new(to, None, now) }
    }
}

/// S3's own events name no shop, so each is a group of its own, and no upload waits behind a shop's other photos.
impl ShopMessage for PhotoEvent {
    fn shop(&self) -> Option<String> {
        PhotoPlace::parse(&self.detail.object.key).ok().map(|place| place.tenant.to_string())
    }
}

/// What was made of a customer's file: JPEGs that contain only the picture.
#[derive(Debug, Clone)]
pub struct PhotoFile {
    pub full: Bytes,
    pub small: Bytes,
}

impl Bucket {
    /// Stores a photo, which the bucket deletes after `unsent_days` unless it is kept before.
    pub async fn put_photo(
        &self,
        place: &PhotoPlace,
        PhotoFile { full, small }: PhotoFile,
        unsent_days: i64,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.put_jpeg(&place.small_path(), small, unsent_days, now).await?;
        self.put_jpeg(&place.photo_path(), full, unsent_days, now).await
    }

    /// Keeps a photo for good.
    pub async fn keep_photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<(), Error> {
        self.keep(&place.photo_path(), now).await?;
        self.keep(&place.small_path(), now).await
    }

    pub async fn small_photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<Option<Bytes>, Error> {
        let most = u64::try_from(SMALL_BYTES_MAX).unwrap_or(u64::MAX);
        // Read as a range, for which S3 reports that a file is gone.
        match self.get_range(&place.small_path(), 0, most, None, now).await? {
            Ok(file) => Ok(Some(file.bytes)),
            Err(FileLost::Gone | FileLost::Changed) => Ok(None),
        }
    }

    pub async fn delete_photo(&self, place: &PhotoPlace, now: Timestamp) -> Result<(), Error> {
        self.delete(&place.small_path(), now).await?;
        self.delete(&place.photo_path(), now).await
    }
}

// Photos whose URLs a file of reviews gives. For each, a message is sent to `take-photo`, which also processes
// uploads. The message names the shop, so that in SQS one shop's photos do not wait behind thousands of another's,
// whose hosts may hang.
//
// The messages are sent before the review is written, so that no review waits for a photo that nobody was asked to
// fetch. If the review never comes, the message is ignored six minutes later, when it is delivered again.

/// How long after its message a photo is fetched. By then, the review is normally written.
pub(super) const FETCH_AFTER: SignedDuration = SignedDuration::from_secs(5);

/// The photos at these URLs, as the new review will list them. Messages to fetch them are sent, even if this is repeated.
pub async fn order_photos(
    queue: &MessageQueue<PhotoEvent>,
    tenant: &Tenant,
    keys: &TenantKeys,
    review: &Review,
    urls: &[RemoteUrl],
    now: Timestamp,
) -> Result<Vec<ReviewPhoto>, Error> {
    let (mut listed, mut orders) = (Vec::with_capacity(urls.len()), Vec::new());
    for (slot, url) in urls.iter().enumerate() {
        let url = url.as_str();
        let named = format!("photo\0{}\0{}\0{slot}\0{url}", review.id.get(), review.revision);
        let id = keys.fingerprint(named.as_bytes()).get(..32).and_then(|digits| PhotoId::parse(digits).ok());
        let id = id.ok_or_else(|| Error::Internal("no id for a photo".to_owned()))?;
        let photo = ReviewPhoto { slot, id, size: None };
        let place = photo.place(tenant, review.place());
        orders.push((PhotoEvent::new(&place, Some(url.to_owned()), now), FETCH_AFTER));
        listed.push(photo);
    }
    match queue.send_all(&orders).await.contains(&false) {
        true => Err(Error::Unavailable("photos cannot be ordered".to_owned())),
        false => Ok(listed),
    }
}

//! The files of photos that leave the table. Nobody finds them afterwards, so they must not depend on one call of S3's.

use domain::PhotoPlace;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Bucket, MessageQueue, OfShop};

/// How long after its photo left the table a file is looked for. By then an order's review would be there.
const LOOK_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// A message for `take-photo`: S3's event "Object Created", as EventBridge delivers it, or one of ours in its form.
#[derive(Serialize, Deserialize)]
pub struct PhotoEvent {
    /// In UTC, to the second.
    pub time: String,
    /// The part about the object.
    pub detail: PhotoDetail,
}

/// As with S3: its events name no shop.
impl OfShop for PhotoEvent {
    fn shop(&self) -> Option<String> {
        None
    }
}

/// The part of [`PhotoEvent`] about the object.
#[derive(Serialize, Deserialize)]
pub struct PhotoDetail {
    /// The object.
    pub object: PhotoObject,
}

/// The object that [`PhotoEvent`] is about.
#[derive(Serialize, Deserialize)]
pub struct PhotoObject {
    /// The key: an upload's or an order's.
    pub key: String,
    /// The number of bytes.
    pub size: u64,
}

/// Deletes the files of photos that leave the table.
#[derive(Clone)]
pub struct PhotoFiles {
    /// The bucket with the files.
    pub bucket: Bucket,
    /// The queue before `take-photo`, which deletes the files of what the table does not know.
    pub queue: MessageQueue<PhotoEvent>,
}

impl PhotoFiles {
    /// Has the files looked for a minute later, before the commit that takes the photos out of the table. If there is no commit,
    /// that finds the photos and leaves them alone. A failure is only logged.
    pub async fn prepare(&self, places: &[PhotoPlace], now: Timestamp) {
        let event = |place: &PhotoPlace| {
            let object = PhotoObject { key: place.upload_path(), size: 0 };
            (PhotoEvent { time: format!("{now:.0}"), detail: PhotoDetail { object } }, LOOK_AFTER)
        };
        self.queue.send_all(&places.iter().map(event).collect::<Vec<_>>()).await;
    }

    /// Deletes the files, after that commit. A failure is only logged.
    pub async fn discard(&self, places: &[PhotoPlace], now: Timestamp) {
        for place in places {
            if let Err(error) = self.bucket.delete(&place.photo_path(), now).await {
                let (review, photo) = (place.review, place.photo);
                tracing::warn!(?review, %photo, %error, "cannot delete a photo's file yet");
            }
        }
    }
}

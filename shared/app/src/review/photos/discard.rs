//! Deletes the files of photos that are removed from the table. Nobody would find such files later, so their deletion
//! must not depend on a single call to S3.

use domain::review::PhotoPlace;
use jiff::{SignedDuration, Timestamp};

use super::PhotoEvent;
use crate::bucket::Bucket;
use crate::queue::MessageQueue;

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

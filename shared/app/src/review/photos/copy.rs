//! Copies photos to another request. Each copy is a file of its own, so that the end of one request does not delete the
//! other's photos.

use domain::review::PhotoPlace;
use jiff::Timestamp;

use super::order::FETCH_AFTER;
use super::{PhotoEvent, PhotoFiles};

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

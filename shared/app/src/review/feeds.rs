//! The file of a shop's published reviews that Google fetches. `privacy` writes it, and anybody may read it.
//!
//! Told by `tests/stories/feeds/google.story`.

use std::time::Duration;

use domain::review::{MadeFeed, PhotoId};
use domain::values::{ReviewId, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::review::feeds::FeedChange;

use super::PublicReviews;
use super::public::{live, shown};
use crate::error::Error;

/// How long a link to a file works. A caller follows it at once.
const LINK_FOR: Duration = Duration::from_secs(60 * 60);
/// A fetch is recorded only if the last recorded one is this long ago, so that nobody can cause a write with each call.
const FETCH_NOTED_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// Google's product review feed 2.4 (<https://developers.google.com/product-review-feeds/schema>).
pub enum Feed {}

impl Feed {
    pub const CONTENT_TYPE: &str = "application/xml; charset=utf-8";

    /// Its key in the bucket.
    pub fn key(tenant: &Tenant) -> String {
        format!("feeds/{tenant}/google.xml")
    }

    /// The address from which anybody fetches the file of a shop.
    pub fn address(base_url: &str, shop: &str) -> String {
        format!("{base_url}/feeds/{shop}/google.xml")
    }
}

/// A published photo's address, which stays, without the ending of its file.
pub fn photo_address(base_url: &str, shop: &str, review: ReviewId, photo: PhotoId) -> String {
    format!("{base_url}/p/{shop}/photo/{}-{photo}", review.get())
}

impl PublicReviews {
    /// A URL of a shop's file that works for an hour, and the state of the file.
    /// Errors: [`Error::NotFound`] if the shop is unknown, shows no reviews, or has no such file yet;
    /// storage failures.
    pub async fn feed(&self, slug: &str, now: Timestamp) -> Result<(String, MadeFeed), Error> {
        let tenant = live(slug)?;
        let store = &self.reviews.store;
        shown(store.tenant(&tenant).await?).ok_or(Error::NotFound)?;
        let feed = store.feed(&tenant).await?.ok_or(Error::NotFound)?;
        let url = self.reviews.bucket.link(&Feed::key(&tenant), LINK_FOR, now).await?;
        if feed.fetched_at.is_none_or(|before| now.duration_since(before) >= FETCH_NOTED_AFTER) {
            // The file is more important than the note.
            if let Err(error) = store.change_feed(&tenant, FeedChange::FetchedAt(now)).await {
                tracing::warn!(%error, "cannot record the fetch of a feed");
            }
        }
        Ok((url, feed.made))
    }
}

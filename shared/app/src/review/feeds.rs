//! The files of a shop's published reviews that shopping sites fetch. `privacy` writes them, and anybody may read them.

use std::time::Duration;

use domain::review::{MadeFeeds, PhotoId};
use domain::values::{ReviewId, Tenant};
use jiff::{SignedDuration, Timestamp};

use super::PublicReviews;
use super::public::{live, shown};
use crate::error::Error;

/// How long a link to a file works. A caller follows it at once.
const LINK_FOR: Duration = Duration::from_secs(60 * 60);
/// A fetch is recorded only if the last recorded one is this long ago, so that nobody can cause a write with each call.
const FETCH_NOTED_AFTER: SignedDuration = SignedDuration::from_mins(5);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedFile {
    /// Google's product review feed 2.4 (<https://developers.google.com/product-review-feeds/schema>).
    Google,
    /// Meta's product review feed as CSV
    /// (<https://developers.facebook.com/documentation/ads-commerce/commerce-platform/platforms/feed-schema-csv>).
    Meta,
}

impl FeedFile {
    pub const ALL: [Self; 2] = [Self::Google, Self::Meta];

    /// The file's name, in the bucket and in its address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Google => "google.xml",
            Self::Meta => "meta.csv",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.name() == name)
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Google => "application/xml; charset=utf-8",
            Self::Meta => "text/csv; charset=utf-8",
        }
    }

    pub fn key(self, tenant: &Tenant) -> String {
        format!("{}{}", feed_folder(tenant), self.name())
    }

    /// The address from which anybody fetches the file of a shop.
    pub fn address(self, base_url: &str, shop: &str) -> String {
        format!("{base_url}/feeds/{shop}/{}", self.name())
    }
}

pub fn feed_folder(tenant: &Tenant) -> String {
    format!("feeds/{tenant}/")
}

/// A published photo's address, which stays, without the ending of its file.
pub fn photo_address(base_url: &str, shop: &str, review: ReviewId, photo: PhotoId) -> String {
    format!("{base_url}/p/{shop}/photo/{}-{photo}", review.get())
}

impl PublicReviews {
    /// A URL of a shop's file that works for an hour, and the state of the shop's files.
    /// Errors: [`Error::NotFound`] if the shop is unknown, shows no reviews, or has no such files yet;
    /// storage failures.
    pub async fn feed(&self, slug: &str, file: FeedFile, now: Timestamp) -> Result<(String, MadeFeeds), Error> {
        let tenant = live(slug)?;
        let store = &self.reviews.store;
        shown(store.tenant(&tenant).await?).ok_or(Error::NotFound)?;
        let made = store.feeds(&tenant).await?.and_then(|feeds| feeds.made).ok_or(Error::NotFound)?;
        let url = self.reviews.bucket.link(&file.key(&tenant), LINK_FOR, now).await?;
        let before = store.feed_fetched_at(&tenant, file.name()).await?;
        if before.is_none_or(|before| now.duration_since(before) >= FETCH_NOTED_AFTER) {
            // The file is more important than the note.
            if let Err(error) = store.note_feed_fetched(&tenant, file.name(), now).await {
                tracing::warn!(%error, "cannot record the fetch of a feed");
            }
        }
        Ok((url, made))
    }
}

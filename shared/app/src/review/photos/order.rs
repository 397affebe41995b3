//! Photos whose URLs a program or a file gives. For each, a message is sent to `take-photo`, which also processes
//! uploads. The message names the shop, so that in SQS one shop's photos do not wait behind thousands of another's,
//! whose hosts may hang.
//!
//! The messages are sent before the review is written, so that no review waits for a photo that nobody was asked to
//! fetch. If the review never comes, the message is ignored six minutes later, when it is delivered again.

use domain::review::{PhotoId, Review, ReviewPhoto};
use domain::values::{Invalid, Reach, RemoteUrl, Tenant};
use jiff::{SignedDuration, Timestamp};
use vault::TenantKeys;

use super::PhotoEvent;
use crate::bucket::Bucket;
use crate::error::Error;
use crate::queue::MessageQueue;

/// How long after its message a photo is fetched. By then, the review is normally written.
pub(super) const FETCH_AFTER: SignedDuration = SignedDuration::from_secs(5);

/// The URL of a photo: one that our functions may call, or one that the bucket signed for one of its own photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoUrl {
    url: String,
    /// The bucket's own photo at this URL.
    stored: Option<PhotoId>,
}

#[derive(Clone)]
pub struct PhotoUrls {
    pub bucket: Bucket,
    pub reach: Reach,
}

impl PhotoUrl {
    pub fn find_in<'a>(&self, review: &'a Review) -> Option<&'a ReviewPhoto> {
        review.photos.iter().find(|photo| Some(photo.id) == self.stored)
    }
}

impl PhotoUrls {
    /// Reads a URL.
    /// Errors: [`Invalid`] unless the URL is a [`RemoteUrl`] or the bucket's own.
    pub fn parse(&self, url: &str) -> Result<PhotoUrl, Invalid> {
        let stored = self.bucket.photo_at(url);
        match RemoteUrl::parse(url, self.reach) {
            Err(rule) if stored.is_none() => Err(rule),
            _ => Ok(PhotoUrl { url: url.to_owned(), stored }),
        }
    }
}

/// The photos at these URLs, as the review will list them. Photos that the review has are kept; for others, messages to
/// fetch them are sent, even if this is repeated.
pub async fn order_photos(
    queue: &MessageQueue<PhotoEvent>,
    tenant: &Tenant,
    keys: &TenantKeys,
    review: &Review,
    urls: &[PhotoUrl],
    now: Timestamp,
) -> Result<Vec<ReviewPhoto>, Error> {
    let (mut listed, mut orders) = (Vec::<ReviewPhoto>::with_capacity(urls.len()), Vec::new());
    for (slot, address) in urls.iter().enumerate() {
        let photo = match address.find_in(review) {
            Some(photo) => *photo,
            None => {
                let url = &address.url;
                let named = format!("photo\0{}\0{}\0{slot}\0{url}", review.id.get(), review.revision);
                let id = keys.fingerprint(named.as_bytes()).get(..32).and_then(|digits| PhotoId::parse(digits).ok());
                let id = id.ok_or_else(|| Error::Internal("no id for a photo".to_owned()))?;
                let photo = ReviewPhoto { slot, id, size: None };
                let place = photo.place(tenant, review.place());
                orders.push((PhotoEvent::new(&place, Some(url.clone()), now), FETCH_AFTER));
                photo
            }
        };
        // A photo that the review has may be named twice.
        if listed.iter().all(|known| known.id != photo.id) {
            listed.push(photo);
        }
    }
    match queue.send_all(&orders).await.contains(&false) {
        true => Err(Error::Unavailable("photos cannot be ordered".to_owned())),
        false => Ok(listed),
    }
}

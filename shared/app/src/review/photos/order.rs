//! Photos that a program or a file names by their addresses: each is ordered by an object in the bucket, whose event wakes
//! the function that takes uploads, too.
//!
//! The orders come first and the review after them, so that no review waits for a photo that nobody was asked to fetch.
//! An order whose review never came is deleted six minutes later, when its message comes again.

use domain::{Invalid, PhotoId, Reach, RemoteUrl, Review, ReviewPhoto, Tenant};
use futures_util::future::try_join_all;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::{Bucket, Error};

/// An address of a photo: one that our functions may call, or one that the bucket signed for a photo of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoUrl {
    url: String,
    /// The photo that the bucket has at this address.
    stored: Option<PhotoId>,
}

/// Reads addresses of photos.
#[derive(Clone)]
pub struct PhotoUrls {
    /// The bucket with the photos, and the orders for more.
    pub bucket: Bucket,
    /// The hosts that may be called.
    pub reach: Reach,
}

/// An order's content.
#[derive(Serialize, Deserialize)]
pub struct PhotoOrder {
    /// The photo's address.
    pub url: String,
}

impl PhotoUrl {
    /// The review's photo at this address, if it is one of its own.
    #[must_use]
    pub fn find_in<'a>(&self, review: &'a Review) -> Option<&'a ReviewPhoto> {
        review.photos.iter().find(|photo| Some(photo.id) == self.stored)
    }
}

impl PhotoUrls {
    /// Reads an address.
    ///
    /// # Errors
    /// [`Invalid`] unless it is a [`RemoteUrl`], or the bucket's own.
    pub fn parse(&self, url: &str) -> Result<PhotoUrl, Invalid> {
        let stored = self.bucket.photo_at(url);
        match RemoteUrl::parse(url, self.reach) {
            Err(rule) if stored.is_none() => Err(rule),
            _ => Ok(PhotoUrl { url: url.to_owned(), stored }),
        }
    }
}

/// The photos at these addresses, as the review lists them: those that it has stay, the others are ordered. A repetition
/// orders the same again.
///
/// # Errors
/// S3 failures. Orders that were given by then lead nowhere.
pub async fn order_photos(
    bucket: &Bucket,
    tenant: &Tenant,
    keys: &TenantKeys,
    review: &Review,
    urls: &[PhotoUrl],
    now: Timestamp,
) -> Result<Vec<ReviewPhoto>, Error> {
    let photos = urls.iter().enumerate().map(async |(slot, address)| {
        if let Some(photo) = address.find_in(review) {
            return Ok::<_, Error>(*photo);
        }
        let url = &address.url;
        let named = format!("photo\0{}\0{}\0{slot}\0{url}", review.id.get(), review.revision);
        let id = keys.fingerprint(named.as_bytes()).get(..32).and_then(|digits| PhotoId::parse(digits).ok());
        let id = id.ok_or_else(|| Error::Internal("no id for a photo".to_owned()))?;
        let photo = ReviewPhoto { slot, id, size: None };
        let order = serde_json::to_string(&PhotoOrder { url: url.clone() });
        let order = order.map_err(|error| Error::Internal(error.to_string()))?;
        bucket.put_json(&photo.place(tenant, review.place()).upload_path(), order, now).await?;
        Ok(photo)
    });
    let mut listed: Vec<ReviewPhoto> = Vec::with_capacity(urls.len());
    for photo in try_join_all(photos).await? {
        // A photo that it has may be named twice.
        if listed.iter().all(|known| known.id != photo.id) {
            listed.push(photo);
        }
    }
    Ok(listed)
}

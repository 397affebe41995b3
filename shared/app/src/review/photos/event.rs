//! The messages in the queue of `take-photo`.

use domain::review::PhotoPlace;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::queue::ShopMessage;

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

//! A review's photos: which of its few slots are used, and by which file.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::review::{IMPORTED_PHOTOS_MAX, ReviewPlace};
use crate::values::{Invalid, RequestId, ReviewId, Tenant, stored_as_text, words};

pub const PHOTOS_MAX: usize = 5;
/// Stands in paths instead of the request's id if the review answers no request; the review's id follows.
const OWN: &str = "review";
/// How long an upload form is valid and its slot is reserved. During this time, a browser can post the form any number
/// of times.
pub const UPLOAD_WITHIN: SignedDuration = SignedDuration::from_mins(10);
/// The largest file, in bytes.
pub const PHOTO_BYTES_MAX: u64 = 10 * 1024 * 1024;
/// The most pixels in a file, because the picture is decoded in memory.
pub const PHOTO_PIXELS_MAX: u64 = 50_000_000;
/// The longest side of a file, in pixels; a phone's panorama has up to 17,000.
pub const PHOTO_LENGTH_MAX: u32 = 20_000;
/// The longer side of a stored photo, in pixels, at most.
pub const PHOTO_SIDE_MAX: u32 = 1_600;
/// The longer side of a photo's small copy, in pixels, at most.
pub const SMALL_SIDE_MAX: u32 = 320;
pub const SMALL_BYTES_MAX: usize = 20 * 1024;

/// A photo's file name: 128 random bits, which nobody can guess and which reveal nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoId(u128);

impl PhotoId {
    /// The id of these random bits.
    pub const fn new(bits: u128) -> Self {
        Self(bits)
    }

    /// Reads an id as written: 32 lower-case hex digits.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let bits = digits.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        bits.map(Self).ok_or(Invalid("A photo's id must be 32 lower-case hexadecimal digits."))
    }
}

stored_as_text!(PhotoId, Self::to_string, |text| Self::parse(text).ok());

impl fmt::Display for PhotoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// One slot of a review's photos, and the file in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoPlace {
    /// The shop and its mode.
    pub tenant: Tenant,
    /// The review's place, whether it was written or not.
    pub review: ReviewPlace,
    /// The slot, from 0, below [`PHOTOS_MAX`], or below [`IMPORTED_PHOTOS_MAX`] if the review was imported.
    pub slot: usize,
    pub photo: PhotoId,
}

impl PhotoPlace {
    /// The object key of the customer's upload, which is never public. Messages to fetch a photo from elsewhere also
    /// use this key.
    pub fn upload_path(&self) -> String {
        self.path("uploads")
    }

    /// The object key of the photo that is made from the upload.
    pub fn photo_path(&self) -> String {
        self.path("photos")
    }

    /// The object key of the photo's small copy.
    pub fn small_path(&self) -> String {
        format!("{}-{SMALL_SIDE_MAX}", self.photo_path())
    }

    fn path(&self, folder: &str) -> String {
        let Self { tenant, review, slot, photo } = self;
        match review {
            ReviewPlace::Item(request, item) => format!("{folder}/{tenant}/{}/{item}/{slot}/{photo}", request.get()),
            ReviewPlace::Own(review) => format!("{folder}/{tenant}/{OWN}/{}/{slot}/{photo}", review.get()),
        }
    }

    /// Reads an [`upload_path`](Self::upload_path).
    pub fn parse(path: &str) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid(
            "An upload's path must be uploads/<tenant>/<request>/<item>/<slot>/<photo>, or have review/<review> in place of the item.",
        );
        let mut parts = path.split('/');
        let mut next = || parts.next().ok_or(RULE);
        if next()? != "uploads" {
            return Err(RULE);
        }
        let (tenant, of, item) = (next()?.parse()?, next()?, next()?);
        let (review, slots) = match RequestId::parse(of) {
            Ok(request) => (ReviewPlace::Item(request, item.parse().map_err(|_| RULE)?), PHOTOS_MAX),
            Err(_) => (ReviewPlace::Own(ReviewId::parse(item).map_err(|_| RULE)?), IMPORTED_PHOTOS_MAX),
        };
        let slot = next()?.parse().map_err(|_| RULE)?;
        let place = Self { tenant, review, slot, photo: PhotoId::parse(next()?)? };
        // Each place has exactly one path: `03` for an item is not accepted instead of `3`.
        if place.slot < slots && place.upload_path() == path { Ok(place) } else { Err(RULE) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPhoto {
    /// The slot of its file, from 0.
    pub slot: usize,
    pub id: PhotoId,
    /// The size; `None` until the photo has been fetched from the URL in a call or a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
}

impl ReviewPhoto {
    pub fn place(&self, tenant: &Tenant, review: ReviewPlace) -> PhotoPlace {
        let &Self { slot, id, size: _ } = self;
        PhotoPlace { tenant: tenant.clone(), review, slot, photo: id }
    }
}

/// A photo, or a failed or unfinished upload, in one of the slots of a request's item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The item's place in the request, from 0.
    pub item: usize,
    /// The review's slot that it uses, from 0.
    pub slot: usize,
    pub id: PhotoId,
    /// Whether it can be shown.
    pub state: PhotoState,
    /// When its upload was permitted.
    pub created_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoState {
    /// The photo is being uploaded or processed.
    Expected,
    /// The photo can be shown, in this size.
    Ready(Size),
    /// The photo cannot be shown.
    Refused(PhotoRefusal),
}

/// A picture's size in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

impl Size {
    /// The size of the same picture with a longer side of at most `side_max` pixels.
    #[must_use]
    pub fn within(self, side_max: u32) -> Self {
        let longer = self.width.max(self.height).max(1);
        let scaled = |side: u32| {
            let scaled = (u64::from(side) * u64::from(side_max) + u64::from(longer / 2)) / u64::from(longer);
            u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
        };
        if longer <= side_max { self } else { Self { width: scaled(self.width), height: scaled(self.height) } }
    }
}

words! {
    pub enum PhotoRefusal {
        /// The file is not a JPEG, PNG or WebP, or is incomplete.
        Unreadable = "unreadable",
        /// It has more bytes than [`PHOTO_BYTES_MAX`].
        TooLarge = "too_large",
        /// It has more pixels than [`PHOTO_PIXELS_MAX`].
        TooManyPixels = "too_many_pixels",
    }
}

impl Photo {
    /// The place of the photo's file, for a request's review.
    pub fn place(&self, tenant: &Tenant, request: RequestId) -> PhotoPlace {
        let &Self { item, slot, id, .. } = self;
        PhotoPlace { tenant: tenant.clone(), review: ReviewPlace::Item(request, item), slot, photo: id }
    }

    /// The item, its slot and the photo in it.
    pub const fn held(&self) -> (usize, usize, PhotoId) {
        (self.item, self.slot, self.id)
    }

    /// The upload as a photo of a submitted review; `None` if it cannot be shown.
    pub const fn ready(&self) -> Option<ReviewPhoto> {
        match self.state {
            PhotoState::Ready(size) => Some(ReviewPhoto { slot: self.slot, id: self.id, size: Some(size) }),
            PhotoState::Expected | PhotoState::Refused(_) => None,
        }
    }

    /// Whether the file did not arrive in time and can no longer arrive.
    pub fn is_lapsed(&self, now: Timestamp) -> bool {
        self.state == PhotoState::Expected && now.duration_since(self.created_at) > UPLOAD_WITHIN
    }

    /// Whether another photo may use its slot.
    fn is_replaceable(&self, now: Timestamp) -> bool {
        matches!(self.state, PhotoState::Refused(_)) || self.is_lapsed(now)
    }
}

pub fn photos_left(photos: &[Photo], now: Timestamp) -> usize {
    PHOTOS_MAX - photos.iter().filter(|photo| !photo.is_replaceable(now)).count().min(PHOTOS_MAX)
}

/// The slot for one more photo, and the photo that it replaces, if any. `None` if all slots are in use.
pub fn free_slot(photos: &[Photo], now: Timestamp) -> Option<(usize, Option<&Photo>)> {
    let at = |slot| photos.iter().find(|photo| photo.slot == slot);
    let empty = (0..PHOTOS_MAX).find(|&slot| at(slot).is_none()).map(|slot| (slot, None));
    empty.or_else(|| photos.iter().find(|photo| photo.is_replaceable(now)).map(|photo| (photo.slot, Some(photo))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::constant(1_767_268_800, 0);

    fn photo(slot: usize, state: PhotoState) -> Photo {
        Photo { item: 0, slot, id: PhotoId::new(7), state, created_at: NOON }
    }

    #[test]
    fn a_place_has_exactly_one_path() {
        let place = PhotoPlace {
            tenant: "fern.live".parse().unwrap(),
            review: ReviewPlace::Item(RequestId::new(123).unwrap(), 3),
            slot: 4,
            photo: PhotoId::new(0xabc),
        };
        assert_eq!(place.upload_path(), "uploads/fern.live/123/3/4/00000000000000000000000000000abc");
        assert_eq!(PhotoPlace::parse(&place.upload_path()), Ok(place.clone()));
        let path = place.upload_path();
        for bad in [
            place.photo_path(),
            path.replace("/4/", "/5/"),
            path.replace("/3/", "/03/"),
            path.replace("fern.live", "fern"),
            path.replace("abc", "ABC"),
            format!("{path}/x"),
            path[..path.len() - 1].to_owned(),
            String::new(),
        ] {
            assert!(PhotoPlace::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_smaller_picture_keeps_its_shape() {
        for (size, small) in
            [((1_600, 1_200), (320, 240)), ((900, 1_600), (180, 320)), ((100, 320), (100, 320)), ((1_600, 1), (320, 1))]
        {
            let size = Size { width: size.0, height: size.1 };
            assert_eq!(size.within(SMALL_SIDE_MAX), Size { width: small.0, height: small.1 }, "{size:?}");
        }
    }

    #[test]
    fn a_review_that_answers_no_request_has_ten_places() {
        let review = ReviewPlace::Own(ReviewId::new(123).unwrap());
        let place = PhotoPlace { tenant: "fern.live".parse().unwrap(), review, slot: 9, photo: PhotoId::new(0xabc) };
        let path = place.upload_path();
        assert_eq!(path, "uploads/fern.live/review/123/9/00000000000000000000000000000abc");
        assert_eq!(PhotoPlace::parse(&path), Ok(place));
        for bad in [path.replace("/9/", "/10/"), path.replace("/123/", "/0123/"), path.replace("/review/", "/other/")] {
            assert!(PhotoPlace::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn five_fit_and_refused_or_lapsed_ones_are_replaced() {
        let ready = PhotoState::Ready(Size { width: 1, height: 1 });
        let mut photos: Vec<_> = (0..PHOTOS_MAX).map(|slot| photo(slot, ready)).collect();
        assert_eq!((photos_left(&photos, NOON), free_slot(&photos, NOON)), (0, None));
        photos[1].state = PhotoState::Expected;
        let (last, over) = (NOON + UPLOAD_WITHIN, NOON + UPLOAD_WITHIN + SignedDuration::from_secs(1));
        assert_eq!((photos_left(&photos, last), free_slot(&photos, last)), (0, None));
        assert_eq!((photos_left(&photos, over), free_slot(&photos, over)), (1, Some((1, Some(&photos[1])))));
        photos[3].state = PhotoState::Refused(PhotoRefusal::TooLarge);
        assert_eq!(free_slot(&photos, NOON), Some((3, Some(&photos[3]))));
        photos.remove(4);
        assert_eq!((photos_left(&photos, NOON), free_slot(&photos, NOON)), (2, Some((4, None))));
    }
}

//! Photos of a review: who took which of its few places, and what became of the file.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::{Invalid, RequestId, Tenant};

/// The most photos of one review.
pub const PHOTOS_MAX: usize = 5;
/// How long a file may take to arrive: so long is its permission good, and so long the place is held.
pub const UPLOAD_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// The largest file, in bytes.
pub const PHOTO_BYTES_MAX: u64 = 10 * 1024 * 1024;
/// The most pixels of a file: what is read is held whole in memory.
pub const PHOTO_PIXELS_MAX: u64 = 50_000_000;
/// The longer side of what is kept, in pixels.
pub const PHOTO_SIDE_MAX: u32 = 1_600;

/// What a photo's file is called: 128 random bits, so that nobody guesses it and it tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoId(u128);

impl PhotoId {
    /// The id made of these random bits.
    #[must_use]
    pub const fn new(bits: u128) -> Self {
        Self(bits)
    }

    /// Reads the 32 digits that an id is written with.
    ///
    /// # Errors
    /// [`Invalid`] for any other text.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let bits = digits.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        bits.map(Self).ok_or(Invalid("A photo's id has 32 hexadecimal digits."))
    }
}

impl fmt::Display for PhotoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// One of a review's places for photos, and which file is meant for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoPlace {
    /// Whose.
    pub tenant: Tenant,
    /// The request that the review answers.
    pub request: RequestId,
    /// The item's place in the request, from 0.
    pub item: usize,
    /// Which of the places, from 0.
    pub slot: usize,
    /// The file.
    pub photo: PhotoId,
}

impl PhotoPlace {
    /// Where a file is uploaded to. Nobody but us reads there.
    #[must_use]
    pub fn incoming(&self) -> String {
        self.path("incoming")
    }

    /// Where the photo made of it is kept.
    #[must_use]
    pub fn kept(&self) -> String {
        self.path("photos")
    }

    fn path(&self, folder: &str) -> String {
        let Self { tenant, request, item, slot, photo } = self;
        format!("{folder}/{tenant}/{}/{item}/{slot}/{photo}", request.get())
    }

    /// The place that an uploaded file's path names.
    ///
    /// # Errors
    /// [`Invalid`] for a path that no upload of ours has.
    pub fn parse(incoming: &str) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid("An upload's path is incoming/<tenant>/<request>/<item>/<slot>/<photo>.");
        let mut parts = incoming.split('/');
        let mut next = || parts.next().ok_or(RULE);
        if next()? != "incoming" {
            return Err(RULE);
        }
        let (tenant, request) = (next()?.parse()?, RequestId::parse(next()?).map_err(|_| RULE)?);
        let (item, slot) = (next()?.parse().map_err(|_| RULE)?, next()?.parse().map_err(|_| RULE)?);
        let place = Self { tenant, request, item, slot, photo: PhotoId::parse(next()?)? };
        // Written anew it must be the same: one place has one path.
        if place.slot < PHOTOS_MAX && place.incoming() == incoming { Ok(place) } else { Err(RULE) }
    }
}

/// One place of a review as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The item's place in the request, from 0.
    pub item: usize,
    /// Which of the review's places it takes, from 0.
    pub slot: usize,
    /// Its file.
    pub id: PhotoId,
    /// What became of it.
    pub state: PhotoState,
    /// When its place was taken.
    pub created_at: Timestamp,
}

/// What became of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoState {
    /// It is being uploaded or looked at.
    Expected,
    /// It is shown.
    Ready(Size),
    /// It can't be shown.
    Refused(PhotoRefusal),
}

/// How large a picture is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// Why a file is no photo for a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoRefusal {
    /// It is no JPEG, PNG or WebP, or not a whole one.
    Unreadable,
    /// It has more than [`PHOTO_BYTES_MAX`].
    TooLarge,
    /// It has more than [`PHOTO_PIXELS_MAX`].
    TooManyPixels,
}

impl PhotoRefusal {
    /// The word in the table and in the log.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too_large",
            Self::TooManyPixels => "too_many_pixels",
        }
    }

    /// The reason of this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Unreadable, Self::TooLarge, Self::TooManyPixels].into_iter().find(|reason| reason.as_str() == word)
    }
}

impl Photo {
    /// Whether its file was never seen, and can't come any more.
    #[must_use]
    pub fn is_lapsed(&self, now: Timestamp) -> bool {
        self.state == PhotoState::Expected && now.duration_since(self.created_at) > UPLOAD_WITHIN
    }

    /// Whether another may take its place.
    fn gives_way(&self, now: Timestamp) -> bool {
        matches!(self.state, PhotoState::Refused(_)) || self.is_lapsed(now)
    }
}

/// How many more photos a review with these may get.
#[must_use]
pub fn photos_left(photos: &[Photo], now: Timestamp) -> usize {
    PHOTOS_MAX - photos.iter().filter(|photo| !photo.gives_way(now)).count().min(PHOTOS_MAX)
}

/// The place for one more photo of an item, and which photo gives way there; `None` while all are taken.
#[must_use]
pub fn free_slot(photos: &[Photo], now: Timestamp) -> Option<(usize, Option<&Photo>)> {
    let at = |slot| photos.iter().find(|photo| photo.slot == slot);
    let empty = (0..PHOTOS_MAX).find(|&slot| at(slot).is_none()).map(|slot| (slot, None));
    empty.or_else(|| photos.iter().find(|photo| photo.gives_way(now)).map(|photo| (photo.slot, Some(photo))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::constant(1_767_268_800, 0);

    fn photo(slot: usize, state: PhotoState) -> Photo {
        Photo { item: 0, slot, id: PhotoId::new(7), state, created_at: NOON }
    }

    #[test]
    fn a_place_is_named_by_its_path_and_by_no_other() {
        let place = PhotoPlace {
            tenant: "fern.live".parse().unwrap(),
            request: RequestId::new(123).unwrap(),
            item: 3,
            slot: 4,
            photo: PhotoId::new(0xabc),
        };
        assert_eq!(place.incoming(), "incoming/fern.live/123/3/4/00000000000000000000000000000abc");
        assert_eq!(PhotoPlace::parse(&place.incoming()), Ok(place.clone()));
        let path = place.incoming();
        for bad in [
            place.kept(),
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
    fn five_fit_and_what_is_refused_or_never_came_gives_way() {
        let ready = PhotoState::Ready(Size { width: 1, height: 1 });
        let mut photos: Vec<_> = (0..PHOTOS_MAX).map(|slot| photo(slot, ready)).collect();
        assert_eq!((photos_left(&photos, NOON), free_slot(&photos, NOON)), (0, None));
        photos[1].state = PhotoState::Expected;
        let (whole, over) = (NOON + UPLOAD_WITHIN, NOON + UPLOAD_WITHIN + SignedDuration::from_secs(1));
        assert_eq!((photos_left(&photos, whole), free_slot(&photos, whole)), (0, None));
        assert_eq!((photos_left(&photos, over), free_slot(&photos, over)), (1, Some((1, Some(&photos[1])))));
        photos[3].state = PhotoState::Refused(PhotoRefusal::TooLarge);
        assert_eq!(free_slot(&photos, NOON), Some((3, Some(&photos[3]))));
        photos.remove(4);
        assert_eq!((photos_left(&photos, NOON), free_slot(&photos, NOON)), (2, Some((4, None))));
    }
}

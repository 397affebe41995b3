//! Reviews that were written elsewhere, and the imports that bring them.

use jiff::Timestamp;

use crate::review::words::Reply;
use crate::text::line;
use crate::{Guid, Invalid};

/// The most photos of an imported review.
pub const IMPORTED_PHOTOS_MAX: usize = 10;

/// Where a review was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the vendors' names")]
pub enum Platform {
    /// Here, or in another shop of Afterword.
    BetterReviews,
    Okendo,
    Judgeme,
    Yotpo,
    Loox,
    Wix,
}

impl Platform {
    /// Every value, each once.
    pub const ALL: [Self; 6] = [Self::BetterReviews, Self::Okendo, Self::Judgeme, Self::Yotpo, Self::Loox, Self::Wix];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BetterReviews => "betterreviews",
            Self::Okendo => "okendo",
            Self::Judgeme => "judgeme",
            Self::Yotpo => "yotpo",
            Self::Loox => "loox",
            Self::Wix => "wix",
        }
    }

    /// The platform with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.as_str() == word)
    }
}

/// What a review is known by where it was written: trimmed, 1–128 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalId(String);

impl ExternalId {
    /// The longest id, in characters.
    pub const CHARACTERS_MAX: usize = 128;

    /// Reads an id.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, Self::CHARACTERS_MAX)
            .map(Self)
            .ok_or(Invalid("A review's id must have 1 to 128 characters, on one line."))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as a GUID, as the reviews that were written here have.
    #[must_use]
    pub fn guid(&self) -> Option<Guid> {
        Guid::parse(&self.0).ok()
    }
}

/// What a review brings along from where it was written.
#[derive(Debug, Clone)]
pub struct Brought {
    /// What it is known by there.
    pub external_id: Option<ExternalId>,
    /// When it was written.
    pub written_at: Timestamp,
    /// The shop's answer.
    pub reply: Option<Reply>,
}

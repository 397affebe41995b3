//! A customer's review of one item: the stars they clicked and the text they typed.

mod display_name;
mod draft;
mod photo;
pub mod questions;
mod suggestion;

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;

pub use display_name::DisplayName;
pub use draft::{DraftChange, ModelTurn, ReviewDraft, Saves, TextField};
pub use photo::{
    PHOTO_BYTES_MAX, PHOTO_LENGTH_MAX, PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PHOTOS_MAX, Photo, PhotoId, PhotoPlace,
    PhotoRefusal, PhotoState, Size, UPLOAD_WITHIN, free_slot, photos_left,
};
pub use questions::{Answer, Mark, ModelQuestion, QUESTIONS_MAX, Question, Turn};
pub use suggestion::{SuggestedText, TextSpan};

use crate::Fault;
use crate::text::is_visible;

/// 1 to 5 stars, clicked by the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

impl Rating {
    /// Reads the digit that a form posts; anything else is [`Fault::Missing`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        // One digit: `05` and `+5` would be numbers, too.
        let stars = text.parse().ok().filter(|_| text.len() == 1);
        stars.and_then(Self::new).ok_or(Fault::Missing)
    }

    /// A rating of 1 to 5 stars; `None` for other numbers.
    #[must_use]
    pub fn new(stars: u8) -> Option<Self> {
        (1..=5).contains(&stars).then_some(Self(stars))
    }

    /// The number of stars.
    #[must_use]
    pub const fn stars(self) -> u8 {
        self.0
    }
}

/// A review's text: trimmed, NFC, 1–5,000 characters, line breaks allowed.
#[derive(Clone, PartialEq, Eq)]
pub struct ReviewText(String);

impl ReviewText {
    /// The longest text, in characters.
    pub const CHARACTERS_MAX: usize = 5_000;

    /// Reads a text as a form posts it.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        // Forms post line breaks as CR LF; a review has LF on every device.
        let text: String = text.replace("\r\n", "\n").trim().nfc().collect();
        if !is_visible(&text) {
            return Err(Fault::Missing);
        }
        if text.chars().count() > Self::CHARACTERS_MAX {
            return Err(Fault::TooLong);
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(Fault::ControlCharacters);
        }
        Ok(Self(text))
    }

    /// The text with LF line breaks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for ReviewText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReviewText(…)")
    }
}

/// One item's review. Posting again edits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The item's place in its request, from 0.
    pub item: usize,
    /// 1 to 5 stars.
    pub rating: Rating,
    /// What the customer wrote.
    pub text: ReviewText,
    /// The name shown with it; `None` is anonymous.
    pub display_name: Option<DisplayName>,
    /// When it was first submitted.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_is_one_to_five() {
        assert_eq!(Rating::parse("5").unwrap().stars(), 5);
        for bad in ["", "0", "6", "4.5", "-1", "five", "05", "+5", " 5", "５"] {
            assert!(Rating::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_text_keeps_its_line_breaks() {
        assert_eq!(ReviewText::parse(" Good.\r\nVery good. ").unwrap().as_str(), "Good.\nVery good.");
        assert!(ReviewText::parse(&"é".repeat(5_000)).is_ok());
        for bad in ["", " \n ", "\u{200b}\n\u{2060}", "a\u{0}b", &"a".repeat(5_001)] {
            assert!(ReviewText::parse(bad).is_err(), "{bad:?}");
        }
    }
}

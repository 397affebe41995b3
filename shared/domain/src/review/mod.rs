//! A customer's review of one item: the stars they clicked, the text they typed, and what the shop does with it.

mod decision;
mod decision_hours;
mod display_name;
mod draft;
pub mod facts;
mod feeds;
mod imported;
mod life;
mod model_question;
mod origin;
mod photo;
mod phrases;
pub mod questions;
mod report;
mod settings;
mod suggestion;
mod words;

pub use decision::{Actor, HoldRule, LedgerEntry, LedgerKind, Moderation, ReviewState, WithholdReason};
pub use decision_hours::DecisionHours;
pub use display_name::DisplayName;
pub use draft::{DraftChange, ModelTurn, ReviewDraft, TextField};
pub use facts::{Fact, FactAnswer, FactId, Facts, Tap, TypedTap, tapped};
pub use feeds::{MadeFeed, Outdated};
pub use imported::{Brought, ExternalId, IMPORTED_PHOTOS_MAX, Platform};
pub use life::{
    DECIDED_WITHIN, Edited, Held, NEW_FOR, NewReview, NotDone, Publications, Review, ReviewFields, Undo, Withholding,
};
pub use model_question::{Asked, ModelQuestion};
pub use origin::{Origin, ReviewPlace};
pub use photo::{
    PHOTO_BYTES_MAX, PHOTO_LENGTH_MAX, PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PHOTOS_MAX, Photo, PhotoId, PhotoPlace,
    PhotoRefusal, PhotoState, ReviewPhoto, SMALL_BYTES_MAX, SMALL_SIDE_MAX, Size, UPLOAD_WITHIN, free_slot,
    photos_left,
};
pub use phrases::{PhraseBook, Phrases};
pub use questions::{Answer, Mark, QUESTIONS_MAX, Question, Turn};
pub use report::{Kept, ReaderReport, ReportOutcome, ReportReason, report_outcomes};
pub use settings::SavedReplies;
pub use settings::{Checks, Incentives, ReviewSettings};
pub use suggestion::suggested_text;
pub use words::{ReviewContent, ShopReply, TypedForm, Version, Words};

use serde::{Deserialize, Serialize};

use crate::values::text::{is_visible, lines, written, written_line};
use crate::values::value::Text;
use crate::values::{Fault, Invalid};

/// 1 to 5 stars, clicked by the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rating(u8);

impl Rating {
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// Reads the digit that a form posts; anything else is [`Fault::Missing`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        // Only one digit is read: `05` and `+5` would parse as numbers, too.
        let stars = text.parse().ok().filter(|_| text.len() == 1);
        stars.and_then(Self::new).ok_or(Fault::Missing)
    }

    /// A rating of 1 to 5 stars; `None` for other numbers.
    pub fn new(stars: u8) -> Option<Self> {
        (1..=5).contains(&stars).then_some(Self(stars))
    }

    pub const fn stars(self) -> u8 {
        self.0
    }
}

/// A review's text: trimmed, NFC, at most 5,000 characters, line breaks allowed. It is empty for a review with only stars.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewText(String);

impl ReviewText {
    /// The longest text, in characters.
    pub const CHARACTERS_MAX: usize = 5_000;

    /// Reads a text as a form posts it, or a file has it. A text that nobody sees is empty.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if is_visible(text) { written(text, Self::CHARACTERS_MAX).map(Self) } else { Ok(Self::default()) }
    }

    /// The text with LF line breaks.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::hidden! { ReviewText }

/// A line above a review's text: trimmed, NFC, 1–200 characters.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline(String);

impl Headline {
    /// The longest headline, in characters.
    pub const CHARACTERS_MAX: usize = 200;

    /// Reads a headline as a form posts it; without visible characters it is `None`.
    pub fn parse(text: &str) -> Result<Option<Self>, Fault> {
        if !is_visible(text) {
            return Ok(None);
        }
        written_line(text, Self::CHARACTERS_MAX).map(|text| Some(Self(text))).ok_or(Fault::TooLong)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::hidden! { Headline }

/// A shop's public reply: trimmed, NFC, 1–10,000 characters, line breaks allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyText(String);

crate::reads_text! { ReplyText: Self = Self::parse, Text::between(1, Self::CHARACTERS_MAX); }

impl ReplyText {
    /// The longest reply, in characters.
    pub const CHARACTERS_MAX: usize = 10_000;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = lines(text);
        let fits = is_visible(&text) && text.chars().count() <= Self::CHARACTERS_MAX;
        fits.then_some(Self(text)).ok_or(Invalid("A reply must have 1 to 10,000 characters."))
    }

    /// The reply with LF line breaks.
    pub fn as_str(&self) -> &str {
        &self.0
    }
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
    fn a_review_may_have_stars_alone() {
        for blank in ["", " \n ", "\u{200b}\n\u{2060}", "\u{0}\u{7}"] {
            assert_eq!(ReviewText::parse(blank).unwrap().as_str(), "", "{blank:?}");
        }
    }

    #[test]
    fn a_text_keeps_its_line_breaks() {
        assert_eq!(ReviewText::parse(" Good.\r\nVery good. ").unwrap().as_str(), "Good.\nVery good.");
        assert!(ReviewText::parse(&"é".repeat(5_000)).is_ok());
        assert!(ReviewText::parse(&"a".repeat(5_001)).is_err());
    }
}

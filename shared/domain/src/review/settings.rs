//! A shop's settings for reviews.

use serde::Serialize;

use crate::review::{Facts, Moderation};
use crate::shop::{OwnText, Placeholders};
use crate::values::text::line;
use crate::values::value::{Kind, Text, strings};
use crate::values::{Invalid, NumberPlans};

/// What decides whether an author's words are published at once.
#[derive(Debug, Clone, Copy)]
pub struct Checks<'a> {
    pub moderation: Moderation,
    /// What counts as a phone number; its language is the shop's.
    pub plans: NumberPlans<'a>,
    /// Whether the author works for the shop: a member, or the owner.
    pub is_insider: bool,
}

/// A shop's settings for deciding about and showing reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewSettings {
    /// Whether reviews are published at once or held.
    pub moderation: Moderation,
    /// Whether published reviews can be read without an API key.
    pub public_display: bool,
    /// The reward for a review, as the shop's trust page states it; `None` if the shop states none.
    pub incentives: Option<String>,
    /// The replies that members can insert; `None` if the shop saved none.
    pub saved_replies: Option<SavedReplies>,
    /// What customers are asked about products by taps; `None` if nothing is.
    pub facts: Option<Facts>,
}

/// How a call gives the reward for a review.
pub enum Incentives {}

crate::reads_text! {
    Incentives: String = ReviewSettings::incentives, Text::between(1, ReviewSettings::INCENTIVES_CHARACTERS_MAX);
}

impl ReviewSettings {
    pub const NEW: Self = Self {
        moderation: Moderation::Publish,
        public_display: true,
        incentives: None,
        saved_replies: None,
        facts: None,
    };

    const INCENTIVES_CHARACTERS_MAX: usize = 300;
    /// The error of [`incentives`](Self::incentives).
    pub const INCENTIVES_RULE: Invalid =
        Invalid("`incentives` must have 1 to 300 characters, on one line; null clears it.");

    /// Reads the reward for a review: trimmed, NFC, one line.
    pub fn incentives(text: &str) -> Result<String, Invalid> {
        line(text, Self::INCENTIVES_CHARACTERS_MAX).ok_or(Self::INCENTIVES_RULE)
    }
}

/// 1–5 texts, in the order of their keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SavedReplies(Vec<OwnText>);

crate::reads! {
    SavedReplies: Self = |json| Self::parse(&strings(json).unwrap_or_default()),
        Kind::Text(Text::between(1, OwnText::SAVED_REPLY_MAX)).list(Some(1), Some(Self::MAX));
}

impl SavedReplies {
    pub const MAX: usize = 5;
    /// The error of [`parse`](Self::parse).
    pub const RULE: Invalid = Invalid(
        "`saved_replies` must be 1 to 5 texts of 1 to 500 characters, with braces only in {name}, {product} and {shop}; null clears them.",
    );

    pub fn parse(texts: &[&str]) -> Result<Self, Invalid> {
        let read: Option<Vec<_>> = texts.iter().map(|text| OwnText::saved_reply(text)).collect();
        read.filter(|read| (1..=Self::MAX).contains(&read.len())).map(Self).ok_or(Self::RULE)
    }

    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(OwnText::as_str)
    }

    /// Each reply that can be given with these values, with its number from 1. One that names what has no value is left out.
    pub fn filled(&self, values: &Placeholders<'_>) -> Vec<(usize, String)> {
        let filled = (1..).zip(&self.0).filter_map(|(number, text)| Some((number, text.fill(values)?)));
        filled.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_keeps_its_number_and_is_offered_only_with_all_its_values() {
        let replies = SavedReplies::parse(&["Thank you, {name}!", "Glad you like the {product}.", " {shop} "]).unwrap();
        let filled = |name, product| replies.filled(&Placeholders { name, product, shop: "Fern", days: None });
        let [thanks, glad, shop] = ["Thank you, Jane!", "Glad you like the Mug.", "Fern"].map(ToOwned::to_owned);
        assert_eq!(filled(Some("Jane"), Some("Mug")), [(1, thanks), (2, glad.clone()), (3, shop.clone())]);
        assert_eq!(filled(None, Some("Mug")), [(2, glad), (3, shop.clone())]);
        assert_eq!(filled(None, None), [(3, shop)]);
    }
}

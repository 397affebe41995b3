//! A shop's settings for reviews.

use crate::review::{Moderation, SavedReplies};
use crate::values::text::line;
use crate::values::value::Text;
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
}

/// How a call gives the reward for a review.
pub enum Incentives {}

crate::reads_text! {
    Incentives: String = ReviewSettings::incentives, Text::between(1, ReviewSettings::INCENTIVES_CHARACTERS_MAX);
}

impl ReviewSettings {
    pub const NEW: Self =
        Self { moderation: Moderation::Publish, public_display: true, incentives: None, saved_replies: None };

    const INCENTIVES_CHARACTERS_MAX: usize = 300;
    /// The error of [`incentives`](Self::incentives).
    pub const INCENTIVES_RULE: Invalid =
        Invalid("`incentives` must have 1 to 300 characters, on one line; null clears it.");

    /// Reads the reward for a review: trimmed, NFC, one line.
    pub fn incentives(text: &str) -> Result<String, Invalid> {
        line(text, Self::INCENTIVES_CHARACTERS_MAX).ok_or(Self::INCENTIVES_RULE)
    }
}

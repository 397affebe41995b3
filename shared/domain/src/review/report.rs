//! A reader's report of a published review (Regulation (EU) 2022/2065, Art. 16).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::values::stored::ms;
use crate::values::text::{is_bidi_control, is_visible, lines};
use crate::values::word::words;

words! {
    /// Why a reader reports a review.
    pub enum ReportReason {
        Unlawful = "unlawful",
        /// The review is not about anything that the author bought or knows.
        Fake = "fake",
        /// The review insults or threatens.
        Abusive = "abusive",
        /// The review says something private about a person.
        PersonalData = "personal_data",
        Other = "other",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderReport {
    /// When the reader reported it.
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub reason: ReportReason,
    /// The reader's own words.
    #[serde(skip)]
    pub words: Option<String>,
}

impl ReaderReport {
    /// The most characters of a reader's words; longer words are cut.
    pub const WORDS_MAX: usize = 1_000;
    /// The most reports that a shop takes in a day.
    pub const OF_SHOP_MAX: u32 = 20;
    /// The most reports of a shop's reviews that one network makes in an hour.
    pub const OF_NETWORK_MAX: u32 = 5;

    /// A report with the words as typed, but without control characters and cut to the limit.
    pub fn new(reason: ReportReason, words: &str, at: Timestamp) -> Self {
        let is_plain = |c: &char| !is_bidi_control(*c) && (!c.is_control() || *c == '\n');
        let words: String = lines(words).chars().filter(is_plain).take(Self::WORDS_MAX).collect();
        Self { at, reason, words: is_visible(&words).then_some(words) }
    }
}

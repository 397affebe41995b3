//! How a review's text came about on the customer's page: whether the questions raise the stars is seen only by comparing
//! the reviews that they led to with the others.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::review::phrases::{count_words, different_words};
use crate::review::{Rating, ReviewText};
use crate::values::word::words;

words! {
    /// How a review's text came about on the customer's page.
    pub enum Composed {
        /// The text suggested from the answers was taken over, changed or not.
        Questions = "questions",
        /// Every other review of the customer's page.
        Form = "form",
    }
}

words! {
    /// What is compared between reviews that were composed differently.
    pub enum Measure {
        Stars = "stars",
        /// The words of the text, without the headline.
        Words = "words",
        /// The minutes from the first opening of the page to sending.
        Minutes = "minutes",
    }
}

/// How a review was composed, and what is counted about it. It is not sealed with the words, because counters must also
/// follow from a review that was not decrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composition {
    pub composed: Composed,
    /// The words of the text that is shown.
    pub words: Bucket,
    /// The minutes from the first opening of the page to sending; `None` if no opening was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Bucket>,
}

impl Composition {
    pub fn new(composed: Composed, text: &ReviewText, opened_at: Option<Timestamp>, sent_at: Timestamp) -> Self {
        let minutes = opened_at.map(|opened_at| sent_at.duration_since(opened_at).as_secs().max(0) + 30);
        let minutes = minutes.map(|seconds| Bucket::of(u32::try_from(seconds / 60).unwrap_or(u32::MAX)));
        Self { composed, words: Bucket::of_words(text), minutes }
    }

    /// What is counted about the review. There is no count of minutes if no opening was seen.
    pub fn measures(self, rating: Rating) -> impl Iterator<Item = (Measure, Bucket)> {
        let always = [(Measure::Stars, Bucket::of(rating.stars().into())), (Measure::Words, self.words)];
        always.into_iter().chain(self.minutes.map(|minutes| (Measure::Minutes, minutes)))
    }
}

/// A number, rounded up to one of a few, so that each can have a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bucket(u32);

impl Bucket {
    /// The resolution: as many binary digits of a number count, so numbers up to 16 are exact, and above that there are
    /// eight buckets between a power of two and the next. A bucket is at most an eighth too high.
    const DIGITS: u32 = 4;
    /// Larger numbers count as this one: eleven days in minutes. No text has as many words.
    const MAX: u32 = 1 << 14;

    pub fn of(number: u32) -> Self {
        let number = number.min(Self::MAX);
        let unit = 1 << (u32::BITS - number.leading_zeros()).saturating_sub(Self::DIGITS);
        Self(number.next_multiple_of(unit))
    }

    pub(super) fn of_words(text: &ReviewText) -> Self {
        Self::of(u32::try_from(count_words(text.as_str())).unwrap_or(u32::MAX))
    }

    /// The largest number of the bucket.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The median of counted numbers, which is the mean of two if two are in the middle; `None` without numbers.
    pub fn median(counts: &BTreeMap<Self, u64>) -> Option<f64> {
        let total: u64 = counts.values().sum();
        let at = |place: u64| {
            let mut passed = 0;
            let mut buckets = counts.iter();
            let found = buckets.find(|(_, count)| {
                passed += **count;
                passed > place
            });
            found.map(|(bucket, _)| f64::from(bucket.0))
        };
        Some(f64::midpoint(at(total.checked_sub(1)? / 2)?, at(total / 2)?))
    }
}

/// Whether a text is still the suggested one, however much was changed: at least half of the different words of the
/// shorter one are in the other. A text written from scratch shares some words by chance, too, but fewer.
pub(super) fn is_taken_over(suggested: &str, text: &str) -> bool {
    let (suggested, text) = (different_words(suggested), different_words(text));
    let shared = suggested.intersection(&text).count();
    shared > 0 && shared * 2 >= suggested.len().min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_up_to_16_and_then_at_most_an_eighth_too_high() {
        for (number, bucket) in [(0, 0), (1, 1), (16, 16), (17, 18), (31, 32), (33, 36), (100, 104), (1_000, 1_024)] {
            assert_eq!(Bucket::of(number).get(), bucket, "{number}");
        }
        for number in 1..=Bucket::MAX {
            let bucket = Bucket::of(number);
            assert!(bucket.get() >= number && bucket.get() - number <= number / 8, "{number}");
            assert_eq!(Bucket::of(bucket.get()), bucket, "a bucket is in itself");
        }
        assert_eq!(Bucket::of(u32::MAX).get(), Bucket::MAX);
    }

    #[test]
    fn the_median_is_in_the_middle() {
        let median = |numbers: &[u32]| {
            let mut counts = BTreeMap::new();
            numbers.iter().for_each(|number| *counts.entry(Bucket::of(*number)).or_default() += 1);
            Bucket::median(&counts)
        };
        assert_eq!((median(&[]), median(&[7]), median(&[4, 9, 2])), (None, Some(7.0), Some(4.0)));
        assert_eq!((median(&[3, 6]), median(&[1, 5, 5, 9])), (Some(4.5), Some(5.0)));
        assert_eq!(Bucket::median(&BTreeMap::from([(Bucket::of(1), 0)])), None);
    }

    #[test]
    fn minutes_are_whole_and_nobody_sends_before_opening() {
        let at = |second| Timestamp::from_second(second).unwrap();
        for (opened, minutes) in [(Some(70), Some(0)), (Some(100), Some(0)), (Some(0), Some(2)), (None, None)] {
            let composition = Composition::new(Composed::Form, &ReviewText::default(), opened.map(at), at(95));
            assert_eq!(composition.minutes.map(Bucket::get), minutes, "{opened:?}");
        }
    }

    #[test]
    fn a_changed_suggestion_is_taken_over_and_a_text_from_scratch_is_not() {
        let suggested = "I use it every day. The glaze, and how it feels. Yes, to anyone!";
        for (text, expected) in [
            (suggested, true),
            ("Good glaze.", true),
            ("I like the glaze most, and how warm it feels. The handle is fine, too, but rather short.", true),
            ("Mine broke after two weeks, which was a pity.", false),
            ("", false),
        ] {
            assert_eq!(is_taken_over(suggested, text), expected, "{text}");
        }
        assert!(is_taken_over("毎日使っています。色が好きです。", "毎日使っています。とてもいい色です。"));
        assert!(!is_taken_over("毎日使っています。色が好きです。", "すぐに壊れてしまったのは残念。"));
    }
}

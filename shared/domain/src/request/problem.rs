//! "Something is wrong with my order": what a customer writes to the shop. The shop gets it by email, and nothing about
//! the request's reviews depends on it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{Counter, Request};
use crate::values::text::written;
use crate::values::{Fault, RequestOrigin, ms, stored_as_text};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    /// The place of the item beside which it was written, from 0; `None` if it is about all items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<usize>,
    pub words: ProblemWords,
}

/// The customer's words, as typed.
#[derive(Clone, PartialEq, Eq)]
pub struct ProblemWords(String);

stored_as_text!(ProblemWords, Self::as_str, |text| Self::parse(text).ok());

impl Problem {
    /// The most problems of a request that the shop gets in a day (UTC).
    pub const A_DAY_MAX: usize = 3;

    /// A problem that the customer writes after these.
    /// Errors: [`Fault::TooOften`] beyond [`Self::A_DAY_MAX`] on a day.
    pub fn after<'a>(
        earlier: impl Iterator<Item = &'a Self>,
        item: Option<usize>,
        words: ProblemWords,
        now: Timestamp,
    ) -> Result<Self, Fault> {
        let day = |at: Timestamp| at.to_zoned_datetime(TimeZone::UTC).date();
        match earlier.filter(|problem| day(problem.at) == day(now)).count() < Self::A_DAY_MAX {
            true => Ok(Self { at: now, item, words }),
            false => Err(Fault::TooOften),
        }
    }
}

impl ProblemWords {
    pub const CHARACTERS_MAX: usize = 1_000;

    /// Reads words as a form posts them.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        written(text, Self::CHARACTERS_MAX).map(Self)
    }

    /// The words, without spaces around them.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::hidden! { ProblemWords }

impl Request {
    /// Whether the customer may write to the shop about a problem. Anybody can ask for a link with any address, so
    /// somebody whom the shop did not ask needs an order: otherwise strangers could have words emailed to the shop.
    pub fn takes_problems(&self) -> bool {
        self.origin != RequestOrigin::Visitor || self.order.is_given()
    }

    /// The customer wrote to the shop about a problem. Returns what to count.
    pub fn told(&mut self, now: Timestamp) -> Vec<Counter> {
        let counters = self.engaged(now);
        self.0.problem_at = Some(now);
        counters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3_600).unwrap()
    }

    #[test]
    fn words_are_kept_as_typed_but_for_what_nobody_can_read() {
        assert_eq!(ProblemWords::parse(" It broke.\r\nTwice. ").unwrap().as_str(), "It broke.\nTwice.");
        assert_eq!(ProblemWords::parse("a\u{b}b\u{c}c\u{85}d\te\u{0}\u{7}\u{92}f").unwrap().as_str(), "a\nb\nc\nd\tef");
        assert!(ProblemWords::parse(&"é".repeat(1_000)).is_ok());
        for (typed, fault) in [
            ("", Fault::Missing),
            (" \r\n\u{200b}", Fault::Missing),
            (&*"a".repeat(1_001), Fault::TooLong),
            ("\u{7}", Fault::Missing),
        ] {
            assert_eq!(ProblemWords::parse(typed), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn three_a_day_and_again_on_the_next() {
        let words = || ProblemWords::parse("It broke.").unwrap();
        let mut all = Vec::new();
        for (hour, is_taken) in [(1, true), (2, true), (23, true), (23, false), (24, true)] {
            let next = Problem::after(all.iter(), None, words(), at(hour));
            assert_eq!(next.is_ok(), is_taken, "{hour}");
            all.extend(next);
        }
    }
}

//! Phone numbers in a text, and other numbers: dates, prices, sizes, scores and numbers of articles and orders.

use std::iter::once;
use std::ops::Range;

use rlibphonenumber::Region;
use rlibphonenumber::phonenumber_matcher::{Leniency, PHONE_MATCHER_FACTORY};

use crate::values::{Country, Language};

/// Shorter numbers are dialled only within a town.
const DIGITS_MIN: usize = 7;
/// The most digits of a number: `00`, and 15 (E.164 §6.2.1).
const DIGITS_MAX: usize = 17;
/// The most characters between two digits of one number.
const BETWEEN_DIGITS_MAX: usize = 4;
/// A text with more possible numbers is a list of numbers, and somebody should look at it. One costs up to 0.2 ms.
const JUDGED_MAX: usize = 32;
/// The digits of an EAN or ISBN.
const EAN_DIGITS: usize = 13;
/// What the best of a score is out of: `9/10`.
const BEST: [u64; 5] = [5, 6, 10, 20, 100];
/// The largest step in a series of sizes or models: `38/40/42`.
const STEP_MAX: u64 = 10;

/// What decides whether digits in a text are a phone number.
#[derive(Debug, Clone, Copy, Default)]
pub struct NumberPlans<'a> {
    pub country: Option<Country>,
    pub language: Option<Language>,
    /// The id of the order that the text is about, which is no phone number.
    pub order: Option<&'a str>,
}

impl NumberPlans<'_> {
    /// The same for a text in this language; `None` if nobody chose one.
    #[must_use]
    pub fn in_language(self, language: Option<Language>) -> Self {
        Self { language: language.or(self.language), ..self }
    }

    /// The countries for whose numbers these digits may count.
    fn regions(&self, digits: &str) -> Vec<Region> {
        let own = self.country.and_then(|country| country.as_str().parse().ok());
        let unknown = if self.country.is_none() && digits.starts_with('0') { &BEGIN_WITH_0[..] } else { &[] };
        own.iter().chain(unknown).chain(regions_of(self.language)).copied().collect()
    }
}

/// Countries whose numbers begin with 0, as few other numbers do. They count if the shop has not set its country.
const BEGIN_WITH_0: [Region; 12] = {
    use Region::*;
    [AT, AU, BE, CH, DE, EG, FR, GB, JP, NL, SA, SE]
};

/// Where a text in this language is probably written: first the likely country (CLDR 48, likelySubtags), then others where
/// most people write it. More countries would make more other numbers phone numbers, and the shop's own counts anyway. A
/// text without a language is taken as English.
const fn regions_of(language: Option<Language>) -> &'static [Region] {
    use Region::*;
    let Some(language) = language else { return &[US, AU, GB] };
    match language.as_str().as_bytes() {
        b"ar" => &[EG, AE, SA],
        b"da" => &[DK],
        b"de" => &[DE, AT, CH],
        b"es" => &[ES],
        b"fr" => &[FR, BE, CH],
        b"it" => &[IT],
        b"ja" => &[JP],
        b"nl" => &[NL, BE],
        b"pl" => &[PL],
        b"pt" => &[BR, PT],
        b"sv" => &[SE],
        _ => regions_of(None),
    }
}

/// Whether a text names a phone number. Its digits must be ASCII.
pub(super) fn has_phone_number(text: &str, plans: &NumberPlans<'_>) -> bool {
    if text.bytes().filter(u8::is_ascii_digit).count() < DIGITS_MIN {
        return false;
    }
    let order: String = plans.order.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let order = if order.len() < DIGITS_MIN { "" } else { &order };
    let mut judged = 0;
    runs(text).iter().flat_map(|run| run.candidates(order)).any(|candidate| {
        judged += 1;
        judged > JUDGED_MAX || is_phone_number(&candidate, plans)
    })
}

/// Whether these digits, with `+` or `00` before a country code or without, are a phone number.
fn is_phone_number(digits: &str, plans: &NumberPlans<'_>) -> bool {
    let (number, leniency) = match digits.strip_prefix("00") {
        Some(abroad) => (format!("+{abroad}"), Leniency::Valid),
        // Nobody puts a plus before any other number of this length. So it may also be newer than the plans.
        None if digits.starts_with('+') => (digits.to_owned(), Leniency::Possible),
        None => (digits.to_owned(), Leniency::Valid),
    };
    // The first call compiles the patterns, which takes a millisecond, and loads the plans.
    let matcher = PHONE_MATCHER_FACTORY.matcher_builder(&number).leniency(leniency);
    matcher.regions(plans.regions(digits)).build().next().is_some()
}

/// Groups of digits with so little between them that they may be one number.
struct Run<'a> {
    text: &'a str,
    /// The groups' places in the text.
    groups: Vec<Range<usize>>,
}

fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let is_digit = |c: char| c.is_ascii_digit();
    let mut read = 0;
    while let Some(start) = text[read..].find(is_digit).map(|at| read + at) {
        let end = text[start..].find(|c| !is_digit(c)).map_or(text.len(), |length| start + length);
        let between = &text[read..start];
        let joins = between.chars().count() <= BETWEEN_DIGITS_MAX && between.chars().all(is_between_digits);
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.groups.push(start..end),
            None => runs.push(Run { text, groups: once(start..end).collect() }),
        }
        read = end;
    }
    runs
}

/// Whether a character separates the digits of one number: a space, a dot, a bracket, or anything like a dash.
pub(super) fn is_between_digits(c: char) -> bool {
    c.is_whitespace() && c != '\n'
        || "-_./()\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{fe58}\u{fe63}".contains(c)
}

impl<'a> Run<'a> {
    /// The digits of every part that may be a phone number, with the `+` before it.
    fn candidates(&self, order: &str) -> Vec<String> {
        let (other, count) = (self.other_numbers(order), self.groups.len());
        let parts = |at: usize| {
            at == 0
                || at == count
                || other[at - 1]
                || self.between(at).contains(|c: char| c.is_whitespace() || "()/".contains(c))
        };
        let mut candidates = Vec::new();
        for first in (0..count).filter(|first| parts(*first) && !self.touches_word_before(*first)) {
            let mut digits = if self.has_plus(first) { "+".to_owned() } else { String::new() };
            for last in (first..count).take_while(|at| !other[*at]) {
                digits.push_str(self.digits(last));
                if digits.len() > DIGITS_MAX {
                    break;
                }
                if digits.len() >= DIGITS_MIN && parts(last + 1) && !self.touches_word_behind(last) {
                    candidates.push(digits.clone());
                }
            }
        }
        candidates
    }

    /// Which groups belong to other numbers.
    fn other_numbers(&self, order: &str) -> Vec<bool> {
        let count = self.groups.len();
        let mut other = vec![false; count];
        // A date or a size has no plus.
        let mut first = if self.has_plus(0) { count } else { 0 };
        while first < count {
            let same = |at: &usize| *at == first + 1 || self.between(*at) == self.between(first + 1);
            let end = (first + 1..count).take_while(same).last().unwrap_or(first) + 1;
            let groups: Vec<_> = (first..end).map(|at| self.digits(at)).collect();
            let separator = if end > first + 1 { self.between(first + 1).trim() } else { "" };
            if is_other_number(&groups, separator) {
                other[first..end].fill(true);
            }
            first = end;
        }
        for first in (0..count).filter(|_| !order.is_empty()) {
            let mut rest = order;
            for last in first..count {
                let Some(behind) = rest.strip_prefix(self.digits(last)) else { break };
                rest = behind;
                if rest.is_empty() {
                    other[first..=last].fill(true);
                    break;
                }
            }
        }
        other
    }

    fn digits(&self, at: usize) -> &'a str {
        &self.text[self.groups[at].clone()]
    }

    /// What separates a group from the one before it.
    fn between(&self, at: usize) -> &'a str {
        &self.text[self.groups[at - 1].end..self.groups[at].start]
    }

    fn has_plus(&self, at: usize) -> bool {
        self.text[..self.groups[at].start].trim_end_matches([' ', '(']).ends_with('+')
    }

    fn touches_word_before(&self, at: usize) -> bool {
        self.text[..self.groups[at].start].chars().next_back().is_some_and(is_of_word)
    }

    fn touches_word_behind(&self, at: usize) -> bool {
        self.text[self.groups[at].end..].chars().next().is_some_and(is_of_word)
    }
}

/// Whether digits beside this character belong to a word, a price or a measure. Letters of other scripts than Latin do not
/// count, because some scripts put no space between a word and a number.
const fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | '$' | '€' | '£' | '¥' | '%' | '°')
}

/// Whether groups that all have this separator, and no others beside them, are another number than a phone number.
fn is_other_number(groups: &[&str], separator: &str) -> bool {
    let values: Vec<u64> = groups.iter().map(|digits| digits.parse().unwrap_or(u64::MAX)).collect();
    let length = |at: usize| groups[at].len();
    let is_year = |at: usize| length(at) == 4 && (1900..2100).contains(&values[at]);
    let is_short = |at: usize| length(at) <= 2;
    let begins_with_0 = groups.iter().any(|digits| digits.starts_with('0'));
    let is_grouped = matches!(separator, "." | "/" | "-" | "\u{2013}");
    match *values {
        [date] if length(0) == 8 => is_day(date / 10_000, date / 100 % 100, date % 100),
        // A date: 12.12.2024, 12/24/24, 2024-12-24.
        [day, month, year] if is_grouped && is_short(0) && is_short(1) && (is_year(2) || length(2) == 2) => {
            is_day(year, month, day) || is_day(year, day, month)
        }
        [year, month, day] if is_grouped && is_year(0) && is_short(1) && is_short(2) => is_day(year, month, day),
        // A month or two years: 12/2023, 2019-2024, 2019/20.
        [month, _] if is_grouped && is_short(0) && is_year(1) => month <= 12,
        [_, _] if is_grouped && is_year(0) && (is_year(1) || length(1) == 2) => true,
        // A score: 9/10. A time: 8.30. A fraction: 0.127758.
        [score, best] if separator == "/" && BEST.contains(&best) => score <= best,
        [hour, minute] if separator == "." && is_short(0) && length(1) == 2 => hour <= 24 && minute % 15 == 0,
        [0, _] if separator == "." => length(0) == 1,
        // Sizes, models: 38/40/42, 104-110-116.
        [_, _, _, ..] if !begins_with_0 && is_series(&values) && (separator == "/" || length(0) > 1) => true,
        // Thousands: 1.299.000.
        [_, _, _, ..]
            if !groups[0].starts_with('0') && is_short(0) && groups[1..].iter().all(|digits| digits.len() == 3) =>
        {
            true
        }
        _ => is_ean(&groups.concat()),
    }
}

/// Whether these are a day of the calendar; the year has two or four digits.
const fn is_day(year: u64, month: u64, day: u64) -> bool {
    matches!(year, 0..=40 | 1900..=2099) && matches!(month, 1..=12) && matches!(day, 1..=31)
}

/// Whether each value is a little above the one before it, or each a little below.
fn is_series(values: &[u64]) -> bool {
    let is_step = |from: u64, to: u64| from < to && to - from <= STEP_MAX;
    values.windows(2).all(|two| is_step(two[0], two[1])) || values.windows(2).all(|two| is_step(two[1], two[0]))
}

/// Whether this is an EAN or ISBN, by its check digit (GS1 General Specifications, 7.9). Those that begin with 0 are
/// left out: phone numbers do, too.
fn is_ean(digits: &str) -> bool {
    let weighted =
        digits.bytes().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight);
    digits.len() == EAN_DIGITS && !digits.starts_with('0') && weighted.sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plans(country: &str) -> NumberPlans<'static> {
        NumberPlans { country: Country::parse(country).ok(), ..NumberPlans::default() }
    }

    #[test]
    fn a_phone_number_is_found_beside_and_though_it_looks_like_other_numbers() {
        for (text, country) in [
            ("12.12.2024 0171 2345678 24/7", "DE"),
            ("38/40/42 0171/2345678", "DE"),
            ("4006381333931 (0171) 2345678", "DE"),
            ("06.12.34.56.78", "FR"),
            ("06 12 34 36 40", "FR"),
            ("06/12/34/56/78", "FR"),
        ] {
            assert!(has_phone_number(text, &plans(country)), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not_judged() {
        for (text, digits, country) in [
            ("24.12.2024", "24122024", "DK"),
            ("2024-12-24", "20241224", "DK"),
            ("20241224", "20241224", "DK"),
            ("2019-2024", "20192024", "DK"),
            ("10/2023 - 11/2024", "2023112024", "US"),
            ("5/5 5/5 5/5 5/5", "55555555", "DK"),
            ("38/40/42/44", "38404244", "DK"),
            ("30.250.000", "30250000", "DK"),
            ("08.00-12.00 13.00-18.00", "0800120013001800", "DE"),
            ("0.301234567", "0301234567", "DE"),
            ("4930901820000", "4930901820000", "DE"),
            ("SN20123456", "20123456", "DK"),
            ("$20123456", "20123456", "DK"),
            ("#20123456", "20123456", "DK"),
        ] {
            let order = text.starts_with('#').then_some("DK-20123456");
            let plans = NumberPlans { order, ..plans(country) };
            assert!(!has_phone_number(text, &plans), "{text}");
            assert!(is_phone_number(digits, &plans), "{digits} would be a phone number, so the case protects nothing");
        }
    }

    #[test]
    fn a_text_of_many_numbers_is_looked_at_without_judging_all_of_them() {
        let numbers = |count| has_phone_number(&"99999999, ".repeat(count), &plans("DE"));
        assert_eq!([JUDGED_MAX, JUDGED_MAX + 1].map(numbers), [false, true]);
    }
}

//! Reads times and days in calls. The time library would accept more than RFC 3339, such as zones in brackets and
//! offsets beyond a day.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use serde::{Deserialize, Serialize};

use crate::values::Fault;

/// The latest second: 26 hours before the end of the year 9999, so that jiff can write it with every offset.
const LAST: Timestamp = Timestamp::constant(253_402_207_200, 0);
/// How many digits of a fraction are read, down to nanoseconds; further digits are ignored.
const FRACTION_DIGITS_MAX: usize = 9;
const DATE_LENGTH: usize = 10;
const SECONDS_LENGTH: usize = DATE_LENGTH + "T06:00:00".len();

/// Reads a time only in the form of RFC 3339: `2026-11-20T06:00:00Z`, with a fraction or an offset up to 23:59. `None`
/// for anything else, and outside the years 0 to 9999. The end of 9999, which some programs write for "never", becomes
/// [`LAST`].
pub fn parse_time(text: &str) -> Option<Timestamp> {
    let (clock, rest) = text.split_at_checked(SECONDS_LENGTH)?;
    let (fraction, offset) = match rest.strip_prefix('.') {
        None => ("", rest),
        Some(rest) => rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count()),
    };
    let has_point = rest.starts_with('.');
    let fits = follows(clock, "0000-00-00T00:00:00") && has_point != fraction.is_empty() && is_offset(offset);
    let fraction = &fraction[..fraction.len().min(FRACTION_DIGITS_MAX)];
    let point = if has_point { "." } else { "" };
    let exactly = || format!("{clock}{point}{fraction}{offset}").parse().ok();
    let at_last = || (clock.parse::<DateTime>().ok()? >= date(9999, 12, 29).at(0, 0, 0, 0)).then_some(LAST);
    fits.then(|| exactly().or_else(at_last)).flatten()
}

/// Reads a day, only in the form `2026-11-20`.
pub fn parse_day(text: &str) -> Option<Date> {
    follows(text, "0000-00-00").then(|| text.parse().ok()).flatten()
}

/// Whether the text is `Z`, or hours and minutes within a day.
fn is_offset(text: &str) -> bool {
    let fits = |range: std::ops::Range<usize>, max: u8| text[range].parse::<u8>().is_ok_and(|number| number <= max);
    let signed = follows(text, "+00:00") || follows(text, "-00:00");
    matches!(text, "Z" | "z") || signed && fits(1..3, 23) && fits(4..6, 59)
}

/// Whether a text matches a pattern: a digit for each `0`, and otherwise the same characters, with `T` in any case.
fn follows(text: &str, pattern: &str) -> bool {
    let same = |(c, p): (u8, u8)| if p == b'0' { c.is_ascii_digit() } else { c == p || p == b'T' && c == b't' };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(same)
}

/// How often, on one day, a draft was saved, a review was changed, or a photo was added to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saves {
    pub day: Date,
    pub count: u32,
}

impl Saves {
    /// The most saves of all drafts of a request in a day; each item may always have [`Self::PER_ITEM_MIN`]. A page
    /// saves after each pause in typing: an hour of writing makes about 200 saves.
    pub const PER_REQUEST_MAX: u32 = 1_000;
    /// The number of saves that each item is allowed in a day, however many items there are.
    pub const PER_ITEM_MIN: u32 = 100;

    /// How many saves in a day each item is allowed in a request with `items` items.
    pub fn max(items: usize) -> u32 {
        let items = u32::try_from(items).unwrap_or(u32::MAX).max(1);
        (Self::PER_REQUEST_MAX / items).max(Self::PER_ITEM_MIN)
    }

    /// The count after one more save on this day.
    /// Errors: [`Fault::TooOften`] beyond [`Self::max`].
    pub fn next(before: Option<Self>, day: Date, items: usize) -> Result<Self, Fault> {
        Self::within(Self::max(items), before, day)
    }

    /// The count after one more on this day, of which at most `max` are allowed.
    pub(crate) fn within(max: u32, before: Option<Self>, day: Date) -> Result<Self, Fault> {
        let count = before.filter(|before| before.day == day).map_or(0, |before| before.count);
        if count < max { Ok(Self { day, count: count + 1 }) } else { Err(Fault::TooOften) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_rfc_3339() {
        for (text, nanoseconds) in [
            ("2026-11-20T06:00:00Z", 0),
            ("2026-11-20t06:00:00z", 0),
            ("2026-11-20T06:00:00+00:00", 0),
            ("2026-11-20T06:00:00-00:00", 0),
            ("2026-11-21T05:59:00+23:59", 0),
            ("2026-11-19T06:01:00-23:59", 0),
            ("2026-11-20T06:00:00.5Z", 500_000_000),
            ("2026-11-20T06:00:00.1234567890123Z", 123_456_789),
        ] {
            let at = parse_time(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(at.as_nanosecond(), 1_795_154_400_000_000_000 + nanoseconds, "{text}");
        }
        for never in ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999-23:59", "9999-12-29T23:00:00-23:59"] {
            assert_eq!(parse_time(never), Some(LAST), "{never}");
        }
        assert_eq!(parse_time("9999-12-30T22:00:01+01:00"), "9999-12-30T21:00:01Z".parse().ok());
    }

    #[test]
    fn nothing_else_is_a_time() {
        for bad in [
            "",
            "2026-11-20",
            "2026-11-20T06:00",
            "2026-11-20T06:00:00",
            "2026-11-20 06:00:00Z",
            "2026-11-20T06:00:00+25:00",
            "2026-11-20T06:00:00+24:00",
            "2026-11-20T06:00:00+01:60",
            "2026-11-20T06:00:00+01",
            "2026-11-20T06:00:00+0100",
            "2026-11-20T06:00:00+01:00:00",
            "2026-11-20T06:00:00Z[Europe/Berlin]",
            "2026-11-20T06:00:00+01:00[Europe/Berlin]",
            "2026-11-20T06:00:00[UTC]",
            "20261120T060000Z",
            "2026-11-20T060000Z",
            "2026-W47-5T06:00:00Z",
            "+002026-11-20T06:00:00Z",
            "2026-11-20T06:00:00.Z",
            "2026-11-20T06:00:00,5Z",
            "2026-11-20T24:00:00Z",
            "2026-11-20T06:60:00Z",
            "2026-02-29T06:00:00Z",
            "9999-12-32T06:00:00Z",
            " 2026-11-20T06:00:00Z",
            "2026-11-20T06:00:00Z\n",
            "2026-11-20T06:00:00\u{2212}01:00",
            "２026-11-20T06:00:00Z",
            "2026-11-20T06:00:0é",
        ] {
            assert_eq!(parse_time(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_day_has_two_hyphens() {
        assert_eq!(parse_day("2026-11-20"), Some(jiff::civil::date(2026, 11, 20)));
        for bad in ["", "20261120", "2026-11-20T00:00:00", "2026-13-01", "2026-1-20", "20.11.2026", "2026-W47-5"] {
            assert_eq!(parse_day(bad), None, "{bad:?}");
        }
    }
}

//! The times that the vendors' files have.

use domain::import::ImportFormat;
use domain::values::{parse_day, parse_time};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Reads a time from 1970 to `latest`: `2026-11-20T06:00:00Z` and its other forms, `2026-11-20 06:00:00` and
/// `2026-11-20 06:00:00 UTC`, a day, which begins at midnight in UTC, and for Judge.me `20/11/2026`. `None` for anything else.
pub(crate) fn parse(format: ImportFormat, text: &str, latest: Timestamp) -> Option<Timestamp> {
    let text = text.trim();
    let at = parse_time(text)
        .or_else(|| spaced(text))
        .or_else(|| midnight(parse_day(text)?))
        .or_else(|| midnight(day_first(text).filter(|_| format == ImportFormat::Judgeme)?))?;
    (Timestamp::UNIX_EPOCH..=latest).contains(&at).then_some(at)
}

/// A day and a time with a space between them.
fn spaced(text: &str) -> Option<Timestamp> {
    let (day, rest) = text.split_once(' ')?;
    let clock = rest.strip_suffix(" UTC").or_else(|| rest.strip_suffix(" +0000")).unwrap_or(rest);
    parse_time(&format!("{day}T{clock}Z"))
}

/// A day as Judge.me's template has it: `dd/mm/yyyy`.
fn day_first(text: &str) -> Option<Date> {
    let [day, month, year] = text.split('/').collect::<Vec<_>>().try_into().ok()?;
    parse_day(&format!("{year}-{month:0>2}-{day:0>2}"))
}

fn midnight(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).ok().map(|start| start.timestamp())
}

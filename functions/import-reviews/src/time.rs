//! Reads the times in files.

use domain::import::{DateOrder, ImportFault};
use domain::values::{parse_day, parse_time};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// How far in the future a time without a zone may be, because it may be local: zones east of UTC are up to 14 hours ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    /// The order of day and month in dates that allow both orders, if the call or the layout says it.
    pub(crate) order: Option<DateOrder>,
    /// The latest valid time: when the import was created.
    pub(crate) latest: Timestamp,
}

impl Times {
    /// Reads a time from 1970 to [`latest`](Self::latest): a day, or a day with at least hours and minutes. A time without a zone
    /// is UTC. A day is 2026-11-20, 20.11.2026 or 20/11/2026. If the call does not give the order of day and month, only
    /// unambiguous days are read.
    /// Errors: [`ImportFault::AmbiguousDate`] if both orders are possible, [`ImportFault::WrittenAt`] for any other
    /// text.
    pub(crate) fn parse(self, text: &str) -> Result<Timestamp, ImportFault> {
        let text = text.trim();
        let (at, has_zone) = match parse_time(text) {
            Some(at) => (at, true),
            None => self.loose(text)?,
        };
        let limit = if has_zone { self.latest } else { self.latest.saturating_add(AHEAD).unwrap_or(self.latest) };
        let is_over = (Timestamp::UNIX_EPOCH..=limit).contains(&at);
        is_over.then_some(at.min(self.latest)).ok_or(ImportFault::WrittenAt)
    }

    /// Whether the date is valid only with the month first, and the call did not give that order.
    pub(crate) fn is_month_first(self, text: &str) -> bool {
        let mut numbers = text.trim().split(['/', '.', '-', ' ', 'T']).map(str::parse::<u16>);
        let (first, second) = (numbers.next(), numbers.next());
        self.order != Some(DateOrder::MonthFirst)
            && matches!(first, Some(Ok(first)) if first <= 12)
            && matches!(second, Some(Ok(second)) if second > 12)
    }

    /// A time as systems and spreadsheets write it, and whether it has a zone.
    fn loose(self, text: &str) -> Result<(Timestamp, bool), ImportFault> {
        let (day, rest) = text.find([' ', 'T']).map_or((text, ""), |at| (&text[..at], text[at + 1..].trim()));
        let day = self.day(day)?;
        if rest.is_empty() {
            let midnight = day.to_zoned_datetime(TimeZone::UTC).map_err(|_| ImportFault::WrittenAt)?;
            return Ok((midnight.timestamp(), false));
        }
        let (clock, zone) = clock_and_zone(rest).ok_or(ImportFault::WrittenAt)?;
        let has_zone = zone.is_some();
        let exact = format!("{day}T{clock}{}", zone.unwrap_or_else(|| "Z".to_owned()));
        parse_time(&exact).map(|at| (at, has_zone)).ok_or(ImportFault::WrittenAt)
    }

    fn day(self, text: &str) -> Result<Date, ImportFault> {
        let separator = text.find(['-', '/', '.']).map(|at| &text[at..=at]).ok_or(ImportFault::WrittenAt)?;
        let [a, b, c]: [&str; 3] =
            text.split(separator).collect::<Vec<_>>().try_into().map_err(|_| ImportFault::WrittenAt)?;
        if a.len() == 4 {
            return date(a, b, c);
        }
        let number = |part: &str| part.parse::<u8>().map_err(|_| ImportFault::WrittenAt);
        let (first, second) = (number(a)?, number(b)?);
        // A date with dots has the day first, because countries with the month first write slashes.
        let order = match (separator, self.order) {
            _ if first > 12 => DateOrder::DayFirst,
            _ if second > 12 => DateOrder::MonthFirst,
            (_, Some(order)) => order,
            (".", None) => DateOrder::DayFirst,
            _ if first == second => DateOrder::DayFirst,
            _ => return Err(ImportFault::AmbiguousDate),
        };
        match order {
            DateOrder::DayFirst => date(c, b, a),
            DateOrder::MonthFirst => date(c, a, b),
        }
    }
}

fn date(year: &str, month: &str, day: &str) -> Result<Date, ImportFault> {
    parse_day(&format!("{year}-{month:0>2}-{day:0>2}")).ok_or(ImportFault::WrittenAt)
}

/// A time of day as `06:00:00`, and its zone as `+01:00`.
fn clock_and_zone(text: &str) -> Option<(String, Option<String>)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let (clock, fraction) = clock.split_once('.').map_or((clock, ""), |(clock, fraction)| (clock, fraction));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next().unwrap_or("00"));
    let rest = rest.trim();
    let half = rest.get(..2).map(str::to_ascii_lowercase).filter(|half| half == "am" || half == "pm");
    let zone = if half.is_some() { rest[2..].trim() } else { rest };
    let hour: u8 = hour.parse().ok()?;
    let hour = match half.as_deref() {
        None => hour,
        Some(half) => hour % 12 + if half == "pm" { 12 } else { 0 },
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let clock = format!("{hour:02}:{minute:0>2}:{second:0>2}{point}{fraction}");
    parts.next().is_none().then_some(())?;
    Some((clock, self::zone(zone)?))
}

/// A zone as `Z` or `+01:00`; `Some(None)` for an empty text, `None` for a text that is no zone.
fn zone(text: &str) -> Option<Option<String>> {
    if text.is_empty() {
        return Some(None);
    }
    if matches!(text, "Z" | "z" | "UTC" | "GMT") {
        return Some(Some("Z".to_owned()));
    }
    let sign = text.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    let digits = if digits.len() == 2 { digits + "00" } else { digits };
    let fits = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| Some(format!("{sign}{}:{}", &digits[..2], &digits[2..])))
}

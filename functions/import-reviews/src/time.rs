//! Reads the times in files.

use domain::import::{DateOrder, ImportFault};
use domain::values::{parse_day, parse_time};
use jiff::civil::Date;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::import::FileSearch;

/// How far in the future a time without a zone may be, because it may be local: zones east of UTC are up to 14 hours ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    /// The order of day and month in dates that allow both orders, if the call says it.
    pub(crate) said: Option<DateOrder>,
    /// What the file's other dates prove about this order.
    pub(crate) proof: FileSearch,
    /// The order in files of this layout, if nothing proves another.
    pub(crate) usual: Option<DateOrder>,
    /// The latest valid time: when the import was created.
    pub(crate) latest: Timestamp,
}

impl Times {
    /// Reads a time from 1970 to [`latest`](Self::latest): a day, a day with at least hours and minutes, or seconds or milliseconds
    /// since 1970. A time without a zone is UTC. A day is 2026-11-20, 20.11.2026, 20/11/26, or has the month's English name. A
    /// day that allows both orders of day and month is read as the call says, or else as the file's other dates prove.
    /// Errors: [`ImportFault::AmbiguousDate`] if the order is unknown, [`ImportFault::WrittenAt`] for any other text.
    pub(crate) fn parse(self, text: &str) -> Result<Timestamp, ImportFault> {
        // JavaScript and spreadsheets write such spaces before `PM`.
        let text = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
        let (at, has_zone) = match parse_time(&text).or_else(|| epoch(&text)) {
            Some(at) => (at, true),
            None => self.loose(&in_numbers(&text).unwrap_or(text))?,
        };
        let limit = if has_zone { self.latest } else { self.latest.saturating_add(AHEAD).unwrap_or(self.latest) };
        let is_over = (Timestamp::UNIX_EPOCH..=limit).contains(&at);
        is_over.then_some(at.min(self.latest)).ok_or(ImportFault::WrittenAt)
    }

    /// Whether the date was read with the month first, and the call did not give that order.
    pub(crate) fn is_month_first(self, text: &str) -> bool {
        let is_first =
            |(first, second)| first != second && self.order(first, second, false) == Ok(DateOrder::MonthFirst);
        self.said != Some(DateOrder::MonthFirst) && day_and_month(text).is_some_and(is_first)
    }

    /// A time as systems and spreadsheets write it, and whether it has a zone.
    fn loose(self, text: &str) -> Result<(Timestamp, bool), ImportFault> {
        let (day, rest) = text.find([' ', 'T']).map_or((text, ""), |at| (&text[..at], text[at + 1..].trim()));
        let day = self.day(day.trim_end_matches(','))?;
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
        let year = if c.len() == 2 { format!("20{c}") } else { c.to_owned() };
        match self.order(number(a)?, number(b)?, separator == ".")? {
            DateOrder::DayFirst => date(&year, b, a),
            DateOrder::MonthFirst => date(&year, a, b),
        }
    }

    /// The order of day and month in a date with these two numbers.
    fn order(self, first: u8, second: u8, has_dots: bool) -> Result<DateOrder, ImportFault> {
        // A date with dots has the day first, because countries with the month first write slashes.
        let usual = self.usual.or(has_dots.then_some(DateOrder::DayFirst));
        match (self.said, self.proof) {
            _ if first > 12 => Ok(DateOrder::DayFirst),
            _ if second > 12 => Ok(DateOrder::MonthFirst),
            (Some(said), _) => Ok(said),
            _ if first == second => Ok(DateOrder::DayFirst),
            (None, FileSearch { day_first: true, month_first: true, .. }) => Err(ImportFault::AmbiguousDate),
            (None, FileSearch { day_first: true, .. }) => Ok(DateOrder::DayFirst),
            (None, FileSearch { month_first: true, .. }) => Ok(DateOrder::MonthFirst),
            (None, FileSearch { .. }) => usual.ok_or(ImportFault::AmbiguousDate),
        }
    }
}

/// Adds what a date proves about its file: a number over 12 is the day.
pub(crate) fn prove(proof: &mut FileSearch, text: &str) {
    match day_and_month(text) {
        Some((13..=31, 1..=12)) => proof.day_first = true,
        Some((1..=12, 13..=31)) => proof.month_first = true,
        _ => {}
    }
}

/// The first two numbers of a date that ends with the year, such as 3 and 2 in `3/2/2025 9:05`.
fn day_and_month(text: &str) -> Option<(u8, u8)> {
    let mut parts = text.trim().split([' ', 'T', ',']).next()?.split(['-', '/', '.']);
    let (first, second) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().filter(|year| matches!(year.len(), 2 | 4)).map(|_| (first, second))
}

/// Seconds or milliseconds since 1970, as digits of which some programs make a number with decimals.
fn epoch(text: &str) -> Option<Timestamp> {
    let whole = text.split('.').next()?;
    let number = whole.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))?;
    match whole.len() {
        9 | 10 => Timestamp::from_second(number).ok(),
        12 | 13 => Timestamp::from_millisecond(number).ok(),
        _ => None,
    }
}

/// A time with the month's English name as one with numbers only: `Fri, 5 Jan 2024 10:00` becomes `2024-01-05 10:00`.
fn in_numbers(text: &str) -> Option<String> {
    let (mut day, mut month, mut year) = (None, None, None);
    let mut rest = text;
    while day.is_none() || month.is_none() || year.is_none() {
        let (word, after) = word(rest)?;
        let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let digits = if number.bytes().all(|byte| byte.is_ascii_digit()) { number.len() } else { 0 };
        match digits {
            // The year may be last, as in `Fri Jan 05 10:00:00 UTC 2024`.
            _ if word.contains(':') => {
                let (clock, last) = rest.rsplit_once(' ')?;
                (year, rest) = (Some(last.to_owned()), clock);
                continue;
            }
            1 | 2 if day.is_none() => day = Some(number),
            2 => year = Some(format!("20{number}")),
            4 => year = Some(number.to_owned()),
            _ if rest == text && named(word, ["%A", "%a"]).is_some_and(|day| day.weekday().is_some()) => {}
            _ => {
                month =
                    Some(named(if word.eq_ignore_ascii_case("sept") { "Sep" } else { word }, ["%B", "%b"])?.month()?)
            }
        }
        rest = after;
    }
    let rest = rest.trim_start_matches([' ', ',']);
    let clock = rest.strip_prefix("at ").unwrap_or(rest);
    Some(format!("{}-{:02}-{:0>2} {clock}", year?, month?, day?))
}

/// The next word of a date, and what follows.
fn word(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: [char; 5] = [' ', ',', '.', '-', '/'];
    let text = text.trim_start_matches(BETWEEN);
    let end = text.find(BETWEEN).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The month or weekday with this English name, in full or shortened.
fn named(word: &str, formats: [&str; 2]) -> Option<strtime::BrokenDownTime> {
    formats.iter().find_map(|format| strtime::parse(format, word).ok())
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
    // JavaScript writes `GMT+0100 (Central European Standard Time)`.
    let text = text.split('(').next().unwrap_or_default().trim();
    if text.is_empty() {
        return Some(None);
    }
    let offset = text.strip_prefix("GMT").or_else(|| text.strip_prefix("UTC")).unwrap_or(text);
    if matches!(offset, "" | "Z" | "z") {
        return Some(Some("Z".to_owned()));
    }
    if let Some(hours) = hours_behind(offset) {
        return Some(Some(format!("-{hours:02}:00")));
    }
    let sign = offset.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let digits: String = offset[1..].chars().filter(|c| *c != ':').collect();
    let digits = if digits.len() == 2 { digits + "00" } else { digits };
    let fits = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| Some(format!("{sign}{}:{}", &digits[..2], &digits[2..])))
}

/// The hours by which a zone of North America is behind UTC (RFC 2822 §4.3), such as 5 for `EST`.
fn hours_behind(zone: &str) -> Option<usize> {
    let standard = "ECMP".find(zone.chars().next()?)? + 5;
    match &zone[1..] {
        "ST" => Some(standard),
        "DT" => Some(standard - 1),
        _ => None,
    }
}

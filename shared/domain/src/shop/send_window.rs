//! The hours in which a shop's messages leave.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};

use serde::{Serialize, Serializer};
use serde_json::json;

use crate::values::value::{Json, Kind, Text, Value, strings};
use crate::values::{Invalid, stored_as_text};

/// The longest name of a zone, in characters; today's have up to 32.
const ZONE_CHARACTERS_MAX: usize = 64;
/// How many days and clock changes to look ahead for an opening. The next opening comes within a week, or within two
/// where a clock change skips a day's window; the rest is margin.
const LOOK_AHEAD: usize = 60;

/// A time zone of the IANA database that is built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

stored_as_text!(Zone, Self::as_str, |name| Self::parse(name).ok());

/// How a call gives a time of day.
pub enum TimeOfDay {}

crate::reads_text! {
    Zone: Self = Self::parse, Text::at_most(ZONE_CHARACTERS_MAX);
    TimeOfDay: Time = SendWindow::time, Text { pattern: Some("^([01][0-9]|2[0-3]):[0-5][0-9]$"), ..Text::default() };
}

crate::reads! {
    SendWindow: Self = Self::read, Kind::Object("SendWindow");
    Weekdays: Self = |json| Self::parse(strings(json).ok_or(Self::RULE)?),
        Kind::Word(Self::all_words().to_vec()).list(Some(1), None);
}

impl Zone {
    pub const RULE: Invalid = Invalid("A time zone must be a name of the IANA database, such as Europe/Berlin.");

    /// Reads a name such as `Europe/Berlin`, in any case.
    pub fn parse(name: &str) -> Result<Self, Invalid> {
        if name.is_empty() || name.len() > ZONE_CHARACTERS_MAX {
            return Err(Self::RULE);
        }
        let zone = TimeZone::get(name).ok().filter(|zone| !zone.is_unknown() && zone.iana_name().is_some());
        zone.map(Self).ok_or(Self::RULE)
    }

    /// The zone's name, as the database spells it.
    pub fn as_str(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The zone as jiff's type, with its rules.
    pub fn time_zone(&self) -> TimeZone {
        self.0.clone()
    }
}

/// Hours on days of the week, in local time. If the clocks skip an hour, the window lacks it; if they repeat an hour,
/// the window has it twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendWindow {
    from: Time,
    to: Time,
    days: Weekdays,
    zone: Zone,
}

impl Serialize for SendWindow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [from, to] = self.hours();
        let days = self.days.words();
        json!({"from": from, "to": to, "days": days, "time_zone": self.zone.as_str()}).serialize(serializer)
    }
}

/// Days of the week, at least one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Weekdays([bool; 7]);

impl SendWindow {
    /// The shortest window, in minutes: a shorter one would close before the waiting messages have left.
    pub const MINUTES_MIN: i16 = 60;

    /// The window from `from` to `to`, two times of day. If `to` is not after `from`, the window ends on the next day and belongs
    /// to the day on which it opens; two equal times are 24 hours.
    /// Errors: The window is open for less than an hour.
    pub fn new(from: Time, to: Time, days: Weekdays, zone: Zone) -> Result<Self, Invalid> {
        let minutes = (minute_of(to) - minute_of(from)).rem_euclid(24 * 60);
        if minutes != 0 && minutes < Self::MINUTES_MIN {
            return Err(Invalid("`send_window` must be open for at least an hour."));
        }
        Ok(Self { from, to, days, zone })
    }

    /// Reads an object with `from`, `to`, `time_zone` and perhaps `days`.
    fn read(json: Option<&Json>) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid(
            "`send_window` must be an object with `from`, `to`, `time_zone` and, optionally, `days`; null means any time.",
        );
        let parts = json.and_then(Json::as_object).ok_or(RULE)?;
        let days = Option::<Weekdays>::read(parts.get("days"))?.unwrap_or(Weekdays::ALL);
        let [from, to] = ["from", "to"].map(|part| TimeOfDay::read(parts.get(part)));
        Self::new(from?, to?, days, Zone::read(parts.get("time_zone"))?)
    }

    /// Reads a time of day such as `09:30`.
    pub fn time(text: &str) -> Result<Time, Invalid> {
        const RULE: Invalid =
            Invalid("`send_window` needs `from` and `to` as times from 00:00 to 23:59, such as 09:00.");
        let digits =
            text.bytes().enumerate().all(|(at, byte)| if at == 2 { byte == b':' } else { byte.is_ascii_digit() });
        if text.len() != 5 || !digits {
            return Err(RULE);
        }
        let number = |at: std::ops::Range<usize>| text.get(at).and_then(|digits| digits.parse().ok()).ok_or(RULE);
        Time::new(number(0..2)?, number(3..5)?, 0, 0).map_err(|_| RULE)
    }

    /// When it opens and closes, such as `09:00`.
    pub fn hours(&self) -> [String; 2] {
        [self.from, self.to].map(|time| time.strftime("%H:%M").to_string())
    }

    pub const fn days(&self) -> Weekdays {
        self.days
    }

    /// The zone for recipients whose own zone is unknown.
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Whether the window is open at an instant for a recipient in this zone. If the recipient's zone is unknown
    /// (`None`), the window's zone counts.
    pub fn is_open(&self, at: Timestamp, recipient: Option<&Zone>) -> bool {
        let local = recipient.unwrap_or(&self.zone).0.to_datetime(at);
        let (date, time) = (local.date(), local.time());
        let opens_on = |date: Option<Date>| date.is_some_and(|date| self.days.contains(date.weekday()));
        if self.from < self.to {
            return (self.from..self.to).contains(&time) && opens_on(Some(date));
        }
        time >= self.from && opens_on(Some(date)) || time < self.to && opens_on(date.yesterday().ok())
    }

    /// The first instant from `at` on at which the window is open for a recipient in this zone.
    pub fn next(&self, at: Timestamp, recipient: Option<&Zone>) -> Timestamp {
        if self.is_open(at, recipient) {
            return at;
        }
        let zone = &recipient.unwrap_or(&self.zone).0;
        let opens = |&instant: &Timestamp| instant >= at && self.is_open(instant, recipient);
        let today = zone.to_datetime(at).date();
        let mut days = today.series(jiff::Span::new().days(1)).take(LOOK_AHEAD);
        let by_clock = days.find_map(|date| instants(zone, date, self.from).into_iter().flatten().find(opens));
        // If the clocks skip the opening time, the window opens at the moment of the change.
        let jumps =
            zone.following(at).map(|jump| jump.timestamp()).take_while(|&jump| by_clock.is_none_or(|by| jump < by));
        jumps.take(LOOK_AHEAD).find(opens).or(by_clock).unwrap_or(at)
    }
}

/// The instants at which a zone's clocks show a time: normally one, none if the clocks skip it, two if they repeat it.
fn instants(zone: &TimeZone, date: Date, time: Time) -> [Option<Timestamp>; 2] {
    let local = date.to_datetime(time);
    match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => [offset.to_timestamp(local).ok(), None],
        AmbiguousOffset::Gap { .. } => [None, None],
        AmbiguousOffset::Fold { before, after } => [before.to_timestamp(local).ok(), after.to_timestamp(local).ok()],
    }
}

fn minute_of(time: Time) -> i16 {
    i16::from(time.hour()) * 60 + i16::from(time.minute())
}

impl Weekdays {
    const WORDS: [(&'static str, Weekday); 7] = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];

    /// The whole week.
    pub const ALL: Self = Self([true; 7]);

    /// The error for anything else.
    pub const RULE: Invalid = Invalid("`days` must name days from monday to sunday; omit it for all.");

    /// The days' words, Monday first.
    pub fn all_words() -> [&'static str; 7] {
        Self::WORDS.map(|(word, _)| word)
    }

    /// Reads days by their words.
    /// Errors: A word is unknown, or there is none.
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Self, Invalid> {
        let mut days = [false; 7];
        for word in words {
            let index = Self::WORDS.iter().position(|&(known, _)| known == word).ok_or(Self::RULE)?;
            days[index] = true;
        }
        if days.contains(&true) { Ok(Self(days)) } else { Err(Self::RULE) }
    }

    /// The words of the days, Monday first.
    pub fn words(self) -> Vec<&'static str> {
        Self::WORDS.iter().zip(self.0).filter(|(_, is_in)| *is_in).map(|((word, _), _)| *word).collect()
    }

    fn contains(self, day: Weekday) -> bool {
        Self::WORDS.iter().zip(self.0).any(|((_, known), is_in)| is_in && *known == day)
    }
}

impl fmt::Debug for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.words()).finish()
    }
}

#[cfg(test)]
mod tests;

//! Times as people read them, in the shop's time zone.

use std::borrow::Borrow;

use app::request::why::Speech;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use texts::Texts;

use crate::parts::Viewer;

impl Viewer {
    pub(crate) fn zone(&self) -> TimeZone {
        self.shop.rules.zone()
    }

    /// The person's language, with times in this zone, for the explanations of requests.
    pub(crate) const fn speech<'a>(&self, zone: &'a TimeZone) -> Speech<'a> {
        Speech { texts: self.texts, zone }
    }

    pub(crate) fn day(&self, at: impl Borrow<Timestamp>) -> String {
        self.date(at.borrow().to_zoned_datetime(self.zone()).date())
    }

    pub(crate) fn date(&self, date: Date) -> String {
        self.texts.day(date.year(), date.month(), date.day())
    }

    pub(crate) fn time(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone()).strftime("%H:%M").to_string()
    }

    pub(crate) fn day_and_time(&self, at: impl Borrow<Timestamp>) -> String {
        let at = *at.borrow();
        self.texts.say("at-time").words("day", &self.day(at)).words("time", &self.time(at)).to_string()
    }

    pub(crate) fn ago(&self, at: impl Borrow<Timestamp>) -> String {
        ago(self.texts, *at.borrow(), self.now)
    }
}

/// The day of the last row, for lists that name each day once.
#[derive(Default)]
pub(crate) struct Days(Option<String>);

impl Days {
    /// The next row's day, if the row is the first of that day.
    pub(crate) fn opening(&mut self, day: &str) -> Option<String> {
        (self.0.replace(day.to_owned()).as_deref() != Some(day)).then(|| day.to_owned())
    }
}

pub(crate) fn ago(texts: Texts, at: Timestamp, now: Timestamp) -> String {
    let minutes = usize::try_from(now.duration_since(at).as_mins()).unwrap_or_default();
    let (id, count) = match minutes {
        0 => ("ago-now", 0),
        1..60 => ("ago-minutes", minutes),
        60..1_440 => ("ago-hours", minutes / 60),
        _ => ("ago-days", minutes / 1_440),
    };
    texts.say(id).count("count", count).to_string()
}

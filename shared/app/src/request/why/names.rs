//! Names in the reader's language: how sentences name messages, providers, times and reasons.

use domain::message::{Cause, Pauser, Step, StopReason};
use domain::shop::SuspensionReason;
use domain::values::{Channel, Language};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use texts::Texts;

/// The language of sentences, and the zone of the times in them.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    pub texts: Texts,
    pub zone: &'a TimeZone,
}

impl<'a> Speech<'a> {
    /// English, if the console is not written in the language.
    pub const fn new(language: Language, zone: &'a TimeZone) -> Self {
        Self { texts: Texts::console(language), zone }
    }
}

impl Speech<'static> {
    /// The language of the API and of the operator: English, with times in UTC.
    pub const fn english() -> Self {
        static UTC: TimeZone = TimeZone::UTC;
        Self::new(Language::English, &UTC)
    }
}

impl Speech<'_> {
    /// A sentence, or a part of one, with its values.
    pub fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        let wording = values.iter().fold(self.texts.say(id), |wording, (name, value)| wording.words(name, value));
        wording.to_string()
    }

    /// A message in the middle of a sentence, such as `the email` or `reminder 1 by SMS`.
    pub(super) fn message(&self, step: &Step) -> String {
        self.numbered(&step.reminder.to_string(), step.channel)
    }

    /// A message by its label in the timeline; a first email has no label.
    pub(super) fn labelled(&self, label: Option<&str>) -> String {
        let channel = match label {
            Some(label) if label.ends_with("sms") => Channel::Sms,
            _ => Channel::Email,
        };
        let number = label.and_then(|label| label.strip_prefix("reminder ")?.split(' ').next());
        self.numbered(number.unwrap_or("0"), channel)
    }

    fn numbered(&self, reminder: &str, channel: Channel) -> String {
        let channel = channel.as_str();
        match reminder {
            "0" => self.say(&format!("why-{channel}"), &[]),
            number => self.say(&format!("why-reminder-{channel}"), &[("number", number)]),
        }
    }

    pub(super) fn provider(&self, channel: Channel) -> String {
        self.say(&format!("why-provider-{}", channel.as_str()), &[])
    }

    /// Why a message failed.
    pub fn meaning(&self, cause: Cause) -> String {
        capital(&self.say(&format!("why-because-{}", cause.as_str()), &[]))
    }

    pub(super) fn because(&self, reason: StopReason) -> String {
        self.say(&format!("why-because-{}", Cause::of_stop(reason).as_str()), &[])
    }

    pub(super) fn held_because(&self, reason: SuspensionReason) -> String {
        self.say(&format!("why-held-{}", reason.as_str()), &[])
    }

    /// Who paused sending; a general word if that is unknown.
    pub(super) fn pauser(&self, by: Option<Pauser>) -> String {
        self.say(&format!("why-by-{}", by.map_or("somebody", Pauser::as_str)), &[])
    }

    /// What a provider said, after a colon; empty if it said nothing.
    pub(super) fn words(&self, words: Option<&str>) -> String {
        words.map_or_else(String::new, |words| self.say("why-words", &[("words", words)]))
    }

    /// A time as a person says it: `23 November 2026 at 14:02 UTC`.
    pub fn when(&self, at: Timestamp) -> String {
        let at = at.to_zoned_datetime(self.zone.clone());
        let day = self.texts.day(at.year(), at.month(), at.day());
        self.say("why-when", &[("day", &day), ("time", &at.strftime("%H:%M %Z").to_string())])
    }

    /// How long after it was sent something happened to a message, such as `3 s later`.
    pub(super) fn later(&self, sent_at: Timestamp, at: Timestamp) -> String {
        let after = at.duration_since(sent_at);
        // Providers' times have no milliseconds.
        let (unit, count) = match (after.as_millis() + 500) / 1_000 {
            ..1 => ("at-once", 0),
            seconds @ 1..120 => ("seconds", seconds),
            seconds @ 120..7_200 => ("minutes", seconds / 60),
            _ if after < SignedDuration::from_hours(48) => ("hours", i128::from(after.as_hours())),
            _ => ("days", i128::from(after.as_hours() / 24)),
        };
        let count = usize::try_from(count).unwrap_or_default();
        self.texts.say(&format!("why-later-{unit}")).count("count", count).to_string()
    }
}

/// The words with a capital, for the beginning of a sentence.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

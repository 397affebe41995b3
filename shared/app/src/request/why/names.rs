//! Messages, providers and times as sentences name them.

use domain::{Channel, Step};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A message in the middle of a sentence, such as `the email` or `reminder 1 by SMS`.
pub(super) fn message(step: &Step) -> String {
    let channel = match step.channel {
        Channel::Email => "email",
        Channel::Sms => "SMS",
    };
    match step.reminder {
        0 => format!("the {channel}"),
        number => format!("reminder {number} by {channel}"),
    }
}

/// A message that the timeline names: not at all if it is a first email, the usual one.
pub(super) fn labelled(label: Option<&str>) -> String {
    match label {
        None => "the email".to_owned(),
        Some("sms") => "the SMS".to_owned(),
        Some(label) => label.replace("by sms", "by SMS"),
    }
}

/// The provider of a channel.
pub(super) const fn provider(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "SES",
        Channel::Sms => "the SMS service",
    }
}

/// The same at the beginning of a sentence.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A time as a person says it: `23 November 2026 at 14:02 UTC`.
pub(super) fn when(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%-d %B %Y at %H:%M %Z").to_string()
}

/// How long after it was sent something happened to a message: `3 s later`.
pub(super) fn later(sent_at: Timestamp, at: Timestamp) -> String {
    let after = at.duration_since(sent_at);
    // The providers' times have no milliseconds.
    match (after.as_millis() + 500) / 1_000 {
        ..1 => "at once".to_owned(),
        seconds @ 1..120 => format!("{seconds} s later"),
        seconds @ 120..7_200 => format!("{} minutes later", seconds / 60),
        _ if after < SignedDuration::from_hours(48) => format!("{} hours later", after.as_hours()),
        _ => format!("{} days later", after.as_hours() / 24),
    }
}

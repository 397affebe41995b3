//! A request's timeline in words.

use domain::{Entry, EntryKind, HoldReason, Pauser, Request, StopReason};
use jiff::tz::TimeZone;

use super::names::{capital, labelled, when};
use super::words::{because, held_because, pauser, waits_for};

/// An entry as a sentence. One that happened more than once says how often and when last.
pub fn text(entry: &Entry, zone: &TimeZone) -> String {
    let times = match entry.count() {
        1 => String::new(),
        count => format!(" {count} times, last on {}", when(entry.at, zone)),
    };
    let detail = entry.detail.as_deref();
    let (label, reason) = match entry.kind {
        EntryKind::Throttled | EntryKind::Failed | EntryKind::Skipped | EntryKind::Paused | EntryKind::Deferred => {
            parts(detail)
        }
        _ => (detail, None),
    };
    let message = labelled(label);
    let it = capital(&message);
    let why = reason.map_or_else(String::new, |reason| format!(": {reason}"));
    match entry.kind {
        EntryKind::Created => "The shop asked for a review.".to_owned(),
        EntryKind::Scheduled => format!("{it} was planned."),
        EntryKind::SendAsked => format!("The shop asked{times} to send the message now."),
        EntryKind::Claimed => format!("A sender took {message}{times}."),
        EntryKind::Sent => format!("The provider accepted {message}."),
        EntryKind::Captured => format!("{it} was captured: in test mode nothing leaves."),
        EntryKind::Throttled => format!("{it} was throttled{times}{why}."),
        EntryKind::OutcomeUnknown => format!("The provider's answer about {message} was lost."),
        EntryKind::Unconfirmed => format!("No report about {message} came either; it is not tried again."),
        EntryKind::Failed => format!("The provider refused {message} for good{why}."),
        EntryKind::Skipped => {
            let reason = reason.and_then(StopReason::parse).map_or("a stop rule applied", because);
            format!("{it} was not sent: {reason}.")
        }
        EntryKind::Opened => "A person followed the link.".to_owned(),
        EntryKind::Engaged => "The customer began a review.".to_owned(),
        EntryKind::Reviewed => format!("The customer reviewed {}.", detail.unwrap_or("an item")),
        EntryKind::ReviewEdited => {
            format!("The customer changed the review of {}{times}.", detail.unwrap_or("an item"))
        }
        EntryKind::Completed => "Everything was reviewed.".to_owned(),
        EntryKind::Cancelled => "The shop cancelled the request.".to_owned(),
        EntryKind::Expired => "The link expired.".to_owned(),
        EntryKind::NewLinkAsked => "The customer asked for a new link.".to_owned(),
        EntryKind::Postponed => {
            "The customer has not received the order yet: no message is sent for a week.".to_owned()
        }
        EntryKind::Delivered => format!("{it} was delivered."),
        EntryKind::Delayed => format!("The recipient's server did not take {message} yet."),
        EntryKind::SoftBounced => format!("{it} came back for a reason that may pass."),
        EntryKind::Bounced => format!("{it} bounced for good."),
        EntryKind::Complained => format!("The customer marked {message} as spam."),
        EntryKind::Rejected => format!("{it} was rejected after the provider had accepted it."),
        EntryKind::SuppressedByProvider => {
            format!("The provider accepted {message} and did not send it: its own list has the address.")
        }
        EntryKind::Paused => {
            let by = reason.and_then(|reason| Pauser::parse(reason.split_once(" until ").map_or(reason, |(by, _)| by)));
            let by = by.map_or("somebody", pauser);
            format!("{it} waited{times}: {by} had paused sending{}.", until(reason, zone))
        }
        EntryKind::Held => {
            let reason = detail.and_then(HoldReason::parse).map_or("of its emails' rates", held_because);
            format!("The email waited{times}: the shop is held, because {reason}.")
        }
        EntryKind::Deferred => {
            let rule = entry.waits_by().map_or("by a rule of the shop", waits_for);
            format!("{it} waits{times} {rule}{}.", until(reason, zone))
        }
    }
}

/// The instant in what a message waits for, as the end of a sentence; nothing without one.
fn until(reason: Option<&str>, zone: &TimeZone) -> String {
    let until = reason.and_then(|reason| reason.split_once(" until ")?.1.parse().ok());
    until.map_or_else(String::new, |until| format!(", until {}", when(until, zone)))
}

/// The words of the provider when it last did not take a message.
pub(super) fn last_words(request: &Request) -> Option<&str> {
    let throttled = request.timeline.entries().iter().rfind(|entry| entry.kind == EntryKind::Throttled)?;
    parts(throttled.detail.as_deref()).1
}

/// The message that an entry is about, and the reason in it. What a provider says may have a colon, too.
fn parts(detail: Option<&str>) -> (Option<&str>, Option<&str>) {
    let labelled = detail.and_then(|detail| detail.split_once(": "));
    match labelled.filter(|(label, _)| *label == "sms" || label.starts_with("reminder ")) {
        Some((label, reason)) => (Some(label), Some(reason)),
        // Nothing but the message, if the provider gave no reason.
        None if detail.is_some_and(|detail| detail == "sms" || detail.starts_with("reminder ")) => (detail, None),
        None => (None, detail),
    }
}

//! A request's timeline in words.

use domain::message::{EntryKind, Pauser, StopReason};
use domain::request::{Entry, Request};
use domain::shop::SuspensionReason;
use domain::values::ShopSystem;

use super::names::{Speech, capital};

/// An entry as a sentence. If the event happened more than once, the sentence says how often, and when last.
pub fn text(entry: &Entry, speech: Speech<'_>) -> String {
    let detail = entry.detail.as_deref();
    if let (EntryKind::Created, Some(who)) = (entry.kind, detail) {
        let who = who.split(' ').next().unwrap_or(who);
        return match ShopSystem::parse(who) {
            Some(system) => speech.say("why-line-created-system", &[("system", system.name())]),
            None => speech.say(&format!("why-line-created-{who}"), &[]),
        };
    }
    let (label, reason) = match entry.kind {
        EntryKind::Throttled | EntryKind::Failed | EntryKind::Skipped | EntryKind::Paused | EntryKind::Deferred => {
            parts(detail)
        }
        EntryKind::SendAsked | EntryKind::Cancelled => (None, None),
        _ => (detail, None),
    };
    let message = speech.labelled(label);
    let item = match detail.and_then(|detail| detail.strip_prefix("item ")) {
        Some(number) => speech.say("why-item", &[("number", number)]),
        None => speech.say("why-an-item", &[]),
    };
    let by = reason.and_then(|reason| Pauser::parse(reason.split_once(" until ").map_or(reason, |(by, _)| by)));
    let because = match entry.kind {
        EntryKind::Held => detail
            .and_then(SuspensionReason::parse)
            .map_or_else(|| speech.say("why-held-rates", &[]), |reason| speech.held_because(reason)),
        _ => reason
            .and_then(StopReason::parse)
            .map_or_else(|| speech.say("why-because-rule", &[]), |reason| speech.because(reason)),
    };
    let id = match (entry.kind, entry.waits_by()) {
        (
            EntryKind::Deferred,
            Some(
                rule @ (StopReason::SendWindow | StopReason::PersonCap | StopReason::FirstDays | StopReason::NoAddress),
            ),
        ) => {
            format!("why-line-deferred-{}", rule.as_str())
        }
        (kind, _) => format!("why-line-{}", kind.as_str()),
    };
    let values: [(&str, &str); 8] = [
        ("it", &capital(&message)),
        ("message", &message),
        ("times", &times(entry, speech)),
        ("words", &speech.words(reason)),
        ("reason", &because),
        ("item", &item),
        ("by", &speech.pauser(by)),
        ("until", &until(reason, speech)),
    ];
    speech.say(&id, &values)
}

/// How often an event happened and when last, as the end of a sentence; empty if it happened once.
fn times(entry: &Entry, speech: Speech<'_>) -> String {
    match usize::try_from(entry.count()).unwrap_or(usize::MAX) {
        1 => String::new(),
        count => {
            let (last, times) = (speech.when(entry.at), speech.texts.say("why-times").count("count", count));
            format!(" {}", times.words("at", &last))
        }
    }
}

/// Until when a message waits, as the end of a sentence; empty if there is no such time.
fn until(reason: Option<&str>, speech: Speech<'_>) -> String {
    let until = reason.and_then(|reason| reason.split_once(" until ")?.1.parse().ok());
    until.map_or_else(String::new, |until| speech.say("why-until", &[("at", &speech.when(until))]))
}

/// What the provider said when it last rejected or throttled a message.
pub(super) fn last_words(request: &Request) -> Option<&str> {
    let throttled = request.timeline.entries().iter().rfind(|entry| entry.kind == EntryKind::Throttled)?;
    parts(throttled.detail.as_deref()).1
}

/// The message that an entry is about, and the reason. A provider's own text may also contain a colon.
fn parts(detail: Option<&str>) -> (Option<&str>, Option<&str>) {
    let labelled = detail.and_then(|detail| detail.split_once(": "));
    match labelled.filter(|(label, _)| *label == "sms" || label.starts_with("reminder ")) {
        Some((label, reason)) => (Some(label), Some(reason)),
        // Only the message, if the provider gave no reason.
        None if detail.is_some_and(|detail| detail == "sms" || detail.starts_with("reminder ")) => (detail, None),
        None => (None, detail),
    }
}

#[cfg(test)]
mod tests {
    use domain::message::Cause;
    use domain::values::{Channel, Dialect};
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn every_kind_and_every_reason_has_words() {
        let speech = Speech::english();
        let said = |kind, who| text(&Entry::once(Timestamp::UNIX_EPOCH, kind, who), speech);
        for kind in EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Created) {
            assert_ne!(said(kind, None), "", "{kind:?}");
        }
        let calls = Dialect::ALL.map(|dialect| format!("call {}", dialect.as_str()));
        let others = ["test", "visitor", "shopify", "woocommerce", "file"].map(str::to_owned);
        for who in calls.into_iter().chain(others) {
            assert_ne!(said(EntryKind::Created, Some(who.clone())), "", "{who}");
        }
        for reason in StopReason::ALL {
            assert_ne!(speech.because(reason), "", "{reason:?}");
        }
        let others = [Cause::Bounced, Cause::Rejected, Cause::SuppressedByProvider, Cause::Refused, Cause::Unconfirmed];
        assert!(others.iter().all(|cause| !speech.meaning(*cause).is_empty()));
        let held = SuspensionReason::ALL.map(|reason| speech.held_because(reason));
        let paused = Pauser::ALL.map(|by| speech.pauser(Some(by)));
        let providers = Channel::ALL.map(|channel| speech.provider(channel));
        assert!(held.iter().chain(&paused).chain(&providers).all(|words| !words.is_empty()));
    }

    #[test]
    fn a_message_is_named_by_its_label() {
        let speech = Speech::english();
        for (label, message) in [
            (None, "the email"),
            (Some("sms"), "the SMS"),
            (Some("reminder 2 by email"), "reminder 2 by email"),
            (Some("reminder 1 by sms"), "reminder 1 by SMS"),
        ] {
            assert_eq!(speech.labelled(label), message);
        }
    }
}

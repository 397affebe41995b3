//! A review's history in words.

use domain::review::{Actor, Kept, LedgerEntry, LedgerKind, ReaderReport};
use domain::values::MemberId;

use super::words::{reason_text, rule_text};
use crate::parts::Viewer;

pub(super) struct HistoryLine {
    pub time: String,
    pub what: String,
    /// The actor, the reason, and the shop's note.
    pub details: Vec<String>,
    /// Whether the review waits or is withheld after this entry.
    pub is_open: bool,
}

/// The actor. A member is shown by address, if they still are one.
fn who(viewer: &Viewer, by: &Actor) -> String {
    let texts = viewer.texts;
    match by {
        Actor::Customer => texts.say("review-by-author").to_string(),
        Actor::Key(id) => texts.say("review-by-key").words("id", id).to_string(),
        Actor::Member(id) if id.starts_with("guest") => texts.say("guest").to_string(),
        Actor::Member(id) => {
            let id = MemberId::parse(id).ok();
            let email = id.and_then(|id| viewer.members.email(&id, &viewer.keys).ok().flatten());
            email.map_or_else(|| texts.say("review-by-member").to_string(), |email| email.as_typed().to_owned())
        }
        Actor::System => texts.say("review-by-rule").to_string(),
    }
}

/// The entries, oldest first.
pub(super) fn lines(
    viewer: &Viewer,
    ledger: &[LedgerEntry],
    reports: &[ReaderReport],
    kept: &[Kept],
) -> Vec<HistoryLine> {
    let line = |LedgerEntry { at, what, by, reason, rule, note, revision: _ }: &LedgerEntry| {
        let texts = viewer.texts;
        let mut details = vec![who(viewer, by)];
        details.extend(reason.map(|reason| texts.say(reason_text(reason)).to_string()));
        details.extend(rule.map(|rule| texts.say(rule_text(rule)).to_string()));
        details.extend(note.clone());
        HistoryLine {
            time: viewer.day_and_time(*at),
            what: texts.say(&format!("review-was-{}", what.as_str())).to_string(),
            details,
            is_open: matches!(what, LedgerKind::Held | LedgerKind::Withheld),
        }
    };
    let reported = |ReaderReport { at, reason, words, email, .. }: &ReaderReport| {
        let texts = viewer.texts;
        let receipt = email.as_ref().map(|_| texts.say("review-by-reader-told").to_string());
        let reason = texts.say(&format!("review-reported-{}", reason.as_str())).to_string();
        HistoryLine {
            time: viewer.day_and_time(*at),
            what: texts.say("review-was-reported").to_string(),
            details: [texts.say("review-by-reader").to_string(), reason]
                .into_iter()
                .chain(words.clone())
                .chain(receipt)
                .collect(),
            is_open: false,
        }
    };
    let stays = |Kept { at, by, reason }: &Kept| HistoryLine {
        time: viewer.day_and_time(*at),
        what: viewer.texts.say("review-was-kept").to_string(),
        details: [who(viewer, by)].into_iter().chain(reason.clone()).collect(),
        is_open: false,
    };
    let mut lines: Vec<_> = ledger.iter().map(|entry| (entry.at, line(entry))).collect();
    lines.extend(reports.iter().map(|report| (report.at, reported(report))));
    lines.extend(kept.iter().map(|kept| (kept.at, stays(kept))));
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| line).collect()
}

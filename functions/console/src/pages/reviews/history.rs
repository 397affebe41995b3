//! A review's history in words.

use domain::review::{Actor, Kept, LedgerEntry, LedgerKind, ReaderReport};
use jiff::Timestamp;

use crate::parts::Viewer;
use crate::ui::member;

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
    let say = |id: &str| viewer.texts.say(id).to_string();
    match by {
        Actor::Customer => say("review-by-author"),
        Actor::Key(id) => viewer.texts.say("audit-key").words("id", id).to_string(),
        Actor::Member(id) if id.starts_with("guest") => say("guest"),
        Actor::Member(id) => member(viewer, id).unwrap_or_else(|| say("review-by-member")),
        Actor::Mail(id) => {
            let who = member(viewer, id).unwrap_or_else(|| say("review-by-member"));
            viewer.texts.say("review-by-mail").with("who", &who).to_string()
        }
        Actor::System => say("review-by-rule"),
    }
}

/// The entries, oldest first.
pub(super) fn lines(
    viewer: &Viewer,
    ledger: &[LedgerEntry],
    reports: &[ReaderReport],
    kept: &[Kept],
) -> Vec<HistoryLine> {
    let say = |id: &str| viewer.texts.say(id).to_string();
    let line = |at: Timestamp, what: &str, details: [Option<String>; 4], is_open| {
        let details = details.into_iter().flatten().collect();
        (at, HistoryLine { time: viewer.day_and_time(at), what: viewer.word("review-was", what), details, is_open })
    };
    let decided = ledger.iter().map(|LedgerEntry { at, what, by, reason, rule, note, revision: _ }| {
        let reason = reason.map(|reason| viewer.word("review-reason", reason.as_str()));
        let rule = rule.map(|rule| viewer.word("review-rule", rule.as_str()));
        let is_open = matches!(what, LedgerKind::Held | LedgerKind::Withheld);
        line(*at, what.as_str(), [Some(who(viewer, by)), reason, rule, note.clone()], is_open)
    });
    let reported = reports.iter().map(|ReaderReport { at, reason, words, email, .. }| {
        let receipt = email.as_ref().map(|_| say("review-by-reader-told"));
        let reason = viewer.word("review-reported", reason.as_str());
        line(*at, "reported", [Some(say("review-by-reader")), Some(reason), words.clone(), receipt], false)
    });
    let stays = kept
        .iter()
        .map(|Kept { at, by, reason }| line(*at, "kept", [Some(who(viewer, by)), reason.clone(), None, None], false));
    let mut lines: Vec<_> = decided.chain(reported).chain(stays).collect();
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| line).collect()
}

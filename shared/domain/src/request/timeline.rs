//! A request's timeline: what happened, when, why, and by which rule.

use crate::message::EntryKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

use crate::message::StopReason;
use crate::values::ms;

/// The most entries of one request, as long as some may be dropped: those of kinds that can repeat. Other entries stay,
/// and there are few: each of at most 50 items is reviewed once, and each of a few messages is settled once.
pub const TIMELINE_MAX: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// When it happened; if it happened more than once, the last time.
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub kind: EntryKind,
    /// A detail, such as an item's number or a reason. Never personal data.
    #[serde(default)]
    pub detail: Option<String>,
    /// The earlier times that the entry also counts.
    #[serde(default)]
    pub earlier: Option<Earlier>,
}

/// The earlier times at which the same happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    pub count: u32,
    #[serde(with = "ms::required")]
    pub first_at: Timestamp,
}

/// Serialized as a list, without absent values at its end: a request has a dozen entries, and field names would cost
/// one more write unit.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { at, kind, detail, earlier } = self;
        let at = at.as_millisecond();
        match (detail, earlier) {
            (None, None) => (at, kind).serialize(serializer),
            (Some(_), None) => (at, kind, detail).serialize(serializer),
            (_, Some(_)) => (at, kind, detail, earlier).serialize(serializer),
        }
    }
}

impl Entry {
    pub const fn once(at: Timestamp, kind: EntryKind, detail: Option<String>) -> Self {
        Self { at, kind, detail, earlier: None }
    }

    pub fn count(&self) -> u32 {
        self.earlier.map_or(1, |earlier| earlier.count.saturating_add(1))
    }

    pub fn first_at(&self) -> Timestamp {
        self.earlier.map_or(self.at, |earlier| earlier.first_at)
    }

    /// Who did it, in the words of the audit log, if that is recorded.
    pub fn by(&self) -> Option<&str> {
        let detail = self.detail.as_deref()?;
        match self.kind {
            EntryKind::SendAsked | EntryKind::Cancelled => Some(detail),
            // After how it was asked for.
            EntryKind::Created => detail.rsplit(' ').next().filter(|by| by.contains(':')),
            _ => None,
        }
    }

    /// The rule by which a message waits, if the entry records one.
    pub fn waits_by(&self) -> Option<StopReason> {
        let (rule, _) = self.detail.as_deref().filter(|_| self.kind == EntryKind::Deferred)?.split_once(" until ")?;
        StopReason::parse(rule.rsplit_once(": ").map_or(rule, |(_, rule)| rule))
    }

    /// Whether both say the same, apart from the time until which a message waits.
    fn repeats(&self, other: &Self) -> bool {
        let (mine, others) =
            (self.detail.as_deref().map(without_instant), other.detail.as_deref().map(without_instant));
        self.kind == other.kind && mine == others
    }

    /// Counts an earlier entry as part of this one.
    fn absorb(&mut self, earlier: &Self) {
        let before = self.earlier.map_or(0, |earlier| earlier.count);
        let count = before.saturating_add(earlier.count());
        self.earlier = Some(Earlier { count, first_at: earlier.first_at() });
    }
}

/// The detail without the time until which a message waits.
fn without_instant(detail: &str) -> &str {
    detail.split_once(" until ").map_or(detail, |(rule, _)| rule)
}

/// The entries in the order of their [`at`](Entry::at), the last noted at the end. Repeated events, while a message
/// waits or reviews are edited, are one entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Timeline(Vec<Entry>);

impl Timeline {
    /// All entries, the last noted at the end.
    pub fn entries(&self) -> &[Entry] {
        &self.0
    }

    pub(crate) fn note(&mut self, at: Timestamp, kind: EntryKind) {
        self.push(Entry::once(at, kind, None));
    }

    pub(crate) fn note_with(&mut self, at: Timestamp, kind: EntryKind, detail: impl Into<String>) {
        self.push(Entry::once(at, kind, Some(detail.into())));
    }

    /// Notes the event with who did it, in the words of the audit log.
    pub(crate) fn note_by(&mut self, at: Timestamp, kind: EntryKind, by: Option<&str>) {
        self.push(Entry::once(at, kind, by.map(ToOwned::to_owned)));
    }

    /// Which of two kinds was last noted with this detail.
    pub(crate) fn last_of(&self, kinds: [EntryKind; 2], detail: Option<&str>) -> Option<EntryKind> {
        let is_one = |entry: &&Entry| kinds.contains(&entry.kind) && entry.detail.as_deref() == detail;
        self.0.iter().rev().find(is_one).map(|entry| entry.kind)
    }

    /// Replaces the detail of the last entry of this kind that has this detail.
    pub(crate) fn amend(&mut self, kind: EntryKind, detail: &str, amended: String) {
        let same = |entry: &&mut Entry| entry.kind == kind && entry.detail.as_deref() == Some(detail);
        if let Some(entry) = self.0.iter_mut().rfind(same) {
            entry.detail = Some(amended);
        }
    }

    /// Adds an entry, never with an earlier time than the previous entry: a change has the time at which its call
    /// began, and clocks differ.
    fn push(&mut self, mut entry: Entry) {
        entry.at = self.0.last().map_or(entry.at, |last| entry.at.max(last.at));
        if let Some(place) = self.place_of_repeated(&entry) {
            let mut since = self.0.split_off(place).into_iter();
            if let Some(earlier) = since.next() {
                entry.absorb(&earlier);
            }
            // The throttled entry also counts the claim that was throttled.
            let is_throttled = entry.kind == EntryKind::Throttled;
            self.0.extend(since.filter(|since| !is_throttled || since.kind != EntryKind::Claimed));
        }
        self.0.push(entry);
        if self.0.len() > TIMELINE_MAX {
            self.make_room();
        }
    }

    /// The entry that says the same, if since then the message only waited and was tried.
    fn place_of_repeated(&self, entry: &Entry) -> Option<usize> {
        let since = self.0.iter().rev().take_while(|since| entry.kind.may_repeat() && since.kind.may_go());
        let back = since.enumerate().find(|(_, since)| since.repeats(entry))?.0;
        self.0.len().checked_sub(back + 1)
    }

    /// Drops the oldest entry of a kind that may be dropped. If a later entry says the same, that entry counts it.
    fn make_room(&mut self) {
        let newest = self.0.len().saturating_sub(1);
        let Some(oldest) = self.0.iter().take(newest).position(|entry| entry.kind.may_go()) else { return };
        let gone = self.0.remove(oldest);
        if let Some(later) = self.0.iter_mut().skip(oldest).find(|later| later.repeats(&gone)) {
            later.absorb(&gone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::EntryKind;
    use crate::request::Request;
    use crate::request::messages::tests::{ask, at};
    use crate::shop::ShopRules;
    use crate::values::Channel;

    #[test]
    fn a_claim_whose_sender_died_is_an_unknown_outcome_in_the_timeline() {
        let words =
            |request: &Request| request.timeline.entries().iter().map(|entry| entry.kind.as_str()).collect::<Vec<_>>();
        let mut died = ask(&[Channel::Email], 0);
        died.claim(7, at(0));
        died.claim(8, at(1));
        assert_eq!(words(&died)[1..], ["claimed", "outcome_unknown", "claimed"]);
        died.skipped(StopReason::Cancelled, &ShopRules::default(), at(2));
        assert_eq!(words(&died)[4..], ["outcome_unknown", "skipped"]);
        let mut recorded = ask(&[Channel::Email], 0);
        recorded.claim(7, at(0));
        recorded.outcome_unknown(at(0));
        recorded.claim(8, at(1));
        assert_eq!(words(&recorded)[1..], ["claimed", "outcome_unknown", "claimed"], "once for each claim");
    }

    #[test]
    fn an_entry_is_not_earlier_than_what_was_saved_before_it() {
        let mut timeline = Timeline::default();
        let claimed_at = Timestamp::from_millisecond(1_000).unwrap();
        timeline.note(claimed_at, EntryKind::Claimed);
        // The review's call began before the claim, but was saved after it.
        timeline.note(Timestamp::UNIX_EPOCH, EntryKind::Completed);
        assert_eq!(timeline.entries().iter().map(|entry| entry.at).collect::<Vec<_>>(), [claimed_at; 2]);
    }

    /// The entries in words: the kind, how often, and the days of the first and the last time.
    fn summary(request: &Request) -> Vec<(&'static str, u32, i64, i64)> {
        let day = |at: Timestamp| at.as_second() / 86_400;
        let entries = request.timeline.entries().iter();
        entries.map(|entry| (entry.kind.as_str(), entry.count(), day(entry.first_at()), day(entry.at))).collect()
    }

    #[test]
    fn a_hundred_throttlings_are_one_entry_and_leave_every_other() {
        let mut request = ask(&[Channel::Email], 0);
        for day in 0..100 {
            request.claim(7, at(day));
            request.throttled(Some("TooManyRequests"), at(day));
        }
        assert_eq!(summary(&request), [("created", 1, 0, 0), ("claimed", 1, 0, 0), ("throttled", 100, 0, 99)]);
        assert_eq!(request.timeline.entries()[2].detail.as_deref(), Some("TooManyRequests"));
        request.opened(at(100));
        request.claim(7, at(101));
        request.throttled(Some("TooManyRequests"), at(101));
        request.claim(7, at(102));
        request.throttled(Some("not connected"), at(102));
        request.claim(7, at(103));
        request.sent("id".to_owned(), EntryKind::Sent, &ShopRules::default(), at(103));
        let later = [
            ("opened", 1, 100, 100),
            ("claimed", 1, 101, 101),
            ("throttled", 1, 101, 101),
            ("claimed", 1, 102, 102),
            ("throttled", 1, 102, 102),
            ("claimed", 1, 103, 103),
            ("sent", 1, 103, 103),
        ];
        assert_eq!(summary(&request)[3..], later, "another reason is another entry, and so is what follows an event");
    }

    #[test]
    fn waiting_for_one_rule_again_and_again_is_one_entry_with_the_last_instant() {
        let mut request = ask(&[Channel::Email], 0);
        for day in 0..80 {
            request.defer(at(day + 1), StopReason::SendWindow, at(day));
            request.claim(7, at(day));
            request.throttled(None, at(day));
        }
        request.defer(at(90), StopReason::PersonCap, at(80));
        // The first claim stays, although it was throttled: the first entry of each kind stays.
        let expected = [
            ("created", 1, 0, 0),
            ("claimed", 1, 0, 0),
            ("deferred", 80, 0, 79),
            ("throttled", 80, 0, 79),
            ("deferred", 1, 80, 80),
        ];
        assert_eq!(summary(&request), expected);
        let until = request.timeline.entries()[2].detail.clone().unwrap();
        assert!(until.starts_with("send_window until 1970-03-22"), "{until}");
    }

    #[test]
    fn a_claim_that_is_under_way_is_not_folded() {
        let mut request = ask(&[Channel::Email], 0);
        request.held(crate::shop::SuspensionReason::Bounces, at(0));
        request.claim(7, at(1));
        assert!(request.held(crate::shop::SuspensionReason::Bounces, at(2)), "something happened since");
        assert_eq!(summary(&request)[1..], [("claimed", 1, 1, 1), ("held", 2, 0, 2)]);
        request.claim(8, at(3));
        assert_eq!(summary(&request)[3..], [("outcome_unknown", 1, 3, 3), ("claimed", 1, 3, 3)]);
    }

    #[test]
    fn what_happens_once_is_never_dropped() {
        let mut request = ask(&[Channel::Email], 0);
        let once = |request: &Request| {
            let entries = request.timeline.entries().iter();
            let once = entries.filter(|entry| !entry.kind.may_go());
            once.map(|entry| (entry.kind, entry.detail.clone())).collect::<Vec<_>>()
        };
        let mut noted = once(&request);
        for day in 0..50 {
            // The order mixes what comes once and what repeats.
            let kind = [EntryKind::Opened, EntryKind::Reviewed, EntryKind::Bounced, EntryKind::Postponed][day % 4];
            for (again, item) in
                [(EntryKind::ReviewEdited, day), (EntryKind::Throttled, day % 3), (EntryKind::Claimed, 0)]
            {
                request.0.timeline.note_with(at(0), again, format!("item {item}"));
            }
            request.0.timeline.note_with(at(0), kind, format!("number {day}"));
            noted.push((kind, Some(format!("number {day}"))));
            assert!(request.timeline.entries().len() <= TIMELINE_MAX, "there is something to leave out");
        }
        assert_eq!(once(&request), noted);
        let throttled = request.timeline.entries().iter().filter(|entry| entry.kind == EntryKind::Throttled);
        assert_eq!(throttled.map(Entry::count).sum::<u32>(), 50, "what is left stands for what is gone");
        for number in 0..40 {
            request.0.timeline.note_with(at(0), EntryKind::Reviewed, format!("item {number}"));
        }
        assert_eq!(once(&request).len(), noted.len() + 40, "even beyond the most");
        assert_eq!(request.timeline.entries()[0].kind, EntryKind::Created);
    }
}

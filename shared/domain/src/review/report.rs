//! A reader's report of a published review, and the shop's decision about it (Regulation (EU) 2022/2065, Art. 16).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::review::{Actor, LedgerEntry, LedgerKind, WithholdReason};
use crate::values::text::{is_bidi_control, is_visible, lines};
use crate::values::{EmailAddress, Language, ReviewId, ms, words};

words! {
    pub enum ReportReason {
        Unlawful = "unlawful",
        /// The review is not about anything that the author bought or knows.
        Fake = "fake",
        /// The review insults or threatens.
        Abusive = "abusive",
        /// The review says something private about a person.
        PersonalData = "personal_data",
        Other = "other",
    }
}

impl ReportReason {
    /// Whether the report is a notice of content that the law does not allow. No other reports may keep a shop from taking it.
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::Unlawful | Self::PersonalData)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderReport {
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub reason: ReportReason,
    #[serde(skip)]
    pub words: Option<String>,
    /// The reader's address, to which the receipt and the decision are sent.
    #[serde(skip)]
    pub email: Option<EmailAddress>,
    /// The language of the page on which the reader left an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The report's own id, which names the emails to the reader; `None` without an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ReviewId>,
    /// When the email about the decision was ordered.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<Timestamp>,
}

/// The shop decided that a reported review stays public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub by: Actor,
    /// The reason in the shop's own words, which the readers get who left an address; `None` once it was erased.
    #[serde(skip)]
    pub reason: Option<String>,
}

impl Kept {
    pub const REASON_MAX: usize = 500;
}

/// What ended a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportOutcome {
    Kept(Kept),
    /// The review was withheld or removed, or it ended otherwise.
    Ended(LedgerEntry),
}

impl ReportOutcome {
    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Kept(kept) => kept.at,
            Self::Ended(entry) => entry.at,
        }
    }

    /// Whether the shop decided, and not the review's author or an erasure.
    pub const fn is_by_shop(&self) -> bool {
        match self {
            Self::Kept(_) => true,
            Self::Ended(entry) => matches!(entry.what, LedgerKind::Withheld | LedgerKind::Removed),
        }
    }

    /// Why the shop withheld or removed the review.
    pub const fn reason(&self) -> Option<WithholdReason> {
        match self {
            Self::Kept(_) => None,
            Self::Ended(entry) => entry.reason,
        }
    }
}

/// Everything that ended reports of a review, oldest first: decisions to keep it, and entries of its ledger after which it was
/// not public, without those that were undone.
pub fn report_outcomes(ledger: &[LedgerEntry], kept: &[Kept]) -> Vec<ReportOutcome> {
    let is_undone = |number: usize| ledger.get(number + 1).is_some_and(|next| next.what == LedgerKind::Undone);
    let ends = |entry: &LedgerEntry| {
        use LedgerKind::{Erased, Removed, Withdrawn, Withheld};
        matches!(entry.what, Withheld | Removed | Withdrawn | Erased)
    };
    let ended = ledger.iter().enumerate().filter(|(number, entry)| ends(entry) && !is_undone(*number));
    let mut outcomes: Vec<_> = ended.map(|(_, entry)| ReportOutcome::Ended(entry.clone())).collect();
    outcomes.extend(kept.iter().cloned().map(ReportOutcome::Kept));
    outcomes.sort_by_key(ReportOutcome::at);
    outcomes
}

impl ReaderReport {
    /// The most characters of a reader's words; longer words are cut.
    pub const WORDS_MAX: usize = 1_000;
    /// The most reports that a shop takes in a day.
    pub const OF_SHOP_MAX: u32 = 20;
    /// The most reports of a shop's reviews that one network makes in an hour.
    pub const OF_NETWORK_MAX: u32 = 5;

    /// The most notices about one review that are stored on a day with a place each. Later ones without
    /// an address share [`Self::SHARED_PLACES`], each of which keeps the last report only.
    pub const OF_REVIEW_MAX: u32 = 20;
    pub const SHARED_PLACES: u64 = 64;

    /// A report with the words as typed, but without control characters and cut to the limit.
    pub fn new(reason: ReportReason, words: &str, at: Timestamp) -> Self {
        let is_plain = |c: &char| !is_bidi_control(*c) && (!c.is_control() || *c == '\n');
        let words: String = lines(words).chars().filter(is_plain).take(Self::WORDS_MAX).collect();
        let words = is_visible(&words).then_some(words);
        Self { at, reason, words, email: None, language: None, id: None, told_at: None }
    }

    /// What ended this report, among all [outcomes](report_outcomes). A report that came while the review was being withheld is
    /// ended by what came before it, because the review is not `public`.
    pub fn outcome<'a>(&self, outcomes: &'a [ReportOutcome], is_public: bool) -> Option<&'a ReportOutcome> {
        let later = outcomes.iter().find(|outcome| outcome.at() >= self.at);
        later.or_else(|| outcomes.last().filter(|_| !is_public))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn entry(second: i64, what: LedgerKind) -> LedgerEntry {
        LedgerEntry { at: at(second), what, by: Actor::System, reason: None, rule: None, note: None, revision: 2 }
    }

    #[test]
    fn the_next_decision_that_stands_ends_a_report() {
        let ledger = [
            entry(20, LedgerKind::Withheld),
            entry(25, LedgerKind::Undone),
            entry(30, LedgerKind::Replied),
            entry(50, LedgerKind::Withheld),
        ];
        let kept = [Kept { at: at(40), by: Actor::System, reason: None }];
        let outcomes = report_outcomes(&ledger, &kept);
        let word = |outcome: &ReportOutcome| match outcome {
            ReportOutcome::Kept(_) => "kept",
            ReportOutcome::Ended(entry) => entry.what.as_str(),
        };
        for (reported_at, is_public, expected) in [
            (10, true, Some("kept")),
            (40, true, Some("kept")),
            (41, true, Some("withheld")),
            (51, true, None),
            (51, false, Some("withheld")),
        ] {
            let report = ReaderReport::new(ReportReason::Fake, "", at(reported_at));
            assert_eq!(report.outcome(&outcomes, is_public).map(word), expected, "{reported_at}");
        }
    }
}

//! A shop's last emails: how many bounced or were marked as spam, and when that begins and ends a suspension.
//!
//! SES reviews an account, with all its shops, at 5 % bounces or 0.1 % complaints, and stops its sending at 10 % and
//! 0.5 % (SES' sending review process). A shop is suspended before it brings the account to these rates.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::{ms, words};

/// How many of a shop's last emails are shown and judged for bounces.
const BOUNCES_OF: u64 = 1_000;
/// How many of a shop's last emails are judged for complaints. Complaints are so rare that three among 1,000 emails may
/// be chance: a shop with a rate of 0.03 % would have three once within 15,000 emails.
pub const LAST_MAILS: u64 = 10_000;

/// The share of bounces from which SES reviews an account
/// (<https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html>).
pub const SES_BOUNCES: f64 = 0.05;
/// The share of complaints from which SES reviews an account.
pub const SES_COMPLAINTS: f64 = 0.001;

/// With fewer bounces, no shop is suspended, because one wrong address among ten emails says nothing about the rate.
/// For a bought list, the fifth bounce is enough, however few emails the shop has sent.
const BOUNCES_MIN: usize = 5;
/// With fewer complaints, no shop is suspended, because a single person can order and complain, and then do so under
/// another name.
const COMPLAINTS_MIN: usize = 3;

/// How long a bounce or complaint counts, and how long a suspension lasts at least. Each release by the shop within its
/// last 1,000 emails doubles this time.
const HELD_FOR: SignedDuration = SignedDuration::from_hours(24);
/// The longest suspension, after any number of releases.
const HELD_FOR_MAX: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long after releasing itself a shop cannot release itself again.
const OWN_RELEASE_EVERY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How many emails in a window were sent, bounced for good or were marked as spam.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MailCounts {
    /// Emails that the provider accepted.
    pub sent: u32,
    /// Hard bounces.
    pub bounced: u32,
    pub complained: u32,
}

words! {
    pub enum SuspensionReason {
        Bounces = "bounces",
        Complaints = "complaints",
    }
}

words! {
    pub enum Releaser {
        /// The shop, through the API.
        Shop = "shop",
        Operator = "operator",
        /// Nobody: the bounces and complaints are too old to count.
        Time = "time",
    }
}

/// A suspension of a shop's emails, until somebody releases it or enough time has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    pub reason: SuspensionReason,
}

/// An event among a shop's emails that is stored individually. Sent emails are only counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailMark {
    /// An email bounced for good.
    Bounced,
    /// An email was marked as spam.
    Complained,
    /// The shop was released: earlier events no longer suspend it.
    Released(Releaser),
}

/// An event among a shop's emails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkedMail {
    /// How many emails had left before it.
    pub sent: u64,
    pub at: Timestamp,
    pub mark: MailMark,
}

/// The bounces and complaints among a shop's last [`LAST_MAILS`] emails.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailWindow {
    sent: u64,
    marks: Vec<MarkedMail>,
}

/// Whether clearly more than 4 % of `sent` emails bounced, and more than a few: 5 of 50, 10 of 124, 53 of 1,000.
fn too_many_bounced(bounced: usize, sent: u64) -> bool {
    bounced >= BOUNCES_MIN && is_clearly_above(4.0, bounced, sent)
}

/// Whether clearly more than `percent` of `sent` came back: two standard deviations above the rate. The check runs
/// after each bounce and complaint, so without a margin, chance alone would suspend half of the shops near the rate.
fn is_clearly_above(percent: f64, came_back: usize, sent: u64) -> bool {
    let expected = percent / 100.0 * sent as f64;
    came_back as f64 > expected + 2.0 * expected.sqrt()
}

impl MailWindow {
    /// The window of a shop that has sent this many emails in total, with the events among the last [`LAST_MAILS`],
    /// oldest first.
    pub const fn new(sent: u64, marks: Vec<MarkedMail>) -> Self {
        Self { sent, marks }
    }

    /// How many emails have left in total.
    pub const fn sent(&self) -> u64 {
        self.sent
    }

    /// How many of the last 1,000 emails came back, even those before the last release.
    pub fn counts(&self) -> MailCounts {
        let count = |mark| u32::try_from(self.last(BOUNCES_OF, &self.marks, mark).count()).unwrap_or(u32::MAX);
        MailCounts {
            sent: u32::try_from(self.sent.min(BOUNCES_OF)).unwrap_or(u32::MAX),
            bounced: count(MailMark::Bounced),
            complained: count(MailMark::Complained),
        }
    }

    /// Why the shop must be suspended: clearly more than 4 % of its last 1,000 emails bounced, or 0.08 % of its last 10,000 were
    /// marked as spam, and more than a few were. Bounces: 5 of 50, 10 of 124, 53 of 1,000. Complaints: 3 of 1,000, 14 of 10,000.
    ///
    /// Only emails since the last release count. So the same emails do not suspend the shop again, and its next emails
    /// are judged like those of a shop without a history.
    pub fn suspension_reason(&self) -> Option<SuspensionReason> {
        let (sent, judged) = self.judged();
        self.reason(sent, judged)
    }

    /// Why these events among the last `sent` emails suspend the shop.
    fn reason<'a>(
        &'a self,
        sent: u64,
        marks: impl IntoIterator<Item = &'a MarkedMail, IntoIter: Clone>,
    ) -> Option<SuspensionReason> {
        let marks = marks.into_iter();
        let bounced = self.last(BOUNCES_OF, marks.clone(), MailMark::Bounced).count();
        if too_many_bounced(bounced, sent.min(BOUNCES_OF)) {
            return Some(SuspensionReason::Bounces);
        }
        let complained = self.last(LAST_MAILS, marks, MailMark::Complained).count();
        let is_above = complained >= COMPLAINTS_MIN && is_clearly_above(0.08, complained, sent.min(LAST_MAILS));
        is_above.then_some(SuspensionReason::Complaints)
    }

    /// The events of one kind among the last `mails` emails.
    fn last<'a>(
        &self,
        mails: u64,
        marks: impl IntoIterator<Item = &'a MarkedMail>,
        mark: MailMark,
    ) -> impl Iterator<Item = &'a MarkedMail> {
        let first = self.sent.saturating_sub(mails);
        marks.into_iter().filter(move |marked| marked.sent >= first && marked.mark == mark)
    }

    /// When a suspension ends by itself: as soon as the bounces and complaints that still count would no longer start
    /// one. While nothing is sent, the rate improves only because these grow old.
    pub fn ends_at(&self, suspension: Suspension) -> Timestamp {
        let releases = self.releases().count();
        let lasts = HELD_FOR.saturating_mul(1 << releases.min(5)).min(HELD_FOR_MAX);
        let (sent, judged) = self.judged();
        let first = after(suspension.since, lasts);
        let counts_until = |marked: &MarkedMail| after(marked.at, lasts);
        let mut ends: Vec<_> = judged.iter().map(counts_until).filter(|end| *end > first).collect();
        ends.sort_unstable();
        let is_good = |end: &Timestamp| {
            let lately = judged.iter().filter(|marked| counts_until(marked) > *end);
            self.reason(sent, lately).is_none()
        };
        [first].into_iter().chain(ends).find(is_good).unwrap_or(first)
    }

    /// The first instant at which the shop may release itself again; `None` if there is no own release among its last
    /// emails.
    pub fn own_release_at(&self) -> Option<Timestamp> {
        let own = self.releases().rev().find(|marked| marked.mark == MailMark::Released(Releaser::Shop))?;
        Some(after(own.at, OWN_RELEASE_EVERY))
    }

    /// The releases among the last 1,000 emails.
    pub(super) fn releases(&self) -> impl DoubleEndedIterator<Item = &MarkedMail> {
        let first = self.sent.saturating_sub(BOUNCES_OF);
        self.marks.iter().filter(move |marked| matches!(marked.mark, MailMark::Released(_)) && marked.sent >= first)
    }

    /// The events since the last release, and the number of emails since then.
    fn judged(&self) -> (u64, &[MarkedMail]) {
        match self.marks.iter().rposition(|marked| matches!(marked.mark, MailMark::Released(_))) {
            Some(place) => (self.sent.saturating_sub(self.marks[place].sent), &self.marks[place + 1..]),
            None => (self.sent, &self.marks),
        }
    }
}

fn after(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}

// Limits how many emails a new shop sends in a day, until reports show that its customers want them. Reason: the
// addresses of a bought list bounce, but the reports come too late: at 14 emails a second, 50,000 leave within an
// hour.

/// How many emails may leave on the first day (UTC); few new shops have more customers waiting.
pub const FIRST_DAY: u64 = 1_000;
/// After reports about this many emails, a shop is no longer new; complaints are judged by the same number.
const HISTORY: u64 = 10_000;

impl MailWindow {
    /// How many emails a new shop may send in a day; `None` if it is no longer new. `reported` is the number of its
    /// emails whose outcome was reported before the day, so the limit doubles each day if all emails leave and reports
    /// come. It is the first day's again while a release is among the last 1,000 emails.
    pub fn allowed_a_day(&self, reported: u64) -> Option<u64> {
        let was_released = self.releases().next().is_some();
        match (reported >= HISTORY, was_released) {
            (true, _) => None,
            (false, true) => Some(FIRST_DAY),
            (false, false) => Some(FIRST_DAY.saturating_add(reported)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::{MailMark, MarkedMail, Releaser};

    const DAY: i64 = 86_400;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// A shop that has sent this many emails, with events: before which email, in which second, and what.
    fn window(sent: u64, marks: &[(u64, i64, MailMark)]) -> MailWindow {
        let marked = |&(sent, second, mark)| MarkedMail { sent, at: at(second), mark };
        MailWindow::new(sent, marks.iter().map(marked).collect())
    }

    fn bounces(count: usize, sent: u64, second: i64) -> Vec<(u64, i64, MailMark)> {
        vec![(sent, second, MailMark::Bounced); count]
    }

    fn suspension(second: i64) -> Suspension {
        Suspension { since: at(second), reason: SuspensionReason::Bounces }
    }

    #[test]
    fn a_shop_is_held_clearly_beyond_4_percent_bounces_and_008_percent_complaints() {
        for (sent, bounced, complained, expected) in [
            (1_000, 52, 0, None),
            (1_000, 53, 0, Some(SuspensionReason::Bounces)),
            (124, 9, 0, None),
            (124, 10, 0, Some(SuspensionReason::Bounces)),
            (50, 5, 0, Some(SuspensionReason::Bounces)),
            (5, 4, 0, None),
            (5, 5, 0, Some(SuspensionReason::Bounces)),
            (3, 0, 2, None),
            (1_000, 0, 2, None),
            (1_000, 0, 3, Some(SuspensionReason::Complaints)),
            (10_000, 0, 13, None),
            (10_000, 0, 14, Some(SuspensionReason::Complaints)),
            (1_000_000, 0, 14, Some(SuspensionReason::Complaints)),
            (1_000, 0, 0, None),
        ] {
            let complaints = vec![(sent, 0, MailMark::Complained); complained];
            let window = window(sent, &[bounces(bounced, sent, 0), complaints].concat());
            assert_eq!(window.suspension_reason(), expected, "{bounced} and {complained} of {sent}");
        }
    }

    /// The share of shops that are suspended within this many emails, if the share `rate` of the emails is marked as
    /// spam.
    fn held_by_complaints(rate: f64, mails: u64) -> f64 {
        const SHOPS: u64 = 200;
        let mut state = 7_u64;
        let mut is_complaint = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 11) as f64) < rate * (1_u64 << 53) as f64
        };
        let is_held = |_: &u64| {
            let mut marks: Vec<(u64, i64, MailMark)> = Vec::new();
            (0..mails).any(|sent| {
                if !is_complaint() {
                    return false;
                }
                marks.push((sent, 0, MailMark::Complained));
                marks.retain(|(before, ..)| before + LAST_MAILS >= sent);
                window(sent + 1, &marks).suspension_reason().is_some()
            })
        };
        (0..SHOPS).filter(is_held).count() as f64 / SHOPS as f64
    }

    #[test]
    fn luck_holds_few_good_shops_and_bad_ones_are_held_soon() {
        // SES reviews an account at 0.1 %.
        for (rate, mails, expected) in [
            (0.000_3, 100_000, 0.0..0.05),
            (0.000_5, 100_000, 0.0..0.15),
            (0.002, 10_000, 0.9..1.01),
            (0.005, 2_000, 0.95..1.01),
        ] {
            let held = held_by_complaints(rate, mails);
            assert!(expected.contains(&held), "{held} of shops at {rate} within {mails} emails");
        }
    }

    #[test]
    fn the_last_1000_emails_are_shown_and_those_since_a_release_decide() {
        let counts = |sent, bounced, complained| MailCounts { sent, bounced, complained };
        assert_eq!(MailWindow::default().counts(), MailCounts::default());
        let marks = [(5, 0, MailMark::Bounced), (70, 1, MailMark::Complained), (70, 2, MailMark::Bounced)];
        assert_eq!(window(80, &marks).counts(), counts(80, 2, 1));
        assert_eq!(window(5_000, &[(4_500, 0, MailMark::Bounced)]).counts(), counts(1_000, 1, 0));
        let released = (60, 10, MailMark::Released(Releaser::Operator));
        let held = bounces(9, 50, 0);
        assert_eq!(window(60, &held).suspension_reason(), Some(SuspensionReason::Bounces));
        for (more, expected) in [(0, None), (4, None), (5, Some(SuspensionReason::Bounces))] {
            let window = window(80, &[&held[..], &[released], &bounces(more, 70, 20)].concat());
            assert_eq!(window.suspension_reason(), expected, "{more} more");
            assert_eq!(window.counts().bounced, 9 + u32::try_from(more).unwrap(), "none is forgotten");
        }
    }

    #[test]
    fn a_hold_ends_a_day_after_what_came_back() {
        let held = bounces(5, 50, 0);
        assert_eq!(window(50, &held).ends_at(suspension(10)), at(10 + DAY));
        // Some emails that were already on their way bounce: four do not count, a fifth counts for a day.
        for (more, expected) in [(4, 10 + DAY), (5, 100 + DAY)] {
            let marks = [held.clone(), bounces(more, 50, 100)].concat();
            assert_eq!(window(50, &marks).ends_at(suspension(10)), at(expected), "{more} more");
        }
    }

    #[test]
    fn each_release_doubles_how_long_the_next_hold_lasts() {
        for (releases, days) in [(0, 1), (1, 2), (2, 4), (4, 16), (5, 30), (50, 30)] {
            let released = vec![(50, 5, MailMark::Released(Releaser::Time)); releases];
            let marks = [released, bounces(5, 50, 9)].concat();
            assert_eq!(window(60, &marks).ends_at(suspension(10)), at(10 + days * DAY), "{releases}");
        }
    }

    #[test]
    fn a_shop_releases_itself_once_in_seven_days() {
        let released = |by| (60, 10, MailMark::Released(by));
        assert_eq!(window(60, &bounces(5, 50, 0)).own_release_at(), None);
        assert_eq!(window(60, &[released(Releaser::Time), released(Releaser::Operator)]).own_release_at(), None);
        let window = window(70, &[released(Releaser::Shop), (65, 20, MailMark::Released(Releaser::Time))]);
        assert_eq!(window.own_release_at(), Some(at(10 + 7 * DAY)));
    }

    #[test]
    fn it_doubles_until_there_is_a_history() {
        let (mut sent, mut days) = (0, Vec::new());
        while let Some(allowed) = MailWindow::new(sent, Vec::new()).allowed_a_day(sent) {
            days.push(allowed);
            sent += allowed;
        }
        assert_eq!(days, [1_000, 2_000, 4_000, 8_000]);
        assert_eq!(MailWindow::new(40_000, Vec::new()).allowed_a_day(0), Some(1_000), "without reports it stays");
        let mark = MailMark::Released(Releaser::Time);
        let released = MarkedMail { sent: 2_500, at: jiff::Timestamp::UNIX_EPOCH, mark };
        assert_eq!(MailWindow::new(3_000, vec![released]).allowed_a_day(3_000), Some(1_000));
        assert_eq!(MailWindow::new(4_000, vec![released]).allowed_a_day(4_000), Some(5_000));
    }
}

//! How soon customers review after their first message, from counts of whole days in UTC.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Request;
use crate::values::Channel;

/// The longest time from a request to its first message, in days, that is counted; the counters by day are kept as
/// long.
const AFTER_MAX: u16 = 90;
/// The longest time from the first message to the first review, in days, that is counted.
pub const WITHIN_MAX: u16 = 30;
/// To compare delays, only reviews within this many days of the message count.
pub const COMPARED_WITHIN: u16 = 14;
/// With fewer messages, no share is given: its interval would be wider than a third.
const ENOUGH: u64 = 30;
/// The curve ends when fewer messages than this are without a review.
const ENOUGH_AT_RISK: u64 = 10;
/// The quantile of the normal distribution for a two-sided 95 % interval.
const Z: f64 = 1.959_964;

/// A request's first message, if it left before anything was reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstMessage {
    /// The channel by which the message was sent.
    pub channel: Channel,
    /// Days from the request to the message; `None` if they are too many to be counted.
    pub after: Option<u16>,
    /// Days from the message to the first review; `None` if there is none, or it came too late to be counted.
    pub within: Option<u16>,
}

impl Request {
    /// The first message, if it left before anything was reviewed. A later review then counts as the response.
    pub fn first_message(&self) -> Option<FirstMessage> {
        let (channel, sent_at) = self.steps.iter().find_map(|step| Some((step.channel, step.sent_at()?)))?;
        let reviewed_at = self.items.iter().filter_map(|item| item.reviewed_at).min();
        if reviewed_at.is_some_and(|at| at < sent_at) {
            return None;
        }
        Some(FirstMessage {
            channel,
            after: days(self.created_at, sent_at, AFTER_MAX),
            within: reviewed_at.and_then(|at| days(sent_at, at, WITHIN_MAX)),
        })
    }
}

/// The days in UTC from one instant to another; `None` if there are more than `most`.
fn days(from: Timestamp, to: Timestamp, most: u16) -> Option<u16> {
    let day = |at: Timestamp| at.as_second().div_euclid(86_400);
    u16::try_from(day(to) - day(from)).ok().filter(|days| *days <= most)
}

/// The messages that were first messages on one day, and how many of them were reviewed after how many days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Responses {
    pub sent: u64,
    /// How many of them were reviewed, by the days to the first review.
    pub reviewed: BTreeMap<u16, u64>,
}

impl Responses {
    fn reviewed_before(&self, day: u16) -> u64 {
        self.reviewed.range(..day).map(|(_, count)| count).sum()
    }
}

/// What is known about one day after the message, from all messages that are at least that old.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReviewedBy {
    /// The messages without a review when the day began.
    pub at_risk: u64,
    pub reviewed: u64,
    /// The share of all messages, 0 to 1, that is reviewed by the end of the day: Kaplan and Meier's estimate.
    pub part: f64,
}

/// The days since the message, from 0, while enough messages of that age are without a review. Each group comes with
/// the number of days since its messages that have fully passed.
pub fn reviewed_by_day(groups: &[(u16, &Responses)]) -> Vec<ReviewedBy> {
    let mut unreviewed = 1.0;
    let day = |day| {
        let seen = || groups.iter().filter(move |(last, _)| *last >= day).map(|(_, responses)| *responses);
        let at_risk = seen().map(|group| group.sent.saturating_sub(group.reviewed_before(day))).sum::<u64>();
        if at_risk < ENOUGH_AT_RISK {
            return None;
        }
        let reviewed = seen().filter_map(|group| group.reviewed.get(&day)).sum::<u64>().min(at_risk);
        unreviewed *= 1.0 - part(reviewed, at_risk);
        Some(ReviewedBy { at_risk, reviewed, part: 1.0 - unreviewed })
    };
    (0..=WITHIN_MAX).map_while(day).collect()
}

/// Messages sent [`COMPARED_WITHIN`] days ago or earlier, and how many of them were reviewed within that time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    pub sent: u64,
    pub reviewed: u64,
}

impl Compared {
    /// Adds a group, if all its messages are old enough.
    pub fn add(&mut self, last: u16, responses: &Responses) {
        if last >= COMPARED_WITHIN {
            self.sent += responses.sent;
            self.reviewed += responses.reviewed_before(COMPARED_WITHIN + 1).min(responses.sent);
        }
    }

    /// The reviewed share, 0 to 1, with the lower and upper end of Wilson's 95 % interval; `None` for too few messages.
    pub fn part(self) -> Option<[f64; 3]> {
        (self.sent >= ENOUGH).then(|| {
            let [low, high] = wilson(self.reviewed, self.sent);
            [low, part(self.reviewed, self.sent), high]
        })
    }
}

/// Wilson's score interval, without a correction for continuity.
fn wilson(reviewed: u64, sent: u64) -> [f64; 2] {
    let (found, z2) = (part(reviewed, sent), Z * Z / count(sent));
    let middle = found + z2 / 2.0;
    let half = Z * (found * (1.0 - found) / count(sent) + z2 / (4.0 * count(sent))).sqrt();
    [-half, half].map(|half| ((middle + half) / (1.0 + z2)).clamp(0.0, 1.0))
}

fn part(of: u64, all: u64) -> f64 {
    count(of) / count(all)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of messages are far below 2^52")]
const fn count(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    #[test]
    fn intervals_are_those_that_were_published() {
        for (reviewed, sent, expected) in [
            (81, 263, [0.2553, 0.3662]),
            (15, 148, [0.0624, 0.1605]),
            (0, 20, [0.0, 0.1611]),
            (1, 29, [0.0061, 0.1718]),
        ] {
            let rounded = wilson(reviewed, sent).map(|end| (end * 1e4).round() / 1e4);
            assert_eq!(rounded, expected, "{reviewed} of {sent}");
        }
        assert_eq!(Compared { sent: 29, reviewed: 1 }.part(), None);
    }

    /// The weeks in remission of Freireich and others, Blood 21 (1963) 699–716, which textbooks use to explain the
    /// estimate.
    #[test]
    fn the_curve_is_the_one_of_the_textbooks() {
        let relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let seen = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let relapsed = relapsed.map(|week| (35, Responses { sent: 1, reviewed: BTreeMap::from([(week, 1)]) }));
        let seen = seen.map(|week| (week, Responses { sent: 1, reviewed: BTreeMap::new() }));
        let groups: Vec<_> = relapsed.iter().chain(&seen).map(|(last, group)| (*last, group)).collect();
        let curve = reviewed_by_day(&groups);
        for (week, expected) in [(5, 0.0), (6, 0.143), (7, 0.193), (10, 0.247), (13, 0.310), (16, 0.373)] {
            assert!((curve[week].part - expected).abs() < 0.0005, "{week}: {:?}", curve[week]);
        }
        assert_eq!((curve[10].at_risk, curve[10].reviewed), (15, 1));
        // Ten are at risk in week 17, and nine in week 18, because one was observed for only 17 weeks.
        assert_eq!(curve.len(), 18);
    }
}

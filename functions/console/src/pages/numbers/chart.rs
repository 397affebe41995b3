//! The charts: their shapes in an SVG, and the texts on their axes.

use domain::request::Counter;
use jiff::ToSpan as _;
use store::request::counters::Counts;

use crate::parts::Viewer;
use crate::use_cases::Numbers;

/// The height of a chart, and the width of a day, in the chart's units.
const HIGH: u64 = 100;
const DAY_WIDE: usize = 10;

/// Requests by day of creation: how many were sent, and how many were reviewed since then.
pub(super) struct Days {
    pub rows: Vec<Day>,
    /// The marks on the axis, from the top.
    pub marks: [String; 3],
}

pub(super) struct Day {
    pub date: String,
    /// The day's numbers in words.
    pub tip: String,
    pub made: u64,
    pub sent: u64,
    pub reviewed: u64,
    /// The place of the day's bars, and their heights.
    pub x: usize,
    pub sent_high: u64,
    pub reviewed_high: u64,
}

impl Days {
    pub(super) fn new(viewer: &Viewer, numbers: &Numbers) -> Self {
        let ([first, last], none) = (numbers.days, Counts::default());
        let days = first.series(1.day()).take_while(|day| *day <= last);
        let days: Vec<_> = days.map(|day| (day, numbers.long.by_day.get(&day).unwrap_or(&none))).collect();
        let top = top(days.iter().map(|(_, counts)| counts.of_sent(Counter::Sent)).max().unwrap_or(0));
        let row = |(place, (day, counts)): (usize, &(jiff::civil::Date, &Counts))| {
            let [sent, reviewed] = [Counter::Sent, Counter::Completed].map(|counter| counts.of_sent(counter));
            let date = viewer.date(*day);
            let tip = viewer.texts.say("numbers-day-tip").words("day", &date);
            Day {
                tip: tip.count("sent", sent).count("reviewed", reviewed).to_string(),
                date,
                made: counts.of(Counter::Created),
                sent,
                reviewed,
                x: place * DAY_WIDE,
                sent_high: sent * HIGH / top,
                reviewed_high: reviewed * HIGH / top,
            }
        };
        Self {
            rows: days.iter().enumerate().map(row).collect(),
            marks: [top, top / 2, 0].map(|mark| viewer.texts.number(mark)),
        }
    }

    /// The days with requests, newest first.
    pub(super) fn busy(&self) -> impl Iterator<Item = &Day> {
        self.rows.iter().rev().filter(|day| day.made > 0)
    }

    pub(super) fn wide(&self) -> usize {
        self.rows.len() * DAY_WIDE
    }
}

/// The end of an axis with room for this count. It is an even number, so that its half is a whole number.
fn top(most: u64) -> u64 {
    let mut unit = 2;
    while unit * 5 < most {
        unit *= 10;
    }
    most.div_ceil(unit).max(1) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_axis_holds_every_count_and_has_a_whole_half() {
        for (most, expected) in
            [(0, 2), (1, 2), (3, 4), (10, 10), (11, 20), (36, 40), (100, 100), (101, 200), (640, 800)]
        {
            assert_eq!(top(most), expected, "{most}");
        }
    }
}

//! The JSON of statistics.

use std::collections::BTreeMap;

use domain::{Counter, Dialect};
use serde::Serialize;
use store::{Counts, Statistics};

/// Every counter by its name; none is left out because it is 0.
type Counters = BTreeMap<&'static str, u64>;

#[derive(Serialize)]
pub(crate) struct Overview {
    total: Counters,
    by_dialect: BTreeMap<&'static str, Counters>,
    by_day: Vec<Day>,
}

#[derive(Serialize)]
struct Day {
    /// The UTC day on which the requests were made, not the one on which they were sent or opened.
    day: String,
    #[serde(flatten)]
    counters: Counters,
}

impl Overview {
    pub(crate) fn new(statistics: &Statistics) -> Self {
        let Statistics { all, by_day } = statistics;
        let of = |dialect: Dialect| (dialect.word(), counters(|counter| all.of_dialect(dialect, counter)));
        let day = |counts: &Counts| counters(|counter| counts.of(counter));
        Self {
            total: counters(|counter| all.of(counter)),
            by_dialect: Dialect::ALL.into_iter().map(of).collect(),
            by_day: by_day.iter().map(|(date, counts)| Day { day: date.to_string(), counters: day(counts) }).collect(),
        }
    }
}

fn counters(of: impl Fn(Counter) -> u64) -> Counters {
    Counter::ALL.into_iter().map(|counter| (counter.name(), of(counter))).collect()
}

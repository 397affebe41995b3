//! Metrics in CloudWatch's embedded metric format: a log line contains the metrics, so no call and no permission is
//! needed.

use std::collections::HashMap;
use std::mem;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// The target of events whose message becomes a log line unchanged.
pub(crate) const TARGET: &str = "metrics";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Count,
    Seconds,
}

/// Publishes metrics at `now`, each with its name, unit and value. The line also has these other members, and those by
/// which Lambda filters lines. A metric has no dimensions, because CloudWatch bills each value of a dimension as a
/// metric of its own.
pub fn publish(
    namespace: &str,
    metrics: impl IntoIterator<Item = (&'static str, Unit, Value)>,
    others: Map<String, Value>,
    now: Timestamp,
) {
    let (mut line, mut names) = (others, Vec::new());
    for (name, unit, value) in metrics {
        names.push(json!({"Name": name, "Unit": format!("{unit:?}")}));
        line.insert(name.to_owned(), value);
    }
    let directive = json!({"Namespace": namespace, "Dimensions": [[]], "Metrics": names});
    line.insert("timestamp".to_owned(), json!(now.to_string()));
    line.insert("level".to_owned(), json!("INFO"));
    line.insert("_aws".to_owned(), json!({"Timestamp": now.as_millisecond(), "CloudWatchMetrics": [directive]}));
    let line = Value::Object(line);
    tracing::info!(target: TARGET, "{line}");
}

/// The most names in a function's memory, about a megabyte. When there are more, the memory is cleared.
const NAMES_MAX: usize = 10_000;

/// For each name, such as a shop's, the start of the period in which this copy of the function last recorded its calls, and the
/// number of calls since. What was not recorded when the copy ends is lost.
#[derive(Default)]
pub struct Tally(Mutex<HashMap<String, (Timestamp, u32)>>);

impl Tally {
    /// Counts a call, if the name was recorded before.
    pub fn count(&self, name: &str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, calls)) = counts.get_mut(name) {
            *calls = calls.saturating_add(1);
        }
    }

    /// The number of calls to record, if none was recorded in the period that begins at `at`. This call was counted, unless it
    /// is the first.
    pub fn due(&self, name: &str, at: Timestamp) -> Option<u32> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= NAMES_MAX {
            counts.clear();
        }
        let (recorded, calls) = counts.entry(name.to_owned()).or_insert((Timestamp::MIN, 1));
        (mem::replace(recorded, at) != at).then(|| mem::take(calls))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_recorded_once_a_period_with_the_calls_since() {
        let (tally, at) = (Tally::default(), Timestamp::UNIX_EPOCH);
        let call = |name: &str, at| {
            tally.count(name);
            tally.due(name, at)
        };
        assert_eq!(
            [call("fern", at), call("fern", at), call("moss", at), call("fern", at)],
            [Some(1), None, Some(1), None]
        );
        tally.count("fern");
        let later = at + jiff::SignedDuration::from_mins(5);
        assert_eq!([call("fern", later), call("fern", later)], [Some(4), None]);
    }
}

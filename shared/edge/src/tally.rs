//! Counts calls in memory, where a write or a log line for each call would cost more than the call.

use std::collections::HashMap;
use std::mem;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

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

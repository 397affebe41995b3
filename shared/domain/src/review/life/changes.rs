//! How often an author may change a review. There is a limit, because each change is kept in the history and reported
//! by webhooks.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Review;
use crate::values::{Fault, Saves};

/// The most changes of a review by its author in a day, in UTC.
const CHANGES_MAX: u32 = 20;

impl Review {
    /// Counts a change by the author. Submitting a withdrawn review again is a change, too.
    /// Errors: [`Fault::TooOften`] beyond 20 on a day.
    pub fn count_change(&mut self, now: Timestamp) -> Result<(), Fault> {
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        self.0.changes = Some(Saves::within(CHANGES_MAX, self.changes, today)?);
        Ok(())
    }

    /// Whether the author may change the review once more today.
    pub fn may_change(&self, now: Timestamp) -> bool {
        self.clone().count_change(now).is_ok()
    }
}

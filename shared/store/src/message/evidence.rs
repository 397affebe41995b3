//! The newest email with a report, and the first one since then for which a report is missing. They show whether one
//! report is lost, or all reports are missing. Only emails of every sixteenth request are noted, because each note costs
//! a write.

use std::collections::HashMap;

use domain::values::RequestId;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::retention::{REPORTED_DAYS, days_after};
use crate::table::{Attributes, Error, Key, Store, from_item, instant, keys, milliseconds, number};

/// The emails of one request in so many are noted. A request's id ends in random bits.
const NOTED: u64 = 16;
/// By how much the provider may have accepted an email earlier than the sender notes it: its answer takes seconds, and
/// its clock is another one.
const NOTED_WITHIN: SignedDuration = SignedDuration::from_mins(1);

#[derive(Deserialize)]
struct ReportedItem {
    /// When the provider accepted the newest email that was reported.
    accepted_at: Option<i64>,
    /// When the provider accepted an email whose report is awaited.
    awaited_since: Option<i64>,
}

/// Whether the acceptance and the reports of the request's emails are noted.
pub const fn is_noted(request: RequestId) -> bool {
    request.get().is_multiple_of(NOTED)
}

/// Since when an accepted email has had no report, although none that was accepted later has one either. `None` if
/// reports come, or if no email was accepted.
pub(crate) fn take_reports_missing(items: &mut HashMap<Key, Attributes>) -> Result<Option<Timestamp>, Error> {
    let Some(item) = items.remove(&keys::reported()) else { return Ok(None) };
    let ReportedItem { accepted_at, awaited_since } = from_item(item)?;
    awaited_since.filter(|since| accepted_at.is_none_or(|at| *since > at)).map(instant).transpose()
}

impl Store {
    /// When the provider accepted the newest email that was reported; `None` if no report came for a month.
    pub async fn newest_reported(&self) -> Result<Option<Timestamp>, Error> {
        let Some(item) = self.get(&keys::reported()).await? else { return Ok(None) };
        let ReportedItem { accepted_at, .. } = from_item(item)?;
        accepted_at.map(instant).transpose()
    }

    pub async fn note_reported(&self, accepted_at: Timestamp, now: Timestamp) -> Result<(), Error> {
        let values = [(":at", milliseconds(accepted_at)), (":ttl", number(days_after(now, REPORTED_DAYS)))];
        let is_newer = "attribute_not_exists(accepted_at) OR accepted_at < :at";
        self.change(&keys::reported(), "SET accepted_at = :at, #ttl = :ttl", is_newer, values).await.map(drop)
    }

    /// Notes that the provider has just accepted an email, unless the report about an earlier one is still missing.
    pub async fn note_accepted(&self, now: Timestamp) -> Result<(), Error> {
        let at = now.saturating_sub(NOTED_WITHIN).unwrap_or(now);
        let values = [(":at", milliseconds(at)), (":ttl", number(days_after(now, REPORTED_DAYS)))];
        let is_first = "attribute_not_exists(awaited_since) OR awaited_since <= accepted_at";
        self.change(&keys::reported(), "SET awaited_since = :at, #ttl = :ttl", is_first, values).await.map(drop)
    }
}

//! Statistics, read in one query. They are always exact, because each counter changes in the transaction that changes
//! what it counts.
//!
//! Told by `tests/stories/reviews/statistics.story`.

use domain::values::Invalid;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use store::request::counters::{Counts, Statistics};
use store::table::Store;

use crate::caller::Caller;
use crate::error::Error;

/// How many days statistics by day go back, including today.
pub const DAYS: i64 = 90;
pub const RANGE_DAYS_MAX: i32 = 366;

#[derive(Clone)]
pub struct Stats {
    pub store: Store,
}

/// A range of days on which requests were created, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    first: Date,
    last: Date,
}

impl Days {
    /// A range of days.
    /// Errors: [`Invalid`] for one that ends before it begins, or is longer than [`RANGE_DAYS_MAX`].
    pub fn new(first: Date, last: Date) -> Result<Self, Invalid> {
        let days = (last - first).get_days();
        if !(0..RANGE_DAYS_MAX).contains(&days) {
            return Err(Invalid("A range begins at `from`, ends at `to` and has at most 366 days."));
        }
        Ok(Self { first, last })
    }

    /// The longest range that ends on this day.
    pub fn until(last: Date) -> Result<Self, Invalid> {
        Self::new(last.saturating_sub((RANGE_DAYS_MAX - 1).days()), last)
    }
}

impl Stats {
    /// The counters of all requests, or of those created on these days.
    pub async fn totals(&self, caller: &Caller, days: Option<Days>) -> Result<Vec<Counts>, Error> {
        let Some(Days { first, last }) = days else {
            return Ok(vec![self.store.counted(&caller.tenant, None).await?.all]);
        };
        let Statistics { all: _ /* these days added up */, by_day } =
            self.store.counted(&caller.tenant, Some((first, last))).await?;
        Ok(by_day.into_values().collect())
    }

    /// The counters of all requests, and by day for the last [`DAYS`].
    pub async fn overview(&self, caller: &Caller, now: Timestamp) -> Result<Statistics, Error> {
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        let first = today.saturating_sub((DAYS - 1).days());
        let mut statistics = self.store.counted(&caller.tenant, None).await?;
        statistics.by_day.retain(|day, _| *day >= first);
        Ok(statistics)
    }
}

//! The page *Numbers*: the outcomes of the requests of a period. The number of reads does not depend on the number of requests, because everything is counted when it happens.

use std::collections::BTreeMap;
use std::ops::Range;

use app::error::Error;
use domain::message::Cause;
use domain::shop::MailWindow;
use domain::values::Tenant;
use futures_util::future::try_join3;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use store::message::failures::{FAILURES_DAYS, Failures};
use store::request::counters::{Counts, Statistics};
use store::table::Store;

/// The days whose counters are read.
const LONG: i64 = 90;

/// How many days back the numbers go, today included.
pub(crate) const PERIODS: [u8; 3] = [7, 28, 90];
/// The period that the API and, at first, the page show.
pub(crate) const USUAL: u8 = 28;

pub(crate) struct Numbers {
    /// The number of days.
    pub period: u8,
    /// The first and the last of the days, in UTC.
    pub days: [Date; 2],
    /// The requests that were created on these days.
    pub requests: Counts,
    /// The requests of as many days before; `None` if they are more than 90 days ago.
    pub before: Option<Counts>,
    /// The counters of 90 days.
    pub long: Statistics,
    /// The messages that were not sent or bounced since `failures_from`, by cause.
    pub failures: BTreeMap<Cause, Failures>,
    /// The period's first day, or the first day for which failures are stored, if that is later.
    pub failures_from: Date,
    pub mails: MailWindow,
}

impl Numbers {
    /// Reads the numbers with four queries and one read.
    pub async fn read(store: &Store, tenant: &Tenant, period: u8, now: Timestamp) -> Result<Self, Error> {
        let last = now.to_zoned_datetime(TimeZone::UTC).date();
        let first_of = |days: i64| last.saturating_sub((days - 1).days());
        let first = first_of(period.into());
        let failures_from = first.max(first_of(FAILURES_DAYS));
        let since = failures_from.to_zoned_datetime(TimeZone::UTC).map_or(now, |midnight| midnight.timestamp());
        let (long, failures, (mails, _)) = try_join3(
            store.counted(tenant, Some((first_of(LONG), last))),
            store.failures(tenant, since),
            store.last_mails(tenant),
        )
        .await?;
        let counted = |days: Range<Date>| {
            let mut counts = Counts::default();
            long.by_day.range(days).for_each(|(_, of_day)| counts += of_day);
            counts
        };
        let twice = 2 * i64::from(period);
        let before = (twice <= LONG).then(|| counted(first_of(twice)..first));
        let requests = counted(first..last.saturating_add(1.day()));
        Ok(Self { period, days: [first, last], requests, before, long, failures, failures_from, mails })
    }
}

//! The page *Numbers*: the outcomes of the requests of a period. The number of reads does not depend on the number of requests, because everything is counted when it happens.
//!
//! Told by `tests/stories/console/numbers_page.story`.

use std::collections::BTreeMap;
use std::ops::Range;

use app::error::Error;
use domain::message::Cause;
use domain::shop::MailWindow;
use domain::values::Tenant;
use domain::words;
use futures_util::future::try_join3;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use store::message::failures::{FAILURES_DAYS, Failures};
use store::request::counters::{Counts, Statistics};
use store::table::Store;

/// The days whose counters are read.
const LONG: i64 = 90;

words! {
    /// Which days the numbers are about, in UTC.
    pub enum Period {
        /// The last 28 days, which the API, *Today* and, at first, the page show.
        Usual = "28",
        ThisMonth = "this-month",
        LastMonth = "last-month",
        Long = "90",
    }
}

pub(crate) struct Numbers {
    /// The number of days.
    pub length: u32,
    /// The first and the last of the days, in UTC.
    pub days: [Date; 2],
    /// The requests that were created on these days.
    pub requests: Counts,
    /// The requests of as many days before; `None` if some are more than 90 days ago.
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
    pub async fn read(store: &Store, tenant: &Tenant, period: Period, now: Timestamp) -> Result<Self, Error> {
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        let first_of = |days: i64| today.saturating_sub((days - 1).days());
        let month = today.first_of_month();
        let [first, last] = match period {
            Period::Usual => [first_of(28), today],
            Period::ThisMonth => [month, today],
            Period::LastMonth => [month.saturating_sub(1.month()), month.saturating_sub(1.day())],
            Period::Long => [first_of(LONG), today],
        };
        let length = (last - first).get_days().unsigned_abs() + 1;
        let failures_from = first.max(first_of(FAILURES_DAYS));
        let since = failures_from.to_zoned_datetime(TimeZone::UTC).map_or(now, |midnight| midnight.timestamp());
        let (long, failures, (mails, _)) = try_join3(
            store.counted(tenant, Some((first_of(LONG), today))),
            store.failures(tenant, since, last),
            store.last_mails(tenant),
        )
        .await?;
        let counted = |days: Range<Date>| {
            let mut counts = Counts::default();
            long.by_day.range(days).for_each(|(_, of_day)| counts += of_day);
            counts
        };
        let earlier = first.saturating_sub(i64::from(length).days());
        let before = (earlier >= first_of(LONG)).then(|| counted(earlier..first));
        let requests = counted(first..last.saturating_add(1.day()));
        Ok(Self { length, days: [first, last], requests, before, long, failures, failures_from, mails })
    }
}

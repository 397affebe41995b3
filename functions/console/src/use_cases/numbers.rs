//! The page *Numbers*: the outcomes of the requests of four weeks, and how soon the requests of 90 days were reviewed.
//! The number of reads does not depend on the number of requests, because everything is counted when it happens.

use std::collections::BTreeMap;

use app::error::Error;
use domain::message::Cause;
use domain::shop::MailWindow;
use domain::values::Tenant;
use futures_util::future::try_join3;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use store::message::failures::Failures;
use store::request::counters::{Counts, Statistics};
use store::table::Store;

/// The counted days, today included. Failed messages are stored for 40 days.
const DAYS: i64 = 28;

/// The days whose messages show how soon people review.
const LONG: i64 = 90;

pub(crate) struct Numbers {
    /// The first and the last of the days, in UTC.
    pub days: [Date; 2],
    /// The requests that were created on these days.
    pub requests: Counts,
    /// The counters of 90 days.
    pub long: Statistics,
    /// The messages that were not sent or bounced on these days, by cause.
    pub failures: BTreeMap<Cause, Failures>,
    pub mails: MailWindow,
}

impl Numbers {
    /// Reads the numbers with four queries and one read.
    pub async fn read(store: &Store, tenant: &Tenant, now: Timestamp) -> Result<Self, Error> {
        let last = now.to_zoned(TimeZone::UTC).date();
        let first = last.saturating_sub((DAYS - 1).days());
        let since = first.to_zoned(TimeZone::UTC).map_or(now, |midnight| midnight.timestamp());
        let (long, failures, (mails, _)) = try_join3(
            store.counted_between(tenant, last.saturating_sub((LONG - 1).days()), last),
            store.failures(tenant, since),
            store.last_mails(tenant),
        )
        .await?;
        let mut requests = Counts::default();
        long.by_day.range(first..).for_each(|(_, counts)| requests += counts);
        Ok(Self { days: [first, last], requests, long, failures, mails })
    }
}

//! The keys of a tenant's failed messages, counted by day.

use domain::Tenant;
use jiff::civil::Date;

use super::Key;

/// The prefix of the counts of every day.
pub(crate) const FAILURES: &str = "FAIL#";

/// The prefix of one day's counts (UTC).
pub(crate) fn failures_of(day: Date) -> String {
    format!("{FAILURES}{day}#")
}

/// A shard of one day's counts.
pub(crate) fn failures(tenant: &Tenant, day: Date, shard: u64) -> Key {
    Key::new(tenant, format!("{}{shard:02}", failures_of(day)))
}

/// The day in the sort key of counts.
pub(crate) fn parse_failures(sk: &str) -> Option<Date> {
    sk.strip_prefix(FAILURES)?.split('#').next()?.parse().ok()
}

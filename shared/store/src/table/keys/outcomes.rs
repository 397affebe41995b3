//! The keys of what became of a tenant's messages: marks among its emails, the suspension, and failed messages counted by day.

use domain::values::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;

use super::Key;

/// The prefix of all marks among a tenant's emails.
pub(crate) const MAIL_MARKS: &str = "MAILS#";

/// The start of the marks since so many emails had been sent.
pub(crate) fn mail_marks(sent: u64) -> String {
    format!("{MAIL_MARKS}{sent:016}")
}

/// A mark among a tenant's emails: when so many had been sent, at this time.
pub(crate) fn mail_mark(tenant: &Tenant, sent: u64, at: Timestamp, random: u64) -> Key {
    Key::new(tenant, format!("{}#{:016}#{random:016x}", mail_marks(sent), at.as_millisecond()))
}

/// How many emails had been sent before a mark, and when it was made, from its sort key.
pub(crate) fn parse_mail_mark(sk: &str) -> Option<(u64, Timestamp)> {
    let (sent, rest) = sk.strip_prefix(MAIL_MARKS)?.split_once('#')?;
    let (at, _) = rest.split_once('#')?;
    Some((sent.parse().ok()?, Timestamp::from_millisecond(at.parse().ok()?).ok()?))
}

/// The brake on a tenant's emails.
pub(crate) fn suspension(tenant: &Tenant) -> Key {
    Key::new(tenant, "HOLD".to_owned())
}

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

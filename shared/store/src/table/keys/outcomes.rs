//! The keys of outcomes of a tenant's messages: marks among its emails, the suspension, and failed messages counted by
//! day.

use domain::values::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;

use super::Key;

pub(crate) const MAIL_MARKS: &str = "MAILS#";

/// The start of the keys of marks that were made after `sent` emails.
pub(crate) fn mail_marks(sent: u64) -> String {
    format!("{MAIL_MARKS}{sent:016}")
}

pub(crate) fn mail_mark(tenant: &Tenant, sent: u64, at: Timestamp, random: u64) -> Key {
    Key::new(tenant, format!("{}#{:016}#{random:016x}", mail_marks(sent), at.as_millisecond()))
}

pub(crate) fn parse_mail_mark(sk: &str) -> Option<(u64, Timestamp)> {
    let (sent, rest) = sk.strip_prefix(MAIL_MARKS)?.split_once('#')?;
    let (at, _) = rest.split_once('#')?;
    Some((sent.parse().ok()?, Timestamp::from_millisecond(at.parse().ok()?).ok()?))
}

pub(crate) fn suspension(tenant: &Tenant) -> Key {
    Key::new(tenant, "HOLD".to_owned())
}

pub(crate) const FAILURES: &str = "FAIL#";

/// The prefix of the counts of one day (UTC).
pub(crate) fn failures_of(day: Date) -> String {
    format!("{FAILURES}{day}#")
}

pub(crate) fn failures(tenant: &Tenant, day: Date, shard: u64) -> Key {
    Key::new(tenant, format!("{}{shard:02}", failures_of(day)))
}

pub(crate) fn parse_failures(sk: &str) -> Option<Date> {
    sk.strip_prefix(FAILURES)?.split('#').next()?.parse().ok()
}

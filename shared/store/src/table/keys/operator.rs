//! The keys of the operators' own data: the list of all shops, the audit logs, and the pause of all sending.

use domain::values::Tenant;
use jiff::Timestamp;

use super::Key;
use crate::table::kinds::partition;

/// The partition of the list of all shops. Each shop is written into it once.
pub(crate) const SHOPS: &str = "SHOPS";

pub(crate) const LISTED_SHOPS: &str = "SHOPS#";

pub(crate) fn listed_shop(tenant: &Tenant) -> Key {
    Key { pk: SHOPS.to_owned(), sk: format!("{LISTED_SHOPS}{tenant}") }
}

/// Whether a row belongs to a tenant, including its rows in the list of all shops and in the lists of members' shops.
pub(crate) fn is_of(tenant: &Tenant, Key { pk, sk }: &Key) -> bool {
    let tenant = tenant.to_string();
    let begins = |prefix: &str| pk.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(&tenant));
    let is_listed = || sk.strip_suffix(&tenant).is_some_and(|list| list.ends_with(['#', '@']));
    ["T#", "CALLS#"].into_iter().filter_map(begins).any(|rest| rest.is_empty() || rest.starts_with('#'))
        || (pk == SHOPS || pk.starts_with("MEMBER#")) && is_listed()
        // In the key that counts a shop's own emails to an address, the index ends with the shop's id.
        || pk.strip_prefix("SIGNINS#").and_then(|rest| rest.split('#').next()).is_some_and(|of| of.ends_with(&format!(".{tenant}")))
}

pub(crate) fn pause_of_all() -> Key {
    Key::alone("PAUSE#all".to_owned())
}

/// The prefix of an audit log's sort keys, which sort by time.
pub(crate) const AUDIT: &str = "AUDIT#";

/// The partition of a shop's audit log, or of the service's.
pub(crate) fn audit_log(tenant: Option<&Tenant>) -> String {
    tenant.map_or_else(|| "AUDIT".to_owned(), |tenant| partition(tenant, AUDIT))
}

pub(crate) fn audit(tenant: Option<&Tenant>, at: Timestamp, random: u64) -> Key {
    Key { pk: audit_log(tenant), sk: format!("{AUDIT}{:016}#{random:016x}", at.as_millisecond()) }
}

pub(crate) fn parse_audit(sk: &str) -> Option<Timestamp> {
    let (at, _) = sk.strip_prefix(AUDIT)?.split_once('#')?;
    Timestamp::from_millisecond(at.parse().ok()?).ok()
}

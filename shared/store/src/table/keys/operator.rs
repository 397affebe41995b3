//! The keys of the operators' own data: the list of all shops, the audit logs, the pause of all sending, and
//! the last restore.

use domain::values::Tenant;
use jiff::Timestamp;

use super::Key;
use crate::table::kinds::partition;

keys! {
    pub(crate) alone pause_of_all() = "PAUSE#all";
    pub(crate) alone restored() = "RESTORED";
    /// A shop's members. They are one item, so that concurrent changes collide.
    pub shop members() = "{MEMBERS}";
    /// The partition of an identity's shops, by its blind index. It has no tenant, because people name no shop when they
    /// sign in.
    pub start member_shops(index: &str) = "MEMBER#{index}";
    pub alone sign_in(id: &str) = "SIGNIN#{id}";
    /// The number of sign-in emails in a numbered hour. `index` is the identity's, for all that strangers request, or the
    /// index of one known browser.
    pub alone sign_ins_of(index: &str, hour: i64) = "SIGNINS#{index}#{hour}";
    pub shop invitations_of_shop(hour: i64) = "SIGNINS#{hour}";
    pub shop session(digest: &str) = "SESSION#{digest}";
}

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

/// The prefix of an audit log's sort keys, which sort by time.
pub(crate) const AUDIT: &str = "AUDIT#";

/// The partition of a shop's audit log, or of the service's.
pub(crate) fn audit_log(tenant: Option<&Tenant>) -> String {
    tenant.map_or_else(|| "AUDIT".to_owned(), |tenant| partition(tenant, AUDIT))
}

pub(crate) fn audit(tenant: Option<&Tenant>, at: Timestamp, random: u64) -> Key {
    Key { pk: audit_log(tenant), sk: format!("{AUDIT}{:016}#{random:016x}", at.as_millisecond()) }
}

/// The time in what follows this prefix.
pub(crate) fn parse_audit(place: &str) -> Option<Timestamp> {
    let (at, _) = place.split_once('#')?;
    Timestamp::from_millisecond(at.parse().ok()?).ok()
}

/// The sort key to which members' sealed addresses are bound.
pub const MEMBERS: &str = "MEMBERS";

pub fn member_shop(index: &str, tenant: &Tenant) -> Key {
    let pk = member_shops(index);
    Key { sk: format!("{pk}#{tenant}"), pk }
}

/// A shop that invited an identity, which has not accepted. It is in the same partition, so that one query finds both,
/// and sorts behind the others, so that many invitations cannot hide a shop.
pub fn member_invitation(index: &str, tenant: &Tenant) -> Key {
    let pk = member_shops(index);
    Key { sk: format!("{pk}@{tenant}"), pk }
}

/// The shop in a sort key of [`member_shop`] or [`member_invitation`], and whether the identity is a member there.
pub fn parse_member_shop(index: &str, sk: &str) -> Option<(Tenant, bool)> {
    let rest = sk.strip_prefix(&member_shops(index))?;
    let joined = rest.strip_prefix('#').map(|tenant| (tenant, true));
    let (tenant, is_joined) = joined.or_else(|| rest.strip_prefix('@').map(|tenant| (tenant, false)))?;
    Some((tenant.parse().ok()?, is_joined))
}

//! Keys of the console: members, sign-ins and sessions.

use domain::Tenant;

use super::Key;

/// A shop's members: one item, so that no two changes of them pass each other.
pub(crate) fn members(tenant: &Tenant) -> Key {
    Key::new(tenant, MEMBERS.to_owned())
}

/// The sort key to which members' sealed addresses are bound.
pub(crate) const MEMBERS: &str = "MEMBERS";

/// The partition of the shops of a member's identity, by its blind index: of no tenant, because nobody names a shop when they
/// sign in.
pub(crate) fn member_shops(index: &str) -> String {
    format!("MEMBER#{index}")
}

/// A shop whose member has an identity.
pub(crate) fn member_shop(index: &str, tenant: &Tenant) -> Key {
    let pk = member_shops(index);
    Key { sk: format!("{pk}#{tenant}"), pk }
}

/// The shop in the sort key of such a row.
pub(crate) fn parse_member_shop(sk: &str) -> Option<Tenant> {
    sk.rsplit_once('#')?.1.parse().ok()
}

/// A sign-in, by its id.
pub(crate) fn sign_in(id: &str) -> Key {
    Key::alone(format!("SIGNIN#{id}"))
}

/// The number of sign-ins that an identity asked for in an hour, which has a number.
pub(crate) fn sign_ins_of(index: &str, hour: i64) -> Key {
    Key::alone(format!("SIGNINS#{index}#{hour}"))
}

/// The number of emails about sign-ins that left for a shop in an hour.
pub(crate) fn sign_ins_of_shop(tenant: &Tenant, hour: i64) -> Key {
    Key::new(tenant, format!("SIGNINS#{hour}"))
}

/// A session, by the digest of its secret.
pub(crate) fn session(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("SESSION#{digest}"))
}

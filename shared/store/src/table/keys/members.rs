//! The keys of members, sign-ins and sessions.

use domain::values::Tenant;

use super::Key;

/// A shop's members. They are one item, so that concurrent changes collide.
pub fn members(tenant: &Tenant) -> Key {
    Key::new(tenant, MEMBERS.to_owned())
}

/// The sort key to which members' sealed addresses are bound.
pub const MEMBERS: &str = "MEMBERS";

/// The partition of an identity's shops, by its blind index. It has no tenant, because people name no shop when they
/// sign in.
pub fn member_shops(index: &str) -> String {
    format!("MEMBER#{index}")
}

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

pub fn sign_in(id: &str) -> Key {
    Key::alone(format!("SIGNIN#{id}"))
}

/// The number of sign-in emails in a numbered hour. `index` is the identity's, for all that strangers request, or the
/// index of one known browser.
pub fn sign_ins_of(index: &str, hour: i64) -> Key {
    Key::alone(format!("SIGNINS#{index}#{hour}"))
}

pub fn invitations_of_shop(tenant: &Tenant, hour: i64) -> Key {
    Key::new(tenant, format!("SIGNINS#{hour}"))
}

pub fn session(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("SESSION#{digest}"))
}

//! The keys of members, sign-ins and sessions.

use domain::values::Tenant;

use super::Key;

/// A shop's members, in one item so that concurrent changes of them collide.
#[must_use]
pub fn members(tenant: &Tenant) -> Key {
    Key::new(tenant, MEMBERS.to_owned())
}

/// The sort key to which members' sealed addresses are bound.
pub const MEMBERS: &str = "MEMBERS";

/// The partition of an identity's shops, by its blind index. Of no tenant, because nobody names a shop when they sign in.
#[must_use]
pub fn member_shops(index: &str) -> String {
    format!("MEMBER#{index}")
}

/// A shop whose member has an identity.
#[must_use]
pub fn member_shop(index: &str, tenant: &Tenant) -> Key {
    let pk = member_shops(index);
    Key { sk: format!("{pk}#{tenant}"), pk }
}

/// A shop that invited an identity, which has not accepted. It is in the same partition, so that one query finds both, and
/// behind the others, so that no number of invitations hides a shop.
#[must_use]
pub fn member_invitation(index: &str, tenant: &Tenant) -> Key {
    let pk = member_shops(index);
    Key { sk: format!("{pk}@{tenant}"), pk }
}

/// The shop in the sort key of [`member_shop`] or [`member_invitation`], and whether it is that of a member.
#[must_use]
pub fn parse_member_shop(index: &str, sk: &str) -> Option<(Tenant, bool)> {
    let rest = sk.strip_prefix(&member_shops(index))?;
    let joined = rest.strip_prefix('#').map(|tenant| (tenant, true));
    let (tenant, is_joined) = joined.or_else(|| rest.strip_prefix('@').map(|tenant| (tenant, false)))?;
    Some((tenant.parse().ok()?, is_joined))
}

/// A sign-in, by its id.
#[must_use]
pub fn sign_in(id: &str) -> Key {
    Key::alone(format!("SIGNIN#{id}"))
}

/// Sign-in emails in a numbered hour: `index` is the identity's, for all that strangers ask for, or one asker's.
#[must_use]
pub fn sign_ins_of(index: &str, hour: i64) -> Key {
    Key::alone(format!("SIGNINS#{index}#{hour}"))
}

/// The number of invitations that left for a shop in a numbered hour.
#[must_use]
pub fn invitations_of_shop(tenant: &Tenant, hour: i64) -> Key {
    Key::new(tenant, format!("SIGNINS#{hour}"))
}

/// A session, by the digest of its secret.
#[must_use]
pub fn session(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("SESSION#{digest}"))
}

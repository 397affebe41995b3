//! An operation's surroundings.

use domain::Tenant;
use jiff::Timestamp;

use crate::AdminParts;
use crate::failure::Failure;

/// An operation's surroundings: what it may use, and when it runs.
pub(crate) struct Call<'a> {
    pub(crate) parts: &'a AdminParts,
    pub(crate) now: Timestamp,
}

/// The shop of an operation, by the words of its event.
pub(crate) fn tenant(tenant: &str, mode: &str) -> Result<Tenant, Failure> {
    Ok(Tenant::parse(tenant, mode)?)
}

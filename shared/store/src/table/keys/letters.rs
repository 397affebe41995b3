//! The keys of letters, and the partitions of the index `due` for them and for reviews that wait.

use domain::Tenant;

use super::{DUE_SHARDS, Key};

/// The prefix of letters' sort keys.
const LETTERS: &str = "LET#";

pub(crate) fn letter(tenant: &Tenant, name: &str) -> Key {
    Key::new(tenant, format!("{LETTERS}{name}"))
}

/// The name of a partition of the index `due` in which letters are, of which there are [`DUE_SHARDS`].
#[must_use]
pub fn letter_shard_name(shard: u64) -> String {
    format!("L#{:02}", shard % DUE_SHARDS)
}

/// The name of a partition of the index `due` in which reviews are that wait for their shop, of which there are
/// [`DUE_SHARDS`].
#[must_use]
pub fn waiting_shard_name(shard: u64) -> String {
    format!("R#{:02}", shard % DUE_SHARDS)
}

/// The tenant in a letter's key with the letter's name, as the `due` index returns it.
pub(crate) fn parse_letter<'a>(pk: &str, sk: &'a str) -> Option<(Tenant, &'a str)> {
    Some((tenant_of(pk)?, sk.strip_prefix(LETTERS)?))
}

/// The prefix of all reviews' sort keys, drafts and photos included.
const ALL_REVIEWS: &str = "REV#";

/// The tenant in a review's key, as the `due` index returns it.
pub(crate) fn parse_review(pk: &str, sk: &str) -> Option<Tenant> {
    sk.starts_with(ALL_REVIEWS).then(|| tenant_of(pk)).flatten()
}

fn tenant_of(pk: &str) -> Option<Tenant> {
    let (tenant, _) = pk.strip_prefix("T#")?.split_once('#')?;
    tenant.parse().ok()
}

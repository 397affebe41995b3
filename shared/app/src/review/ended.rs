//! What is recorded outside the table about a review that ended for good, so that it ends again after a restore of the table.

use domain::review::LedgerEntry;
use domain::values::{ReviewId, Tenant};
use jiff::Timestamp;

use crate::bucket::{Bucket, DECISIONS};
use crate::error::Error;

/// Records outside the table that a review ended for good: with the line of its history that says so if the shop `removed` it, or
/// without one if its author withdrew it. After a restore of the table, it ends again.
pub async fn record_end(
    bucket: &Bucket,
    (tenant, review): (&Tenant, ReviewId),
    removed: Option<&LedgerEntry>,
    now: Timestamp,
) -> Result<(), Error> {
    let json = serde_json::to_string(&removed).map_err(|error| Error::Internal(error.to_string()))?;
    bucket.put_json(&format!("{DECISIONS}{tenant}/ended/{review}.json"), json, now).await
}

/// The review whose record [`record_end`] wrote under this key; `None` if this is another key.
pub fn ended_review(key: &str) -> Option<(Tenant, ReviewId)> {
    let key = key.strip_prefix(DECISIONS)?.strip_suffix(".json")?;
    let (tenant, review) = key.split_once("/ended/")?;
    Some((tenant.parse().ok()?, ReviewId::parse(review).ok()?))
}

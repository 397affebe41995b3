//! The rows of a shop's stars at Shopify: how far they are, and what was last written.

use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::shop::audit::AuditEntry;
use store::table::{CommitError, DueKind, Error, Key, Part, Row, from_item, keys, packed, unpacked};

use super::integration::Rows;
use crate::rules::{ShopStars, WrittenStars};

#[derive(Clone, Default, Serialize, Deserialize)]
pub struct StarsRecord {
    pub stars: ShopStars,
    /// From when on reconcile looks whether public numbers have changed; `None` once it is read.
    #[serde(skip)]
    pub due_at: Option<Timestamp>,
    /// Grows by 1 with every step; 0 for a new row.
    #[serde(skip)]
    pub version: u64,
}

impl Row for StarsRecord {
    const KIND: &'static str = "stars at Shopify";
    const PART: Part = Part::Stars;
    type Id<'a> = ();

    fn key(tenant: &Tenant, (): ()) -> Key {
        keys::stars(tenant)
    }

    fn id(&self) {}

    store::table::versioned!();

    fn due(&self) -> Option<(String, Timestamp)> {
        Some((DueKind::Stars.shard_name(0), self.due_at?))
    }
}

/// At most 300 KB with 25,000 products. An item may have 400
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items>).
#[derive(Serialize, Deserialize)]
struct WrittenItem {
    written: ByteBuf,
}

impl Rows<'_> {
    pub(crate) async fn written_stars(&self, tenant: &Tenant) -> Result<WrittenStars, Error> {
        let Some(item) = self.0.get(&keys::written_stars(tenant)).await? else { return Ok(WrittenStars::default()) };
        let WrittenItem { written } = from_item(item)?;
        unpacked(&written, "what Shopify has")
    }

    /// Saves a step, with what was written by it. Later, reconcile looks whether the public numbers have changed more often than `up_to`,
    /// or at all for `None`.
    /// Errors: [`CommitError::Refused`] with [`Part::Stars`] if another run did the step.
    pub(crate) async fn save_stars(
        &self,
        tenant: &Tenant,
        stars: &StarsRecord,
        up_to: Option<i64>,
        written: Option<&WrittenStars>,
        entry: Option<&AuditEntry>,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        transaction.save(stars);
        if let Some(written) = written {
            let item = WrittenItem { written: packed(written)? };
            transaction.set(&keys::written_stars(tenant), &item);
        }
        transaction.note_in_shopify(up_to);
        entry.into_iter().for_each(|entry| transaction.record(entry));
        transaction.commit().await
    }

    /// Deletes the rows once nothing of ours is left in the shop.
    /// Errors: as [`save_stars`](Self::save_stars).
    pub(crate) async fn forget_stars(&self, tenant: &Tenant, stars: &StarsRecord) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        transaction.remove(stars);
        transaction.forget(&keys::written_stars(tenant));
        transaction.commit().await
    }
}

//! The rows of a shop's stars at Shopify: how far they are, and what was last written.

use aws_sdk_dynamodb::types::Delete;
use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::shop::audit::AuditEntry;
use store::table::{CommitError, DueKind, Error, Part, from_item, json, keys, number, packed, unpacked};

use super::integration::Rows;
use crate::rules::{ShopStars, WrittenStars};

#[derive(Clone, Default)]
pub struct StarsRecord {
    pub stars: ShopStars,
    /// Grows by 1 with every step; 0 for a new row.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct StarsItem {
    #[serde(with = "json")]
    stars: ShopStars,
    version: u32,
    // The item's place in the index `due`.
    due_shard: String,
    due_at: i64,
}

/// At most 300 KB with 25,000 products. An item may have 400
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items>).
#[derive(Serialize, Deserialize)]
struct WrittenItem {
    written: ByteBuf,
}

impl Rows<'_> {
    /// A shop's stars at Shopify; `None` if it never switched them on, or all are taken away.
    pub async fn stars(&self, tenant: &Tenant) -> Result<Option<StarsRecord>, Error> {
        let Some(item) = self.0.get(&keys::stars(tenant)).await? else { return Ok(None) };
        let StarsItem { stars, version, due_shard: _, due_at: _ } = from_item(item)?;
        Ok(Some(StarsRecord { stars, version }))
    }

    pub(crate) async fn written_stars(&self, tenant: &Tenant) -> Result<WrittenStars, Error> {
        let Some(item) = self.0.get(&keys::written_stars(tenant)).await? else { return Ok(WrittenStars::default()) };
        let WrittenItem { written } = from_item(item)?;
        unpacked(&written, "what Shopify has")
    }

    /// Saves a step, with what was written by it. From `due_at` on, reconcile looks whether the public numbers have changed more often
    /// than `up_to`, or at all for `None`.
    /// Errors: [`CommitError::Refused`] with [`Part::Stars`] if another run did the step.
    pub(crate) async fn save_stars(
        &self,
        tenant: &Tenant,
        StarsRecord { stars, version }: &StarsRecord,
        (due_at, up_to): (Timestamp, Option<i64>),
        written: Option<&WrittenStars>,
        entry: Option<&AuditEntry>,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        let due_shard = DueKind::Stars.shard_name(0);
        let item = StarsItem { stars: stars.clone(), version: version + 1, due_shard, due_at: due_at.as_millisecond() };
        let key = keys::stars(tenant);
        match version {
            0 => transaction.insert(Part::Stars, &key, &item),
            version => {
                transaction.put(Part::Stars, &key, &item, "version = :version", [(":version", number(version))]);
            }
        }
        if let Some(written) = written {
            let item = WrittenItem { written: packed(written)? };
            transaction.put(Part::Other, &keys::written_stars(tenant), &item, "", []);
        }
        transaction.note_in_shopify(up_to);
        entry.into_iter().for_each(|entry| transaction.record(entry));
        transaction.commit().await
    }

    /// Deletes the rows once nothing of ours is left in the shop.
    /// Errors: as [`save_stars`](Self::save_stars).
    pub(crate) async fn forget_stars(&self, tenant: &Tenant, version: u32) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        let unchanged = Delete::builder()
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(version));
        transaction.delete(Part::Stars, &keys::stars(tenant), unchanged);
        transaction.delete(Part::Other, &keys::written_stars(tenant), Delete::builder());
        transaction.commit().await
    }
}

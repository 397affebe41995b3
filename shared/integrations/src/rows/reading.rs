//! The row that says how far the reading of a shop's products is.

use aws_sdk_dynamodb::types::Delete;
use domain::values::{ShopSystem, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::table::{CommitError, DueKind, Error, Part, from_item, json, keys, number};
use vault::TenantKeys;

use super::integration::{IntegrationRecord, Rows};
use crate::rules::ReadingPlace;

/// If a queued step has not come so long after it was due, reconcile queues it again.
pub(crate) const STEP_QUEUED_FOR: SignedDuration = SignedDuration::from_mins(10);

#[derive(Clone)]
pub struct ReadingRecord {
    pub place: ReadingPlace,
    /// Grows by 1 with every step; 0 for a new row.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct ReadingItem {
    #[serde(with = "json")]
    place: ReadingPlace,
    version: u32,
    // The item's place in the index `due`.
    due_shard: String,
    due_at: i64,
}

impl Rows<'_> {
    /// The reading of a shop's products; `None` if it is over.
    pub async fn reading(&self, tenant: &Tenant, system: ShopSystem) -> Result<Option<ReadingRecord>, Error> {
        let Some(item) = self.0.get(&keys::reading(tenant, system)).await? else { return Ok(None) };
        let ReadingItem { place, version, due_shard: _, due_at: _ } = from_item(item)?;
        Ok(Some(ReadingRecord { place, version }))
    }

    /// Saves a step of a reading, together with what the connection says about it. Reconcile queues the next step at
    /// `due_at`; without one, the reading is over.
    /// Errors: [`CommitError::Refused`] with [`Part::Integration`] if the connection changed, or with [`Part::Reading`] if
    /// another run did the step.
    pub async fn save_reading(
        &self,
        tenant: &Tenant,
        connection: &IntegrationRecord,
        ReadingRecord { place, version }: &ReadingRecord,
        due_at: Option<Timestamp>,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        self.put_integration(&mut transaction, tenant, connection, keys)?;
        let key = keys::reading(tenant, connection.system);
        let read = || [(":version", number(*version))];
        match due_at {
            Some(due_at) => {
                let item = ReadingItem {
                    place: place.clone(),
                    version: version + 1,
                    due_shard: DueKind::Reading.shard_name(0),
                    due_at: due_at.as_millisecond(),
                };
                match version {
                    0 => transaction.insert(Part::Reading, &key, &item),
                    _ => transaction.put(Part::Reading, &key, &item, "version = :version", read()),
                }
            }
            None => {
                let unchanged = Delete::builder()
                    .condition_expression("version = :version")
                    .expression_attribute_values(":version", number(*version));
                transaction.delete(Part::Reading, &key, unchanged);
            }
        }
        transaction.commit().await
    }

    /// Ends the reading of a shop.
    pub async fn forget_reading(&self, tenant: &Tenant, system: ShopSystem) -> Result<(), Error> {
        self.0.remove(&keys::reading(tenant, system)).await
    }
}

//! The row that says how far the reading of a shop's products is.

use domain::values::{ShopSystem, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::table::{CommitError, DueKind, Error, Key, Part, Row, keys};
use vault::TenantKeys;

use super::integration::{IntegrationRecord, Rows};
use crate::rules::ReadingPlace;

/// If a queued step has not come so long after it was due, reconcile queues it again.
pub(crate) const STEP_QUEUED_FOR: SignedDuration = SignedDuration::from_mins(10);

#[derive(Clone, Serialize, Deserialize)]
pub struct ReadingRecord {
    pub system: ShopSystem,
    pub place: ReadingPlace,
    /// When reconcile queues the next step; `None` if the reading is over, and once it is read.
    #[serde(skip)]
    pub due_at: Option<Timestamp>,
    /// Grows by 1 with every step; 0 for a new row.
    #[serde(skip)]
    pub version: u64,
}

impl Row for ReadingRecord {
    const KIND: &'static str = "reading of a shop";
    const PART: Part = Part::Reading;
    type Id<'a> = ShopSystem;

    fn key(tenant: &Tenant, id: ShopSystem) -> Key {
        keys::reading(tenant, id)
    }

    fn id(&self) -> ShopSystem {
        self.system
    }

    store::table::versioned!();

    fn due(&self) -> Option<(String, Timestamp)> {
        Some((DueKind::Reading.shard_name(0), self.due_at?))
    }
}

impl Rows<'_> {
    /// Saves a step of a reading, together with what the connection says about it.
    /// Errors: [`CommitError::Refused`] with [`Part::Integration`] if the connection changed, or with [`Part::Reading`] if
    /// another run did the step.
    pub async fn save_reading(
        &self,
        tenant: &Tenant,
        connection: &IntegrationRecord,
        reading: &ReadingRecord,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        self.put_integration(&mut transaction, tenant, connection, keys)?;
        match reading.due_at {
            Some(_) => transaction.save(reading),
            None => transaction.remove(reading),
        }
        transaction.commit().await
    }

    /// Ends the reading of a shop.
    pub async fn forget_reading(&self, tenant: &Tenant, system: ShopSystem) -> Result<(), Error> {
        self.0.remove(&keys::reading(tenant, system)).await
    }
}

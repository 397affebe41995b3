//! The rows with the sealed key to a shop's system: its reading, as long as that goes on, and a key that is kept.

use aws_sdk_dynamodb::types::Delete;
use domain::values::{ShopSystem, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::table::{CommitError, DueKind, Error, Key, Part, Transaction, from_item, json, keys, number, open, seal};
use vault::TenantKeys;

use super::{IntegrationRecord, Rows};
use crate::rules::{LookPlace, ReadingPlace, ShopAccess};

/// The field to which the sealed key is bound.
const ACCESS: &str = "access";
/// If a queued step has not come so long after it was due, reconcile queues it again.
pub(crate) const STEP_QUEUED_FOR: SignedDuration = SignedDuration::from_mins(10);

/// Where the work with a key goes on.
pub trait KeyedPlace: Serialize + DeserializeOwned + Clone {
    fn key(tenant: &Tenant, system: ShopSystem) -> Key;
}

impl KeyedPlace for ReadingPlace {
    fn key(tenant: &Tenant, system: ShopSystem) -> Key {
        keys::reading(tenant, system)
    }
}

impl KeyedPlace for LookPlace {
    fn key(tenant: &Tenant, system: ShopSystem) -> Key {
        keys::kept_key(tenant, system)
    }
}

/// A key with which something is done in steps.
#[derive(Clone)]
pub struct KeyedRecord<P> {
    pub access: ShopAccess,
    pub place: P,
    /// Grows by 1 with every step; 0 for a new row.
    pub version: u32,
}

pub type ReadingRecord = KeyedRecord<ReadingPlace>;
pub type KeptKeyRecord = KeyedRecord<LookPlace>;

/// What a transaction does with a key.
pub enum KeyedChange<'a, P> {
    Nothing,
    /// A step was done. Reconcile queues the next one at this time.
    Step(&'a KeyedRecord<P>, Timestamp),
    End(&'a KeyedRecord<P>),
}

#[derive(Serialize, Deserialize)]
#[serde(bound = "P: KeyedPlace")]
struct KeyedItem<P> {
    access: ByteBuf,
    #[serde(with = "json")]
    place: P,
    version: u32,
    // The item's place in the index `due`.
    due_shard: String,
    due_at: i64,
}

impl Rows<'_> {
    /// The key for the reading of a shop's system, or the kept one; `None` if there is none.
    pub async fn keyed<P: KeyedPlace>(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        keys: &TenantKeys,
    ) -> Result<Option<KeyedRecord<P>>, Error> {
        let key = P::key(tenant, system);
        let Some(item) = self.0.get(&key).await? else { return Ok(None) };
        let KeyedItem::<P> { access, place, version, due_shard: _, due_at: _ } = from_item(item)?;
        Ok(Some(KeyedRecord { access: open(&access, &key.sk, ACCESS, keys)?, place, version }))
    }

    /// Whether a key to a shop's system is kept.
    pub async fn keeps_key(&self, tenant: &Tenant, system: ShopSystem) -> Result<bool, Error> {
        Ok(self.0.get(&keys::kept_key(tenant, system)).await?.is_some())
    }

    /// Saves what was done with a shop's keys, together with what the connection says about it.
    /// Errors: [`CommitError::Refused`] with [`Part::Integration`] if the connection changed, or with [`Part::Reading`] if
    /// another run did the step.
    pub async fn save_keyed(
        &self,
        tenant: &Tenant,
        connection: &IntegrationRecord,
        reading: KeyedChange<'_, ReadingPlace>,
        kept: KeyedChange<'_, LookPlace>,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        self.put_integration(&mut transaction, tenant, connection, keys)?;
        self.put_keyed(&mut transaction, tenant, connection.system, reading, keys)?;
        self.put_keyed(&mut transaction, tenant, connection.system, kept, keys)?;
        transaction.commit().await
    }

    fn put_keyed<P: KeyedPlace>(
        &self,
        transaction: &mut Transaction<'_>,
        tenant: &Tenant,
        system: ShopSystem,
        change: KeyedChange<'_, P>,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let key = P::key(tenant, system);
        match change {
            KeyedChange::Nothing => {}
            KeyedChange::Step(KeyedRecord { access, place, version }, due_at) => {
                let item = KeyedItem {
                    access: seal(access, &key.sk, ACCESS, keys, self.0.random())?,
                    place: place.clone(),
                    version: version + 1,
                    due_shard: DueKind::Reading.shard_name(0),
                    due_at: due_at.as_millisecond(),
                };
                match version {
                    0 => transaction.insert(Part::Reading, &key, &item),
                    read => {
                        transaction.put(Part::Reading, &key, &item, "version = :version", [(":version", number(read))]);
                    }
                }
            }
            KeyedChange::End(KeyedRecord { version, .. }) => {
                let unchanged = Delete::builder()
                    .condition_expression("version = :version")
                    .expression_attribute_values(":version", number(*version));
                transaction.delete(Part::Reading, &key, unchanged);
            }
        }
        Ok(())
    }

    /// Deletes both keys to a shop's system, of which nothing is read any more.
    pub async fn forget_keys(&self, tenant: &Tenant, system: ShopSystem) -> Result<(), Error> {
        self.0.remove(&keys::reading(tenant, system)).await?;
        self.0.remove(&keys::kept_key(tenant, system)).await
    }
}

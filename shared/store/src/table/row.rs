//! Kinds of items that a struct describes whole, and the one way in which they are read and written. Kinds by whose attributes a
//! condition decides, counters, and kinds with several forms of key have functions of their own.

use aws_sdk_dynamodb::types::ReturnValue;
use domain::values::Tenant;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::codec::{Attributes, from_item, json, number};
use super::error::{Error, Part};
use super::keys::Key;
use super::kinds;
use super::store::Store;
use super::transaction::Transaction;
use super::write::{change, done_if_met};

/// A kind of item that is this struct as JSON.
pub trait Row: Serialize + DeserializeOwned {
    /// The kind's name in [`KINDS`](kinds::KINDS).
    const KIND: &'static str;
    /// What refuses a transaction that has read another version.
    const PART: Part = Part::Other;
    /// What the key has besides the shop.
    type Id<'a>;

    fn key(tenant: &Tenant, id: Self::Id<'_>) -> Key;

    fn id(&self) -> Self::Id<'_>;

    /// Each save adds 1; 0 for a row that is not stored yet, or for a kind without versions.
    fn version(&self) -> u64 {
        0
    }

    #[must_use]
    fn at_version(self, _: u64) -> Self {
        self
    }

    /// When DynamoDB deletes the row, in seconds since 1970; `None` for never.
    fn ttl(&self) -> Option<i64> {
        None
    }

    /// The shard of the index `due`, and when reconcile looks at the row; `None` if nothing more will happen with it.
    fn due(&self) -> Option<(String, Timestamp)> {
        None
    }
}

/// The two methods of a [`Row`] whose version is its field `version`.
#[macro_export]
macro_rules! versioned {
    () => {
        fn version(&self) -> u64 {
            self.version
        }

        fn at_version(self, version: u64) -> Self {
            Self { version, ..self }
        }
    };
}

/// The attributes: the struct, and what conditions and DynamoDB need.
#[derive(Serialize, Deserialize)]
struct RowItem<R> {
    #[serde(with = "json", bound(serialize = "R: Serialize", deserialize = "R: DeserializeOwned"))]
    doc: R,
    version: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

impl<'a, R: Row> RowItem<&'a R> {
    fn new(row: &'a R, version: u64) -> Self {
        let (due_shard, due_at) = row.due().map(|(shard, at)| (shard, at.as_millisecond())).unzip();
        Self { doc: row, version, ttl: row.ttl(), due_shard, due_at }
    }
}

/// The row in an item.
pub fn read_row<R: Row>(item: Attributes) -> Result<R, Error> {
    let RowItem::<R> { doc, version, ttl: _, due_shard: _, due_at: _ /* derived */ } = from_item(item)?;
    Ok(doc.at_version(version))
}

fn key<R: Row>(tenant: &Tenant, id: R::Id<'_>) -> Key {
    let key = R::key(tenant, id);
    debug_assert!(kinds::is_of(R::KIND, &key.sk), "{} is not of the kind {}", key.sk, R::KIND);
    key
}

impl Store {
    /// A row; `None` if there is none.
    pub async fn one<R: Row>(&self, tenant: &Tenant, id: R::Id<'_>) -> Result<Option<R>, Error> {
        self.get(&key::<R>(tenant, id)).await?.map(read_row).transpose()
    }

    /// All rows whose sort keys begin with `prefix`, sorted by them.
    pub async fn all<R: Row>(&self, tenant: &Tenant, prefix: &str) -> Result<Vec<R>, Error> {
        self.starting(tenant, prefix).await?.into_iter().map(read_row).collect()
    }

    /// Writes a row, whatever there is under its key.
    pub async fn write<R: Row>(&self, tenant: &Tenant, row: &R) -> Result<(), Error> {
        self.put(&key::<R>(tenant, row.id()), &RowItem::new(row, row.version())).await
    }

    /// Writes a new row. `false` if its key is taken.
    pub async fn add<R: Row>(&self, tenant: &Tenant, row: &R) -> Result<bool, Error> {
        self.insert(&key::<R>(tenant, row.id()), &RowItem::new(row, row.version())).await
    }

    /// Writes a row over the one with this version. `false` if the table has another.
    pub(crate) async fn put_over<R: Row>(&self, tenant: &Tenant, row: &R, version: u64) -> Result<bool, Error> {
        self.replace(&key::<R>(tenant, row.id()), &RowItem::new(row, row.version()), version).await
    }

    /// Saves a row that was read as its next version. Returns whether nobody else saved it since.
    pub async fn save<R: Row + Clone>(&self, tenant: &Tenant, row: &mut R) -> Result<bool, Error> {
        let read = row.version();
        let next = row.clone().at_version(read + 1);
        let is_saved = self.put_over(tenant, &next, read).await?;
        if is_saved {
            *row = next;
        }
        Ok(is_saved)
    }

    /// Begins a run by counting it in the row's version, and returns the row; `None` if there is none. Earlier runs can then no
    /// longer save it.
    pub async fn begin_run<R: Row>(&self, tenant: &Tenant, id: R::Id<'_>) -> Result<Option<R>, Error> {
        // If the answer is lost, the client repeats the call and counts this run twice, which does no harm.
        let count = change("ADD version :one", "attribute_exists(PK)", [(":one", number(1))]);
        let count = self.update(&key::<R>(tenant, id), count)?.return_values(ReturnValue::AllNew);
        let counted = self.uncontended(|| count.clone().send()).await;
        let item = counted.as_ref().ok().and_then(|counted| counted.attributes.clone());
        if done_if_met(counted)? { item.map(read_row).transpose() } else { Ok(None) }
    }

    /// Saves the work of a run. `false` if another run began meanwhile.
    pub async fn save_run<R: Row>(&self, tenant: &Tenant, row: &R) -> Result<bool, Error> {
        self.put_over(tenant, row, row.version()).await
    }
}

impl Transaction<'_> {
    /// Writes a row, whatever there is under its key.
    pub fn write<R: Row>(&mut self, row: &R) {
        self.set(&key::<R>(self.tenant, row.id()), &RowItem::new(row, row.version()));
    }

    /// Saves a row as the version after the one that was read; 0 for a new one. Refused if the table has another version.
    pub fn save<R: Row>(&mut self, row: &R) {
        self.save_after(R::PART, row, row.version());
    }

    /// Saves a row as the version after `read`, which is 0 for a new row.
    pub(crate) fn save_after<R: Row>(&mut self, part: Part, row: &R, read: u64) {
        self.put_next(part, &key::<R>(self.tenant, row.id()), &RowItem::new(row, read + 1), read);
    }

    /// Deletes a row that was read. Refused if somebody saved it since.
    pub fn remove<R: Row>(&mut self, row: &R) {
        let values = [(":read", number(row.version()))];
        self.delete_if(R::PART, &key::<R>(self.tenant, row.id()), "version = :read", values);
    }
}

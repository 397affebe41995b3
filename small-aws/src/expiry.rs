//! Time to live: DynamoDB deletes an item some time after the instant in the item's attribute. Until then the item can
//! be read.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Mutex, PoisonError},
};

use dynoxide::Database;
use jiff::Timestamp;
use serde_json::Value;

use super::{
    dynamodb,
    stack::Table,
    wire::{Call, Service},
};

/// The longest time between an item's instant and its deletion, in seconds. DynamoDB names no limit, but "typically
/// within 48 hours" ("Why are the items with expired Time to Live not deleted", AWS Knowledge Center).
const LATE_S_MAX: u64 = 48 * 60 * 60;

/// The instants of items, in seconds since 1970, with their keys as JSON.
#[derive(Default)]
pub(super) struct Expiry(Mutex<BTreeSet<(i64, String)>>);

impl Expiry {
    /// Includes the items that are already in a table.
    pub(super) fn of(db: &Database, table: &Table) -> anyhow::Result<Self> {
        let expiry = Self::default();
        for item in dynamodb::rows(db, table, None)? {
            expiry.add(&table.key_of(&item), ttl_of(table, &item));
        }
        Ok(expiry)
    }

    pub(super) fn note(&self, db: &Database, table: &Table, call: &Call, body: &Value) {
        if call.service != Service::DynamoDb {
            return;
        }
        for (key, write) in dynamodb::writes(table, &call.operation, body) {
            let ttl = match write.get("Item") {
                Some(item) => ttl_of(table, item),
                None if sets(table, write) => ttl_of(table, &dynamodb::find(db, table, &key)),
                None => None,
            };
            self.add(&key, ttl);
        }
    }

    /// The keys of the items that must be deleted now.
    pub(super) fn take(&self, db: &Database, table: &Table, now: Timestamp) -> Vec<Value> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let later = all.split_off(&(now.as_second() + 1, String::new()));
        let over = std::mem::replace(&mut *all, later);
        drop(all);
        let keys = over.into_iter().filter_map(|(_, key)| serde_json::from_str::<Value>(&key).ok());
        keys.filter(|key| {
            // A later write may have moved the item's instant.
            let ttl = ttl_of(table, &dynamodb::find(db, table, key));
            let is_over = ttl.is_some_and(|ttl| deleted_at(ttl, &key.to_string()) <= now.as_second());
            if !is_over {
                self.add(key, ttl);
            }
            is_over
        })
        .collect()
    }

    fn add(&self, key: &Value, ttl: Option<i64>) {
        let Some(ttl) = ttl else { return };
        let key = key.to_string();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((deleted_at(ttl, &key), key));
    }
}

/// The instant of deletion: for an item the same at every run, and for all items spread over [`LATE_S_MAX`].
fn deleted_at(ttl: i64, key: &str) -> i64 {
    let mut hasher = DefaultHasher::new();
    (ttl, key).hash(&mut hasher);
    ttl.saturating_add_unsigned(hasher.finish() % LATE_S_MAX)
}

fn ttl_of(table: &Table, item: &Value) -> Option<i64> {
    item[table.time_to_live.as_ref()?]["N"].as_str()?.parse().ok()
}

fn sets(table: &Table, update: &Value) -> bool {
    let names = update["ExpressionAttributeNames"].as_object().into_iter().flatten();
    let texts = names.map(|(_, name)| name).chain([&update["UpdateExpression"]]).filter_map(Value::as_str);
    table.time_to_live.as_ref().is_some_and(|attribute| texts.into_iter().any(|text| text.contains(attribute)))
}

//! Rows in the table `local-aws`: everything outside the stack's table that a restart must not lose.

use std::{
    collections::BTreeMap,
    ops::Deref,
    sync::{Mutex, MutexGuard, PoisonError},
};

use anyhow::Context as _;
use dynoxide::{AttributeValue, Database, ImportOptions};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

use super::names::LOCAL_TABLE;

/// All rows of one kind. They are read from memory and written through to the file.
///
/// Only one process uses a file, so the memory is up to date. To check twenty times a second what is due next therefore
/// costs no query.
pub(super) struct Shelf<T> {
    db: Database,
    kind: String,
    rows: Mutex<BTreeMap<String, T>>,
}

pub(super) struct Rows<'a, T> {
    db: &'a Database,
    kind: &'a str,
    rows: MutexGuard<'a, BTreeMap<String, T>>,
}

impl<T: Serialize + DeserializeOwned> Shelf<T> {
    pub(super) fn open(db: &Database, kind: &str) -> anyhow::Result<Self> {
        let mut rows = BTreeMap::new();
        let mut query = json!({
            "TableName": LOCAL_TABLE,
            "KeyConditionExpression": "PK = :kind",
            "ExpressionAttributeValues": {":kind": {"S": kind}},
        });
        loop {
            let page = db.query(serde_json::from_value(query.clone())?)?;
            for item in page.items.unwrap_or_default() {
                let (Some(AttributeValue::S(id)), Some(AttributeValue::S(row))) = (item.get("SK"), item.get("row"))
                else {
                    anyhow::bail!("a row of {kind} in {LOCAL_TABLE} has another shape");
                };
                let row = serde_json::from_str(row).with_context(|| format!("row {id} of {kind} in {LOCAL_TABLE}"))?;
                rows.insert(id.clone(), row);
            }
            let Some(last) = page.last_evaluated_key else {
                break;
            };
            query["ExclusiveStartKey"] = serde_json::to_value(last)?;
        }
        Ok(Self { db: db.clone(), kind: kind.to_owned(), rows: Mutex::new(rows) })
    }

    /// Locks the shelf, so that its rows do not change until the guard is dropped.
    pub(super) fn lock(&self) -> Rows<'_, T> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        Rows { db: &self.db, kind: &self.kind, rows }
    }
}

impl<T: Serialize> Rows<'_, T> {
    /// Writes a row, to the file first.
    pub(super) fn put(&mut self, id: &str, row: T) -> dynoxide::Result<()> {
        let json = serde_json::to_string(&row)
            .map_err(|error| dynoxide::DynoxideError::InternalServerError(error.to_string()))?;
        let text = |value: &str| AttributeValue::S(value.to_owned());
        let item = [("PK", text(self.kind)), ("SK", text(id)), ("row", AttributeValue::S(json))]
            .map(|(name, value)| (name.to_owned(), value));
        // An import and not PutItem, because an email may be larger than DynamoDB's 400 KB.
        self.db.import_items(LOCAL_TABLE, vec![item.into()], ImportOptions::default())?;
        self.rows.insert(id.to_owned(), row);
        Ok(())
    }

    /// Deletes a row, from the file first; a missing row is no error.
    pub(super) fn remove(&mut self, id: &str) -> dynoxide::Result<Option<T>> {
        let text = |value: &str| AttributeValue::S(value.to_owned());
        self.db.delete_item(dynoxide::actions::delete_item::DeleteItemRequest {
            table_name: LOCAL_TABLE.to_owned(),
            key: [("PK".to_owned(), text(self.kind)), ("SK".to_owned(), text(id))].into(),
            ..Default::default()
        })?;
        Ok(self.rows.remove(id))
    }
}

impl<T> Deref for Rows<'_, T> {
    type Target = BTreeMap<String, T>;

    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

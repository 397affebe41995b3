//! The secondary index as functions see it: later than the table, as on DynamoDB.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use dynoxide::Database;
use http::Response;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::{
    dynamodb::{self, create_table},
    stack::{Stack, Table},
    wire::{Call, Service},
};

/// How far the index lags behind the table. AWS names no limit; the lag is usually well below a second.
const LAG: SignedDuration = SignedDuration::from_secs(1);

/// A copy of the table's rows, [`LAG`] old, that answers queries of the index.
pub(super) struct LaggingIndex {
    stack: Arc<Stack>,
    copy: Database,
    /// The keys of written rows, and when the copy receives them.
    written: Mutex<VecDeque<(Timestamp, Value)>>,
}

impl LaggingIndex {
    /// The index of a table, without lag for the rows that exist.
    pub(super) fn of(db: &Database, stack: &Arc<Stack>, now: Timestamp) -> anyhow::Result<Self> {
        let (copy, table) = (Database::memory()?, &stack.table);
        create_table(&copy, table)?;
        let rows = dynamodb::rows(db, table, Some(&table.index))?;
        let written = rows.iter().map(|row| (now, table.key_of(row))).collect();
        Ok(Self { stack: stack.clone(), copy, written: Mutex::new(written) })
    }

    /// Answers a query of the index; `None` for any other call.
    pub(super) fn answer(&self, db: &Database, call: &Call, body: &Value, now: Timestamp) -> Option<Response<Bytes>> {
        let is_query = call.service == Service::DynamoDb && call.operation == "Query";
        if !is_query || body.get("IndexName").is_none() {
            return None;
        }
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        while written.front().is_some_and(|(at, _)| *at <= now) {
            let (_, key) = written.pop_front()?;
            self.refresh(db, &key).ok()?;
        }
        Some(dynamodb::answer(&self.copy, call, body))
    }

    pub(super) fn note(&self, call: &Call, body: &Value, now: Timestamp) {
        let keys = dynamodb::written(&self.stack.table, call, body);
        if !keys.is_empty() {
            let at = now.saturating_add(LAG).unwrap_or(now);
            let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
            written.extend(keys.into_iter().map(|key| (at, key)));
        }
    }

    fn refresh(&self, db: &Database, key: &Value) -> anyhow::Result<()> {
        let Table { name, index_key, .. } = &self.stack.table;
        let get = db.get_item(serde_json::from_value(json!({"TableName": name, "Key": key}))?)?;
        let item = serde_json::to_value(&get)?;
        match item["Item"].as_object().filter(|item| item.contains_key(index_key)) {
            Some(item) => {
                let item: Map<_, _> = item.clone();
                self.copy.put_item(serde_json::from_value(json!({"TableName": name, "Item": item}))?)?;
            }
            None => {
                self.copy.delete_item(serde_json::from_value(json!({"TableName": name, "Key": key}))?)?;
            }
        }
        Ok(())
    }
}

//! Transactions that are under way. DynamoDB refuses a second one that has an item in common with the first, and single
//! writes to such an item ("Amazon DynamoDB Transactions: How it works", transaction conflict handling).

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use serde_json::{Value, json};

use super::wire::{Call, Refusal, Service};

/// The keys of the items that transactions are changing now.
#[derive(Clone, Default)]
pub(super) struct Conflicts(Arc<Mutex<BTreeSet<String>>>);

/// One transaction while it is under way; it ends when this is dropped.
pub(super) struct Ongoing {
    all: Conflicts,
    keys: Vec<String>,
}

const MESSAGE: &str = "Transaction is ongoing for the item";

impl Conflicts {
    /// Begins a call.
    ///
    /// # Errors
    /// What DynamoDB answers to a call that conflicts with a transaction.
    pub(super) fn begin(&self, call: &Call, body: &Bytes) -> Result<Option<Ongoing>, Refusal> {
        if call.service != Service::DynamoDb {
            return Ok(None);
        }
        let parse = || serde_json::from_slice::<Value>(body).unwrap_or_default();
        match call.operation.as_str() {
            "TransactWriteItems" => self.begin_transaction(&parse()).map(Some),
            "TransactGetItems" => self.begin_transaction(&parse()).map(|_| None),
            "PutItem" | "UpdateItem" | "DeleteItem" => self.check_single(&parse()).map(|()| None),
            _ => Ok(None),
        }
    }

    fn begin_transaction(&self, body: &Value) -> Result<Ongoing, Refusal> {
        let parts = body["TransactItems"].as_array().into_iter().flatten();
        let keys: Vec<_> = parts.filter_map(|part| part.as_object()?.values().next().map(key)).collect();
        let mut ongoing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.iter().any(|key| ongoing.contains(key)) {
            let reason = |key| match ongoing.contains(key) {
                true => json!({"Code": "TransactionConflict", "Message": MESSAGE}),
                false => json!({"Code": "None"}),
            };
            let codes = keys.iter().map(|key| if ongoing.contains(key) { "TransactionConflict" } else { "None" });
            let message = format!(
                "Transaction cancelled, please refer cancellation reasons for specific reasons [{}]",
                codes.collect::<Vec<_>>().join(", ")
            );
            let reasons = keys.iter().map(reason).collect();
            return Err(Refusal::bad("TransactionCanceledException", message).with("CancellationReasons", reasons));
        }
        ongoing.extend(keys.iter().cloned());
        Ok(Ongoing { all: self.clone(), keys })
    }

    fn check_single(&self, body: &Value) -> Result<(), Refusal> {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&key(body)) {
            true => Err(Refusal::bad("TransactionConflictException", MESSAGE)),
            false => Ok(()),
        }
    }
}

impl Drop for Ongoing {
    fn drop(&mut self) {
        let mut ongoing = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in &self.keys {
            ongoing.remove(key);
        }
    }
}

/// The table and key of what a write is about: its `Key`, or its `Item`'s.
fn key(write: &Value) -> String {
    let key = if write["Key"].is_object() { &write["Key"] } else { &write["Item"] };
    format!("{}\n{}\n{}", write["TableName"], key["PK"], key["SK"])
}

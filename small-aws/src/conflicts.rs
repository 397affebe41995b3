//! Running transactions. DynamoDB rejects a transaction or a single write that shares an item with one of them ("Amazon
//! DynamoDB Transactions: How it works", transaction conflict handling).

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::Value;

use super::{
    dynamodb,
    stack::Table,
    wire::{Call, Refusal},
};

#[derive(Clone, Default)]
pub(super) struct Conflicts(Arc<Mutex<BTreeSet<String>>>);

/// A running transaction. It ends when this value is dropped.
pub(super) struct Ongoing {
    all: Conflicts,
    keys: Vec<String>,
}

const MESSAGE: &str = "Transaction is ongoing for the item";

impl Conflicts {
    /// Begins a call.
    /// Errors: DynamoDB's error if the call conflicts with a transaction.
    pub(super) fn begin(&self, table: &Table, call: &Call, body: &Value) -> Result<Option<Ongoing>, Refusal> {
        let keys: Vec<_> = dynamodb::written(table, call, body).iter().map(Value::to_string).collect();
        let mut ongoing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken: Vec<_> = keys.iter().map(|key| ongoing.contains(key)).collect();
        match (call.operation == "TransactWriteItems", taken.contains(&true)) {
            (true, true) => Err(Refusal::cancelled(&taken, "TransactionConflict", MESSAGE)),
            (false, true) => Err(Refusal::bad("TransactionConflictException", MESSAGE)),
            (true, false) => {
                ongoing.extend(keys.iter().cloned());
                Ok(Some(Ongoing { all: self.clone(), keys }))
            }
            (false, false) => Ok(None),
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

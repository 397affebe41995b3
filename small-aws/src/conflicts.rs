//! Running transactions. DynamoDB rejects a transaction or a single write that shares an item with one of them ("Amazon
//! DynamoDB Transactions: How it works", transaction conflict handling).

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::{Value, json};

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
        match call.operation.as_str() {
            "TransactWriteItems" => self.begin_transaction(keys).map(Some),
            _ => self.check_single(&keys).map(|()| None),
        }
    }

    fn begin_transaction(&self, keys: Vec<String>) -> Result<Ongoing, Refusal> {
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

    fn check_single(&self, keys: &[String]) -> Result<(), Refusal> {
        let ongoing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match keys.iter().any(|key| ongoing.contains(key)) {
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

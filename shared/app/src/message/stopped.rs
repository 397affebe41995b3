//! Numbers that replied `STOP`. No shop writes to them, because all shops send from the same number.

use std::sync::Arc;

use domain::values::Phone;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::table::Store;
use vault::Vault;

use crate::caller::Author;
use crate::error::Error;

/// Records numbers that replied `STOP`, and lifts such blocks.
#[derive(Clone)]
pub struct StoppedNumbers {
    pub store: Store,
    /// Unwraps the service's keys, which make the blind index of a number.
    pub vault: Arc<Vault>,
}

impl StoppedNumbers {
    /// Stops every shop from writing to the number. If there are several replies, the latest counts, in whatever order
    /// they are read.
    pub async fn stop(&self, number: &Phone, at: Timestamp, now: Timestamp) -> Result<(), Error> {
        Ok(self.store.stop_number(&self.index(number, now).await?, at).await?)
    }

    /// Lets shops write to the number again, unless it replied `STOP` at this time or later. Returns whether it was
    /// blocked.
    pub async fn lift(&self, number: &Phone, at: Timestamp, now: Timestamp) -> Result<bool, Error> {
        Ok(self.store.lift_stop(&self.index(number, now).await?, at).await?)
    }

    /// Lifts the block for an operator. The audit log records this first, with the number's blind index.
    pub async fn lift_for(&self, operator: &Author, number: &Phone, now: Timestamp) -> Result<bool, Error> {
        let index = self.index(number, now).await?;
        let entry = operator.entry("lift_stop", &index, [json!({"stopped": true}), Value::Null], now);
        if self.store.is_stopped(&index).await? {
            self.store.record(None, &entry).await?;
        }
        Ok(self.store.lift_stop(&index, now).await?)
    }

    async fn index(&self, number: &Phone, now: Timestamp) -> Result<String, Error> {
        let service = self.store.service().await?.ok_or_else(|| Error::Internal("no shop is set up yet".to_owned()))?;
        Ok(self.vault.service(&service.root, now).await?.stop_index(number))
    }
}

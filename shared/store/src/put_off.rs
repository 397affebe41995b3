//! Puts off when reconcile looks at rows of the index `due`. After an outage there are many, so that a call for each would be
//! most of what a run does.

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use futures_util::{StreamExt as _, stream};
use jiff::Timestamp;

use crate::table::{Attributes, Error, Key, Store, done_if_met, milliseconds};

/// Updates that are sent at once, each by itself.
const PARALLEL: usize = 32;

/// A row of the index that is to be looked at later than it says.
pub(crate) struct PutOff {
    /// The row's key in the table.
    pub(crate) key: Key,
    /// When it says.
    pub(crate) due_at: Timestamp,
    /// When to look at it instead.
    pub(crate) until: Timestamp,
}

impl Store {
    /// Puts off at most 100 rows, and returns with each what `read` makes of its item. It leaves out those that are due at
    /// another time by now, and those that somebody else was first to put off.
    pub(crate) async fn put_off_rows<T, R>(
        &self,
        rows: Vec<(T, PutOff)>,
        nudged_at: Option<Timestamp>,
        read: impl Fn(&T, Attributes) -> Result<R, Error>,
    ) -> Result<Vec<(T, Result<R, Error>)>, Error> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let mut items = self.batch(rows.iter().map(|(_, row)| row.key.clone()).collect()).await?;
        let (mut found, mut updates) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
        for (row, put_off) in rows {
            // The index lags behind the table, and a row that changed would cancel the transaction.
            let is_due = |item: &Attributes| item.get("due_at") == Some(&milliseconds(put_off.due_at));
            if let Some(item) = items.remove(&put_off.key).filter(is_due) {
                found.push((row, item));
                updates.push(self.put_off_update(&put_off, nudged_at)?);
            }
        }
        let done = self.update_all(updates).await?;
        let outcome = |((row, item), done): (_, Result<bool, Error>)| {
            let item = done.map(|done| done.then_some(item)).transpose()?;
            let read = item.and_then(|item| read(&row, item));
            Some((row, read))
        };
        Ok(found.into_iter().zip(done).filter_map(outcome).collect())
    }

    fn put_off_update(&self, row: &PutOff, nudged_at: Option<Timestamp>) -> Result<Update, Error> {
        let mut update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(row.key.attributes()))
            .update_expression("SET due_at = :until")
            .condition_expression("due_at = :due")
            .expression_attribute_values(":until", milliseconds(row.until))
            .expression_attribute_values(":due", milliseconds(row.due_at));
        if let Some(at) = nudged_at {
            update = update
                .update_expression("SET due_at = :until, nudged_at = :now")
                .expression_attribute_values(":now", milliseconds(at));
        }
        update.build().map_err(|error| Error::Refused(error.to_string()))
    }

    /// Makes these updates, in one transaction if nobody else is changing any of the items, or else each by itself: one item
    /// delays no other. Returns whether the condition of each was met.
    async fn update_all(&self, updates: Vec<Update>) -> Result<Vec<Result<bool, Error>>, Error> {
        // In a transaction an update costs twice as much.
        if updates.len() > 1 {
            let writes = updates.iter().map(|update| TransactWriteItem::builder().update(update.clone()).build());
            let sent = self.client.transact_write_items().set_transact_items(Some(writes.collect())).send().await;
            match sent {
                Ok(_) => return Ok(updates.iter().map(|_| Ok(true)).collect()),
                Err(error) => match error.as_service_error() {
                    Some(TransactWriteItemsError::TransactionCanceledException(_)) => {}
                    _ => return Err(error.into()),
                },
            }
        }
        let alone: Vec<_> = updates.into_iter().map(|update| self.update_alone(update)).collect();
        Ok(stream::iter(alone).buffered(PARALLEL).collect().await)
    }

    async fn update_alone(&self, update: Update) -> Result<bool, Error> {
        done_if_met(self.uncontended(|| self.update_item(update.clone()).send()).await)
    }
}

//! Atomic writes: one `TransactWriteItems`. If it fails, the error says which parts' conditions were not met.

use std::collections::{BTreeMap, HashMap};
use std::mem;

use aws_sdk_dynamodb::error::{BuildError, ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::builders::{
    ConditionCheckBuilder, DeleteBuilder, TransactWriteItemBuilder, UpdateBuilder,
};
use aws_sdk_dynamodb::types::{
    AttributeValue, CancellationReason, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure,
    TransactWriteItem, Update,
};
use domain::values::{EventId, Tenant, WebhookId};
use serde::Serialize;

use super::codec::{Attributes, number, to_item};
use super::error::{CommitError, Error, Part, Refused};
use super::keys::{self, Key};
use super::store::Store;
use super::write::{CONTENDED_TRIES, change, named, names};

/// A transaction that is being built. [`commit`](Self::commit) writes it.
pub struct Transaction<'a> {
    pub(crate) store: &'a Store,
    pub(crate) tenant: &'a Tenant,
    writes: Vec<(Part, TransactWriteItem)>,
    /// By how much each of the tenant's totals changes.
    totals: BTreeMap<String, i64>,
    /// The number at the end of the next event's id; `None` before the first event.
    pub(crate) next_event: Option<u16>,
    announced: Vec<(WebhookId, EventId)>,
    pub(crate) failure: Option<CommitError>,
}

impl Store {
    pub fn transaction<'a>(&'a self, tenant: &'a Tenant) -> Transaction<'a> {
        Transaction {
            store: self,
            tenant,
            writes: Vec::with_capacity(8),
            totals: BTreeMap::new(),
            next_event: None,
            announced: Vec::new(),
            failure: None,
        }
    }
}

impl Transaction<'_> {
    /// Writes everything or nothing, then wakes the sender for webhook events that were written. Retries if it collides
    /// with other transactions only on [`Part::Other`], on which nothing depends.
    /// Errors: [`CommitError::Refused`] names every condition that was not met, [`CommitError::Conflict`] every other
    /// part on which it collided; [`CommitError::Vault`] if a field could not be sealed; [`CommitError::Store`] if
    /// DynamoDB failed.
    pub async fn commit(mut self) -> Result<(), CommitError> {
        self.write_totals();
        let Self { store, tenant, writes, totals: _, next_event: _, announced, failure } = self;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let (parts, items): (Vec<Part>, Vec<TransactWriteItem>) = writes.into_iter().unzip();
        for attempt in 0..CONTENDED_TRIES {
            let sent = store.client.transact_write_items().set_transact_items(Some(items.clone())).send().await;
            let error = match sent {
                Ok(_) => {
                    if let (Some(outbox), false) = (&store.outbox, announced.is_empty()) {
                        outbox.wake(tenant, &announced).await;
                    }
                    return Ok(());
                }
                Err(error) => error,
            };
            let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = error.as_service_error()
            else {
                return Err(Error::from(error).into());
            };
            let refused = refused(&parts, cancelled.cancellation_reasons())?;
            if !refused.is_empty() {
                return Err(CommitError::Refused(refused));
            }
            let collided = collided(&parts, cancelled.cancellation_reasons());
            if !collided.is_empty() {
                return Err(CommitError::Conflict(collided));
            }
            store.pause(attempt).await;
        }
        Err(CommitError::Conflict(vec![Part::Other]))
    }

    /// If the transaction is a single put or update, writes it as an ordinary call, which costs half as much and
    /// collides only with transactions. Otherwise does the same as [`commit`](Self::commit).
    ///
    /// If the answer is lost, the call is repeated and may then be refused because of its own write. So use this only
    /// if the caller reads the item again.
    /// Errors: Same as [`commit`](Self::commit), but [`CommitError::Refused`] names no owner.
    pub async fn commit_alone(self) -> Result<(), CommitError> {
        let (None, true, [(part, write)]) = (&self.failure, self.totals.is_empty(), self.writes.as_slice()) else {
            return self.commit().await;
        };
        match write {
            TransactWriteItem { put: Some(put), .. } => alone(*part, self.store.put_item(put.clone()).send().await),
            TransactWriteItem { update: Some(update), .. } => {
                alone(*part, self.store.update_item(update.clone()).send().await)
            }
            _ => self.commit().await,
        }
    }

    pub const fn tenant(&self) -> &Tenant {
        self.tenant
    }

    /// Records an event that the transaction writes, so that the outbox gets it.
    pub(crate) fn announced(&mut self, delivery: (WebhookId, EventId)) {
        if self.store.outbox.is_none() {
            self.failure = Some(Error::Refused("a table without an outbox writes no events".to_owned()).into());
        }
        self.announced.push(delivery);
    }

    /// Changes one of the tenant's totals. All totals that a transaction changes are in one item.
    pub(crate) fn add_to_total(&mut self, name: impl Into<String>, by: i64) {
        *self.totals.entry(name.into()).or_default() += by;
    }

    fn write_totals(&mut self) {
        let totals = mem::take(&mut self.totals);
        if !totals.is_empty() {
            let key = keys::totals(self.tenant, self.store.random.below(keys::COUNTER_SHARDS));
            self.add_to(&key, &totals);
        }
    }

    /// Adds to attributes of an item, which need not exist.
    pub(crate) fn add_to(&mut self, key: &Key, sums: &BTreeMap<String, i64>) {
        let (mut update, mut adds) = (Update::builder(), Vec::with_capacity(sums.len()));
        for (place, (name, by)) in sums.iter().enumerate() {
            adds.push(format!("{name} :{place}"));
            update = update.expression_attribute_values(format!(":{place}"), number(by));
        }
        self.update(Part::Other, key, update.update_expression(format!("ADD {}", adds.join(", "))));
    }

    /// Sets these fields of an item and leaves its other fields as they are, if the item meets a condition that
    /// contains no values.
    pub(crate) fn set_if(&mut self, part: Part, key: &Key, fields: &impl Serialize, condition: &str) {
        if let Some(fields) = self.made(serde_dynamo::to_item(fields).map_err(Error::from)) {
            self.set_attributes(part, key, fields, condition);
        }
    }

    pub(crate) fn set_attributes(&mut self, part: Part, key: &Key, fields: Attributes, condition: &str) {
        let (mut update, mut sets) = (Update::builder(), Vec::with_capacity(fields.len()));
        for (number, (name, value)) in fields.into_iter().enumerate() {
            sets.push(format!("#{number} = :{number}"));
            update = update
                .expression_attribute_names(format!("#{number}"), name)
                .expression_attribute_values(format!(":{number}"), value);
        }
        if !condition.is_empty() {
            update = update.condition_expression(condition);
        }
        self.update(part, key, update.update_expression(format!("SET {}", sets.join(", "))));
    }

    /// Writes an item unless its key is taken.
    pub fn insert(&mut self, part: Part, key: &Key, fields: &impl Serialize) {
        self.put(part, key, fields, "attribute_not_exists(PK)", []);
    }

    /// Writes an item if the current one meets a condition, or in any case for `""`.
    pub fn put<const N: usize>(
        &mut self,
        part: Part,
        key: &Key,
        fields: &impl Serialize,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) {
        self.replace(part, key, fields, condition.to_owned(), named(values).unwrap_or_default());
    }

    /// Like [`put`](Self::put), with as many values as the condition turned out to need.
    pub(crate) fn replace(
        &mut self,
        part: Part,
        key: &Key,
        fields: &impl Serialize,
        condition: String,
        values: HashMap<String, AttributeValue>,
    ) {
        let Some(item) = self.made(to_item(key, fields)) else { return };
        let condition = Some(condition).filter(|condition| !condition.is_empty());
        let values = Some(values).filter(|values| !values.is_empty());
        let owner = part.owner().filter(|_| condition.is_some()).map(|_| ReturnValuesOnConditionCheckFailure::AllOld);
        let put = Put::builder().table_name(&self.store.table).set_item(Some(item));
        let put = put.set_condition_expression(condition).set_expression_attribute_values(values);
        self.add(part, put.set_return_values_on_condition_check_failure(owner).build(), TransactWriteItemBuilder::put);
    }

    /// Writes an item, whatever there is under its key.
    pub fn set(&mut self, key: &Key, fields: &impl Serialize) {
        self.put(Part::Other, key, fields, "", []);
    }

    /// Writes an item as the version after `read`, which is 0 for a new item. Refused if the table has another version.
    pub fn put_next(&mut self, part: Part, key: &Key, fields: &impl Serialize, read: impl Into<u64>) {
        match read.into() {
            0 => self.insert(part, key, fields),
            read => self.put(part, key, fields, "version = :read", [(":read", number(read))]),
        }
    }

    /// What was made for the transaction. It fails if that could not be made.
    pub(crate) fn made<T, E: Into<CommitError>>(&mut self, made: Result<T, E>) -> Option<T> {
        made.map_err(|error| self.failure = Some(error.into())).ok()
    }

    /// A [`change`] of an item.
    pub fn change<const N: usize>(
        &mut self,
        part: Part,
        key: &Key,
        set: &str,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) {
        self.update(part, key, change(set, condition, values));
    }

    pub(crate) fn update(&mut self, part: Part, key: &Key, update: UpdateBuilder) {
        let update = update.table_name(&self.store.table).set_key(Some(key.attributes()));
        self.add(part, update.build(), TransactWriteItemBuilder::update);
    }

    pub(crate) fn delete(&mut self, part: Part, key: &Key, delete: DeleteBuilder) {
        let delete = delete.table_name(&self.store.table).set_key(Some(key.attributes()));
        self.add(part, delete.build(), TransactWriteItemBuilder::delete);
    }

    /// Deletes an item, if there is one.
    pub fn forget(&mut self, key: &Key) {
        self.delete(Part::Other, key, Delete::builder());
    }

    /// Deletes an item that meets a condition.
    pub fn delete_if<const N: usize>(
        &mut self,
        part: Part,
        key: &Key,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) {
        let delete = Delete::builder().condition_expression(condition);
        let delete = delete.set_expression_attribute_names(names(&[condition]));
        self.delete(part, key, delete.set_expression_attribute_values(named(values)));
    }

    /// Refuses the transaction unless an item meets a condition.
    pub(crate) fn require<const N: usize>(
        &mut self,
        part: Part,
        key: &Key,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) {
        let owner = part.owner().map(|_| ReturnValuesOnConditionCheckFailure::AllOld);
        let check = ConditionCheck::builder().condition_expression(condition);
        let check = check.set_expression_attribute_values(named(values));
        self.check(part, key, check.set_return_values_on_condition_check_failure(owner));
    }

    pub(crate) fn check(&mut self, part: Part, key: &Key, check: ConditionCheckBuilder) {
        let check = check.table_name(&self.store.table).set_key(Some(key.attributes()));
        self.add(part, check.build(), TransactWriteItemBuilder::condition_check);
    }

    fn add<T>(
        &mut self,
        part: Part,
        built: Result<T, BuildError>,
        wrap: impl FnOnce(TransactWriteItemBuilder, T) -> TransactWriteItemBuilder,
    ) {
        if let Some(write) = self.made(built.map_err(|error| Error::Refused(error.to_string()))) {
            self.writes.push((part, wrap(TransactWriteItem::builder(), write).build()));
        }
    }
}

fn alone<T, E>(part: Part, sent: Result<T, SdkError<E>>) -> Result<(), CommitError>
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    match sent {
        Ok(_) => Ok(()),
        Err(error) => Err(match error.code() {
            Some("ConditionalCheckFailedException") => CommitError::Refused(vec![Refused { part, owner: None }]),
            Some("TransactionConflictException") => CommitError::Conflict(vec![part]),
            _ => Error::from(error).into(),
        }),
    }
}

/// The conditions that were not met; empty if the transaction only collided with others.
fn refused(parts: &[Part], reasons: &[CancellationReason]) -> Result<Vec<Refused>, Error> {
    let mut refused = Vec::new();
    for (&part, reason) in parts.iter().zip(reasons) {
        match reason.code() {
            Some("ConditionalCheckFailed") => refused.push(Refused { part, owner: owner(part, reason)? }),
            None | Some("None" | "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded") => {}
            Some(code) => return Err(Error::Refused(code.to_owned())),
        }
    }
    Ok(refused)
}

/// The parts that other transactions were changing, except [`Part::Other`], on which nothing depends.
fn collided(parts: &[Part], reasons: &[CancellationReason]) -> Vec<Part> {
    let pairs = parts.iter().zip(reasons);
    let collided = pairs.filter(|(_, reason)| reason.code() == Some("TransactionConflict"));
    collided.map(|(&part, _)| part).filter(|&part| part != Part::Other).collect()
}

fn owner(part: Part, reason: &CancellationReason) -> Result<Option<u64>, Error> {
    let (Some(attribute), Some(item)) = (part.owner(), reason.item()) else { return Ok(None) };
    let id = item.get(attribute).and_then(|id| id.as_n().ok()?.parse().ok());
    id.map(Some).ok_or_else(|| Error::Unreadable("the owner of what is taken".to_owned()))
}

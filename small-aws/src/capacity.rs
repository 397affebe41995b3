//! Throttling: DynamoDB rejects calls to a partition key that is read or written too much within a second.
//!
//! As in DynamoDB's token buckets, a call is accepted while its partition keys have units left, and its cost is counted
//! afterwards. There is no burst capacity here, because AWS promises none.

use std::{
    collections::BTreeMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use dynoxide::{Database, types::item_size};
use http::{Response, StatusCode};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{
    access::queried,
    dynamodb,
    stack::{Stack, Table},
    wire::Refusal,
};

/// The units that each partition key in the table and in the index may use within a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartitionUnits {
    /// Write units: one for each KB begun, two in a transaction.
    pub write: u32,
    /// Read units: one for each 4 KB begun, half a unit if the read need not be consistent.
    pub read: u32,
}

impl PartitionUnits {
    /// The quota of every table, whatever its billing mode ("Service, account, and table quotas in Amazon DynamoDB").
    pub const DYNAMODB: Self = Self { write: 1_000, read: 3_000 };
    /// Throttles no call, but [`Units`] are counted.
    pub const UNLIMITED: Self = Self { write: u32::MAX, read: u32::MAX };
}

/// The costs of calls, in the units that DynamoDB bills.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Units {
    pub write: f64,
    pub index_write: f64,
    pub read: f64,
}

pub(super) struct Capacity {
    stack: Arc<Stack>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    limit: Option<PartitionUnits>,
    /// The second that is being counted, and the half units that each partition key has used in it.
    second: i64,
    spent: BTreeMap<Partition, u32>,
    units: Units,
    refused: usize,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Partition {
    is_index: bool,
    key: String,
    is_write: bool,
}

/// An accepted call, which is counted when it is done.
pub(super) struct Taken {
    reads: Vec<Partition>,
    half_units_a_read: u32,
    writes: Vec<Write>,
    half_units_a_write: u32,
    left_out: Vec<Value>,
}

struct Write {
    key: Value,
    before: Value,
}

const MESSAGE: &str = "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling \
                       your table or index so please try again shortly. If exceptions persist, check if you have a hot \
                       key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";

impl Capacity {
    pub(super) fn new(stack: &Arc<Stack>) -> Self {
        Self { stack: stack.clone(), state: Mutex::default() }
    }

    pub(super) fn set(&self, limit: Option<PartitionUnits>) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = State { limit, ..State::default() };
    }

    /// The units of all partition keys since the last call of this method.
    pub(super) fn take_units(&self) -> Units {
        mem::take(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner).units)
    }

    /// The writes that were rejected since the last call of this method, each counted alone, as `WriteThrottleEvents`
    /// does.
    pub(super) fn take_refused(&self) -> usize {
        mem::take(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner).refused)
    }

    /// Accepts a call without the throttled part of a batch; `None` if throttling is off.
    /// Errors: DynamoDB's error for a throttled call.
    pub(super) fn take(
        &self,
        db: &Database,
        operation: &str,
        body: &mut Value,
        now: Timestamp,
    ) -> Result<Option<Taken>, Refusal> {
        if self.state.lock().unwrap_or_else(PoisonError::into_inner).limit.is_none() {
            return Ok(None);
        }
        let is_transaction = operation.starts_with("Transact");
        let mut writes = Vec::new();
        let mut throttled = Vec::new();
        let table = &self.stack.table;
        for (key, write) in dynamodb::writes(table, operation, body) {
            let given = &write["Item"];
            let before = dynamodb::find(db, table, &key);
            let partitions = [Some(base(table, &key, true)), index(table, &before), index(table, given)];
            throttled.push(partitions.iter().flatten().any(|partition| self.is_spent(partition, now)));
            writes.push(Write { key, before });
        }
        let refused = throttled.iter().filter(|throttled| **throttled).count();
        self.state.lock().unwrap_or_else(PoisonError::into_inner).refused += refused;
        if is_transaction && refused > 0 {
            return Err(Refusal::cancelled(&throttled, "ThrottlingError", MESSAGE));
        }
        let (reads, left_out) = self.reads(operation, body, now);
        let is_refused = refused > 0
            || operation != "BatchGetItem" && reads.iter().any(|read| self.is_spent(read, now))
            || !left_out.is_empty() && reads.is_empty();
        if is_refused {
            return Err(Refusal::bad("ThrottlingException", MESSAGE));
        }
        let is_consistent = body.to_string().contains("\"ConsistentRead\":true");
        let half_units_a_read = if is_consistent { 2 } else { 1 };
        Ok(Some(Taken {
            reads,
            half_units_a_read,
            writes,
            half_units_a_write: if is_transaction { 4 } else { 2 },
            left_out,
        }))
    }

    /// Counts a call's cost, and lists the keys that were left out in the call's answer.
    pub(super) fn count(&self, db: &Database, taken: Taken, response: &mut Response<bytes::Bytes>, now: Timestamp) {
        let Taken { reads, half_units_a_read, writes, half_units_a_write, left_out } = taken;
        let table = &self.stack.table;
        for Write { key, before } in writes {
            let after = dynamodb::find(db, table, &key);
            let units = units(size(&before).max(size(&after)), 1_024);
            self.spend(base(table, &key, true), units * half_units_a_write, now);
            let (projected_before, projected_after) = (projected(table, &before), projected(table, &after));
            if projected_before != projected_after {
                // Another key in the index costs two writes, even within a partition: DynamoDB deletes the old item and
                // puts a new one (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html, "Write
                // capacity units").
                let is_moved = projected_before[..2] != projected_after[..2];
                let (old, new) = (index(table, &before), index(table, &after));
                for partition in new.into_iter().chain(old.filter(|_| is_moved)) {
                    self.spend(partition, 2, now);
                }
            }
        }
        if response.status() != StatusCode::OK || reads.is_empty() {
            return;
        }
        let mut answer: Value = serde_json::from_slice(response.body()).unwrap_or_default();
        if reads.len() > 1 || answer["Responses"].is_object() {
            // In a batch or a transaction each item is rounded up alone.
            let found: Vec<_> = answer["Responses"][&table.name].as_array().into_iter().flatten().collect();
            for read in reads {
                let item = found.iter().find(|item| table.partition_of(item) == Some(&*read.key));
                self.spend(read, item.map_or(1, |item| units(size(item), 4_096)) * half_units_a_read, now);
            }
            if !left_out.is_empty() {
                answer["UnprocessedKeys"] =
                    json!({ table.name.as_str(): {"Keys": left_out, "ConsistentRead": half_units_a_read == 2} });
                *response.body_mut() = answer.to_string().into();
            }
        } else if let [read] = &reads[..] {
            let items = answer["Items"].as_array().into_iter().flatten().chain(answer.get("Item"));
            self.spend(read.clone(), units(items.map(size).sum(), 4_096) * half_units_a_read, now);
        }
    }

    /// The partition keys that a call reads. Throttled keys are taken out of a batch.
    fn reads(&self, operation: &str, body: &mut Value, now: Timestamp) -> (Vec<Partition>, Vec<Value>) {
        let table = &self.stack.table;
        match operation {
            "GetItem" => (vec![base(table, &body["Key"], false)], Vec::new()),
            "Query" => {
                let (is_index, key) = (body["IndexName"].is_string(), queried(body).to_owned());
                (vec![Partition { is_index, key, is_write: false }], Vec::new())
            }
            "BatchGetItem" => {
                let Some(keys) = body["RequestItems"][&table.name]["Keys"].as_array_mut() else {
                    return <_>::default();
                };
                let spent = |key: &Value| self.is_spent(&base(table, key, false), now);
                let (left_out, taken): (Vec<_>, Vec<_>) = std::mem::take(keys).into_iter().partition(spent);
                let reads = taken.iter().map(|key| base(table, key, false)).collect();
                *keys = taken;
                (reads, left_out)
            }
            _ => <_>::default(),
        }
    }

    fn is_spent(&self, partition: &Partition, now: Timestamp) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let limit = state.limit.map_or(u32::MAX, |limit| if partition.is_write { limit.write } else { limit.read });
        let spent = state.spent.get(partition).copied().unwrap_or_default();
        state.second == now.as_second() && spent >= limit.saturating_mul(2)
    }

    fn spend(&self, partition: Partition, half_units: u32, now: Timestamp) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.second != now.as_second() {
            state.second = now.as_second();
            state.spent.clear();
        }
        let units = f64::from(half_units) / 2.0;
        let Units { write, index_write, read } = &mut state.units;
        let kind = if !partition.is_write {
            read
        } else if partition.is_index {
            index_write
        } else {
            write
        };
        *kind += units;
        *state.spent.entry(partition).or_default() += half_units;
    }
}

fn base(table: &Table, key: &Value, is_write: bool) -> Partition {
    Partition { is_index: false, key: table.partition_of(key).unwrap_or_default().to_owned(), is_write }
}

/// The partition of an item in the index; `None` if the index lacks the item.
fn index(table: &Table, item: &Value) -> Option<Partition> {
    Some(Partition { is_index: true, key: item[&table.index_key]["S"].as_str()?.to_owned(), is_write: true })
}

fn projected<'a>(table: &Table, item: &'a Value) -> Vec<&'a Value> {
    table.projected.iter().map(|name| &item[name]).collect()
}

fn size(item: &Value) -> usize {
    serde_json::from_value(item.clone()).map_or(0, |item| item_size(&item))
}

fn units(bytes: usize, unit: usize) -> u32 {
    u32::try_from(bytes.div_ceil(unit)).unwrap_or(u32::MAX).max(1)
}

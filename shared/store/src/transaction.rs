//! What is written together: one `TransactWriteItems`, whose refusals are told by part.

use std::time::Duration;

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{
    AttributeValue, CancellationReason, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure,
    TransactWriteItem, Update,
};
use domain::{Counter, Dialect, FreeSlot, Id, Kind, Request, RequestId, Review, Suppression, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use vault::{TenantKeys, Token};

use crate::customer_item::PointerItem;
use crate::item::{GuardItem, ReviewItem, SlotItem, SuppressionItem, TokenItem, from_item, to_item, token_key};
use crate::keys::{self, COUNTER_SHARDS, DAY_SHARDS, Key};
use crate::request_item::{RequestItem, personal_ttl, ttl};
use crate::{Error, Sealed, Store, StoredReply};

/// Tries of a transaction that met another one on the same item.
const CONTENDED_TRIES: u32 = 12;

/// Which part of a transaction was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The request: taken id, or changed since it was read.
    Request,
    /// The request that this one renews.
    Original,
    /// Another request of the same customer and order holds the guard.
    Guard,
    /// The idempotency key has an answer already.
    Idempotency,
    /// The slot of the rate limit was taken.
    Slot,
    /// The address or number may not be written to.
    Suppression,
    /// The address or number is another customer's.
    Customer,
    /// The slug is another location's.
    Slug,
    /// The month's text messages are used up.
    Spend,
    /// The place of a photo: taken, or not what was read there any more.
    Photo,
    /// Anything else.
    Other,
}

/// A condition that did not hold; nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// Whose condition.
    pub part: Part,
    /// For a guard the id of the request that holds it, for an address or number the customer's.
    pub holder: Option<u64>,
}

/// Why a transaction did not happen.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Conditions did not hold.
    #[error("conditions did not hold: {0:?}")]
    Refused(Vec<Refused>),
    /// The table's own trouble.
    #[error(transparent)]
    Store(#[from] Error),
    /// A field could not be sealed.
    #[error(transparent)]
    Vault(#[from] vault::Error),
}

impl CommitError {
    /// Whether this part's condition did not hold.
    #[must_use]
    pub fn refused(&self, part: Part) -> bool {
        matches!(self, Self::Refused(refused) if refused.iter().any(|refused| refused.part == part))
    }
}

impl Refused {
    /// Who holds what was refused.
    #[must_use]
    pub fn held_by<K: Kind>(&self) -> Option<Id<K>> {
        self.holder.and_then(Id::new)
    }
}

/// A transaction being put together.
pub struct Transaction<'a> {
    pub(crate) store: &'a Store,
    pub(crate) tenant: &'a Tenant,
    writes: Vec<(Part, TransactWriteItem)>,
    pub(crate) failure: Option<CommitError>,
}

impl Store {
    /// Starts a transaction on a tenant's items.
    #[must_use]
    pub fn transaction<'a>(&'a self, tenant: &'a Tenant) -> Transaction<'a> {
        Transaction { store: self, tenant, writes: Vec::with_capacity(8), failure: None }
    }
}

impl Transaction<'_> {
    /// Inserts a new request with its personal part and the token that opens its page, takes its
    /// guard until its link dies, if nobody holds it, and counts it.
    pub fn insert_new(&mut self, request: &Request, sealed: &Sealed, token: &Token, keys: &TenantKeys, now: Timestamp) {
        self.insert(Part::Request, &keys::request(self.tenant, request.id), &RequestItem::from(request));
        match sealed.seal(request.id, keys, &self.store.random, personal_ttl(request.expires_at)) {
            Ok(item) => self.insert(Part::Request, &keys::sealed(self.tenant, request.id), &item),
            Err(error) => self.failure = Some(error.into()),
        }
        let item = TokenItem::new(self.tenant, request.id, ttl(request.expires_at));
        self.insert(Part::Request, &token_key(token), &item);
        if let Some(guard) = &request.guard {
            self.take_guard(guard, request, now);
        }
        self.count(request, &[Counter::Created]);
    }

    /// Saves a request, if it is the version that was read; `request` becomes the next version.
    pub fn save_request(&mut self, part: Part, request: &mut Request) {
        let read = request.version;
        request.version += 1;
        let key = keys::request(self.tenant, request.id);
        self.put(part, &key, &RequestItem::from(&*request), "version = :read", [(":read", number(read))]);
    }

    /// Replaces a request's personal part, which keeps its token.
    pub fn replace_sealed(&mut self, request: &Request, sealed: &Sealed, keys: &TenantKeys) {
        match sealed.seal(request.id, keys, &self.store.random, personal_ttl(request.expires_at)) {
            Ok(item) => self.put(Part::Other, &keys::sealed(self.tenant, request.id), &item, "", []),
            Err(error) => self.failure = Some(error.into()),
        }
    }

    fn take_guard(&mut self, order_index: &str, request: &Request, now: Timestamp) {
        let item = GuardItem {
            request_id: request.id.get(),
            active_until: request.expires_at.as_millisecond(),
            ttl: request.expires_at.as_second(),
        };
        self.put(
            Part::Guard,
            &keys::guard(self.tenant, order_index),
            &item,
            "attribute_not_exists(PK) OR active_until <= :now",
            [(":now", number(now.as_millisecond()))],
        );
    }

    /// Gives a guard back, if the request holds it.
    pub fn release_guard(&mut self, order_index: &str, id: RequestId) {
        let delete = Delete::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::guard(self.tenant, order_index).attributes()))
            .condition_expression("request_id = :id")
            .expression_attribute_values(":id", number(id.get()));
        self.add(Part::Guard, delete.build(), |delete, item| item.delete(delete));
    }

    /// Keeps a call's answer under its idempotency key's fingerprint, if none is kept.
    pub fn store_reply(
        &mut self,
        name: &str,
        answer: &StoredReply,
        keys: &TenantKeys,
        now: Timestamp,
        expires_at: Timestamp,
    ) {
        match answer.seal(name, keys, &self.store.random, expires_at) {
            Ok(item) => self.put(
                Part::Idempotency,
                &keys::idempotency(self.tenant, name),
                &item,
                "attribute_not_exists(PK) OR expires_at <= :now",
                [(":now", number(now.as_millisecond()))],
            ),
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Takes a slot of the rate limit, if it is as it was seen.
    pub fn take_slot(&mut self, slot: FreeSlot, now: Timestamp) {
        let FreeSlot { index, seen } = slot;
        let key = keys::slot(self.tenant, index);
        let item = SlotItem { taken_at: now.as_millisecond() };
        match seen {
            None => self.insert(Part::Slot, &key, &item),
            Some(seen) => {
                let values = [(":seen", number(seen.as_millisecond()))];
                self.put(Part::Slot, &key, &item, "taken_at = :seen", values);
            }
        }
    }

    /// Takes SMS segments from a month's allowance, if that many are left.
    pub fn spend_segments(&mut self, segments: u32, allowance: u32, month: Date) {
        let most = i64::from(allowance) - i64::from(segments);
        // Of an allowance that is less than one text, even a month's first has too little.
        let left = if most < 0 { "used <= :most" } else { "attribute_not_exists(used) OR used <= :most" };
        let update = Update::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::sms_segments(self.tenant, month).attributes()))
            .update_expression("ADD used :more")
            .condition_expression(left)
            .expression_attribute_values(":more", number(segments))
            .expression_attribute_values(":most", number(most));
        self.add(Part::Spend, update.build(), |update, item| item.update(update));
    }

    /// Requires that the address or number with this index may be written to.
    pub fn require_not_suppressed(&mut self, index: &str) {
        let check = ConditionCheck::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::suppression(self.tenant, index).attributes()))
            .condition_expression("attribute_not_exists(PK)");
        self.add(Part::Suppression, check.build(), |check, item| item.condition_check(check));
    }

    /// Stops all messages to the address or number with this index. An earlier reason is replaced.
    pub fn suppress(&mut self, index: &str, suppression: Suppression, now: Timestamp) {
        let key = keys::suppression(self.tenant, index);
        self.put(Part::Other, &key, &SuppressionItem::new(suppression, now), "", []);
    }

    /// Writes a review, over an earlier one of the same item.
    pub fn put_review(&mut self, id: RequestId, review: &Review, keys: &TenantKeys) {
        match ReviewItem::seal(review, id, keys, &self.store.random) {
            Ok(item) => self.put(Part::Other, &keys::review(self.tenant, id, review.item), &item, "", []),
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Counts what a request's transition did: among all requests, and among those of its day.
    pub fn count(&mut self, request: &Request, counters: &[Counter]) {
        if counters.is_empty() {
            return;
        }
        let random = &self.store.random;
        let day = request.created_at.to_zoned(TimeZone::UTC).date();
        self.add_to(&keys::counters(self.tenant, random.below(COUNTER_SHARDS)), request.dialect, counters);
        let shard = self.store.random.below(DAY_SHARDS);
        self.add_to(&keys::counters_of_day(self.tenant, day, shard), request.dialect, counters);
    }

    fn add_to(&mut self, key: &Key, dialect: Dialect, counters: &[Counter]) {
        let mut adds = counters.iter().map(|counter| counter.name()).collect::<Vec<_>>();
        adds.sort_unstable();
        let mut update = Update::builder().table_name(&self.store.table).set_key(Some(key.attributes()));
        let mut expression = Vec::new();
        for same in adds.chunk_by(|a, b| a == b) {
            let name = format!("{}_{}", dialect.as_str(), same[0]);
            expression.push(format!("{name} :{name}"));
            update = update.expression_attribute_values(format!(":{name}"), number(same.len()));
        }
        let update = update.update_expression(format!("ADD {}", expression.join(", ")));
        self.add(Part::Other, update.build(), |update, item| item.update(update));
    }

    /// Writes everything, or nothing. Meeting another transaction on an item is tried again.
    ///
    /// # Errors
    /// [`CommitError::Refused`] names every condition that did not hold.
    pub async fn commit(self) -> Result<(), CommitError> {
        let Self { store, tenant: _, writes, failure } = self;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let (parts, items): (Vec<Part>, Vec<TransactWriteItem>) = writes.into_iter().unzip();
        for attempt in 0..CONTENDED_TRIES {
            let sent = store.client.transact_write_items().set_transact_items(Some(items.clone())).send().await;
            let error = match sent {
                Ok(_) => return Ok(()),
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
            let jitter = store.random.below(10 << attempt.min(6));
            tokio::time::sleep(Duration::from_millis(jitter)).await;
        }
        Err(Error::Unavailable("contended".to_owned()).into())
    }

    pub(crate) fn increment(&mut self, key: &Key, name: &str, by: u32) {
        let update = Update::builder()
            .table_name(&self.store.table)
            .set_key(Some(key.attributes()))
            .update_expression("ADD #name :by")
            .expression_attribute_names("#name", name)
            .expression_attribute_values(":by", number(by));
        self.add(Part::Other, update.build(), |update, item| item.update(update));
    }

    pub(crate) fn insert(&mut self, part: Part, key: &Key, fields: &impl Serialize) {
        self.put(part, key, fields, "attribute_not_exists(PK)", []);
    }

    pub(crate) fn put<const N: usize>(
        &mut self,
        part: Part,
        key: &Key,
        fields: &impl Serialize,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) {
        let item = match to_item(key, fields) {
            Ok(item) => item,
            Err(error) => return self.failure = Some(error.into()),
        };
        let mut put = Put::builder().table_name(&self.store.table).set_item(Some(item));
        if !condition.is_empty() {
            put = put
                .condition_expression(condition)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        }
        for (name, value) in values {
            put = put.expression_attribute_values(name, value);
        }
        self.add(part, put.build(), |put, item| item.put(put));
    }

    pub(crate) fn add<T>(
        &mut self,
        part: Part,
        built: Result<T, aws_sdk_dynamodb::error::BuildError>,
        wrap: impl FnOnce(
            T,
            aws_sdk_dynamodb::types::builders::TransactWriteItemBuilder,
        ) -> aws_sdk_dynamodb::types::builders::TransactWriteItemBuilder,
    ) {
        match built {
            Ok(write) => self.writes.push((part, wrap(write, TransactWriteItem::builder()).build())),
            Err(error) => self.failure = Some(Error::Refused(error.to_string()).into()),
        }
    }
}

/// The conditions that did not hold; empty when another transaction was in the way.
fn refused(parts: &[Part], reasons: &[CancellationReason]) -> Result<Vec<Refused>, Error> {
    let mut refused = Vec::new();
    for (&part, reason) in parts.iter().zip(reasons) {
        match reason.code() {
            Some("ConditionalCheckFailed") => {
                let holder = match (part, reason.item()) {
                    (Part::Guard, Some(item)) => Some(from_item::<GuardItem>(item.clone())?.request_id),
                    (Part::Customer, Some(item)) => Some(from_item::<PointerItem>(item.clone())?.customer),
                    _ => None,
                };
                refused.push(Refused { part, holder });
            }
            None | Some("None" | "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded") => {}
            Some(code) => return Err(Error::Refused(code.to_owned())),
        }
    }
    Ok(refused)
}

pub(crate) fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

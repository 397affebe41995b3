//! The sparse index `due`. It has each item with which something will still happen. Reads of the index are always
//! eventually consistent.

use std::ops::{Range, RangeInclusive};

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, CancellationReason, Select, TransactWriteItem, Update};
use domain::message::Notification;
use domain::request::Request;
use domain::values::{Channel, InboundId, RequestId, ShopSystem, Tenant};
use domain::webhook::WebhookDelivery;
use futures_util::{StreamExt as _, stream};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::request::deferred_until;
use crate::table::{
    Attributes, DueKind, Error, Key, PK, Store, from_item, instant, keys, milliseconds, number, read_row,
};
use crate::webhook::delivery::read_delivery;

/// The most updates that are sent at the same time, each in a call of its own.
const PARALLEL: usize = 32;
/// The most pages of the index, of 1 MB each, that are counted for a shard: about 100,000 rows.
const COUNTED_PAGES: usize = 10;
/// How late a step must be to count as lost. Even a normal wake-up may be a minute late.
pub const LATE: SignedDuration = SignedDuration::from_secs(120);
/// The longest time between two wake-ups of a late message, and so between two counts of it.
pub const NUDGED_FOR_MAX: SignedDuration = SignedDuration::from_hours(1);
/// How early the wake-up of a deferred message may come, because clocks differ. Earlier ones are another's.
pub const EARLY: SignedDuration = SignedDuration::from_secs(2);
/// How long before the end of a deferral reconcile looks at a message that is in no queue. It then queues the message,
/// with the rest of the wait as the delay. SQS allows 15 minutes.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);

/// The cancellation reasons of a transaction if a partition has no units left:
/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html>.
const THROTTLED: [&str; 2] = ["ThrottlingError", "ProvisionedThroughputExceeded"];

/// A row that reconcile has to look at.
#[derive(Debug, Clone)]
pub struct Due {
    pub tenant: Tenant,
    pub kind: DueKind,
    /// When to look at the item: when it is due, or later if it was looked at before.
    pub due_at: Timestamp,
    /// When reconcile last woke the sender of a late message, or when the sender last deferred it; `None` if neither
    /// happened.
    pub nudged_at: Option<Timestamp>,
    pub(super) key: Key,
}

impl Due {
    /// The request whose message or expiry is due; `None` for other kinds.
    pub fn request(&self) -> Option<RequestId> {
        keys::parse_request(&self.key)
    }

    pub fn day_of_orders(&self) -> Option<(ShopSystem, Date)> {
        ShopSystem::ALL.into_iter().find_map(|system| Some((system, keys::parse_day_of_orders(system, &self.key.sk)?)))
    }

    /// The domain of a shop's own sender; `None` for other kinds.
    pub fn sender_domain(&self) -> Option<&str> {
        self.key.sk.strip_prefix(keys::SENDERS)
    }

    /// The item's sort key, which is its name among the tenant's items.
    pub fn name(&self) -> &str {
        &self.key.sk
    }
}

/// A place in the index.
pub type DueAfter = Attributes;

/// Some rows that are due.
pub struct DueRows {
    pub rows: Vec<Due>,
    /// How many other rows have a key that cannot be read.
    pub unreadable: usize,
    /// After which row to continue; `None` at the end.
    pub after: Option<DueAfter>,
}

/// The item of a row whose next look was delayed.
pub enum DueItem {
    /// The request whose message or expiry is due, and until when the message was deferred.
    Request(Box<Request>, Option<Timestamp>),
    Delivery(Box<WebhookDelivery>),
    Notification(Box<Notification>),
    Call(ShopSystem, InboundId),
    /// The version of the reading of a shop's system.
    Reading(ShopSystem, u64),
    /// The version of a shop's stars at Shopify.
    Stars(u64),
    /// A look at a shop, of which nothing is read.
    Look,
}

#[derive(Deserialize)]
struct Versioned {
    version: u64,
}

impl DueItem {
    fn read(due: &Due, item: Attributes) -> Result<Self, Error> {
        Ok(match due.kind {
            DueKind::Message | DueKind::Waiting(_) | DueKind::Expiry => Self::request(item)?,
            DueKind::Paused if due.request().is_some() => Self::request(item)?,
            DueKind::Delivery => Self::Delivery(Box::new(read_delivery(item)?)),
            DueKind::Notification | DueKind::Paused => Self::Notification(Box::new(read_row(item)?)),
            DueKind::Call => {
                let (system, call) =
                    keys::parse_call(&due.key).ok_or_else(|| Error::Unreadable("a call's key".to_owned()))?;
                Self::Call(system, call)
            }
            DueKind::Reading => {
                let Versioned { version } = from_item(item)?;
                let system = keys::parse_reading(&due.key);
                Self::Reading(system.ok_or_else(|| Error::Unreadable("a reading's key".to_owned()))?, version)
            }
            DueKind::Stars => Self::Stars(from_item::<Versioned>(item)?.version),
            DueKind::Review => return Err(Error::Refused("a review stays due until its shop decides".to_owned())),
            DueKind::Written => return Err(Error::Refused("a review's row only leaves the index".to_owned())),
            DueKind::Orders => return Err(Error::Refused("orders are read with those of other days".to_owned())),
            DueKind::Suspension => {
                return Err(Error::Refused("a suspension is read with the emails that it follows from".to_owned()));
            }
            DueKind::Shop => return Err(Error::Refused("a shop's pause is read with its settings".to_owned())),
            DueKind::Aging | DueKind::Feeds => Self::Look,
            DueKind::Sender => return Err(Error::Refused("a sender is read with its shop".to_owned())),
        })
    }

    fn request(item: Attributes) -> Result<Self, Error> {
        let deferred_until = deferred_until(&item)?;
        Ok(Self::Request(Box::new(read_row(item)?), deferred_until))
    }
}

impl Store {
    /// At most `limit` rows of one kind and shard that are due within a span, after `after`: oldest first, and reviews
    /// newest first.
    pub async fn due(
        &self,
        kind: DueKind,
        shard: u64,
        span: RangeInclusive<Timestamp>,
        limit: i32,
        after: Option<DueAfter>,
    ) -> Result<DueRows, Error> {
        self.due_in(kind, kind.shard_name(shard), span, limit, after).await
    }

    /// Like [`due`](Self::due), for one partition of the kind.
    pub(super) async fn due_in(
        &self,
        kind: DueKind,
        partition: String,
        span: RangeInclusive<Timestamp>,
        limit: i32,
        after: Option<DueAfter>,
    ) -> Result<DueRows, Error> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .index_name("due")
            .limit(limit)
            // Nothing takes a review out of the index but its shop's decision, so the oldest may stay for ever.
            .scan_index_forward(kind != DueKind::Review)
            .set_exclusive_start_key(after)
            .key_condition_expression("due_shard = :shard AND due_at BETWEEN :from AND :until")
            .expression_attribute_values(":shard", AttributeValue::S(partition))
            .expression_attribute_values(":from", milliseconds(*span.start()))
            .expression_attribute_values(":until", milliseconds(*span.end()))
            .send()
            .await?;
        let items = answer.items.unwrap_or_default();
        let read = items.len();
        let rows: Vec<_> = items.into_iter().filter_map(|item| due(kind, item).ok()).collect();
        Ok(DueRows { unreadable: read - rows.len(), rows, after: answer.last_evaluated_key })
    }

    /// Counts the rows of one shard that are due within a span; with `woken`, only late messages that reconcile woke or
    /// their sender deferred: reconcile looks again within [`NUDGED_FOR_MAX`]. Stops counting at [`COUNTED_PAGES`].
    pub async fn count_due(
        &self,
        kind: DueKind,
        shard: u64,
        span: Range<Timestamp>,
        woken: bool,
    ) -> Result<usize, Error> {
        let (mut count, mut start) = (0, None);
        for _ in 0..COUNTED_PAGES {
            let query = self
                .client
                .query()
                .table_name(&self.table)
                .index_name("due")
                .select(Select::Count)
                .set_exclusive_start_key(start)
                .key_condition_expression("due_shard = :shard AND due_at BETWEEN :from AND :until")
                .expression_attribute_values(":shard", AttributeValue::S(kind.shard_name(shard)))
                .expression_attribute_values(":from", milliseconds(span.start))
                .expression_attribute_values(":until", AttributeValue::N((span.end.as_millisecond() - 1).to_string()));
            let woken = woken.then(|| "attribute_exists(nudged_at)".to_owned());
            let answer = query.set_filter_expression(woken).send().await?;
            count += usize::try_from(answer.count).unwrap_or(0);
            start = answer.last_evaluated_key;
            if start.is_none() {
                break;
            }
        }
        Ok(count)
    }

    /// Delays reconcile's next look at these rows, each to its own time, and returns the rows as they are now. There
    /// may be at most 100. Rows that are due at another time by now, and rows that another run delayed first, are left
    /// out, because nothing has to be done for them. One call handles all rows, because there are many after an outage.
    pub async fn put_off(
        &self,
        rows: Vec<(Due, Timestamp)>,
        now: Timestamp,
    ) -> Result<Vec<(Due, Result<DueItem, Error>)>, Error> {
        let mut items = self.batch(rows.iter().map(|(due, _)| due.key.clone()).collect()).await?;
        let (mut found, mut updates) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
        for (due, until) in rows {
            // The index lags behind the table, and a row that changed would cancel the whole transaction.
            let is_due = |item: &Attributes| item.get("due_at") == Some(&milliseconds(due.due_at));
            if let Some(item) = items.remove(&due.key).filter(is_due) {
                updates.push(self.put_off_update(&due, until, now)?);
                found.push((Due { due_at: until, ..due }, item));
            }
        }
        let done = self.update_all(updates).await?;
        let outcome = |((due, item), done): ((Due, _), Result<bool, Error>)| {
            let item = done.map(|done| done.then_some(item)).transpose()?;
            let read = item.and_then(|item| DueItem::read(&due, item));
            Some((due, read))
        };
        Ok(found.into_iter().zip(done).filter_map(outcome).collect())
    }

    fn put_off_update(&self, due: &Due, until: Timestamp, now: Timestamp) -> Result<Update, Error> {
        let mut update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(due.key.attributes()))
            .update_expression("SET due_at = :until")
            .condition_expression("due_at = :due")
            .expression_attribute_values(":until", milliseconds(until))
            .expression_attribute_values(":due", milliseconds(due.due_at));
        match due.kind {
            DueKind::Message => {
                update = update
                    .update_expression("SET due_at = :until, nudged_at = :now")
                    .expression_attribute_values(":now", milliseconds(now));
            }
            // From now on, the row is due like any other message or notification.
            DueKind::Waiting(_) | DueKind::Paused => {
                let shard = match due.request() {
                    Some(request) => DueKind::Message.shard_name(request.get()),
                    None => DueKind::Notification.shard_name(due.due_at.as_millisecond().unsigned_abs()),
                };
                update = update
                    .update_expression("SET due_at = :until, due_shard = :shard, nudged_at = :now")
                    .expression_attribute_values(":shard", AttributeValue::S(shard))
                    .expression_attribute_values(":now", milliseconds(now));
            }
            DueKind::Delivery
            | DueKind::Notification
            | DueKind::Call
            | DueKind::Reading
            | DueKind::Stars
            | DueKind::Orders
            | DueKind::Review
            | DueKind::Written
            | DueKind::Suspension
            | DueKind::Expiry
            | DueKind::Shop
            | DueKind::Aging
            | DueKind::Feeds
            | DueKind::Sender => {}
        }
        update.build().map_err(|error| Error::Refused(error.to_string()))
    }

    /// Makes these updates. If nobody else is changing any of the items, in one transaction; otherwise one by one, so
    /// that no item delays the others. Returns whether each condition was met. Also returns `false` for rows of shops
    /// that have no units left, which the next run tries again.
    async fn update_all(&self, updates: Vec<Update>) -> Result<Vec<Result<bool, Error>>, Error> {
        let mut full = Vec::new();
        // An update costs twice as much in a transaction.
        if updates.len() > 1 {
            let writes = updates.iter().map(|update| TransactWriteItem::builder().update(update.clone()).build());
            let sent = self.client.transact_write_items().set_transact_items(Some(writes.collect())).send().await;
            match sent {
                Ok(_) => return Ok(updates.iter().map(|_| Ok(true)).collect()),
                Err(error) => match error.as_service_error() {
                    Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
                        full = full_partitions(&updates, cancelled.cancellation_reasons());
                    }
                    _ => return Err(error.into()),
                },
            }
        }
        let alone = updates.into_iter().map(|update| async {
            match update.key.get(PK).is_some_and(|of| full.contains(of)) {
                true => Ok(false),
                false => self.update_alone(update).await,
            }
        });
        let alone: Vec<_> = alone.collect();
        Ok(stream::iter(alone).buffered(PARALLEL).collect().await)
    }

    /// Removes a row from the index, unless it is due at another time by now.
    pub async fn settle_due(&self, due: &Due) -> Result<bool, Error> {
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(due.key.attributes()))
            .update_expression("REMOVE due_shard, due_at")
            .condition_expression("due_at = :due")
            .expression_attribute_values(":due", milliseconds(due.due_at));
        self.update_alone(update.build().map_err(|error| Error::Refused(error.to_string()))?).await
    }

    async fn update_alone(&self, update: Update) -> Result<bool, Error> {
        self.update_if_met(self.update_item(update)).await
    }

    /// Defers a request's message until `until`, when the sender is woken: by a queue message or, if `wakes`, by
    /// reconcile. In the first case, reconcile leaves the message alone until then. `false` if the message is deferred
    /// already or the request changed since it was read: then this wake-up is not needed. `until` has a random part. So
    /// if the message is already deferred until exactly that millisecond, this call did it, and its first answer was
    /// lost. A late message is counted as owed until it leaves.
    pub async fn defer(
        &self,
        tenant: &Tenant,
        request: &Request,
        until: Timestamp,
        wakes: bool,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let looked_at = if wakes { until.saturating_sub(AHEAD).unwrap_or(until) } else { until };
        let is_late = request.step().is_some_and(|step| now.duration_since(step.due_at) > LATE);
        let counted = if is_late { ", nudged_at = :now" } else { "" };
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::request(tenant, request.id).attributes()))
            .update_expression(format!("SET due_at = :looked_at, deferred_until = :until{counted}"))
            .condition_expression(
                "version = :version AND (attribute_not_exists(deferred_until) OR deferred_until <= :soon \
                 OR deferred_until = :until)",
            )
            .expression_attribute_values(":version", number(request.version))
            .expression_attribute_values(":until", milliseconds(until))
            .expression_attribute_values(":looked_at", milliseconds(looked_at))
            .expression_attribute_values(":soon", milliseconds(now.saturating_add(EARLY).unwrap_or(now)));
        let update = if is_late { update.expression_attribute_values(":now", milliseconds(now)) } else { update };
        self.update_if_met(update).await
    }

    /// Makes a request's message wait for the end of the channel's pause. Until then, nothing looks at it. `false` if
    /// the request changed since it was read.
    pub async fn wait_for_channel(&self, tenant: &Tenant, request: &Request, channel: Channel) -> Result<bool, Error> {
        let due_at = request.step().map_or(Timestamp::UNIX_EPOCH, |step| step.due_at);
        let partition = DueKind::Waiting(channel).shard_name(request.id.get());
        self.wait_in(&keys::request(tenant, request.id), request.version, partition, due_at).await
    }

    /// Moves a request or notification into a partition of the index, where it waits. `false` if it changed since it
    /// was read.
    pub(super) async fn wait_in(
        &self,
        key: &Key,
        version: impl ToString,
        partition: String,
        due_at: Timestamp,
    ) -> Result<bool, Error> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key.attributes()))
            .update_expression("SET due_shard = :shard, due_at = :due REMOVE deferred_until")
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(version))
            .expression_attribute_values(":shard", AttributeValue::S(partition))
            .expression_attribute_values(":due", milliseconds(due_at));
        self.update_if_met(update).await
    }
}

/// The partitions that DynamoDB throttles. Writing their rows one by one would use the units that the shops' own calls
/// need.
fn full_partitions(updates: &[Update], reasons: &[CancellationReason]) -> Vec<AttributeValue> {
    let is_full = |reason: &CancellationReason| matches!(reason.code(), Some(code) if THROTTLED.contains(&code));
    let of_full = updates.iter().zip(reasons).filter(|(_, reason)| is_full(reason));
    of_full.filter_map(|(update, _)| update.key.get(PK).cloned()).collect()
}

fn due(kind: DueKind, item: Attributes) -> Result<Due, Error> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "PK")]
        pk: String,
        #[serde(rename = "SK")]
        sk: String,
        due_at: i64,
        nudged_at: Option<i64>,
    }
    let Row { pk, sk, due_at, nudged_at } = from_item(item)?;
    let key = Key { pk, sk };
    let tenant = keys::parse_tenant(&key).ok_or_else(|| Error::Unreadable("a key in the index `due`".to_owned()))?;
    let nudged_at = nudged_at.map(instant).transpose()?;
    Ok(Due { tenant, kind, due_at: instant(due_at)?, nudged_at, key })
}

//! Requests whose next message or expiry is due, from the sparse `due` index. The only read that is
//! eventually consistent.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Request, RequestId, Tenant};
use jiff::Timestamp;

use crate::put_off::PutOff;
use crate::request::RequestItem;
use crate::table::keys::{self, Owed};
use crate::table::{Attributes, Error, Key, Store, done_if_met, from_item, instant, milliseconds};

/// A request that reconcile has to look at.
#[derive(Debug, Clone)]
pub struct Due {
    /// The request's tenant.
    pub tenant: Tenant,
    /// The request.
    pub id: RequestId,
    /// The part of the request that is due.
    pub owed: Owed,
    /// When to look at it: when its message or expiry is due, or later if it was looked at before.
    pub due_at: Timestamp,
    /// When reconcile last sent a wake-up for it.
    pub nudged_at: Option<Timestamp>,
}

impl Store {
    /// At most `limit` requests of one shard that are due before `until`, oldest first, from the one that follows
    /// `after`.
    pub async fn due(
        &self,
        owed: Owed,
        shard: u64,
        until: Timestamp,
        limit: i32,
        after: Option<&Due>,
    ) -> Result<Vec<Due>, Error> {
        let start = after.map(|due| (keys::request(&due.tenant, due.id), due.due_at));
        let items = self.query_due(keys::shard_name(owed, shard), until, limit, start).await?;
        items.into_iter().map(|item| due(owed, item)).collect()
    }

    /// At most `limit` rows of one partition of the index, from the one that follows the key and time of `after`.
    pub(crate) async fn query_due(
        &self,
        shard: String,
        until: Timestamp,
        limit: i32,
        after: Option<(Key, Timestamp)>,
    ) -> Result<Vec<Attributes>, Error> {
        let start = after.map(|(key, due_at)| {
            let mut key = key.attributes();
            key.insert("due_shard".to_owned(), AttributeValue::S(shard.clone()));
            key.insert("due_at".to_owned(), milliseconds(due_at));
            key
        });
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .index_name("due")
            .limit(limit)
            .set_exclusive_start_key(start)
            .key_condition_expression("due_shard = :shard AND due_at < :until")
            .expression_attribute_values(":shard", AttributeValue::S(shard))
            .expression_attribute_values(":until", milliseconds(until))
            .send()
            .await?;
        Ok(answer.items.unwrap_or_default())
    }

    /// Lets a request wait until `until`, when its sender is woken: reconcile leaves it alone until then. `false` if it
    /// waits already, or changed since it was read: then this wake-up is one too many.
    pub async fn hold(
        &self,
        tenant: &Tenant,
        request: &Request,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let held = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::request(tenant, request.id).attributes()))
            .update_expression("SET due_at = :until, held_until = :until")
            .condition_expression("version = :version AND (attribute_not_exists(held_until) OR held_until <= :now)")
            .expression_attribute_values(":version", AttributeValue::N(request.version.to_string()))
            .expression_attribute_values(":until", milliseconds(until))
            .expression_attribute_values(":now", milliseconds(now))
            .send()
            .await;
        done_if_met(held)
    }

    /// Puts off when reconcile looks at these requests, at most 100 and each until its own time, and returns them as they
    /// are now. It leaves out those that are due at another time by now, and those that another run was first to put off:
    /// with them there is nothing to do.
    pub async fn put_off(
        &self,
        rows: Vec<(Due, Timestamp)>,
        now: Timestamp,
    ) -> Result<Vec<(Due, Result<Request, Error>)>, Error> {
        let rows = rows.into_iter().map(|(due, until)| {
            let row = PutOff { key: keys::request(&due.tenant, due.id), due_at: due.due_at, until };
            (Due { due_at: until, ..due }, row)
        });
        self.put_off_rows(rows.collect(), Some(now), |_, item| from_item::<RequestItem>(item)?.try_into()).await
    }
}

fn due(owed: Owed, item: Attributes) -> Result<Due, Error> {
    #[derive(serde::Deserialize)]
    struct Row {
        #[serde(rename = "PK")]
        pk: String,
        #[serde(rename = "SK")]
        sk: String,
        due_at: i64,
        nudged_at: Option<i64>,
    }
    let Row { pk, sk, due_at, nudged_at } = from_item(item)?;
    let (tenant, id) =
        keys::parse_request(&pk, &sk).ok_or_else(|| Error::Unreadable("a key in the `due` index".to_owned()))?;
    Ok(Due { tenant, id, owed, due_at: instant(due_at)?, nudged_at: nudged_at.map(instant).transpose()? })
}

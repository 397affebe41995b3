//! Requests whose next message or expiry is due, from the sparse `due` index. The only read that is
//! eventually consistent.

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::update_item::{UpdateItemError, UpdateItemOutput};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{RequestId, Tenant};
use jiff::Timestamp;

use crate::table::keys::{self, DUE_SHARDS};
use crate::table::{Attributes, Error, Store, from_item, instant};

/// A request whose next message or expiry is due.
#[derive(Debug, Clone)]
pub struct Due {
    /// The request's tenant.
    pub tenant: Tenant,
    /// The request.
    pub id: RequestId,
    /// When it became due.
    pub due_at: Timestamp,
    /// When the reconciler last sent a wake-up for it, or when the sender that holds it back will.
    pub nudged_at: Option<Timestamp>,
}

impl Store {
    /// At most `limit` requests of one shard that became due before `until`, oldest first, from the one
    /// that follows `after`.
    pub async fn due(&self, shard: u64, until: Timestamp, limit: i32, after: Option<&Due>) -> Result<Vec<Due>, Error> {
        let start = after.map(|due| {
            let mut key = keys::request(&due.tenant, due.id).attributes();
            key.insert("due_shard".to_owned(), AttributeValue::S(keys::due_shard(due.id)));
            key.insert("due_at".to_owned(), AttributeValue::N(due.due_at.as_millisecond().to_string()));
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
            .expression_attribute_values(":shard", AttributeValue::S(keys::shard_name(shard % DUE_SHARDS)))
            .expression_attribute_values(":until", AttributeValue::N(until.as_millisecond().to_string()))
            .send()
            .await?;
        answer.items.unwrap_or_default().into_iter().map(due).collect()
    }

    /// Records that a request, due at `due_at`, waits until `until` and is woken then. `false` if it waits already,
    /// or is due at another time now: then this wake-up is one too many. The reconciler leaves it alone until then.
    pub async fn hold(
        &self,
        tenant: &Tenant,
        id: RequestId,
        due_at: Timestamp,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let milliseconds = |at: Timestamp| AttributeValue::N(at.as_millisecond().to_string());
        let held = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::request(tenant, id).attributes()))
            .update_expression("SET nudged_at = :until")
            .condition_expression("due_at = :due AND (attribute_not_exists(nudged_at) OR nudged_at <= :now)")
            .expression_attribute_values(":until", milliseconds(until))
            .expression_attribute_values(":due", milliseconds(due_at))
            .expression_attribute_values(":now", milliseconds(now))
            .send()
            .await;
        done_if_met(held)
    }

    /// Records that a wake-up is sent now. `false` if the request is due at another time now, or another
    /// run recorded a wake-up since it was read: then the caller must not send it.
    pub async fn nudge(&self, due: &Due, now: Timestamp) -> Result<bool, Error> {
        let milliseconds = |at: Timestamp| AttributeValue::N(at.as_millisecond().to_string());
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::request(&due.tenant, due.id).attributes()))
            .update_expression("SET nudged_at = :now")
            .expression_attribute_values(":now", milliseconds(now))
            .expression_attribute_values(":due", milliseconds(due.due_at));
        update = match due.nudged_at {
            None => update.condition_expression("due_at = :due AND attribute_not_exists(nudged_at)"),
            Some(before) => update
                .condition_expression("due_at = :due AND nudged_at = :before")
                .expression_attribute_values(":before", milliseconds(before)),
        };
        done_if_met(update.send().await)
    }
}

/// Whether an update's condition was met.
pub(crate) fn done_if_met(updated: Result<UpdateItemOutput, SdkError<UpdateItemError>>) -> Result<bool, Error> {
    match updated {
        Ok(_) => Ok(true),
        Err(error) => match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
            _ => Err(error.into()),
        },
    }
}

fn due(item: Attributes) -> Result<Due, Error> {
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
    Ok(Due { tenant, id, due_at: instant(due_at)?, nudged_at: nudged_at.map(instant).transpose()? })
}

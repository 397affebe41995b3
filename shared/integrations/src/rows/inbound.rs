//! The calls from a shop's system.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::values::{InboundId, ShopSystem, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::retention::days_after;
use store::table::{Attributes, CommitError, DueKind, Error, Part, from_item, json, keys, milliseconds, open, seal};
use vault::TenantKeys;

use super::integration::Rows;
use crate::rules::{Arrival, Inbound};

/// The field to which a call's sealed content is bound.
const CONTENT: &str = "content";
const LISTED_DAYS: i64 = 30;
/// If a call has no result after this time, reconcile queues it again.
const QUEUED_FOR_MS: i64 = 10 * 60 * 1000;

/// A call from a shop's system, with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboundRecord {
    pub inbound: Inbound,
    /// The content; `None` once the call has a result.
    pub arrival: Option<Arrival>,
}

#[derive(Serialize, Deserialize)]
struct InboundItem {
    #[serde(with = "json")]
    inbound: Inbound,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<ByteBuf>,
    // The item's place in the index `due`, as long as the call has no result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
    ttl: i64,
}

impl Rows<'_> {
    /// Records a call. `false` if its id is taken.
    pub async fn insert_inbound(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        record: &InboundRecord,
        keys: &TenantKeys,
    ) -> Result<bool, CommitError> {
        let InboundRecord { inbound, arrival } = record;
        let key = keys::inbound(tenant, system, inbound.id);
        let sealed = |arrival| seal(arrival, &key.sk, CONTENT, keys, self.0.random());
        let minted_at = inbound.id.minted_at();
        let item = InboundItem {
            inbound: inbound.clone(),
            content: arrival.as_ref().map(sealed).transpose()?,
            due_shard: arrival.as_ref().map(|_| DueKind::Call.shard_name(inbound.id.get())),
            due_at: arrival.as_ref().map(|_| minted_at.as_millisecond() + QUEUED_FOR_MS),
            ttl: days_after(minted_at, LISTED_DAYS),
        };
        Ok(self.0.insert(&key, &item).await?)
    }

    /// A call with its content; `None` for an unknown id.
    pub async fn inbound(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        id: InboundId,
        keys: &TenantKeys,
    ) -> Result<Option<InboundRecord>, Error> {
        let key = keys::inbound(tenant, system, id);
        let Some(item) = self.0.get(&key).await? else { return Ok(None) };
        let InboundItem { inbound, content, .. } = from_item(item)?;
        let arrival = content.map(|sealed| open(&sealed, &key.sk, CONTENT, keys)).transpose()?;
        Ok(Some(InboundRecord { inbound, arrival }))
    }

    /// The newest calls from a system, newest first.
    pub async fn inbounds(&self, tenant: &Tenant, system: ShopSystem, limit: u32) -> Result<Vec<Inbound>, Error> {
        let limit = i32::try_from(limit).unwrap_or(i32::MAX);
        let read = self.0.list(tenant, &keys::inbounds(system)).scan_index_forward(false).limit(limit);
        let items: Vec<Attributes> = read.send().await?.items.unwrap_or_default();
        items.into_iter().map(|item| from_item::<InboundItem>(item).map(|item| item.inbound)).collect()
    }

    /// Records a call's result and deletes its content. Without a result, the call waits until its `due_at`.
    pub async fn update_inbound(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        inbound: &Inbound,
    ) -> Result<(), CommitError> {
        let updated = serde_json::to_string(inbound).map_err(|error| Error::Refused(error.to_string()))?;
        let (key, exists) = (keys::inbound(tenant, system, inbound.id), "attribute_exists(PK)");
        let updated = (":inbound", AttributeValue::S(updated));
        let mut transaction = self.0.transaction(tenant);
        match inbound.due_at.filter(|_| inbound.result.is_none()) {
            Some(at) => {
                let set = "SET inbound = :inbound, due_at = :at";
                transaction.change(Part::Other, &key, set, exists, [updated, (":at", milliseconds(at))]);
            }
            None => {
                let set = "SET inbound = :inbound REMOVE content, due_shard, due_at";
                transaction.change(Part::Other, &key, set, exists, [updated]);
            }
        }
        match transaction.commit_alone().await {
            // The call is so old that it was deleted from the list.
            Err(CommitError::Refused(_)) => Ok(()),
            done => done,
        }
    }
}

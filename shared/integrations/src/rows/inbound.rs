//! The calls of a shop's system.

use aws_sdk_dynamodb::types::Update;
use domain::{InboundId, RequestId, ShopSystem, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::table::{Attributes, SK, from_item, keys, known, stored_id};
use store::{CommitError, DueKind, Error, Part};
use vault::TenantKeys;

use super::state_part::ArrivalPart;
use super::{Rows, days_after};
use crate::rules::{Arrival, Inbound, InboundResult};

/// The field to which what a call says is bound.
const CONTENT: &str = "content";
/// Days for which calls are listed.
const LISTED_DAYS: i64 = 30;
/// How long a call may go without a result before reconcile queues it again.
const QUEUED_FOR_MS: i64 = 10 * 60 * 1000;

/// A call of a shop's system, with what is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboundRecord {
    /// The call.
    pub inbound: Inbound,
    /// The content; `None` once that is done.
    pub arrival: Option<Arrival>,
}

#[derive(Serialize, Deserialize)]
struct InboundItem {
    topic: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    result: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<ByteBuf>,
    // Its place in the index `due`, until it has a result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
    ttl: i64,
}

impl InboundItem {
    fn read(self, id: InboundId) -> Result<Inbound, Error> {
        let Self { topic, order, result, reason, request, content: _, due_shard: _, due_at: _, ttl: _ } = self;
        let (result, request) = (result.as_deref().map(known).transpose()?, stored_id(request)?);
        Ok(Inbound { id, topic, order, result, reason, request })
    }
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
        let InboundRecord { inbound: Inbound { id, topic, order, result, reason, request }, arrival } = record;
        let key = keys::inbound(tenant, system, *id);
        let content = match arrival {
            Some(arrival) => {
                let plain = serde_json::to_string(&ArrivalPart::from(arrival));
                let plain = plain.map_err(|error| Error::Refused(error.to_string()))?;
                Some(ByteBuf::from(keys.seal(&key.sk, CONTENT, &plain, self.0.random())?))
            }
            None => None,
        };
        let item = InboundItem {
            topic: topic.clone(),
            order: order.clone(),
            result: result.map(|result| result.as_str().to_owned()),
            reason: reason.clone(),
            request: request.map(RequestId::get),
            due_shard: content.is_some().then(|| DueKind::Call.shard_name(id.get())),
            due_at: content.is_some().then(|| id.minted_at().as_millisecond() + QUEUED_FOR_MS),
            content,
            ttl: days_after(id.minted_at(), LISTED_DAYS),
        };
        Ok(self.0.insert(&key, &item).await?)
    }

    /// A call with what it says; `None` for an unknown id.
    pub async fn inbound(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        id: InboundId,
        keys: &TenantKeys,
    ) -> Result<Option<InboundRecord>, Error> {
        let key = keys::inbound(tenant, system, id);
        let Some(item) = self.0.get(&key).await? else { return Ok(None) };
        let mut item: InboundItem = from_item(item)?;
        let unreadable = || Error::Unreadable("what a shop's system says".to_owned());
        let arrival = item.content.take().map(|sealed| {
            let plain = keys.open(&key.sk, CONTENT, &sealed).map_err(|_| unreadable())?;
            serde_json::from_str::<ArrivalPart>(&plain).map_err(|_| unreadable())?.read()
        });
        Ok(Some(InboundRecord { arrival: arrival.transpose()?, inbound: item.read(id)? }))
    }

    /// The newest calls of a system, newest first.
    pub async fn inbounds(&self, tenant: &Tenant, system: ShopSystem, limit: u32) -> Result<Vec<Inbound>, Error> {
        let limit = i32::try_from(limit).unwrap_or(i32::MAX);
        let read = self.0.list(tenant, &keys::inbounds(system)).scan_index_forward(false).limit(limit);
        let items: Vec<Attributes> = read.send().await?.items.unwrap_or_default();
        let row = |item: Attributes| {
            let id = item.get(SK).and_then(|sk| keys::parse_inbound(system, sk.as_s().ok()?));
            let id = id.ok_or_else(|| Error::Unreadable("a call's key".to_owned()))?;
            from_item::<InboundItem>(item)?.read(id)
        };
        items.into_iter().map(row).collect()
    }

    /// Records what became of a call, and forgets what it says.
    pub async fn settle_inbound(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        inbound: &Inbound,
    ) -> Result<(), CommitError> {
        #[derive(Serialize)]
        struct Settled {
            order: Option<String>,
            result: Option<&'static str>,
            reason: Option<String>,
            request: Option<u64>,
        }
        let Inbound { id, topic: _, order, result, reason, request } = inbound;
        let settled = Settled {
            order: order.clone(),
            result: result.map(InboundResult::as_str),
            reason: reason.clone(),
            request: request.map(RequestId::get),
        };
        let mut update = Update::builder().condition_expression("attribute_exists(PK)");
        let mut sets = Vec::new();
        let fields: Attributes = serde_dynamo::to_item(&settled).map_err(Error::from)?;
        for (place, (name, value)) in fields.into_iter().enumerate() {
            sets.push(format!("#{place} = :{place}"));
            update = update
                .expression_attribute_names(format!("#{place}"), name)
                .expression_attribute_values(format!(":{place}"), value);
        }
        let update = update.update_expression(format!("SET {} REMOVE content, due_shard, due_at", sets.join(", ")));
        let mut transaction = self.0.transaction(tenant);
        transaction.update(Part::Other, &keys::inbound(tenant, system, *id), update);
        match transaction.commit_alone().await {
            // It was listed for long enough.
            Err(CommitError::Refused(_)) => Ok(()),
            done => done,
        }
    }
}

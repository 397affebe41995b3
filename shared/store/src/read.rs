//! What is read, each in one call. Strongly consistent, but for the `due` index.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::{Location, Order, OrderId, Product, ProductId, Request, RequestId, Suppression, Tenant};
use jiff::Timestamp;
use vault::{TenantKeys, Token};

use crate::item::{
    ApiKeyItem, Attributes, GuardItem, IdempotencyItem, ProductItem, SealedItem, ServiceItem, SuppressionItem,
    TokenItem, from_item, instant, token_key,
};
use crate::keys::{self, DUE_SHARDS, Key, PK, SK};
use crate::locations::location_of;
use crate::order_item::OrderItem;
use crate::request_item::RequestItem;
use crate::tenant_item::TenantItem;
use crate::{ApiKeyRecord, Error, Sealed, Store, StoredReply, TenantRecord};

/// Tries for the keys that a batch read leaves unprocessed.
const BATCH_TRIES: u32 = 6;

/// All that a request's page or mail starts from.
pub struct RequestContext {
    /// The request.
    pub request: Request,
    /// Its shop.
    pub tenant: TenantRecord,
    personal: Option<SealedItem>,
}

impl RequestContext {
    /// The personal part in clear; `None` once it has left the table.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when it was not sealed with these keys.
    pub fn open(&self, keys: &TenantKeys) -> Result<Option<Sealed>, Error> {
        self.personal.as_ref().map(|item| item.open(self.request.id, keys)).transpose()
    }
}

/// What else a mail needs to know.
pub struct SendContext {
    /// Why nothing may be mailed to the address.
    pub suppression: Option<Suppression>,
    /// What the shop told of the order.
    pub order: Option<Order>,
    /// What the shop told of the products.
    pub products: Vec<Product>,
    /// The place of business that asks.
    pub location: Option<Location>,
}

/// A page of a tenant's requests, newest first.
pub struct Page {
    /// The requests.
    pub requests: Vec<Request>,
    /// Whether older ones follow.
    pub more: bool,
}

/// A step owed, as the index tells.
#[derive(Debug, Clone)]
pub struct Due {
    /// Whose.
    pub tenant: Tenant,
    /// Which request.
    pub id: RequestId,
    /// Since when it is owed.
    pub due_at: Timestamp,
    /// When the reconciler last woke somebody for it.
    pub nudged_at: Option<Timestamp>,
}

impl Store {
    /// An API key's record. A strong read: revocation is immediate.
    ///
    /// # Errors
    /// As the table says.
    pub async fn api_key(&self, digest: &str) -> Result<Option<ApiKeyRecord>, Error> {
        let item = self.get(&keys::api_key(digest)).await?;
        item.map(|item| from_item::<ApiKeyItem>(item)?.try_into()).transpose()
    }

    /// The service's wrapped root key.
    ///
    /// # Errors
    /// As the table says.
    pub async fn service(&self) -> Result<Option<Vec<u8>>, Error> {
        let item = self.get(&keys::service()).await?;
        item.map(|item| Ok(from_item::<ServiceItem>(item)?.root.into_vec())).transpose()
    }

    /// A tenant's record.
    ///
    /// # Errors
    /// As the table says.
    pub async fn tenant(&self, tenant: &Tenant) -> Result<Option<TenantRecord>, Error> {
        let item = self.get(&keys::tenant(tenant)).await?;
        item.map(|item| from_item::<TenantItem>(item)?.try_into()).transpose()
    }

    /// The request that a hub token opens.
    ///
    /// # Errors
    /// As the table says.
    pub async fn token(&self, token: &Token) -> Result<Option<(Tenant, RequestId)>, Error> {
        let item = self.get(&token_key(token)).await?;
        item.map(|item| from_item::<TokenItem>(item)?.read()).transpose()
    }

    /// One request.
    ///
    /// # Errors
    /// As the table says.
    pub async fn request(&self, tenant: &Tenant, id: RequestId) -> Result<Option<Request>, Error> {
        let item = self.get(&keys::request(tenant, id)).await?;
        item.map(|item| from_item::<RequestItem>(item)?.try_into()).transpose()
    }

    /// A request, its personal part and its shop.
    ///
    /// # Errors
    /// As the table says.
    pub async fn request_context(&self, tenant: &Tenant, id: RequestId) -> Result<Option<RequestContext>, Error> {
        Ok(self.request_context_with(tenant, id, &[]).await?.map(|(context, _)| context))
    }

    /// The same, with what else is read by the same call.
    pub(crate) async fn request_context_with(
        &self,
        tenant: &Tenant,
        id: RequestId,
        more: &[Key],
    ) -> Result<Option<(RequestContext, HashMap<Key, Attributes>)>, Error> {
        let (request, sealed, shop) = (keys::request(tenant, id), keys::sealed(tenant, id), keys::tenant(tenant));
        let mut found = self.batch([&[request.clone(), sealed.clone(), shop.clone()], more].concat()).await?;
        let Some(item) = found.remove(&request) else { return Ok(None) };
        let tenant = found.remove(&shop).ok_or_else(|| Error::Unreadable("a request without its tenant".to_owned()))?;
        let context = RequestContext {
            request: from_item::<RequestItem>(item)?.try_into()?,
            personal: found.remove(&sealed).map(from_item).transpose()?,
            tenant: from_item::<TenantItem>(tenant)?.try_into()?,
        };
        Ok(Some((context, found)))
    }

    /// Whether the address with this index may be mailed, the request's order and its products.
    ///
    /// # Errors
    /// As the table says.
    pub async fn send_context(
        &self,
        tenant: &Tenant,
        email_index: &str,
        request: &Request,
        keys: &TenantKeys,
    ) -> Result<SendContext, Error> {
        let (ids, suppression) = (request.products(), keys::suppression(tenant, email_index));
        // What the shop gave no reference of, it can't have told of.
        let order = request.order.is_given().then(|| keys::order(tenant, &request.order));
        let location = request.location.map(|id| keys::location(tenant, id));
        let wanted = ids.iter().map(|id| keys::product(tenant, id)).chain([suppression.clone()]);
        let wanted = wanted.chain(order.clone()).chain(location);
        let mut found = self.batch(wanted.collect()).await?;
        let order = order.and_then(|order| found.remove(&order));
        let suppression =
            found.remove(&suppression).map(|item| from_item::<SuppressionItem>(item)?.read()).transpose()?;
        Ok(SendContext {
            suppression,
            order: order.map(|item| from_item::<OrderItem>(item)?.open(request.order.clone(), keys)).transpose()?,
            products: products(tenant, &ids, &mut found)?,
            location: location_of(tenant, request, &mut found)?,
        })
    }

    /// What the shop told of an order.
    ///
    /// # Errors
    /// As the table says.
    pub async fn order(&self, tenant: &Tenant, id: &OrderId, keys: &TenantKeys) -> Result<Option<Order>, Error> {
        let item = self.get(&keys::order(tenant, id)).await?;
        item.map(|item| from_item::<OrderItem>(item)?.open(id.clone(), keys)).transpose()
    }

    /// What the shop told of a product.
    ///
    /// # Errors
    /// As the table says.
    pub async fn product(&self, tenant: &Tenant, id: &ProductId) -> Result<Option<Product>, Error> {
        let item = self.get(&keys::product(tenant, id)).await?;
        item.map(|item| from_item::<ProductItem>(item)?.read(id.clone())).transpose()
    }

    /// The request that holds a customer's order, while it does.
    ///
    /// # Errors
    /// As the table says.
    pub async fn guard_holder(
        &self,
        tenant: &Tenant,
        order_index: &str,
        now: Timestamp,
    ) -> Result<Option<RequestId>, Error> {
        let Some(item) = self.get(&keys::guard(tenant, order_index)).await? else { return Ok(None) };
        let guard: GuardItem = from_item(item)?;
        Ok(RequestId::new(guard.request_id).filter(|_| guard.active_until > now.as_millisecond()))
    }

    /// The answer kept under an idempotency key's fingerprint, while it is kept.
    ///
    /// # Errors
    /// As the table says.
    pub async fn stored_reply(
        &self,
        tenant: &Tenant,
        name: &str,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<StoredReply>, Error> {
        let Some(item) = self.get(&keys::idempotency(tenant, name)).await? else { return Ok(None) };
        let item: IdempotencyItem = from_item(item)?;
        // TTL removes late: what is over is over by its own time.
        if item.expires_at <= now.as_millisecond() {
            return Ok(None);
        }
        item.open(name, keys).map(Some)
    }

    /// The tenant's requests with ids below `before`, newest first, at most `limit`.
    ///
    /// # Errors
    /// As the table says.
    pub async fn requests(&self, tenant: &Tenant, before: Option<RequestId>, limit: u32) -> Result<Page, Error> {
        // One more than asked: whether it exists is whether another page does.
        let end = before.map_or_else(|| format!("{}~", keys::REQUESTS), |id| keys::request(tenant, id).sk);
        let wanted = i32::try_from(limit + 1).unwrap_or(i32::MAX);
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .scan_index_forward(false)
            .limit(wanted + i32::from(before.is_some()))
            .key_condition_expression("PK = :pk AND SK BETWEEN :from AND :to")
            .expression_attribute_values(":pk", AttributeValue::S(keys::tenant_pk(tenant)))
            .expression_attribute_values(":from", AttributeValue::S(keys::REQUESTS.to_owned()))
            .expression_attribute_values(":to", AttributeValue::S(end))
            .send()
            .await?;
        let mut requests = answer
            .items
            .unwrap_or_default()
            .into_iter()
            .map(|item| from_item::<RequestItem>(item)?.try_into())
            .collect::<Result<Vec<Request>, Error>>()?;
        // BETWEEN includes its end.
        requests.retain(|request| before.is_none_or(|before| request.id < before));
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = requests.len() > limit || answer.last_evaluated_key.is_some() && requests.len() < limit;
        requests.truncate(limit);
        Ok(Page { requests, more })
    }

    /// Steps owed before `until` in one shard of the index, oldest first, at most `limit`; the
    /// next ones follow `after`.
    ///
    /// # Errors
    /// As the table says.
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

    pub(crate) async fn get(&self, key: &Key) -> Result<Option<Attributes>, Error> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(true);
        Ok(get.set_key(Some(key.attributes())).send().await?.item)
    }

    /// All of the tenant's items whose sort keys start so.
    pub(crate) async fn starting(&self, tenant: &Tenant, start: &str) -> Result<Vec<Attributes>, Error> {
        self.between(tenant, start, start).await
    }

    /// All of the tenant's items from the first whose sort key starts with `first` to the last that
    /// starts with `last`. One call answers 1 MB; what is more is read, too.
    pub(crate) async fn between(&self, tenant: &Tenant, first: &str, last: &str) -> Result<Vec<Attributes>, Error> {
        let (mut items, mut start) = (Vec::new(), None);
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .consistent_read(true)
                .set_exclusive_start_key(start)
                .key_condition_expression("PK = :pk AND SK BETWEEN :from AND :to")
                .expression_attribute_values(":pk", AttributeValue::S(keys::tenant_pk(tenant)))
                .expression_attribute_values(":from", AttributeValue::S(first.to_owned()))
                .expression_attribute_values(":to", AttributeValue::S(format!("{last}~")))
                .send()
                .await?;
            items.extend(answer.items.unwrap_or_default());
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(items);
            }
        }
    }

    /// Reads up to 100 items in one call, and again what DynamoDB left out.
    pub(crate) async fn batch(&self, wanted: Vec<Key>) -> Result<HashMap<Key, Attributes>, Error> {
        let mut keys: Vec<_> = wanted.iter().map(Key::attributes).collect();
        let mut found = HashMap::new();
        for attempt in 0..BATCH_TRIES {
            let request = KeysAndAttributes::builder()
                .set_keys(Some(keys))
                .consistent_read(true)
                .build()
                .map_err(|error| Error::Refused(error.to_string()))?;
            let answer = self.client.batch_get_item().request_items(&self.table, request).send().await?;
            for item in answer.responses.unwrap_or_default().into_values().flatten() {
                if let Some(key) = key_of(&item) {
                    found.insert(key, item);
                }
            }
            keys = answer.unprocessed_keys.unwrap_or_default().into_values().flat_map(|rest| rest.keys).collect();
            if keys.is_empty() {
                return Ok(found);
            }
            let jitter = self.random.below(20 << attempt);
            tokio::time::sleep(Duration::from_millis(jitter)).await;
        }
        Err(Error::Unavailable("keys left unprocessed".to_owned()))
    }
}

pub(crate) fn products(
    tenant: &Tenant,
    ids: &[ProductId],
    found: &mut HashMap<Key, Attributes>,
) -> Result<Vec<Product>, Error> {
    let known = ids.iter().filter_map(|id| Some((id, found.remove(&keys::product(tenant, id))?)));
    known.map(|(id, item)| from_item::<ProductItem>(item)?.read(id.clone())).collect()
}

fn key_of(item: &Attributes) -> Option<Key> {
    let text = |name| item.get(name)?.as_s().ok().cloned();
    Some(Key { pk: text(PK)?, sk: text(SK)? })
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
    let (tenant, id) = keys::parse_request(&pk, &sk).ok_or_else(|| Error::Unreadable("a due row's key".to_owned()))?;
    Ok(Due { tenant, id, due_at: instant(due_at)?, nudged_at: nudged_at.map(instant).transpose()? })
}

//! Orders, as shops' systems have described them so far.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::Delete;
use domain::values::{RequestId, ShopSystem, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::table::{Attributes, CommitError, Error, Part, SK, from_item, json, keys, number, open, seal};
use vault::TenantKeys;

use super::Rows;
use crate::rules::OrderState;

/// The field to which a sealed state is bound.
const STATE: &str = "state";

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OrderStateRecord {
    /// The order's state, merged from all calls.
    #[serde(skip)]
    pub state: OrderState,
    /// The references under which a request was created, or is about to be.
    pub references: BTreeSet<String>,
    /// The requests that were cancelled because of what the system said, and not by the shop.
    pub withdrawn: BTreeSet<RequestId>,
    /// Whether the buyer was erased; a later call must not bring the buyer's data back.
    pub is_erased: bool,
    /// The blind index of the buyer's address, by which an erasure finds the order; `None` without a buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_by: Option<String>,
    /// Grows by 1 with every change; 0 for a new record.
    #[serde(skip)]
    pub version: u32,
}

/// The item has no time to live: if a shop leaves its system after years, these rows show what to erase.
#[derive(Serialize, Deserialize)]
struct OrderStateItem {
    #[serde(with = "json")]
    record: OrderStateRecord,
    state: ByteBuf,
    version: u32,
}

impl OrderStateItem {
    fn open(self, sk: &str, keys: &TenantKeys) -> Result<OrderStateRecord, Error> {
        let Self { record, state, version } = self;
        Ok(OrderStateRecord { state: open(&state, sk, STATE, keys)?, version, ..record })
    }
}

/// One order in the list of orders of its buyer's address.
#[derive(Serialize, Deserialize)]
struct BuyersOrderItem {
    #[serde(with = "ms::required")]
    at: Timestamp,
}

pub struct StoredSystemOrder {
    pub system: ShopSystem,
    /// The system's id of the order.
    pub id: String,
    pub record: OrderStateRecord,
}

impl Rows<'_> {
    /// The state of an order; an empty one before the first call.
    pub async fn order_state(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        order: &str,
        keys: &TenantKeys,
    ) -> Result<OrderStateRecord, Error> {
        let key = keys::order_state(tenant, system, order);
        let item = self.0.get(&key).await?;
        let record = item.map(|item| from_item::<OrderStateItem>(item)?.open(&key.sk, keys)).transpose()?;
        Ok(record.unwrap_or_default())
    }

    /// At most `limit` orders of a system after a place, and the place of the last; `None` if there are no more.
    pub async fn orders_of_system(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        after: Option<&str>,
        limit: usize,
        keys: &TenantKeys,
    ) -> Result<(Vec<StoredSystemOrder>, Option<String>), Error> {
        let mut orders = Vec::new();
        for shard in 0..keys::ORDER_SHARDS {
            let prefix = keys::order_states(system, shard);
            let start = after.filter(|after| after.starts_with(&prefix));
            if start.is_none() && after.is_some_and(|after| *after > *prefix) {
                continue;
            }
            let start = start.map(|sk| keys::order_state(tenant, system, &sk[prefix.len()..]).attributes());
            let left = i32::try_from(limit - orders.len()).unwrap_or(i32::MAX);
            let read = self.0.list(tenant, &prefix).limit(left).set_exclusive_start_key(start).send().await?;
            let mut last = None;
            for item in read.items.unwrap_or_default() {
                let sk = sort_key(&item);
                let id = sk.strip_prefix(&prefix).unwrap_or_default().to_owned();
                let record = from_item::<OrderStateItem>(item)?.open(&sk, keys)?;
                orders.push(StoredSystemOrder { system, id, record });
                last = Some(sk);
            }
            if orders.len() >= limit || read.last_evaluated_key.is_some() {
                return Ok((orders, last));
            }
        }
        Ok((orders, None))
    }

    /// When a system last said something about an order whose buyer has the address with this blind index; `None` if
    /// there is no such order.
    pub async fn last_order_of_address(&self, tenant: &Tenant, email_index: &str) -> Result<Option<Timestamp>, Error> {
        Ok(self.described(tenant, email_index).await?.into_iter().map(|(at, ..)| at).max())
    }

    /// The orders whose buyer has the address with this blind index, and when their systems last described them.
    async fn described(
        &self,
        tenant: &Tenant,
        email_index: &str,
    ) -> Result<Vec<(Timestamp, ShopSystem, String)>, Error> {
        let items = self.0.starting(tenant, &keys::orders_of_address(email_index)).await?.into_iter();
        let order = |item: Attributes| {
            let place = keys::parse_order_of_address(&sort_key(&item), email_index);
            let (system, id) = place.ok_or_else(|| Error::Unreadable("an order's place".to_owned()))?;
            Ok::<_, Error>((from_item::<BuyersOrderItem>(item)?.at, system, id))
        };
        items.map(order).collect()
    }

    /// The order that a system described last among those whose buyer has the address with this blind index.
    pub async fn newest_order_of_address(
        &self,
        tenant: &Tenant,
        email_index: &str,
        keys: &TenantKeys,
    ) -> Result<Option<StoredSystemOrder>, Error> {
        let newest = self.described(tenant, email_index).await?.into_iter().max();
        let Some((_, system, id)) = newest else { return Ok(None) };
        let record = self.order_state(tenant, system, &id, keys).await?;
        Ok(Some(StoredSystemOrder { system, id, record }))
    }

    /// The orders that a system described at `until` or earlier, and whose buyer has the address with this blind index.
    pub async fn orders_of_address(
        &self,
        tenant: &Tenant,
        email_index: &str,
        until: Timestamp,
        keys: &TenantKeys,
    ) -> Result<Vec<StoredSystemOrder>, Error> {
        let mut orders = Vec::new();
        let described = self.described(tenant, email_index).await?;
        for (_, system, id) in described.into_iter().filter(|(at, ..)| *at <= until) {
            let record = self.order_state(tenant, system, &id, keys).await?;
            orders.push(StoredSystemOrder { system, id, record });
        }
        Ok(orders)
    }

    /// Deletes what a system said about an order, unless that changed meanwhile.
    pub async fn remove_order_state(&self, tenant: &Tenant, order: &StoredSystemOrder) -> Result<(), CommitError> {
        let StoredSystemOrder { system, id, record } = order;
        let mut transaction = self.0.transaction(tenant);
        let unchanged = Delete::builder()
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(record.version));
        transaction.delete(Part::Other, &keys::order_state(tenant, *system, id), unchanged);
        if let Some(index) = &record.found_by {
            transaction.delete(Part::Other, &keys::order_of_address(tenant, index, *system, id), Delete::builder());
        }
        done(transaction.commit().await).map(drop)
    }

    /// The version of an order's state; 0 before the first call.
    pub async fn version_of_order_state(&self, tenant: &Tenant, system: ShopSystem, order: &str) -> Result<u32, Error> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let item = self.0.get(&keys::order_state(tenant, system, order)).await?;
        Ok(item.map(from_item::<Versioned>).transpose()?.map_or(0, |Versioned { version }| version))
    }

    /// Saves what a system said about an order, also under the buyer's address, if it has not changed since it was
    /// read. `record` becomes the next version. Returns whether it was saved.
    pub async fn save_order_state(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        order: &str,
        record: &mut OrderStateRecord,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<bool, CommitError> {
        let key = keys::order_state(tenant, system, order);
        let read = record.version;
        let index = record.state.buyer().map(|buyer| keys.email_index(&buyer.email));
        let before = std::mem::replace(&mut record.found_by, index);
        record.version += 1;
        let item = OrderStateItem {
            state: seal(&record.state, &key.sk, STATE, keys, self.0.random())?,
            record: record.clone(),
            version: record.version,
        };
        if before == record.found_by {
            return Ok(match read {
                0 => self.0.insert(&key, &item).await?,
                read => self.0.replace(&key, &item, read).await?,
            });
        }
        let mut transaction = self.0.transaction(tenant);
        match read {
            0 => transaction.insert(Part::Other, &key, &item),
            read => transaction.put(Part::Other, &key, &item, "version = :version", [(":version", number(read))]),
        }
        if let Some(index) = &before {
            transaction.delete(Part::Other, &keys::order_of_address(tenant, index, system, order), Delete::builder());
        }
        if let Some(index) = &record.found_by {
            let place = keys::order_of_address(tenant, index, system, order);
            transaction.put(Part::Other, &place, &BuyersOrderItem { at: now }, "", []);
        }
        done(transaction.commit().await)
    }

    /// Removes the buyer for good from what a system said about an order, if `order` still has this buyer.
    pub async fn erase_buyer(
        &self,
        tenant: &Tenant,
        order: &StoredSystemOrder,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let StoredSystemOrder { system, id, record: OrderStateRecord { found_by, .. } } = order;
        loop {
            let mut record = self.order_state(tenant, *system, id, keys).await?;
            if record.version == 0 || record.found_by != *found_by {
                return Ok(());
            }
            record.is_erased = true;
            record.forget_buyer();
            if self.save_order_state(tenant, *system, id, &mut record, keys, now).await? {
                return Ok(());
            }
        }
    }
}

fn sort_key(item: &Attributes) -> String {
    item.get(SK).and_then(|sk| sk.as_s().ok()).cloned().unwrap_or_default()
}

/// Whether the transaction was committed; `false` if somebody else changed the same row meanwhile.
fn done(committed: Result<(), CommitError>) -> Result<bool, CommitError> {
    match committed {
        Ok(()) => Ok(true),
        Err(CommitError::Refused(_) | CommitError::Conflict(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

impl OrderStateRecord {
    /// Removes the buyer's data if the buyer was erased, or if nobody is asked about the order anyway: a test, or a
    /// sale at a counter.
    pub fn forget_buyer(&mut self) {
        let Some(head) = &mut self.state.head else { return };
        if self.is_erased || head.is_test || head.is_in_store {
            (head.email, head.name, head.locale) = (None, None, None);
        }
        if self.is_erased {
            // Tags are removed, too, because the shop may have written anything into them.
            (head.tags, head.lacks_consent) = (BTreeSet::new(), None);
        }
    }
}

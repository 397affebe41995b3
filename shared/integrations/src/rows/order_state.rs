//! Orders as shops' systems described them so far.

use std::collections::BTreeSet;

use domain::{CustomerId, OrderId, RequestId, ShopSystem, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::table::{Key, SK, from_item, json, keys, open, seal};
use store::{CommitError, Error};
use vault::TenantKeys;

use super::{Rows, days_after};
use crate::rules::{Latest, OrderState};

/// The field to which a state is bound.
const STATE: &str = "state";
/// Days after an order was last heard of until what its system said is removed: long after the last instant of a request.
const KEPT_DAYS: i64 = 180;

/// An order's state, and what followed from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OrderStateRecord {
    /// The content of all calls.
    #[serde(skip)]
    pub state: OrderState,
    /// The references under which a request was made, or is about to be.
    pub references: BTreeSet<String>,
    /// The requests that were withdrawn for what the system said, and not by the shop.
    pub withdrawn: BTreeSet<RequestId>,
    /// Whether its buyer was erased: they do not come back with the next call.
    pub is_erased: bool,
    /// One more after every change; 0 for a new one.
    #[serde(skip)]
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct OrderStateItem {
    #[serde(with = "json")]
    record: OrderStateRecord,
    state: ByteBuf,
    version: u32,
    ttl: i64,
}

impl OrderStateItem {
    /// The state, and when it may be removed.
    fn open(self, sk: &str, keys: &TenantKeys) -> Result<(OrderStateRecord, i64), Error> {
        let Self { record, state, version, ttl } = self;
        Ok((OrderStateRecord { state: open(&state, sk, STATE, keys)?, version, ..record }, ttl))
    }
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
        let record = self.order_state_at(&keys::order_state(tenant, system, order), keys).await?;
        Ok(record.map(|(record, _)| record).unwrap_or_default())
    }

    async fn order_state_at(&self, key: &Key, keys: &TenantKeys) -> Result<Option<(OrderStateRecord, i64)>, Error> {
        let item = self.0.get(key).await?;
        item.map(|item| from_item::<OrderStateItem>(item)?.open(&key.sk, keys)).transpose()
    }

    /// At most so many orders of a system, with its ids of them.
    pub async fn orders_of_system(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        limit: usize,
        keys: &TenantKeys,
    ) -> Result<Vec<(String, OrderStateRecord)>, Error> {
        let mut orders = Vec::new();
        for shard in 0..keys::ORDER_SHARDS {
            let prefix = keys::order_states(system, shard);
            let left = i32::try_from(limit - orders.len()).unwrap_or(i32::MAX);
            for item in self.0.list(tenant, &prefix).limit(left).send().await?.items.unwrap_or_default() {
                let sk = item.get(SK).and_then(|sk| sk.as_s().ok()).cloned().unwrap_or_default();
                let id = sk.strip_prefix(&prefix).unwrap_or_default().to_owned();
                orders.push((id, from_item::<OrderStateItem>(item)?.open(&sk, keys)?.0));
            }
            if orders.len() >= limit {
                break;
            }
        }
        Ok(orders)
    }

    /// Removes what a system said of an order.
    pub async fn remove_order_state(&self, tenant: &Tenant, system: ShopSystem, order: &str) -> Result<(), Error> {
        self.0.remove(&keys::order_state(tenant, system, order)).await
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

    /// Saves what a system said of an order, if nobody did since it was read; `record` becomes the next version. Returns
    /// whether it did.
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
        self.save_state_at(&key, record, keys, days_after(now, KEPT_DAYS)).await
    }

    async fn save_state_at(
        &self,
        key: &Key,
        record: &mut OrderStateRecord,
        keys: &TenantKeys,
        ttl: i64,
    ) -> Result<bool, CommitError> {
        let read = record.version;
        record.version += 1;
        let item = OrderStateItem {
            state: seal(&record.state, &key.sk, STATE, keys, self.0.random())?,
            record: record.clone(),
            version: record.version,
            ttl,
        };
        Ok(match read {
            0 => self.0.insert(key, &item).await?,
            read => self.0.replace(key, &item, read).await?,
        })
    }

    /// Removes the buyer from what a system said of an order of a customer's, for good, unless it is `other`.
    pub async fn erase_order_state(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        order: &OrderId,
        other: Option<&str>,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let described = self.0.system_of_order(tenant, customer, order, keys).await?;
        let Some((system, id)) = described else { return Ok(()) };
        let key = keys::order_state(tenant, system, &id);
        loop {
            let Some((mut record, ttl)) = self.order_state_at(&key, keys).await? else { return Ok(()) };
            let email = record.state.email.as_ref().map(|email| email.value.as_str());
            if record.is_erased || other.is_some() && email == other {
                return Ok(());
            }
            record.is_erased = true;
            record.forget_buyer();
            if self.save_state_at(&key, &mut record, keys, ttl).await? {
                return Ok(());
            }
        }
    }
}

impl OrderStateRecord {
    /// Leaves out what the system says of the buyer, if they were erased, or if the order is none that anybody is asked about:
    /// a test, or a sale at a counter.
    pub fn forget_buyer(&mut self) {
        let is = |flag: &Latest<bool>| flag.as_ref().is_some_and(|flag| flag.value);
        if self.is_erased || is(&self.state.is_test) || is(&self.state.is_in_store) {
            let OrderState { email, name, locale, .. } = &mut self.state;
            (*email, *name, *locale) = (None, None, None);
        }
    }
}

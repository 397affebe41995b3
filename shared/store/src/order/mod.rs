//! Orders, as the shop provided them. The buyer's name and address are sealed.

mod group;
pub(crate) mod product;

use domain::customer::CustomerKey;
use domain::order::{Buyer, Order, OrderId};
use domain::values::{CustomerId, EmailAddress, Tenant, is_default, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

pub use self::product::{DescribedBy, ListedProduct};
use crate::table::{
    CommitError, Error, ListKey, Page, Part, Placed, Reading, Store, Transaction, from_item, json, keys, milliseconds,
    open, seal,
};

/// The name to which a sealed buyer is bound.
const BUYER: &str = "buyer";
/// How many orders one call reads, because DynamoDB reads at most 100 items.
const READ_AT_ONCE: usize = 100;
/// The condition under which an order with an instant is stored.
const NEWEST: &str = "attribute_not_exists(is_of_system) AND (attribute_not_exists(as_of) OR as_of <= :as_of)";

#[derive(Serialize, Deserialize)]
pub(crate) struct OrderItem {
    #[serde(with = "json")]
    order: Order,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    buyer: Option<ByteBuf>,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    as_of: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "is_default")]
    is_of_system: bool,
}

#[derive(Serialize, Deserialize)]
struct CustomerOrderItem {
    order: String,
    /// When the shop last provided the order; `None` once its buyer was erased.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
}

impl OrderItem {
    pub(crate) fn seal(order: &Order, keys: &TenantKeys, random: &Random) -> Result<Self, CommitError> {
        let sealed = |buyer: &Buyer| seal(buyer, &keys::order_sk(&order.id), BUYER, keys, random);
        let buyer = order.buyer.as_ref().map(sealed).transpose()?;
        Ok(Self { buyer, as_of: order.as_of, is_of_system: order.is_of_system, order: order.clone() })
    }

    pub(crate) fn open(self, id: OrderId, keys: &TenantKeys) -> Result<Order, Error> {
        let Self { order, buyer, as_of, is_of_system } = self;
        let buyer = buyer.map(|buyer| open(&buyer, &keys::order_sk(&id), BUYER, keys)).transpose()?;
        Ok(Order { id, buyer, as_of, is_of_system, ..order })
    }
}

impl Store {
    /// An order; `None` if the shop did not provide it.
    pub async fn order(&self, tenant: &Tenant, id: &OrderId, keys: &TenantKeys) -> Result<Option<Order>, Error> {
        let item = self.read(&keys::order(tenant, id)).await?;
        item.map(|item: OrderItem| item.open(id.clone(), keys)).transpose()
    }

    /// A page of the orders whose buyer is or was this customer or, without a customer, of those that came without a buyer or whose
    /// buyer was erased; in no particular order, and in two calls if they are at most 100.
    pub async fn orders(
        &self,
        tenant: &Tenant,
        customer: Option<CustomerId>,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Order>>, Error> {
        let page = self.placed(tenant, &keys::customer_orders(customer), reading).await?;
        let listed =
            page.try_map(|(place, item)| Ok((place, OrderId::stored(from_item::<CustomerOrderItem>(item)?.order))))?;
        let mut rows = Vec::with_capacity(listed.rows.len());
        let mut left = listed.rows.into_iter();
        loop {
            let some: Vec<_> = left.by_ref().take(READ_AT_ONCE).collect();
            if some.is_empty() {
                return Ok(Page { rows, more: listed.more });
            }
            let mut items = self.batch(some.iter().map(|(_, id)| keys::order(tenant, id)).collect()).await?;
            for (place, id) in some {
                let item = items.remove(&keys::order(tenant, &id));
                let order = item.map(|item| from_item::<OrderItem>(item)?.open(id, keys)).transpose()?;
                rows.push(Placed { place, row: order.filter(|order| customer.is_some() || order.buyer.is_none()) });
            }
        }
    }

    /// When the shop last provided one of a customer's orders; `None` without orders.
    pub async fn last_order_of(&self, tenant: &Tenant, customer: CustomerId) -> Result<Option<Timestamp>, Error> {
        let items = self.starting(tenant, &keys::customer_orders(Some(customer))).await?;
        let times = items.into_iter().map(|item| Ok(from_item::<CustomerOrderItem>(item)?.at));
        Ok(times.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().max())
    }

    /// Removes orders, and their entries in the buyer's list.
    pub async fn remove_orders(
        &self,
        tenant: &Tenant,
        orders: &[OrderId],
        buyer: Option<EmailAddress>,
        keys: &TenantKeys,
    ) -> Result<(), Error> {
        let customer = match buyer {
            Some(email) => self.customer_id(tenant, &CustomerKey::Email(email), keys).await?,
            None => None,
        };
        for order in orders {
            self.remove(&keys::order(tenant, order)).await?;
            let digest = keys.fingerprint(order.as_str().as_bytes());
            self.remove(&keys::customer_order(tenant, customer, &digest)).await?;
        }
        Ok(())
    }
}

impl Transaction<'_> {
    /// Creates or replaces an order, and lists it with its buyer, or with the orders of nobody. One with an instant replaces
    /// none of a later instant and none of a connected system.
    pub fn put_order(&mut self, order: &Order, buyer: Option<CustomerId>, keys: &TenantKeys, now: Timestamp) {
        let key = keys::order(self.tenant, &order.id);
        let Some(item) = self.made(OrderItem::seal(order, keys, &self.store.random)) else { return };
        match order.as_of {
            None => self.put(Part::Order, &key, &item, "", []),
            Some(at) => self.put(Part::Order, &key, &item, NEWEST, [(":as_of", milliseconds(at))]),
        }
        self.list_order(&order.id, buyer, keys, Some(now));
    }

    /// Lists an order that the shop provided at `at`.
    pub(crate) fn list_order(
        &mut self,
        id: &OrderId,
        buyer: Option<CustomerId>,
        keys: &TenantKeys,
        at: Option<Timestamp>,
    ) {
        let digest = keys.fingerprint(id.as_str().as_bytes());
        let item = CustomerOrderItem { order: id.as_str().to_owned(), at };
        self.set(&keys::customer_order(self.tenant, buyer, &digest), &item);
    }
}

//! Orders, as the shop provided them. The buyer's name and address are sealed.

mod group;
pub(crate) mod product;

use domain::customer::CustomerKey;
use domain::order::{Buyer, Order, OrderId};
use domain::values::{CustomerId, EmailAddress, Tenant, is_default, ms};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

pub use self::product::ListedProduct;
use crate::table::{
    CommitError, End, Error, ListKey, Page, Part, Placed, Reading, Store, Transaction, from_item, json, keys,
    milliseconds, open, seal,
};

/// The name to which a sealed buyer is bound.
const BUYER: &str = "buyer";
const READ_AT_ONCE: usize = 16;
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
        let item = self.get(&keys::order(tenant, id)).await?;
        item.map(|item| from_item::<OrderItem>(item)?.open(id.clone(), keys)).transpose()
    }

    /// All orders whose buyer is or was this customer.
    pub async fn orders_of(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        keys: &TenantKeys,
    ) -> Result<Vec<Order>, Error> {
        let items = self.starting(tenant, &keys::customer_orders(Some(customer))).await?;
        let orders = stream::iter(items).map(async |item| {
            let id = OrderId::stored(from_item::<CustomerOrderItem>(item)?.order);
            self.order(tenant, &id, keys).await
        });
        let orders: Vec<_> = orders.buffered(READ_AT_ONCE).try_collect().await?;
        Ok(orders.into_iter().flatten().collect())
    }

    /// A page of the orders that came without a buyer, or whose buyer was erased.
    pub async fn orders_of_nobody(
        &self,
        tenant: &Tenant,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Order>>, Error> {
        let Page { rows, more } = self.placed(tenant, &keys::customer_orders(None), reading).await?;
        let orders = stream::iter(rows).map(async |(place, item)| {
            let id = OrderId::stored(from_item::<CustomerOrderItem>(item)?.order);
            let row = self.order(tenant, &id, keys).await?.filter(|order| order.buyer.is_none());
            Ok::<_, Error>(Placed { place, row })
        });
        Ok(Page { rows: orders.buffered(READ_AT_ONCE).try_collect().await?, more })
    }
}

impl Store {
    /// When the shop last provided one of a customer's orders; `None` without orders.
    pub async fn last_order_of(&self, tenant: &Tenant, customer: CustomerId) -> Result<Option<Timestamp>, Error> {
        let items = self.starting(tenant, &keys::customer_orders(Some(customer))).await?;
        let times = items.into_iter().map(|item| Ok(from_item::<CustomerOrderItem>(item)?.at));
        Ok(times.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().max())
    }

    /// Some orders whose buyer is or was this customer, in no particular order, and whether there are more; in two
    /// calls.
    pub async fn some_orders_of(
        &self,
        tenant: &Tenant,
        customer: CustomerId,
        limit: u32,
        keys: &TenantKeys,
    ) -> Result<Page<Order>, Error> {
        let reading = Reading::first(End::Newest, limit);
        let Page { rows, more } = self.placed(tenant, &keys::customer_orders(Some(customer)), reading).await?;
        let id = |(_, item)| Ok(OrderId::stored(from_item::<CustomerOrderItem>(item)?.order));
        let ids = rows.into_iter().map(id).collect::<Result<Vec<_>, Error>>()?;
        let mut items = self.batch(ids.iter().map(|id| keys::order(tenant, id)).collect()).await?;
        let found = ids.into_iter().filter_map(|id| Some((items.remove(&keys::order(tenant, &id))?, id)));
        let rows =
            found.map(|(item, id)| from_item::<OrderItem>(item)?.open(id, keys)).collect::<Result<_, Error>>()?;
        Ok(Page { rows, more })
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
        match (OrderItem::seal(order, keys, &self.store.random), order.as_of) {
            (Err(error), _) => return self.failure = Some(error),
            (Ok(item), None) => self.put(Part::Order, &key, &item, "", []),
            (Ok(item), Some(at)) => self.put(Part::Order, &key, &item, NEWEST, [(":as_of", milliseconds(at))]),
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
        self.put(Part::Other, &keys::customer_order(self.tenant, buyer, &digest), &item, "", []);
    }
}

//! Orders, as their systems described them. Whoever bought, and what may say something about them, is sealed apart.

mod group;
mod listed;
pub(crate) mod product;

use std::collections::{BTreeSet, HashMap};

use domain::customer::{Customer, CustomerKey};
use domain::order::{Becomes, Buyer, NoAsk, Order, OrderId, OrderPlace};
use domain::request::Request;
use domain::values::{CustomerId, EmailAddress, RequestId, ShopSystem, Tenant, is_default, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

pub use self::listed::ListedOrder;
pub use self::product::{DescribedBy, ListedProduct};
use crate::table::{
    Attributes, CommitError, Error, Key, ListKey, Page, Part, Placed, Reading, Store, from_item, json, keys, number,
    open, seal,
};

/// The name to which the sealed part is bound.
const SEALED: &str = "sealed";
/// How many orders one call reads, because DynamoDB reads at most 100 items.
const READ_AT_ONCE: usize = 100;

/// An order's row: the order as its system has described it so far, and what we did about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRecord {
    pub order: Order,
    /// The references under which a request was created, or is about to be.
    #[serde(default, skip_serializing_if = "is_default")]
    pub references: BTreeSet<String>,
    /// The requests that were cancelled because of what the system said, and not by the shop.
    #[serde(default, skip_serializing_if = "is_default")]
    pub withdrawn: BTreeSet<RequestId>,
    /// Whether the buyer was erased; a later call of a connected system must not bring the buyer's data back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_erased: bool,
    /// Whether a rule has always left the order out: then only the rules see its buyer, who is no customer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_left_out: bool,
    /// Whether the shop said that nobody is to be asked about this order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_barred: bool,
    /// What becomes of the order; `None` if no connection asks about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Becomes>,
    /// The customer who bought, even if the order names no buyer any more; `None` if nobody may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<CustomerId>,
    /// The blind index of the buyer's address, by which an erasure finds the order; `None` without a buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_by: Option<String>,
    /// When the order's number was first known.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    numbered_at: Option<Timestamp>,
    /// Grows by 1 with every change; 0 for a new record.
    #[serde(skip)]
    pub version: u32,
}

/// The item has no time to live: if a shop leaves its system after years, these rows show what to erase.
#[derive(Serialize, Deserialize)]
pub(crate) struct OrderItem {
    /// Without what is sealed.
    #[serde(with = "json")]
    record: OrderRecord,
    sealed: ByteBuf,
    version: u32,
}

/// What is about the buyer. The shop may have written anything into the tags.
#[derive(Serialize, Deserialize)]
struct Sealed {
    buyer: Option<Buyer>,
    language: Option<String>,
    tags: BTreeSet<String>,
    agrees: Option<bool>,
}

/// An order in the list of the orders with its number.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct NumberedOrderItem {
    #[serde(flatten)]
    place: OrderPlace,
    /// The customer who bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    customer: Option<CustomerId>,
    /// When the order was placed, and when its number was first known.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    placed_at: Option<Timestamp>,
    #[serde(with = "ms::required")]
    at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct CustomerOrderItem {
    #[serde(flatten)]
    place: OrderPlace,
    /// When the shop last provided the order.
    #[serde(with = "ms::required")]
    at: Timestamp,
}

/// One order in the list of orders of its buyer's address.
#[derive(Serialize, Deserialize)]
struct BuyersOrderItem {
    #[serde(with = "ms::required")]
    at: Timestamp,
}

impl OrderItem {
    fn seal(record: &OrderRecord, sk: &str, keys: &TenantKeys, store: &Store) -> Result<Self, CommitError> {
        let (mut record, version) = (record.clone(), record.version);
        let Order { buyer, language, tags, agrees, .. } = &mut record.order;
        let sealed = Sealed {
            buyer: buyer.take(),
            language: language.take(),
            tags: std::mem::take(tags),
            agrees: agrees.take(),
        };
        Ok(Self { record, sealed: seal(&sealed, sk, SEALED, keys, store.random())?, version })
    }

    pub(crate) fn open(self, sk: &str, keys: &TenantKeys) -> Result<OrderRecord, Error> {
        let Self { record, sealed, version } = self;
        let Sealed { buyer, language, tags, agrees } = open(&sealed, sk, SEALED, keys)?;
        Ok(OrderRecord { order: Order { buyer, language, tags, agrees, ..record.order }, version, ..record })
    }
}

impl OrderRecord {
    pub fn unknown(place: OrderPlace) -> Self {
        Self {
            order: Order::unknown(place),
            references: BTreeSet::new(),
            withdrawn: BTreeSet::new(),
            is_erased: false,
            is_left_out: false,
            is_barred: false,
            becomes: None,
            customer: None,
            found_by: None,
            numbered_at: None,
            version: 0,
        }
    }

    /// The order as all but the rules see it; `None` as long as its number is unknown.
    pub fn shown(mut self) -> Option<Order> {
        self.order.number()?;
        if self.is_left_out {
            self.forget_all();
        }
        Some(self.order)
    }

    /// Removes the buyer.
    pub fn forget_buyer(&mut self) {
        (self.order.buyer, self.order.language, self.customer) = (None, None, None);
    }

    /// Removes the buyer, and what the shop may have written about them.
    pub fn forget_all(&mut self) {
        self.forget_buyer();
        (self.order.tags, self.order.agrees) = (BTreeSet::new(), None);
    }

    /// The order's number, with what the list of the orders with this number says.
    fn numbered(&self) -> Option<(OrderId, NumberedOrderItem)> {
        let (number, at) = (self.order.number()?.clone(), self.numbered_at?);
        let (place, placed_at) = (self.order.place.clone(), self.order.placed_at);
        Some((number, NumberedOrderItem { place, customer: self.customer, placed_at, at }))
    }
}

impl NumberedOrderItem {
    /// By what the newest of several orders is found.
    fn time(&self) -> (Timestamp, Timestamp) {
        (self.placed_at.unwrap_or(self.at), self.at)
    }
}

/// The newest of the orders with one number that this customer bought or, if there is none, the newest of all.
fn chosen(numbered: &[NumberedOrderItem], customer: Option<CustomerId>) -> Option<&OrderPlace> {
    let rank = |one: &&NumberedOrderItem| (customer.is_some() && one.customer == customer, one.time());
    numbered.iter().max_by_key(rank).map(|one| &one.place)
}

impl Store {
    /// An order's row; an empty one before the first call.
    pub async fn order_record(
        &self,
        tenant: &Tenant,
        place: &OrderPlace,
        keys: &TenantKeys,
    ) -> Result<OrderRecord, Error> {
        let key = keys::order(tenant, place);
        let item: Option<OrderItem> = self.read(&key).await?;
        Ok(item
            .map(|item| item.open(&key.sk, keys))
            .transpose()?
            .unwrap_or_else(|| OrderRecord::unknown(place.clone())))
    }

    async fn numbered(
        &self,
        tenant: &Tenant,
        number: &OrderId,
        keys: &TenantKeys,
    ) -> Result<Vec<NumberedOrderItem>, Error> {
        let items = self.starting(tenant, &keys::orders_numbered(&keys.order_list_index(number))).await?;
        items.into_iter().map(from_item).collect()
    }

    /// Where the orders with a number are, the newest first.
    pub async fn places_of_number(
        &self,
        tenant: &Tenant,
        number: &OrderId,
        keys: &TenantKeys,
    ) -> Result<Vec<OrderPlace>, Error> {
        let mut numbered = self.numbered(tenant, number, keys).await?;
        numbered.sort_by_key(NumberedOrderItem::time);
        numbered.reverse();
        Ok(numbered.into_iter().map(|one| one.place).collect())
    }

    /// The newest order with a number; of those that the buyer with this address bought, if there are any. `None` if the shop
    /// did not provide it.
    pub async fn order(
        &self,
        tenant: &Tenant,
        number: &OrderId,
        buyer: Option<&EmailAddress>,
        keys: &TenantKeys,
    ) -> Result<Option<Order>, Error> {
        let numbered = self.numbered(tenant, number, keys).await?;
        let customer = match buyer.filter(|_| numbered.len() > 1) {
            Some(email) => self.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?,
            None => None,
        };
        let Some(place) = chosen(&numbered, customer) else { return Ok(None) };
        Ok(self.order_record(tenant, place, keys).await?.shown())
    }

    /// Where the order of a request is: that of a connection's request is known; a call's request finds it by the number, its
    /// recipient's first. `None` if the shop did not provide it.
    pub async fn place_of_order(
        &self,
        tenant: &Tenant,
        request: &Request,
        keys: &TenantKeys,
    ) -> Result<Option<OrderPlace>, Error> {
        match &request.options.order {
            Some(place) => Ok(Some(place.clone())),
            // If we made the order's id up, there is no order to read.
            None if !request.order.is_given() => Ok(None),
            None => Ok(chosen(&self.numbered(tenant, &request.order, keys).await?, request.customer).cloned()),
        }
    }

    /// The order of a request.
    pub async fn order_of(
        &self,
        tenant: &Tenant,
        request: &Request,
        keys: &TenantKeys,
    ) -> Result<Option<Order>, Error> {
        let Some(place) = self.place_of_order(tenant, request, keys).await? else { return Ok(None) };
        Ok(self.order_record(tenant, &place, keys).await?.shown())
    }

    /// Those of these requests about this order's number that are about this order.
    pub async fn requests_about(
        &self,
        tenant: &Tenant,
        order: &Order,
        requests: impl Iterator<Item = Request>,
        keys: &TenantKeys,
    ) -> Result<Vec<Request>, Error> {
        let numbered = self.numbered(tenant, &order.id, keys).await?;
        let place =
            |request: &Request| request.options.order.clone().or_else(|| chosen(&numbered, request.customer).cloned());
        Ok(requests.filter(|request| place(request).as_ref() == Some(&order.place)).collect())
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
        let listed = page.try_map(|(place, item)| Ok((place, from_item::<CustomerOrderItem>(item)?.place)))?;
        let mut rows = Vec::with_capacity(listed.rows.len());
        let mut left = listed.rows.into_iter();
        loop {
            let some: Vec<_> = left.by_ref().take(READ_AT_ONCE).collect();
            if some.is_empty() {
                return Ok(Page { rows, more: listed.more });
            }
            let mut items = self.batch(some.iter().map(|(_, order)| keys::order(tenant, order)).collect()).await?;
            for (place, order) in some {
                let order = order_in(&mut items, &keys::order(tenant, &order), keys)?;
                rows.push(Placed { place, row: order.filter(|order| customer.is_some() || order.buyer.is_none()) });
            }
        }
    }

    /// When the shop last provided one of a customer's orders; `None` without orders.
    pub async fn last_order_of(&self, tenant: &Tenant, customer: CustomerId) -> Result<Option<Timestamp>, Error> {
        let items = self.starting(tenant, &keys::customer_orders(Some(customer))).await?;
        let times = items.into_iter().map(|item| Ok(from_item::<CustomerOrderItem>(item)?.at));
        Ok(times.collect::<Result<Vec<_>, Error>>()?.into_iter().max())
    }

    /// At most `limit` orders of a system.
    pub async fn orders_of_system(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        limit: usize,
        keys: &TenantKeys,
    ) -> Result<Vec<OrderRecord>, Error> {
        let mut orders = Vec::new();
        for shard in 0..keys::ORDER_SHARDS {
            let left = i32::try_from(limit - orders.len()).unwrap_or(i32::MAX);
            let read = self.list(tenant, &keys::orders_of_system(system, shard)).limit(left).send().await?;
            for item in read.items.unwrap_or_default() {
                let sk = keys::sk(&item).to_owned();
                orders.push(from_item::<OrderItem>(item)?.open(&sk, keys)?);
            }
            if orders.len() >= limit || read.last_evaluated_key.is_some() {
                break;
            }
        }
        Ok(orders)
    }

    /// When an order was last described whose buyer has the address with this blind index; `None` if there is none.
    pub async fn last_order_of_address(&self, tenant: &Tenant, email_index: &str) -> Result<Option<Timestamp>, Error> {
        Ok(self.described(tenant, email_index).await?.into_iter().map(|(at, _)| at).max())
    }

    /// The orders whose buyer has the address with this blind index, and when they were last described.
    async fn described(&self, tenant: &Tenant, email_index: &str) -> Result<Vec<(Timestamp, OrderPlace)>, Error> {
        let items = self.starting(tenant, &keys::orders_of_address(email_index)).await?.into_iter();
        let order = |item: Attributes| {
            let place = keys::parse_order_of_address(keys::sk(&item), email_index);
            let place = place.ok_or_else(|| Error::Unreadable("an order's place".to_owned()))?;
            Ok::<_, Error>((from_item::<BuyersOrderItem>(item)?.at, place))
        };
        items.map(order).collect()
    }

    /// The order that was described last among those whose buyer has the address with this blind index, with the buyer even if
    /// it is left out.
    pub async fn newest_order_of_address(
        &self,
        tenant: &Tenant,
        email_index: &str,
        keys: &TenantKeys,
    ) -> Result<Option<Order>, Error> {
        let newest = self.described(tenant, email_index).await?.into_iter().max();
        let Some((_, place)) = newest else { return Ok(None) };
        Ok(Some(self.order_record(tenant, &place, keys).await?.order))
    }

    /// The orders that were described at `until` or earlier, and whose buyer has the address with this blind index, with the buyer
    /// even if they are left out.
    pub async fn orders_of_address(
        &self,
        tenant: &Tenant,
        email_index: &str,
        until: Timestamp,
        keys: &TenantKeys,
    ) -> Result<Vec<Order>, Error> {
        let mut orders = Vec::new();
        for (_, place) in self.described(tenant, email_index).await?.into_iter().filter(|(at, _)| *at <= until) {
            orders.push(self.order_record(tenant, &place, keys).await?.order);
        }
        Ok(orders)
    }

    /// Saves an order that was read as `known`, if it has not changed since, together with the lists in which it is, and makes its
    /// buyer a customer. `record` becomes the next version. Returns whether it was saved.
    pub async fn save_order(
        &self,
        tenant: &Tenant,
        known: &OrderRecord,
        record: &mut OrderRecord,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<bool, CommitError> {
        let key = keys::order(tenant, &record.order.place);
        let mut transaction = self.transaction(tenant);
        record.found_by = record.order.buyer.as_ref().map(|buyer| keys.email_index(&buyer.email));
        record.numbered_at = record.order.number().and(record.numbered_at.or(Some(now)));
        record.customer = match record.order.buyer.as_ref() {
            _ if record.is_left_out => None,
            Some(_) if known.customer.is_some() && known.found_by == record.found_by => known.customer,
            // The customer is read first: a refused transaction costs more than a read.
            Some(Buyer { email, name }) => {
                let stored = self.customer_id(tenant, &CustomerKey::Email(email.clone()), keys).await?;
                let id = stored.unwrap_or_else(|| CustomerId::mint(now, self.random().u16()));
                if stored.is_none() {
                    let customer = Customer::from_email(id, email.clone(), name.as_ref(), now);
                    transaction.insert_customer(&customer, keys);
                }
                Some(id)
            }
            None => record.customer,
        };
        record.version += 1;
        let item = OrderItem::seal(record, &key.sk, keys, self)?;
        let is_same = known.order == record.order && known.customer == record.customer;
        if known.version > 0 && is_same && known.becomes == record.becomes {
            return Ok(self.replace(&key, &item, known.version).await?);
        }
        transaction.put_next(Part::Order, &key, &item, known.version);
        transaction.list_order(known, record);
        if known.found_by != record.found_by {
            if let Some(index) = &known.found_by {
                transaction.forget(&keys::order_of_address(tenant, index, &known.order.place));
            }
            if let Some(index) = &record.found_by {
                let place = keys::order_of_address(tenant, index, &record.order.place);
                transaction.set(&place, &BuyersOrderItem { at: now });
            }
        }
        let (before, numbered) = (known.numbered(), record.numbered());
        let at = |number: &OrderId| keys::order_numbered(tenant, &keys.order_list_index(number), &record.order.place);
        if let Some((number, _)) = before.as_ref().filter(|(number, _)| Some(number) != record.order.number()) {
            transaction.forget(&at(number));
        }
        if let Some((number, item)) = numbered.as_ref().filter(|_| before != numbered) {
            transaction.set(&at(number), item);
        }
        if record.order.number().is_some() {
            let place = record.order.place.clone();
            let listed = keys::customer_order(tenant, record.customer, &digest(&place, keys));
            transaction.set(&listed, &CustomerOrderItem { place, at: now });
        }
        done(transaction.commit().await)
    }

    /// Notes what becomes of an order, which was read as `known`, in its row and in the list. Its version stays, because nobody has
    /// to follow this. Returns whether it was noted: not if the order has changed since.
    pub async fn note_becomes(
        &self,
        tenant: &Tenant,
        known: &OrderRecord,
        becomes: Becomes,
        keys: &TenantKeys,
    ) -> Result<bool, CommitError> {
        let key = keys::order(tenant, &known.order.place);
        let record = OrderRecord { becomes: Some(becomes), ..known.clone() };
        let item = OrderItem::seal(&record, &key.sk, keys, self)?;
        if known.listed() == record.listed() {
            return Ok(self.replace(&key, &item, known.version).await?);
        }
        let mut transaction = self.transaction(tenant);
        transaction.put_next(Part::Order, &key, &item, known.version);
        transaction.list_order(known, &record);
        done(transaction.commit().await)
    }

    /// Removes the buyer for good from an order, if it still has this buyer, and the order from the customer's list. A program of
    /// the shop may bring the buyer back; no other system does.
    /// Errors: [`CommitError::Conflict`] if the order changes at this moment: try again.
    pub async fn erase_buyer(
        &self,
        tenant: &Tenant,
        customer: Option<CustomerId>,
        order: &Order,
        is_buyer: bool,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let place = &order.place;
        let known = self.order_record(tenant, place, keys).await?;
        if is_buyer && known.version > 0 && known.order.buyer == order.buyer {
            let mut record = known.clone();
            record.is_erased = place.system != ShopSystem::Own;
            record.forget_all();
            let erased = |becomes| Becomes { due_at: None, reason: Some(NoAsk::Anonymised), ..becomes };
            record.becomes = record.becomes.map(erased);
            if !self.save_order(tenant, &known, &mut record, keys, now).await? {
                return Err(CommitError::Conflict(vec![Part::Order]));
            }
        }
        let Some(customer) = customer else { return Ok(()) };
        Ok(self.remove(&keys::customer_order(tenant, Some(customer), &digest(place, keys))).await?)
    }

    /// Deletes an order and its entries in lists, unless it changed meanwhile.
    pub async fn remove_order(
        &self,
        tenant: &Tenant,
        record: &OrderRecord,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let place = &record.order.place;
        let mut transaction = self.transaction(tenant);
        let values = [(":version", number(record.version))];
        transaction.delete_if(Part::Order, &keys::order(tenant, place), "version = :version", values);
        if let Some(index) = &record.found_by {
            transaction.forget(&keys::order_of_address(tenant, index, place));
        }
        if let Some(number) = record.order.number() {
            transaction.forget(&keys::order_numbered(tenant, &keys.order_list_index(number), place));
            transaction.forget(&keys::customer_order(tenant, record.customer, &digest(place, keys)));
        }
        transaction.list_order(record, &OrderRecord::unknown(place.clone()));
        done(transaction.commit().await).map(drop)
    }
}

/// An order among items that were read, as all but the rules see it.
pub(crate) fn order_in(
    items: &mut HashMap<Key, Attributes>,
    key: &Key,
    keys: &TenantKeys,
) -> Result<Option<Order>, Error> {
    let Some(item) = items.remove(key) else { return Ok(None) };
    Ok(from_item::<OrderItem>(item)?.open(&key.sk, keys)?.shown())
}

/// An order in its buyer's list.
fn digest(OrderPlace { system, id }: &OrderPlace, keys: &TenantKeys) -> String {
    keys.fingerprint(format!("{}/{id}", system.as_str()).as_bytes())
}

/// Whether the transaction was committed; `false` if somebody else changed the same row meanwhile.
fn done(committed: Result<(), CommitError>) -> Result<bool, CommitError> {
    match committed {
        Ok(()) => Ok(true),
        Err(CommitError::Refused(_) | CommitError::Conflict(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

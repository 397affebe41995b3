//! Customers, and the pointers from their email address and phone number.

pub(crate) mod location;
mod name;
pub(crate) mod request;

use std::collections::{BTreeMap, BTreeSet};

use domain::customer::{Charge, Customer, CustomerKey};
use domain::request::Request;
use domain::values::{Channel, ChargeId, CustomerId, EmailAddress, Phone, RequestId, Tenant};
use futures_util::future::try_join_all;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::table::{
    CommitError, Error, Key, ListKey, Page, Part, Placed, Reading, Row, Store, Transaction, from_item, keys, number,
    open, read_row, seal,
};

/// The customers to whom an email address and a phone number belong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Owners {
    pub email: Option<CustomerId>,
    pub phone: Option<CustomerId>,
}

#[derive(Serialize, Deserialize)]
struct PointerItem {
    customer: CustomerId,
}

impl Store {
    /// A customer; `None` for an unknown id.
    pub async fn customer(
        &self,
        tenant: &Tenant,
        id: CustomerId,
        keys: &TenantKeys,
    ) -> Result<Option<Customer>, Error> {
        self.read(&keys::customer(tenant, id)).await?.map(|item: CustomerItem| item.open(id, keys)).transpose()
    }

    /// The customers with these ids, at most 100, in one call.
    pub async fn customers_with(
        &self,
        tenant: &Tenant,
        ids: &BTreeSet<CustomerId>,
        keys: &TenantKeys,
    ) -> Result<BTreeMap<CustomerId, Customer>, Error> {
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let key = |id: &CustomerId| keys::customer(tenant, *id);
        let mut items = self.batch(ids.iter().map(key).collect()).await?;
        let found = ids.iter().filter_map(|id| Some((*id, items.remove(&key(id))?)));
        found.map(|(id, item)| Ok((id, from_item::<CustomerItem>(item)?.open(id, keys)?))).collect()
    }

    /// The customer to whom an address or number belongs.
    pub async fn customer_id(
        &self,
        tenant: &Tenant,
        key: &CustomerKey,
        keys: &TenantKeys,
    ) -> Result<Option<CustomerId>, Error> {
        let index = match key {
            CustomerKey::Email(email) => keys.email_index(email),
            CustomerKey::Phone(phone) => keys.phone_index(phone),
        };
        self.customer_at(tenant, key.channel(), &index).await
    }

    /// The same by the address' or number's blind index.
    pub async fn customer_at(
        &self,
        tenant: &Tenant,
        channel: Channel,
        index: &str,
    ) -> Result<Option<CustomerId>, Error> {
        let pointer = self.read(&keys::customer_pointer(tenant, channel, index)).await?;
        Ok(pointer.map(|PointerItem { customer }| customer))
    }

    /// The customers to whom an address and a number belong, in one call.
    pub async fn owners(
        &self,
        tenant: &Tenant,
        email: Option<&EmailAddress>,
        phone: Option<&Phone>,
        keys: &TenantKeys,
    ) -> Result<Owners, Error> {
        let email = email.map(|email| keys::customer_pointer(tenant, Channel::Email, &keys.email_index(email)));
        let phone = phone.map(|phone| keys::customer_pointer(tenant, Channel::Sms, &keys.phone_index(phone)));
        let pointers: Vec<_> = email.iter().chain(&phone).cloned().collect();
        if pointers.is_empty() {
            return Ok(Owners::default());
        }
        let mut items = self.batch(pointers).await?;
        let mut owner = |key: Option<Key>| {
            let item = key.and_then(|key| items.remove(&key));
            item.map(|item| from_item::<PointerItem>(item).map(|pointer| pointer.customer)).transpose()
        };
        Ok(Owners { email: owner(email)?, phone: owner(phone)? })
    }

    pub async fn customers(
        &self,
        tenant: &Tenant,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Customer>>, Error> {
        self.placed(tenant, keys::CUSTOMERS, reading).await?.try_map(|(place, item)| {
            let id = keys::id_behind(&item, keys::CUSTOMERS)?;
            Ok(Placed { place, row: Some(from_item::<CustomerItem>(item)?.open(id, keys)?) })
        })
    }
}

/// A customer's newest request, and whether the customer is suppressed.
#[derive(Debug)]
pub struct NewestRequest {
    /// The request; `None` if they never got one, or it is no longer stored.
    pub request: Option<Request>,
    /// Whether the customer's address (or number, if there is no address) is suppressed.
    pub is_suppressed: bool,
}

impl Store {
    /// The newest requests of at most 50 customers. One call for each customer runs at the same time, then one call for
    /// all. The customers' own records do not contain these requests, so that creating a request writes nothing for
    /// this list.
    pub async fn newest_requests(
        &self,
        tenant: &Tenant,
        customers: &[Customer],
        keys: &TenantKeys,
    ) -> Result<Vec<NewestRequest>, Error> {
        let newest = try_join_all(customers.iter().map(|customer| self.newest_request(tenant, customer))).await?;
        let place = |(customer, newest): (&Customer, Option<RequestId>)| {
            let email = customer.email.as_ref().map(|email| keys.email_index(email));
            let index = email.or_else(|| customer.phone.as_ref().map(|phone| keys.phone_index(phone)));
            let request = newest.map(|id| keys::request(tenant, id));
            (request, index.map(|index| keys::suppression(tenant, &index)))
        };
        let places: Vec<_> = customers.iter().zip(newest).map(place).collect();
        let wanted: Vec<_> = places.iter().flat_map(|(request, index)| [request, index]).flatten().cloned().collect();
        let mut items = self.batch(wanted).await?;
        let read = |(request, index): (Option<Key>, Option<Key>)| {
            let item = request.and_then(|key| items.remove(&key));
            let request = item.map(read_row).transpose()?;
            Ok::<_, Error>(NewestRequest { request, is_suppressed: index.is_some_and(|key| items.contains_key(&key)) })
        };
        places.into_iter().map(read).collect()
    }
}

impl Transaction<'_> {
    /// Inserts a customer with pointers from their address and number. Refused if either belongs to another customer.
    pub fn insert_customer(&mut self, customer: &Customer, keys: &TenantKeys) {
        self.save_customer(None, customer, keys);
        if let Some(email) = &customer.email {
            self.point(customer.id, Channel::Email, &keys.email_index(email));
        }
        if let Some(phone) = &customer.phone {
            self.point(customer.id, Channel::Sms, &keys.phone_index(phone));
        }
    }

    /// Saves a customer, who was read as `before`, as their next version, but not their pointers; `None` for a new customer. Refused
    /// if the customer changed since the read.
    pub fn save_customer(&mut self, before: Option<&Customer>, customer: &Customer, keys: &TenantKeys) {
        if let Some(item) = self.made(CustomerItem::seal(customer, keys, &self.store.random)) {
            self.put_next(Part::Other, &keys::customer(self.tenant, customer.id), &item, customer.version);
        }
        self.index_name(before, Some(customer), keys);
        if before.is_none() {
            self.add_to_total("customers", 1);
        }
    }

    /// Removes a customer. Refused if the customer changed since the read.
    pub(crate) fn remove_customer(&mut self, customer: &Customer, keys: &TenantKeys) {
        let (key, values) = (keys::customer(self.tenant, customer.id), [(":read", number(customer.version))]);
        self.delete_if(Part::Customer, &key, "version = :read", values);
        self.index_name(Some(customer), None, keys);
        self.add_to_total("customers", -1);
    }

    /// Lets an address or number point to a customer. Refused if it already points to one.
    pub fn point(&mut self, customer: CustomerId, channel: Channel, index: &str) {
        let key = keys::customer_pointer(self.tenant, channel, index);
        self.insert(Part::Customer, &key, &PointerItem { customer });
    }

    /// Refuses the transaction unless an address points to this customer.
    pub fn require_customer(&mut self, customer: CustomerId, email_index: &str) {
        let key = keys::customer_pointer(self.tenant, Channel::Email, email_index);
        self.require(Part::Customer, &key, "customer = :customer", [(":customer", number(customer))]);
    }

    /// Removes the pointer of an address or number. Refused unless it points to this customer.
    pub fn unpoint(&mut self, customer: CustomerId, channel: Channel, index: &str) {
        let key = keys::customer_pointer(self.tenant, channel, index);
        self.delete_if(Part::Other, &key, "customer = :customer", [(":customer", number(customer))]);
    }
}

// Charges: payments by a customer. They are recorded, but nothing depends on them yet.

impl Row for Charge {
    const KIND: &'static str = "charge";
    type Id<'a> = (CustomerId, ChargeId);

    fn key(tenant: &Tenant, (customer, id): (CustomerId, ChargeId)) -> Key {
        keys::charge(tenant, customer, id)
    }

    fn id(&self) -> (CustomerId, ChargeId) {
        (self.customer, self.id)
    }
}

impl Store {
    /// All of a customer's charges, oldest first.
    pub async fn charges(&self, tenant: &Tenant, customer: CustomerId) -> Result<Vec<Charge>, Error> {
        self.all(tenant, &keys::charges(customer)).await
    }
}

/// The name to which the sealed customer is bound.
const PERSONAL: &str = "personal";

#[derive(Serialize, Deserialize)]
pub(crate) struct CustomerItem {
    personal: ByteBuf,
    /// In clear, for readers without keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) first_request: Option<RequestId>,
    version: u64,
}

impl CustomerItem {
    pub(crate) fn seal(customer: &Customer, keys: &TenantKeys, random: &Random) -> Result<Self, CommitError> {
        Ok(Self {
            personal: seal(customer, &keys::customer_sk(customer.id), PERSONAL, keys, random)?,
            first_request: customer.first_request,
            version: customer.version + 1,
        })
    }

    pub(crate) fn open(self, id: CustomerId, keys: &TenantKeys) -> Result<Customer, Error> {
        let Self { personal, first_request, version } = self;
        Ok(Customer { first_request, version, ..open(&personal, &keys::customer_sk(id), PERSONAL, keys)? })
    }
}

//! Customers: found by id, by address or by number, and written together with what concerns them.

use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, Delete, ReturnValuesOnConditionCheckFailure};
use domain::{Amount, Charge, Customer, CustomerId, CustomerKey, EmailAddress, Id, Phone, Request, Subject, Tenant};
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use crate::customer_item::{CustomerItem, PointerItem};
use crate::item::from_item;
use crate::keys::{self, DAY_SHARDS, Key};
use crate::request_item::{StepPart, known};
use crate::transaction::{Part, Transaction, number};
use crate::{Error, Store};

impl Store {
    /// A customer.
    ///
    /// # Errors
    /// As the table says.
    pub async fn customer(
        &self,
        tenant: &Tenant,
        id: CustomerId,
        keys: &TenantKeys,
    ) -> Result<Option<Customer>, Error> {
        let item = self.get(&keys::customer(tenant, id)).await?;
        item.map(|item| from_item::<CustomerItem>(item)?.open(id, keys)).transpose()
    }

    /// Which customer has this address or number.
    ///
    /// # Errors
    /// As the table says.
    pub async fn customer_id(
        &self,
        tenant: &Tenant,
        key: &CustomerKey,
        keys: &TenantKeys,
    ) -> Result<Option<CustomerId>, Error> {
        let pointer = match key {
            CustomerKey::Email(email) => keys::customer_email(tenant, &keys.email_index(email)),
            CustomerKey::Phone(phone) => keys::customer_phone(tenant, &keys.phone_index(phone)),
        };
        let item = self.get(&pointer).await?;
        known(item.map(|item| from_item::<PointerItem>(item).map(|pointer| pointer.customer)).transpose()?)
    }

    /// Whose an address and a number are, in one call.
    ///
    /// # Errors
    /// As the table says.
    pub async fn owners(
        &self,
        tenant: &Tenant,
        email: Option<&EmailAddress>,
        phone: Option<&Phone>,
        keys: &TenantKeys,
    ) -> Result<Owners, Error> {
        let email = email.map(|email| keys::customer_email(tenant, &keys.email_index(email)));
        let phone = phone.map(|phone| keys::customer_phone(tenant, &keys.phone_index(phone)));
        let wanted: Vec<_> = email.iter().chain(&phone).cloned().collect();
        if wanted.is_empty() {
            return Ok(Owners::default());
        }
        let mut found = self.batch(wanted).await?;
        let mut owner = |key: Option<Key>| {
            let item = key.and_then(|key| found.remove(&key));
            known(item.map(|item| from_item::<PointerItem>(item).map(|pointer| pointer.customer)).transpose()?)
        };
        Ok(Owners { email: owner(email)?, phone: owner(phone)? })
    }
}

/// Who has an address and a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Owners {
    /// Whose the address is.
    pub email: Option<CustomerId>,
    /// Whose the number is.
    pub phone: Option<CustomerId>,
}

/// A charge as an item.
#[derive(Serialize)]
struct ChargeItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<u64>,
    charged_at: i64,
}

/// What a customer's list knows of a review: where it is, by its key, and what it is about. The
/// request may leave the table before its reviews do.
#[derive(Serialize, Deserialize)]
pub(crate) struct ReviewedItem {
    /// Absent for the shop itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
}

impl Transaction<'_> {
    /// Inserts a customer, if nobody has their address or number.
    pub fn insert_customer(&mut self, customer: &Customer, keys: &TenantKeys) {
        self.insert_unnamed_customer(customer, keys);
        if let Some(email) = &customer.email {
            self.point_email(customer.id, &keys.email_index(email));
        }
        if let Some(phone) = &customer.phone {
            self.point_phone(customer.id, &keys.phone_index(phone));
        }
    }

    /// Inserts a customer to whom neither their address nor their number leads.
    pub fn insert_unnamed_customer(&mut self, customer: &Customer, keys: &TenantKeys) {
        self.add_customer(customer, keys, "attribute_not_exists(PK)", []);
        let shard = self.store.random.below(DAY_SHARDS);
        self.increment(&keys::customer_counter(self.tenant, shard), "customers", 1);
    }

    /// Saves a customer, if it is the version that was read; `customer` becomes the next version.
    pub fn save_customer(&mut self, customer: &mut Customer, keys: &TenantKeys) {
        let read = customer.version;
        customer.version += 1;
        self.add_customer(customer, keys, "version = :read", [(":read", number(read))]);
    }

    /// Lets an address lead to a customer, if it leads to nobody.
    pub fn point_email(&mut self, customer: CustomerId, email_index: &str) {
        let key = keys::customer_email(self.tenant, email_index);
        self.insert(Part::Customer, &key, &PointerItem { customer: customer.get() });
    }

    /// Requires that an address leads to this customer.
    pub fn require_customer(&mut self, customer: CustomerId, email_index: &str) {
        let check = ConditionCheck::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::customer_email(self.tenant, email_index).attributes()))
            .condition_expression("customer = :customer")
            .expression_attribute_values(":customer", number(customer.get()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        self.add(Part::Customer, check.build(), |check, item| item.condition_check(check));
    }

    /// Lets a number lead to a customer, if it leads to nobody.
    pub fn point_phone(&mut self, customer: CustomerId, phone_index: &str) {
        let key = keys::customer_phone(self.tenant, phone_index);
        self.insert(Part::Customer, &key, &PointerItem { customer: customer.get() });
    }

    /// An address leads to this customer no longer.
    pub fn unpoint_email(&mut self, customer: CustomerId, email_index: &str) {
        self.unpoint(customer, &keys::customer_email(self.tenant, email_index));
    }

    /// A number leads to this customer no longer.
    pub fn unpoint_phone(&mut self, customer: CustomerId, phone_index: &str) {
        self.unpoint(customer, &keys::customer_phone(self.tenant, phone_index));
    }

    fn unpoint(&mut self, customer: CustomerId, key: &Key) {
        let delete = Delete::builder()
            .table_name(&self.store.table)
            .set_key(Some(key.attributes()))
            .condition_expression("customer = :customer")
            .expression_attribute_values(":customer", number(customer));
        self.add(Part::Other, delete.build(), |delete, item| item.delete(delete));
    }

    /// Inserts a charge.
    pub fn insert_charge(&mut self, charge: &Charge) {
        let Charge { id, customer, amount, currency, location, charged_at } = charge;
        let item = ChargeItem {
            amount: amount.map(Amount::units),
            currency: currency.as_ref().map(|currency| currency.as_str().to_owned()),
            location: location.map(Id::get),
            charged_at: charged_at.as_millisecond(),
        };
        self.insert(Part::Other, &keys::charge(self.tenant, *customer, *id), &item);
    }

    fn add_customer<const N: usize>(
        &mut self,
        customer: &Customer,
        keys: &TenantKeys,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) {
        match CustomerItem::seal(customer, keys, &self.store.random) {
            Ok(item) => self.put(Part::Other, &keys::customer(self.tenant, customer.id), &item, condition, values),
            Err(error) => self.failure = Some(error),
        }
    }

    /// Notes what became of a request's message for its customer, who may be unknown.
    pub fn put_message(&mut self, request: &Request, step: usize) {
        let (Some(customer), Some(sent)) = (request.customer, request.steps.get(step)) else { return };
        let key = keys::message(self.tenant, customer, request.id, step);
        self.put(Part::Other, &key, &StepPart::from(sent), "", []);
        self.increment(&keys::customer_totals(self.tenant, customer), "messages", 1);
    }

    /// Notes for its customer, who may be unknown, that an item of a request was reviewed.
    pub fn note_review(&mut self, request: &Request, item: usize) {
        let Some(customer) = request.customer else { return };
        let product = match request.items.get(item).map(|item| &item.subject) {
            Some(Subject::Product(id)) => Some(id.as_str().to_owned()),
            Some(Subject::Shop) | None => None,
        };
        let key = keys::customer_review(self.tenant, customer, request.id, item);
        self.put(Part::Other, &key, &ReviewedItem { product }, "", []);
        self.increment(&keys::customer_totals(self.tenant, customer), "reviews", 1);
    }
}

//! A shop's customers and their charges.
//!
//! Told by `tests/stories/dialects/customers.story`.

use app::caller::Caller;
use app::error::{Error, retry};
use app::idempotency::{IdempotentCall, Reply, earlier};
use domain::customer::{Charge, Customer, CustomerKey, Location, Slug};
use domain::review::Review;
use domain::values::{Amount, Channel, ChargeId, Currency, CustomerId};
use edge::beacon::CustomersById;
use jiff::Timestamp;
use store::customer::Owners;
use store::list::List;
use store::message::CustomerMessage;
use store::table::{Store, Transaction};
use vault::Random;

use crate::use_cases::CustomerChanges;
use crate::use_cases::numbered::{self, NumberedPage, PageAsked};

#[derive(Clone)]
pub struct Customers {
    pub store: Store,
    pub random: Random,
}

#[derive(Debug, Clone)]
pub struct NewCharge {
    pub key: CustomerKey,
    /// The amount in the currency's smallest unit, if known.
    pub amount: Option<Amount>,
    pub currency: Option<Currency>,
    pub location: Option<Slug>,
    /// The time of the payment; `None` means now.
    pub charged_at: Option<Timestamp>,
}

impl Customers {
    /// Creates or changes the customer that a call identifies.
    ///
    /// An address or a number identifies one customer. A customer with only a number gets an address from a call that
    /// gives both. Two customers are never merged: if the address belongs to one and the number to another, the first
    /// customer also stores the number, but the number still identifies the other customer.
    pub async fn upsert(
        &self,
        caller: &Caller,
        changes: CustomerChanges,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Customer) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let Caller { tenant, keys, .. } = caller;
        let (email, phone) = (changes.email.value(), changes.phone.value());
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let owners = self.store.owners(tenant, email, phone, keys).await?;
            let before = self.matching(caller, &changes.key, owners).await?;
            let mut customer =
                before.clone().unwrap_or_else(|| Customer::new(CustomerId::mint(now, self.random.u16()), now));
            changes.clone().apply(&mut customer, now);
            let mut transaction = self.store.transaction(tenant);
            transaction.save_customer(before.as_ref(), &customer, keys);
            let free = owners.phone.is_none() && phone.is_some();
            self.point(&mut transaction, caller, before.as_ref(), &customer, free).await?;
            let answer = render(&customer)?;
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, Some(customer.id), keys, now);
            }
            // The customer, the address, the number or the idempotency key may conflict.
            transaction.commit().await?;
            Ok(answer)
        })
    }

    /// Records a payment. Later requests to the customer name the charge's location.
    /// Errors: [`Error::NotFound`] for an unknown customer or location, [`Error::IdempotencyKeyReused`].
    pub async fn charge(
        &self,
        caller: &Caller,
        new: NewCharge,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Charge, Option<&Location>) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let NewCharge { key, amount, currency, location, charged_at } = new;
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let mut customer = self.find(caller, &key).await?;
            let location = match &location {
                Some(slug) => Some(self.location(caller, slug).await?),
                None => None,
            };
            let charge = Charge {
                id: ChargeId::mint(now, self.random.u16()),
                customer: customer.id,
                amount,
                currency: currency.clone(),
                location: location.as_ref().map(|location| location.id),
                charged_at: charged_at.unwrap_or(now),
            };
            let answer = render(&charge, location.as_ref())?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save(&charge);
            if charge.location.is_some() && charge.location != customer.location {
                let before = customer.clone();
                customer.location = charge.location;
                customer.updated_at = now;
                transaction.save_customer(Some(&before), &customer, &caller.keys);
            }
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, Some(customer.id), &caller.keys, now);
            }
            transaction.commit().await?;
            Ok(answer)
        })
    }

    pub async fn find(&self, caller: &Caller, key: &CustomerKey) -> Result<Customer, Error> {
        let Caller { tenant, keys, .. } = caller;
        let id = self.store.customer_id(tenant, key, keys).await?.ok_or(Error::NotFound)?;
        self.store.customer(tenant, id, keys).await?.ok_or(Error::NotFound)
    }

    /// A page of the shop's customers, oldest first.
    pub async fn list(&self, caller: &Caller, asked: &PageAsked) -> Result<NumberedPage<Customer>, Error> {
        let Caller { tenant, keys, .. } = caller;
        let read = |reading| self.store.customers(tenant, reading, keys);
        numbered::page(&self.store, caller, List::Customers, asked, read).await
    }

    /// A page of a customer's messages, oldest request first, with the customer.
    /// Errors: [`Error::NotFound`] for an unknown customer.
    pub async fn messages(
        &self,
        caller: &Caller,
        id: CustomerId,
        asked: &PageAsked,
    ) -> Result<(NumberedPage<CustomerMessage>, CustomersById), Error> {
        let customer = self.require(caller, id).await?;
        let read = |reading| self.store.customer_messages(&caller.tenant, id, reading);
        let page = numbered::page(&self.store, caller, List::Messages(id), asked, read).await?;
        Ok((page, CustomersById::from([(id, customer)])))
    }

    /// A page of all messages from the shop, the most recently settled first, with their customers. Customers who are
    /// no longer stored are left out.
    pub async fn all_messages(
        &self,
        caller: &Caller,
        asked: &PageAsked,
    ) -> Result<(NumberedPage<CustomerMessage>, CustomersById), Error> {
        let Caller { tenant, keys, .. } = caller;
        let read = |reading| self.store.all_messages(tenant, reading);
        let page = numbered::page(&self.store, caller, List::AllMessages, asked, read).await?;
        let ids = page.rows.iter().map(|message| message.customer).collect();
        let customers = self.store.customers_with(tenant, &ids, keys).await?;
        Ok((page, customers))
    }

    /// A page of a customer's reviews, oldest request first.
    /// Errors: [`Error::NotFound`] for an unknown customer.
    pub async fn reviews(
        &self,
        caller: &Caller,
        id: CustomerId,
        asked: &PageAsked,
    ) -> Result<NumberedPage<Review>, Error> {
        let Caller { tenant, keys, .. } = caller;
        self.require(caller, id).await?;
        let read = |reading| self.store.listed_reviews(tenant, Some(id), reading, keys);
        numbered::page(&self.store, caller, List::Reviews(id), asked, read).await
    }

    /// A page of all of the shop's reviews, newest first.
    pub async fn all_reviews(&self, caller: &Caller, asked: &PageAsked) -> Result<NumberedPage<Review>, Error> {
        let read = |reading| self.store.listed_reviews(&caller.tenant, None, reading, &caller.keys);
        numbered::page(&self.store, caller, List::AllReviews, asked, read).await
    }

    async fn require(&self, caller: &Caller, id: CustomerId) -> Result<Customer, Error> {
        self.store.customer(&caller.tenant, id, &caller.keys).await?.ok_or(Error::NotFound)
    }

    async fn location(&self, caller: &Caller, slug: &Slug) -> Result<Location, Error> {
        let id = self.store.location_id(&caller.tenant, slug).await?.ok_or(Error::NotFound)?;
        self.store.one(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    async fn matching(&self, caller: &Caller, key: &CustomerKey, owners: Owners) -> Result<Option<Customer>, Error> {
        let Owners { email, phone } = owners;
        let (id, may_have_email) = match key {
            CustomerKey::Email(_) if email.is_none() => (phone, false),
            CustomerKey::Email(_) => (email, true),
            CustomerKey::Phone(_) => (phone, true),
        };
        let Some(id) = id else { return Ok(None) };
        let customer = self.store.customer(&caller.tenant, id, &caller.keys).await?;
        // If the number's owner has another address, the call means another customer.
        Ok(customer.filter(|customer| may_have_email || customer.email.is_none()))
    }

    /// Points the address index at the customer, and also the number index if the number is `free`. Removes the
    /// pointers from the old address and number.
    async fn point(
        &self,
        transaction: &mut Transaction<'_>,
        caller: &Caller,
        before: Option<&Customer>,
        customer: &Customer,
        free: bool,
    ) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = caller;
        let indexes = |customer: &Customer| {
            let email = customer.email.as_ref().map(|email| keys.email_index(email));
            (email, customer.phone.as_ref().map(|phone| keys.phone_index(phone)))
        };
        let (old_email, old_phone) = before.map(indexes).unwrap_or_default();
        let (email, phone) = indexes(customer);
        if email != old_email {
            if let Some(old) = &old_email {
                transaction.unpoint(customer.id, Channel::Email, old);
            }
            if let Some(new) = &email {
                transaction.point(customer.id, Channel::Email, new);
            }
        }
        if phone != old_phone
            && let (Some(old), Some(number)) = (&old_phone, before.and_then(|before| before.phone.clone()))
        {
            let owner = self.store.customer_id(tenant, &CustomerKey::Phone(number), keys).await?;
            if owner == Some(customer.id) {
                transaction.unpoint(customer.id, Channel::Sms, old);
            }
        }
        if let Some(new) = phone.filter(|_| free) {
            transaction.point(customer.id, Channel::Sms, &new);
        }
        Ok(())
    }
}

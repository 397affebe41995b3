//! What a shop tells of its customers, and gets back.

use domain::{
    Amount, Charge, ChargeId, Currency, Customer, CustomerId, CustomerKey, Detail, EmailAddress, Location, Notes,
    Patch, PersonName, Phone, PostalAddress, Slug,
};
use jiff::Timestamp;
use store::{CommitError, CustomerMessage, CustomerReview, List, Owners, Store, Transaction};
use vault::Random;

use crate::paging::{self, PageAsked, PageOf};
use crate::requests::{IdempotentCall, Reply, earlier};
use crate::{Caller, Error};

/// Loads and decisions before giving up on a customer who changes every time.
const CHANGES_MAX: u32 = 32;

/// Keeps a shop's customers.
#[derive(Clone)]
pub struct Customers {
    /// Where they are kept.
    pub store: Store,
    /// Draws ids and nonces.
    pub random: Random,
}

/// What a call tells of a customer.
#[derive(Debug, Clone)]
pub struct CustomerChanges {
    /// Whom it means: the address if it gives one, else the number.
    pub key: CustomerKey,
    /// What to call them.
    pub first_name: PersonName,
    /// Their family's name.
    pub last_name: Patch<PersonName>,
    /// Where mail reaches them.
    pub email: Patch<EmailAddress>,
    /// Where a text message reaches them.
    pub phone: Patch<Phone>,
    /// Who they work for.
    pub company: Patch<Detail>,
    /// When they signed up to the shop's service.
    pub signed_up_at: Patch<Timestamp>,
    /// Whether they are subscribed to it.
    pub has_subscription: Patch<bool>,
    /// The shop's own notes.
    pub notes: Patch<Notes>,
    /// Where they live.
    pub address: AddressChanges,
}

/// What a call tells of a postal address.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the words say it")]
pub struct AddressChanges {
    pub address1: Patch<Detail>,
    pub address2: Patch<Detail>,
    pub city: Patch<Detail>,
    pub state: Patch<Detail>,
    pub postal_code: Patch<Detail>,
}

/// What a call tells of a charge.
#[derive(Debug, Clone)]
pub struct NewCharge {
    /// Who paid.
    pub key: CustomerKey,
    /// How much.
    pub amount: Option<Amount>,
    /// In what.
    pub currency: Option<Currency>,
    /// Where, by the location's slug.
    pub location: Option<Slug>,
    /// When; `None` is now.
    pub charged_at: Option<Timestamp>,
}

impl AddressChanges {
    /// Makes the changes.
    pub(crate) fn apply(self, address: &mut PostalAddress) {
        let Self { address1, address2, city, state, postal_code } = self;
        address1.apply(&mut address.address1);
        address2.apply(&mut address.address2);
        city.apply(&mut address.city);
        state.apply(&mut address.state);
        postal_code.apply(&mut address.postal_code);
    }
}

impl CustomerChanges {
    fn apply(self, customer: &mut Customer, now: Timestamp) {
        let Self {
            key: _, // one of the two below
            first_name,
            last_name,
            email,
            phone,
            company,
            signed_up_at,
            has_subscription,
            notes,
            address,
        } = self;
        customer.first_name = Some(first_name);
        last_name.apply(&mut customer.last_name);
        email.apply(&mut customer.email);
        phone.apply(&mut customer.phone);
        company.apply(&mut customer.company);
        signed_up_at.apply(&mut customer.signed_up_at);
        has_subscription.apply(&mut customer.has_subscription);
        notes.apply(&mut customer.notes);
        address.apply(&mut customer.address);
        customer.updated_at = now;
    }
}

impl Customers {
    /// Makes the customer that a call means, or changes them.
    ///
    /// An address is one customer's, and so is a number. A customer of whom only the number is known
    /// gets their address by a call that gives both. Two customers are never merged: where the
    /// address is one's and the number another's, the number is noted and stays the other's key.
    ///
    /// # Errors
    /// [`Error::IdempotencyKeyReused`]; the dependencies' own trouble.
    pub async fn upsert(
        &self,
        caller: &Caller,
        changes: CustomerChanges,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Customer) -> Reply,
    ) -> Result<Reply, Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        let (email, phone) = (changes.email.value(), changes.phone.value());
        for _ in 0..CHANGES_MAX {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let owners = self.store.owners(tenant, email, phone, keys).await?;
            let before = self.meant(caller, &changes.key, owners).await?;
            let mut customer =
                before.clone().unwrap_or_else(|| Customer::new(CustomerId::mint(now, self.random.u16()), now));
            changes.clone().apply(&mut customer, now);
            let mut transaction = self.store.transaction(tenant);
            match &before {
                None => transaction.insert_unnamed_customer(&customer, keys),
                Some(_) => transaction.save_customer(&mut customer, keys),
            }
            let free = owners.phone.is_none() && phone.is_some();
            self.point(&mut transaction, caller, before.as_ref(), &customer, free).await?;
            let answer = render(&customer);
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, keys, now);
            }
            match transaction.commit().await {
                Ok(()) => return Ok(answer),
                // Somebody was first with the customer, the address, the number or the key.
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the customer keeps changing".to_owned()))
    }

    /// Notes that a customer paid; where, becomes the place of business that asks them.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown customer or location, [`Error::IdempotencyKeyReused`]; the
    /// dependencies' own trouble.
    pub async fn charge(
        &self,
        caller: &Caller,
        new: NewCharge,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Charge, Option<&Location>) -> Reply,
    ) -> Result<Reply, Error> {
        let NewCharge { key, amount, currency, location, charged_at } = new;
        for _ in 0..CHANGES_MAX {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let mut customer = self.find(caller, &key).await?;
            let location = match &location {
                Some(slug) => Some(self.at(caller, slug).await?),
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
            let answer = render(&charge, location.as_ref());
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.insert_charge(&charge);
            if charge.location.is_some() && charge.location != customer.location {
                customer.location = charge.location;
                customer.updated_at = now;
                transaction.save_customer(&mut customer, &caller.keys);
            }
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, &caller.keys, now);
            }
            match transaction.commit().await {
                Ok(()) => return Ok(answer),
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the customer keeps changing".to_owned()))
    }

    /// The customer that a call means.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the table's own trouble.
    pub async fn find(&self, caller: &Caller, key: &CustomerKey) -> Result<Customer, Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        let id = self.store.customer_id(tenant, key, keys).await?.ok_or(Error::NotFound)?;
        self.store.customer(tenant, id, keys).await?.ok_or(Error::NotFound)
    }

    /// A page of the shop's customers, oldest first.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn list(&self, caller: &Caller, asked: &PageAsked) -> Result<PageOf<Customer>, Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        let read = async |start: &_, limit| self.store.customers(tenant, start, limit, keys).await;
        paging::page(&self.store, caller, List::Customers, asked, read).await
    }

    /// A page of a customer's messages, oldest request first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown customer; the table's own trouble.
    pub async fn messages(
        &self,
        caller: &Caller,
        id: CustomerId,
        asked: &PageAsked,
    ) -> Result<PageOf<CustomerMessage>, Error> {
        self.known(caller, id).await?;
        let read = async |start: &_, limit| self.store.customer_messages(&caller.tenant, id, start, limit).await;
        paging::page(&self.store, caller, List::Messages(id), asked, read).await
    }

    /// A page of a customer's reviews, oldest request first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown customer; the table's own trouble.
    pub async fn reviews(
        &self,
        caller: &Caller,
        id: CustomerId,
        asked: &PageAsked,
    ) -> Result<PageOf<CustomerReview>, Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        self.known(caller, id).await?;
        let read = async |start: &_, limit| self.store.customer_reviews(tenant, id, start, limit, keys).await;
        paging::page(&self.store, caller, List::Reviews(id), asked, read).await
    }

    async fn known(&self, caller: &Caller, id: CustomerId) -> Result<Customer, Error> {
        self.store.customer(&caller.tenant, id, &caller.keys).await?.ok_or(Error::NotFound)
    }

    async fn at(&self, caller: &Caller, slug: &Slug) -> Result<Location, Error> {
        let id = self.store.location_id(&caller.tenant, slug).await?.ok_or(Error::NotFound)?;
        self.store.location(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    /// Whom a call means, if they are known.
    async fn meant(&self, caller: &Caller, key: &CustomerKey, owners: Owners) -> Result<Option<Customer>, Error> {
        let Owners { email, phone } = owners;
        let (id, may_have_email) = match key {
            CustomerKey::Email(_) if email.is_none() => (phone, false),
            CustomerKey::Email(_) => (email, true),
            CustomerKey::Phone(_) => (phone, true),
        };
        let Some(id) = id else { return Ok(None) };
        let customer = self.store.customer(&caller.tenant, id, &caller.keys).await?;
        // A number's owner with an address of their own is somebody else than the new address'.
        Ok(customer.filter(|customer| may_have_email || customer.email.is_none()))
    }

    /// Lets the new address lead to the customer, and the number that was given, if it is `free`;
    /// the old ones no longer.
    async fn point(
        &self,
        transaction: &mut Transaction<'_>,
        caller: &Caller,
        before: Option<&Customer>,
        customer: &Customer,
        free: bool,
    ) -> Result<(), Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        let indexes = |customer: &Customer| {
            let email = customer.email.as_ref().map(|email| keys.email_index(email));
            (email, customer.phone.as_ref().map(|phone| keys.phone_index(phone)))
        };
        let (old_email, old_phone) = before.map(indexes).unwrap_or_default();
        let (email, phone) = indexes(customer);
        if email != old_email {
            if let Some(old) = &old_email {
                transaction.unpoint_email(customer.id, old);
            }
            if let Some(new) = &email {
                transaction.point_email(customer.id, new);
            }
        }
        if phone != old_phone
            && let (Some(old), Some(number)) = (&old_phone, before.and_then(|before| before.phone.clone()))
        {
            let owner = self.store.customer_id(tenant, &CustomerKey::Phone(number), keys).await?;
            if owner == Some(customer.id) {
                transaction.unpoint_phone(customer.id, old);
            }
        }
        if let Some(new) = phone.filter(|_| free) {
            transaction.point_phone(customer.id, &new);
        }
        Ok(())
    }
}

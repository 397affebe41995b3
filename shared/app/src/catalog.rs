//! What a shop tells of its orders and products, and gets back.

use domain::{Customer, CustomerId, CustomerKey, Order, OrderId, Product, ProductId};
use jiff::Timestamp;
use store::{CommitError, Store};
use vault::Random;

use crate::{Caller, Error};

/// Ids drawn before giving up. Two ids of one millisecond meet once in 4,096.
const TRIES_MAX: u32 = 12;

/// Keeps a shop's orders and products.
#[derive(Clone)]
pub struct Catalog {
    /// Where they are kept.
    pub store: Store,
    /// Draws buyers' ids.
    pub random: Random,
}

impl Catalog {
    /// Keeps an order as told, over what was told before, and makes its buyer a customer. Mails that
    /// ask about it look it up when they are due, so nothing else needs to change.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn put_order(&self, caller: &Caller, order: &Order, now: Timestamp) -> Result<(), Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        // Looked up first: an order is told again at every step of its life, and a transaction that
        // is refused costs more than a read.
        for _ in 0..TRIES_MAX {
            let Some(newcomer) = self.newcomer(caller, order, now).await? else {
                return Ok(self.store.put_order(tenant, order, keys).await?);
            };
            let mut transaction = self.store.transaction(tenant);
            transaction.put_order(order, keys);
            transaction.insert_customer(&newcomer, keys);
            match transaction.commit().await {
                // Somebody made them one meanwhile, or another customer of this instant has the id.
                Err(CommitError::Refused(_)) => {}
                done => return Ok(done?),
            }
        }
        Err(Error::Unavailable("no free id".to_owned()))
    }

    /// The buyer of an order, if they are no customer yet.
    async fn newcomer(&self, caller: &Caller, order: &Order, now: Timestamp) -> Result<Option<Customer>, Error> {
        let Caller { tenant, keys, identity: _ } = caller;
        let Some(buyer) = &order.buyer else { return Ok(None) };
        let key = CustomerKey::Email(buyer.email.clone());
        if self.store.customer_id(tenant, &key, keys).await?.is_some() {
            return Ok(None);
        }
        let id = CustomerId::mint(now, self.random.u16());
        Ok(Some(Customer::from_email(id, buyer.email.clone(), buyer.name.as_ref(), now)))
    }

    /// An order as last told.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the table's own trouble.
    pub async fn order(&self, caller: &Caller, id: &OrderId) -> Result<Order, Error> {
        self.store.order(&caller.tenant, id, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// Keeps a product as told, over what was told before.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn put_product(&self, caller: &Caller, product: &Product) -> Result<(), Error> {
        Ok(self.store.put_product(&caller.tenant, product).await?)
    }

    /// A product as last told.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the table's own trouble.
    pub async fn product(&self, caller: &Caller, id: &ProductId) -> Result<Product, Error> {
        self.store.product(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }
}

//! A shop's orders and products.

use app::retry::retry;
use app::{Caller, Error};
use domain::{Customer, CustomerId, CustomerKey, Order, OrderId, Product, ProductId};
use jiff::Timestamp;
use store::Store;
use vault::Random;

/// Stores a shop's orders and products.
///
/// # Errors
/// Methods fail on storage, KMS or queue failures, and as each says.
#[derive(Clone)]
pub struct Catalog {
    /// The table.
    pub store: Store,
    /// Draws the ids of buyers who become customers.
    pub random: Random,
}

impl Catalog {
    /// Creates or replaces an order, and makes its buyer a customer. Emails that ask about it read it when they
    /// are due, so nothing else needs to change.
    pub async fn put_order(&self, caller: &Caller, order: &Order, now: Timestamp) -> Result<(), Error> {
        let Caller { tenant, keys, identity: _, key_id: _, scopes: _ } = caller;
        // Looked up first: an order is replaced at every step of its life, and a refused transaction costs more
        // than a read.
        let Some(buyer) = &order.buyer else { return Ok(self.store.put_order(tenant, order, keys).await?) };
        retry!(self.store, {
            let known = self.store.customer_id(tenant, &CustomerKey::Email(buyer.email.clone()), keys).await?;
            let id = known.unwrap_or_else(|| CustomerId::mint(now, self.random.u16()));
            let mut transaction = self.store.transaction(tenant);
            transaction.put_order(order, id, keys);
            if known.is_none() {
                let customer = Customer::from_email(id, buyer.email.clone(), buyer.name.as_ref(), now);
                transaction.insert_customer(&customer, keys);
            }
            // A conflict is about the address or the id: the customer exists by now, or another of this instant
            // has the id.
            Ok(transaction.commit().await?)
        })
    }

    /// An order as last stored.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn order(&self, caller: &Caller, id: &OrderId) -> Result<Order, Error> {
        self.store.order(&caller.tenant, id, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// Creates or replaces a product.
    pub async fn put_product(&self, caller: &Caller, product: &Product) -> Result<(), Error> {
        Ok(self.store.put_product(&caller.tenant, product).await?)
    }

    /// A product as last stored.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn product(&self, caller: &Caller, id: &ProductId) -> Result<Product, Error> {
        self.store.product(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }
}

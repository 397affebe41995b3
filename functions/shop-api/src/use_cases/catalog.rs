//! A shop's orders and products.

use app::caller::Caller;
use app::error::Error;
use app::order::put_order;
use app::review::unverify;
use domain::order::{Order, OrderId, Product, ProductId};
use jiff::Timestamp;
use store::order::ListedProduct;
use store::table::{Page, Store};
use vault::Random;

#[derive(Clone)]
pub struct Catalog {
    pub store: Store,
    /// Makes the ids of buyers who become customers.
    pub random: Random,
}

impl Catalog {
    /// Creates or replaces an order, and makes its buyer a customer. Reviews lose their mark if the order proves nothing any
    /// more. Emails read the order only when they are due, so no message must be changed.
    pub async fn put_order(&self, caller: &Caller, order: &Order, now: Timestamp) -> Result<(), Error> {
        put_order(&self.store, &self.random, (&caller.tenant, &caller.keys), order, now).await?;
        match order.proves(None) {
            true => Ok(()),
            false => unverify(&self.store, (&caller.tenant, &caller.keys), &order.id, now).await,
        }
    }

    pub async fn order(&self, caller: &Caller, id: &OrderId) -> Result<Order, Error> {
        self.store.order(&caller.tenant, id, &caller.keys).await?.ok_or(Error::NotFound)
    }

    /// The products whose ids follow `after`, ordered by id.
    pub async fn products(
        &self,
        caller: &Caller,
        after: Option<&ProductId>,
        limit: u32,
    ) -> Result<Page<ListedProduct>, Error> {
        Ok(self.store.listed_products(&caller.tenant, after, limit).await?)
    }

    /// Creates or replaces a product. Without `ask`, customers are asked about it as before.
    pub async fn put_product(
        &self,
        caller: &Caller,
        product: &Product,
        ask: Option<bool>,
    ) -> Result<ListedProduct, Error> {
        let stored = self.store.put_product(&caller.tenant, product).await?;
        let Some(ask) = ask else { return Ok(stored) };
        self.store.choose_to_ask(&caller.tenant, &product.id, ask).await?;
        Ok(ListedProduct { ask, ..stored })
    }

    /// The product as last stored.
    /// Errors: [`Error::NotFound`], also for a product that was never published.
    pub async fn product(&self, caller: &Caller, id: &ProductId) -> Result<ListedProduct, Error> {
        let listed = self.store.listed_product(&caller.tenant, id).await?;
        listed.filter(|listed| !listed.is_hidden()).ok_or(Error::NotFound)
    }
}

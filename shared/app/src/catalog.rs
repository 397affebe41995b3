//! What a shop tells of its orders and products, and gets back.

use domain::{Order, OrderId, Product, ProductId};
use store::Store;

use crate::{Caller, Error};

/// Keeps a shop's orders and products.
#[derive(Clone)]
pub struct Catalog {
    /// Where they are kept.
    pub store: Store,
}

impl Catalog {
    /// Keeps an order as told, over what was told before. Mails that ask about it look it up when
    /// they are due, so nothing else needs to change.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn put_order(&self, caller: &Caller, order: &Order) -> Result<(), Error> {
        Ok(self.store.put_order(&caller.tenant, order, &caller.keys).await?)
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

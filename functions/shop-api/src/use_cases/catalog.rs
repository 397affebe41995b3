//! A shop's orders and products.

use app::caller::Caller;
use app::error::Error;
use app::order::put_order;
use app::review::{appear, unverify};
use domain::order::{Grouped, Order, OrderId, ProductId, SystemProduct};
use domain::values::ShopSystem;
use integrations::wire::Said;
use integrations::{Arrival, OrderQueue, OrderState, OrderTask, Rows, record_call};
use jiff::{SignedDuration, Timestamp};
use store::order::{DescribedBy, ListedProduct};
use store::table::{Page, Store};
use vault::Random;

domain::words! {
    /// What became of a row.
    pub enum Outcome {
        Stored = "stored",
        /// What is stored was read later.
        Kept = "kept",
        Refused = "refused",
    }
}

#[derive(Clone)]
pub struct Catalog {
    pub store: Store,
    /// Makes the ids of buyers who become customers.
    pub random: Random,
}

impl Catalog {
    /// Creates or replaces an order, and makes its buyer a customer. Reviews lose their mark if the order proves nothing any
    /// more. Emails read the order only when they are due, so no message must be changed. Returns the stored order instead, if
    /// it is later.
    /// Errors: [`Error::OfConnection`].
    pub async fn put_order(&self, caller: &Caller, order: &Order, now: Timestamp) -> Result<Option<Order>, Error> {
        let shop = (&caller.tenant, &*caller.keys);
        if !put_order(&self.store, &self.random, shop, order, now).await? {
            let stored = self.order(caller, &order.id).await?;
            if !stored.is_of_system {
                return Ok(Some(stored));
            }
            self.must_be_disconnected(caller).await?;
            put_order(&self.store, &self.random, shop, &Order { as_of: None, ..order.clone() }, now).await?;
        }
        if !order.proves(None) {
            unverify(&self.store, shop, &order.id, now).await?;
        }
        Ok(None)
    }

    /// Marks an order as deleted: nobody is asked about it any more, and what it proves stays. Returns the order, and whether it
    /// was changed.
    /// Errors: [`Error::NotFound`], [`Error::OfConnection`].
    pub async fn delete_order(
        &self,
        caller: &Caller,
        id: &OrderId,
        as_of: Timestamp,
        now: Timestamp,
    ) -> Result<(Order, Outcome), Error> {
        let order = self.order(caller, id).await?;
        let order = Order { as_of: Some(as_of), is_of_system: false, ..order.deleted() };
        Ok(match self.put_order(caller, &order, now).await? {
            Some(kept) => (kept, Outcome::Kept),
            None => (order, Outcome::Stored),
        })
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
    ) -> Result<Page<(ListedProduct, Grouped)>, Error> {
        let Page { rows, more } = self.store.listed_products(&caller.tenant, after, limit).await?;
        let groups = self.store.groups_of(&caller.tenant, rows.iter().map(|listed| &listed.product.id)).await?;
        let place = |listed: ListedProduct| {
            let place = groups.place(&listed.product.id);
            (listed, place)
        };
        Ok(Page { rows: rows.into_iter().map(place).collect(), more })
    }

    /// What is known about a product, even if it was never published.
    pub async fn known_product(&self, caller: &Caller, id: &ProductId) -> Result<Option<ListedProduct>, Error> {
        Ok(self.store.listed_product(&caller.tenant, id).await?)
    }

    /// Creates or replaces a product that was `known`, as the shop read it at `as_of`. Without `ask`, customers are asked about
    /// it as before. Reviews that waited for the product appear with it.
    /// Errors: [`Error::OfConnection`], unless only `ask` changes.
    pub async fn put_product(
        &self,
        caller: &Caller,
        product: &SystemProduct,
        as_of: Timestamp,
        known: Option<&ListedProduct>,
        ask: Option<bool>,
        now: Timestamp,
    ) -> Result<Outcome, Error> {
        let (tenant, id) = (&caller.tenant, &product.product.id);
        let of_system = known.filter(|known| known.is_of_system);
        if of_system.is_none_or(|known| known.described() != *product) {
            if of_system.is_some() {
                self.must_be_disconnected(caller).await?;
            }
            if !self.store.put_product(tenant, product, DescribedBy::Api, as_of).await? {
                return Ok(Outcome::Kept);
            }
        }
        appear(&self.store, (tenant, &caller.keys), product, now).await?;
        if let Some(ask) = ask {
            self.store.choose_to_ask(tenant, id, ask).await?;
        }
        Ok(Outcome::Stored)
    }

    /// The product as last stored.
    /// Errors: [`Error::NotFound`], also for a product that was never published.
    pub async fn product(&self, caller: &Caller, id: &ProductId) -> Result<ListedProduct, Error> {
        Ok(self.product_and_place(caller, id).await?.0)
    }

    /// Like [`product`](Self::product), with its place in a group.
    pub async fn product_and_place(&self, caller: &Caller, id: &ProductId) -> Result<(ListedProduct, Grouped), Error> {
        let (listed, place) = self.store.product_and_place(&caller.tenant, id).await?;
        Ok((listed.filter(|listed| !listed.is_hidden()).ok_or(Error::NotFound)?, place))
    }

    /// Errors: [`Error::OfConnection`] while a system is connected.
    async fn must_be_disconnected(&self, caller: &Caller) -> Result<(), Error> {
        for system in ShopSystem::ALL {
            let connection = Rows(&self.store).sealed_integration(&caller.tenant, system).await?;
            if connection.is_some_and(|connection| connection.is_connected()) {
                return Err(Error::OfConnection);
            }
        }
        Ok(())
    }
}

/// Takes what a connected system says, for `take-orders`.
#[derive(Clone)]
pub struct Connected {
    pub store: Store,
    pub queue: OrderQueue,
}

impl Connected {
    /// Takes the state of the order with this number and this id in the system.
    pub async fn order(
        &self,
        (caller, system): (&Caller, ShopSystem),
        number: &OrderId,
        id: String,
        said: OrderState,
        now: Timestamp,
    ) -> Result<Outcome, Error> {
        let known = Rows(&self.store).order_state(&caller.tenant, system, &id, &caller.keys).await?;
        if known.state.as_of() > said.as_of() {
            return Ok(Outcome::Kept);
        }
        let said = Said::about_order(number.as_str().to_owned(), id, said);
        self.take((caller, system), "order", said, now).await
    }

    /// Takes a product that is `known` to be so.
    pub async fn product(
        &self,
        shop: (&Caller, ShopSystem),
        known: Option<&ListedProduct>,
        arrival: Arrival,
        now: Timestamp,
    ) -> Result<Outcome, Error> {
        let as_of = match &arrival {
            Arrival::Product(_, at) | Arrival::ProductDeleted(_, at) => Some(*at),
            _ => None,
        };
        if known.is_some_and(|known| known.is_of_system && known.as_of > as_of) {
            return Ok(Outcome::Kept);
        }
        self.take(shop, "product", Said::arrives(None, arrival), now).await
    }

    async fn take(
        &self,
        (caller, system): (&Caller, ShopSystem),
        topic: &str,
        said: Said,
        now: Timestamp,
    ) -> Result<Outcome, Error> {
        let shop = (&caller.tenant, system, &*caller.keys);
        let (id, _) = record_call(&self.store, shop, topic.to_owned(), said, now).await?;
        // It is recorded, so it counts even if it could not be queued: `reconcile` queues it later.
        if let Err(error) = self.queue.send(&OrderTask::new(&caller.tenant, system, id), SignedDuration::ZERO).await {
            tracing::warn!(%error, "a call is not queued");
        }
        Ok(Outcome::Stored)
    }
}

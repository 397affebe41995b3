//! A shop's orders and products.
//!
//! Told by `tests/stories/requests/catalog.story`.

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use app::review::appear;
use domain::order::{Grouped, Order, OrderId, OrderPlace, ProductId, SystemProduct};
use domain::values::ShopSystem;
use integrations::wire::Said;
use integrations::{
    Arrival, AskRules, IntegrationRecord, OrderPlan, OrderQueue, OrderTask, Rows, TakenOrder, choose_to_ask,
    record_call,
};
use jiff::{SignedDuration, Timestamp};
use store::order::{DescribedBy, ListedProduct};
use store::table::{Page, Store};

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
    /// The queue of calls, for orders that are planned again.
    pub queue: OrderQueue,
}

impl Catalog {
    /// Where the newest order with a number is.
    /// Errors: [`Error::NotFound`].
    pub async fn place(&self, caller: &Caller, number: &OrderId) -> Result<OrderPlace, Error> {
        let places = self.store.places_of_number(&caller.tenant, number, &caller.keys).await?;
        places.into_iter().next().ok_or(Error::NotFound)
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
        if let Some(ask) = ask.filter(|ask| known.is_none_or(|known| known.ask != *ask)) {
            choose_to_ask((&self.store, &self.queue), caller, id, ask, now).await?;
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

    /// Errors: [`Error::OfConnection`] while a platform is connected.
    async fn must_be_disconnected(&self, caller: &Caller) -> Result<(), Error> {
        for system in ShopSystem::PLATFORMS {
            must_be_disconnected(&self.store, caller, system).await?;
        }
        Ok(())
    }
}

/// Errors: [`Error::OfConnection`] while this system is connected.
async fn must_be_disconnected(store: &Store, caller: &Caller, system: ShopSystem) -> Result<(), Error> {
    let connection = Rows(store).sealed_integration(&caller.tenant, system).await?;
    if connection.is_some_and(|connection| connection.is_connected()) { Err(Error::OfConnection) } else { Ok(()) }
}

/// Takes what a connected system or a program says, for `take-orders`.
#[derive(Clone)]
pub struct Connected {
    pub store: Store,
    pub queue: OrderQueue,
}

impl Connected {
    /// Takes an order of a connected system.
    pub async fn order(&self, caller: &Caller, said: Order, now: Timestamp) -> Result<Outcome, Error> {
        let known = self.store.order_record(&caller.tenant, &said.place, &caller.keys).await?.order;
        if known.said_at() > said.said_at() {
            return Ok(Outcome::Kept);
        }
        self.take((caller, said.place.system), "order", Said::about_order(said), now).await
    }

    /// Stores an order that a program wrote, and makes its buyer a customer. Reviews lose their mark if it proves nothing any more.
    /// Emails read the order only when they are due, so no message must be changed. If the program is connected, its customer is
    /// asked by the rules. A call that says no date is later than what is stored. Returns the order as it is then stored, and what the rules say about it.
    /// Errors: [`Error::OfConnection`]; [`Error::NotFound`] for the deletion of an unknown order; [`Error::Busy`] if it changes at this
    /// moment.
    pub async fn own_order(
        &self,
        caller: &Caller,
        mut said: Order,
        is_dated: bool,
        now: Timestamp,
    ) -> Result<(Order, Option<OrderPlan>, Outcome), Error> {
        let (store, shop) = (&self.store, (&caller.tenant, &*caller.keys));
        let places = store.places_of_number(&caller.tenant, &said.id, &caller.keys).await?;
        for place in places.iter().filter(|place| place.system != said.place.system) {
            must_be_disconnected(store, caller, place.system).await?;
        }
        // A program that gives each order's own id may delete one by its number.
        if said.number().is_none() && !places.contains(&said.place) {
            let newest = places.first().ok_or(Error::NotFound)?;
            said.place = OrderPlace { system: said.place.system, ..newest.clone() };
        }
        let rules = self.own_rules(caller).await?;
        let (taken, outcome) = retry!(store, {
            let known = store.order_record(shop.0, &said.place, shop.1).await?;
            let (known_at, mut said) = (known.order.said_at(), said.clone());
            if !is_dated {
                said.dated(known_at.map_or(now, |at| now.max(at + SignedDuration::from_millis(1))));
            }
            let outcome = if known_at > said.said_at() { Outcome::Kept } else { Outcome::Stored };
            let mut taken = TakenOrder::merged(store, shop.0, known, said, rules.as_ref(), now).await?;
            if outcome == Outcome::Stored {
                taken.save(store, shop, now).await?;
            }
            Ok::<_, TryError<Error>>((taken, outcome))
        })?;
        let TakenOrder { known, record, plan, .. } = taken;
        if rules.is_some() && outcome == Outcome::Stored {
            let is_new = known.order.number().is_none() && record.order.number().is_some();
            Rows(store).count_call(&caller.tenant, ShopSystem::Own, is_new, now).await?;
            // The order is stored, so the call only says which one to follow: an erased buyer cannot come back with it.
            let which = Order { id: record.order.id.clone(), ..Order::unknown(record.order.place.clone()) };
            self.take((caller, ShopSystem::Own), "order", Said::about_order(which), now).await?;
        }
        let stored = if outcome == Outcome::Kept { known } else { record };
        let order = stored.shown().ok_or(Error::NotFound)?;
        Ok((order, rules.map(|_| plan), outcome))
    }

    async fn own_rules(&self, caller: &Caller) -> Result<Option<AskRules>, Error> {
        let connection = Rows(&self.store).integration(&caller.tenant, ShopSystem::Own, &caller.keys).await?;
        Ok(connection.and_then(IntegrationRecord::asks))
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

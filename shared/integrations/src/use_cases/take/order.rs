//! An order in a call: merges it with what is known, and updates the order's row and requests.
//!
//! Told by `tests/stories/orders_in/native.story`.

use std::collections::BTreeSet;

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use app::review::unverify;
use domain::order::{Becomes, Identifiers, NoAsk, Order, OrderLine, Product, ProductId};
use domain::values::{RequestId, ShopSystem, Tenant};
use jiff::Timestamp;
use store::order::{ListedProduct, OrderRecord};
use store::table::Store;
use vault::TenantKeys;

use super::requests::{Followed, SystemOrder};
use super::{CalledShop, Done, TakeOrders};
use crate::{AskRules, InboundResult, OrderPlan, plan_by};

/// The most products of an order that are read and stored: as many as one batch can read.
const PRODUCTS_MAX: usize = 100;

/// What all tries of one call have done so far.
struct Tried {
    rules: Option<AskRules>,
    is_new_order: bool,
    is_news: bool,
    withdrawn: Option<RequestId>,
}

/// An order with which a report was merged, before it is saved.
pub struct TakenOrder {
    pub known: OrderRecord,
    pub record: OrderRecord,
    /// The request that it should have.
    pub plan: OrderPlan,
    products: Vec<ListedProduct>,
}

impl TakenOrder {
    /// Merges a report with what is known about the order, and plans by a connection's rules.
    pub async fn merged(
        store: &Store,
        tenant: &Tenant,
        known: OrderRecord,
        said: Order,
        rules: Option<&AskRules>,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let mut record = known.clone();
        record.order.merge(said);
        let Order { is_anonymised, is_test, is_in_store, .. } = record.order;
        let system = record.order.place.system;
        record.is_erased |= is_anonymised;
        // Nobody is asked about a test or a sale at a counter, so nothing about the buyer is stored.
        if record.is_erased {
            record.forget_all();
        } else if system != ShopSystem::Own && (is_test || is_in_store) {
            record.forget_buyer();
        }
        let (plan, products) = planned(store, tenant, &record.order, rules, now).await?;
        let plan = if record.is_barred { Err(NoAsk::CancelledByShop) } else { plan };
        // Orders that a program wrote before it was connected are stored, and nothing else.
        if system != ShopSystem::Own || rules.is_some() || record.becomes.is_some() {
            let due_at = plan.as_ref().map(|ask| ask.due_at).map_err(|reason| *reason);
            record.becomes = Some(Becomes::planned(known.becomes, due_at));
        }
        record.references.extend(plan.iter().map(|ask| ask.reference.as_str().to_owned()));
        record.is_left_out = record.references.is_empty() && plan.as_ref().is_err_and(|reason| reason.is_rule());
        Ok(Self { known, record, plan, products })
    }

    /// Saves the order, if it is news. Reviews lose their mark if the order proves nothing any more.
    /// Errors: [`TryError::Conflict`] if the order changed meanwhile.
    pub async fn save(
        &mut self,
        store: &Store,
        (tenant, keys): (&Tenant, &TenantKeys),
        now: Timestamp,
    ) -> Result<(), TryError<Error>> {
        let Self { known, record, .. } = self;
        let is_news = record != known || record.version == 0;
        if is_news && !store.save_order(tenant, known, record, keys, now).await? {
            return Err(TryError::Conflict);
        }
        if record.order.number().is_some() && !record.order.proves(None) {
            unverify(store, (tenant, keys), &record.order, now).await?;
        }
        Ok(())
    }
}

impl TakeOrders {
    /// Saves what a call says about an order, then updates the order's requests from everything that calls have said.
    ///
    /// The order is saved first, with the references under which there will be requests, so that whoever reads a later
    /// version knows what to cancel. At the end, its version is read again; if another call has changed it meanwhile, the
    /// new order is followed, too. So whoever acts last has followed the latest order, even if another died, and a
    /// repeated call repairs what is missing.
    pub(crate) async fn order(
        &self,
        shop: &CalledShop,
        said: Order,
        rules: Option<AskRules>,
        now: Timestamp,
    ) -> Result<Done, Error> {
        let place = said.place.clone();
        let order = SystemOrder { shop, place: &place };
        // What a program says was stored by its own call.
        let is_news = place.system == ShopSystem::Own;
        let mut tried = Tried { rules, is_new_order: false, is_news, withdrawn: None };
        retry!(self.store, { self.try_order(&order, said.clone(), &mut tried, now).await })
    }

    async fn try_order(
        &self,
        order: &SystemOrder<'_>,
        said: Order,
        tried: &mut Tried,
        now: Timestamp,
    ) -> Result<Done, TryError<Error>> {
        let SystemOrder { shop, place } = order;
        let Caller { tenant, keys, .. } = &shop.caller;
        let buyer = said.buyer.clone();
        let known = self.store.order_record(tenant, place, keys).await?;
        let mut taken = TakenOrder::merged(&self.store, tenant, known, said, tried.rules.as_ref(), now).await?;
        let TakenOrder { known, record, .. } = &taken;
        // This comes first, because saving the order deletes the entry that leads from the address to it.
        let removed = known.found_by.clone().filter(|_| record.order.is_anonymised);
        // A call that read the order before the erasure may have created the buyer's request after it, and died.
        let returned = buyer.filter(|_| known.is_erased).map(|buyer| keys.email_index(&buyer.email));
        if let Some(index) = removed.or(returned) {
            self.erase_order(order, &index, now).await?;
        }
        tried.is_news |= record.order != known.order || record.version == 0;
        tried.is_new_order |= known.order.number().is_none() && record.order.number().is_some();
        taken.save(&self.store, (tenant, keys), now).await?;
        let TakenOrder { mut record, plan, products, .. } = taken;
        if place.system != ShopSystem::Own {
            self.note_products(tenant, &record.order, &products).await?;
        }
        let number = record.order.number().cloned();
        let followed = self.follow(order, &mut record, plan, tried, now).await?;
        let is_last = match followed.becomes.filter(|becomes| record.becomes != Some(*becomes)) {
            Some(becomes) => self.store.note_becomes(tenant, &record, becomes, keys).await?,
            None => self.store.order_record(tenant, place, keys).await?.version == record.version,
        };
        if !is_last {
            return Err(TryError::Conflict);
        }
        // The rules are also checked again. If they have ended meanwhile, another try cancels what was planned by them.
        if tried.rules.is_some() && self.rules(shop).await?.is_none() {
            tried.rules = None;
            return Err(TryError::Conflict);
        }
        let is_new_order = tried.is_new_order;
        Ok(Done { order: number.map(|number| number.as_str().to_owned()), is_new_order, ..followed.done })
    }

    /// Stores the products that are not in the catalog yet, with what the order says about them.
    async fn note_products(&self, tenant: &Tenant, order: &Order, known: &[ListedProduct]) -> Result<(), Error> {
        let is_known = |id: &ProductId| known.iter().any(|known| known.product.id == *id);
        let mut noted = BTreeSet::new();
        for line in &order.lines {
            let product = line.product().filter(|id| !is_known(id) && noted.len() < PRODUCTS_MAX);
            let Some(id) = product.filter(|id| noted.insert(*id)) else { continue };
            self.store.note_product(tenant, &product_on(line, id.clone())).await?;
        }
        Ok(())
    }

    /// Creates or moves the order's request, and cancels those under other references.
    async fn follow(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderRecord,
        plan: OrderPlan,
        tried: &mut Tried,
        now: Timestamp,
    ) -> Result<Outcome, TryError<Error>> {
        let wanted = plan.as_ref().ok().map(|ask| ask.reference.as_str());
        if plan.as_ref().err().is_none_or(|reason| reason.stops()) {
            for reference in record.references.clone().iter().filter(|one| Some(one.as_str()) != wanted) {
                let withdrawn = self.withdraw(order, record, reference, now).await?;
                tried.withdrawn = withdrawn.or(tried.withdrawn);
            }
        }
        let withdrawn = tried.withdrawn.map(Followed::Withdrawn);
        let asked = match &plan {
            Ok(ask) => Some(self.ask(order, record, ask, now).await?),
            Err(_) => None,
        };
        let becomes = record.becomes.map(|planned| {
            let (reason, request) = match asked {
                Some(Followed::Planned(request) | Followed::Kept(request)) => (None, Some(request)),
                Some(Followed::Nothing(why, request)) => (Some(why), request.or(planned.request)),
                Some(Followed::Withdrawn(_)) | None => (planned.reason, planned.request),
            };
            Becomes { reason, request: request.filter(|request| !record.withdrawn.contains(request)), ..planned }
        });
        Ok(Outcome { becomes, done: done(withdrawn.max(asked), plan.err(), tried.is_news) })
    }
}

/// What became of a call, and of its order.
struct Outcome {
    done: Done,
    becomes: Option<Becomes>,
}

/// The request that an order should have by a connection's rules, and those of its products that are known.
async fn planned(
    store: &Store,
    tenant: &Tenant,
    order: &Order,
    rules: Option<&AskRules>,
    now: Timestamp,
) -> Result<(OrderPlan, Vec<ListedProduct>), Error> {
    // At most as many as one call reads.
    let ids: BTreeSet<_> = order.lines.iter().filter_map(|line| line.product().cloned()).take(PRODUCTS_MAX).collect();
    let products = store.known_products(tenant, &ids).await?;
    let rules = rules.map(|rules| rules.with_products(&products));
    Ok((plan_by(rules.as_ref(), order, now), products))
}

/// A product as the line of an order describes it.
fn product_on(line: &OrderLine, id: ProductId) -> Product {
    Product {
        id,
        title: line.catalog_title.clone().unwrap_or_else(|| line.title.clone()),
        description: None,
        image_url: line.image_url.clone(),
        url: None,
        identifiers: Identifiers {
            gtin: line.gtin.iter().cloned().collect(),
            // A variant's number is not its product's.
            sku: line.sku.clone().filter(|_| line.catalog_title.is_none()),
            ..Identifiers::default()
        },
    }
}

/// The result of a call: the most important thing that followed from it.
fn done(followed: Option<Followed>, reason: Option<NoAsk>, is_news: bool) -> Done {
    let of = |result: InboundResult, reason: Option<&str>, request: Option<RequestId>| Done {
        request,
        ..Done::new(result, reason)
    };
    let reason = reason.map(NoAsk::as_str);
    match followed {
        Some(Followed::Planned(request)) => of(InboundResult::Planned, None, Some(request)),
        Some(Followed::Withdrawn(request)) => of(InboundResult::Stopped, reason, Some(request)),
        Some(Followed::Kept(request)) if is_news => of(InboundResult::Planned, None, Some(request)),
        Some(Followed::Kept(request)) => of(InboundResult::Ignored, Some("unchanged"), Some(request)),
        Some(Followed::Nothing(why, request)) => of(InboundResult::Ignored, Some(why.as_str()), request),
        None => of(InboundResult::Ignored, reason, None),
    }
}

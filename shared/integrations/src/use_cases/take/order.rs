//! An order in a call: merges it with what is known, and updates the order's rows and requests.

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use app::order::put_order;
use app::review::unverify;
use domain::order::{OrderId, Product};
use domain::values::RequestId;
use jiff::Timestamp;
use store::order::ListedProduct;

use super::requests::{Followed, SystemOrder};
use super::{CalledShop, Done, TakeOrders};
use crate::rules::PRODUCTS_MAX;
use crate::{AskRules, InboundResult, NoAsk, OrderPlan, OrderState, OrderStateRecord, Rows};

/// What all tries of one call have done so far.
struct Tried {
    rules: Option<AskRules>,
    is_new_order: bool,
    is_news: bool,
    withdrawn: Option<RequestId>,
}

impl TakeOrders {
    /// Saves what a call says about an order, then updates the order's rows and requests from everything that calls
    /// have said.
    ///
    /// The state is saved first, with the references under which there will be requests, so that whoever reads a later
    /// state knows what to cancel. At the end, the state is read again; if another call has changed it meanwhile, the
    /// new state is applied, too. So whoever acts last has applied the latest state, even if another died, and a
    /// repeated call repairs what is missing.
    pub(crate) async fn order(
        &self,
        shop: &CalledShop,
        id: &str,
        said: OrderState,
        rules: Option<AskRules>,
        now: Timestamp,
    ) -> Result<Done, Error> {
        let order = SystemOrder { shop, id };
        let mut tried = Tried { rules, is_new_order: false, is_news: false, withdrawn: None };
        retry!(self.store, { self.try_order(&order, said.clone(), &mut tried, now).await })
    }

    async fn try_order(
        &self,
        order: &SystemOrder<'_>,
        said: OrderState,
        tried: &mut Tried,
        now: Timestamp,
    ) -> Result<Done, TryError<Error>> {
        let SystemOrder { shop, id } = order;
        let (Caller { tenant, keys, .. }, system) = (&shop.caller, shop.system);
        let known = Rows(&self.store).order_state(tenant, system, id, keys).await?;
        let mut record = known.clone();
        let buyer = said.buyer();
        record.state.merge(system, said);
        record.is_erased |= record.state.is_anonymised;
        // This comes first, because saving the state deletes the entry that leads from the address to the order.
        let removed = known.found_by.clone().filter(|_| record.state.is_anonymised);
        // A call that read the state before the erasure may have written the buyer's rows after it, and died.
        let returned = buyer.filter(|_| known.is_erased).map(|buyer| keys.email_index(&buyer.email));
        if let Some(index) = removed.or(returned) {
            self.erase_order(order, &index, now).await?;
        }
        record.forget_buyer();
        let products = self.store.known_products(tenant, &record.state.product_ids()).await?;
        let rules = tried.rules.as_ref().map(|rules| rules.with_products(&products));
        let plan = record.state.plan_by(system, rules.as_ref(), now);
        record.references.extend(plan.iter().map(|ask| ask.reference.as_str().to_owned()));
        if record != known || record.version == 0 {
            tried.is_news |= record.state != known.state || record.version == 0;
            tried.is_new_order |= known.state.head.is_none() && record.state.head.is_some();
            if !Rows(&self.store).save_order_state(tenant, system, id, &mut record, keys, now).await? {
                return Err(TryError::Conflict);
            }
        }
        let number = number_of(&record.state);
        if let Some(number) = &number {
            self.put_rows(order, number, &record, &plan, &products, now).await?;
        }
        let followed = self.follow(order, &mut record, plan, tried, now).await?;
        if Rows(&self.store).version_of_order_state(tenant, system, id).await? != record.version {
            return Err(TryError::Conflict);
        }
        // The rules are also checked again. If they have ended meanwhile, another try cancels what was planned by them.
        if tried.rules.is_some() && self.rules(shop).await?.is_none() {
            tried.rules = None;
            return Err(TryError::Conflict);
        }
        let is_new_order = tried.is_new_order;
        Ok(Done { order: number.map(|number| number.as_str().to_owned()), is_new_order, ..followed })
    }

    /// Stores the order, and products that are not in the catalog yet. Writes only what differs, because most calls repeat
    /// earlier ones. Reviews lose their mark if the order proves nothing any more. An order that a rule has always left out
    /// is stored without its buyer, who therefore becomes no customer.
    async fn put_rows(
        &self,
        order: &SystemOrder<'_>,
        number: &OrderId,
        record: &OrderStateRecord,
        plan: &OrderPlan,
        known: &[ListedProduct],
        now: Timestamp,
    ) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = &order.shop.caller;
        let is_left_out = record.references.is_empty() && plan.as_ref().is_err_and(|reason| reason.is_rule());
        if let Some(mut row) = record.state.order(order.shop.system, number.clone()) {
            row.buyer = row.buyer.filter(|_| !is_left_out);
            if self.store.order(tenant, number, keys).await?.as_ref() != Some(&row) {
                put_order(&self.store, &self.random, (tenant, keys), &row, now).await?;
            }
            if !row.proves(None) {
                unverify(&self.store, (tenant, keys), number, now).await?;
            }
        }
        let is_new = |product: &Product| !known.iter().any(|known| known.product.id == product.id);
        for product in record.state.products().into_iter().take(PRODUCTS_MAX).filter(is_new) {
            self.store.note_product(tenant, &product).await?;
        }
        Ok(())
    }

    /// Creates or moves the order's request, and cancels those under other references.
    async fn follow(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderStateRecord,
        plan: OrderPlan,
        tried: &mut Tried,
        now: Timestamp,
    ) -> Result<Done, TryError<Error>> {
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
        Ok(outcome(withdrawn.max(asked), plan.err(), tried.is_news))
    }
}

fn number_of(state: &OrderState) -> Option<OrderId> {
    OrderId::parse(state.number()?).ok().flatten()
}

/// The result of a call: the most important thing that followed from it.
fn outcome(followed: Option<Followed>, reason: Option<NoAsk>, is_news: bool) -> Done {
    let of = |result: InboundResult, reason: Option<&str>, request: Option<RequestId>| Done {
        request,
        ..Done::new(result, reason)
    };
    let reason = reason.map(NoAsk::as_str);
    match followed {
        Some(Followed::Asked(request)) => of(InboundResult::Asked, None, Some(request)),
        Some(Followed::Planned(request)) => of(InboundResult::Planned, None, Some(request)),
        Some(Followed::Withdrawn(request)) => of(InboundResult::Stopped, reason, Some(request)),
        Some(Followed::Kept(request)) if is_news => of(InboundResult::Planned, None, Some(request)),
        Some(Followed::Kept(request)) => of(InboundResult::Ignored, Some("unchanged"), Some(request)),
        Some(Followed::Nothing(why, request)) => of(InboundResult::Ignored, Some(why.as_str()), request),
        None => of(InboundResult::Ignored, reason, None),
    }
}

//! An order as a call has it: it is merged with what is known, and the order's requests follow.

use std::collections::BTreeMap;

use app::order::put_order;
use app::retry::{TryError, retry};
use app::{Caller, Error};
use domain::{Ask, InboundResult, NoAsk, OrderId, OrderPlan, OrderState, RequestId};
use jiff::Timestamp;
use store::OrderStateRecord;

use crate::requests::{Followed, SystemOrder};
use crate::work::{CalledShop, Done, TakeOrders};

impl TakeOrders {
    /// Merges what a call says of an order, lets the requests follow, and then saves the state.
    ///
    /// In this order: of two calls at once, the one that saves last has read what the other saved, and so what it let follow is
    /// what follows from both.
    pub(crate) async fn order(
        &self,
        shop: &CalledShop,
        id: &str,
        said: OrderState,
        now: Timestamp,
    ) -> Result<Done, Error> {
        let order = SystemOrder { shop, id };
        retry!(self.store, { self.try_order(&order, said.clone(), now).await })
    }

    async fn try_order(
        &self,
        order: &SystemOrder<'_>,
        said: OrderState,
        now: Timestamp,
    ) -> Result<Done, TryError<Error>> {
        let SystemOrder { shop, id } = order;
        let (Caller { tenant, keys, .. }, integration) = (&shop.caller, &shop.integration);
        let mut record = self.store.order_state(tenant, integration.system, id, keys).await?;
        let (is_new_order, before) = (record.state.number.is_none(), record.state.clone());
        let mut merged = OrderStateRecord { state: before.clone(), ..record.clone() };
        merged.state.merge(said);
        merged.forget_buyer();
        if merged.state == before && record.version > 0 {
            let number = number_of(&merged.state).map(|number| number.as_str().to_owned());
            return Ok(Done { order: number, ..Done::new(InboundResult::Ignored, Some("unchanged")) });
        }
        let plan = match integration.is_asking {
            true => Ok(merged.state.plan(integration.system, &integration.rules, now)),
            false => Err(()),
        };
        let number = number_of(&merged.state);
        if let Some(number) = &number {
            self.put_rows(order, number, &merged.state, plan.as_ref().ok(), now).await?;
        }
        let mut done = match plan {
            Ok(plan) => self.follow(order, &mut record, &merged.state, plan, now).await?,
            Err(()) => Done::new(InboundResult::Ignored, Some("not_asking")),
        };
        record.state = merged.state;
        if !self.store.save_order_state(tenant, integration.system, id, &mut record, keys, now).await? {
            return Err(TryError::Conflict);
        }
        done.order = number.map(|number| number.as_str().to_owned());
        done.is_new_order = is_new_order && done.order.is_some();
        Ok(done)
    }

    /// Stores the order, or each of its shipments that is asked about, and products that are in no catalog yet.
    async fn put_rows(
        &self,
        order: &SystemOrder<'_>,
        number: &OrderId,
        state: &OrderState,
        plan: Option<&OrderPlan>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let SystemOrder { shop, id } = order;
        let (Caller { tenant, keys, .. }, system) = (&shop.caller, shop.integration.system);
        let asks = plan.and_then(|plan| plan.as_ref().ok());
        let shipments =
            asks.into_iter().flatten().filter_map(|ask| Some((&ask.reference, Some(ask.shipment.as_deref()?))));
        for (reference, shipment) in std::iter::once((number, None)).chain(shipments) {
            if let Some(order) = state.order(reference.clone(), shipment) {
                put_order(&self.store, &self.random, (tenant, keys), &order, Some((system, id)), now).await?;
            }
        }
        let products = state.products();
        let known = self.store.products(tenant, products.iter().take(100).map(|product| &product.id)).await?;
        for product in products.iter().take(100) {
            if !known.iter().any(|known| known.id == product.id) {
                self.store.note_product(tenant, product).await?;
            }
        }
        Ok(())
    }

    /// Makes, moves or withdraws the order's requests.
    async fn follow(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderStateRecord,
        state: &OrderState,
        plan: OrderPlan,
        now: Timestamp,
    ) -> Result<Done, TryError<Error>> {
        let (asks, reason) = match plan {
            Ok(asks) => (asks, None),
            Err(reason) => (Vec::new(), Some(reason)),
        };
        let mut followed = Vec::new();
        if reason.is_none_or(NoAsk::stops) {
            let wanted: BTreeMap<&str, &Ask> = asks.iter().map(|ask| (ask.reference.as_str(), ask)).collect();
            for reference in record.references.clone() {
                if !wanted.contains_key(reference.as_str()) {
                    followed.extend(self.withdraw(order, record, &reference, now).await?);
                }
            }
        }
        for ask in &asks {
            followed.push(self.ask(order, record, state, ask, now).await?);
        }
        Ok(outcome(followed, reason))
    }
}

fn number_of(state: &OrderState) -> Option<OrderId> {
    OrderId::parse(&state.number.as_ref()?.value).ok().flatten()
}

/// The result of a call, by the most that followed.
fn outcome(followed: Vec<Followed>, reason: Option<NoAsk>) -> Done {
    let of = |result: InboundResult, reason: Option<&str>, request: Option<RequestId>| Done {
        request,
        ..Done::new(result, reason)
    };
    let rank = |followed: &Followed| match followed {
        Followed::Asked(_) => 3,
        Followed::Planned(_) => 2,
        Followed::Withdrawn(_) => 1,
        Followed::Nothing(..) => 0,
    };
    match (followed.into_iter().max_by_key(rank), reason) {
        (Some(Followed::Asked(request)), _) => of(InboundResult::Asked, None, Some(request)),
        (Some(Followed::Planned(request)), _) => of(InboundResult::Planned, None, Some(request)),
        (Some(Followed::Withdrawn(request)), reason) => {
            of(InboundResult::Stopped, reason.map(NoAsk::as_str), Some(request))
        }
        (Some(Followed::Nothing(why, request)), None) => of(InboundResult::Ignored, Some(why), request),
        (Some(Followed::Nothing(_, request)), Some(reason)) => {
            of(InboundResult::Ignored, Some(reason.as_str()), request)
        }
        (None, reason) => of(InboundResult::Ignored, reason.map(NoAsk::as_str), None),
    }
}

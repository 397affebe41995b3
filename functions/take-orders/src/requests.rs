//! An order's requests: made, moved and withdrawn.

use std::sync::{Mutex, PoisonError};

use app::message::wake::wake_owed;
use app::request::{
    AskedPerson, Created, FirstMessage, NewReviewRequest, Observed, Recipient, RequestUpdate, not_asked_before, save,
};
use app::retry::TryError;
use app::{Caller, Error, Reply, Wake};
use domain::{
    Ask, Buyer, Channel, Dialect, Extras, Language, OrderId, OrderState, ProductIds, Request, RequestId, RequestOrigin,
};
use jiff::Timestamp;
use store::{End, OrderStateRecord, Reading, RequestList};

use crate::work::{CalledShop, TakeOrders};

/// The last requests of an order that are looked at.
const REQUESTS_MAX: u32 = 20;

/// An order of a shop's system.
pub(crate) struct SystemOrder<'a> {
    pub shop: &'a CalledShop,
    /// The system's id.
    pub id: &'a str,
}

/// The outcome for one request.
pub(crate) enum Followed {
    /// The request is due.
    Asked(RequestId),
    /// The request waits.
    Planned(RequestId),
    /// The request waited, and was withdrawn.
    Withdrawn(RequestId),
    /// Nothing, for this reason.
    Nothing(&'static str, Option<RequestId>),
}

impl TakeOrders {
    /// The last request that we made for an order, or for a shipment.
    async fn ours(&self, order: &SystemOrder<'_>, reference: &OrderId) -> Result<Option<Request>, Error> {
        let Caller { tenant, keys, identity, .. } = &order.shop.caller;
        let list = RequestList::of_order(reference, keys);
        let page = self.store.listed_requests(tenant, &list, Reading::first(End::Newest, REQUESTS_MAX)).await?;
        let is_ours = |request: &Request| {
            request.order.as_str() == reference.as_str()
                && request.requested_by == *identity
                && request.renewal_of.is_none()
        };
        Ok(page.rows.into_iter().filter_map(|row| row.request).find(is_ours))
    }

    /// Withdraws the request of an order or a shipment, if it waits.
    pub(crate) async fn withdraw(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderStateRecord,
        reference: &str,
        now: Timestamp,
    ) -> Result<Option<Followed>, TryError<Error>> {
        let Some(reference) = OrderId::parse(reference).ok().flatten() else { return Ok(None) };
        let Some(request) = self.ours(order, &reference).await? else { return Ok(None) };
        if request.sent_at().is_some() || request.planned(now).is_none() {
            return Ok(None);
        }
        self.cancel(order, record, &request, now).await?;
        Ok(Some(Followed::Withdrawn(request.id)))
    }

    /// Cancels a request of ours. That it was us is stored before: a request that the shop cancelled is not made again.
    async fn cancel(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderStateRecord,
        request: &Request,
        now: Timestamp,
    ) -> Result<(), TryError<Error>> {
        let SystemOrder { shop, id } = order;
        let (Caller { tenant, keys, .. }, system) = (&shop.caller, shop.integration.system);
        if record.withdrawn.insert(request.order.as_str().to_owned())
            && !self.store.save_order_state(tenant, system, id, record, keys, now).await?
        {
            return Err(TryError::Conflict);
        }
        self.cancel.cancel(&shop.caller, request.id, now).await?;
        Ok(())
    }

    /// Makes the request that an order or a shipment is to have, or moves the one that waits.
    pub(crate) async fn ask(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderStateRecord,
        state: &OrderState,
        ask: &Ask,
        now: Timestamp,
    ) -> Result<Followed, TryError<Error>> {
        let reference = ask.reference.as_str();
        let Some(buyer) = state.buyer() else { return Ok(Followed::Nothing("no_email", None)) };
        record.references.insert(reference.to_owned());
        let Some(request) = self.ours(order, &ask.reference).await? else {
            return self.make(order, record, state, buyer, ask, now).await;
        };
        if request.cancelled_at.is_some() {
            return match record.withdrawn.contains(reference) {
                true => self.make(order, record, state, buyer, ask, now).await,
                false => Ok(Followed::Nothing("cancelled_by_shop", Some(request.id))),
            };
        }
        if !request.is_planned(now) {
            return Ok(Followed::Nothing("asked_already", Some(request.id)));
        }
        let keys = &order.shop.caller.keys;
        if request.guard.as_deref() != Some(&keys.order_index(&buyer.email, &ask.reference)) {
            // Another address by now: nothing leaves to the one before.
            self.cancel(order, record, &request, now).await?;
            return self.make(order, record, state, buyer, ask, now).await;
        }
        self.plan_again(order, request, &buyer, ask, now).await
    }

    /// Moves a request that waits.
    async fn plan_again(
        &self,
        order: &SystemOrder<'_>,
        before: Request,
        buyer: &Buyer,
        ask: &Ask,
        now: Timestamp,
    ) -> Result<Followed, TryError<Error>> {
        let shop = order.shop;
        let Caller { tenant, .. } = &shop.caller;
        let mut request = before.clone();
        let products = self.left_to_ask(order, &request, buyer, &ask.products, now).await?;
        if request.replan(products, ask.due_at, &shop.record.rules, now) {
            let observed = Observed { before: &before, webhooks: &shop.record.webhooks, queue: &self.webhooks, now };
            let change = RequestUpdate { observed: Some(observed), ..RequestUpdate::default() };
            save(&self.store, tenant, &mut request, change).await?;
            if request.scheduled_at != before.scheduled_at {
                self.cancel.schedules.delete(&Wake::new(tenant, &before), before.scheduled_at).await;
                wake_owed(&self.create.queue, self.create.schedules.as_ref(), tenant, &request, now).await;
            }
        }
        Ok(followed(request.id, request.scheduled_at, now))
    }

    /// The products that its customer was not asked about before, where the shop asks once.
    async fn left_to_ask(
        &self,
        order: &SystemOrder<'_>,
        request: &Request,
        buyer: &Buyer,
        products: &ProductIds,
        now: Timestamp,
    ) -> Result<ProductIds, Error> {
        let Caller { tenant, keys, .. } = &order.shop.caller;
        let asks_once = order.shop.record.rules.ask_once.applies(RequestOrigin::ShopSystem);
        let Some(customer) = request.customer.filter(|_| asks_once) else { return Ok(products.clone()) };
        let index = keys.email_index(&buyer.email);
        let person = AskedPerson { customer, email_index: Some(&index) };
        not_asked_before(&self.store, (tenant, keys), person, products, Some(request.id), now).await
    }

    async fn make(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderStateRecord,
        state: &OrderState,
        Buyer { email, name }: Buyer,
        ask: &Ask,
        now: Timestamp,
    ) -> Result<Followed, TryError<Error>> {
        let language = state.locale.as_ref().and_then(|locale| Language::of_tag(&locale.value).ok().flatten());
        let new = NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: RequestOrigin::ShopSystem,
            recipient: Recipient::Addressee { email, name },
            products: ask.products.clone(),
            order: Some(ask.reference.clone()),
            first_message: FirstMessage::At(ask.due_at.max(now)),
            channels: vec![Channel::Email],
            reminders: None,
            language,
            time_zone: None,
            extras: Extras::default(),
        };
        let made = Mutex::new(None);
        let render = |Created { request, .. }: &Created| {
            let waits = request.planned(now).is_some();
            *made.lock().unwrap_or_else(PoisonError::into_inner) = Some((request.id, request.scheduled_at, waits));
            Reply::json(201, &request.id.get())
        };
        match self.create.create(&order.shop.caller, new, None, now, render).await {
            Ok(_) => {}
            Err(Error::Duplicate { earlier }) => {
                return match earlier {
                    // Ours, of a try that died before it saved the state.
                    Some(_) if self.ours(order, &ask.reference).await?.is_some_and(|ours| Some(ours.id) == earlier) => {
                        Err(TryError::Conflict)
                    }
                    earlier => Ok(Followed::Nothing("another_request", earlier)),
                };
            }
            Err(error) => return Err(error.into()),
        }
        record.withdrawn.remove(ask.reference.as_str());
        Ok(match made.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some((id, scheduled_at, true)) => followed(id, scheduled_at, now),
            Some((id, _, false)) => Followed::Nothing("asked_before", Some(id)),
            None => Followed::Nothing("asked_already", None),
        })
    }
}

fn followed(request: RequestId, scheduled_at: Timestamp, now: Timestamp) -> Followed {
    if scheduled_at <= now { Followed::Asked(request) } else { Followed::Planned(request) }
}

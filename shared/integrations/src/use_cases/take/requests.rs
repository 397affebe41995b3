//! Creates, moves and cancels an order's request.
//!
//! Told by `tests/stories/orders_in/outcomes.story`.

use app::caller::Caller;
use app::error::{Error, TryError};
use app::message::wake::{Wake, wake_owed};
use app::order::one_of_each;
use app::request::{
    AskedPerson, Created, FirstMessage, NewReviewRequest, Observed, Preview, Recipient, RequestUpdate,
    not_asked_before, save,
};
use domain::order::{Buyer, NoAsk, OrderId, OrderPlace, ProductIds};
use domain::request::{Request, RequestOptions};
use domain::values::{Channel, Dialect, EmailAddress, Language, RequestId};
use jiff::Timestamp;
use members::Insiders;
use store::order::OrderRecord;
use store::request::listed::RequestList;
use store::table::{End, Reading};

use super::{CalledShop, TakeOrders};
use crate::Ask;

/// How many of an order's requests are read, newest first.
const REQUESTS_MAX: u32 = 20;

pub(crate) struct SystemOrder<'a> {
    pub shop: &'a CalledShop,
    pub place: &'a OrderPlace,
}

/// What happened to one request. If there are several, the one that is last in this list counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Followed {
    Nothing(NoAsk, Option<RequestId>),
    Kept(RequestId),
    Withdrawn(RequestId),
    Planned(RequestId),
}

impl TakeOrders {
    /// The requests that we created for an order under a reference, newest first.
    pub(crate) async fn ours(&self, order: &SystemOrder<'_>, reference: &OrderId) -> Result<Vec<Request>, Error> {
        let Caller { tenant, keys, .. } = &order.shop.caller;
        let list = RequestList::of_order(reference, keys);
        let page = self.store.listed_requests(tenant, &list, Reading::first(End::Newest, REQUESTS_MAX)).await?;
        let is_ours =
            |request: &Request| request.options.order.as_ref() == Some(order.place) && request.renewal_of.is_none();
        Ok(page.rows.into_iter().filter_map(|row| row.request).filter(is_ours).collect())
    }

    /// Cancels the waiting requests of an order.
    pub(crate) async fn withdraw(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderRecord,
        reference: &str,
        now: Timestamp,
    ) -> Result<Option<RequestId>, TryError<Error>> {
        let Some(reference) = OrderId::parse(reference).ok().flatten() else { return Ok(None) };
        let mut withdrawn = None;
        for request in self.ours(order, &reference).await?.iter().filter(|request| waits(request, now)) {
            self.cancel(order, record, request.id, now).await?;
            withdrawn = Some(request.id);
        }
        Ok(withdrawn)
    }

    /// Cancels one of our requests. First it is stored that we did so, because a request that the shop cancelled must
    /// not be created again.
    async fn cancel(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderRecord,
        request: RequestId,
        now: Timestamp,
    ) -> Result<(), TryError<Error>> {
        let Caller { tenant, keys, .. } = &order.shop.caller;
        let known = record.clone();
        if record.withdrawn.insert(request) && !self.store.save_order(tenant, &known, record, keys, now).await? {
            return Err(TryError::Conflict);
        }
        self.cancel.cancel(&order.shop.caller, request, now).await?;
        Ok(())
    }

    /// Creates the request that an order should have, or moves the waiting one.
    pub(crate) async fn ask(
        &self,
        order: &SystemOrder<'_>,
        record: &mut OrderRecord,
        ask: &Ask,
        now: Timestamp,
    ) -> Result<Followed, TryError<Error>> {
        let Some(buyer) = record.order.buyer.clone() else { return Ok(Followed::Nothing(NoAsk::NoEmail, None)) };
        let ours = self.ours(order, &ask.reference).await?;
        let uniqueness_key = order.shop.caller.keys.order_index(&buyer.email, &ask.reference);
        // Nothing may leave to an address that was corrected. Nor may a request leave that was withdrawn by a call that
        // died before it cancelled it: no later call would do so if the order is to be asked about again.
        let is_to_go = |request: &Request| {
            waits(request, now)
                && (request.uniqueness_key.as_ref() != Some(&uniqueness_key) || record.withdrawn.contains(&request.id))
        };
        let going: Vec<_> = ours.iter().filter(|request| is_to_go(request)).map(|request| request.id).collect();
        for request in going {
            self.cancel(order, record, request, now).await?;
        }
        match ours.into_iter().find(|request| !record.withdrawn.contains(&request.id)) {
            Some(request) if request.cancelled_at.is_some() => {
                Ok(Followed::Nothing(NoAsk::CancelledByShop, Some(request.id)))
            }
            Some(request) if !request.is_planned(now) => Ok(Followed::Nothing(NoAsk::AskedAlready, Some(request.id))),
            planned if self.may_have_left(order, ask, now).await? => {
                Ok(Followed::Nothing(NoAsk::AskedAlready, planned.map(|request| request.id)))
            }
            Some(request) => self.plan_again(order, request, &buyer, ask, now).await,
            None => self.make(order, record, buyer, ask, now).await,
        }
    }

    /// Whether a restored table may have lost that the request was sent, or was planned to be sent sooner.
    async fn may_have_left(&self, order: &SystemOrder<'_>, ask: &Ask, now: Timestamp) -> Result<bool, Error> {
        let restored = if ask.due_at <= now { self.store.restored().await? } else { None };
        let leaves_at = order.shop.record.rules.next_open(ask.due_at, None);
        Ok(restored.is_some_and(|restored| leaves_at <= restored.until))
    }

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
        let products = one_of_each(&self.store, tenant, products).await?;
        if !request.replan(products, ask.due_at, &shop.record.rules, now) {
            return Ok(Followed::Kept(request.id));
        }
        let observed = Observed { before: &before, webhooks: &shop.record.webhooks, now };
        let change = RequestUpdate { observed: Some(observed), ..RequestUpdate::default() };
        save(&self.store, tenant, &mut request, change).await?;
        if request.scheduled_at != before.scheduled_at {
            self.cancel.schedules.delete(&Wake::new(tenant, &before), before.scheduled_at).await;
            wake_owed(&self.create.queue, self.create.schedules.as_ref(), tenant, &request, now).await;
        }
        Ok(Followed::Planned(request.id))
    }

    /// The products about which the customer was not asked before, if the shop asks only once.
    async fn left_to_ask(
        &self,
        order: &SystemOrder<'_>,
        request: &Request,
        buyer: &Buyer,
        products: &ProductIds,
        now: Timestamp,
    ) -> Result<ProductIds, Error> {
        let Caller { tenant, keys, .. } = &order.shop.caller;
        let asks_once = order.shop.record.rules.ask_once.applies(order.shop.system.into());
        let Some(customer) = request.customer.filter(|_| asks_once) else { return Ok(products.clone()) };
        let index = keys.email_index(&buyer.email);
        let person = AskedPerson { customer: Some(customer), email_index: Some(&index) };
        not_asked_before(&self.store, (tenant, keys), person, products, Some(request.id), now).await
    }

    /// The request that an API call created about this order and person, if the call left out the `#` of the order's
    /// number, or added a `#` that the system does not use.
    async fn asked_by_a_call(
        &self,
        order: &SystemOrder<'_>,
        email: &EmailAddress,
        reference: &OrderId,
        now: Timestamp,
    ) -> Result<Option<RequestId>, Error> {
        let Caller { tenant, keys, .. } = &order.shop.caller;
        let other = match reference.as_str().strip_prefix('#') {
            Some(plain) => plain.to_owned(),
            None => format!("#{}", reference.as_str()),
        };
        let Some(other) = OrderId::parse(&other).ok().flatten() else { return Ok(None) };
        Ok(self.store.uniqueness_key_owner(tenant, &keys.order_index(email, &other), now).await?)
    }

    async fn make(
        &self,
        order: &SystemOrder<'_>,
        record: &OrderRecord,
        Buyer { email, name }: Buyer,
        ask: &Ask,
        now: Timestamp,
    ) -> Result<Followed, TryError<Error>> {
        if let Some(earlier) = self.asked_by_a_call(order, &email, &ask.reference, now).await? {
            return Ok(Followed::Nothing(NoAsk::AnotherRequest, Some(earlier)));
        }
        let Caller { tenant, keys, .. } = &order.shop.caller;
        if Insiders::read(&self.store, tenant, &order.shop.record, keys, now).await?.has(&email) {
            return Ok(Followed::Nothing(NoAsk::WorksForShop, None));
        }
        let products = one_of_each(&self.store, tenant, ask.products.clone()).await?;
        let language = record.order.language.as_deref().and_then(|tag| Language::of_tag(tag).ok().flatten());
        let new = NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: order.shop.system.into(),
            recipient: Recipient::Addressee { email, name },
            products,
            order: Some(ask.reference.clone()),
            first_message: FirstMessage::At(ask.due_at.max(now)),
            channels: vec![Channel::Email],
            reminders: None,
            options: RequestOptions {
                language,
                incentivized: ask.incentivized,
                order: Some(order.place.clone()),
                ..RequestOptions::default()
            },
        };
        // A suppressed one would be a failed request in the shop's list.
        match self.create.preview(&order.shop.caller, new.clone(), now).await? {
            Preview::AskedBefore => return self.asked_before(order, record, &ask.reference).await,
            Preview::Suppressed => return Ok(Followed::Nothing(NoAsk::Suppressed, None)),
            Preview::Asked(_) | Preview::Duplicate => {}
        }
        match self.create.create_alone(&order.shop.caller, new, now).await {
            Ok(Created { request, .. }) => Ok(Followed::Planned(request.id)),
            Err(Error::Duplicate { earlier: Some(earlier) }) => {
                // Another call about this order created the request at the same moment.
                let is_ours = self.ours(order, &ask.reference).await?.iter().any(|ours| ours.id == earlier);
                if is_ours {
                    Err(TryError::Conflict)
                } else {
                    Ok(Followed::Nothing(NoAsk::AnotherRequest, Some(earlier)))
                }
            }
            // Another order of the buyer was asked about at the same moment.
            Err(Error::Duplicate { earlier: None }) => self.asked_before(order, record, &ask.reference).await,
            Err(error) => Err(error.into()),
        }
    }
}

impl TakeOrders {
    /// The buyer was asked before, unless another call about this order has just made its request.
    async fn asked_before(
        &self,
        order: &SystemOrder<'_>,
        record: &OrderRecord,
        reference: &OrderId,
    ) -> Result<Followed, TryError<Error>> {
        let is_ours = |request: &Request| !record.withdrawn.contains(&request.id);
        match self.ours(order, reference).await?.iter().any(is_ours) {
            true => Err(TryError::Conflict),
            false => Ok(Followed::Nothing(NoAsk::AskedBefore, None)),
        }
    }
}

/// Whether a request has a planned message and has not sent one.
pub(crate) fn waits(request: &Request, now: Timestamp) -> bool {
    request.sent_at().is_none() && request.planned(now).is_some()
}

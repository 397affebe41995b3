//! Creates a request in one transaction, and then a wake-up, which is only a hint.
//!
//! Told by `tests/stories/dialects/better_reviews.story`.

use domain::customer::Customer;
use domain::request::{FreeSlot, NewRequest, Quota, Request, Slots};
use domain::shop::ShopRules;
use domain::values::{
    CustomerId, DelayDays, Delivery, EmailAddress, LocationId, PersonName, Phone, RequestId, RequestOrigin,
};
use domain::webhook::Subscription;
use jiff::Timestamp;
use store::request::personal::{LinkCode, RequestRecipient};
use store::table::{CommitError, Part, Refused, Store};
use vault::{Random, ServiceKeys, ShortCode};

use crate::caller::Caller;
use crate::error::{Error, TryError, retry};
use crate::idempotency::{IdempotentCall, Reply, earlier};
use crate::links::Links;
use crate::message::wake::{Queue, Schedules, wake_owed};
use crate::order::asked_about;
use crate::request::new::{FirstMessage, Made, may_be_texted, uniqueness_key};
use crate::request::preview::{AskedOnce, customer_uniqueness_key};
use crate::request::rules::CachedRules;
use crate::request::{Created, KnownCustomers, NewReviewRequest, RecentRules, Recipient};

#[derive(Clone)]
pub struct CreateRequest {
    pub store: Store,
    pub links: Links,
    /// Wakes the sender soon.
    pub queue: Queue,
    /// Wakes the sender later; `None` in functions whose messages all leave at once.
    pub schedules: Option<Schedules>,
    /// Makes ids, tokens and nonces.
    pub random: Random,
    /// The customers who were asked recently.
    pub known: KnownCustomers,
    pub rules: RecentRules,
}

impl CreateRequest {
    /// Creates a request and returns what `render` makes of it. A repeated call gets the first call's reply.
    pub async fn create(
        &self,
        caller: &Caller,
        new: NewReviewRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Created) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let new = self.with_order_products(caller, new).await?;
        self.make(caller, new, idempotency, now, render).await
    }

    /// Creates a request for a call that has no stored reply yet.
    pub async fn make(
        &self,
        caller: &Caller,
        new: NewReviewRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Created) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        Ok(self.try_all(caller, new, idempotency, now, render).await?.0)
    }

    /// Creates a request without a call to an API.
    /// Errors: [`Error::Duplicate`], without an `earlier` one if the shop asks only once, and asked about all the products before.
    pub async fn create_alone(&self, caller: &Caller, new: NewReviewRequest, now: Timestamp) -> Result<Created, Error> {
        let (_, created) = self.try_all(caller, new, None, now, |_| Reply::json(201, &())).await?;
        created.ok_or_else(|| Error::Internal("only a call with a key has an earlier reply".to_owned()))
    }

    /// Creates a request, unless an earlier call with the same key has done so; then only its reply is returned.
    async fn try_all(
        &self,
        caller: &Caller,
        wanted: NewReviewRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Created) -> Result<Reply, Error>,
    ) -> Result<(Reply, Option<Created>), Error> {
        let service = self.links.keys(now).await?;
        let CachedRules { rules, webhooks } = self.rules.of(&self.store, &caller.tenant, now).await?;
        // Most customers are asked for the first time. For a known customer, the first try fails with a conflict that
        // names the customer, and the second succeeds. This is cheaper than a read before every create.
        let email_index = email_index(caller, &wanted.recipient);
        let mut known = email_index.as_deref().and_then(|index| self.known.get(index));
        let mut collided: Vec<Part> = Vec::new();
        retry!(self.store, {
            if let Some(answer) = self.look_again(caller, &wanted, idempotency, &collided, now).await? {
                return Ok((answer, None));
            }
            let asked = self.asked_once(caller, wanted.clone(), &rules, now).await?;
            if asked.was_asked {
                return Err(Error::Duplicate { earlier: None }.into());
            }
            let limit = self.free_slot(caller, &asked.new, now).await?;
            let presumed = email_index.as_deref().zip(known);
            let made = self.put_together(caller, &asked, presumed, &service, &rules, now)?;
            let answer = render(&made.created)?;
            let (slot, customer_key) = (limit.as_ref().map(|(_, slot)| *slot), asked.customer_key);
            let with = NewRows { slot, customer_key, idempotency, answer: &answer, webhooks: &webhooks };
            match self.write(caller, &made, with, now).await {
                Ok(()) => {
                    self.follow_up(caller, &made.created.request, email_index.clone(), now).await;
                    let quota = limit.map(|(slots, slot)| quota_after(slots, slot, now));
                    Ok((Reply { quota, ..answer }, Some(made.created)))
                }
                Err(CommitError::Refused(refused)) => {
                    if let Some(answer) = self.learn(caller, idempotency, &refused, &mut known, now).await? {
                        return Ok((answer, None));
                    }
                    // The id, the slot or the customer's uniqueness key was taken: try again. Two ids of the same
                    // millisecond are equal once in 4,096 times.
                    Err(TryError::Conflict)
                }
                Err(CommitError::Conflict(parts)) => {
                    collided = parts;
                    Err(TryError::Conflict)
                }
                Err(error) => Err(error.into()),
            }
        })
    }

    /// What follows from a stored request: the next one finds the customer, and the sender wakes up.
    async fn follow_up(&self, caller: &Caller, request: &Request, email_index: Option<String>, now: Timestamp) {
        if let Some((index, customer)) = email_index.zip(request.customer) {
            self.known.set(index, customer);
        }
        wake_owed(&self.queue, self.schedules.as_ref(), &caller.tenant, request, now).await;
    }

    /// After a collision, reads what the next try would find: of a thousand simultaneous calls for one order, 999 end
    /// here. Returns the reply of a simultaneous call with the same key, if there is one.
    async fn look_again(
        &self,
        caller: &Caller,
        wanted: &NewReviewRequest,
        idempotency: Option<&IdempotentCall>,
        collided: &[Part],
        now: Timestamp,
    ) -> Result<Option<Reply>, Error> {
        if collided.contains(&Part::Idempotency)
            && let Some(answer) = earlier(idempotency, &self.store, caller, now).await?
        {
            return Ok(Some(answer));
        }
        if collided.contains(&Part::UniquenessKey)
            && let Some(id) = self.uniqueness_key_owner(caller, wanted, now).await?
        {
            return Err(Error::Duplicate { earlier: Some(id) });
        }
        Ok(None)
    }

    /// Learns from refused conditions what the next try needs: `known` becomes the customer with this address. If a
    /// simultaneous call with the same key was first, returns its reply.
    async fn learn(
        &self,
        caller: &Caller,
        idempotency: Option<&IdempotentCall>,
        refused: &[Refused],
        known: &mut Option<CustomerId>,
        now: Timestamp,
    ) -> Result<Option<Reply>, Error> {
        let refusal = |part| refused.iter().find(|refused| refused.part == part);
        if refusal(Part::Idempotency).is_some() {
            return earlier(idempotency, &self.store, caller, now).await;
        }
        if let Some(uniqueness_key) = refusal(Part::UniquenessKey) {
            return Err(Error::Duplicate { earlier: uniqueness_key.owned_by() });
        }
        if let Some(customer) = refusal(Part::Customer) {
            *known = customer.owned_by();
        }
        Ok(None)
    }

    /// Makes the ids and the request. `known` is a customer who probably has this address.
    fn put_together(
        &self,
        caller: &Caller,
        AskedOnce { new, .. }: &AskedOnce,
        known: Option<(&str, CustomerId)>,
        service: &ServiceKeys,
        rules: &ShopRules,
        now: Timestamp,
    ) -> Result<Made, Error> {
        let new = new.clone();
        let scheduled_at = match new.first_message {
            FirstMessage::At(at) => at,
            FirstMessage::AfterDefaultDelay => DelayDays::DEFAULT.after(now),
        };
        // Who writes without having been asked does not use up the one request for the order.
        let uniqueness_key = uniqueness_key(&caller.keys, new.dialect, &new.recipient, new.order.as_ref())
            .filter(|_| new.origin != RequestOrigin::Visitor);
        let code = may_be_texted(&new.channels, &new.recipient)
            .then(|| LinkCode::new(&ShortCode::mint(&self.random), service));
        let known = known.map(|(email_index, id)| (email_index.to_owned(), id));
        let id = RequestId::mint(now, self.random.u16());
        let addressed = self.addressed(new.recipient, known.as_ref().map(|&(_, id)| id), id, now);
        let Addressed { customer, location, new_customer, email, phone, name } = addressed;
        let sealed = RequestRecipient { email, phone, name, code };
        let hub_url = self.links.hub(new.dialect, &sealed.token(&caller.tenant, id, &caller.keys), service);
        let request = NewRequest {
            dialect: new.dialect,
            origin: new.origin,
            requested_by: caller.identity(),
            by: Some(caller.by()).filter(|by| by.contains(':')),
            customer,
            location,
            order: new.order,
            products: new.products,
            scheduled_at,
            delivery: Delivery { channels: new.channels, reminders: new.reminders.unwrap_or(rules.default_reminders) },
            options: new.options,
            uniqueness_key,
        };
        let request = Request::create(id, request, rules, now);
        if request.step().is_some() && request.is_expired(request.scheduled_at) {
            return Err(Error::LinkTooShort);
        }
        Ok(Made { created: Created { request, hub_url }, sealed, new_customer, known })
    }

    /// Finds out whom a new request asks, and makes the id of a new customer.
    fn addressed(
        &self,
        recipient: Recipient,
        known: Option<CustomerId>,
        request: RequestId,
        now: Timestamp,
    ) -> Addressed {
        match recipient {
            Recipient::Addressee { email, name } => {
                let new_customer = known.is_none().then(|| {
                    let id = CustomerId::mint(now, self.random.u16());
                    let new = Customer::from_email(id, email.clone(), name.as_ref(), now);
                    Customer { first_request: Some(request), ..new }
                });
                let customer = known.or_else(|| new_customer.as_ref().map(|new| new.id));
                Addressed { customer, location: None, new_customer, email: Some(email), phone: None, name }
            }
            Recipient::Customer(stored) => Addressed {
                customer: Some(stored.id),
                location: stored.location,
                new_customer: None,
                name: stored.name(),
                email: stored.email,
                phone: stored.phone,
            },
            Recipient::Unknown => Addressed::default(),
        }
    }

    /// Adds the products of the order about which the shop asks, if the request names a known order and no products.
    async fn with_order_products(&self, caller: &Caller, new: NewReviewRequest) -> Result<NewReviewRequest, Error> {
        let lacks_products = new.dialect.policy().products_from_order && new.products.is_empty();
        let Some(id) = new.order.as_ref().filter(|_| lacks_products) else { return Ok(new) };
        let buyer = match &new.recipient {
            Recipient::Addressee { email, .. } => Some(email),
            Recipient::Customer(customer) => customer.email.as_ref(),
            Recipient::Unknown => None,
        };
        let order = self.store.order(&caller.tenant, id, buyer, &caller.keys).await?;
        let products = order.map(|order| order.products()).unwrap_or_default();
        Ok(NewReviewRequest { products: asked_about(&self.store, &caller.tenant, products).await?, ..new })
    }

    /// The slots of the dialect's rate limit, at least one of them free; `None` if the dialect has no limit.
    async fn free_slot(
        &self,
        caller: &Caller,
        new: &NewReviewRequest,
        now: Timestamp,
    ) -> Result<Option<(Slots, FreeSlot)>, Error> {
        if !new.dialect.policy().is_rate_limited {
            return Ok(None);
        }
        let slots = self.store.slots(&caller.tenant).await?;
        if let Some(slot) = slots.free(now, self.random.u64()) {
            return Ok(Some((slots, slot)));
        }
        // A duplicate is reported as one, because it would not have counted.
        let earlier = self.uniqueness_key_owner(caller, new, now).await?;
        Err(earlier.map_or(Error::RateLimited(slots.quota(now)), |id| Error::Duplicate { earlier: Some(id) }))
    }

    /// The active request that this one would duplicate.
    pub(super) async fn uniqueness_key_owner(
        &self,
        caller: &Caller,
        new: &NewReviewRequest,
        now: Timestamp,
    ) -> Result<Option<RequestId>, Error> {
        match uniqueness_key(&caller.keys, new.dialect, &new.recipient, new.order.as_ref()) {
            Some(uniqueness_key) => Ok(self.store.uniqueness_key_owner(&caller.tenant, &uniqueness_key, now).await?),
            None => Ok(None),
        }
    }

    async fn write(
        &self,
        caller: &Caller,
        made: &Made,
        NewRows { slot, customer_key, idempotency, answer, webhooks }: NewRows<'_>,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let Caller { tenant, keys, who: _ /* in the request */ } = caller;
        let Made { created: Created { request, hub_url: _ }, sealed, new_customer, known } = made;
        let mut transaction = self.store.transaction(tenant);
        transaction.insert_new(request, sealed, keys, now);
        if let Some(slot) = slot {
            transaction.take_slot(slot, now);
        }
        if let Some((customer, last)) = customer_key {
            transaction.take_customer_uniqueness_key(&customer_uniqueness_key(customer), last, request, now);
        }
        match (new_customer, request.customer) {
            (Some(customer), _) => transaction.insert_customer(customer, keys),
            (None, Some(customer)) => transaction.note_request(customer, request),
            (None, None) => {}
        }
        if let Some((email_index, customer)) = known {
            transaction.require_customer(*customer, email_index);
        }
        if let Some(idempotency) = idempotency {
            idempotency.remember(&mut transaction, answer, request.customer, keys, now);
        }
        transaction.announce_request(None, request, now, webhooks);
        transaction.commit().await
    }
}

fn quota_after(mut slots: Slots, taken: FreeSlot, now: Timestamp) -> Quota {
    slots.set(taken.index, now);
    slots.quota(now)
}

/// The blind index of the recipient's address, if the customer is found by the address.
fn email_index(caller: &Caller, recipient: &Recipient) -> Option<String> {
    match recipient {
        Recipient::Addressee { email, name: _ } => Some(caller.keys.email_index(email)),
        Recipient::Customer(_) | Recipient::Unknown => None,
    }
}

#[derive(Default)]
struct Addressed {
    customer: Option<CustomerId>,
    location: Option<LocationId>,
    new_customer: Option<Customer>,
    email: Option<EmailAddress>,
    phone: Option<Phone>,
    name: Option<PersonName>,
}

struct NewRows<'a> {
    /// The slot of the dialect's rate limit that the request uses.
    slot: Option<FreeSlot>,
    /// The request's customer, if the shop asks only once, and the last request that had the customer's uniqueness key.
    customer_key: Option<(CustomerId, Option<RequestId>)>,
    idempotency: Option<&'a IdempotentCall>,
    answer: &'a Reply,
    webhooks: &'a [Subscription],
}

//! Creating a request: the truth in one transaction, then a hint.

use domain::{
    Customer, CustomerId, Delivery, Dialect, EmailAddress, FreeSlot, Language, NewRequest, OrderId, PersonName,
    ProductIds, Quota, Request, RequestId, Slots, WixFields,
};
use jiff::Timestamp;
use store::{CommitError, Part, Sealed, Store};
use vault::{Purpose, Random, ServiceKeys, TenantKeys, Token};

use crate::requests::idempotency::earlier;
use crate::requests::{IdempotentCall, KnownCustomers, Reply};
use crate::wake::wake_at;
use crate::{Caller, Error, Links, Queue, Schedules, Wake};

/// Ids and slots drawn before giving up. Two ids of one millisecond meet once in 4,096; slots are
/// taken only while there are free ones, and read anew each time.
const TRIES_MAX: u32 = 12;

/// Creates requests.
#[derive(Clone)]
pub struct CreateRequest {
    /// Where they are kept.
    pub store: Store,
    /// What makes their links.
    pub links: Links,
    /// Wakes the sender soon.
    pub queue: Queue,
    /// Wakes the sender later; `None` where every mail leaves at once.
    pub schedules: Option<Schedules>,
    /// Draws ids, tokens and nonces.
    pub random: Random,
    /// Who was asked lately.
    pub known: KnownCustomers,
}

/// What a shop asks for.
#[derive(Debug, Clone)]
pub struct NewReviewRequest {
    /// The API it is asked through.
    pub dialect: Dialect,
    /// Who is asked.
    pub recipient: Recipient,
    /// What to review.
    pub products: ProductIds,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// When its first message is to leave.
    pub scheduled_at: Timestamp,
    /// How the link reaches the customer.
    pub delivery: Delivery,
    /// The customer's language, if the shop told one that we speak.
    pub language: Option<Language>,
    /// What the Wix dialect tells beside.
    pub wix: WixFields,
}

/// Who is asked.
#[derive(Debug, Clone)]
pub enum Recipient {
    /// Whoever has this address: a customer, who becomes one by being asked.
    Addressee {
        /// Their address.
        email: EmailAddress,
        /// Their name, if the shop told.
        name: Option<PersonName>,
    },
    /// A customer that the shop told of.
    Customer(Box<Customer>),
    /// A contact of Wix whom nobody told of: the request can't be sent.
    Unknown,
}

/// A request just made.
pub struct Created {
    /// It.
    pub request: Request,
    /// Its link.
    pub hub_url: String,
}

impl CreateRequest {
    /// Creates a request and answers with what `render` makes of it; a repeated call gets the
    /// first one's answer.
    ///
    /// # Errors
    /// [`Error::Duplicate`], [`Error::RateLimited`], [`Error::IdempotencyKeyReused`]; the
    /// dependencies' own trouble.
    pub async fn create(
        &self,
        caller: &Caller,
        new: NewReviewRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Created) -> Reply,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let new = self.with_order_products(caller, new).await?;
        self.make(caller, new, idempotency, now, render).await
    }

    /// Creates a request whose call is no repeated one as far as was seen.
    pub(super) async fn make(
        &self,
        caller: &Caller,
        new: NewReviewRequest,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Created) -> Reply,
    ) -> Result<Reply, Error> {
        let service = self.links.keys(now).await?;
        // Most who are asked are asked for the first time. Of somebody known the table tells who it
        // is, for the price of a second try: cheaper than a read before every create.
        let email_index = match &new.recipient {
            Recipient::Addressee { email, name: _ } => Some(caller.keys.email_index(email)),
            Recipient::Customer(_) | Recipient::Unknown => None,
        };
        let mut known = email_index.as_deref().and_then(|index| self.known.get(index));
        for _ in 0..TRIES_MAX {
            let slots = self.slots(caller, new.dialect).await?;
            let slot = match &slots {
                None => None,
                Some(slots) => match slots.free(now, self.random.u64()) {
                    Some(slot) => Some(slot),
                    None => return Err(self.refuse(caller, &new, slots.quota(now), now).await?),
                },
            };
            let acquaintance = email_index.as_deref().zip(known);
            let made = self.draw(caller, &new, acquaintance, &service, now);
            let answer = render(&made.created);
            match self.write(caller, &made, slot, idempotency, &answer, now).await {
                Ok(()) => {
                    if let Some((index, customer)) = email_index.zip(made.created.request.customer) {
                        self.known.set(index, customer);
                    }
                    self.hint(caller, &made.created.request, now).await;
                    let quota = slots.zip(slot).map(|(mut slots, slot)| {
                        slots.set(slot.index, now);
                        slots.quota(now)
                    });
                    return Ok(Reply { quota, ..answer });
                }
                Err(CommitError::Refused(refused)) => {
                    let of = |part| refused.iter().find(|refused| refused.part == part);
                    if of(Part::Idempotency).is_some() {
                        // A simultaneous call with the same key was first: its answer is ours.
                        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                            return Ok(answer);
                        }
                    } else if let Some(guard) = of(Part::Guard) {
                        return Err(Error::Duplicate { earlier: guard.held_by() });
                    } else if let Some(customer) = of(Part::Customer) {
                        known = customer.held_by();
                    }
                    // The id or the slot was taken: draw another.
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("no free id or slot".to_owned()))
    }

    /// The link of a request that is there already.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the dependencies' own trouble.
    pub async fn link(&self, caller: &Caller, id: RequestId, dialect: Dialect) -> Result<String, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let sealed = context.open(&caller.keys)?.ok_or(Error::NotFound)?;
        Ok(self.links.hub(dialect, &sealed.token))
    }

    /// Where the shop named an order and no products, those of the order, if the order is known.
    async fn with_order_products(&self, caller: &Caller, new: NewReviewRequest) -> Result<NewReviewRequest, Error> {
        let lacks_products = match new.dialect {
            Dialect::BetterReviews => new.products.is_empty(),
            // Invitations and asks are about the business; Wix' rule is another.
            Dialect::Amino | Dialect::MoreGoodReviews | Dialect::Wix => false,
        };
        let Some(id) = new.order.as_ref().filter(|_| lacks_products) else { return Ok(new) };
        let order = self.store.order(&caller.tenant, id, &caller.keys).await?;
        let products = order.map(|order| order.products()).unwrap_or_default();
        Ok(NewReviewRequest { products, ..new })
    }

    /// The slots of the dialect's rate limit, where it has one.
    async fn slots(&self, caller: &Caller, dialect: Dialect) -> Result<Option<Slots>, Error> {
        match dialect {
            Dialect::Amino => Ok(Some(self.store.slots(&caller.tenant).await?)),
            Dialect::BetterReviews | Dialect::MoreGoodReviews | Dialect::Wix => Ok(None),
        }
    }

    /// Why a call beyond the limit is refused: an order's repetition would not have counted, so it
    /// is a duplicate still.
    async fn refuse(
        &self,
        caller: &Caller,
        new: &NewReviewRequest,
        quota: Quota,
        now: Timestamp,
    ) -> Result<Error, Error> {
        let earlier = match guard(&caller.keys, new.dialect, &new.recipient, new.order.as_ref()) {
            Some(guard) => self.store.guard_holder(&caller.tenant, &guard, now).await?,
            None => None,
        };
        Ok(earlier.map_or(Error::RateLimited(quota), |id| Error::Duplicate { earlier: Some(id) }))
    }

    fn draw(
        &self,
        caller: &Caller,
        new: &NewReviewRequest,
        acquaintance: Option<(&str, CustomerId)>,
        service: &ServiceKeys,
        now: Timestamp,
    ) -> Made {
        let NewReviewRequest { dialect, recipient, products, order, scheduled_at, delivery, language, wix } =
            new.clone();
        let guard = guard(&caller.keys, dialect, &recipient, order.as_ref());
        let token = Token::mint(&self.random);
        let text = token.text(Purpose::Hub, service);
        let hub_url = self.links.hub(dialect, &text);
        let mut sealed = Sealed { email: None, phone: None, name: None, token: text };
        let acquaintance = acquaintance.map(|(email_index, id)| (email_index.to_owned(), id));
        let mut customer = acquaintance.as_ref().map(|&(_, id)| id);
        let (mut location, mut newcomer) = (None, None);
        match recipient {
            Recipient::Addressee { email, name } => {
                if acquaintance.is_none() {
                    let id = CustomerId::mint(now, self.random.u16());
                    newcomer = Some(Customer::from_email(id, email.clone(), name.as_ref(), now));
                    customer = Some(id);
                }
                (sealed.email, sealed.name) = (Some(email), name);
            }
            Recipient::Customer(known) => {
                (customer, location) = (Some(known.id), known.location);
                sealed.name = known.name();
                (sealed.email, sealed.phone) = (known.email, known.phone);
            }
            Recipient::Unknown => {}
        }
        let id = RequestId::mint(now, self.random.u16());
        let requested_by = caller.identity;
        let new = NewRequest {
            dialect,
            requested_by,
            customer,
            location,
            order,
            products,
            scheduled_at,
            delivery,
            language,
            wix,
        };
        let mut request = Request::create(id, new, now);
        request.guard = guard;
        Made { created: Created { request, hub_url }, token, sealed, newcomer, acquaintance }
    }

    async fn write(
        &self,
        caller: &Caller,
        made: &Made,
        slot: Option<FreeSlot>,
        idempotency: Option<&IdempotentCall>,
        answer: &Reply,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let Caller { tenant, keys, identity: _ /* in the request */ } = caller;
        let Made { created: Created { request, hub_url: _ }, token, sealed, newcomer, acquaintance } = made;
        let mut transaction = self.store.transaction(tenant);
        transaction.insert_new(request, sealed, token, keys, now);
        if let Some(slot) = slot {
            transaction.take_slot(slot, now);
        }
        if let Some(customer) = newcomer {
            transaction.insert_customer(customer, keys);
        }
        if let Some((email_index, customer)) = acquaintance {
            transaction.require_customer(*customer, email_index);
        }
        if let Some(idempotency) = idempotency {
            idempotency.remember(&mut transaction, answer, keys, now);
        }
        transaction.commit().await
    }

    /// A failed hint is no error: the `due` index has the step, and `reconcile` reads it.
    async fn hint(&self, caller: &Caller, request: &Request, now: Timestamp) {
        if request.step().is_some() {
            let wake = Wake::new(&caller.tenant, request);
            wake_at(&self.queue, self.schedules.as_ref(), &wake, request.scheduled_at, now).await;
        }
    }
}

struct Made {
    created: Created,
    token: Token,
    sealed: Sealed,
    /// Somebody who is no customer yet.
    newcomer: Option<Customer>,
    /// Somebody who is said to be a customer, and the blind index of their address.
    acquaintance: Option<(String, CustomerId)>,
}

/// What no two working requests may share: of BetterReviews and Amino a customer's order, of More
/// Good Reviews the customer. Wix' may share everything.
fn guard(keys: &TenantKeys, dialect: Dialect, recipient: &Recipient, order: Option<&OrderId>) -> Option<String> {
    match (dialect, recipient) {
        (Dialect::BetterReviews | Dialect::Amino, Recipient::Addressee { email, name: _ }) => {
            order.map(|order| keys.order_index(email, order))
        }
        (Dialect::MoreGoodReviews, Recipient::Customer(customer)) => Some(format!("ask-{}", customer.id)),
        (Dialect::BetterReviews | Dialect::Amino, Recipient::Customer(_) | Recipient::Unknown)
        | (Dialect::MoreGoodReviews, Recipient::Addressee { .. } | Recipient::Unknown)
        | (Dialect::Wix, _) => None,
    }
}

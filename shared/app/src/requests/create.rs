//! Creating a request: the truth in one transaction, then a hint.

use domain::{
    Counter, DelayDays, Delivery, Dialect, EmailAddress, FreeSlot, NewRequest, OrderId, PersonName, ProductIds, Quota,
    Request, RequestId, Slots,
};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, Part, Sealed, Store};
use vault::{Purpose, Random, ServiceKeys, Token};

use crate::requests::idempotency::earlier;
use crate::requests::{Answer, Repeatable};
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
}

/// What a shop asks for.
#[derive(Debug, Clone)]
pub struct NewReviewRequest {
    /// The API it is asked through.
    pub dialect: Dialect,
    /// The customer's address.
    pub email: EmailAddress,
    /// The customer's name.
    pub name: Option<PersonName>,
    /// What to review.
    pub products: ProductIds,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// How long the mail waits.
    pub delay: DelayDays,
    /// Who brings the link to the customer.
    pub delivery: Delivery,
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
        repeatable: Option<&Repeatable>,
        now: Timestamp,
        render: impl Fn(&Created) -> Answer,
    ) -> Result<Answer, Error> {
        if let Some(answer) = earlier(repeatable, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let new = self.with_order_products(caller, new).await?;
        let service = self.links.keys(now).await?;
        for _ in 0..TRIES_MAX {
            let slots = self.slots(caller, new.dialect).await?;
            let slot = match &slots {
                None => None,
                Some(slots) => match slots.free(now, self.random.u64()) {
                    Some(slot) => Some(slot),
                    None => return Err(self.refuse(caller, &new, slots.quota(now), now).await?),
                },
            };
            let made = self.draw(caller, &new, &service, now);
            let answer = render(&made.created);
            match self.write(caller, &made, slot, repeatable, &answer, now).await {
                Ok(()) => {
                    self.hint(caller, &made.created.request, now).await;
                    let quota = slots.zip(slot).map(|(mut slots, slot)| {
                        slots.set(slot.index, now);
                        slots.quota(now)
                    });
                    return Ok(Answer { quota, ..answer });
                }
                Err(CommitError::Refused(refused)) => {
                    let of = |part| refused.iter().find(|refused| refused.part == part);
                    if of(Part::Idempotency).is_some() {
                        // A simultaneous call with the same key was first: its answer is ours.
                        if let Some(answer) = earlier(repeatable, &self.store, caller, now).await? {
                            return Ok(answer);
                        }
                    } else if let Some(guard) = of(Part::Guard) {
                        return Err(Error::Duplicate { earlier: guard.holder });
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
        let dossier = self.store.dossier(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let sealed = dossier.open(&caller.keys)?.ok_or(Error::NotFound)?;
        Ok(self.links.hub(dialect, &sealed.token))
    }

    /// Where the shop named an order and no products, those of the order, if the order is known.
    async fn with_order_products(&self, caller: &Caller, new: NewReviewRequest) -> Result<NewReviewRequest, Error> {
        let lacks_products = match new.dialect {
            Dialect::BetterReviews => new.products.is_empty(),
            // An invitation is about the business.
            Dialect::Amino => false,
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
            Dialect::BetterReviews => Ok(None),
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
        let earlier = match &new.order {
            Some(order) => {
                let guard = caller.keys.order_index(&new.email, order);
                self.store.guard_holder(&caller.tenant, &guard, now).await?
            }
            None => None,
        };
        Ok(earlier.map_or(Error::RateLimited(quota), |id| Error::Duplicate { earlier: Some(id) }))
    }

    fn draw(&self, caller: &Caller, new: &NewReviewRequest, service: &ServiceKeys, now: Timestamp) -> Made {
        let NewReviewRequest { dialect, email, name, products, order, delay, delivery } = new.clone();
        let [low, high] = self.random.bytes();
        let id = RequestId::mint(now, u16::from_le_bytes([low, high]));
        let wait = SignedDuration::from_hours(delay.hours());
        let scheduled_at = now.saturating_add(wait).unwrap_or(now);
        let mut request = Request::create(id, NewRequest { dialect, order, products, scheduled_at, delivery }, now);
        let given = request.order.is_given();
        request.guard = given.then(|| caller.keys.order_index(&email, &request.order));
        let token = Token::mint(&self.random);
        let text = token.text(Purpose::Hub, service);
        let hub_url = self.links.hub(dialect, &text);
        Made { created: Created { request, hub_url }, token, sealed: Sealed { email, name, token: text } }
    }

    async fn write(
        &self,
        caller: &Caller,
        made: &Made,
        slot: Option<FreeSlot>,
        repeatable: Option<&Repeatable>,
        answer: &Answer,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let Caller { tenant, keys } = caller;
        let Made { created: Created { request, hub_url: _ }, token, sealed } = made;
        let mut transaction = self.store.transaction(tenant);
        transaction.insert_request(request);
        transaction.insert_sealed(request, sealed, keys);
        transaction.insert_token(request, token);
        if let Some(guard) = &request.guard {
            transaction.take_guard(guard, request, now);
        }
        if let Some(slot) = slot {
            transaction.take_slot(slot, now);
        }
        transaction.count(request, &[Counter::Created]);
        if let Some(repeatable) = repeatable {
            repeatable.remember(&mut transaction, answer, keys, now);
        }
        transaction.commit().await
    }

    /// A failed hint is no error: the `due` index has the step, and `reconcile` reads it.
    async fn hint(&self, caller: &Caller, request: &Request, now: Timestamp) {
        if request.mail.is_some() {
            let wake = Wake::first_mail(&caller.tenant, request.id);
            wake_at(&self.queue, self.schedules.as_ref(), &wake, request.scheduled_at, now).await;
        }
    }
}

struct Made {
    created: Created,
    token: Token,
    sealed: Sealed,
}

//! Creating a request: the truth in one transaction, then a hint.

use domain::{DelayDays, Delivery, EmailAddress, NewRequest, OrderId, PersonName, ProductIds, Request, RequestId};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, Part, Sealed, Store};
use vault::{Purpose, Random, ServiceKeys, Token};

use crate::requests::idempotency::earlier;
use crate::requests::{Answer, Repeatable};
use crate::wake::wake_at;
use crate::{Caller, Error, Links, Queue, Schedules, Wake};

/// Ids drawn before giving up; two of one millisecond meet once in 4,096.
const IDS_MAX: u32 = 5;

/// Creates requests.
#[derive(Clone)]
pub struct CreateRequest {
    /// Where they are kept.
    pub store: Store,
    /// What makes their links.
    pub links: Links,
    /// Wakes the sender soon.
    pub queue: Queue,
    /// Wakes the sender later.
    pub schedules: Schedules,
    /// Draws ids, tokens and nonces.
    pub random: Random,
}

/// What a shop asks for.
#[derive(Debug, Clone)]
pub struct NewReviewRequest {
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
    /// [`Error::Duplicate`], [`Error::IdempotencyKeyReused`]; the dependencies' own trouble.
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
        let service = self.links.keys(now).await?;
        for _ in 0..IDS_MAX {
            let made = self.draw(caller, &new, &service, now);
            let answer = render(&made.created);
            match self.write(caller, &made, repeatable, &answer, now).await {
                Ok(()) => {
                    self.hint(caller, &made.created.request, now).await;
                    return Ok(answer);
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
                    // The id was taken: draw another.
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("no free id".to_owned()))
    }

    fn draw(&self, caller: &Caller, new: &NewReviewRequest, service: &ServiceKeys, now: Timestamp) -> Made {
        let NewReviewRequest { email, name, products, order, delay, delivery } = new.clone();
        let [low, high] = self.random.bytes();
        let id = RequestId::mint(now, u16::from_le_bytes([low, high]));
        let wait = SignedDuration::from_hours(delay.hours());
        let scheduled_at = now.saturating_add(wait).unwrap_or(now);
        let mut request = Request::create(id, NewRequest { order, products, scheduled_at, delivery }, now);
        let given = request.order.is_given();
        request.guard = given.then(|| caller.keys.order_index(&email, &request.order));
        let token = Token::mint(&self.random);
        let text = token.text(Purpose::Hub, service);
        let hub_url = self.links.hub(&text);
        Made { created: Created { request, hub_url }, token, sealed: Sealed { email, name, token: text } }
    }

    async fn write(
        &self,
        caller: &Caller,
        made: &Made,
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
        transaction.count(&[domain::Counter::Created]);
        if let Some(repeatable) = repeatable {
            repeatable.remember(&mut transaction, answer, keys, now);
        }
        transaction.commit().await
    }

    /// A failed hint is no error: the `due` index has the step, and `reconcile` reads it.
    async fn hint(&self, caller: &Caller, request: &Request, now: Timestamp) {
        if request.mail.is_some() {
            let wake = Wake::first_mail(&caller.tenant, request.id);
            wake_at(&self.queue, &self.schedules, &wake, request.scheduled_at, now).await;
        }
    }
}

struct Made {
    created: Created,
    token: Token,
    sealed: Sealed,
}

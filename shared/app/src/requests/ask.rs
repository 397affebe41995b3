//! Asking a customer that the shop told of, by every channel that reaches them.

use domain::{Channel, Customer, CustomerKey, Delivery, Dialect, Language, ProductIds, Reminders, Request, WixFields};
use jiff::Timestamp;
use store::Part;

use crate::requests::{CreateRequest, IdempotentCall, NewReviewRequest, Recipient, Reply, earlier};
use crate::{Caller, Customers, Error};

/// Asks customers.
#[derive(Clone)]
pub struct AskCustomer {
    /// Who they are.
    pub customers: Customers,
    /// What makes the requests.
    pub create: CreateRequest,
}

/// What a shop asks for.
#[derive(Debug, Clone)]
pub struct NewAsk {
    /// Whom.
    pub key: CustomerKey,
    /// By which channels, each once; `None` is every one that reaches the customer.
    pub channels: Option<Vec<Channel>>,
    /// How many reminders follow.
    pub reminders: Reminders,
    /// When the first message leaves.
    pub scheduled_at: Timestamp,
    /// The customer's language, if the shop told one that we speak.
    pub language: Option<Language>,
}

impl AskCustomer {
    /// Asks a customer. While an earlier ask of them is open, it is the answer, and nothing is sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown customer, [`Error::Unreachable`] for a channel that does
    /// not reach them, [`Error::IdempotencyKeyReused`]; the dependencies' own trouble.
    pub async fn ask(
        &self,
        caller: &Caller,
        new: NewAsk,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Request, &Customer) -> Reply,
    ) -> Result<Reply, Error> {
        // Before the customer is looked at: they may have changed since the first call.
        if let Some(answer) = earlier(idempotency, &self.create.store, caller, now).await? {
            return Ok(answer);
        }
        let NewAsk { key, channels, reminders, scheduled_at, language } = new;
        let customer = self.customers.find(caller, &key).await?;
        let reached: Vec<_> = Channel::ALL.into_iter().filter(|&channel| reaches(channel, &customer)).collect();
        let channels = channels.unwrap_or_else(|| reached.clone());
        if let Some(&missed) = channels.iter().find(|channel| !reached.contains(channel)) {
            return Err(Error::Unreachable(missed));
        }
        let asked = NewReviewRequest {
            dialect: Dialect::MoreGoodReviews,
            recipient: Recipient::Customer(Box::new(customer.clone())),
            products: ProductIds::default(),
            order: None,
            scheduled_at,
            delivery: Delivery { channels, reminders },
            language,
            wix: WixFields::default(),
        };
        let made = self.create.create(caller, asked, idempotency, now, |made| render(&made.request, &customer)).await;
        match made {
            Err(Error::Duplicate { earlier: Some(id) }) => {
                let open = self.create.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
                self.keep(caller, render(&open, &customer), idempotency, now).await
            }
            made => made,
        }
    }

    /// Remembers an answer that nothing was written for: the same call, repeated once the open ask
    /// is over, would ask anew.
    async fn keep(
        &self,
        caller: &Caller,
        answer: Reply,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
    ) -> Result<Reply, Error> {
        let Some(wix) = idempotency else { return Ok(answer) };
        let store = &self.create.store;
        let mut transaction = store.transaction(&caller.tenant);
        wix.remember(&mut transaction, &answer, &caller.keys, now);
        match transaction.commit().await {
            Err(error) if error.refused(Part::Idempotency) => {
                Ok(earlier(idempotency, store, caller, now).await?.unwrap_or(answer))
            }
            done => Ok(done.map(|()| answer)?),
        }
    }
}

fn reaches(channel: Channel, customer: &Customer) -> bool {
    match channel {
        Channel::Email => customer.email.is_some(),
        Channel::Sms => customer.phone.is_some(),
    }
}

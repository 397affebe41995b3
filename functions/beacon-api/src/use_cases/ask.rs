//! Asks: requests to a stored customer, on every channel that reaches them.
//!
//! Told by `tests/stories/dialects/asks.story`.

use app::caller::Caller;
use app::error::Error;
use app::idempotency::{IdempotentCall, Reply, earlier, store_reply};
use app::request::{CreateRequest, FirstMessage, NewReviewRequest, Recipient};
use domain::customer::{Customer, CustomerKey};
use domain::order::ProductIds;
use domain::request::{Request, RequestOptions};
use domain::values::{Channel, Dialect, Language, Reminders, RequestOrigin};
use jiff::Timestamp;

use crate::use_cases::customers::Customers;

#[derive(Clone)]
pub struct AskCustomer {
    pub customers: Customers,
    pub create: CreateRequest,
    /// Whether the operator lets SMS leave.
    pub sends_sms: bool,
}

#[derive(Debug, Clone)]
pub struct NewAsk {
    pub key: CustomerKey,
    /// The channels, without repetition; `None` means every channel that reaches the customer, SMS only if it leaves
    /// or nothing else reaches them.
    pub channels: Option<Vec<Channel>>,
    pub reminders: Reminders,
    /// When the first message leaves.
    pub scheduled_at: Timestamp,
    /// The customer's language, if the call names a supported one.
    pub language: Option<Language>,
}

impl AskCustomer {
    /// Asks a customer. If an earlier ask is active, the reply shows that ask, and nothing is sent.
    /// Errors: [`Error::NotFound`] for an unknown customer, [`Error::Unreachable`] for a channel that does not reach
    /// them, [`Error::SmsOff`], [`Error::IdempotencyKeyReused`].
    pub async fn ask(
        &self,
        caller: &Caller,
        new: NewAsk,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Request, &Customer) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        // The stored reply comes before the customer is read, because the customer may have changed since the first
        // call.
        if let Some(answer) = earlier(idempotency, &self.create.store, caller, now).await? {
            return Ok(answer);
        }
        let NewAsk { key, channels, reminders, scheduled_at, language } = new;
        let customer = self.customers.find(caller, &key).await?;
        let reached: Vec<_> = Channel::ALL.into_iter().filter(|&channel| reaches(channel, &customer)).collect();
        let by_default = match reached[..] {
            [Channel::Email, Channel::Sms] if !self.sends_sms => vec![Channel::Email],
            _ => reached.clone(),
        };
        let channels = channels.unwrap_or(by_default);
        if let Some(&missed) = channels.iter().find(|channel| !reached.contains(channel)) {
            return Err(Error::Unreachable(missed));
        }
        if !self.sends_sms && channels.contains(&Channel::Sms) {
            return Err(Error::SmsOff);
        }
        let ask = NewReviewRequest {
            dialect: Dialect::MoreGoodReviews,
            origin: RequestOrigin::Call,
            recipient: Recipient::Customer(Box::new(customer.clone())),
            products: ProductIds::default(),
            order: None,
            first_message: FirstMessage::At(scheduled_at),
            channels,
            reminders: Some(reminders),
            options: RequestOptions { language, ..RequestOptions::default() },
        };
        let made = self.create.create(caller, ask, idempotency, now, |made| render(&made.request, &customer)).await;
        match made {
            Err(Error::Duplicate { earlier: Some(id) }) => {
                let open = self.create.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
                // The reply is stored. Otherwise, a repetition of the call would ask again once the active ask has
                // ended.
                let reply = render(&open, &customer)?;
                store_reply(idempotency, &self.create.store, caller, Some(customer.id), now, reply).await
            }
            made => made,
        }
    }
}

fn reaches(channel: Channel, customer: &Customer) -> bool {
    match channel {
        Channel::Email => customer.email.is_some(),
        Channel::Sms => customer.phone.is_some(),
    }
}

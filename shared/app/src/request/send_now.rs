//! Sends a request's first message now, whatever its delay. After that, Afterword also sends a manual request's
//! reminders.
//!
//! Told by `tests/stories/dialects/better_reviews.story`.

use domain::request::{Request, Status};
use domain::values::{CustomerId, RequestId};
use domain::webhook::Subscription;
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use store::request::listed::RequestList;
use store::request::personal::RequestRecipient;
use store::table::{Part, Store};

use crate::caller::Caller;
use crate::error::{Error, retry};
use crate::idempotency::{IdempotentCall, Reply, earlier};
use crate::message::wake::{Queue, Wake};
use crate::request::{ListOptions, find_in};

#[derive(Clone)]
pub struct SendNow {
    pub store: Store,
    pub queue: Queue,
}

/// The most requests that one call sends, which takes much less than API Gateway's 29 s.
const SENT_AT_ONCE_MAX: u32 = 100;
const SENT_TOGETHER: usize = 10;

/// The outcome of sending several requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SentSeveral {
    pub sent: usize,
    /// How many could not be sent; each request's timeline says why.
    pub refused: usize,
    pub has_more: bool,
    /// Whether a failure stopped the call after some were sent.
    pub stopped: bool,
}

impl SendNow {
    /// Makes a request's message due now, wakes the sender and returns what `render` makes of the request.
    ///
    /// An earlier schedule stays; when it fires, there is nothing to send.
    pub async fn send_now(
        &self,
        caller: &Caller,
        id: RequestId,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Request) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let before = self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            let mut request = before.clone();
            let recipient = self.recipient(caller, &request).await?;
            let channel = recipient.as_ref().and_then(|recipient| recipient.sealed.channel());
            request.send_now(channel, Some(&caller.by()), now).map_err(Error::NotSendable)?;
            let answer = render(&request)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_request(Part::Request, &mut request);
            let mut customer = request.customer;
            if let Some(ManualRecipient { sealed, source: RecipientSource::Customer(id), .. }) = &recipient {
                transaction.replace_sealed(&request, sealed, &caller.keys);
                transaction.note_request(*id, &request);
                customer = Some(*id);
            }
            // Endpoints hear only of a request without messages: it becomes `scheduled`. Others were scheduled before.
            let webhooks = recipient.as_ref().map(|recipient| &recipient.webhooks[..]).unwrap_or_default();
            transaction.announce_request(Some(&before), &request, now, webhooks);
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, customer, &caller.keys, now);
            }
            transaction.commit().await?;
            self.queue.wake(&Wake::new(&caller.tenant, &request), SignedDuration::ZERO).await;
            Ok(answer)
        })
    }

    /// Sends the newest requests that nobody has sent, [`SENT_AT_ONCE_MAX`] at most.
    /// Errors: Storage failures before the first is sent.
    pub async fn send_manual(&self, caller: &Caller, now: Timestamp) -> Result<SentSeveral, Error> {
        let options = ListOptions { status: Some(Status::Manual), ..ListOptions::all(SENT_AT_ONCE_MAX) };
        let found = find_in(&self.store, &caller.tenant, &RequestList::Shop, &options, now).await?;
        let ids: Vec<_> = found.rows.iter().map(|listed| listed.id).collect();
        let mut done = SentSeveral { has_more: found.next.is_some(), ..SentSeveral::default() };
        for ids in ids.chunks(SENT_TOGETHER) {
            let answer = |_: &Request| Reply::json(200, &());
            let calls = ids.iter().map(|id| self.send_now(caller, *id, None, now, answer));
            let mut failed = None;
            for sent in join_all(calls).await {
                match sent {
                    Ok(_) => done.sent += 1,
                    Err(Error::NotSendable(_) | Error::NotFound) => done.refused += 1,
                    Err(error) => failed = Some(error),
                }
            }
            match failed {
                None => {}
                Some(error) if done.sent == 0 => return Err(error),
                // Requests that were sent stay sent.
                Some(_) => return Ok(SentSeveral { stopped: true, ..done }),
            }
        }
        Ok(done)
    }

    /// The recipient of a request without messages: the one for which it was created or, if that was an unknown
    /// contact, the customer that the contact has become since.
    async fn recipient(&self, caller: &Caller, request: &Request) -> Result<Option<ManualRecipient>, Error> {
        if request.step().is_some() {
            return Ok(None);
        }
        let Some(context) = self.store.request_context(&caller.tenant, request.id).await? else { return Ok(None) };
        let Some(mut sealed) = context.open(&caller.keys)? else { return Ok(None) };
        let webhooks = context.tenant.state.webhooks;
        if sealed.channel().is_some() {
            return Ok(Some(ManualRecipient { sealed, source: RecipientSource::Stored, webhooks }));
        }
        let contact = request.options.contact.and_then(CustomerId::from_guid);
        let Some(id) = request.customer.or(contact) else { return Ok(None) };
        let Some(customer) = self.store.customer(&caller.tenant, id, &caller.keys).await? else { return Ok(None) };
        sealed.name = customer.name();
        (sealed.email, sealed.phone) = (customer.email, customer.phone);
        Ok(Some(ManualRecipient { sealed, source: RecipientSource::Customer(id), webhooks }))
    }
}

struct ManualRecipient {
    sealed: RequestRecipient,
    source: RecipientSource,
    webhooks: Vec<Subscription>,
}

#[derive(Clone, Copy)]
enum RecipientSource {
    /// The recipient is in the request's personal part.
    Stored,
    /// The recipient is this customer, so the personal part has to be replaced.
    Customer(CustomerId),
}

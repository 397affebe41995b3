//! Sending a request's mail now, whatever its delay; a manual request becomes a mailed one.

use domain::{CustomerId, Request, RequestId};
use jiff::{SignedDuration, Timestamp};
use store::{Part, Sealed, Store};

use crate::requests::idempotency::earlier;
use crate::requests::{IdempotentCall, Reply};
use crate::retry::CHANGES_MAX;
use crate::{Caller, Error, Queue, Wake};

/// Sends requests now.
#[derive(Clone)]
pub struct SendNow {
    /// Where they are kept.
    pub store: Store,
    /// Wakes the sender.
    pub queue: Queue,
}

impl SendNow {
    /// Makes a request's mail due now, wakes the sender and answers with what `render` makes of it.
    ///
    /// An earlier schedule is left alone: when it fires, nothing is owed any more.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NotSendable`], [`Error::IdempotencyKeyReused`]; the
    /// dependencies' own trouble.
    pub async fn send_now(
        &self,
        caller: &Caller,
        id: RequestId,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Request) -> Reply,
    ) -> Result<Reply, Error> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        for _ in 0..CHANGES_MAX {
            let mut request = self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            let recipient = self.recipient(caller, &request).await?;
            let channel = recipient.as_ref().and_then(|(sealed, _)| sealed.channel());
            request.send_now(channel, now).map_err(Error::NotSendable)?;
            let answer = render(&request);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_request(Part::Request, &mut request);
            if let Some((sealed, RecipientSource::Anew)) = &recipient {
                transaction.replace_sealed(&request, sealed, &caller.keys);
            }
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, &caller.keys, now);
            }
            match transaction.commit().await {
                Ok(()) => {
                    self.queue.wake(&Wake::new(&caller.tenant, &request), SignedDuration::ZERO).await;
                    return Ok(answer);
                }
                Err(error) if error.refused(Part::Idempotency) => {
                    if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                        return Ok(answer);
                    }
                }
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }
    /// Who a request without messages would be sent to: whom it was made for, or, where that was a
    /// contact nobody knew, the customer that the contact has become since.
    async fn recipient(&self, caller: &Caller, request: &Request) -> Result<Option<(Sealed, RecipientSource)>, Error> {
        if request.step().is_some() {
            return Ok(None);
        }
        let context = self.store.request_context(&caller.tenant, request.id).await?;
        let Some(mut sealed) = context.map(|context| context.open(&caller.keys)).transpose()?.flatten() else {
            return Ok(None);
        };
        if sealed.channel().is_some() {
            return Ok(Some((sealed, RecipientSource::Before)));
        }
        let contact = request.wix.contact.and_then(CustomerId::from_guid);
        let Some(id) = request.customer.or(contact) else { return Ok(None) };
        let Some(customer) = self.store.customer(&caller.tenant, id, &caller.keys).await? else { return Ok(None) };
        sealed.name = customer.name();
        (sealed.email, sealed.phone) = (customer.email, customer.phone);
        Ok(Some((sealed, RecipientSource::Anew)))
    }
}

/// Since when a recipient is known.
#[derive(Clone, Copy)]
enum RecipientSource {
    Before,
    Anew,
}

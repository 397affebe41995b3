//! Sending a request's mail now, whatever its delay; a manual request becomes a mailed one.

use domain::{Request, RequestId};
use jiff::{SignedDuration, Timestamp};
use store::{Part, Store};

use crate::requests::idempotency::earlier;
use crate::requests::{Answer, Repeatable};
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
        repeatable: Option<&Repeatable>,
        now: Timestamp,
        render: impl Fn(&Request) -> Answer,
    ) -> Result<Answer, Error> {
        if let Some(answer) = earlier(repeatable, &self.store, caller, now).await? {
            return Ok(answer);
        }
        for _ in 0..CHANGES_MAX {
            let mut request = self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            request.send_now(now).map_err(Error::NotSendable)?;
            let answer = render(&request);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_request(Part::Request, &mut request);
            if let Some(repeatable) = repeatable {
                repeatable.remember(&mut transaction, &answer, &caller.keys, now);
            }
            match transaction.commit().await {
                Ok(()) => {
                    self.queue.wake(&Wake::first_mail(&caller.tenant, id), SignedDuration::ZERO).await;
                    return Ok(answer);
                }
                Err(error) if error.refused(Part::Idempotency) => {
                    if let Some(answer) = earlier(repeatable, &self.store, caller, now).await? {
                        return Ok(answer);
                    }
                }
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }
}

//! Cancelling a request: from then on its link is dead and nothing more is sent.

use domain::RequestId;
use futures_util::future::join_all;
use jiff::Timestamp;
use store::Store;

use crate::requests::{Observed, RequestUpdate, save};
use crate::retry::retry;
use crate::{BULK_FOR, Caller, Clock, Error, ScheduleGroup, Wake, WebhookQueue};

/// How many requests are cancelled concurrently.
const AT_ONCE: usize = 16;

/// Cancels requests.
///
/// # Errors
/// Methods fail on storage, KMS or queue failures, and as each says.
#[derive(Clone)]
pub struct CancelRequest {
    /// Where they are stored.
    pub store: Store,
    /// Where their schedules are.
    pub schedules: ScheduleGroup,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
}

impl CancelRequest {
    /// Cancels a request; cancelling it again has no effect. Submitted reviews stay.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn cancel(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        retry!(self.store, {
            let (before, shop) = self.store.request_with_shop(tenant, id).await?.ok_or(Error::NotFound)?;
            let mut request = before.clone();
            let due_at = request.step().filter(|step| step.owed_at().is_some()).map(|step| step.due_at);
            let Some(counters) = request.cancel(now) else { return Ok(()) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, queue: &self.webhooks, now });
            let change = RequestUpdate { counters: &counters, frees: true, observed, ..RequestUpdate::default() };
            save(&self.store, tenant, &mut request, change).await?;
            if let Some(due_at) = due_at {
                self.schedules.delete(&Wake::new(tenant, &request), due_at).await;
            }
            Ok(())
        })
    }

    /// Cancels all of these requests, several concurrently. If it fails, what was cancelled before stays so.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if it takes too long.
    pub async fn cancel_all(&self, caller: &Caller, ids: &[RequestId], clock: &Clock) -> Result<(), Error> {
        let now = clock.now();
        for some in ids.chunks(AT_ONCE) {
            if clock.now().duration_since(now) > BULK_FOR {
                return Err(Error::Unavailable("cancelling takes too long".to_owned()));
            }
            let cancelled = join_all(some.iter().map(|&id| self.cancel(caller, id, now))).await;
            // One that was removed meanwhile needs no cancelling.
            let failed = cancelled.into_iter().filter_map(Result::err).find(|error| !matches!(error, Error::NotFound));
            if let Some(error) = failed {
                return Err(error);
            }
        }
        Ok(())
    }
}

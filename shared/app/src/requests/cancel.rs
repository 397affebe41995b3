//! Withdrawing a request: from then on its link is dead and nothing more is sent.

use domain::RequestId;
use futures_util::future::join_all;
use jiff::Timestamp;
use store::{Part, Store};

use crate::retry::{CHANGES_MAX, RequestUpdate, save};
use crate::{Caller, Error, ScheduleGroup, Wake};

/// Requests that are cancelled at once.
const AT_ONCE: usize = 16;

/// Cancels requests.
#[derive(Clone)]
pub struct CancelRequest {
    /// Where they are kept.
    pub store: Store,
    /// Where their wake-ups wait.
    pub schedules: ScheduleGroup,
}

impl CancelRequest {
    /// Cancels a request; a second time is as good as the first. Submitted reviews stay.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the dependencies' own trouble.
    pub async fn cancel(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        for _ in 0..CHANGES_MAX {
            let mut request = self.store.request(tenant, id).await?.ok_or(Error::NotFound)?;
            let waiting = request.step().is_some_and(|step| step.owed_at().is_some());
            let Some(counters) = request.cancel(now) else { return Ok(()) };
            let change = RequestUpdate { counters: &counters, frees: true, message: None };
            match save(&self.store, tenant, &mut request, change).await {
                Ok(()) => {
                    if waiting {
                        self.schedules.delete(&Wake::new(tenant, &request)).await;
                    }
                    return Ok(());
                }
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Cancels all of these, several at once.
    ///
    /// # Errors
    /// The dependencies' own trouble; what was cancelled before it stays so.
    pub async fn cancel_all(&self, caller: &Caller, ids: &[RequestId], now: Timestamp) -> Result<(), Error> {
        for some in ids.chunks(AT_ONCE) {
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

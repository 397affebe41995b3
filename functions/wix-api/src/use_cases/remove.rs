//! Removes a request for good.

use app::caller::Caller;
use app::error::{Error, Refusal};
use app::retry::retry;
use domain::values::RequestId;
use store::table::Store;

#[derive(Clone)]
pub struct RemoveRequest {
    pub store: Store,
}

impl RemoveRequest {
    /// Removes a cancelled request. Its link stops working. Its reviews, counters and token stay. The token is needed
    /// so that people who got its messages can unsubscribe.
    /// Errors: [`Error::NotFound`], [`Error::Refused`] for a request that is not cancelled.
    pub async fn remove(&self, caller: &Caller, id: RequestId) -> Result<(), Error> {
        retry!(self.store, {
            let request = self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if request.cancelled_at.is_none() {
                return Err(Error::Refused(Refusal::NotCancelled).into());
            }
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.remove_request(&request, &caller.keys);
            Ok(transaction.commit().await?)
        })
    }
}

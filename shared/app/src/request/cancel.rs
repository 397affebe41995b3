//! Cancels a request: from then on, its link no longer works and no more messages are sent.

use domain::values::RequestId;
use jiff::Timestamp;
use store::table::Store;

use crate::caller::Caller;
use crate::error::Error;
use crate::message::wake::{ScheduleGroup, Wake};
use crate::request::{Observed, RequestUpdate, save};
use crate::retry::retry;

#[derive(Clone)]
pub struct CancelRequest {
    pub store: Store,
    pub schedules: ScheduleGroup,
}

impl CancelRequest {
    /// Cancels a request; cancelling it again has no effect. Submitted reviews stay.
    pub async fn cancel(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        retry!(self.store, {
            let (before, shop) = self.store.request_with_shop(tenant, id).await?.ok_or(Error::NotFound)?;
            let mut request = before.clone();
            let due_at = request.step().filter(|step| step.owed_at().is_some()).map(|step| step.due_at);
            let Some(counters) = request.cancel(Some(&caller.by()), now) else { return Ok(()) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, now });
            let change = RequestUpdate { counters: &counters, frees: true, observed, ..RequestUpdate::default() };
            save(&self.store, tenant, &mut request, change).await?;
            if let Some(due_at) = due_at {
                self.schedules.delete(&Wake::new(tenant, &request), due_at).await;
            }
            Ok(())
        })
    }
}

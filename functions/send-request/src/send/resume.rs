//! Pauses of sending: messages that become due wait only in the table, and reconcile wakes them afterwards.

use app::error::Error;
use app::request::{RequestUpdate, save};
use app::retry::TryError;
use domain::message::SendingPause;
use domain::values::Tenant;
use jiff::Timestamp;
use store::context::RequestContext;

use crate::send::{Prepared, Send};

impl Send {
    /// Makes a message wait for the end of a pause, and notes that in its request's timeline.
    pub(super) async fn wait_for_resume(
        &self,
        tenant: &Tenant,
        context: &mut RequestContext,
        pause: SendingPause,
        now: Timestamp,
    ) -> Result<Prepared, TryError<Error>> {
        let request = &mut context.request;
        if request.paused(pause, now) {
            save(&self.store, tenant, request, RequestUpdate::default()).await?;
        }
        // If the request has meanwhile changed, the call that changed it wakes the sender.
        self.store.wait_for_resume(tenant, request, &context.tenant, now).await?;
        Ok(Prepared::Settled)
    }
}

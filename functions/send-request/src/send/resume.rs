//! Pauses of sending: what is due meanwhile waits in the table alone, and reconcile wakes it afterwards.

use app::error::Error;
use app::request::{RequestUpdate, save};
use app::retry::TryError;
use domain::message::SendingPause;
use domain::values::Tenant;
use jiff::Timestamp;
use store::context::RequestContext;

use crate::send::{Prepared, Send};

impl Send {
    /// Lets a message wait for the end of a pause, with that in its request's timeline.
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
        // If it changed since, the call that changed it goes on.
        self.store.wait_for_resume(tenant, request, &context.tenant, now).await?;
        Ok(Prepared::Settled)
    }
}

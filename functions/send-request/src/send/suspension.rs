//! The suspension of a shop's emails. During it, no email is sent.

use app::error::Error;
use app::request::{RequestUpdate, save};
use app::retry::TryError;
use domain::request::Request;
use domain::shop::Suspension;
use domain::values::{Channel, Mode, Tenant};
use jiff::Timestamp;

use crate::send::{Prepared, Send};

impl Send {
    /// Makes an email wait for the end of its shop's suspension, and notes the reason in its request's timeline.
    pub(super) async fn wait_for_release(
        &self,
        tenant: &Tenant,
        request: &mut Request,
        suspension: Suspension,
        now: Timestamp,
    ) -> Result<Prepared, TryError<Error>> {
        if request.held(suspension.reason, now) {
            save(&self.store, tenant, request, RequestUpdate::default()).await?;
        }
        // If the request has meanwhile changed, the call that changed it wakes the sender.
        self.store.wait_for_release(tenant, request).await?;
        Ok(Prepared::Settled)
    }
}

/// Whether a request's message is an email that would really be sent. Suspensions affect nothing else.
pub(super) fn is_live_email(tenant: &Tenant, request: &Request) -> bool {
    tenant.mode == Mode::Live && request.step().is_some_and(|step| step.channel == Channel::Email)
}

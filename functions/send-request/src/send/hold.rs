//! The shop's brake: while too many of its emails bounce, none leaves.

use app::Error;
use app::request::{RequestUpdate, save};
use app::retry::TryError;
use domain::{Channel, Hold, Mode, Request, Tenant};
use jiff::{SignedDuration, Timestamp};

use crate::send::pause::later;
use crate::send::{Prepared, Send};

/// How long a held email waits at least before it looks again whether the shop was released, and how much longer at
/// most: so it leaves within the hour. It waits in the table alone.
pub(super) const LOOK_AFTER: SignedDuration = SignedDuration::from_mins(30);
const SPREAD: SignedDuration = SignedDuration::from_mins(30);

impl Send {
    /// Defers an email of a shop that is held, with the reason in its request's timeline.
    pub(super) async fn defer_held(
        &self,
        tenant: &Tenant,
        request: &mut Request,
        hold: Hold,
        now: Timestamp,
    ) -> Result<Prepared, TryError<Error>> {
        if request.held(hold.reason, now) {
            save(&self.store, tenant, request, RequestUpdate::default()).await?;
        }
        let again_at = later(later(now, LOOK_AFTER), self.draw(SPREAD));
        Ok(self.defer_until(tenant, request, again_at, now).await?)
    }
}

/// Whether a request's message is an email that would leave: the brake is for nothing else.
pub(super) fn is_live_email(tenant: &Tenant, request: &Request) -> bool {
    tenant.mode == Mode::Live && request.step().is_some_and(|step| step.channel == Channel::Email)
}

//! If the answer for a first email was lost and no report arrives within 15 minutes, the email was not sent, so it is
//! sent again. That would be wrong while no reports arrive at all. So the email waits longer if many other emails were
//! sent and none of them is reported.

use domain::message::StepState;
use domain::request::Request;
use domain::values::{Channel, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::message::evidence::is_noted;

use app::error::Error;
use app::queue::QUEUE_DELAY_MAX;

use crate::send::Send;
use crate::send::pause::later;
use crate::send::suspension::is_live_email;

/// The longest wait for reports. By then, the alarm about missing reports has rung for a day.
const REPORTS_WAIT: SignedDuration = SignedDuration::from_hours(24);

impl Send {
    /// How long an email with an unknown outcome waits for reports; `None` if it need not.
    pub(super) async fn waits_for_reports(
        &self,
        tenant: &Tenant,
        request: &Request,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let claimed = request.step().and_then(|step| match step.state {
            StepState::Submitting { since, .. } if step.channel == Channel::Email => Some(since),
            _ => None,
        });
        let Some(since) = claimed.filter(|_| tenant.mode == Mode::Live) else { return Ok(None) };
        let may_wait = now.duration_since(since) < REPORTS_WAIT;
        if !may_wait || !self.last_accepted.are_many_since(Channel::Email, since) {
            return Ok(None);
        }
        let are_missing = self.store.newest_reported().await?.is_none_or(|accepted_at| accepted_at <= since);
        if are_missing {
            tracing::warn!(request = request.id.get(), "an email waits because no reports come");
        }
        Ok(are_missing.then(|| later(now, QUEUE_DELAY_MAX)))
    }

    /// Notes that the provider has accepted an email, so that `reconcile` sees if its report is missing.
    pub(super) async fn note_accepted(&self, now: Timestamp) {
        if let Err(error) = self.store.note_accepted(now).await {
            tracing::warn!(%error, "cannot note that an email was accepted");
        }
    }
}

/// Whether the acceptance of the request's message is noted. The acceptance of a reminder is not reported, and its
/// delivery may take hours.
pub(super) fn is_noted_when_accepted(tenant: &Tenant, request: &Request) -> bool {
    let is_first = request.step().is_some_and(|step| step.reminder == 0);
    is_first && is_live_email(tenant, request) && is_noted(request.id)
}

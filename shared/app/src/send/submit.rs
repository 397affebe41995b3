//! The call to the provider, and the commit of its outcome.

use domain::{Counter, EntryKind, Mode, Request, Tenant};
use jiff::SignedDuration;

use crate::message::Message;
use crate::provider::{SendError, Tags};
use crate::requests::{RequestUpdate, save};
use crate::retry::retry;
use crate::send::{Claimed, Send};
use crate::{Error, Wake};

/// The first wait after a throttled call; it doubles with each.
const BACK_OFF: SignedDuration = SignedDuration::from_secs(5);
/// The longest wait after a throttled call.
const BACK_OFF_MAX: SignedDuration = SignedDuration::from_secs(600);

impl Send {
    /// The one call to the provider, and the commit of what came of it.
    pub(super) async fn submit(&self, tenant: &Tenant, claimed: Claimed, wake: &Wake) -> Result<(), Error> {
        let Claimed { request, message, owner, days } = claimed;
        let step = request.step_number();
        let attempt = request.step().map_or(0, |step| step.unknown);
        let tags = Tags { tenant, request: request.id, step, attempt };
        let sent = match (tenant.mode, &message) {
            (Mode::Live, Message::Mail(mail)) => self.mailer.send(mail, tags).await,
            (Mode::Live, Message::Text(text)) => self.sms_sender.send(text, tags).await,
            // Nothing leaves in test mode: the message is composed again whenever it is read.
            (Mode::Test, _) => Ok("captured".to_owned()),
        };
        let now = self.clock.now();
        match sent {
            Ok(message_id) => {
                let how = match tenant.mode {
                    Mode::Live => EntryKind::Sent,
                    Mode::Test => EntryKind::Captured,
                };
                self.commit(tenant, request, owner, Some(step), |request| {
                    request.sent(message_id.clone(), how, days, now)
                })
                .await
            }
            Err(SendError::Rejected(code)) => {
                tracing::error!(request = request.id.get(), code, "the provider rejected a message");
                self.commit(tenant, request, owner, Some(step), |request| request.failed(&code, days, now)).await
            }
            Err(SendError::Throttled(code)) => {
                tracing::warn!(request = request.id.get(), code, "the provider asked to slow down");
                let again_at = now.saturating_add(self.back_off(&request)).unwrap_or(now);
                self.commit(tenant, request, owner, None, |request| {
                    request.throttled(again_at, now);
                    Vec::new()
                })
                .await?;
                self.again(wake, again_at).await
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(request = request.id.get(), cause, "the provider's answer was lost");
                let until = request.owed_at().unwrap_or(now);
                self.commit(tenant, request, owner, None, |request| {
                    request.outcome_unknown(now);
                    Vec::new()
                })
                .await?;
                self.again(wake, until).await
            }
        }
    }

    /// Records the outcome of a claim, as long as the claim is ours; `settled` is the step that it settled. The
    /// request may change meanwhile (opened, reviewed, cancelled): the outcome is still true.
    async fn commit(
        &self,
        tenant: &Tenant,
        claimed: Request,
        owner: u64,
        settled: Option<usize>,
        outcome: impl Fn(&mut Request) -> Vec<Counter>,
    ) -> Result<(), Error> {
        let id = claimed.id;
        let mut claimed = Some(claimed);
        retry!(self.store, {
            // The first try needs no read.
            let read = match claimed.take() {
                None => self.store.request(tenant, id).await?,
                claimed => claimed,
            };
            let Some(mut request) = read else { return Ok(()) };
            if !request.is_claimed_by(owner) {
                tracing::warn!(request = request.id.get(), "another sender took over");
                return Ok(());
            }
            let counters = outcome(&mut request);
            // After a failure the shop may create the request again.
            let frees = counters.contains(&Counter::Failed);
            let change = RequestUpdate { counters: &counters, frees, message: settled };
            save(&self.store, tenant, &mut request, change).await?;
            if let Some(step) = settled {
                self.hint(tenant, &request, step).await;
            }
            Ok(())
        })
    }

    /// Full jitter: messages throttled together do not come back together.
    fn back_off(&self, request: &Request) -> SignedDuration {
        let throttled = request.step().map_or(0, |step| step.throttled);
        let doubled = BACK_OFF.as_millis().saturating_mul(1 << throttled.min(10));
        let longest = doubled.min(BACK_OFF_MAX.as_millis());
        let drawn = self.random.below(u64::try_from(longest).unwrap_or(0));
        SignedDuration::from_millis(i64::try_from(drawn).unwrap_or(0))
    }
}

//! What is done with a message that does not leave now: it is settled, or it waits.

use app::error::{Error, TryError};
use app::message::wake::wake_owed;
use app::request::{Observed, RequestUpdate, save};
use domain::message::{Notification, Reader, Verdict};
use domain::request::{Counter, Request};
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::context::RequestContext;
use store::message::sending_pause::Waiter;
use store::shop::TenantRecord;

use crate::fate::Fate;
use crate::send::Send;
use crate::send::pause::later;
use crate::send::reasons::{Due, Of};

/// How often an invitation checks whether the operator's pause has ended.
const PAUSED_LOOK_EVERY: SignedDuration = SignedDuration::from_hours(1);

impl Send {
    /// Settles a message, or makes it wait. Returns what happens to the wake-up of a request's message.
    pub(super) async fn carry_out(&self, tenant: &Tenant, due: Due, fate: Fate) -> Result<Fate, TryError<Error>> {
        let now = due.now;
        let RequestContext { mut request, tenant: shop, .. } = match due.of {
            Of::Request(context) => context,
            Of::Notification(notification, shop) => {
                return self.carry_out_for(tenant, (notification, &shop), fate, now).await.map(|()| Fate::Nothing);
            }
        };
        let step = request.step_number();
        match fate {
            Fate::LeftBefore(counters) => {
                // No event, because the shop's endpoints were told when it left.
                let change = RequestUpdate { counters: &counters, message: Some(step), ..RequestUpdate::default() };
                save(&self.store, tenant, &mut request, change).await?;
                self.wake_next(tenant, &request, step).await;
            }
            Fate::Verdict(verdict) => return self.settle(tenant, (request, step), &shop, verdict, now).await,
            // If the request has meanwhile changed, the call that changed it wakes the sender.
            Fate::Suspended(suspension) => {
                if request.held(suspension.reason, now) {
                    save(&self.store, tenant, &mut request, RequestUpdate::default()).await?;
                }
                self.store.wait_for_release(tenant, Waiter::Request(&request)).await?;
            }
            Fate::Paused(pause) => {
                if request.paused(pause, now) {
                    save(&self.store, tenant, &mut request, RequestUpdate::default()).await?;
                }
                self.store.wait_for_resume(tenant, Waiter::Request(&request), &shop, now).await?;
            }
            Fate::Refused(pause) => return Ok(self.defer(tenant, &request, pause, now).await?),
            Fate::Again(at) => return Ok(self.put_off(tenant, &request, at).await),
            fate => return Ok(fate),
        }
        Ok(Fate::Nothing)
    }

    async fn settle(
        &self,
        tenant: &Tenant,
        (mut request, step): (Request, usize),
        shop: &TenantRecord,
        verdict: Verdict,
        now: Timestamp,
    ) -> Result<Fate, TryError<Error>> {
        let (before, rules) = (request.clone(), &shop.rules);
        let observed = Observed { before: &before, webhooks: &shop.state.webhooks, now };
        let change = RequestUpdate { observed: Some(observed), ..RequestUpdate::default() };
        match verdict {
            Verdict::Nothing | Verdict::Send => return Ok(Fate::Nothing),
            Verdict::Wait(until) => return Ok(Fate::Again(until)),
            Verdict::Defer(until, reason) => {
                request.defer(until, reason, now);
                save(&self.store, tenant, &mut request, RequestUpdate::default()).await?;
                return Ok(Fate::Again(until));
            }
            Verdict::Stop(reason) => {
                let counters = request.skipped(reason, rules, now);
                // After a failure, the shop may create the request again, but not after all its items were reviewed.
                let frees = counters.contains(&Counter::Failed);
                save(&self.store, tenant, &mut request, RequestUpdate { counters: &counters, frees, ..change }).await?;
            }
            Verdict::GiveUp => {
                // A metric filter in the template counts the lines with this field.
                tracing::warn!(unconfirmed = request.id.get(), "whether a message left stays unknown");
                request.unconfirmed(rules, now);
                save(&self.store, tenant, &mut request, RequestUpdate { message: Some(step), ..change }).await?;
            }
        }
        self.wake_next(tenant, &request, step).await;
        Ok(Fate::Nothing)
    }

    /// Wakes the sender for the message that follows a settled one.
    pub(super) async fn wake_next(&self, tenant: &Tenant, request: &Request, settled: usize) {
        if request.step_number() > settled {
            wake_owed(&self.queue, Some(&self.schedules), tenant, request, self.clock.now()).await;
        }
    }

    /// Settles a notification, or makes it wait. It waits in the table, and reconcile wakes it; for its slot, also a queue message does.
    async fn carry_out_for(
        &self,
        tenant: &Tenant,
        (mut notification, shop): (Notification, &TenantRecord),
        fate: Fate,
        now: Timestamp,
    ) -> Result<(), TryError<Error>> {
        let (waiter, reader) = (Waiter::Notification(&notification), notification.name.reader());
        match (fate, reader) {
            (Fate::Gone, _)
            | (Fate::Suspended(_) | Fate::Paused(_), Reader::Visitor)
            | (Fate::Verdict(Verdict::Stop(_)), Reader::Visitor | Reader::Customer) => {
                return Ok(self.store.drop_notification(tenant, &notification).await?);
            }
            (Fate::Suspended(_), _) => return Ok(self.store.wait_for_release(tenant, waiter).await.map(drop)?),
            // The rows that wait for the shop wait for its own pause, too, which does not stop an invitation.
            (Fate::Paused(pause), Reader::Invited) if shop.ended_at.is_none() => {
                let look_at = later(now, PAUSED_LOOK_EVERY);
                notification.step.put_off(pause.until.map_or(look_at, |until| until.min(look_at)));
            }
            (Fate::Paused(_), _) => {
                return Ok(self.store.wait_for_resume(tenant, waiter, shop, now).await.map(drop)?);
            }
            (Fate::Again(at), _) => {
                notification.step.put_off(at);
                if self.store.save(tenant, &mut notification).await? {
                    self.queue.wake_notification(tenant, notification.name, at.duration_since(now)).await;
                }
                return Ok(());
            }
            (Fate::Refused(pause), _) => {
                notification.step.put_off(later(pause.until.max(now), self.draw(pause.spread(now))));
            }
            (Fate::Verdict(Verdict::Stop(_)), _) => notification.settle("suppressed", now),
            (Fate::Settled(why), _) => notification.settle(why, now),
            (Fate::Wait(until) | Fate::Verdict(Verdict::Defer(until, _)), _) => notification.step.put_off(until),
            (Fate::LeftBefore(_), _) => notification.step.unconfirmed(now),
            (Fate::Verdict(Verdict::GiveUp), _) => {
                tracing::warn!(unconfirmed = %notification.name, "whether a notification left stays unknown");
                notification.step.unconfirmed(now);
            }
            // Another sender has claimed it, and reconcile looks at it again after the claim.
            (Fate::Nothing | Fate::Verdict(_) | Fate::Released(_), _) => return Ok(()),
        }
        self.store.save(tenant, &mut notification).await?;
        Ok(())
    }
}

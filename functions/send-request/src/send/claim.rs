//! The claim of a message, after which nobody else sends it.

use app::error::{Error, TryError, retry};
use app::message::Message;
use app::message::wake::Wake;
use domain::message::{NotificationName, Step};
use domain::values::{Mode, Tenant};
use jiff::tz::TimeZone;
use store::context::RequestContext;
use store::shop::TenantRecord;
use store::table::{CommitError, Part};

use crate::fate::{Fate, Stop};
use crate::send::reasons::{Due, Ready};
use crate::send::submit::{Claimed, Item};
use crate::send::{Attempt, SUBMITTED_WITHIN, Send};

impl Send {
    /// Claims a request's message that may be sent, and checks once more whether it may.
    pub(super) async fn claim(
        &self,
        attempt: &mut Attempt<'_>,
        due: &mut Due,
        ready: Ready,
        wake: &Wake,
    ) -> Result<Claimed, Stop> {
        let owner = self.random.u64();
        // The owner stays in this list until the provider is called. If the answer to a claim is lost, the next try
        // thus recognises its own claim.
        attempt.released.push(owner);
        match self.write_claim(attempt.tenant, due, &ready, owner).await {
            Ok(()) => {}
            // Nobody knows whether the claim was made, but the provider was certainly not called.
            Err(CommitError::Store(error)) => {
                tracing::warn!(request = due.context.request.id.get(), %error, "the answer of a claim was lost");
                return Err(attempt.comes_back(due.now).into());
            }
            // The request, the recipient's recent messages or the month's SMS segments conflict.
            Err(refused) => {
                attempt.is_unaffordable |= refused.refused(Part::Spend);
                return Err(refused.into());
            }
        }
        let (recipient, stop_index) = (&ready.recipient, ready.stop_index.as_deref());
        let is_suppressed = self.store.is_suppressed(attempt.tenant, recipient, stop_index).await;
        match is_suppressed {
            Ok(true) => return Err(TryError::Conflict.into()),
            Ok(false) if !self.is_late_to_submit(attempt) => {}
            Ok(_) | Err(_) => return Err(Fate::Released(vec![owner]).into()),
        }
        let RequestContext { request, tenant: TenantRecord { rules, state, .. }, .. } = &due.context;
        let (request, rules, webhooks) = (Box::new(request.clone()), rules.clone(), state.webhooks.clone());
        let item = Item::Request { request, owner: Some(owner), rules, webhooks, wake: wake.clone() };
        Ok(Claimed { item, message: ready.message, recipient: ready.recipient, tried: attempt.tried })
    }

    /// Writes the claim, so that no other sender sends the message. Somebody who unsubscribes after this still gets the
    /// message, as if the provider already had it. An earlier unsubscription is found because the suppression is read
    /// again, which costs less than a condition in a transaction.
    async fn write_claim(&self, tenant: &Tenant, due: &mut Due, ready: &Ready, owner: u64) -> Result<(), CommitError> {
        let (request, now) = (&mut due.context.request, due.now);
        let tried_before = request.step().is_some_and(Step::was_claimed);
        request.claim(owner, now);
        let mut transaction = self.store.transaction(tenant);
        transaction.save_request(Part::Request, request);
        if let (Some(record), false) = (&ready.recent, tried_before) {
            let mut record = record.clone();
            record.messages.add(now);
            transaction.save_recent_messages(&record, now);
        }
        if let (Message::Text(text), Mode::Live, false) = (&ready.message, tenant.mode, tried_before) {
            let month = now.to_zoned_datetime(TimeZone::UTC).date().first_of_month();
            transaction.spend_segments(text.segments(), self.sms_segments_a_month, month);
        }
        transaction.commit_alone().await
    }

    /// Claims a notification, or settles it, or makes it wait.
    pub(super) async fn claim_notification(
        &self,
        tenant: &Tenant,
        name: NotificationName,
    ) -> Result<Option<Claimed>, Error> {
        let mut attempt = Attempt::new(tenant, &[], self.clock.now());
        retry!(self.store, { self.try_notification(&mut attempt, name).await })
    }

    async fn try_notification(
        &self,
        attempt: &mut Attempt<'_>,
        name: NotificationName,
    ) -> Result<Option<Claimed>, TryError<Error>> {
        let (tenant, now) = (attempt.tenant, self.clock.now());
        let Some(mut notification) = self.store.notification(tenant, name).await? else { return Ok(None) };
        let ready = match self.find_reason_of_notification(attempt, &notification, now).await {
            Ok(ready) => ready,
            Err(Stop::Failed(error)) => return Err(error),
            Err(Stop::Fate(fate)) => return self.carry_out_for(tenant, notification, fate, now).await.map(|()| None),
        };
        notification.claim(self.random.u64(), now);
        let mut transaction = self.store.transaction(tenant);
        transaction.save_notification(&mut notification);
        transaction.require_not_suppressed(&ready.recipient, name.is_due_by_law());
        if let Some(review) = &ready.review {
            transaction.require_review(review);
        }
        transaction.commit().await?;
        if self.is_late_to_submit(attempt) {
            notification.step.throttled(now);
            self.store.save_notification(tenant, &notification).await?;
            return Err(Error::Unavailable("no time is left to send a notification".to_owned()).into());
        }
        let item = Item::Notification(notification);
        Ok(Some(Claimed { item, message: ready.message, recipient: ready.recipient, tried: None }))
    }

    /// Whether the claim took so long that the provider can no longer be called.
    fn is_late_to_submit(&self, attempt: &Attempt<'_>) -> bool {
        self.clock.now().duration_since(attempt.woken_at) > SUBMITTED_WITHIN
    }
}

//! The claim of a message, after which nobody else sends it.

use app::error::{Error, TryError};
use app::message::Message;
use app::message::wake::Wake;
use domain::message::{Notification, Step};
use domain::values::{Mode, Tenant};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::context::RequestContext;
use store::shop::TenantRecord;
use store::table::{CommitError, Part};

use crate::fate::{Fate, Stop};
use crate::send::reasons::{Due, Of, Ready};
use crate::send::submit::{Claimed, Item};
use crate::send::{Attempt, SUBMITTED_WITHIN, Send};

impl Send {
    /// Claims a message that may be sent, and checks once more whether it may.
    pub(super) async fn claim(&self, attempt: &mut Attempt<'_>, due: &mut Due, ready: Ready) -> Result<Claimed, Stop> {
        let item = match &mut due.of {
            Of::Request(context) => self.claim_step(attempt, context, &ready, due.now).await?,
            Of::Notification(notification, _) => {
                self.claim_notification(attempt, notification, &ready, due.now).await?
            }
        };
        Ok(Claimed { item, message: ready.message, recipient: ready.recipient, tried: attempt.tried })
    }

    async fn claim_step(
        &self,
        attempt: &mut Attempt<'_>,
        context: &mut RequestContext,
        ready: &Ready,
        now: Timestamp,
    ) -> Result<Item, Stop> {
        let owner = self.random.u64();
        // The owner stays in this list until the provider is called. If the answer to a claim is lost, the next try
        // thus recognises its own claim.
        attempt.released.push(owner);
        match self.write_claim(attempt.tenant, context, ready, owner, now).await {
            Ok(()) => {}
            // Nobody knows whether the claim was made, but the provider was certainly not called.
            Err(CommitError::Store(error)) => {
                tracing::warn!(request = context.request.id.get(), %error, "the answer of a claim was lost");
                return Err(attempt.comes_back(now).into());
            }
            // The request, the recipient's recent messages or the month's SMS segments conflict.
            Err(refused) => {
                attempt.is_unaffordable |= refused.refused(Part::Spend);
                return Err(refused.into());
            }
        }
        let is_suppressed =
            self.store.is_suppressed(attempt.tenant, &ready.recipient, ready.stop_index.as_deref()).await;
        match is_suppressed {
            Ok(true) => return Err(TryError::Conflict.into()),
            Ok(false) if !self.is_late_to_submit(attempt) => {}
            Ok(_) | Err(_) => return Err(Fate::Released(vec![owner]).into()),
        }
        let RequestContext { request, tenant: TenantRecord { rules, state, .. }, .. } = context;
        let (wake, request) = (Wake::new(attempt.tenant, request), Box::new(request.clone()));
        Ok(Item::Request { request, owner: Some(owner), rules: rules.clone(), webhooks: state.webhooks.clone(), wake })
    }

    /// Writes the claim, so that no other sender sends the message. Somebody who unsubscribes after this still gets the
    /// message, as if the provider already had it. An earlier unsubscription is found because the suppression is read
    /// again, which costs less than a condition in a transaction.
    async fn write_claim(
        &self,
        tenant: &Tenant,
        context: &mut RequestContext,
        ready: &Ready,
        owner: u64,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let request = &mut context.request;
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

    /// Claims a notification, unless its recipient must no longer be written to, or its review changed.
    async fn claim_notification(
        &self,
        attempt: &Attempt<'_>,
        notification: &mut Notification,
        ready: &Ready,
        now: Timestamp,
    ) -> Result<Item, Stop> {
        notification.claim(self.random.u64(), now);
        let mut transaction = self.store.transaction(attempt.tenant);
        transaction.save(&*notification);
        transaction.require_not_suppressed(&ready.recipient, notification.name.is_due_by_law());
        if let Some(review) = &ready.review {
            transaction.require_review(review);
        }
        transaction.commit().await?;
        notification.version += 1;
        if self.is_late_to_submit(attempt) {
            notification.step.throttled(now);
            self.store.save(attempt.tenant, notification).await?;
            return Err(Error::Unavailable("no time is left to send a notification".to_owned()).into());
        }
        Ok(Item::Notification(notification.clone()))
    }

    /// Whether the claim took so long that the provider can no longer be called.
    fn is_late_to_submit(&self, attempt: &Attempt<'_>) -> bool {
        self.clock.now().duration_since(attempt.woken_at) > SUBMITTED_WITHIN
    }
}

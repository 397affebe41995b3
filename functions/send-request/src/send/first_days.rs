//! A shop's first days: the number of its emails in a day is limited until something shows that its customers want
//! them.

use app::error::{Error, TryError};
use domain::message::StopReason;
use domain::values::Tenant;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use store::context::RequestContext;
use tokio::try_join;

use crate::fate::{Fate, Stop};
use crate::send::pause::{is_live_email, later};
use crate::send::reasons::Due;
use crate::send::{Attempt, Send};

/// How long an email without a postal address waits at least and at most before it is tried again. In a new stack, `reconcile` stores
/// the operator's address within five minutes.
const NO_ADDRESS_WAIT: (SignedDuration, SignedDuration) =
    (SignedDuration::from_mins(10), SignedDuration::from_hours(4));
/// Emails beyond a day's limit are tried again within this part of the next day.
const SPREAD: SignedDuration = SignedDuration::from_hours(1);

impl Send {
    /// The email lacks a postal address, which each email to a customer must have (15 U.S.C. 7704(a)(5)). A member's trial goes to the
    /// member.
    /// Errors: [`TryError::Conflict`] if the operator gave an address since this process last read it.
    pub(super) async fn without_address(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let (Some(RequestContext { request, tenant: shop, .. }), now) = (due.of.context(), due.now) else {
            return Ok(());
        };
        let is_to_customer = is_live_email(attempt.tenant, request) && !request.options.trial;
        if !is_to_customer || !shop.lacks_address(self.links.postal_address().as_deref()) {
            return Ok(());
        }
        if self.links.read_again(now).await?.is_some_and(|service| service.postal_address.is_some()) {
            return Err(TryError::Conflict.into());
        }
        // Waiting longer the longer it lasts keeps the timeline short.
        let wait = now.duration_since(request.created_at) / 4;
        let until = later(now, wait.clamp(NO_ADDRESS_WAIT.0, NO_ADDRESS_WAIT.1));
        Err(Fate::Verdict(request.verdict_on_new_shop(until, StopReason::NoAddress, &shop.rules)).into())
    }

    /// The shop is in its first days, and today's emails are used up.
    pub(super) async fn full_today(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let Some(RequestContext { request, tenant: shop, .. }) = due.of.context() else { return Ok(()) };
        // An email that was tried before is already counted.
        let is_new = request.step().is_some_and(|step| step.throttled == 0 && !step.was_claimed());
        let counts = shop.in_first_days && is_live_email(attempt.tenant, request) && is_new;
        if counts && !attempt.may_leave_today {
            if let Some(until) = self.full_until(attempt.tenant, due.now).await? {
                let verdict = request.verdict_on_new_shop(until, StopReason::FirstDays, &shop.rules);
                return Err(Fate::Verdict(verdict).into());
            }
            attempt.may_leave_today = true;
        }
        Ok(())
    }

    /// Counts an email from a shop in its first days. If the day's limit is reached, returns when the email may be
    /// tried again.
    async fn full_until(&self, tenant: &Tenant, now: Timestamp) -> Result<Option<Timestamp>, Error> {
        let day = now.to_zoned_datetime(TimeZone::UTC);
        if self.store.count_mail_of_day(tenant, day.date()).await? {
            return Ok(None);
        }
        if self.store.mail_day(tenant, day.date()).await?.is_none() {
            let ((last, _), reported) = try_join!(self.store.last_mails(tenant), self.store.emails_reported(tenant))?;
            let Some(most) = last.allowed_a_day(reported) else {
                let mut transaction = self.store.transaction(tenant);
                transaction.end_first_days();
                transaction.commit().await?;
                return Ok(None);
            };
            let is_counted = self.store.begin_mail_day(tenant, day.date(), most, now).await?
                || self.store.count_mail_of_day(tenant, day.date()).await?;
            if is_counted {
                return Ok(None);
            }
        }
        let tomorrow = day.start_of_day().and_then(|start| start.checked_add(1.day()));
        let tomorrow = tomorrow.map_or_else(|_| later(now, SignedDuration::from_hours(24)), |day| day.timestamp());
        Ok(Some(later(tomorrow, self.draw(SPREAD))))
    }
}

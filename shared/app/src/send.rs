//! Sending what is due: read, decide, compose, claim, one call to the provider, commit.
//!
//! Of any number of wake-ups for a step, one claims it; what it acknowledged is in the table
//! before its message is. A wake-up that can't be served now is sent anew for later rather than
//! hidden, so that a message in the dead-letter queue is always a fault.

use std::sync::Arc;

use domain::{Channel, Counter, Mode, ReminderDays, Request, RequestId, StopReason, Tenant, Verdict, What};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, Part, RequestContext, Sealed, Store};
use vault::{Random, TenantKeys, Vault};

use crate::channel::{Message, SendError, Tags, compose};
use crate::mail::Mailer;
use crate::retry::{CHANGES_MAX, RequestUpdate, save};
use crate::sms::SmsSender;
use crate::wake::wake_at;
use crate::{Clock, Error, Links, Queue, Schedules, Wake};

/// The first wait after a throttled call; it doubles with each.
const BACK_OFF: SignedDuration = SignedDuration::from_secs(5);
/// The longest wait after a throttled call.
const BACK_OFF_MAX: SignedDuration = SignedDuration::from_secs(600);

/// Sends requests' messages.
#[derive(Clone)]
pub struct Send {
    /// Where the truth is.
    pub store: Store,
    /// What opens the personal part.
    pub vault: Arc<Vault>,
    /// What makes the links.
    pub links: Links,
    /// What takes the mails.
    pub mailer: Mailer,
    /// What takes the text messages.
    pub sms_sender: SmsSender,
    /// How many SMS segments a tenant may use in a calendar month (UTC): what each costs depends on
    /// the country, so this and the texter's greatest price bound the bill together.
    pub sms_segments_a_month: u32,
    /// Wakes us again soon.
    pub queue: Queue,
    /// Wakes us again later.
    pub schedules: Schedules,
    /// Draws claims and jitter.
    pub random: Random,
    /// Tells the time; sending takes some.
    pub clock: Clock,
}

/// A message claimed and ready.
struct Claimed {
    request: Request,
    message: Message,
    owner: u64,
    days: ReminderDays,
}

/// A message that may be claimed.
struct Ready {
    message: Message,
    /// The blind index of the address or number that it goes to.
    recipient: String,
}

enum Prepared {
    Claimed(Box<Claimed>),
    Settled,
    Again(Timestamp),
}

impl Send {
    /// Serves one wake-up. `Ok` acknowledges it.
    ///
    /// # Errors
    /// What keeps the wake-up on the queue: the dependencies' own trouble.
    pub async fn wake(&self, wake: &Wake) -> Result<(), Error> {
        let Ok((tenant, id, step)) = wake.request() else {
            tracing::error!(?wake, "not a wake-up of ours");
            return Err(Error::Internal("not a wake-up of ours".to_owned()));
        };
        match self.prepare(&tenant, id, step).await? {
            Prepared::Settled => Ok(()),
            Prepared::Again(at) => self.again(wake, at).await,
            Prepared::Claimed(claimed) => self.submit(&tenant, *claimed, wake).await,
        }
    }

    /// Everything before the provider: ends with the message claimed, settled, or not yet due.
    async fn prepare(&self, tenant: &Tenant, id: RequestId, step: usize) -> Result<Prepared, Error> {
        let mut unaffordable = false;
        for _ in 0..CHANGES_MAX {
            let now = self.clock.now();
            let Some(mut context) = self.store.request_context(tenant, id).await? else {
                tracing::info!(request = id.get(), "no such request");
                return Ok(Prepared::Settled);
            };
            if context.request.step_number() != step {
                // That message was settled; the one owed now has a wake-up of its own.
                return Ok(Prepared::Settled);
            }
            let (mut verdict, ready) = self.judge(tenant, &context, now).await?;
            if verdict == Verdict::Send && unaffordable {
                verdict = Verdict::Stop(StopReason::SpendCap);
            }
            let (request, days) = (&mut context.request, context.tenant.reminder_days);
            let saved = match (verdict, ready) {
                (Verdict::Nothing, _) => return Ok(Prepared::Settled),
                (Verdict::Wait(until), _) => return Ok(Prepared::Again(until)),
                (Verdict::Stop(reason), _) => {
                    request.skipped(reason, days, now);
                    let frees = request.sent_at().is_none() && request.step_number() == step;
                    save(&self.store, tenant, request, RequestUpdate { frees, ..RequestUpdate::default() }).await
                }
                (Verdict::GiveUp, _) => {
                    let counters = request.unconfirmed(days, now);
                    let change = RequestUpdate { counters: &counters, message: Some(step), ..RequestUpdate::default() };
                    save(&self.store, tenant, request, change).await
                }
                (Verdict::Send, Some(ready)) => match self.claim(tenant, request, &ready, now).await {
                    Ok(owner) => {
                        let (request, message) = (context.request, ready.message);
                        return Ok(Prepared::Claimed(Box::new(Claimed { request, message, owner, days })));
                    }
                    Err(refused) => Err(refused),
                },
                (Verdict::Send, None) => return Err(Error::Internal("nothing to send".to_owned())),
            };
            match saved {
                Ok(()) => {
                    self.hint(tenant, request, step).await;
                    return Ok(Prepared::Settled);
                }
                // Somebody changed the request, its recipient was suppressed, or the month's text
                // messages are used up: decide anew.
                Err(CommitError::Refused(refused)) => {
                    unaffordable |= refused.iter().any(|refused| refused.part == Part::Spend);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Takes the message, so that nobody else sends it. Says by which number it is ours.
    async fn claim(
        &self,
        tenant: &Tenant,
        request: &mut Request,
        ready: &Ready,
        now: Timestamp,
    ) -> Result<u64, CommitError> {
        let owner = self.random.u64();
        let tried_before = request.step().is_some_and(|step| step.throttled + step.unknown > 0);
        request.claim(owner, now);
        let mut transaction = self.store.transaction(tenant);
        transaction.save_request(Part::Request, request);
        transaction.require_not_suppressed(&ready.recipient);
        if let (Message::Text(text), Mode::Live, false) = (&ready.message, tenant.mode, tried_before) {
            let month = now.to_zoned(TimeZone::UTC).date().first_of_month();
            transaction.spend_segments(text.segments(), self.sms_segments_a_month, month);
        }
        transaction.commit().await.map(|()| owner)
    }

    /// The verdict, with the message when it is to send it.
    async fn judge(
        &self,
        tenant: &Tenant,
        context: &RequestContext,
        now: Timestamp,
    ) -> Result<(Verdict, Option<Ready>), Error> {
        let request = &context.request;
        let first = request.verdict(false, None, None, now);
        let (Verdict::Send, Some(channel)) = (first, request.step().map(|step| step.channel)) else {
            return Ok((first, None));
        };
        let keys = self.vault.tenant(tenant, &context.tenant.root, now).await?;
        let erased = || (request.verdict(true, None, None, now), None);
        let Some(sealed) = context.open(&keys)? else { return Ok(erased()) };
        let Some(recipient) = recipient(channel, &sealed, &keys) else { return Ok(erased()) };
        let send_context = self.store.send_context(tenant, &recipient, request, &keys).await?;
        let verdict = request.verdict(false, send_context.suppression, send_context.order.as_ref(), now);
        if verdict != Verdict::Send {
            return Ok((verdict, None));
        }
        let service = self.links.keys(now).await?;
        let message = compose(
            request,
            request.step_number(),
            &context.tenant.shop,
            &sealed,
            &send_context,
            &self.links,
            &service,
        )?;
        Ok((verdict, message.map(|message| Ready { message, recipient })))
    }

    /// The one call to the provider, and the commit of what came of it.
    async fn submit(&self, tenant: &Tenant, claimed: Claimed, wake: &Wake) -> Result<(), Error> {
        let Claimed { request, message, owner, days } = claimed;
        let step = request.step_number();
        let attempt = request.step().map_or(0, |step| step.unknown);
        let tags = Tags { tenant, request: request.id, step, attempt };
        let sent = match (tenant.mode, &message) {
            (Mode::Live, Message::Mail(mail)) => self.mailer.send(mail, tags).await,
            (Mode::Live, Message::Text(text)) => self.sms_sender.send(text, tags).await,
            // Nothing leaves in test mode: the message is composed anew whenever it is read.
            (Mode::Test, _) => Ok("captured".to_owned()),
        };
        let now = self.clock.now();
        match sent {
            Ok(message_id) => {
                let how = match tenant.mode {
                    Mode::Live => What::Sent,
                    Mode::Test => What::Captured,
                };
                self.commit(tenant, request, owner, Some(step), |request| {
                    request.sent(message_id.clone(), how, days, now)
                })
                .await
            }
            Err(SendError::Rejected(code)) => {
                tracing::error!(request = request.id.get(), code, "the provider refused a message for good");
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

    /// Records what came of a claim, as long as the claim is ours; `settled` is the message that it
    /// settled. Others may change the request meanwhile (open it, review it, cancel it): what came
    /// of the message is still true.
    async fn commit(
        &self,
        tenant: &Tenant,
        mut request: Request,
        owner: u64,
        settled: Option<usize>,
        outcome: impl Fn(&mut Request) -> Vec<Counter>,
    ) -> Result<(), Error> {
        for _ in 0..CHANGES_MAX {
            if !request.is_claimed_by(owner) {
                tracing::warn!(request = request.id.get(), "another sender took over");
                return Ok(());
            }
            let counters = outcome(&mut request);
            // A request that failed is nobody's duplicate.
            let frees = counters.contains(&Counter::Failed);
            let change = RequestUpdate { counters: &counters, frees, message: settled };
            match save(&self.store, tenant, &mut request, change).await {
                Ok(()) => {
                    if let Some(step) = settled {
                        self.hint(tenant, &request, step).await;
                    }
                    return Ok(());
                }
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
            let Some(fresh) = self.store.request(tenant, request.id).await? else { return Ok(()) };
            request = fresh;
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Wakes the sender for the message that is owed after `settled`. A failed hint is no error: the
    /// `due` index has the step.
    async fn hint(&self, tenant: &Tenant, request: &Request, settled: usize) {
        let owed = request.step().and_then(domain::Step::owed_at).filter(|_| request.step_number() > settled);
        if let Some(due_at) = owed {
            let wake = Wake::new(tenant, request);
            wake_at(&self.queue, Some(&self.schedules), &wake, due_at, self.clock.now()).await;
        }
    }

    async fn again(&self, wake: &Wake, at: Timestamp) -> Result<(), Error> {
        match wake_at(&self.queue, Some(&self.schedules), wake, at, self.clock.now()).await {
            true => Ok(()),
            false => Err(Error::Unavailable("the wake-up could not be sent anew".to_owned())),
        }
    }

    /// Full jitter: many throttled together do not come back together.
    fn back_off(&self, request: &Request) -> SignedDuration {
        let throttled = request.step().map_or(0, |step| step.throttled);
        let doubled = BACK_OFF.as_millis().saturating_mul(1 << throttled.min(10));
        let longest = doubled.min(BACK_OFF_MAX.as_millis());
        let drawn = self.random.below(u64::try_from(longest).unwrap_or(0));
        SignedDuration::from_millis(i64::try_from(drawn).unwrap_or(0))
    }
}

/// The blind index of where a message goes; `None` where that is not known.
pub(crate) fn recipient(channel: Channel, sealed: &Sealed, keys: &TenantKeys) -> Option<String> {
    match channel {
        Channel::Email => sealed.email.as_ref().map(|email| keys.email_index(email)),
        Channel::Sms => sealed.phone.as_ref().map(|phone| keys.phone_index(phone)),
    }
}

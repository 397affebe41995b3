//! Sends messages that are due, in these steps: read, decide, compose, claim, call the provider once, commit.
//!
//! If a step has several wake-ups, one of them claims it. A wake-up that is too early is replaced by a later one. It is
//! not put back into the queue, so that a message in the dead-letter queue always means a fault.

mod end;
mod first_days;
mod member;
mod notification;
mod pause;
mod rate_limit;
mod rejection;
mod reports;
mod submit;

use std::mem::take;
use std::pin::Pin;
use std::sync::Arc;

use app::clock::Clock;
use app::error::{Error, TryError, retry};
use app::links::Links;
use app::message::wake::{Queue, Schedules, Wake, wake_at, wake_owed};
use app::message::{Message, TenantLinks, compose, own_words_of};
use app::request::{Observed, RequestUpdate, save};
use domain::message::{Pause, Restored, Step, StopReason, Verdict, back_off};
use domain::request::{Counter, Request};
use domain::shop::ShopRules;
use domain::values::{Channel, Mode, RequestId, Tenant};
use domain::webhook::Subscription;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::context::{RequestContext, SendContext, SendNeeds};
use store::message::recent_messages::RecentMessagesRecord;
use store::shop::TenantRecord;
use store::table::{CommitError, Part, Store};
use vault::{Random, Vault};

use crate::mailer::Mailer;
use crate::send::pause::is_live_email;
use crate::send::pause::later;
pub use crate::send::rate_limit::RateLimits;
pub use crate::send::rejection::LastAccepted;
use crate::sms_sender::SmsSender;

/// How long after a wake-up the provider may be called. The provider has 8 seconds to answer. Committing the answer
/// takes up to 8 more, and Lambda ends the function after 30.
const SUBMITTED_WITHIN: SignedDuration = SignedDuration::from_secs(14);
/// How long after a wake-up its message may be claimed. Three further steps take up to 8 seconds each: the claim, the
/// last check of suppressions and, if no time is left for the provider, the return to the queue.
const CLAIMED_WITHIN: SignedDuration = SignedDuration::from_secs(6);

#[derive(Clone)]
pub struct Send {
    pub store: Store,
    pub vault: Arc<Vault>,
    pub links: Links,
    pub mailer: Mailer,
    pub sms_sender: SmsSender,
    /// SMS segments that a shop may use in a calendar month (UTC). A segment's price depends on the country, so both
    /// this limit and [`SmsSender::max_price`] are needed to limit the bill.
    pub sms_segments_a_month: u32,
    /// How many SMS the provider accepts per second. This depends on the kind of number (1 to 100), and no call returns
    /// it.
    pub sms_a_second: u32,
    /// Wakes the sender soon.
    pub queue: Queue,
    /// Wakes the sender later.
    pub schedules: Schedules,
    /// This process' rate limits.
    pub rate_limits: RateLimits,
    pub last_accepted: LastAccepted,
    /// Random numbers that identify claims and spread retries.
    pub random: Random,
    /// A clock and not an instant, because sending takes seconds.
    pub clock: Clock,
}

struct Claimed {
    request: Request,
    message: Message,
    /// The blind index of the recipient's address or number.
    recipient: String,
    owner: u64,
    rules: ShopRules,
    /// The shop's endpoints, which are notified of the outcome.
    webhooks: Vec<Subscription>,
    /// The pause of the channel, if this is the only message that is tried during it.
    tried: Option<Pause>,
}

struct Ready {
    message: Message,
    /// The blind index of the recipient's address or number.
    recipient: String,
    /// The recent messages to the recipient, if the shop has a cap.
    recent: Option<RecentMessagesRecord>,
    /// The index of an SMS' number in the list of numbers that replied `STOP`.
    stop_index: Option<String>,
}

enum Prepared {
    Claimed(Box<Claimed>),
    Settled,
    Again(Timestamp),
    /// The message may be claimed by one of these owners, but the provider was not called.
    Released(Vec<u64>),
}

/// The state that the tries of one wake-up pass on to the next try.
struct Attempt<'a> {
    tenant: &'a Tenant,
    id: RequestId,
    step: usize,
    woken_at: Timestamp,
    /// The owners of claims whose message was certainly not sent.
    released: Vec<u64>,
    /// The pause of the channel, if this is the only message that is tried during it.
    tried: Option<Pause>,
    /// Whether the month's SMS segments are used up.
    is_unaffordable: bool,
    /// Whether the message has waited for its slot.
    has_slot: bool,
    /// Whether the limit of the shop's first days allows the message today.
    may_leave_today: bool,
}

/// The longest wait of a wake-up whose shop's rows were too busy.
const BUSY_FOR: SignedDuration = SignedDuration::from_secs(30);

impl Attempt<'_> {
    fn is_late(&self, now: Timestamp) -> bool {
        now.duration_since(self.woken_at) > CLAIMED_WITHIN
    }

    /// Returns the wake-up to the queue.
    fn no_time(&mut self) -> Result<Prepared, TryError<Error>> {
        match self.released.is_empty() {
            true => Err(Error::Unavailable("no time is left to send a message".to_owned()).into()),
            false => Ok(Prepared::Released(take(&mut self.released))),
        }
    }
}

impl Send {
    /// Processes one wake-up. `Ok` acknowledges it.
    /// Errors: Storage, KMS or queue failures, or calls so slow that no time is left to send. The wake-up stays in the
    /// queue.
    pub async fn wake(&self, wake: &Wake) -> Result<(), Error> {
        // On the heap and without its type, which would nest too deep.
        let tried: Pin<Box<dyn Future<Output = Result<(), Error>> + std::marker::Send + '_>> =
            Box::pin(self.try_to_wake(wake));
        match tried.await {
            // As if the queue delivered the wake-up again, but after seconds and not after minutes.
            Err(Error::Busy(_)) => {
                self.release(wake, wake.released().to_vec(), later(self.clock.now(), self.draw(BUSY_FOR))).await
            }
            done => done,
        }
    }

    async fn try_to_wake(&self, wake: &Wake) -> Result<(), Error> {
        let Ok((tenant, id, step)) = wake.request() else {
            tracing::error!(?wake, "cannot read a wake-up");
            return Err(Error::Internal("invalid wake-up".to_owned()));
        };
        let attempt = Attempt {
            tenant: &tenant,
            id,
            step,
            woken_at: self.clock.now(),
            released: wake.released().to_vec(),
            tried: None,
            is_unaffordable: false,
            has_slot: false,
            may_leave_today: false,
        };
        match self.prepare(attempt).await? {
            Prepared::Settled => Ok(()),
            Prepared::Again(at) => {
                self.again(wake, at).await;
                Ok(())
            }
            Prepared::Released(owners) => {
                self.release(wake, owners, later(self.clock.now(), self.draw(back_off(0)))).await
            }
            Prepared::Claimed(claimed) => self.submit(&tenant, *claimed, wake).await,
        }
    }

    /// The steps before the call to the provider: claims or settles the message, or returns when it is due.
    async fn prepare(&self, mut attempt: Attempt<'_>) -> Result<Prepared, Error> {
        retry!(self.store, { self.try_to_prepare(&mut attempt).await })
    }

    async fn try_to_prepare(&self, attempt: &mut Attempt<'_>) -> Result<Prepared, TryError<Error>> {
        let (tenant, id, now) = (attempt.tenant, attempt.id, self.clock.now());
        if attempt.is_late(now) {
            return attempt.no_time();
        }
        let Some((mut context, sending)) = self.store.context_with_sending_state(tenant, id).await? else {
            tracing::info!(request = id.get(), "ignored a wake-up of an unknown request");
            return Ok(Prepared::Settled);
        };
        if context.request.step_number() != attempt.step || context.tenant.is_erased() {
            // The message is settled; the next step has its own wake-up.
            return Ok(Prepared::Settled);
        }
        if self.count_as_left(attempt, &mut context, sending.pauses.restored).await? {
            return Ok(Prepared::Settled);
        }
        if attempt.released.iter().any(|owner| context.request.is_claimed_by(*owner)) {
            context.request.throttled(None, now);
        }
        let sending_pause = context.tenant.pause(sending.pauses.all, now);
        // If sending is paused, this message must not test whether the provider accepts messages again.
        let pause = self.pause_of(tenant, &context.request, &sending.pauses, now);
        let pause = pause.filter(|_| attempt.tried.is_none() && sending_pause.is_none());
        let may_leave = context.request.verdict(false, None, None, &context.tenant.rules, now) == Verdict::Send;
        // This comes before the other reads, because they are not needed if the message waits.
        if let Some(suspension) = sending.suspension.filter(|_| may_leave && is_live_email(tenant, &context.request))
            && sending_pause.is_none()
        {
            return self.wait_for_release(tenant, &mut context.request, suspension, now).await;
        }
        if let Some(pause) = pause.filter(|pause| may_leave && Self::must_wait(&context.request, *pause, now)) {
            return Ok(self.defer(tenant, &context.request, pause, now).await?);
        }
        let (verdict, ready) = self.judge(tenant, &context, now).await?;
        if verdict != Verdict::Send {
            return self.settle(attempt, context, verdict, now).await;
        }
        if let Some(pause) = sending_pause {
            return self.wait_for_resume(tenant, &mut context, pause, now).await;
        }
        if attempt.is_unaffordable {
            return self.settle(attempt, context, Verdict::Stop(StopReason::SpendCap), now).await;
        }
        if let Some(until) = self.waits_for_reports(tenant, &context.request, now).await? {
            return Ok(Prepared::Again(until));
        }
        let ready = ready.ok_or_else(|| Error::Internal("nothing to send".to_owned()))?;
        self.claim_to_send(attempt, context, ready, pause, now).await
    }

    /// Settles a step whose message may have left before the table was restored. Returns whether it may have.
    async fn count_as_left(
        &self,
        attempt: &Attempt<'_>,
        RequestContext { request, tenant, .. }: &mut RequestContext,
        restored: Option<Restored>,
    ) -> Result<bool, TryError<Error>> {
        let counters = restored.and_then(|restored| request.left_before(restored, &tenant.rules));
        let Some(counters) = counters else { return Ok(false) };
        // No event, because the shop's endpoints were told when it left.
        let change = RequestUpdate { counters: &counters, message: Some(attempt.step), ..RequestUpdate::default() };
        save(&self.store, attempt.tenant, request, change).await?;
        self.wake_next(attempt, request).await;
        Ok(true)
    }

    /// Settles a step whose message is not sent now.
    async fn settle(
        &self,
        attempt: &Attempt<'_>,
        mut context: RequestContext,
        verdict: Verdict,
        now: Timestamp,
    ) -> Result<Prepared, TryError<Error>> {
        let (tenant, before) = (attempt.tenant, context.request.clone());
        let (request, rules) = (&mut context.request, &context.tenant.rules);
        let observed = Observed { before: &before, webhooks: &context.tenant.webhooks, now };
        let change = RequestUpdate { observed: Some(observed), ..RequestUpdate::default() };
        match verdict {
            Verdict::Nothing | Verdict::Send => return Ok(Prepared::Settled),
            Verdict::Wait(until) => return Ok(Prepared::Again(until)),
            Verdict::Defer(until, reason) => {
                request.defer(until, reason, now);
                save(&self.store, tenant, request, RequestUpdate::default()).await?;
                return Ok(Prepared::Again(until));
            }
            Verdict::Stop(reason) => {
                let counters = request.skipped(reason, rules, now);
                // After a failure, the shop may create the request again, but not after all its items were reviewed.
                let frees = counters.contains(&Counter::Failed);
                save(&self.store, tenant, request, RequestUpdate { counters: &counters, frees, ..change }).await?;
            }
            Verdict::GiveUp => {
                // A metric filter in the template counts the lines with this field.
                tracing::warn!(unconfirmed = request.id.get(), "whether a message left stays unknown");
                request.unconfirmed(rules, now);
                save(&self.store, tenant, request, RequestUpdate { message: Some(attempt.step), ..change }).await?;
            }
        }
        self.wake_next(attempt, request).await;
        Ok(Prepared::Settled)
    }

    async fn wake_next(&self, attempt: &Attempt<'_>, request: &Request) {
        if request.step_number() > attempt.step {
            wake_owed(&self.queue, Some(&self.schedules), attempt.tenant, request, self.clock.now()).await;
        }
    }

    /// Claims a message that may be sent, and checks once more whether it may.
    async fn claim_to_send(
        &self,
        attempt: &mut Attempt<'_>,
        mut context: RequestContext,
        ready: Ready,
        pause: Option<Pause>,
        now: Timestamp,
    ) -> Result<Prepared, TryError<Error>> {
        let (tenant, request) = (attempt.tenant, &mut context.request);
        if let Some(until) = self.without_address_until(tenant, &context.tenant, request, now).await? {
            let verdict = request.verdict_on_new_shop(until, StopReason::NoAddress, &context.tenant.rules);
            return self.settle(attempt, context, verdict, now).await;
        }
        let channel = ready.message.channel();
        if let Some(prepared) = self.take_slot(attempt, request, channel, now).await {
            return Ok(prepared);
        }
        if !attempt.may_leave_today {
            if let Some(until) = self.full_until(tenant, &context.tenant, request, now).await? {
                let verdict = request.verdict_on_new_shop(until, StopReason::FirstDays, &context.tenant.rules);
                return self.settle(attempt, context, verdict, now).await;
            }
            attempt.may_leave_today = true;
        }
        if attempt.is_late(self.clock.now()) {
            return attempt.no_time();
        }
        if let Some(pause) = pause {
            attempt.tried = self.try_one(channel, pause, now).await?;
            if attempt.tried.is_none() {
                return Ok(self.defer(tenant, request, pause, now).await?);
            }
        }
        let Some(owner) = self.try_to_claim(attempt, request, &ready, now).await? else {
            return Ok(Prepared::Released(take(&mut attempt.released)));
        };
        let is_suppressed = self.store.is_suppressed(tenant, &ready.recipient, ready.stop_index.as_deref()).await;
        let is_late = self.clock.now().duration_since(attempt.woken_at) > SUBMITTED_WITHIN;
        match is_suppressed {
            Ok(true) => return Err(TryError::Conflict),
            Ok(false) if !is_late => {}
            Ok(_) | Err(_) => return Ok(Prepared::Released(vec![owner])),
        }
        let RequestContext { request, tenant: TenantRecord { rules, state, .. }, .. } = context;
        let Ready { message, recipient, .. } = ready;
        let claimed =
            Claimed { request, message, recipient, owner, rules, webhooks: state.webhooks, tried: attempt.tried };
        Ok(Prepared::Claimed(Box::new(claimed)))
    }

    /// Claims the message for a try, and returns the claim's owner; `None` if the table's answer was lost. Then nobody
    /// knows whether the claim was made, but the provider was certainly not called.
    async fn try_to_claim(
        &self,
        attempt: &mut Attempt<'_>,
        request: &mut Request,
        ready: &Ready,
        now: Timestamp,
    ) -> Result<Option<u64>, TryError<Error>> {
        let owner = self.random.u64();
        // The owner stays in this list until the provider is called. If the answer to a claim is lost, the next try
        // thus recognises its own claim.
        attempt.released.push(owner);
        match self.claim(attempt.tenant, request, ready, owner, now).await {
            Ok(()) => Ok(Some(owner)),
            Err(CommitError::Store(error)) => {
                tracing::warn!(request = attempt.id.get(), %error, "the answer of a claim was lost");
                Ok(None)
            }
            // The request, the recipient's recent messages or the month's SMS segments conflict.
            Err(refused) => {
                attempt.is_unaffordable |= refused.refused(Part::Spend);
                Err(refused.into())
            }
        }
    }

    /// Claims the message, so that no other sender sends it. Somebody who unsubscribes after this still gets the
    /// message, as if the provider already had it. An earlier unsubscription is found because the suppression is read
    /// again, which costs less than a condition in a transaction.
    async fn claim(
        &self,
        tenant: &Tenant,
        request: &mut Request,
        ready: &Ready,
        owner: u64,
        now: Timestamp,
    ) -> Result<(), CommitError> {
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

    async fn judge(
        &self,
        tenant: &Tenant,
        context: &RequestContext,
        now: Timestamp,
    ) -> Result<(Verdict, Option<Ready>), Error> {
        let (request, rules) = (&context.request, &context.tenant.rules);
        let first = request.verdict(false, None, None, rules, now);
        let (Verdict::Send | Verdict::Defer(..), Some(channel)) = (first, request.step().map(|step| step.channel))
        else {
            return Ok((first, None));
        };
        let keys = self.keys(tenant, &context.tenant.root, request, now).await?;
        let erased = || (request.verdict(true, None, None, rules, now), None);
        let Some(sealed) = context.open(&keys)? else { return Ok(erased()) };
        let Some(recipient) = sealed.index(channel, &keys) else { return Ok(erased()) };
        let service = self.links.keys(now).await?;
        let phone = sealed.phone.as_ref().filter(|_| channel == Channel::Sms);
        let stop_index = phone.map(|phone| service.stop_index(phone));
        let needs = SendNeeds { cap: rules.messages_a_month, own_words: own_words_of(request, &context.tenant) };
        let send_context =
            self.store.send_context(tenant, &recipient, stop_index.as_deref(), request, needs, &keys).await?;
        let verdict = request.verdict(false, send_context.suppression, send_context.order.as_ref(), rules, now);
        let verdict = match (verdict, &send_context.recent) {
            (Verdict::Send, Some(recent)) => request.verdict_by_cap(&recent.messages, rules, now),
            (verdict, _) => verdict,
        };
        if verdict != Verdict::Send {
            return Ok((verdict, None));
        }
        let links = TenantLinks { links: &self.links, tenant, keys: &keys, service: &service };
        let message = compose(request, request.step_number(), &context.tenant, &sealed, &send_context, &links)?;
        let SendContext { recent, .. } = send_context;
        Ok((verdict, message.map(|message| Ready { message, recipient, recent, stop_index })))
    }

    /// Queues a wake-up again. If that fails, reconcile finds the message in the index when it is due.
    async fn again(&self, wake: &Wake, at: Timestamp) -> bool {
        wake_at(&self.queue, Some(&self.schedules), wake, at, self.clock.now()).await
    }

    /// Queues a wake-up again. Only this wake-up says that the message of a claim was not sent.
    async fn release(&self, wake: &Wake, owners: Vec<u64>, at: Timestamp) -> Result<(), Error> {
        match self.again(&wake.releasing(owners), at).await {
            true => Ok(()),
            false => Err(Error::Unavailable("the wake-up could not be sent again".to_owned())),
        }
    }
}

//! The reasons for which a message waits or is not sent. [`Send::find_reason`] and [`Send::find_reason_of_notification`] list them in the
//! order in which they are looked for; the first that applies decides. Each is a function that returns the message's [`Fate`] as an error.

use app::error::Error;
use app::message::{Message, TenantLinks, compose, own_words_of};
use app::queue::QUEUE_DELAY_MAX;
use domain::message::{Notification, NotificationName, Pause, SendingPause, StepState, StopReason, Verdict};
use domain::request::Request;
use domain::review::Review;
use domain::values::{Channel, Mode, RequestId, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::context::{RequestContext, SendContext, SendNeeds, SendingState};
use store::message::due::EARLY;
use store::message::recent_messages::RecentMessagesRecord;
use store::shop::TenantRecord;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft, Reader};
use crate::send::pause::{is_live_email, later, must_wait};
use crate::send::{Attempt, CLAIMED_WITHIN, Send};

/// How often a notification checks whether the operator's pause has ended.
const PAUSED_LOOK_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// The longest wait for reports. By then, the alarm about missing reports has rung for a day.
const REPORTS_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// A request whose message is due.
pub(super) struct Due {
    pub context: RequestContext,
    pub sending: SendingState,
    pub now: Timestamp,
    /// The message's number in the request.
    pub step: usize,
    /// The pause of sending.
    sending_pause: Option<SendingPause>,
    /// The pause of the channel, in which this message may only leave if it is the one that is tried.
    pub channel_pause: Option<Pause>,
    /// Whether nothing in the request stops the message.
    may_leave: bool,
}

/// A message that nothing stops.
pub(super) struct Ready {
    pub message: Message,
    /// The blind index of the recipient's address or number.
    pub recipient: String,
    /// The recent messages to the recipient, if the shop has a cap.
    pub recent: Option<RecentMessagesRecord>,
    /// The index of an SMS' number in the list of numbers that replied `STOP`.
    pub stop_index: Option<String>,
}

impl Send {
    /// The request's message that an attempt is about.
    /// Errors: [`Fate::Nothing`] if the message is settled; the next step has its own wake-up.
    pub(super) async fn due(&self, attempt: &mut Attempt<'_>, id: RequestId, step: usize) -> Result<Due, Stop> {
        self.late(attempt)?;
        let (tenant, now) = (attempt.tenant, self.clock.now());
        let found = self.store.context_with_sending_state(tenant, id).await?;
        let Some((context, sending)) = found else {
            tracing::info!(request = id.get(), "ignored a wake-up of an unknown request");
            return Err(Fate::Nothing.into());
        };
        if context.request.step_number() != step || context.tenant.is_erased() {
            return Err(Fate::Nothing.into());
        }
        let (sending_pause, may_leave) = (context.tenant.pause(sending.pauses.all, now), false);
        Ok(Due { context, sending, now, step, sending_pause, channel_pause: None, may_leave })
    }

    /// The list for a request's message: what needs no read comes first, and what takes something from other messages comes last.
    pub(super) async fn find_reason(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<Ready, Stop> {
        Self::restored(attempt, due)?;
        Self::take_back_claims(attempt, due);
        Self::suspended(attempt, due)?;
        self.channel_paused(attempt, due)?;
        let ready = self.stopped_by_rules(attempt, due).await?;
        Self::paused(attempt, due)?;
        Self::deferred(attempt, due)?;
        Self::unaffordable(attempt, due)?;
        self.without_reports(attempt, due).await?;
        self.without_address(attempt, due).await?;
        let channel = ready.message.channel();
        self.without_slot(attempt, channel, Some(&due.context.request)).await?;
        self.full_today(attempt, due).await?;
        self.late(attempt)?;
        self.others_try(attempt, due, channel).await?;
        Ok(ready)
    }

    /// No time is left to claim the message and to call the provider.
    fn late(&self, attempt: &mut Attempt<'_>) -> Result<(), Stop> {
        if self.clock.now().duration_since(attempt.woken_at) <= CLAIMED_WITHIN {
            return Ok(());
        }
        match attempt.released.is_empty() {
            true => Err(Error::Unavailable("no time is left to send a message".to_owned()).into()),
            false => Err(Fate::Released(std::mem::take(&mut attempt.released)).into()),
        }
    }

    /// The message may have left before the table was restored.
    fn restored(_: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let RequestContext { request, tenant, .. } = &mut due.context;
        let counters = due.sending.pauses.restored.and_then(|restored| request.left_before(restored, &tenant.rules));
        counters.map_or(Ok(()), |counters| Err(Fate::LeftBefore(counters).into()))
    }

    /// No reason: claims whose message was certainly not sent are void.
    fn take_back_claims(attempt: &Attempt<'_>, due: &mut Due) {
        let (request, rules) = (&mut due.context.request, &due.context.tenant.rules);
        if attempt.released.iter().any(|owner| request.is_claimed_by(*owner)) {
            request.throttled(None, due.now);
        }
        due.may_leave = request.verdict(false, None, None, rules, due.now) == Verdict::Send;
    }

    /// The shop's emails are suspended. This and the next reason come before the other reads, because they are not needed if the message
    /// waits.
    fn suspended(attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let applies =
            due.may_leave && due.sending_pause.is_none() && is_live_email(attempt.tenant, &due.context.request);
        match due.sending.suspension.filter(|_| applies) {
            Some(suspension) => Err(Fate::Suspended(suspension).into()),
            None => Ok(()),
        }
    }

    /// The provider rejects every message. If sending is paused, too, this message must not test whether the provider accepts messages
    /// again.
    fn channel_paused(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let pause = self.pause_of(attempt.tenant, &due.context.request, &due.sending.pauses, due.now);
        due.channel_pause = pause.filter(|_| attempt.tried.is_none() && due.sending_pause.is_none());
        match due.channel_pause.filter(|pause| due.may_leave && must_wait(&due.context.request, *pause, due.now)) {
            Some(pause) => Err(Fate::Refused(pause).into()),
            None => Ok(()),
        }
    }

    /// A stop rule, a suppression, the send window or the shop's cap. What passes is composed.
    async fn stopped_by_rules(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<Ready, Stop> {
        let (tenant, context, now) = (attempt.tenant, &due.context, due.now);
        let (request, rules) = (&context.request, &context.tenant.rules);
        let first = request.verdict(false, None, None, rules, now);
        let channel = request.step().map(|step| step.channel);
        let (Verdict::Send | Verdict::Defer(..), Some(channel)) = (first, channel) else {
            return Err(Fate::Verdict(first).into());
        };
        let keys = self.keys(tenant, &context.tenant.root, request, now).await?;
        let erased = || Fate::Verdict(request.verdict(true, None, None, rules, now));
        let sealed = context.open(&keys)?.ok_or_else(erased)?;
        let recipient = sealed.index(channel, &keys).ok_or_else(erased)?;
        let service = self.links.keys(now).await?;
        let phone = sealed.phone.as_ref().filter(|_| channel == Channel::Sms);
        let stop_index = phone.map(|phone| service.stop_index(phone));
        let needs = SendNeeds { cap: rules.messages_a_month, own_words: own_words_of(request, &context.tenant) };
        let read = self.store.send_context(tenant, &recipient, stop_index.as_deref(), request, needs, &keys).await?;
        let verdict = request.verdict(false, read.suppression, read.order.as_ref(), rules, now);
        let verdict = match (verdict, &read.recent) {
            (Verdict::Send, Some(recent)) => request.verdict_by_cap(&recent.messages, rules, now),
            (verdict, _) => verdict,
        };
        if verdict != Verdict::Send {
            return Err(Fate::Verdict(verdict).into());
        }
        let links = TenantLinks { links: &self.links, tenant, keys: &keys, service: &service };
        let message = compose(request, request.step_number(), &context.tenant, &sealed, &read, &links)?;
        let message = message.ok_or_else(|| Error::Internal("nothing to send".to_owned()))?;
        let SendContext { recent, .. } = read;
        Ok(Ready { message, recipient, recent, stop_index })
    }

    /// The shop's messages wait for the end of a pause.
    fn paused(_: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        due.sending_pause.map_or(Ok(()), |pause| Err(Fate::Paused(pause).into()))
    }

    /// Another wake-up comes once the message is due again. If each led to a try and came back, they would never become fewer.
    fn deferred(attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let until = due.context.deferred_until.filter(|until| until.duration_since(due.now) > EARLY);
        // Only this wake-up may know which claims are void.
        until.filter(|_| attempt.released.is_empty()).map_or(Ok(()), |_| Err(Fate::Nothing.into()))
    }

    /// The month's SMS segments are used up.
    fn unaffordable(attempt: &mut Attempt<'_>, _: &mut Due) -> Result<(), Stop> {
        match attempt.is_unaffordable {
            true => Err(Fate::Verdict(Verdict::Stop(StopReason::SpendCap)).into()),
            false => Ok(()),
        }
    }

    /// If the answer for a first email was lost and no report arrives within 15 minutes, the email was not sent, so it is sent again. That
    /// would be wrong while no reports arrive at all. So the email waits longer if many other emails were sent and none of them is reported.
    async fn without_reports(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let (request, now) = (&due.context.request, due.now);
        let claimed = request.step().and_then(|step| match step.state {
            StepState::Submitting { since, .. } if step.channel == Channel::Email => Some(since),
            _ => None,
        });
        let Some(since) = claimed.filter(|_| attempt.tenant.mode == Mode::Live) else { return Ok(()) };
        let may_wait = now.duration_since(since) < REPORTS_WAIT;
        if !may_wait || !self.last_accepted.are_many_since(Channel::Email, since) {
            return Ok(());
        }
        if self.store.newest_reported().await?.is_some_and(|accepted_at| accepted_at > since) {
            return Ok(());
        }
        tracing::warn!(request = request.id.get(), "an email waits because no reports come");
        Err(Fate::Again(later(now, QUEUE_DELAY_MAX)).into())
    }

    /// The provider accepts fewer messages than are due, and this one's turn does not come within this invocation.
    async fn without_slot(
        &self,
        attempt: &mut Attempt<'_>,
        channel: Channel,
        request: Option<&Request>,
    ) -> Result<(), Stop> {
        if attempt.has_slot {
            return Ok(());
        }
        if let Err(at) = self.take_slot(attempt.tenant, channel, request).await {
            return Err(attempt.comes_back(at).into());
        }
        attempt.has_slot = true;
        Ok(())
    }

    /// Another message tests whether the provider accepts messages again.
    async fn others_try(&self, attempt: &mut Attempt<'_>, due: &mut Due, channel: Channel) -> Result<(), Stop> {
        let Some(pause) = due.channel_pause else { return Ok(()) };
        attempt.tried = self.try_one(channel, pause, due.now).await?;
        if attempt.tried.is_none() { Err(Fate::Refused(pause).into()) } else { Ok(()) }
    }
}

/// A notification that nothing stops.
pub(super) struct ReadyNotification {
    pub message: Message,
    /// The blind index of the recipient's address.
    pub recipient: String,
    pub review: Option<Review>,
}

impl Send {
    /// The list for a notification. Only requests' messages test whether a channel's pause can end.
    pub(super) async fn find_reason_of_notification(
        &self,
        attempt: &mut Attempt<'_>,
        notification: &Notification,
        now: Timestamp,
    ) -> Result<ReadyNotification, Stop> {
        let tenant = attempt.tenant;
        self.late(attempt)?;
        Self::not_due(notification, now)?;
        self.sends_nothing(tenant, notification, now).await?;
        let (record, sending) = self.store.sending_state(tenant).await?.ok_or(Fate::Gone)?;
        Self::may_have_left(notification, &sending)?;
        Self::ended(notification, &record, &sending, now)?;
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let (queue, store, links) = (&self.queue, &self.store, &self.links);
        let about = About { queue, store, links, tenant, notification, record: &record, keys: &keys, now };
        let draft = about.draft().await?;
        let recipient = keys.email_index(&draft.to);
        self.suppressed(&about, &draft, &recipient).await?;
        Self::held_back(draft.reader, &record, &sending, now)?;
        self.refused(tenant, &sending, now)?;
        Self::closed(&draft, now)?;
        self.without_slot(attempt, Channel::Email, None).await?;
        self.late(attempt)?;
        Ok(ReadyNotification { message: Message::Mail(draft.mail), recipient, review: draft.review })
    }

    /// It is settled, or claimed by another sender, or its outcome was unknown too often.
    fn not_due(notification: &Notification, now: Timestamp) -> Result<(), Stop> {
        match notification.step.verdict(now) {
            Verdict::Send => Ok(()),
            verdict => Err(Fate::Verdict(verdict).into()),
        }
    }

    /// It is only a reminder to delete what a decision about a review replaced.
    async fn sends_nothing(&self, tenant: &Tenant, notification: &Notification, now: Timestamp) -> Result<(), Stop> {
        let NotificationName::Replaced(review) = notification.name else { return Ok(()) };
        self.store.delete_replaced(tenant, review, now).await?;
        Err(Fate::Gone.into())
    }

    /// It may have left before the table was restored.
    fn may_have_left(notification: &Notification, sending: &SendingState) -> Result<(), Stop> {
        match sending.pauses.restored {
            Some(restored) if restored.forgot(&notification.step, notification.ordered_at) => {
                Err(Fate::LeftBefore(Vec::new()).into())
            }
            _ => Ok(()),
        }
    }

    /// The shop has ended.
    fn ended(
        notification: &Notification,
        record: &TenantRecord,
        sending: &SendingState,
        now: Timestamp,
    ) -> Result<(), Stop> {
        let end = record.pause(sending.pauses.all, now).filter(|_| record.state.ended_at.is_some());
        match (notification.name, end) {
            _ if record.is_erased() => Err(Fate::Gone.into()),
            (NotificationName::ShopEnd(_), _) | (_, None) => Ok(()),
            (NotificationName::Link(_), Some(_)) => Err(Fate::Gone.into()),
            (_, Some(pause)) => Err(Fate::Paused(pause).into()),
        }
    }

    /// The recipient must not be written to. What the law asks for also goes to somebody who unsubscribed.
    async fn suppressed(&self, about: &About<'_>, draft: &Draft, recipient: &str) -> Result<(), Stop> {
        let is_by_law = about.notification.name.is_due_by_law();
        let suppression = self.store.suppression(about.tenant, recipient, about.keys).await?;
        match (suppression.filter(|found| !is_by_law || !found.is_only_unsubscribed()), draft.reader) {
            (None, _) => Ok(()),
            (Some(_), Reader::Customer | Reader::Visitor) => Err(Fate::Gone.into()),
            (Some(_), Reader::Shop | Reader::Invited) => Err(Fate::Settled("suppressed").into()),
        }
    }

    /// A pause of sending or a suspension, if it is about such an email.
    fn held_back(reader: Reader, record: &TenantRecord, sending: &SendingState, now: Timestamp) -> Result<(), Stop> {
        let pause = record.pause(sending.pauses.all, now);
        let fate = match (reader, pause, sending.suspension) {
            (Reader::Shop, ..) | (Reader::Visitor | Reader::Customer, None, None) => return Ok(()),
            (Reader::Visitor, ..) => Fate::Gone,
            (Reader::Customer, Some(pause), _) => Fate::Paused(pause),
            (Reader::Customer, None, Some(suspension)) => Fate::Suspended(suspension),
            (Reader::Invited, _, suspension) => match (record.operators_pause(sending.pauses.all, now), suspension) {
                (Some(pause), _) => {
                    let look_at = later(now, PAUSED_LOOK_EVERY);
                    Fate::Wait(pause.until.map_or(look_at, |until| until.min(look_at)))
                }
                (None, Some(suspension)) => Fate::Suspended(suspension),
                (None, None) => return Ok(()),
            },
        };
        Err(fate.into())
    }

    /// SES rejects every email.
    fn refused(&self, tenant: &Tenant, sending: &SendingState, now: Timestamp) -> Result<(), Stop> {
        let pause = sending.pauses.of(Channel::Email).filter(|pause| tenant.mode == Mode::Live && !pause.is_over(now));
        match pause {
            Some(pause) => Err(Fate::Wait(later(pause.until.max(now), self.draw(pause.spread(now)))).into()),
            None => Ok(()),
        }
    }

    /// The shop's send window is closed.
    fn closed(draft: &Draft, now: Timestamp) -> Result<(), Stop> {
        match draft.opens_at.filter(|opens_at| *opens_at > now) {
            Some(opens_at) => Err(Fate::Wait(opens_at).into()),
            None => Ok(()),
        }
    }
}

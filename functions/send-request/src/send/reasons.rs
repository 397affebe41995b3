//! The reasons for which a message waits or is not sent. [`Send::find_reason`] lists them in the order in which they are looked for; the
//! first that applies decides. Each is a function that returns the message's [`Fate`] as an error.

use app::error::Error;
use app::message::{Message, TaggedMessage, TenantLinks, compose, own_words_of};
use app::queue::QUEUE_DELAY_MAX;
use domain::message::{
    Notification, NotificationName, Pause, Reader, SendingPause, Step, StepState, StopReason, Verdict,
};
use domain::request::Request;
use domain::review::Review;
use domain::values::{Channel, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::context::{RequestContext, SendContext, SendNeeds, SendingState};
use store::message::due::EARLY;
use store::message::recent_messages::RecentMessagesRecord;
use store::shop::TenantRecord;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};
use crate::send::pause::{is_live_email, later, must_wait};
use crate::send::{Attempt, CLAIMED_WITHIN, Send};

/// The longest wait for reports. By then, the alarm about missing reports has rung for a day.
const REPORTS_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// What a message belongs to, with its shop.
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub(super) enum Of {
    Request(RequestContext),
    Notification(Notification, TenantRecord),
}

impl Of {
    fn step(&self) -> Option<&Step> {
        match self {
            Self::Request(context) => context.request.step(),
            Self::Notification(notification, _) => Some(&notification.step),
        }
    }

    /// The request; `None` for a notification.
    fn request(&self) -> Option<&Request> {
        self.context().map(|context| &context.request)
    }

    pub(super) fn context(&self) -> Option<&RequestContext> {
        match self {
            Self::Request(context) => Some(context),
            Self::Notification(..) => None,
        }
    }

    /// The pause of sending that stops the message.
    fn pause(&self, sending: &SendingState, now: Timestamp) -> Option<SendingPause> {
        let all = sending.pauses.all;
        let (notification, shop) = match self {
            Self::Request(context) => return context.tenant.pause(all, now),
            Self::Notification(notification, shop) => (notification, shop),
        };
        match (notification.name, notification.name.reader()) {
            // This is about the shop's end, which is a pause for ever.
            (NotificationName::ShopEnd(_), _) => None,
            (_, Reader::Shop) if shop.ended_at.is_none() => None,
            (_, Reader::Invited) => SendingPause::longest(None, shop.operators_pause(all, now), now),
            (_, Reader::Shop | Reader::Customer | Reader::Visitor) => shop.pause(all, now),
        }
    }
}

/// A message that is due.
pub(super) struct Due {
    pub of: Of,
    pub sending: SendingState,
    pub now: Timestamp,
    /// The pause of sending.
    sending_pause: Option<SendingPause>,
    /// The pause of the channel, in which this message may only leave if it is the one that is tried.
    pub channel_pause: Option<Pause>,
    /// Whether nothing in its request stops the message.
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
    /// The review that must not change before a notification about it is claimed.
    pub review: Option<Review>,
}

impl Send {
    /// The message that an attempt is about.
    /// Errors: [`Fate::Nothing`] if the message is settled; a request's next step has its own wake-up.
    pub(super) async fn due(&self, attempt: &mut Attempt<'_>, of: TaggedMessage) -> Result<Due, Stop> {
        self.late(attempt)?;
        let (tenant, now) = (attempt.tenant, self.clock.now());
        let (of, sending) = match of {
            TaggedMessage::Step { request, step } => {
                let Some((context, sending)) = self.store.context_with_sending_state(tenant, request).await? else {
                    tracing::info!(request = request.get(), "ignored a wake-up of an unknown request");
                    return Err(Fate::Nothing.into());
                };
                if context.request.step_number() != step || context.tenant.is_erased() {
                    return Err(Fate::Nothing.into());
                }
                (Of::Request(context), sending)
            }
            TaggedMessage::Notification(name) => {
                let notification = self.store.one::<Notification>(tenant, name).await?;
                let is_owed = |notification: &Notification| notification.step.owed_at().is_some();
                let notification = notification.filter(is_owed).ok_or(Fate::Nothing)?;
                let shop = self.store.sending_state(tenant).await?.filter(|(shop, _)| !shop.is_erased());
                let Some((shop, sending)) = shop else {
                    self.store.drop_notification(tenant, &notification).await?;
                    return Err(Fate::Nothing.into());
                };
                (Of::Notification(notification, shop), sending)
            }
        };
        let sending_pause = of.pause(&sending, now);
        Ok(Due { of, sending, now, sending_pause, channel_pause: None, may_leave: false })
    }

    /// The list: what needs no read comes first, and what takes something from other messages comes last.
    pub(super) async fn find_reason(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<Ready, Stop> {
        Self::restored(attempt, due)?;
        Self::take_back_claims(attempt, due);
        Self::suspended(attempt, due)?;
        self.channel_paused(attempt, due)?;
        let ready = match &due.of {
            Of::Request(context) => self.stopped_by_rules(attempt.tenant, context, due.now).await?,
            Of::Notification(notification, shop) => {
                self.no_longer_true(attempt.tenant, notification, shop, due.now).await?
            }
        };
        Self::paused(attempt, due)?;
        Self::deferred(attempt, due)?;
        Self::unaffordable(attempt, due)?;
        self.without_reports(attempt, due).await?;
        self.without_address(attempt, due).await?;
        let channel = ready.message.channel();
        self.without_slot(attempt, channel, due.of.request()).await?;
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
        let Some(restored) = due.sending.pauses.restored else { return Ok(()) };
        let counters = match &mut due.of {
            Of::Request(RequestContext { request, tenant, .. }) => request.left_before(restored, &tenant.rules),
            Of::Notification(Notification { step, ordered_at, .. }, _) => {
                restored.forgot(step, *ordered_at).then(Vec::new)
            }
        };
        counters.map_or(Ok(()), |counters| Err(Fate::LeftBefore(counters).into()))
    }

    /// No reason: claims whose message was certainly not sent are void.
    fn take_back_claims(attempt: &Attempt<'_>, due: &mut Due) {
        let verdict = match &mut due.of {
            Of::Request(RequestContext { request, tenant, .. }) => {
                if attempt.released.iter().any(|owner| request.is_claimed_by(*owner)) {
                    request.throttled(None, due.now);
                }
                request.verdict(false, None, None, &tenant.rules, due.now)
            }
            Of::Notification(notification, _) => notification.step.verdict(due.now),
        };
        due.may_leave = verdict == Verdict::Send;
    }

    /// The shop's emails are suspended. This and the next reason come before the other reads, because they are not needed if the message
    /// waits.
    fn suspended(attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let is_affected = match &due.of {
            Of::Request(context) => is_live_email(attempt.tenant, &context.request),
            Of::Notification(notification, _) => notification.name.reader() != Reader::Shop,
        };
        let applies = due.may_leave && due.sending_pause.is_none() && is_affected;
        match due.sending.suspension.filter(|_| applies) {
            Some(suspension) => Err(Fate::Suspended(suspension).into()),
            None => Ok(()),
        }
    }

    /// The provider rejects every message. If sending is paused, too, this message must not test whether the provider accepts messages
    /// again. A notification never does.
    fn channel_paused(&self, attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let Some(step) = due.of.step() else { return Ok(()) };
        // In test mode nothing is sent, so no provider can reject it.
        let is_live = attempt.tenant.mode == Mode::Live;
        let pause = due.sending.pauses.of(step.channel).filter(|pause| is_live && !pause.is_over(due.now));
        let pause = pause.filter(|_| attempt.tried.is_none() && due.sending_pause.is_none());
        let waits = |pause: &Pause| due.of.request().is_none() || must_wait(step, *pause, due.now);
        let refused = pause.filter(|pause| due.may_leave && waits(pause));
        due.channel_pause = pause;
        refused.map_or(Ok(()), |pause| Err(Fate::Refused(pause).into()))
    }

    /// A stop rule, a suppression, the send window or the shop's cap. What passes is composed.
    async fn stopped_by_rules(&self, tenant: &Tenant, context: &RequestContext, now: Timestamp) -> Result<Ready, Stop> {
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
        Ok(Ready { message, recipient, recent, stop_index, review: None })
    }

    /// A notification is no longer true, or is not for its recipient, or its shop's send window is closed. What passes is composed.
    async fn no_longer_true(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        shop: &TenantRecord,
        now: Timestamp,
    ) -> Result<Ready, Stop> {
        let verdict = notification.step.verdict(now);
        if verdict != Verdict::Send {
            return Err(Fate::Verdict(verdict).into());
        }
        let keys = self.vault.tenant(tenant, &shop.root, now).await?;
        let (queue, store, links) = (&self.queue, &self.store, &self.links);
        let about = About { queue, store, links, tenant, notification, record: shop, keys: &keys, now };
        // Boxed, because it is large, and most wake-ups are for a request's message.
        let Draft { to, mail, opens_at, review } = Box::pin(about.draft()).await?;
        let recipient = keys.email_index(&to);
        let suppression = store.suppression(tenant, &recipient, &keys).await?;
        // What the law asks for also goes to somebody who unsubscribed.
        let stops = suppression.filter(|found| !notification.name.is_due_by_law() || !found.is_only_unsubscribed());
        if let Some(reason) = stops.and_then(|found| found.reasons.into_keys().max()) {
            return Err(Fate::Verdict(Verdict::Stop(reason.reason())).into());
        }
        if let Some(opens_at) = opens_at.filter(|opens_at| *opens_at > now) {
            return Err(Fate::Verdict(Verdict::Defer(opens_at, StopReason::SendWindow)).into());
        }
        Ok(Ready { message: Message::Mail(mail), recipient, recent: None, stop_index: None, review })
    }

    /// The shop's messages wait for the end of a pause.
    fn paused(_: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        due.sending_pause.map_or(Ok(()), |pause| Err(Fate::Paused(pause).into()))
    }

    /// Another wake-up comes once the message is due again. If each led to a try and came back, they would never become fewer.
    fn deferred(attempt: &mut Attempt<'_>, due: &mut Due) -> Result<(), Stop> {
        let deferred_until = due.of.context().and_then(|context| context.deferred_until);
        let until = deferred_until.filter(|until| until.duration_since(due.now) > EARLY);
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
        let (Some(request), now) = (due.of.request(), due.now) else { return Ok(()) };
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

//! The call to the provider, and the commit of its outcome.

use app::error::{Error, TryError, retry};
use app::message::wake::Wake;
use app::message::{Message, TaggedMessage};
use app::request::{Observed, RequestUpdate, save};
use domain::message::{BACK_OFF_MAX, EntryKind, Notification, Pause, Step, back_off};
use domain::request::{Counter, Request};
use domain::shop::ShopRules;
use domain::values::{Channel, Mode, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;
use store::message::evidence::is_noted;

use crate::fate::Fate;
use crate::provider::{NOT_CONNECTED, SendError, Tags};
use crate::send::Send;
use crate::send::pause::{is_live_email, later, log_late};
use crate::send::rejection::{Ambiguous, Provider, Refused};

/// The log's word for a message that its provider rejects for good.
const REFUSED: &str = "refused";

enum Outcome {
    /// The provider accepted the message with this id, or test mode captured it.
    Sent(String),
    /// The provider rejected the message for good, with this code.
    Rejected(String),
    /// The provider rejected the message. [`judge_refusal`](Send::judge_refusal) decides whether that is final, after
    /// the message's claim is released: the decision takes calls, and if the sender died in one of them, the message's
    /// outcome would be unknown.
    Refused(Refused),
    /// The message was not sent, for this reason. It is tried again at this time.
    Throttled(String, Timestamp),
    Unknown,
}

enum Judged {
    Fails,
    /// The message is tried again at this time.
    ComesBack(Timestamp),
}

/// A message that only this sender has.
pub(super) struct Claimed {
    pub item: Item,
    pub message: Message,
    /// The blind index of the recipient's address or number.
    pub recipient: String,
    /// The pause of the channel, if this is the only message that is tried during it.
    pub tried: Option<Pause>,
}

/// What a claimed message belongs to.
pub(super) enum Item {
    Request {
        request: Box<Request>,
        /// The claim; `None` once it is released.
        owner: Option<u64>,
        rules: ShopRules,
        /// The shop's endpoints, which are notified of the outcome.
        webhooks: Vec<Subscription>,
        wake: Wake,
    },
    Notification(Notification),
}

/// What became of a claimed message, as its item stores it.
enum Record<'a> {
    Sent(&'a str),
    Failed(&'a str),
    /// It has not left, for this reason, and is due again at this time.
    Released(&'a str, Timestamp),
    /// Its outcome is unknown. The claim stays, so that nobody tries again before the provider's report must have arrived.
    Unknown,
}

impl Item {
    fn step(&self) -> Option<&Step> {
        match self {
            Self::Request { request, .. } => request.step(),
            Self::Notification(notification) => Some(&notification.step),
        }
    }

    fn tagged(&self) -> TaggedMessage {
        match self {
            Self::Request { request, .. } => TaggedMessage::Step { request: request.id, step: request.step_number() },
            Self::Notification(notification) => TaggedMessage::Notification(notification.name),
        }
    }

    /// Whether it is noted that the provider accepted the message, so that `reconcile` sees if its report is missing. The acceptance of a
    /// reminder is not reported, and its delivery may take hours.
    fn is_noted(&self, tenant: &Tenant) -> bool {
        match self {
            Self::Request { request, .. } => {
                let is_first = request.step().is_some_and(|step| step.reminder == 0);
                is_first && is_live_email(tenant, request) && is_noted(request.id)
            }
            Self::Notification(_) => false,
        }
    }
}

/// The call to the provider about one message.
#[derive(Clone, Copy)]
struct Call<'a> {
    tags: Tags<'a>,
    channel: Channel,
    /// How often the message was not accepted before.
    throttled: u32,
    /// The pause in which only this message is tried.
    tried: Option<Pause>,
}

fn subject(of: TaggedMessage) -> (Option<u64>, Option<String>) {
    match of {
        TaggedMessage::Step { request, .. } => (Some(request.get()), None),
        TaggedMessage::Notification(name) => (None, Some(name.to_string())),
    }
}

impl Send {
    /// Makes the one call to the provider. Returns the outcome, the provider's state as the answer shows it, and when
    /// the call ended.
    async fn hand_over(&self, message: &Message, call: Call<'_>) -> (Outcome, Provider, Timestamp) {
        let Call { tags, channel, throttled, tried } = call;
        let sent = match (tags.tenant.mode, message) {
            (Mode::Live, Message::Mail(mail)) => self.mailer.send(mail, tags).await,
            (Mode::Live, Message::Text(text)) => self.sms_sender.send(text, tags, self.clock.now()).await,
            // In test mode nothing is sent. The message is composed again whenever somebody reads it.
            (Mode::Test, _) => Ok("captured".to_owned()),
        };
        let now = self.clock.now();
        let (request, notification) = subject(tags.of);
        let refusal = |code, is_rejection| {
            let refused = Refused { code, is_rejection };
            (self.refusal(channel, request, notification.as_deref(), refused), Provider::Unclear)
        };
        let (outcome, provider) = match sent {
            Ok(message_id) => {
                if tags.tenant.mode == Mode::Live {
                    self.last_accepted.note(channel, now);
                }
                (Outcome::Sent(message_id), Provider::Accepts)
            }
            Err(SendError::Rejected(code)) => refusal(code, true),
            Err(SendError::Ambiguous(code)) => refusal(code, false),
            Err(SendError::Full(code)) => {
                tracing::info!(request, notification, code, "the provider asked to slow down");
                (Outcome::Throttled(code, later(now, self.draw(back_off(throttled)))), Provider::Full)
            }
            Err(SendError::NotConnected) => {
                // One failed connection may be an accident, but two in a row are a fault.
                let is_alone = self.last_accepted.note_refusal(channel);
                tracing::warn!(request, notification, is_alone, "the provider could not be reached");
                let provider = if is_alone { Provider::Unclear } else { Provider::Refuses };
                (Outcome::Throttled(NOT_CONNECTED.to_owned(), self.again_at(throttled, tried, now)), provider)
            }
            Err(SendError::Throttled(code)) => {
                tracing::warn!(request, notification, code, "the provider does not send");
                (Outcome::Throttled(code, self.again_at(throttled, tried, now)), Provider::Refuses)
            }
            // Nothing waits for a provider: the next try leaves from the operator's address.
            Err(SendError::OwnSender(code)) => {
                tracing::warn!(request, notification, code, shop = %tags.tenant, "SES does not send as the shop");
                (Outcome::Throttled(code, later(now, self.draw(back_off(throttled)))), Provider::RefusesSender)
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(request, notification, cause, "the provider's answer was lost");
                (Outcome::Unknown, Provider::Refuses)
            }
        };
        (outcome, provider, now)
    }

    /// When a message that was not accepted is tried again. A message that was tried in a pause waits for the pause's
    /// end, so that it is tried again then.
    fn again_at(&self, throttled: u32, tried: Option<Pause>, now: Timestamp) -> Timestamp {
        let again_at = later(now, self.draw(back_off(throttled)));
        tried.map_or(again_at, |pause| again_at.max(pause.until))
    }

    /// A rejected message fails immediately only if the rejection is about this message and other messages are
    /// accepted.
    fn refusal(&self, channel: Channel, request: Option<u64>, notification: Option<&str>, refused: Refused) -> Outcome {
        let others_leave = self.last_accepted.note_refusal(channel);
        let is_final = others_leave && refused.is_rejection;
        // Metric filters in the template count the lines with `refused_by`, and those with `failure` by its value.
        let (code, failure) = (&refused.code, is_final.then_some(REFUSED));
        tracing::warn!(
            request,
            notification,
            code,
            refused_by = channel.as_str(),
            failure,
            "the provider refused a message"
        );
        if is_final { Outcome::Rejected(refused.code) } else { Outcome::Refused(refused) }
    }

    /// Decides about a rejected message whose claim is released: whether it fails, what state of the provider the
    /// rejection shows, and otherwise when the message is tried again.
    async fn judge_refusal(&self, call: Call<'_>, refused: &Refused, now: Timestamp) -> (Judged, Provider) {
        let Call { tags, channel, throttled, tried } = call;
        match self.judge_ambiguous(channel, tags.recipient, refused, throttled, tried, now).await {
            Ambiguous::Recipient => {
                let (request, notification) = subject(tags.of);
                let code = &refused.code;
                tracing::warn!(
                    request,
                    notification,
                    code,
                    failure = REFUSED,
                    "a message fails that is refused again and again"
                );
                (Judged::Fails, Provider::Unclear)
            }
            // This is later than the pause's end, so that another message is tried first.
            Ambiguous::Account => {
                let ends_at = tried.map_or(now, |pause| pause.until.max(now));
                (Judged::ComesBack(later(ends_at, self.draw(BACK_OFF_MAX))), Provider::Refuses)
            }
            Ambiguous::Open => (Judged::ComesBack(later(now, self.draw(back_off(throttled)))), Provider::Unclear),
        }
    }

    /// Hands a claimed message to its provider, and commits the outcome.
    pub(super) async fn submit(&self, tenant: &Tenant, claimed: Claimed) -> Result<(), Error> {
        let Claimed { mut item, message, recipient, tried } = claimed;
        let (channel, is_noted) = (message.channel(), item.is_noted(tenant));
        let (attempt, throttled, reminder) =
            item.step().map_or((0, 0, 0), |step| (step.unknown, step.throttled, step.reminder));
        let tags = Tags { tenant, of: item.tagged(), attempt, recipient: &recipient, reminder };
        let call = Call { tags, channel, throttled, tried };
        let (outcome, provider, now) = self.hand_over(&message, call).await;
        let (settled, provider) = match outcome {
            Outcome::Refused(refused) => self.settle_refused(&mut item, call, &refused, now).await,
            outcome => (self.settle_outcome(tenant, &mut item, outcome, now).await, provider),
        };
        if is_noted
            && matches!(provider, Provider::Accepts)
            && let Err(error) = self.store.note_accepted(now).await
        {
            tracing::warn!(%error, "cannot note that an email was accepted");
        }
        self.tell(tenant, channel, tried, provider, now).await;
        settled
    }

    async fn settle_outcome(
        &self,
        tenant: &Tenant,
        item: &mut Item,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<(), Error> {
        match outcome {
            Outcome::Sent(message_id) => self.record(tenant, item, &Record::Sent(&message_id), now).await,
            Outcome::Rejected(code) | Outcome::Refused(Refused { code, .. }) => {
                self.record(tenant, item, &Record::Failed(&code), now).await
            }
            Outcome::Throttled(reason, again_at) => match self.put_back(tenant, item, (&reason, again_at), now).await {
                Ok(()) => {
                    self.come_back(tenant, item, again_at).await;
                    Ok(())
                }
                Err(error) => self.release_unsaved(item, again_at, error).await,
            },
            Outcome::Unknown => {
                let until = item.step().and_then(Step::owed_at).unwrap_or(now);
                self.record(tenant, item, &Record::Unknown, now).await?;
                // The claim itself keeps others away until then.
                if let Item::Request { wake, .. } = item {
                    self.again(wake, until).await;
                }
                Ok(())
            }
        }
    }

    /// Releases the claim of a rejected message, then decides about the rejection. Also returns the provider's state
    /// according to the decision.
    async fn settle_refused(
        &self,
        item: &mut Item,
        call: Call<'_>,
        refused: &Refused,
        now: Timestamp,
    ) -> (Result<(), Error>, Provider) {
        let tenant = call.tags.tenant;
        let back_at = match item {
            Item::Request { .. } => now,
            Item::Notification(_) => later(now, self.draw(BACK_OFF_MAX)),
        };
        if let Err(error) = self.put_back(tenant, item, (&refused.code, back_at), now).await {
            let again_at = later(now, self.draw(back_off(call.throttled)));
            return (self.release_unsaved(item, again_at, error).await, Provider::Unclear);
        }
        let (judged, provider) = self.judge_refusal(call, refused, now).await;
        let settled = match judged {
            Judged::Fails => self.record(tenant, item, &Record::Failed(&refused.code), now).await,
            Judged::ComesBack(at) => {
                self.come_back(tenant, item, at).await;
                Ok(())
            }
        };
        (settled, provider)
    }

    /// Releases the claim of a message that was not sent, for this reason. It is due again at this time.
    async fn put_back(
        &self,
        tenant: &Tenant,
        item: &mut Item,
        (reason, at): (&str, Timestamp),
        now: Timestamp,
    ) -> Result<(), Error> {
        if let Item::Request { request, .. } = item {
            log_late(request, now);
        }
        self.record(tenant, item, &Record::Released(reason, at), now).await?;
        if let Item::Request { owner, .. } = item {
            *owner = None;
        }
        Ok(())
    }

    /// Defers a request's message, and queues its wake-up again if no other one will come. A notification's row says when it is due,
    /// and reconcile wakes it.
    async fn come_back(&self, tenant: &Tenant, item: &Item, at: Timestamp) {
        let Item::Request { request, wake, .. } = item else { return };
        if let Fate::Again(at) = self.put_off(tenant, request, at).await {
            self.again(wake, at).await;
        }
    }

    /// If the table could not store that a request's message was not sent, only its wake-up says so.
    async fn release_unsaved(&self, item: &Item, at: Timestamp, error: Error) -> Result<(), Error> {
        let Item::Request { owner, wake, .. } = item else { return Err(error) };
        tracing::warn!(%error, "cannot save that a message has not left");
        self.release(wake, owner.iter().copied().collect(), at).await
    }

    /// Records the outcome of a claim, if the claim is still ours.
    async fn record(&self, tenant: &Tenant, item: &mut Item, record: &Record<'_>, now: Timestamp) -> Result<(), Error> {
        let notification = match item {
            Item::Request { .. } => return self.commit(tenant, item, record, now).await,
            Item::Notification(notification) => notification,
        };
        match *record {
            Record::Sent(message_id) => notification.step.sent(message_id.to_owned(), now),
            Record::Failed(code) => notification.step.failed(code, now),
            Record::Released(_, at) => notification.step.throttled(at),
            Record::Unknown => return Ok(()),
        }
        if !self.store.save(tenant, notification).await? {
            let name = notification.name;
            tracing::info!(notification = %name, "a report settled the notification, or another has taken its place");
        }
        Ok(())
    }

    /// Records the outcome in a request. If the request changes meanwhile (opened, reviewed, cancelled), the outcome is still true.
    async fn commit(&self, tenant: &Tenant, item: &mut Item, record: &Record<'_>, now: Timestamp) -> Result<(), Error> {
        let Item::Request { request: claimed, owner, rules, webhooks, .. } = item else { return Ok(()) };
        let (owner, rules, webhooks) = (*owner, &*rules, &*webhooks);
        let (id, step) = (claimed.id, claimed.step_number());
        // The first try uses the request that was read before the call.
        let mut first = owner.map(|_| Request::clone(claimed));
        retry!(self.store, {
            let read = match first.take() {
                None => self.store.request(tenant, id).await?,
                first => first,
            };
            let Some(before) = read else { return Ok(()) };
            let is_ours = match owner {
                Some(owner) => before.is_claimed_by(owner),
                None => before.step_number() == step && before.step().is_some_and(Step::is_pending),
            };
            if !is_ours {
                // The provider's report or, after the claim's lease, another sender may have settled it meanwhile.
                tracing::info!(request = id.get(), "a message was settled by a report or claimed by another sender");
                return Ok(());
            }
            let mut request = before.clone();
            let counters = outcome(&mut request, record, (tenant, rules), now);
            let settled = matches!(record, Record::Sent(_) | Record::Failed(_)).then_some(step);
            // After a failure, the shop may create the request again.
            let frees = counters.contains(&Counter::Failed);
            let observed = Some(Observed { before: &before, webhooks, now: self.clock.now() });
            let change =
                RequestUpdate { counters: &counters, frees, message: settled, observed, ..RequestUpdate::default() };
            save(&self.store, tenant, &mut request, change).await?;
            if settled.is_some() {
                self.wake_next(tenant, &request, step).await;
            }
            **claimed = request;
            Ok::<_, TryError<Error>>(())
        })
    }
}

fn outcome(
    request: &mut Request,
    record: &Record<'_>,
    (tenant, rules): (&Tenant, &ShopRules),
    now: Timestamp,
) -> Vec<Counter> {
    match *record {
        Record::Sent(message_id) => {
            let how = match tenant.mode {
                Mode::Live => EntryKind::Sent,
                Mode::Test => EntryKind::Captured,
            };
            return request.sent(message_id.to_owned(), how, rules, now);
        }
        Record::Failed(code) => return request.failed(code, rules, now),
        Record::Released(reason, _) => request.throttled(Some(reason), now),
        Record::Unknown => request.outcome_unknown(now),
    }
    Vec::new()
}

//! The call to the provider, and the commit of its outcome.

use app::error::Error;
use app::message::wake::{Wake, wake_owed};
use app::message::{Message, TaggedMessage};
use app::request::{Observed, RequestUpdate, save};
use app::retry::{TryError, retry};
use domain::message::{BACK_OFF_MAX, EntryKind, Pause, Step, back_off};
use domain::request::{Counter, Request};
use domain::shop::ShopRules;
use domain::values::{Channel, Mode, RequestId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;

use crate::provider::{NOT_CONNECTED, SendError, Tags};
use crate::send::pause::{later, log_late};
use crate::send::rejection::{Ambiguous, Refused};
use crate::send::{Claimed, Send};

/// The log's word for a message that its provider rejects for good.
const REFUSED: &str = "refused";

pub(super) enum Outcome {
    /// The provider accepted it with this id, or test mode captured it.
    Sent(String),
    /// The provider rejected it for good, with this code.
    Rejected(String),
    /// The provider rejected it. [`judge_refusal`](Send::judge_refusal) decides whether for good, after the message's claim is
    /// released: judging takes calls, and a sender that died in one of them would leave a message with an unknown outcome.
    Refused(Refused),
    /// Not sent, for this reason. It is tried again at this time.
    Throttled(String, Timestamp),
    Unknown,
}

#[derive(Clone, Copy)]
pub(super) enum Provider {
    Accepts,
    /// It is at its rate limit.
    Full,
    /// It refuses everybody, or does not answer.
    Refuses,
    /// It rejected a message for a reason that is, or may be, that message's own.
    Unclear,
}

pub(super) enum Judged {
    Fails,
    /// It is tried again at this time.
    ComesBack(Timestamp),
}

/// A claim whose outcome is recorded.
#[derive(Clone, Copy)]
struct Claim<'a> {
    tenant: &'a Tenant,
    owner: u64,
    webhooks: &'a [Subscription],
    rules: &'a ShopRules,
    wake: &'a Wake,
    tags: Tags<'a>,
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
    /// Makes the one call to the provider. Returns its outcome, what it showed of the provider, and when it ended. `throttled`
    /// is how often the message was not accepted before.
    pub(super) async fn hand_over(
        &self,
        message: &Message,
        tags: Tags<'_>,
        throttled: u32,
        tried: Option<Pause>,
    ) -> (Outcome, Provider, Timestamp) {
        let sent = match (tags.tenant.mode, message) {
            (Mode::Live, Message::Mail(mail)) => self.mailer.send(mail, tags).await,
            (Mode::Live, Message::Text(text)) => self.sms_sender.send(text, tags).await,
            // In test mode nothing is sent: the message is composed again whenever it is read.
            (Mode::Test, _) => Ok("captured".to_owned()),
        };
        let (now, channel) = (self.clock.now(), message.channel());
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
                // One failed connection may be an accident; a second one in a row is not.
                let is_alone = self.last_accepted.note_refusal(channel);
                tracing::warn!(request, notification, is_alone, "the provider could not be reached");
                let provider = if is_alone { Provider::Unclear } else { Provider::Refuses };
                (Outcome::Throttled(NOT_CONNECTED.to_owned(), self.again_at(throttled, tried, now)), provider)
            }
            Err(SendError::Throttled(code)) => {
                tracing::warn!(request, notification, code, "the provider does not send");
                (Outcome::Throttled(code, self.again_at(throttled, tried, now)), Provider::Refuses)
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(request, notification, cause, "the provider's answer was lost");
                (Outcome::Unknown, Provider::Refuses)
            }
        };
        (outcome, provider, now)
    }

    /// When a message that was not accepted is tried again. A message that was tried in a pause waits for the pause's end, so
    /// that it is the one to be tried then.
    fn again_at(&self, throttled: u32, tried: Option<Pause>, now: Timestamp) -> Timestamp {
        let again_at = later(now, self.draw(back_off(throttled)));
        tried.map_or(again_at, |pause| again_at.max(pause.until))
    }

    /// A rejected message fails at once only if the rejection is about it and other messages are accepted.
    fn refusal(&self, channel: Channel, request: Option<u64>, notification: Option<&str>, refused: Refused) -> Outcome {
        let others_leave = self.last_accepted.note_refusal(channel);
        let is_final = others_leave && refused.is_rejection;
        // Metric filters of the template count the lines with `refused_by`, and those with `failure` by its value.
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

    /// Judges a rejected message whose claim is released: whether it fails, what the rejection shows about the provider, and
    /// otherwise when the message is tried again.
    pub(super) async fn judge_refusal(
        &self,
        tags: Tags<'_>,
        channel: Channel,
        refused: &Refused,
        throttled: u32,
        tried: Option<Pause>,
        now: Timestamp,
    ) -> (Judged, Provider) {
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
            // Later than the pause's end, so that another message is tried first.
            Ambiguous::Account => {
                let ends_at = tried.map_or(now, |pause| pause.until.max(now));
                (Judged::ComesBack(later(ends_at, self.draw(BACK_OFF_MAX))), Provider::Refuses)
            }
            Ambiguous::Open => (Judged::ComesBack(later(now, self.draw(back_off(throttled)))), Provider::Unclear),
        }
    }

    /// Pauses or resumes the channel by what a call showed about its provider. The message's own outcome is saved before,
    /// because that must not be lost.
    pub(super) async fn tell(&self, channel: Channel, tried: Option<Pause>, provider: Provider, now: Timestamp) {
        match provider {
            Provider::Accepts => self.accepts(channel, tried).await,
            Provider::Full => {
                self.accepts(channel, tried).await;
                self.slow_down(channel, now).await;
            }
            Provider::Refuses => self.refused(channel, tried, now).await,
            Provider::Unclear => {}
        }
    }

    pub(super) async fn submit(&self, tenant: &Tenant, claimed: Claimed, wake: &Wake) -> Result<(), Error> {
        let (channel, tried) = (claimed.message.channel(), claimed.tried);
        let (settled, provider, now) = self.hand_over_and_settle(tenant, claimed, wake).await;
        self.tell(channel, tried, provider, now).await;
        settled
    }

    async fn hand_over_and_settle(
        &self,
        tenant: &Tenant,
        claimed: Claimed,
        wake: &Wake,
    ) -> (Result<(), Error>, Provider, Timestamp) {
        let Claimed { request, message, recipient, owner, rules, webhooks, tried } = claimed;
        let step = request.step_number();
        let (attempt, throttled, reminder) =
            request.step().map_or((0, 0, 0), |step| (step.unknown, step.throttled, step.reminder));
        let of = TaggedMessage::Step { request: request.id, step };
        let tags = Tags { tenant, of, attempt, recipient: &recipient, reminder };
        let claim = Claim { tenant, owner, webhooks: &webhooks, rules: &rules, wake, tags, throttled, tried };
        let (outcome, provider, now) = self.hand_over(&message, tags, throttled, tried).await;
        let settled = match outcome {
            Outcome::Sent(message_id) => {
                let how = match tenant.mode {
                    Mode::Live => EntryKind::Sent,
                    Mode::Test => EntryKind::Captured,
                };
                self.commit(claim, request, Some(step), |request| request.sent(message_id.clone(), how, &rules, now))
                    .await
            }
            Outcome::Rejected(code) => {
                self.commit(claim, request, Some(step), |request| request.failed(&code, &rules, now)).await
            }
            Outcome::Refused(refused) => {
                let channel = message.channel();
                let (settled, provider) = self.settle_refused(claim, request, channel, &refused, provider, now).await;
                return (settled, provider, now);
            }
            Outcome::Throttled(reason, again_at) => match self.put_back(claim, request, &reason, now).await {
                Ok(()) => {
                    self.again(wake, again_at).await;
                    Ok(())
                }
                Err(error) => self.release_unsaved(wake, owner, again_at, &error).await,
            },
            Outcome::Unknown => self.note_unknown(claim, request, now).await,
        };
        (settled, provider, now)
    }

    /// Puts a rejected message back, then judges the rejection. Also returns what that shows about the provider; `provider` is
    /// what the call showed.
    async fn settle_refused(
        &self,
        claim: Claim<'_>,
        request: Request,
        channel: Channel,
        refused: &Refused,
        provider: Provider,
        now: Timestamp,
    ) -> (Result<(), Error>, Provider) {
        let Claim { owner, wake, tags, throttled, tried, .. } = claim;
        let (id, step) = (request.id, request.step_number());
        if let Err(error) = self.put_back(claim, request, &refused.code, now).await {
            let again_at = later(now, self.draw(back_off(throttled)));
            return (self.release_unsaved(wake, owner, again_at, &error).await, provider);
        }
        let (judged, provider) = self.judge_refusal(tags, channel, refused, throttled, tried, now).await;
        let settled = match judged {
            Judged::Fails => self.fail(claim, id, step, &refused.code).await,
            Judged::ComesBack(at) => {
                self.again(wake, at).await;
                Ok(())
            }
        };
        (settled, provider)
    }

    /// Notes that the outcome is unknown, and queues a later check of the provider's reports.
    async fn note_unknown(&self, claim: Claim<'_>, request: Request, now: Timestamp) -> Result<(), Error> {
        let until = request.owed_at().unwrap_or(now);
        let noted = self.commit(claim, request, None, |request| {
            request.outcome_unknown(now);
            Vec::new()
        });
        noted.await?;
        self.again(claim.wake, until).await;
        Ok(())
    }

    /// Releases the claim of a message that has not left, for this reason.
    async fn put_back(&self, claim: Claim<'_>, request: Request, reason: &str, now: Timestamp) -> Result<(), Error> {
        log_late(&request, now);
        let released = self.commit(claim, request, None, |request| {
            request.throttled(Some(reason), now);
            Vec::new()
        });
        released.await
    }

    /// If it could not be saved that a message has not left, only its wake-up carries that.
    async fn release_unsaved(&self, wake: &Wake, owner: u64, at: Timestamp, error: &Error) -> Result<(), Error> {
        tracing::warn!(%error, "cannot save that a message has not left");
        self.release(wake, vec![owner], at).await
    }

    /// Fails a message that was put back, unless it has changed since.
    async fn fail(&self, claim: Claim<'_>, id: RequestId, step: usize, code: &str) -> Result<(), Error> {
        let Claim { tenant, rules, .. } = claim;
        retry!(self.store, {
            let Some(request) = self.store.request(tenant, id).await? else { return Ok(()) };
            let is_back = request.step_number() == step && request.step().is_some_and(Step::is_pending);
            if !is_back {
                return Ok(());
            }
            let now = self.clock.now();
            self.save_outcome(claim, &request, Some(step), |request| request.failed(code, rules, now)).await
        })
    }

    /// Records the outcome of a claim as long as the claim is ours. `settled` is the step that it settled. The request may
    /// change meanwhile (opened, reviewed, cancelled); the outcome is still true.
    async fn commit(
        &self,
        claim: Claim<'_>,
        claimed: Request,
        settled: Option<usize>,
        outcome: impl Fn(&mut Request) -> Vec<Counter>,
    ) -> Result<(), Error> {
        let Claim { tenant, owner, .. } = claim;
        let id = claimed.id;
        let mut claimed = Some(claimed);
        retry!(self.store, {
            // The first try uses the request that was already read.
            let read = match claimed.take() {
                None => self.store.request(tenant, id).await?,
                claimed => claimed,
            };
            let Some(request) = read else { return Ok(()) };
            if !request.is_claimed_by(owner) {
                // The provider's report or, after the lease, another sender may have settled it meanwhile.
                tracing::info!(
                    request = request.id.get(),
                    "a message was settled by a report or claimed by another sender"
                );
                return Ok(());
            }
            self.save_outcome(claim, &request, settled, &outcome).await
        })
    }

    /// Saves a request's outcome over the version that was read, and wakes the sender of the next message.
    async fn save_outcome(
        &self,
        Claim { tenant, webhooks, .. }: Claim<'_>,
        before: &Request,
        settled: Option<usize>,
        outcome: impl Fn(&mut Request) -> Vec<Counter>,
    ) -> Result<(), TryError<Error>> {
        let (mut request, now) = (before.clone(), self.clock.now());
        let counters = outcome(&mut request);
        // After a failure, the shop may create the request again.
        let frees = counters.contains(&Counter::Failed);
        let observed = Some(Observed { before, webhooks, now });
        let change =
            RequestUpdate { counters: &counters, frees, message: settled, observed, ..RequestUpdate::default() };
        save(&self.store, tenant, &mut request, change).await?;
        if settled.is_some_and(|step| request.step_number() > step) {
            wake_owed(&self.queue, Some(&self.schedules), tenant, &request, self.clock.now()).await;
        }
        Ok(())
    }
}

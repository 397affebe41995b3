//! The call to the provider, and the commit of its outcome.

use app::error::{Error, TryError, retry};
use app::message::wake::{Wake, wake_owed};
use app::message::{Message, TaggedMessage};
use app::request::{Observed, RequestUpdate, save};
use domain::message::{BACK_OFF_MAX, EntryKind, Pause, Step, back_off};
use domain::request::{Counter, Request};
use domain::shop::ShopRules;
use domain::values::{Channel, Mode, RequestId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;

use crate::provider::{NOT_CONNECTED, SendError, Tags};
use crate::send::pause::{later, log_late};
use crate::send::rejection::{Ambiguous, Provider, Refused};
use crate::send::reports::is_noted_when_accepted;
use crate::send::{Claimed, Send};

/// The log's word for a message that its provider rejects for good.
const REFUSED: &str = "refused";

pub(super) enum Outcome {
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

pub(super) enum Judged {
    Fails,
    /// The message is tried again at this time.
    ComesBack(Timestamp),
}

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
    /// Makes the one call to the provider. Returns the outcome, the provider's state as the answer shows it, and when
    /// the call ended. `throttled` is how often the message was not accepted before.
    pub(super) async fn hand_over(
        &self,
        message: &Message,
        tags: Tags<'_>,
        throttled: u32,
        tried: Option<Pause>,
    ) -> (Outcome, Provider, Timestamp) {
        let sent = match (tags.tenant.mode, message) {
            (Mode::Live, Message::Mail(mail)) => self.mailer.send(mail, tags).await,
            (Mode::Live, Message::Text(text)) => self.sms_sender.send(text, tags, self.clock.now()).await,
            // In test mode nothing is sent. The message is composed again whenever somebody reads it.
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
            // This is later than the pause's end, so that another message is tried first.
            Ambiguous::Account => {
                let ends_at = tried.map_or(now, |pause| pause.until.max(now));
                (Judged::ComesBack(later(ends_at, self.draw(BACK_OFF_MAX))), Provider::Refuses)
            }
            Ambiguous::Open => (Judged::ComesBack(later(now, self.draw(back_off(throttled)))), Provider::Unclear),
        }
    }

    pub(super) async fn submit(&self, tenant: &Tenant, claimed: Claimed, wake: &Wake) -> Result<(), Error> {
        let (channel, tried) = (claimed.message.channel(), claimed.tried);
        let is_noted = is_noted_when_accepted(tenant, &claimed.request);
        let (settled, provider, now) = self.hand_over_and_settle(tenant, claimed, wake).await;
        if is_noted && matches!(provider, Provider::Accepts) {
            self.note_accepted(now).await;
        }
        self.tell(tenant, channel, tried, provider, now).await;
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

    /// Releases the claim of a rejected message, then decides about the rejection. Also returns the provider's state
    /// according to the decision; `provider` is the state according to the call.
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

    /// Records that the outcome is unknown, and queues a later check of the provider's reports.
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

    /// Releases the claim of a message that was not sent, for this reason.
    async fn put_back(&self, claim: Claim<'_>, request: Request, reason: &str, now: Timestamp) -> Result<(), Error> {
        log_late(&request, now);
        let released = self.commit(claim, request, None, |request| {
            request.throttled(Some(reason), now);
            Vec::new()
        });
        released.await
    }

    /// If the table could not store that a message was not sent, only its wake-up says so.
    async fn release_unsaved(&self, wake: &Wake, owner: u64, at: Timestamp, error: &Error) -> Result<(), Error> {
        tracing::warn!(%error, "cannot save that a message has not left");
        self.release(wake, vec![owner], at).await
    }

    /// Fails a message whose claim was released, unless it has changed since.
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

    /// Records the outcome of a claim if the claim is still ours. `settled` is the step that the outcome settled. If
    /// the request changes meanwhile (opened, reviewed, cancelled), the outcome is still true.
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
            // The first try uses the request that was read before the call.
            let read = match claimed.take() {
                None => self.store.request(tenant, id).await?,
                claimed => claimed,
            };
            let Some(request) = read else { return Ok(()) };
            if !request.is_claimed_by(owner) {
                // The provider's report or, after the claim's lease, another sender may have settled it meanwhile.
                tracing::info!(
                    request = request.id.get(),
                    "a message was settled by a report or claimed by another sender"
                );
                return Ok(());
            }
            self.save_outcome(claim, &request, settled, &outcome).await
        })
    }

    /// Saves a request's outcome if the request is still in the version that was read, and wakes the sender for the
    /// next message.
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

//! The call to the provider, and the commit of its outcome.

use app::message::Message;
use app::message::wake::wake_owed;
use app::request::{Observed, RequestUpdate, save};
use app::retry::retry;
use app::{Error, TagsOf, Wake};
use domain::{BACK_OFF_MAX, Channel, Counter, EntryKind, Mode, Pause, Request, Subscription, Tenant, back_off};
use jiff::Timestamp;

use crate::provider::{SendError, Tags};
use crate::send::doubt::Doubt;
use crate::send::pause::{later, log_late};
use crate::send::{Claimed, Send};

/// The failure of a message that its provider does not take for good, in the log.
const REFUSED: &str = "refused";

/// The outcome of handing a message to its provider.
pub(super) enum Outcome {
    /// The provider accepted it, under this id; in test mode it was captured.
    Sent(String),
    /// The provider rejected it for good, with this code.
    Rejected(String),
    /// Not sent, for this reason; to be tried again at this time.
    Throttled(String, Timestamp),
    /// The provider's answer was lost.
    Unknown,
}

/// The provider's state, as a call of it shows.
#[derive(Clone, Copy)]
pub(super) enum Provider {
    /// A provider that accepts messages.
    Accepts,
    /// A provider that has more messages than it takes.
    Full,
    /// A provider that refuses everybody, or does not answer.
    Refuses,
    /// A provider that refused a message for a reason that is, or may be, that one's.
    Unclear,
}

/// A claim whose outcome is recorded.
struct Claim<'a> {
    tenant: &'a Tenant,
    owner: u64,
    webhooks: &'a [Subscription],
}

impl Send {
    /// The one call to the provider, what that shows of it, and when it was over. `throttled` is how often the message was
    /// not taken before.
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
            // Nothing leaves in test mode: the message is composed again whenever it is read.
            (Mode::Test, _) => Ok("captured".to_owned()),
        };
        let (now, channel) = (self.clock.now(), message.channel());
        let (request, letter) = match tags.of {
            TagsOf::Step { request, .. } => (Some(request.get()), None),
            TagsOf::Letter(name) => (None, Some(name.to_string())),
        };
        let (outcome, provider) = match sent {
            Ok(message_id) => {
                if tags.tenant.mode == Mode::Live {
                    self.last_accepted.note(channel, now);
                }
                (Outcome::Sent(message_id), Provider::Accepts)
            }
            Err(SendError::Rejected(code)) => {
                // A metric filter of the template counts the lines with `failure`, by its value.
                tracing::error!(request, letter, code, failure = REFUSED, "the provider rejected a message");
                (Outcome::Rejected(code), Provider::Unclear)
            }
            Err(SendError::Full(code)) => {
                tracing::info!(request, letter, code, "the provider asked to slow down");
                let again_at = later(now, self.draw(back_off(throttled)));
                (Outcome::Throttled(code, again_at), Provider::Full)
            }
            Err(SendError::Throttled(code)) => {
                tracing::warn!(request, letter, code, "the provider does not send");
                let again_at = later(now, self.draw(back_off(throttled)));
                // Not before the pause ends: then it is this message that is tried.
                let again_at = tried.map_or(again_at, |pause| again_at.max(pause.until));
                (Outcome::Throttled(code, again_at), Provider::Refuses)
            }
            Err(SendError::Doubtful(code)) => {
                let doubt = self.doubt(channel, tags.recipient, throttled, tried, now).await;
                let failure = matches!(doubt, Doubt::Recipient).then_some(REFUSED);
                tracing::warn!(request, letter, code, ?doubt, failure, "the provider refused a message");
                match doubt {
                    Doubt::Recipient => (Outcome::Rejected(code), Provider::Unclear),
                    // Later than the pause's end, so that another one is tried first.
                    Doubt::Account => {
                        let ends_at = tried.map_or(now, |pause| pause.until.max(now));
                        (Outcome::Throttled(code, later(ends_at, self.draw(BACK_OFF_MAX))), Provider::Refuses)
                    }
                    Doubt::Open => {
                        (Outcome::Throttled(code, later(now, self.draw(back_off(throttled)))), Provider::Unclear)
                    }
                }
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(request, letter, cause, "the provider's answer was lost");
                (Outcome::Unknown, Provider::Refuses)
            }
        };
        (outcome, provider, now)
    }

    /// Tells the others what a call showed of its provider, once the message's own outcome is saved: of both, that is what
    /// must not be lost.
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

    /// Hands a claimed message over, and commits what came of it.
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
        let of = TagsOf::Step { request: request.id, step };
        let tags = Tags { tenant, of, attempt, recipient: &recipient, reminder };
        let claim = Claim { tenant, owner, webhooks: &webhooks };
        let (outcome, provider, now) = self.hand_over(&message, tags, throttled, tried).await;
        let settled = match outcome {
            Outcome::Sent(message_id) => {
                let how = match tenant.mode {
                    Mode::Live => EntryKind::Sent,
                    Mode::Test => EntryKind::Captured,
                };
                self.commit(&claim, request, Some(step), |request| request.sent(message_id.clone(), how, &rules, now))
                    .await
            }
            Outcome::Rejected(code) => {
                self.commit(&claim, request, Some(step), |request| request.failed(&code, &rules, now)).await
            }
            Outcome::Throttled(reason, again_at) => {
                log_late(&request, now);
                let released = self.commit(&claim, request, None, |request| {
                    request.throttled(Some(&reason), now);
                    Vec::new()
                });
                match released.await {
                    Ok(()) => {
                        self.again(wake, again_at).await;
                        Ok(())
                    }
                    Err(error) => {
                        tracing::warn!(%error, "cannot save that a message has not left");
                        self.release(wake, vec![owner], again_at).await
                    }
                }
            }
            Outcome::Unknown => {
                let until = request.owed_at().unwrap_or(now);
                let noted = self.commit(&claim, request, None, |request| {
                    request.outcome_unknown(now);
                    Vec::new()
                });
                let noted = noted.await;
                if noted.is_ok() {
                    self.again(wake, until).await;
                }
                noted
            }
        };
        (settled, provider, now)
    }

    /// Records the outcome of a claim, as long as the claim is ours; `settled` is the step that it settled. The
    /// request may change meanwhile (opened, reviewed, cancelled): the outcome is still true.
    async fn commit(
        &self,
        &Claim { tenant, owner, webhooks }: &Claim<'_>,
        claimed: Request,
        settled: Option<usize>,
        outcome: impl Fn(&mut Request) -> Vec<Counter>,
    ) -> Result<(), Error> {
        let id = claimed.id;
        let mut claimed = Some(claimed);
        retry!(self.store, {
            // The first try needs no read.
            let read = match claimed.take() {
                None => self.store.request(tenant, id).await?,
                claimed => claimed,
            };
            let Some(before) = read else { return Ok(()) };
            let (mut request, now) = (before.clone(), self.clock.now());
            if !request.is_claimed_by(owner) {
                // Its provider's report may have settled it meanwhile, or, after its lease, another sender.
                tracing::info!(
                    request = request.id.get(),
                    "a message was settled by a report or claimed by another sender"
                );
                return Ok(());
            }
            let counters = outcome(&mut request);
            // After a failure the shop may create the request again.
            let frees = counters.contains(&Counter::Failed);
            let observed = Some(Observed { before: &before, webhooks, queue: &self.webhooks, now });
            let change =
                RequestUpdate { counters: &counters, frees, message: settled, observed, ..RequestUpdate::default() };
            save(&self.store, tenant, &mut request, change).await?;
            if settled.is_some_and(|step| request.step_number() > step) {
                wake_owed(&self.queue, Some(&self.schedules), tenant, &request, self.clock.now()).await;
            }
            Ok(())
        })
    }
}

//! The call to the provider, and the commit of its outcome.

use app::message::Message;
use app::message::wake::wake_owed;
use app::request::{Observed, RequestUpdate, save};
use app::retry::retry;
use app::{Error, TagsOf, Wake};
use domain::{BACK_OFF_MAX, Counter, EntryKind, Mode, Pause, Request, Subscription, Tenant, back_off};
use jiff::Timestamp;
use store::Refusal;

use crate::provider::{SendError, Tags};
use crate::send::doubt::Doubt;
use crate::send::pause::later;
use crate::send::{Claimed, Send};

/// The outcome of handing a message to its provider.
pub(super) enum Outcome {
    /// The provider accepted it, under this id; in test mode it was captured.
    Sent(String),
    /// The provider rejected it for good, with this code.
    Rejected(String),
    /// Not sent; to be tried again at this time.
    Throttled(Timestamp),
    /// The provider's answer was lost.
    Unknown,
}

/// A claim whose outcome is recorded.
struct Claim<'a> {
    tenant: &'a Tenant,
    owner: u64,
    webhooks: &'a [Subscription],
}

impl Send {
    /// The one call to the provider, and when it was over. A provider that refuses pauses its channel. `throttled` is how
    /// often it asked to slow down before, `refusal` the last SMS that it refused, if this is one.
    pub(super) async fn hand_over(
        &self,
        message: &Message,
        tags: Tags<'_>,
        throttled: u32,
        tried: Option<Pause>,
        refusal: Option<&Refusal>,
    ) -> (Outcome, Timestamp) {
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
        if matches!(sent, Ok(_) | Err(SendError::Rejected(_))) {
            self.answered(channel, tried).await;
        }
        let outcome = match sent {
            Ok(message_id) => {
                self.others_leave(tags.recipient, refusal).await;
                Outcome::Sent(message_id)
            }
            Err(SendError::Rejected(code)) => {
                tracing::error!(request, letter, code, "the provider rejected a message");
                Outcome::Rejected(code)
            }
            Err(SendError::Throttled(code)) => {
                tracing::warn!(request, letter, code, "the provider asked to slow down");
                let again_at = later(now, self.draw(back_off(throttled)));
                // Not before the pause ends: then it is this message that is tried.
                Outcome::Throttled(again_at.max(self.refused(channel, tried, now).await))
            }
            Err(SendError::Doubtful(code)) => {
                let doubt = self.doubt(tags.recipient, throttled, refusal, tried, now).await;
                tracing::warn!(request, code, ?doubt, "the provider refused an SMS");
                match doubt {
                    Doubt::Recipient => {
                        self.answered(channel, tried).await;
                        Outcome::Rejected(code)
                    }
                    // Later than the pause's end, so that another one is tried first.
                    Doubt::Account => {
                        Outcome::Throttled(later(self.refused(channel, tried, now).await, self.draw(BACK_OFF_MAX)))
                    }
                    Doubt::Open => Outcome::Throttled(later(now, self.draw(back_off(throttled)))),
                }
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(request, letter, cause, "the provider's answer was lost");
                self.refused(channel, tried, now).await;
                Outcome::Unknown
            }
        };
        (outcome, now)
    }

    /// Hands a claimed message over, and commits what came of it.
    pub(super) async fn submit(&self, tenant: &Tenant, claimed: Claimed, wake: &Wake) -> Result<(), Error> {
        let Claimed { request, message, recipient, owner, rules, webhooks, tried, refusal } = claimed;
        let step = request.step_number();
        let (attempt, throttled, reminder) =
            request.step().map_or((0, 0, 0), |step| (step.unknown, step.throttled, step.reminder));
        let of = TagsOf::Step { request: request.id, step };
        let tags = Tags { tenant, of, attempt, recipient: &recipient, reminder };
        let claim = Claim { tenant, owner, webhooks: &webhooks };
        let (outcome, now) = self.hand_over(&message, tags, throttled, tried, refusal.as_ref()).await;
        match outcome {
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
            Outcome::Throttled(again_at) => {
                let released = self.commit(&claim, request, None, |request| {
                    request.throttled(again_at, now);
                    Vec::new()
                });
                match released.await {
                    Ok(()) => self.again(wake, again_at).await,
                    Err(error) => {
                        tracing::warn!(%error, "cannot save that a message has not left");
                        self.again(&wake.releasing(owner), again_at).await
                    }
                }
            }
            Outcome::Unknown => {
                let until = request.owed_at().unwrap_or(now);
                self.commit(&claim, request, None, |request| {
                    request.outcome_unknown(now);
                    Vec::new()
                })
                .await?;
                self.again(wake, until).await
            }
        }
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

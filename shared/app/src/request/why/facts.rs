//! The facts about a request outside its own row: what may stop its message or keep it waiting.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::message::{Step, StepState, Suppression, Verdict};
use domain::request::Obstacles;
use domain::values::{Channel, Mode, Phone, Tenant};
use jiff::Timestamp;
use store::context::{RequestContext, SendNeeds, SendingState};
use store::request::personal::RequestRecipient;
use store::table::Store;
use vault::{TenantKeys, Vault};

use crate::error::Error;

pub(super) struct Facts {
    pub(super) obstacles: Obstacles,
    /// Until when the message waits for its provider.
    pub(super) deferred_until: Option<Timestamp>,
    /// Why the address or number must not be written to, and since when.
    pub(super) suppressed: BTreeMap<Suppression, Timestamp>,
}

pub(super) struct ReadFacts<'a> {
    pub(super) store: &'a Store,
    pub(super) vault: &'a Arc<Vault>,
    pub(super) tenant: &'a Tenant,
    pub(super) keys: &'a TenantKeys,
    pub(super) now: Timestamp,
}

impl ReadFacts<'_> {
    pub(super) async fn of(&self, context: &RequestContext, sending: &SendingState) -> Result<Facts, Error> {
        let sealed = context.open(self.keys)?;
        let last = context.request.step();
        let recipient = last.and_then(|step| sealed.as_ref()?.index(step.channel, self.keys));
        let pending = last.filter(|step| step.state == StepState::Pending);
        let verdict = match pending {
            Some(step) => Some(self.verdict(context, step, sealed.as_ref(), recipient.as_deref()).await?),
            None => None,
        };
        // In test mode, no message leaves, so nothing can keep it waiting.
        let is_live = self.tenant.mode == Mode::Live;
        let suspension = match sending.suspension.filter(|_| is_live) {
            Some(suspension) => Some((suspension, self.store.last_mails(self.tenant).await?.0.ends_at(suspension))),
            None => None,
        };
        let channel = pending.map(|step| step.channel).filter(|_| is_live);
        let pause = channel.and_then(|channel| sending.pauses.of(channel)).filter(|pause| !pause.is_over(self.now));
        let sending_pause = context.tenant.pause(sending.pauses.all, self.now);
        let obstacles = Obstacles { verdict, sending_pause, suspension, pause };
        // The suppression of the address or number of the message that decides the request's outcome.
        let (_, step) = context.request.outcome(self.tenant.mode, &obstacles, &context.tenant.rules, self.now);
        let suppressed = match step.and_then(|step| sealed.as_ref()?.index(step.channel, self.keys)) {
            Some(index) => self.store.suppression(self.tenant, &index, self.keys).await?,
            None => None,
        };
        Ok(Facts {
            obstacles,
            deferred_until: context.deferred_until,
            suppressed: suppressed.map(|suppressed| suppressed.reasons).unwrap_or_default(),
        })
    }

    /// The verdict of the stop rules on a pending message when it is due.
    async fn verdict(
        &self,
        context: &RequestContext,
        step: &Step,
        sealed: Option<&RequestRecipient>,
        recipient: Option<&str>,
    ) -> Result<Verdict, Error> {
        let (request, rules) = (&context.request, &context.tenant.rules);
        let at = step.due_at.max(self.now);
        let Some((sealed, recipient)) = sealed.zip(recipient) else {
            return Ok(request.verdict(true, None, None, rules, at));
        };
        let phone = sealed.phone.as_ref().filter(|_| step.channel == Channel::Sms);
        let stop_index = match phone {
            Some(phone) => self.stop_index(phone).await?,
            None => None,
        };
        let needs = SendNeeds { cap: rules.messages_a_month, own_words: None };
        let found =
            self.store.send_context(self.tenant, recipient, stop_index.as_deref(), request, needs, self.keys).await?;
        let verdict = request.verdict(false, found.suppression, found.order.as_ref(), rules, at);
        Ok(match (verdict, found.recent) {
            (Verdict::Send, Some(recent)) => request.verdict_by_cap(&recent.messages, rules, at),
            (verdict, _) => verdict,
        })
    }

    /// The number's index among the numbers that replied `STOP`.
    async fn stop_index(&self, phone: &Phone) -> Result<Option<String>, Error> {
        let Some(service) = self.store.service().await? else { return Ok(None) };
        Ok(Some(self.vault.service(&service.root, self.now).await?.stop_index(phone)))
    }
}

//! The emails to a shop's owners about its end, or about its restoration.

use app::error::Error;
use app::message::Message;
use app::message::mail::{self, ToldProblem};
use domain::values::{MemberId, RequestId, Tenant};
use jiff::Timestamp;
use members::Member;
use store::context::SendingState;

use crate::send::Send;
use crate::send::notification::{Fate, Ready};

impl Send {
    /// Judges an email to the owner's address (`None`) or to a member. It says how things are when it leaves. It leaves
    /// although the shop has ended, because after thirty days it is too late.
    pub(super) async fn judge_end(&self, tenant: &Tenant, id: Option<MemberId>, now: Timestamp) -> Result<Fate, Error> {
        let Some((record, members)) = members::Rows(&self.store).shop_and_members(tenant, now).await? else {
            return Ok(Fate::Drop);
        };
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let owner = record.owner_email(tenant, &keys)?;
        let member = id.and_then(|id| members.find(&id)).filter(|member| member.is_owner());
        let to = match (id, member) {
            (None, _) => owner.clone(),
            (Some(_), Some(member)) => members.email(&member.id, &keys)?,
            (Some(_), None) => None,
        };
        let Some(to) = to else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(&to);
        if id.is_some() && owner.is_some_and(|owner| keys.email_index(&owner) == recipient) {
            return Ok(Fate::Settled("the same address as the owner's"));
        }
        if self.store.suppression(tenant, &recipient, &keys).await?.is_some() {
            return Ok(Fate::Settled("suppressed"));
        }
        let sending = SendingState { pauses: self.store.pauses().await?, suspension: None };
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        let (shop, url) = (self.shown(record.shop), self.links.console_of(tenant));
        let shop = shop.with_language(member.and_then(|member: &Member| member.language));
        let mail = match record.state.ended_at {
            Some(ended_at) => mail::ended(&shop, &to, ended_at, record.state.ended_by, url)?,
            None => mail::restored(&shop, &to, url)?,
        };
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })))
    }
}

// The email to the shop about a problem with an order.
impl Send {
    /// A customer waits for the shop's answer. So neither a pause of sending nor a suspension holds this email back:
    /// both are about emails to customers.
    pub(super) async fn judge_problem(
        &self,
        tenant: &Tenant,
        (id, number): (RequestId, u32),
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let Some((context, SendingState { pauses, .. })) = self.store.context_with_sending_state(tenant, id).await?
        else {
            return Ok(Fate::Drop);
        };
        if context.tenant.ended_at.is_some() {
            return Ok(Fate::Paused(Box::new(context.tenant)));
        }
        let keys = self.vault.tenant(tenant, &context.tenant.root, now).await?;
        let (problem, customer) = (self.store.problem(tenant, id, number, &keys).await?, context.open(&keys)?);
        let to = context.tenant.problems_to(tenant, &keys)?;
        let (Some(problem), Some(customer), Some(to)) = (problem, customer, to) else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(&to);
        if self.store.suppression(tenant, &recipient, &keys).await?.is_some() {
            return Ok(Fate::Settled("suppressed"));
        }
        if let Some(fate) = self.kept_back(tenant, &SendingState { pauses, suspension: None }, now).await? {
            return Ok(fate);
        }
        let request = &context.request;
        let products = self.store.display_context(tenant, request, &keys).await?.products;
        let told = ToldProblem { problem: &problem, request, products: &products, customer: &customer };
        let mail = told.compose(&self.shown(context.tenant.shop), &to)?;
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })))
    }
}

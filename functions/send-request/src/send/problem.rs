//! The email to the shop about a problem with an order.

use app::error::Error;
use app::message::Message;
use app::message::mail::ToldProblem;
use domain::values::{RequestId, Tenant};
use jiff::Timestamp;
use store::context::SendingState;

use crate::send::Send;
use crate::send::notification::{Fate, Ready};

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
        let products = self.store.display_context(tenant, request).await?.products;
        let told = ToldProblem { problem: &problem, request, products: &products, customer: &customer };
        let mail = told.compose(&self.shown(context.tenant.shop), &to)?;
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })))
    }
}

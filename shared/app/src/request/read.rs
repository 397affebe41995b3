//! Reading requests.

use domain::message::{Step, StepState};
use domain::request::Request;
use domain::values::{Channel, RequestId};
use jiff::Timestamp;
use store::context::SendNeeds;
use store::request::personal::RequestRecipient;
use store::table::Store;

use crate::caller::Caller;
use crate::error::Error;
use crate::links::Links;
use crate::message;
use crate::message::mail::Mail;
use crate::message::{TenantLinks, compose, own_words_of};

#[derive(Clone)]
pub struct ReadRequests {
    pub store: Store,
    pub links: Links,
}

pub struct RequestWithLink {
    pub request: Request,
    /// The request's link; `None` once the personal part is deleted.
    pub hub_url: Option<String>,
}

/// A message as the customer received it, or, in test mode, would have received it.
pub struct SentMessage {
    /// When it was sent, or captured in test mode.
    pub sent_at: Timestamp,
    pub message_id: String,
    pub channel: Channel,
    /// When the message was delivered, if the provider reported that.
    pub delivered_at: Option<Timestamp>,
    /// Why the message will never arrive, if the provider reported that.
    pub failed_reason: Option<&'static str>,
    /// The subject; `None` for an SMS.
    pub subject: Option<String>,
    /// The HTML part; `None` for an SMS.
    pub html: Option<String>,
    /// The plain-text part, or the SMS.
    pub text: String,
}

impl ReadRequests {
    /// One request, without its personal part.
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    pub async fn show(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<RequestWithLink, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let service = self.links.keys(now).await?;
        let link = |sealed: RequestRecipient| {
            let token = sealed.token(&caller.tenant, id, &caller.keys);
            self.links.hub(context.request.dialect, &token, &service)
        };
        let hub_url = context.open(&caller.keys)?.map(link);
        Ok(RequestWithLink { request: context.request, hub_url })
    }

    /// The messages that were sent, or captured in test mode. Messages are not stored, but composed again from stored
    /// data.
    pub async fn messages(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<Vec<SentMessage>, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let (request, tenant) = (&context.request, &context.tenant);
        let was_sent = |step: &&Step| matches!(step.state, StepState::Sent { .. });
        let (Some(sealed), Some(_)) = (context.open(&caller.keys)?, request.steps.iter().find(was_sent)) else {
            return Ok(Vec::new());
        };
        // No recipient is needed: the messages were sent, so suppression no longer matters.
        let needs = SendNeeds { own_words: own_words_of(request, tenant), ..SendNeeds::default() };
        let send_context = self.store.send_context(&caller.tenant, "", None, request, needs, &caller.keys).await?;
        let service = self.links.keys(now).await?;
        let links = TenantLinks { links: &self.links, tenant: &caller.tenant, keys: &caller.keys, service: &service };
        let mut messages = Vec::new();
        for (number, step) in request.steps.iter().enumerate() {
            let StepState::Sent { at, message_id } = &step.state else { continue };
            let (delivered_at, failed_reason) = (step.delivered_at(), step.reports.failure());
            let message = |subject, html, text| {
                let (sent_at, message_id, channel) = (*at, message_id.clone(), step.channel);
                SentMessage { sent_at, message_id, channel, delivered_at, failed_reason, subject, html, text }
            };
            match compose(request, number, tenant, &sealed, &send_context, &links)? {
                Some(message::Message::Mail(Mail { subject, html, text, .. })) => {
                    messages.push(message(Some(subject), Some(html), text));
                }
                Some(message::Message::Text(text)) => {
                    messages.push(message(None, None, text.body));
                }
                None => {}
            }
        }
        Ok(messages)
    }
}

//! Reading requests.

use domain::{Channel, Request, RequestId, Status, Step, StepState};
use jiff::Timestamp;
use store::Store;

use crate::channel::{self, compose};
use crate::mail::Mail;
use crate::{Caller, Error, Links};

/// Requests read at once when only some of them are wanted.
const FILTERED_PAGE: u32 = 100;
/// Pages read for one filtered answer: enough to be useful, few enough to stay quick. Where they
/// end, the next page's link goes on.
const FILTERED_PAGES_MAX: u32 = 5;

/// Reads requests.
#[derive(Clone)]
pub struct ReadRequests {
    /// Where they are kept.
    pub store: Store,
    /// What makes their links.
    pub links: Links,
}

/// Which requests to list.
#[derive(Debug, Clone, Copy)]
pub struct ListOptions {
    /// The most to list.
    pub limit: u32,
    /// Only ids below this one.
    pub before: Option<RequestId>,
    /// Only requests of this status.
    pub status: Option<Status>,
}

/// A page of requests, newest first.
pub struct Listing {
    /// The requests.
    pub requests: Vec<Request>,
    /// Where the next page starts, when there may be one.
    pub next_before: Option<RequestId>,
}

/// One request with its link.
pub struct RequestWithLink {
    /// It.
    pub request: Request,
    /// Its link; `None` once the personal part has left the table.
    pub hub_url: Option<String>,
}

/// A message as the customer got it, or, for a test key, would have got it.
pub struct Message {
    /// When it was handed to the provider, or captured.
    pub sent_at: Timestamp,
    /// The provider's id of it.
    pub message_id: String,
    /// What it travelled by.
    pub channel: Channel,
    /// Its subject; a text message has none.
    pub subject: Option<String>,
    /// Its HTML part; a text message has none.
    pub html: Option<String>,
    /// Its text part.
    pub text: String,
}

impl ReadRequests {
    /// The caller's requests, newest first.
    ///
    /// # Errors
    /// The table's own trouble.
    pub async fn list(&self, caller: &Caller, filter: ListOptions, now: Timestamp) -> Result<Listing, Error> {
        let ListOptions { limit, before, status } = filter;
        let Some(status) = status else {
            let page = self.store.requests(&caller.tenant, before, limit).await?;
            let next_before = page.requests.last().filter(|_| page.more).map(|request| request.id);
            return Ok(Listing { requests: page.requests, next_before });
        };
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let (mut found, mut before) = (Vec::new(), before);
        for _ in 0..FILTERED_PAGES_MAX {
            let page = self.store.requests(&caller.tenant, before, FILTERED_PAGE).await?;
            let (last, more) = (page.requests.last().map(|request| request.id), page.more);
            for request in page.requests.into_iter().filter(|request| request.status(now) == status) {
                if found.len() == wanted {
                    let next_before = found.last().map(|request: &Request| request.id);
                    return Ok(Listing { requests: found, next_before });
                }
                found.push(request);
            }
            before = last.filter(|_| more);
            if before.is_none() {
                break;
            }
        }
        Ok(Listing { requests: found, next_before: before })
    }

    /// One request, without its personal part.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the table's own trouble.
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    /// One request with its link.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the table's own trouble.
    pub async fn show(&self, caller: &Caller, id: RequestId) -> Result<RequestWithLink, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let hub_url = context.open(&caller.keys)?.map(|sealed| self.links.hub(context.request.dialect, &sealed.token));
        Ok(RequestWithLink { request: context.request, hub_url })
    }

    /// The messages of a request that left, or that a test key captured: composed again from what
    /// they were made of, so that nothing of them needs to be stored.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the dependencies' own trouble.
    pub async fn messages(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<Vec<Message>, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let (request, shop) = (&context.request, &context.tenant.shop);
        let left = |step: &&Step| matches!(step.state, StepState::Sent { .. });
        let (Some(sealed), Some(_)) = (context.open(&caller.keys)?, request.steps.iter().find(left)) else {
            return Ok(Vec::new());
        };
        // Whether anything may still be sent does not matter here: it was.
        let facts = self.store.send_context(&caller.tenant, "", request, &caller.keys).await?;
        let service = self.links.keys(now).await?;
        let mut messages = Vec::new();
        for (number, step) in request.steps.iter().enumerate() {
            let StepState::Sent { at, message_id } = &step.state else { continue };
            let (sent_at, message_id, channel) = (*at, message_id.clone(), step.channel);
            match compose(request, number, shop, &sealed, &facts, &self.links, &service)? {
                Some(channel::Message::Mail(Mail { subject, html, text, .. })) => {
                    let (subject, html) = (Some(subject), Some(html));
                    messages.push(Message { sent_at, message_id, channel, subject, html, text });
                }
                Some(channel::Message::Text(text)) => {
                    messages.push(Message { sent_at, message_id, channel, subject: None, html: None, text: text.body });
                }
                None => {}
            }
        }
        Ok(messages)
    }
}

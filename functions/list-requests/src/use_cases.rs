//! Reading requests.

use app::message::mail::Mail;
use app::message::{self, LinksOf, compose};
use app::paging::{Bound, Listing, Scan, Until, Walked, walk};
use app::{Caller, Error, Links};
use domain::{Caps, Channel, CustomerKey, EmailAddress, OrderId, Request, RequestId, Status, Step, StepState, Stuck};
use jiff::Timestamp;
use store::{End, ListedRequest, RequestList, Sealed, Store};

/// Reads requests.
///
/// # Errors
/// Methods fail on storage, KMS or queue failures, and as each says.
#[derive(Clone)]
pub struct ReadRequests {
    /// The table.
    pub store: Store,
    /// Makes their links.
    pub links: Links,
}

/// The requests to list.
#[derive(Debug, Clone)]
pub struct ListOptions {
    /// The most requests to list.
    pub limit: u32,
    /// Only ids below this one.
    pub before: Option<RequestId>,
    /// Only requests of this status.
    pub status: Option<Status>,
    /// Only requests to the customer with this address.
    pub email: Option<EmailAddress>,
    /// Only requests about this order.
    pub order: Option<OrderId>,
    /// Only requests that are stuck in this way.
    pub stuck: Option<Stuck>,
}

/// One request with its link.
pub struct RequestWithLink {
    /// The request.
    pub request: Request,
    /// The request's link; `None` once the personal part has left the table.
    pub hub_url: Option<String>,
}

/// A message as the customer received it, or, in test mode, would have received it.
pub struct SentMessage {
    /// When it was sent, or captured in test mode.
    pub sent_at: Timestamp,
    /// The provider's id for it.
    pub message_id: String,
    /// The channel that it was sent by.
    pub channel: Channel,
    /// When it was delivered, if the provider reported it.
    pub delivered_at: Option<Timestamp>,
    /// Why it will never arrive, if the provider reported it.
    pub failed_reason: Option<&'static str>,
    /// The subject; `None` for an SMS.
    pub subject: Option<String>,
    /// The HTML part; `None` for an SMS.
    pub html: Option<String>,
    /// The plain-text part, or the SMS.
    pub text: String,
}

impl ReadRequests {
    /// The caller's requests, newest first. An address or an order leads to its own list, however many others there are.
    pub async fn list(
        &self,
        caller: &Caller,
        options: &ListOptions,
        now: Timestamp,
    ) -> Result<Walked<ListedRequest>, Error> {
        let ListOptions { limit, before, status, email, order, stuck } = options;
        let list = match (email, order, stuck) {
            (Some(email), _, _) => {
                let address = CustomerKey::Email(email.clone());
                match self.store.customer_id(&caller.tenant, &address, &caller.keys).await? {
                    Some(customer) => RequestList::Customer(customer),
                    None => return Ok(Walked { rows: Vec::new(), next: None, skip: 0 }),
                }
            }
            (None, Some(order), _) => RequestList::of_order(order, &caller.keys),
            (None, None, Some(_)) => RequestList::ShopWithWaits,
            (None, None, None) => RequestList::Shop,
        };
        let passes = |listed: &ListedRequest| {
            listed.request.as_ref().is_some_and(|request| {
                status.is_none_or(|status| request.status(now) == status)
                    && order.as_ref().is_none_or(|order| request.order.as_str() == order.as_str())
                    && stuck.is_none_or(|how| is_stuck(request, listed.waits, how, now))
            })
        };
        let is_whole = matches!(list, RequestList::Shop) && status.is_none();
        let scan = (!is_whole).then_some(Scan { passes: &passes, bound: Bound::REQUESTS, until: Until::Match });
        let listing = Listing { scan, ..Listing::new(End::Newest, *before, *limit) };
        walk(listing, |reading| self.store.listed_requests(&caller.tenant, &list, reading)).await
    }

    /// One request, without its personal part.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    /// One request with its link.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn show(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<RequestWithLink, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let service = self.links.keys(now).await?;
        let link = |sealed: Sealed| {
            let token = sealed.token(&caller.tenant, id, &caller.keys);
            self.links.hub(context.request.dialect, &token, &service)
        };
        let hub_url = context.open(&caller.keys)?.map(link);
        Ok(RequestWithLink { request: context.request, hub_url })
    }

    /// The messages of a request that were sent, or captured in test mode. They are composed again from stored
    /// data, so that they need not be stored.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn messages(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<Vec<SentMessage>, Error> {
        let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let (request, tenant) = (&context.request, &context.tenant);
        let was_sent = |step: &&Step| matches!(step.state, StepState::Sent { .. });
        let (Some(sealed), Some(_)) = (context.open(&caller.keys)?, request.steps.iter().find(was_sent)) else {
            return Ok(Vec::new());
        };
        // Suppression does not matter here, so no recipient is given: the messages are sent.
        let send_context =
            self.store.send_context(&caller.tenant, "", None, request, Caps::default(), &caller.keys).await?;
        let service = self.links.keys(now).await?;
        let links = LinksOf { links: &self.links, tenant: &caller.tenant, keys: &caller.keys, service: &service };
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

/// Whether a request is stuck. Most messages that wait for their provider were not tried, because others were refused: only
/// their row says so.
fn is_stuck(request: &Request, waits: bool, how: Stuck, now: Timestamp) -> bool {
    let is_in_line = || waits && request.planned(now).is_some() && !request.is_stuck(Stuck::Held, now);
    request.is_stuck(how, now) || how == Stuck::Throttled && is_in_line()
}

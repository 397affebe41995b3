//! Why somebody did not get a message: what became of their requests, in words, and what happens next.

mod facts;
mod names;
mod next;
mod sentence;
pub(crate) mod timeline;
pub(crate) mod words;

use std::sync::Arc;

use app::request::{ListOptions, find};
use domain::{Cause, EmailAddress, Invalid, OrderId, OrderStatus, Request, RequestId, Tenant};
use edge::native::seconds;
use serde::{Deserialize, Serialize};
use store::{Brakes, RequestContext};
use vault::TenantKeys;

use self::facts::ReadFacts;
use self::next::Next;
use self::sentence::About;
pub use self::words::meaning;
use crate::AdminParts;
use crate::call::Call;
use crate::failure::Failure;

/// The most requests of an address or an order that are explained.
const REQUESTS_MAX: u32 = 10;
const ONE_OF: Invalid = Invalid("Name one of `email`, `order_id` and `request`.");

/// A question about the requests of an address or an order, or about one request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Why {
    tenant: String,
    mode: String,
    email: Option<String>,
    order_id: Option<String>,
    /// The request's id.
    request: Option<u64>,
}

/// The requests that were found, newest first. The address is not in it: who asks knows it.
#[derive(Serialize)]
pub(crate) struct Explained {
    requests: Vec<ExplainedRequest>,
    /// Whether there are older ones.
    more: bool,
    /// The answer if no request was found.
    not_found: Option<NotFound>,
}

#[derive(Serialize)]
struct ExplainedRequest {
    request: u64,
    order_id: String,
    status: &'static str,
    cause: &'static str,
    summary: String,
    next: Option<Next>,
    timeline: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    /// When it happened, for the first time if it happened more than once.
    at: String,
    text: String,
}

#[derive(Serialize)]
struct NotFound {
    cause: &'static str,
    summary: String,
}

/// The subject of a question.
enum Subject {
    Email(EmailAddress),
    Order(OrderId),
    Request(RequestId),
}

/// A shop whose requests are explained.
struct Shop<'a> {
    parts: &'a AdminParts,
    call: &'a Call<'a>,
    tenant: &'a Tenant,
    keys: &'a TenantKeys,
}

impl Why {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Explained, Failure> {
        let Self { tenant, mode, email, order_id, request } = self;
        let subject = Subject::parse(email.as_deref(), order_id.as_deref(), request)?;
        let AdminParts { store, vault, .. } = call.parts;
        let (tenant, record) = &call.shop(&tenant, &mode).await?;
        let keys = &vault.tenant(tenant, &record.root, call.now).await.map_err(app::Error::from)?;
        let shop = Shop { parts: call.parts, call, tenant, keys };
        let (ids, more) = shop.found(&subject).await?;
        let mut requests = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some((context, brakes)) = store.context_with_brakes(tenant, id).await? {
                requests.push(shop.explained(&context, &brakes).await?);
            }
        }
        let not_found = if requests.is_empty() { Some(shop.not_found(&subject).await?) } else { None };
        Ok(Explained { requests, more, not_found })
    }
}

impl Subject {
    fn parse(email: Option<&str>, order_id: Option<&str>, request: Option<u64>) -> Result<Self, Invalid> {
        match (email, order_id, request) {
            (Some(email), None, None) => EmailAddress::parse(email).map(Self::Email),
            (None, Some(order), None) => OrderId::parse(order)?.map(Self::Order).ok_or(ONE_OF),
            (None, None, Some(request)) => {
                let known = RequestId::new(request).map(Self::Request);
                known.ok_or(Invalid("`request` must be the id of a request: a whole number."))
            }
            _ => Err(ONE_OF),
        }
    }
}

impl Shop<'_> {
    /// The requests that a question is about, newest first, and whether there are more.
    async fn found(&self, subject: &Subject) -> Result<(Vec<RequestId>, bool), app::Error> {
        let all = ListOptions::all(REQUESTS_MAX);
        let options = match subject {
            Subject::Request(id) => return Ok((vec![*id], false)),
            Subject::Email(email) => ListOptions { email: Some(email.clone()), ..all },
            Subject::Order(order) => ListOptions { order: Some(order.clone()), ..all },
        };
        let found = find(&self.parts.store, self.tenant, self.keys, &options, self.call.now).await?;
        Ok((found.rows.iter().map(|listed| listed.id).collect(), found.next.is_some()))
    }

    async fn explained(&self, context: &RequestContext, brakes: &Brakes) -> Result<ExplainedRequest, app::Error> {
        let Self { parts: AdminParts { store, vault, .. }, call, tenant, keys } = self;
        let read = ReadFacts { store, vault: &Arc::clone(vault), tenant, keys, now: call.now };
        let facts = &read.of(context, brakes).await?;
        let request: &Request = &context.request;
        let (cause, step) = request.outcome(tenant.mode, &facts.obstacles, &context.tenant.rules, call.now);
        let about = About { request, facts, now: call.now };
        let line = |entry: &domain::Entry| Line { at: seconds(entry.first_at()), text: timeline::text(entry) };
        Ok(ExplainedRequest {
            request: request.id.get(),
            order_id: request.order.as_str().to_owned(),
            status: request.status(call.now).as_str(),
            cause: cause.as_str(),
            summary: about.summary(cause, step),
            next: Next::of(cause, step, &about),
            timeline: request.history().iter().map(line).collect(),
        })
    }

    /// The answer where no request was found: it says where it looked.
    async fn not_found(&self, subject: &Subject) -> Result<NotFound, app::Error> {
        let store = &self.parts.store;
        let (cause, summary) = match subject {
            Subject::Request(_) => (
                Cause::NotFound,
                "The shop has no such request. It may have been removed: by Wix, with the person's data, or a year after its \
                 link had expired."
                    .to_owned(),
            ),
            Subject::Email(email) => {
                let index = self.keys.email_index(email);
                match store.suppression(self.tenant, &index, self.keys).await? {
                    Some(suppressed) => {
                        let (reason, since) = (suppressed.reason.reason(), names::when(suppressed.since));
                        let why = words::because(reason);
                        let summary = format!(
                            "No request to this address was found. No message would reach it: since {since}, {why}."
                        );
                        (Cause::of_stop(reason), summary)
                    }
                    None => (
                        Cause::NotFound,
                        "No request to this address was found, and nothing stops messages to it: the shop did not ask there, \
                         or did so more than a year ago."
                            .to_owned(),
                    ),
                }
            }
            Subject::Order(order) => {
                let known = match store.order(self.tenant, order, self.keys).await?.map(|order| order.status) {
                    None => "The shop did not describe this order either.".to_owned(),
                    Some(status) => format!("The shop described the order as {}: {}.", status.as_str(), waits_for(status)),
                };
                (Cause::NotFound, format!("No request about this order was found. {known}"))
            }
        };
        Ok(NotFound { cause: cause.as_str(), summary })
    }
}

/// The event that an order without a request waits for.
const fn waits_for(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::Placed | OrderStatus::Fulfilled | OrderStatus::Delivered => {
            "it waits for a call that asks for a review of it, because an order asks nobody by itself"
        }
        OrderStatus::Cancelled | OrderStatus::Refunded => "no message about it leaves while that is so",
        OrderStatus::Foreign(_) => "another version of this service knows what that means",
    }
}

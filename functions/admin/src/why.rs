//! Explains why somebody did not get a message: the outcome of their requests, and what happens next.

use app::request::why::{Explain, Line, Speech};
use app::request::{ListOptions, find, why};
use domain::customer::CustomerKey;
use domain::message::Cause;
use domain::order::OrderId;
use domain::values::{EmailAddress, Invalid, RequestId, Tenant};
use edge::native::seconds;
use serde::Deserialize;
use serde_json::{Value, json};
use store::context::{RequestContext, SendingState};
use vault::TenantKeys;

use crate::AdminParts;
use crate::call::Call;
use crate::failure::Failure;

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
    request: Option<u64>,
}

enum Subject {
    Email(EmailAddress),
    Order(OrderId),
    Request(RequestId),
}

struct Shop<'a> {
    parts: &'a AdminParts,
    call: &'a Call<'a>,
    tenant: &'a Tenant,
    keys: &'a TenantKeys,
}

impl Why {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let Self { tenant, mode, email, order_id, request } = self;
        let subject = Subject::parse(email.as_deref(), order_id.as_deref(), request)?;
        let AdminParts { store, vault, .. } = call.parts;
        let (tenant, record) = &call.shop(&tenant, &mode).await?;
        let keys = &vault.tenant(tenant, &record.root, call.now).await.map_err(app::error::Error::from)?;
        let shop = Shop { parts: call.parts, call, tenant, keys };
        let (ids, more) = shop.found(&subject).await?;
        let mut requests = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some((context, sending)) = store.context_with_sending_state(tenant, id).await? {
                requests.push(shop.explained(&context, &sending).await?);
            }
        }
        let not_found = if requests.is_empty() { shop.not_found(&subject).await? } else { Value::Null };
        // The found requests, newest first. The address is left out, because the caller knows it.
        Ok(json!({"requests": requests, "more": more, "not_found": not_found}))
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
    /// The requests in question, newest first, and whether there are more.
    async fn found(&self, subject: &Subject) -> Result<(Vec<RequestId>, bool), app::error::Error> {
        let all = ListOptions::all(REQUESTS_MAX);
        let options = match subject {
            Subject::Request(id) => return Ok((vec![*id], false)),
            Subject::Email(email) => ListOptions { email: Some(email.clone()), ..all },
            Subject::Order(order) => ListOptions { order: Some(order.clone()), ..all },
        };
        let found = find(&self.parts.store, self.tenant, self.keys, &options, self.call.now).await?;
        Ok((found.rows.iter().map(|listed| listed.id).collect(), found.next.is_some()))
    }

    fn explain(&self) -> Explain<'_> {
        let Self { parts: AdminParts { store, vault, .. }, call, tenant, keys } = self;
        Explain { store, vault, tenant, keys, now: call.now, speech: Speech::english() }
    }

    async fn explained(&self, context: &RequestContext, sending: &SendingState) -> Result<Value, app::error::Error> {
        let why::Explained { cause, summary, next, timeline } = self.explain().explained(context, sending).await?;
        let next = next.map(|why::Next { at, text }| json!({"at": at.map(seconds), "text": text}));
        let line =
            |Line { at, kind: _, text, by: _ /* the shop's own people */ }| json!({"at": seconds(at), "text": text});
        let request = &context.request;
        Ok(json!({
            "request": request.id.get(),
            "order_id": request.order.as_str(),
            "origin": request.origin.as_str(),
            "status": request.status(self.call.now).as_str(),
            "cause": cause.as_str(),
            "summary": summary,
            "next": next,
            "timeline": timeline.into_iter().map(line).collect::<Vec<_>>(),
        }))
    }

    /// The answer if no request was found. It says where Afterword searched.
    async fn not_found(&self, subject: &Subject) -> Result<Value, app::error::Error> {
        let (cause, summary) = match subject {
            Subject::Request(_) => (
                Cause::NotFound,
                "The shop has no such request. It may have been removed: by Wix, with the person's data, or a year after its \
                 link had expired."
                    .to_owned(),
            ),
            Subject::Email(email) => self.explain().nothing_at(&CustomerKey::Email(email.clone())).await?,
            Subject::Order(order) => self.explain().nothing_about(order).await?,
        };
        Ok(json!({"cause": cause.as_str(), "summary": summary}))
    }
}

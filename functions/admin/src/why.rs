//! Explains why somebody did not get a message: the outcome of their requests, and what happens next.

use app::request::why::{Explain, Explained, Line, Next, Speech};
use app::request::{ListOptions, find};
use domain::customer::CustomerKey;
use domain::message::Cause;
use domain::order::OrderId;
use domain::values::{EmailAddress, Invalid, RequestId};
use edge::native::seconds;
use serde_json::{Value, json};
use store::context::{RequestContext, SendingState};

use crate::AdminParts;
use crate::call::Call;
use crate::failure::Failure;

const REQUESTS_MAX: u32 = 10;
const ONE_OF: Invalid = Invalid("Name one of `email`, `order_id` and `request`.");

enum Subject {
    Email(EmailAddress),
    Order(OrderId),
    Request(RequestId),
}

/// Answers the found requests, newest first. The address is left out, because the caller knows it.
pub(crate) async fn why(
    call: &Call<'_>,
    shop: String,
    email: Option<String>,
    order_id: Option<String>,
    request: Option<u64>,
) -> Result<Value, Failure> {
    let subject = Subject::parse(email.as_deref(), order_id.as_deref(), request)?;
    let (AdminParts { store, vault, .. }, now) = (call.parts, call.now);
    let (tenant, record) = &call.shop(&shop).await?;
    let keys = &vault.tenant(tenant, &record.root, now).await?;
    let explain = Explain { store, vault, tenant, keys, now, speech: Speech::english() };
    let (ids, more) = subject.found(&explain).await?;
    let mut requests = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some((context, sending)) = store.context_with_sending_state(tenant, id).await? {
            requests.push(explained(&explain, &context, &sending).await?);
        }
    }
    let not_found = if requests.is_empty() { subject.not_found(&explain).await? } else { Value::Null };
    Ok(json!({"requests": requests, "more": more, "not_found": not_found}))
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

    /// The requests in question, newest first, and whether there are more.
    async fn found(&self, of: &Explain<'_>) -> Result<(Vec<RequestId>, bool), app::error::Error> {
        let all = ListOptions::all(REQUESTS_MAX);
        let options = match self {
            Self::Request(id) => return Ok((vec![*id], false)),
            Self::Email(email) => ListOptions { email: Some(email.clone()), ..all },
            Self::Order(order) => ListOptions { order: Some(order.clone()), ..all },
        };
        let found = find(of.store, of.tenant, of.keys, &options, of.now).await?;
        Ok((found.rows.iter().map(|listed| listed.id).collect(), found.next.is_some()))
    }

    /// The answer if no request was found. It says where Afterword searched.
    async fn not_found(&self, explain: &Explain<'_>) -> Result<Value, app::error::Error> {
        let (cause, summary) = match self {
            Self::Request(_) => (
                Cause::NotFound,
                "The shop has no such request. It may have been removed: by Wix, with the person's data, or a year after its \
                 link had expired."
                    .to_owned(),
            ),
            Self::Email(email) => explain.nothing_at(&CustomerKey::Email(email.clone())).await?,
            Self::Order(order) => explain.nothing_about(order).await?,
        };
        Ok(json!({"cause": cause.as_str(), "summary": summary}))
    }
}

async fn explained(
    explain: &Explain<'_>,
    context: &RequestContext,
    sending: &SendingState,
) -> Result<Value, app::error::Error> {
    let Explained { cause, summary, next, timeline } = explain.explained(context, sending).await?;
    let next = next.map(|Next { at, text }| json!({"at": at.map(seconds), "text": text}));
    let line = |Line { at, kind: _, text, by: _ /* the shop's own people */ }| json!({"at": seconds(at), "text": text});
    let request = &context.request;
    Ok(json!({
        "request": request.id.get(),
        "order_id": request.order.as_str(),
        "origin": request.origin.as_str(),
        "status": request.status(explain.now).as_str(),
        "cause": cause.as_str(),
        "summary": summary,
        "next": next,
        "timeline": timeline.into_iter().map(line).collect::<Vec<_>>(),
    }))
}

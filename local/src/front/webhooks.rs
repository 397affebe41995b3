//! A receiver of webhooks, which shows what came and whether its signature is right: by the specification's own crate, as
//! any receiver would.

use askama::Template;
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use standardwebhooks::Webhook;
use store::WebhookRecord;

use super::{
    error::FrontError,
    page,
    state::{Front, Received},
};
use crate::demo;

/// The specification's tolerance for timestamps.
const AGE_MAX: SignedDuration = SignedDuration::from_mins(5);

#[derive(Template)]
#[template(path = "webhooks.html")]
struct Page {
    /// Newest first.
    calls: Vec<Received>,
    url: String,
    command: String,
}

impl Received {
    /// The event's name, as far as the body has one.
    fn name(&self) -> String {
        let body: serde_json::Value = serde_json::from_str(&self.body).unwrap_or_default();
        body["type"].as_str().unwrap_or("no event").to_owned()
    }

    /// The body for people.
    fn pretty(&self) -> String {
        let body = serde_json::from_str::<serde_json::Value>(&self.body);
        body.and_then(|body| serde_json::to_string_pretty(&body)).unwrap_or_else(|_| self.body.clone())
    }
}

/// Takes a call. It is answered 204 if its signature is right, otherwise 400.
pub(super) async fn receive(
    State(front): State<Front>,
    headers: HeaderMap,
    body: String,
) -> Result<StatusCode, FrontError> {
    let now = front.world.aws().clock().now();
    let verdict = verify(&front.webhooks().await?, &headers, &body, now);
    let shown =
        headers.iter().map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into()));
    let received = Received {
        received_at: page::rfc3339(now),
        verified: verdict.is_ok(),
        problem: verdict.err(),
        webhook: verdict.ok(),
        headers: shown.collect(),
        body,
    };
    front.calls.add(received);
    Ok(if verdict.is_ok() { StatusCode::NO_CONTENT } else { StatusCode::BAD_REQUEST })
}

/// The webhook whose secret signed a call, or what is wrong.
fn verify(webhooks: &[WebhookRecord], headers: &HeaderMap, body: &str, now: Timestamp) -> Result<u64, &'static str> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(id), Some(timestamp), Some(signatures)) =
        (header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"))
    else {
        return Err("A header of Standard Webhooks is missing.");
    };
    let at = timestamp.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let at = at.ok_or("`webhook-timestamp` is no time.")?;
    // By the clock of this machine's pages, which the crate's own check of the time does not know.
    if at.duration_since(now).abs() > AGE_MAX {
        return Err("`webhook-timestamp` is more than five minutes away.");
    }
    let is_signed = |secret: &str| {
        let made = Webhook::new(secret).and_then(|webhook| webhook.sign(id, at.as_second(), body.as_bytes()));
        made.is_ok_and(|made| signatures.split(' ').any(|signature| signature == made))
    };
    let signed_by = webhooks.iter().find(|record| {
        let earlier = record.earlier.iter().map(|(secret, _)| secret);
        std::iter::once(&record.secret).chain(earlier).any(|secret| is_signed(&secret.reveal()))
    });
    signed_by.map(|record| record.webhook.id.get()).ok_or("No webhook's secret makes this signature.")
}

impl Front {
    /// The demo shop's webhooks, in live and in test mode.
    async fn webhooks(&self) -> Result<Vec<WebhookRecord>, FrontError> {
        let (store, vault) = (self.world.store()?, self.world.env().vault()?);
        let mut webhooks = Vec::new();
        for tenant in demo::tenants()? {
            let Some(shop) = store.tenant(&tenant).await? else { continue };
            let keys = vault.tenant(&tenant, &shop.root, self.world.aws().clock().now()).await?;
            webhooks.extend(store.webhooks(&tenant, &keys).await?);
        }
        Ok(webhooks)
    }
}

pub(super) async fn show(State(front): State<Front>) -> Result<Response, FrontError> {
    let url = format!("{}/local/webhooks", front.demo.base_url);
    page::page(&Page { calls: front.calls.list(), command: front.demo.webhook_command(), url })
}

/// Every call, oldest first.
pub(super) async fn json(State(front): State<Front>) -> impl IntoResponse {
    let mut calls = front.calls.list();
    calls.reverse();
    ([(header::CACHE_CONTROL, "no-store")], Json(calls))
}

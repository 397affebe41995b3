//! One endpoint: its health, settings, secret, a test call, and the newest calls.

use app::error::Error;
use app::idempotency::Reply;
use app::webhook::DeliveryLog;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::values::{EventId, WebhookId};
use domain::webhook::{Attempt, DeliveryStatus, Webhook};
use edge::native::webhooks::{NewWebhookInput, WebhookBody, WebhookChangeInput};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::webhook::WebhookRecord;

use super::webhooks::{EVENTS, IMPORTS, INCLUDE, NEW, STATUS, URL, about, health, tone};
use super::{HERE, again};
use crate::click::Click;
use crate::fields::{Kind, Refused, Shown, Spec, changed, refusable, spec, value};
use crate::form::{Failure, Flash, Served};
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed, secret};

#[derive(Template)]
#[template(path = "webhook.html")]
struct WebhookPage {
    shell: Shell,
    webhook: Webhook,
    health: &'static str,
    made: Option<String>,
    fields: Vec<Shown>,
    log: DeliveryLog,
}

/// How many of the newest calls are shown.
const CALLS: u32 = 20;
/// The page waits for calls that are tried within this time.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_secs(10);

impl WebhookPage {
    /// Whether an answer may come in a few seconds. The page then renews itself, unless it shows a secret, which is shown once.
    fn is_answering(&self) -> bool {
        let is_due = |at: Timestamp| at.duration_since(self.shell.now) <= ANSWERED_WITHIN;
        self.made.is_none() && self.log.deliveries.iter().any(|delivery| delivery.next_at.is_some_and(is_due))
    }

    /// An attempt: its time, the answer's status or error, and its duration.
    fn tried(&self, Attempt { at, status_code, error, ms }: &Attempt) -> String {
        let error = error.as_ref().map(|error| self.shell.word("hook-error", error));
        let answer = status_code.map(|code| code.to_string()).or(error).unwrap_or_default();
        format!("{} · {answer}\u{a0}· {ms}\u{a0}ms", self.shell.day_and_time(*at))
    }
}

/// The class of a status' color.
const fn tone_of(status: DeliveryStatus) -> &'static str {
    match status {
        DeliveryStatus::Delivered => "",
        DeliveryStatus::Pending => " w0",
        DeliveryStatus::Failed => " r",
    }
}

/// The form's fields. It offers our events, but not More Good Reviews'.
fn specs(is_more_good: bool) -> Vec<Spec> {
    let events = (!is_more_good).then_some(spec("events", Kind::Some(&EVENTS)));
    [URL].into_iter().chain(events).chain([INCLUDE, IMPORTS, STATUS]).collect()
}

/// The endpoint as the API shows it. As in the form, an empty `include` is null.
fn body(webhook: &Webhook) -> Result<Value, Error> {
    let mut body = value(&WebhookBody::new(webhook))?;
    if body["include"] == json!([]) {
        body["include"] = Value::Null;
    }
    Ok(body)
}

/// The page or, after an error, the page with the form's input and the name of the invalid field.
async fn view(
    parts: &Parts,
    viewer: &Viewer,
    id: WebhookId,
    made: Option<String>,
    refused: Option<Refused<'_>>,
) -> Result<WebhookPage, Failure> {
    let caller = viewer.caller();
    let webhook = parts.webhooks.get(&caller, id).await?.webhook;
    let specs = specs(webhook.events.is_more_good());
    Ok(WebhookPage {
        shell: viewer.shell("developers"),
        health: health(parts, viewer, &webhook).await?,
        made,
        fields: viewer.form("hook").show(&specs, &body(&webhook)?, refused),
        webhook,
        log: parts.webhooks.log(&caller, id, None, None, CALLS).await?,
    })
}

/// Creates an endpoint, and shows its page with the secret.
pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&viewer.form("hook"), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<NewWebhookInput>(input)?.parse(parts.reach))? {
        Ok(new) => new,
        Err(wrong) => return again(&parts, &viewer, Refused::new(&fields, wrong)).await,
    };
    match parts.webhooks.create(&viewer.caller(), &new, None, viewer.now, made).await {
        Ok(reply) => shown_once(&parts, &viewer, &reply).await,
        Err(error) => viewer.refused(error, HERE),
    }
}

fn made(WebhookRecord { webhook, secret, .. }: &WebhookRecord) -> Result<Reply, Error> {
    Reply::json(200, &json!([webhook.id.get(), secret.reveal()]))
}

/// The endpoint's page with the secret from [`made`].
async fn shown_once(parts: &Parts, viewer: &Viewer, reply: &Reply) -> Served {
    let read = serde_json::from_str::<(u64, String)>(&reply.body);
    let (id, made) = read.map_err(|error| Error::Internal(error.to_string()))?;
    let id = WebhookId::new(id).ok_or(Failure::NotFound)?;
    let page = view(parts, viewer, id, Some(made), None).await?;
    Ok(secret(&page, &page.shell))
}

pub(crate) async fn show(Click { parts, viewer, id, .. }: Click<WebhookId>) -> Served {
    let page = view(&parts, &viewer, id, None, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn change(Click { parts, viewer, id, fields }: Click<WebhookId>) -> Served {
    let caller = viewer.caller();
    let before = parts.webhooks.get(&caller, id).await?.webhook;
    let specs = specs(before.events.is_more_good());
    let (mut input, names) = changed(&viewer.form("hook"), &specs, &body(&before)?, &fields);
    // In the API, null keeps `include`, and an empty list clears it.
    if let Some(include) = input.get_mut("include").filter(|include| include.is_null()) {
        *include = json!([]);
    }
    let change = match refusable(edge::body::read::<WebhookChangeInput>(input)?.parse(parts.reach))? {
        Ok(change) => change,
        Err(wrong) => {
            let page = view(&parts, &viewer, id, None, Some(Refused::new(&fields, wrong))).await?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
    };
    if !names.is_empty() {
        parts.webhooks.change(&caller, id, &change, viewer.now).await?;
    }
    Ok(viewer.saved(&names, &path(id)))
}

pub(crate) async fn rotate(Click { parts, viewer, id, .. }: Click<WebhookId>) -> Served {
    let reply = match parts.webhooks.rotate(&viewer.caller(), id, None, viewer.now, made).await {
        Err(Error::RotatedRecently(at)) => {
            let until = viewer.day_and_time(at);
            return Ok(Flash::new(viewer.texts.say("hook-rotated-recently").words("until", &until)).then(&path(id)));
        }
        reply => reply?,
    };
    shown_once(&parts, &viewer, &reply).await
}

pub(crate) async fn test(Click { parts, viewer, id, .. }: Click<WebhookId>) -> Served {
    let render = |count: usize| Reply::json(200, &count);
    let reply = parts.webhooks.test(&viewer.caller(), id, None, viewer.now, render).await?;
    Ok(sent(&viewer, id, reply.body != "0"))
}

pub(crate) async fn replay(Click { parts, viewer, id: (id, event), .. }: Click<(WebhookId, EventId)>) -> Served {
    let count = parts.webhooks.replay(&viewer.caller(), id, event, viewer.now).await?;
    Ok(sent(&viewer, id, count > 0))
}

/// Redirects to the log. The message says whether anything is sent, because a disabled endpoint gets nothing.
fn sent(viewer: &Viewer, id: WebhookId, is_sent: bool) -> Response {
    let said = if is_sent { "hook-sent" } else { "hook-not-sent" };
    viewer.done(said, &format!("{}#log", path(id)))
}

pub(crate) async fn end(Click { parts, viewer, id, .. }: Click<WebhookId>) -> Served {
    parts.webhooks.delete(&viewer.caller(), id, viewer.now).await?;
    Ok(viewer.done("hook-ended", HERE))
}

fn path(id: WebhookId) -> String {
    format!("/console/webhooks/{id}")
}

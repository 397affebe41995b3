//! One endpoint: its health, settings, secret, a test call, and the log.

use app::error::Error;
use app::idempotency::Reply;
use app::webhook::parse_event_name;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use edge::body::{Fields, Query};
use edge::http::Segment;
use edge::native::webhooks::{WebhookBody, WebhookChangeInput, webhook_id};
use serde_json::{Value, json};

use super::log::Log;
use super::{EVENTS, HERE, Health, IMPORTS, INCLUDE, STATUS, URL, context, made, shown_once};
use crate::fields::{Kind, Shown, Spec, changed, spec, value};
use crate::form::{Failure, Flash, Form, Served};
use crate::parts::{Parts, SharedParts, Viewer};
use crate::respond::{Shell, framed};

#[derive(Template)]
#[template(path = "webhook.html")]
pub(super) struct WebhookPage {
    pub shell: Shell,
    id: String,
    url: String,
    health: Health,
    made: Option<String>,
    /// The subscribed events of More Good Reviews, which only that vendor's clients choose; empty for an endpoint with
    /// our events.
    foreign: String,
    fields: Vec<Shown>,
    log: Log,
}

/// The form's fields. It offers our events, but not More Good Reviews'.
fn specs(is_more_good: bool) -> Vec<Spec> {
    let events = (!is_more_good).then_some(spec("events", Kind::Some(&EVENTS)));
    [URL].into_iter().chain(events).chain([INCLUDE, IMPORTS, STATUS]).collect()
}

/// The endpoint as the API shows it. As in the form, an empty `include` is null.
fn body(webhook: &domain::webhook::Webhook) -> Result<Value, Error> {
    let mut body = value(&WebhookBody::new(webhook))?;
    if body["include"] == json!([]) {
        body["include"] = Value::Null;
    }
    Ok(body)
}

/// The page or, after an error, the page with the form's input and the name of the invalid field.
pub(super) async fn view(
    parts: &Parts,
    viewer: &Viewer,
    id: &str,
    made: Option<String>,
    refused: Option<(&Fields, &str)>,
    query: &Fields,
) -> Result<WebhookPage, Failure> {
    let (caller, id) = (viewer.caller(), webhook_id(id)?);
    let webhook = parts.webhooks.get(&caller, id).await?.webhook;
    let (context, now, is_more_good) = (context(viewer), body(&webhook)?, webhook.events.is_more_good());
    let specs = specs(is_more_good);
    Ok(WebhookPage {
        shell: viewer.shell("connections"),
        id: id.to_string(),
        url: webhook.url.as_str().to_owned(),
        health: Health::read(parts, viewer, &webhook).await?,
        made,
        foreign: if is_more_good { webhook.events.words().join(", ") } else { String::new() },
        fields: specs.iter().map(|spec| spec.show(&context, &now[spec.name], refused)).collect(),
        log: Log::read(parts, viewer, id, query).await?,
    })
}

pub(crate) async fn show(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Query(query): Query) -> Served {
    let page = view(&parts, &viewer, &id, None, None, &query).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn change(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let (caller, webhook) = (viewer.caller(), webhook_id(&id)?);
    let before = parts.webhooks.get(&caller, webhook).await?.webhook;
    let specs = specs(before.events.is_more_good());
    let (mut input, names) = changed(&context(&viewer), &specs, &body(&before)?, &fields);
    // In the API, null keeps `include`, and an empty list clears it.
    if let Some(include) = input.get_mut("include").filter(|include| include.is_null()) {
        *include = json!([]);
    }
    if names.is_empty() {
        return Ok(Flash::new(viewer.texts.say("settings-same")).then(&path(&id)));
    }
    let change = match edge::body::read::<WebhookChangeInput>(input)?.parse(parts.reach) {
        Ok(change) => change,
        Err(edge::error::Error::Field { field, rule: _ }) => {
            let refused = Some((&fields, field));
            let page = view(&parts, &viewer, &id, None, refused, &Fields::of_query(None)).await?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
        Err(error) => return Err(error.into()),
    };
    parts.webhooks.change(&caller, webhook, &change, viewer.now).await?;
    Ok(Flash::new(viewer.texts.say("settings-saved").words("names", &names)).then(&path(&id)))
}

pub(crate) async fn rotate(parts: SharedParts, viewer: Viewer, Segment(id): Segment) -> Served {
    let reply = match parts.webhooks.rotate(&viewer.caller(), webhook_id(&id)?, None, viewer.now, made).await {
        Err(Error::RotatedRecently(at)) => {
            let until = viewer.day_and_time(at);
            return Ok(Flash::new(viewer.texts.say("hook-rotated-recently").words("until", &until)).then(&path(&id)));
        }
        reply => reply?,
    };
    shown_once(&parts, &viewer, &reply).await
}

pub(crate) async fn test(parts: SharedParts, viewer: Viewer, Segment(id): Segment) -> Served {
    let render = |count: usize| Reply::json(200, &count);
    let reply = parts.webhooks.test(&viewer.caller(), webhook_id(&id)?, None, viewer.now, render).await?;
    Ok(sent(&viewer, &id, reply.body != "0"))
}

pub(crate) async fn replay(parts: SharedParts, viewer: Viewer, Path((id, event)): Path<(String, String)>) -> Served {
    let event = parse_event_name(&event).ok_or(Failure::NotFound)?;
    let count = parts.webhooks.replay(&viewer.caller(), webhook_id(&id)?, event, viewer.now).await?;
    Ok(sent(&viewer, &id, count > 0))
}

/// Redirects to the log. The message says whether anything is sent, because a disabled endpoint gets nothing.
fn sent(viewer: &Viewer, id: &str, is_sent: bool) -> Response {
    let said = if is_sent { "hook-sent" } else { "hook-not-sent" };
    Flash::new(viewer.texts.say(said)).then(&format!("{}#log", path(id)))
}

pub(crate) async fn end(parts: SharedParts, viewer: Viewer, Segment(id): Segment) -> Served {
    parts.webhooks.delete(&viewer.caller(), webhook_id(&id)?, viewer.now).await?;
    Ok(Flash::new(viewer.texts.say("hook-ended")).then(HERE))
}

fn path(id: &str) -> String {
    format!("{HERE}/{id}")
}

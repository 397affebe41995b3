//! Webhooks: the shop's endpoints with their health, secrets that are shown once, and deliveries.

mod log;
mod show;

use app::error::Error;
use app::idempotency::Reply;
use askama::Template;
use axum::http::StatusCode;
use domain::values::WebhookId;
use domain::webhook::{EventKind, Webhook};
use edge::body::Fields;
use edge::native::webhooks::NewWebhookInput;
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::webhook::WebhookRecord;

use crate::click::{Click, refusable};
use crate::fields::{Context, Kind, Shown, Spec, changed, spec};
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed, secret};

page! {
    get Owner "/console/webhooks" => list;
    post Owner "/console/webhooks" => create;
    get Owner "/console/webhooks/{id}" => show::show;
    post Owner "/console/webhooks/{id}" => show::change;
    post Owner "/console/webhooks/{id}/rotate" => show::rotate;
    post Owner "/console/webhooks/{id}/test" => show::test;
    post Owner "/console/webhooks/{id}/end" => show::end;
    post Owner "/console/webhooks/{id}/deliveries/{event}/replay" => show::replay;
}

pub(crate) const HERE: &str = "/console/webhooks";

/// Calls are logged for 30 days.
const LOGGED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many of the newest deliveries are read to find out whether an endpoint was called.
const LOOKED_AT: u32 = 5;

const EVENTS: [&str; EventKind::SUBSCRIBED.len()] = {
    let mut words = [""; EventKind::SUBSCRIBED.len()];
    let mut place = 0;
    while place < words.len() {
        words[place] = EventKind::SUBSCRIBED[place].as_str();
        place += 1;
    }
    words
};

const URL: Spec = spec("url", Kind::Line("url", 2_048));
const INCLUDE: Spec = spec("include", Kind::Some(&["review"]));
const IMPORTS: Spec = spec("include_imports", Kind::Flag);
const STATUS: Spec = spec("status", Kind::One(&["enabled", "disabled"]));

const NEW: &[Spec] = &[URL, spec("events", Kind::Some(&EVENTS)), INCLUDE, IMPORTS];

#[derive(Template)]
#[template(path = "webhooks.html")]
struct WebhooksPage {
    shell: Shell,
    hooks: Vec<HookRow>,
    new: Vec<Shown>,
}

struct HookRow {
    id: String,
    url: String,
    health: Health,
    events: String,
}

/// An endpoint's health: the id of its text, the class of its color, and an explanation.
struct Health {
    state: &'static str,
    tone: &'static str,
    about: String,
}

impl Health {
    async fn read(parts: &Parts, viewer: &Viewer, webhook: &Webhook) -> Result<Self, Failure> {
        let (texts, is_called) = (viewer.texts, is_called(parts, viewer, webhook).await?);
        let (state, tone, about) = match (webhook.is_enabled, webhook.failing_since) {
            (true, None) if !is_called => ("hook-uncalled", " q", texts.say("hook-uncalled-about").to_string()),
            (true, None) => ("hook-works", "", texts.say("hook-works-about").to_string()),
            (true, Some(since)) => {
                ("hook-fails", " r", texts.say("hook-fails-about").words("ago", &viewer.ago(since)).to_string())
            }
            (false, _) => ("hook-off", " w0", texts.say("hook-off-about").to_string()),
        };
        Ok(Self { state, tone, about })
    }
}

/// Whether an endpoint was called. If it is older than the log of calls, it counts as called.
async fn is_called(parts: &Parts, viewer: &Viewer, webhook: &Webhook) -> Result<bool, Failure> {
    if viewer.now.duration_since(webhook.created_at) >= LOGGED_FOR {
        return Ok(true);
    }
    let log = parts.webhooks.log(&viewer.caller(), webhook.id, None, None, LOOKED_AT).await?;
    Ok(log.deliveries.iter().any(|delivery| !delivery.attempts.is_empty()))
}

fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "hook", zone: viewer.zone(), rule: None }
}

async fn view(parts: &Parts, viewer: &Viewer, refused: Option<(&Fields, &str)>) -> Result<WebhooksPage, Failure> {
    let context = context(viewer);
    let mut hooks = Vec::new();
    for WebhookRecord { webhook, .. } in parts.webhooks.list(&viewer.caller()).await? {
        let count = webhook.events.words().len();
        hooks.push(HookRow {
            id: webhook.id.to_string(),
            url: webhook.url.as_str().to_owned(),
            health: Health::read(parts, viewer, &webhook).await?,
            events: viewer.texts.say("hook-count").count("count", count).to_string(),
        });
    }
    Ok(WebhooksPage {
        shell: viewer.shell("connections"),
        hooks,
        new: NEW.iter().map(|spec| spec.show(&context, &Value::Null, refused)).collect(),
    })
}

pub(crate) async fn list(Click { parts, viewer, .. }: Click) -> Served {
    let page = view(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Creates an endpoint, and shows its page with the secret.
pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&context(&viewer), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<NewWebhookInput>(input)?.parse(parts.reach))? {
        Ok(new) => new,
        Err((field, _)) => {
            let page = view(&parts, &viewer, Some((&fields, field))).await?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
    };
    match parts.webhooks.create(&viewer.caller(), &new, None, viewer.now, made).await {
        Ok(reply) => shown_once(&parts, &viewer, &reply).await,
        Err(Error::TooManyWebhooks) => Ok(viewer.done("hooks-too-many", HERE)),
        Err(error) => Err(error.into()),
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
    let page = show::view(parts, viewer, id, Some(made), None, &Fields::of_query(None)).await?;
    Ok(secret(&page, &page.shell))
}

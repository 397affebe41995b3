//! Webhooks: the shop's endpoints with their health.

use app::error::Error;
use app::idempotency::Reply;
use domain::values::WebhookId;
use domain::webhook::{EventKind, Webhook};
use edge::body::Fields;
use edge::native::webhooks::NewWebhookInput;
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::webhook::WebhookRecord;

use super::{HERE, Refused, again, webhook};
use crate::click::{Click, refusable};
use crate::fields::{Context, Kind, Shown, Spec, changed, spec};
use crate::form::{Failure, Served};
use crate::parts::{Parts, Viewer};
use crate::respond::secret;

/// Calls are logged for 30 days.
const LOGGED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many of the newest deliveries are read to find out whether an endpoint was called.
const LOOKED_AT: u32 = 5;

pub(super) const EVENTS: [&str; EventKind::SUBSCRIBED.len()] = {
    let mut words = [""; EventKind::SUBSCRIBED.len()];
    let mut place = 0;
    while place < words.len() {
        words[place] = EventKind::SUBSCRIBED[place].as_str();
        place += 1;
    }
    words
};

pub(super) const URL: Spec = spec("url", Kind::Line("url", 2_048));
pub(super) const INCLUDE: Spec = spec("include", Kind::Some(&["review"]));
pub(super) const IMPORTS: Spec = spec("include_imports", Kind::Flag);
pub(super) const STATUS: Spec = spec("status", Kind::One(&["enabled", "disabled"]));

const NEW: &[Spec] = &[URL, spec("events", Kind::Some(&EVENTS)), INCLUDE, IMPORTS];

pub(super) struct HookRow {
    pub id: String,
    pub url: String,
    pub health: Health,
    pub events: String,
}

/// An endpoint's health: the id of its text, the class of its color, and an explanation.
pub(super) struct Health {
    pub state: &'static str,
    pub tone: &'static str,
    pub about: String,
}

impl Health {
    pub(super) async fn read(parts: &Parts, viewer: &Viewer, webhook: &Webhook) -> Result<Self, Failure> {
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

pub(super) fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "hook", zone: viewer.zone(), rule: None }
}

pub(super) async fn rows(parts: &Parts, viewer: &Viewer) -> Result<Vec<HookRow>, Failure> {
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
    Ok(hooks)
}

pub(super) fn form(viewer: &Viewer, refused: Refused<'_>) -> Vec<Shown> {
    NEW.iter().map(|spec| spec.show(&context(viewer), &Value::Null, refused)).collect()
}

/// Creates an endpoint, and shows its page with the secret.
pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&context(&viewer), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<NewWebhookInput>(input)?.parse(parts.reach))? {
        Ok(new) => new,
        Err((field, _)) => return again(&parts, &viewer, [Some((&fields, field)), None]).await,
    };
    match parts.webhooks.create(&viewer.caller(), &new, None, viewer.now, made).await {
        Ok(reply) => shown_once(&parts, &viewer, &reply).await,
        Err(Error::TooManyWebhooks) => Ok(viewer.done("hooks-too-many", HERE)),
        Err(error) => Err(error.into()),
    }
}

pub(super) fn made(WebhookRecord { webhook, secret, .. }: &WebhookRecord) -> Result<Reply, Error> {
    Reply::json(200, &json!([webhook.id.get(), secret.reveal()]))
}

/// The endpoint's page with the secret from [`made`].
pub(super) async fn shown_once(parts: &Parts, viewer: &Viewer, reply: &Reply) -> Served {
    let read = serde_json::from_str::<(u64, String)>(&reply.body);
    let (id, made) = read.map_err(|error| Error::Internal(error.to_string()))?;
    let id = WebhookId::new(id).ok_or(Failure::NotFound)?;
    let page = webhook::view(parts, viewer, id, Some(made), None, &Fields::of_query(None)).await?;
    Ok(secret(&page, &page.shell))
}

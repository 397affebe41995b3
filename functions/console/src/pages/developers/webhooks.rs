//! Webhooks: the shop's endpoints with their health.

use domain::webhook::{EventKind, Webhook};
use edge::body::Fields;
use jiff::SignedDuration;
use serde_json::Value;
use store::webhook::WebhookRecord;

use crate::fields::{Context, Kind, Shown, Spec, spec};
use crate::form::Failure;
use crate::parts::{Parts, Viewer};

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

pub(super) const NEW: &[Spec] = &[URL, spec("events", Kind::Some(&EVENTS)), INCLUDE, IMPORTS];

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

pub(super) fn form(viewer: &Viewer, refused: Option<(&Fields, &str)>) -> Vec<Shown> {
    NEW.iter().map(|spec| spec.show(&context(viewer), &Value::Null, refused)).collect()
}

//! Webhooks: the shop's endpoints with their health.

use domain::webhook::{EventKind, Webhook};
use jiff::SignedDuration;
use store::webhook::WebhookRecord;

use crate::fields::{Kind, Spec, spec};
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
    pub webhook: Webhook,
    pub health: &'static str,
}

/// The id of the text about an endpoint's health.
pub(super) async fn health(parts: &Parts, viewer: &Viewer, webhook: &Webhook) -> Result<&'static str, Failure> {
    Ok(match (webhook.is_enabled, webhook.failing_since) {
        (true, None) if !is_called(parts, viewer, webhook).await? => "hook-uncalled",
        (true, None) => "hook-works",
        (true, Some(_)) => "hook-fails",
        (false, _) => "hook-status-disabled",
    })
}

/// The class of a health's color.
pub(super) fn tone(health: &str) -> &'static str {
    match health {
        "hook-uncalled" => " q",
        "hook-fails" => " r",
        "hook-status-disabled" => " w0",
        _ => "",
    }
}

/// What a health means.
pub(super) fn about(viewer: &Viewer, health: &str, webhook: &Webhook) -> String {
    let since = webhook.failing_since.map(|since| viewer.ago(since)).unwrap_or_default();
    viewer.texts.say(&format!("{health}-about")).words("ago", &since).to_string()
}

/// Whether an endpoint was called. If it is older than the log of calls, it counts as called.
async fn is_called(parts: &Parts, viewer: &Viewer, webhook: &Webhook) -> Result<bool, Failure> {
    if viewer.now.duration_since(webhook.created_at) >= LOGGED_FOR {
        return Ok(true);
    }
    let log = parts.webhooks.log(&viewer.caller(), webhook.id, None, None, LOOKED_AT).await?;
    Ok(log.deliveries.iter().any(|delivery| !delivery.attempts.is_empty()))
}

pub(super) async fn rows(parts: &Parts, viewer: &Viewer) -> Result<Vec<HookRow>, Failure> {
    let mut rows = Vec::new();
    for WebhookRecord { webhook, .. } in parts.webhooks.list(&viewer.caller()).await? {
        rows.push(HookRow { health: health(parts, viewer, &webhook).await?, webhook });
    }
    Ok(rows)
}

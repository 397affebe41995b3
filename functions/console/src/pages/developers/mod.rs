//! For programs: the shop's webhooks with their health, and its API keys. A secret and a key are shown once.

mod key;
mod webhook;
mod webhooks;

use askama::Template;
use axum::http::StatusCode;
use domain::shop::KeyInfo;
use jiff::civil::Date;
use serde_json::{Value, json};

use self::webhooks::HookRow;
use crate::click::Click;
use crate::fields::{Refused, Shown};
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};

page! {
    get Owner "/console/developers" => show;
    post Owner "/console/keys" => key::create;
    post Owner "/console/keys/{id}/revoke" => key::revoke;
    post Owner "/console/webhooks" => webhook::create;
    get Owner "/console/webhooks/{id}" => webhook::show;
    post Owner "/console/webhooks/{id}" => webhook::change;
    post Owner "/console/webhooks/{id}/rotate" => webhook::rotate;
    post Owner "/console/webhooks/{id}/test" => webhook::test;
    post Owner "/console/webhooks/{id}/end" => webhook::end;
    post Owner "/console/webhooks/{id}/deliveries/{event}/replay" => webhook::replay;
}

pub(crate) const HERE: &str = "/console/developers";

#[derive(Template)]
#[template(path = "developers.html")]
struct DevelopersPage {
    shell: Shell,
    hooks: Vec<HookRow>,
    new_hook: Vec<Shown>,
    /// Each key with the day on which it was last used.
    keys: Vec<(KeyInfo, Option<Date>)>,
    /// The key that was just made.
    made: Option<String>,
    new_key: Vec<Shown>,
    /// The field for another API than ours.
    other: Shown,
    /// Whether the form for a webhook, and the one for a key, is unfolded, because nothing is there or the form came back.
    is_adding: [bool; 2],
}

impl DevelopersPage {
    fn is_over(&self, key: &KeyInfo) -> bool {
        key.expires_at.is_some_and(|at| at <= self.shell.now)
    }
}

/// The page or, after an error, the page with the input of the form for a webhook, or of the one for a key.
async fn view(
    parts: &Parts,
    viewer: &Viewer,
    refused: Option<Refused<'_>>,
    made: Option<String>,
) -> Result<DevelopersPage, Failure> {
    let (hooks, keys) = (webhooks::rows(parts, viewer).await?, parts.keys.list(&viewer.tenant).await?);
    let new_hook = viewer.form("hook").show(webhooks::NEW, &Value::Null, refused);
    let mut new_key = viewer.form("key").show(key::NEW, &json!({"dialect": "betterreviews"}), refused);
    let is_back = |form: &[Shown]| form.iter().any(Shown::is_wrong);
    Ok(DevelopersPage {
        shell: viewer.shell("developers"),
        is_adding: [hooks.is_empty() || is_back(&new_hook), keys.is_empty() && made.is_none() || is_back(&new_key)],
        other: new_key.remove(key::OTHER),
        hooks,
        new_hook,
        keys,
        made,
        new_key,
    })
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = view(&parts, &viewer, None, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

async fn again(parts: &Parts, viewer: &Viewer, refused: Refused<'_>) -> Served {
    let page = view(parts, viewer, Some(refused), None).await?;
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}

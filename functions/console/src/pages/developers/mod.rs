//! For programs: the shop's webhooks with their health, and its API keys. A secret and a key are shown once.

mod key;
mod keys;
mod webhook;
mod webhooks;

use askama::Template;
use axum::http::StatusCode;
use domain::shop::KeyInfo;
use edge::body::Fields;
use jiff::civil::Date;

use self::webhooks::HookRow;
use crate::click::Click;
use crate::fields::Shown;
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

/// A form that came back: its fields, and the name of the invalid one.
type Refused<'a> = Option<(&'a Fields, &'a str)>;

/// The page or, after an error, the page with the input of the form for a webhook, or of the one for a key.
async fn view(
    parts: &Parts,
    viewer: &Viewer,
    [hook, key]: [Refused<'_>; 2],
    made: Option<String>,
) -> Result<DevelopersPage, Failure> {
    let (hooks, keys) = (webhooks::rows(parts, viewer).await?, parts.keys.list(&viewer.tenant).await?);
    let mut new_key = keys::form(viewer, key);
    let other = new_key.remove(keys::OTHER);
    Ok(DevelopersPage {
        shell: viewer.shell("developers"),
        new_hook: webhooks::form(viewer, hook),
        is_adding: [hooks.is_empty() || hook.is_some(), keys.is_empty() && made.is_none() || key.is_some()],
        hooks,
        keys,
        made,
        new_key,
        other,
    })
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = view(&parts, &viewer, [None, None], None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

async fn again(parts: &Parts, viewer: &Viewer, refused: [Refused<'_>; 2]) -> Served {
    let page = view(parts, viewer, refused, None).await?;
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}

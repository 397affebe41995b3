//! The end of a shop. An owner ends it in *Settings*. For thirty days, everybody who signs in sees that it ended, and owners
//! can restore it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::shop::{EndedBy, erased_from};
use domain::values::Mode;
use texts::Texts;

use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::page::page;
use crate::parts::Viewer;
use crate::respond::page;

page! {
    post Owner "/console/settings/end" => end;
    post Owner "/console/restore" => restore;
}

const RESTORE: &str = "/console/restore";
/// What is still allowed in a shop that ended.
const OPEN: [&str; 2] = [RESTORE, "/console/sign-out"];

#[derive(Template)]
#[template(path = "ended.html")]
struct EndedPage {
    texts: Texts,
    shop: String,
    until: String,
    is_owner: bool,
}

pub(crate) fn ended(viewer: &Viewer, path: &str) -> Option<Response> {
    let ended_at = viewer.shop.ended_at.filter(|_| !OPEN.contains(&path))?;
    let shown = EndedPage {
        texts: viewer.texts,
        shop: viewer.shop.shop.name.clone(),
        until: viewer.day_and_time(erased_from(ended_at)),
        is_owner: viewer.is_owner(),
    };
    Some(page(StatusCode::GONE, &shown))
}

/// The text about what will end: for a live shop, also its test mode.
pub(crate) fn about(viewer: &Viewer) -> &'static str {
    match viewer.tenant.mode {
        Mode::Live => "end-about",
        Mode::Test => "end-about-test",
    }
}

/// Whether the person may end the shop. A guest whom an API key let in may not: whoever stole the key could.
pub(crate) fn may_end(viewer: &Viewer) -> bool {
    viewer.is_owner() && viewer.key.is_none()
}

/// Ends the shop, if the person typed its id.
pub(crate) async fn end(Click { parts, viewer, fields, .. }: Click) -> Served {
    if !may_end(&viewer) {
        return Err(Failure::Forbidden);
    }
    let id = viewer.tenant.id.as_str();
    if fields.text("shop").trim() != id {
        return Ok(Flash::new(viewer.texts.say("end-wrong").words("shop", id)).then("/console/data#end"));
    }
    let by = if viewer.id.is_some() { EndedBy::Owner } else { EndedBy::Operator };
    parts.end.end(&viewer.caller().author(), Some(by), &viewer.tenant, viewer.now).await?;
    Ok(edge::page::see_other("/console"))
}

pub(crate) async fn restore(Click { parts, viewer, .. }: Click) -> Served {
    parts.end.restore(&viewer.caller().author(), &viewer.tenant, viewer.now).await?;
    Ok(viewer.done("shop-ended-restored", "/console"))
}

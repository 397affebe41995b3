//! Home, and *More*: what a phone's bar has no room for, the shop's public pages, and what to do when something does not work.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::page::see_other;

use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::{NAV, Shell};
use crate::viewer::Viewer;

/// The places of the page to which lines of *Today* lead.
pub(crate) const HELP_WEBHOOK: &str = "/console/more#webhook";
pub(crate) const HELP_HOLD: &str = "/console/more#held";

#[derive(Template)]
#[template(path = "more.html")]
struct MorePage {
    shell: Shell,
    /// The addresses of all published reviews and of how the shop decides; `None` if the shop shows neither.
    public: Option<(String, String)>,
}

impl MorePage {
    /// What to do: the place on the page, and the texts.
    fn help(&self) -> [(&'static str, &'static str, &'static str); 4] {
        [
            ("not-sent", "help-not-sent", "help-not-sent-text"),
            ("paused", "help-paused", "help-paused-text"),
            ("held", "help-held", "help-held-text"),
            ("webhook", "help-webhook", "help-webhook-text"),
        ]
    }
}

/// Leads to the first page that the person may see.
pub(crate) async fn home(viewer: Viewer) -> Response {
    let first = NAV.iter().find(|entry| viewer.may(entry.role));
    see_other(first.map_or("/console/more", |entry| entry.path))
}

pub(crate) async fn show(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Response {
    let (base_url, slug) = (&parts.base_url, viewer.tenant.id.as_str());
    let public = viewer.public(base_url, "@all.html").map(|reviews| (reviews, format!("{base_url}/trust/{slug}")));
    let page = MorePage { shell: viewer.shell("more"), public };
    framed(StatusCode::OK, &page, &page.shell)
}

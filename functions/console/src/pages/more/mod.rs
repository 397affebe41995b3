//! Home, and *More*: what a phone's bar has no room for.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use edge::page::see_other;

use crate::member::Member;
use crate::respond::framed;
use crate::shell::{NAV, Shell};

#[derive(Template)]
#[template(path = "more.html")]
struct MorePage {
    shell: Shell,
}

/// Leads to the first page that the person may see.
pub(crate) async fn home(member: Member) -> Response {
    let first = NAV.iter().find(|entry| member.may(entry.role));
    see_other(first.map_or("/console/more", |entry| entry.path))
}

pub(crate) async fn show(member: Member) -> Response {
    let page = MorePage { shell: member.shell("more") };
    framed(StatusCode::OK, &page, &page.shell)
}

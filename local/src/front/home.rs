//! The start page, and its button: the demo shop asks a customer, so that a developer sees that before they write a call.

use askama::Template;
use axum::{
    body::Bytes,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use jiff::Timestamp;

use super::{
    Front,
    page::{self, FrontError},
};
use crate::{Work, demo::Demo, request_of};

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    demo: Demo,
    mails: usize,
    now: Timestamp,
    dead: usize,
}

impl Home {
    fn clock(&self) -> String {
        page::words(self.now)
    }
}

pub(super) async fn show(State(Front { world, demo }): State<Front>) -> Result<Response, FrontError> {
    page::page(&Home {
        demo,
        mails: world.aws().inbox().len(),
        now: world.aws().clock().now(),
        dead: world.aws().queue(Work::Sends)?.dead().len(),
    })
}

/// Creates a request for three products, sends its email, and redirects to the email in the inbox, or with `show=page`
/// to the customer's page.
pub(super) async fn ask(State(Front { world, demo, .. }): State<Front>, body: Bytes) -> Result<Response, FrontError> {
    let shows_page = form_urlencoded::parse(&body).any(|field| field == ("show".into(), "page".into()));
    let task = world.clone();
    // This is its own task, so that a caller who disconnects does not stop an email between claim and commit.
    let asked = tokio::spawn(async move { demo.ask(&task).await }).await??;
    let mail = world.aws().inbox().into_iter().rfind(|mail| request_of(mail) == Some(asked.request));
    let to = match mail {
        _ if shows_page => asked.page,
        Some(mail) => format!("/local/inbox/{}", mail.id),
        None => "/local/inbox".to_owned(),
    };
    Ok(Redirect::to(&to).into_response())
}

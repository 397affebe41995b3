//! The demo shop asks a customer, so that a developer sees that before they write a call.

use axum::{
    body::Bytes,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{Front, error::FrontError};
use crate::request_of;

/// Creates a request for three products, sends its email, and redirects to the email in the inbox, or with `show=page`
/// to the customer's page.
pub(super) async fn create(
    State(Front { world, demo, .. }): State<Front>,
    body: Bytes,
) -> Result<Response, FrontError> {
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

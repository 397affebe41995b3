//! `POST /review/hub/renew`: the Link Expired page's button.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::form;
use texts::Texts;

use crate::Parts;
use crate::language::Preferred;
use crate::openapi::TokenForm;
use crate::pages::RenewedPage;
use crate::respond::{Failure, page};
use crate::theme::Theme;

/// Ask for a new link
///
/// It is mailed to the stored address and never shown; the answer is the same whatever happened.
#[utoipa::path(
    post, path = "/review/hub/renew", operation_id = "renewLink",
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = String, content_type = "text/html", description = "The page that says so.")),
)]
pub(crate) async fn renew(
    State(parts): State<Arc<Parts>>,
    Preferred(language): Preferred,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let token = fields.text("token");
    parts.hub.renew(token, parts.clock.now()).await?;
    // The same answer whatever happened, in the browser's language: it tells nobody which links exist.
    Ok(page(StatusCode::OK, &RenewedPage { texts: Texts::page(language), theme: Theme::default() }))
}

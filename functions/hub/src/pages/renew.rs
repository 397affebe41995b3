//! The button on the page of an expired link, which emails a new link.

use askama::Template;
use axum::http::StatusCode;
use texts::Texts;

use crate::SharedParts;
use crate::failure::Served;
use crate::respond::{Form, Preferred, TokenForm, page, text};
use crate::theme::Theme;

/// The answer to every request for a new link, whatever the result.
#[derive(Template)]
#[template(path = "renewed.html")]
struct RenewedPage {
    texts: Texts,
    theme: Theme<'static>,
}

/// Request a new link
///
/// Emails a new link to the stored address. The answer is always the same and never shows the link.
#[utoipa::path(
    post, path = "/review/hub/renew", operation_id = "renewLink",
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = String, content_type = "text/html", description = "The page that confirms the request.")),
)]
pub(crate) async fn renew(parts: SharedParts, Preferred(language): Preferred, Form(form): Form<TokenForm>) -> Served {
    parts.hub.renew(text(&form.token), parts.clock.now()).await?;
    // In the browser's language. The shop's language would reveal that the link exists.
    Ok(page(StatusCode::OK, &RenewedPage { texts: Texts::page(language), theme: Theme::default() }))
}

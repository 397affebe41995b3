//! `POST /review/hub/postpone`: the button "I haven't received it yet".

use std::sync::Arc;

use app::Postponed;
use app::mail::day;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::form;

use crate::Parts;
use crate::language::Preferred;
use crate::openapi::TokenForm;
use crate::pages::{PostponedPage, ReviewedPage};
use crate::respond::{Failure, signed, unknown};
use crate::view::dead_link;

/// Put the request off
///
/// Once, by a week: no message leaves meanwhile, and one more is sent then if none was owed.
#[utoipa::path(
    post, path = "/review/hub/postpone", operation_id = "postpone",
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page that says what happens next."),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn postpone(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let token = fields.text("token");
    let postponed = parts.hub.postpone(token, parts.clock.now()).await?;
    Ok(match postponed {
        Some(Postponed::PutOff { shop, again_at, expires_at }) => {
            let (texts, theme) = preferred.texts_and_theme(&shop);
            let (again_on, valid_until) = (again_at.map(|at| day(texts, at)), day(texts, expires_at));
            let postponed = PostponedPage { texts, theme, shop_name: &shop.name, token, again_on, valid_until };
            signed(StatusCode::OK, &postponed, theme)
        }
        Some(Postponed::Reviewed { shop }) => {
            let (texts, theme) = preferred.texts_and_theme(&shop);
            signed(StatusCode::OK, &ReviewedPage { texts, theme, shop_name: &shop.name, token }, theme)
        }
        Some(Postponed::Refused(dead)) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
}

//! `/review/unsubscribe?token=…`: GET asks, POST stops. A mail program's one click (RFC 8058)
//! posts `List-Unsubscribe=One-Click` to the link itself, this page's button and the customer's page's
//! post the token.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use edge::{Fields, form};

use crate::Parts;
use crate::language::Preferred;
use crate::openapi::TokenForm;
use crate::pages::{UnsubscribePage, UnsubscribedPage};
use crate::respond::{Failure, signed, unknown};

/// Ask whether the shop's mails and texts shall stop
#[utoipa::path(
    get, path = "/review/unsubscribe", operation_id = "askToUnsubscribe",
    params(("token" = String, Query, description = "The mail's token.")),
    responses((status = 200, body = String, content_type = "text/html", description = "The page with its button."), (status = 404)),
)]
pub(crate) async fn ask(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Fields::of_query(query.as_deref());
    let token = query.text("token");
    let shop = parts.hub.unsubscribing(token, parts.clock.now()).await?;
    Ok(match shop {
        Some(shop) => {
            let (texts, theme) = preferred.texts_and_theme(&shop);
            signed(StatusCode::OK, &UnsubscribePage { texts, theme, shop_name: &shop.name, token }, theme)
        }
        None => unknown(),
    })
}

/// Stop the shop's mails and texts
///
/// A mail program's one click (RFC 8058) gives the token in the query, the page's button in the form.
#[utoipa::path(
    post, path = "/review/unsubscribe", operation_id = "unsubscribe",
    params(("token" = Option<String>, Query, description = "The mail's token.")),
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = String, content_type = "text/html", description = "The mails and texts have stopped."), (status = 404)),
)]
pub(crate) async fn stop(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    RawQuery(query): RawQuery,
    body: Body,
) -> Result<Response, Failure> {
    let (posted, query) = (form(body).await?, Fields::of_query(query.as_deref()));
    let token = posted.find("token").unwrap_or_else(|| query.text("token"));
    let shop = parts.hub.unsubscribe(token, parts.clock.now()).await?;
    Ok(match shop {
        Some(shop) => {
            let (texts, theme) = preferred.texts_and_theme(&shop);
            signed(StatusCode::OK, &UnsubscribedPage { texts, theme, shop_name: &shop.name }, theme)
        }
        None => unknown(),
    })
}

//! `/review/unsubscribe?token=…`: GET asks for a confirmation, POST unsubscribes.
//!
//! An email program's one click (RFC 8058) posts `List-Unsubscribe=One-Click` to the link itself. The buttons on this
//! page and on the customer's page post the token in a form. Somebody who has unsubscribed sees a button to
//! resubscribe.

use askama::Template;
use axum::http::StatusCode;
use edge::body::Query;
use serde::Deserialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::SharedParts;
use crate::pages::draft::until_tomorrow;
use crate::respond::{Failure, Form, Preferred, Served, Theme, texts_and_theme, with_logo};

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct UnsubscribePage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// The unsubscribe token, which the button sends back.
    token: &'a str,
}

#[derive(Template)]
#[template(path = "unsubscribed.html")]
struct UnsubscribedPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// The unsubscribe token, which the button to resubscribe sends back.
    token: &'a str,
}

#[derive(Template)]
#[template(path = "resubscribed.html")]
struct ResubscribedPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
}

/// The form that the page's buttons and email programs send.
#[derive(Deserialize, ToSchema)]
pub(crate) struct UnsubscribeForm {
    /// The token in the link. Whoever has the token has access.
    token: Option<String>,
    /// Any value resubscribes.
    undo: Option<String>,
}

/// Ask whether to stop the shop's emails and SMS
///
/// Changes nothing, because programs that scan emails also follow links.
#[utoipa::path(
    get, path = "/review/unsubscribe", operation_id = "askToUnsubscribe",
    params(("token" = String, Query, description = "The token in the email's unsubscribe link.")),
    responses((status = 200, body = String, content_type = "text/html", description = "The page with its button."), (status = 404)),
)]
pub(crate) async fn ask(parts: SharedParts, preferred: Preferred, Query(query): Query) -> Served {
    let token = query.text("token");
    let shop = parts.hub.unsubscribing(token, parts.clock.now()).await.map_err(Failure::of_link(token))?;
    let (texts, theme) = texts_and_theme(preferred, &shop);
    Ok(with_logo(StatusCode::OK, &UnsubscribePage { texts, theme, shop_name: &shop.name, token }, theme))
}

/// Stop the shop's emails and SMS
///
/// An email program's one-click call (RFC 8058) has the token in the query; the page's button sends it in the form.
/// With `undo`, the shop may send emails and SMS again.
#[utoipa::path(
    post, path = "/review/unsubscribe", operation_id = "unsubscribe",
    params(("token" = Option<String>, Query, description = "The token in the email's unsubscribe link.")),
    request_body(content = UnsubscribeForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The emails and SMS have stopped or, with `undo`, may be sent again."),
        (status = 404),
        (status = 429, description = "The emails and SMS stay stopped, because they were resumed 20 times today."),
    ),
)]
pub(crate) async fn stop(
    parts: SharedParts,
    preferred: Preferred,
    Query(query): Query,
    Form(form): Form<UnsubscribeForm>,
) -> Served {
    let token = form.token.as_deref().unwrap_or_else(|| query.text("token"));
    let now = parts.clock.now();
    if form.undo.is_some() {
        let (shop, is_back) = parts.hub.resubscribe(token, now).await.map_err(Failure::of_link(token))?;
        let (texts, theme) = texts_and_theme(preferred, &shop);
        return Ok(match is_back {
            true => with_logo(StatusCode::OK, &ResubscribedPage { texts, theme, shop_name: &shop.name }, theme),
            false => {
                let still = UnsubscribedPage { texts, theme, shop_name: &shop.name, token };
                until_tomorrow(with_logo(StatusCode::TOO_MANY_REQUESTS, &still, theme), now)
            }
        });
    }
    let shop = parts.hub.unsubscribe(token, now).await.map_err(Failure::of_link(token))?;
    let (texts, theme) = texts_and_theme(preferred, &shop);
    Ok(with_logo(StatusCode::OK, &UnsubscribedPage { texts, theme, shop_name: &shop.name, token }, theme))
}

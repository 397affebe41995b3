//! The button "Ask me in a week".

use app::message::mail::day;
use askama::Template;
use axum::http::StatusCode;
use texts::Texts;

use crate::SharedParts;
use crate::respond::{Failure, Form, Preferred, Served, Theme, TokenForm, text, texts_and_theme, with_logo};
use crate::use_cases::Postponed;

/// Says what happens next with a postponed request.
#[derive(Template)]
#[template(path = "postponed.html")]
struct PostponedPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    token: &'a str,
    /// The day of the next message, in words; `None` if no message follows.
    again_on: Option<String>,
    /// The last day of the link, in words.
    valid_until: String,
}

/// Says that something was already reviewed, so that there is nothing to postpone.
#[derive(Template)]
#[template(path = "reviewed.html")]
struct ReviewedPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    token: &'a str,
}

/// Postpone the request
///
/// Postpones the request by a week; works once. No message is sent in that week. If no further message was planned, one
/// is added at the end of the week.
#[utoipa::path(
    post, path = "/review/hub/postpone", operation_id = "postpone",
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page that says what happens next."),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn postpone(parts: SharedParts, preferred: Preferred, Form(form): Form<TokenForm>) -> Served {
    let token = text(&form.token);
    let postponed = parts.hub.postpone(token, parts.clock.now()).await.map_err(Failure::of_link(token))?;
    Ok(match &postponed {
        Postponed::PutOff { shop, again_on, expires_at } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            let again_on = again_on.map(|date| texts.day(date.year(), date.month(), date.day()));
            let valid_until = day(texts, *expires_at);
            let page = PostponedPage { texts, theme, shop_name: &shop.name, token, again_on, valid_until };
            with_logo(StatusCode::OK, &page, theme)
        }
        Postponed::Reviewed { shop } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            with_logo(StatusCode::OK, &ReviewedPage { texts, theme, shop_name: &shop.name, token }, theme)
        }
    })
}

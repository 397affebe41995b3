//! The error pages: for an unknown, expired or cancelled link, a wrong method, or a failure on our side; and the button on the page of
//! an expired link, which emails a new link.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::header::{ALLOW, HeaderName, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use domain::values::Language;
use edge::body::Query;
use edge::described::described;
use edge::error::Error;
use edge::routes::unserved;
use texts::Texts;

use crate::SharedParts;
use crate::respond::{Failure, Form, Preferred, Served, Theme, TokenForm, page, text, texts_and_theme, with_logo};

/// Seconds until the next try. A person needs longer than a program.
const RETRY_AFTER_S: &str = "30";

/// 404: the page or the token is unknown, or the token is damaged or forged.
#[derive(Template)]
#[template(path = "unknown.html")]
struct UnknownPage {
    texts: Texts,
    theme: Theme<'static>,
}

/// A page with nothing but a sentence: a method that no page has (405), a request that the shop cancelled (410), a failure on our
/// side or a truncated or too long body, which trying again may help, and the answer to every request for a new link.
#[derive(Template)]
#[template(path = "sentence.html")]
struct SentencePage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    /// The link's shop, if it is known.
    shop_name: Option<&'a str>,
    heading: &'static str,
    sentence: &'static str,
    hint: Option<&'static str>,
}

/// 410: the link has expired. A button requests a new link.
#[derive(Template)]
#[template(path = "expired.html")]
struct ExpiredPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// The old link's token, which the button sends back.
    token: &'a str,
}

/// Writes the page for every [`Failure`]: in the language and colors of the link's shop if it is known, else in the
/// browser's language.
pub(crate) async fn render(preferred: Preferred, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    match response.extensions().get::<Arc<Failure>>() {
        Some(failure) => rendered(failure, preferred),
        None => response,
    }
}

fn rendered(failure: &Failure, preferred: Preferred) -> Response {
    let Preferred(language) = preferred;
    let (texts, theme) = (Texts::page(language), Theme::default());
    match failure {
        // The page is the same for every invalid token, so that it does not reveal why the token is invalid.
        Failure::Unknown => page(StatusCode::NOT_FOUND, &UnknownPage { texts, theme }),
        Failure::UnknownMethod { allow } => {
            with_header(page(StatusCode::METHOD_NOT_ALLOWED, &UnknownPage { texts, theme }), ALLOW, allow)
        }
        Failure::Failed(Error::Method { allow }) => {
            let (heading, sentence) = ("not-allowed-heading", "not-allowed-why");
            let answer = SentencePage { texts, theme, shop_name: None, heading, sentence, hint: None };
            with_header(page(StatusCode::METHOD_NOT_ALLOWED, &answer), ALLOW, allow)
        }
        Failure::Expired { shop, token } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            with_logo(StatusCode::GONE, &ExpiredPage { texts, theme, shop_name: &shop.name, token }, theme)
        }
        Failure::Cancelled { shop } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            let (heading, sentence) = ("cancelled-heading", "cancelled-why");
            with_logo(
                StatusCode::GONE,
                &SentencePage { texts, theme, shop_name: Some(&shop.name), heading, sentence, hint: None },
                theme,
            )
        }
        Failure::Failed(error) => {
            let status = described(error).status;
            let (heading, sentence) = ("failure-heading", "failure-why");
            let response = page(status, &SentencePage { texts, theme, shop_name: None, heading, sentence, hint: None });
            if status == StatusCode::SERVICE_UNAVAILABLE {
                with_header(response, RETRY_AFTER, RETRY_AFTER_S)
            } else {
                response
            }
        }
    }
}

fn with_header(mut response: Response, name: HeaderName, value: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}

pub(crate) async fn unknown() -> Failure {
    Failure::Unknown
}

pub(crate) async fn wrong_method(uri: Uri) -> Failure {
    match unserved(uri.path()) {
        Error::Method { allow } if uri.path().starts_with("/r/") => Failure::UnknownMethod { allow },
        error => error.into(),
    }
}

/// Request a new link
///
/// Emails a new link to the stored address. The answer is always the same and never shows the link.
#[utoipa::path(
    post, path = "/review/hub/renew", operation_id = "renewLink",
    params(("lang" = Option<String>, Query, description = "The language of the answer, by default the browser's.")),
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = String, content_type = "text/html", description = "The page that confirms the request.")),
)]
pub(crate) async fn renew(
    parts: SharedParts,
    Preferred(preferred): Preferred,
    Query(query): Query,
    Form(form): Form<TokenForm>,
) -> Served {
    parts.hub.renew(text(&form.token), parts.clock.now()).await?;
    // In the language of the page with the button. The link's own, read here, would reveal that the link exists.
    let language = Language::find(query.text("lang")).unwrap_or(preferred);
    let (texts, theme) = (Texts::page(language), Theme::default());
    let (heading, sentence, hint) = ("renewed-heading", "renewed-what", Some("renewed-again"));
    Ok(page(StatusCode::OK, &SentencePage { texts, theme, shop_name: None, heading, sentence, hint }))
}

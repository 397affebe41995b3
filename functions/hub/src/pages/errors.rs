//! The pages shown when something does not work: an unknown, expired or cancelled link, a wrong method,
//! a failure on our side.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::header::{ALLOW, HeaderName, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use edge::described::described;
use edge::error::Error;
use edge::routes::unserved;
use texts::Texts;

use crate::failure::Failure;
use crate::language::{Preferred, texts_and_theme};
use crate::respond::{page, with_logo};
use crate::theme::Theme;

/// How long to wait before another try, in seconds: a person is slower than a program.
const RETRY_AFTER_S: &str = "30";

/// 404: no such page, or a token that is unknown, damaged or forged.
#[derive(Template)]
#[template(path = "unknown.html")]
struct UnknownPage {
    texts: Texts,
    theme: Theme<'static>,
}

/// 405: a known page, requested with the wrong method.
#[derive(Template)]
#[template(path = "not_allowed.html")]
struct NotAllowedPage {
    texts: Texts,
    theme: Theme<'static>,
}

/// 410: the link has expired. A button requests a new one.
#[derive(Template)]
#[template(path = "expired.html")]
struct ExpiredPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// The old link's token, sent back by the button.
    token: &'a str,
}

/// 410: the shop cancelled the request.
#[derive(Template)]
#[template(path = "cancelled.html")]
struct CancelledPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
}

/// 500 or 503: our fault, worth another try. Also 400 or 413 for a body that was cut off or too long.
#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    texts: Texts,
    theme: Theme<'static>,
}

/// Writes the page of every [`Failure`]: in the shop's language and colors where the link names a shop,
/// else in the language that the browser prefers.
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
        // One page for every token that opens nothing, with no hint why.
        Failure::Unknown => page(StatusCode::NOT_FOUND, &UnknownPage { texts, theme }),
        Failure::UnknownMethod { allow } => {
            with_header(page(StatusCode::METHOD_NOT_ALLOWED, &UnknownPage { texts, theme }), ALLOW, allow)
        }
        Failure::Failed(Error::Method { allow }) => {
            with_header(page(StatusCode::METHOD_NOT_ALLOWED, &NotAllowedPage { texts, theme }), ALLOW, allow)
        }
        Failure::Expired { shop, token } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            with_logo(StatusCode::GONE, &ExpiredPage { texts, theme, shop_name: &shop.name, token }, theme)
        }
        Failure::Cancelled { shop } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            with_logo(StatusCode::GONE, &CancelledPage { texts, theme }, theme)
        }
        Failure::Failed(error) => {
            let status = described(error).status;
            let response = page(status, &FailurePage { texts, theme });
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

/// For routes that lead nowhere.
pub(crate) async fn unknown() -> Failure {
    Failure::Unknown
}

/// For a method that a page does not have.
pub(crate) async fn wrong_method(uri: Uri) -> Failure {
    match unserved(uri.path()) {
        Error::Method { allow } if uri.path().starts_with("/r/") => Failure::UnknownMethod { allow },
        error => error.into(),
    }
}

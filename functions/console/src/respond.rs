//! Responses with pages, and the headers that are different in the console.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use edge::page::{self, POLICY};

use crate::cookie::{self, FLASH};
use crate::shell::Shell;

/// A page without the frame, such as a page for signing in.
pub(crate) fn page(status: StatusCode, page: &impl Template) -> Response {
    finish(page::page(status, page.render(), POLICY))
}

/// A page in the frame. Its message is shown once.
pub(crate) fn framed(status: StatusCode, page: &impl Template, shell: &Shell) -> Response {
    let response = self::page(status, page);
    if shell.flash.is_some() { cookie::set(response, FLASH, "", 0) } else { response }
}

/// The policy of a message's preview. A mail program also uses only the message's own styles, and runs no scripts.
const OF_FRAME: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'; img-src data: https:";

/// A document for a frame that only our own pages may show.
pub(crate) fn for_frame(status: StatusCode, document: &impl Template) -> Response {
    let mut response = finish(page::page(status, document.render(), OF_FRAME));
    response.headers_mut().remove(X_FRAME_OPTIONS);
    response
}

/// A page with a key or secret that is shown once. It is sent uncompressed, because the compressed length next to typed input
/// would help to guess the secret.
pub(crate) fn secret(page: &impl Template, shell: &Shell) -> Response {
    uncompressed(framed(StatusCode::OK, page, shell))
}

/// A page that is sent uncompressed, such as one with a code.
pub(crate) fn uncompressed(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform"));
    response
}

/// With the policy `no-referrer`, browsers would send `Origin: null` with a page's forms.
fn finish(mut response: Response) -> Response {
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

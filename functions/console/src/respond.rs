//! Responses: a page with the headers that all pages have, but for those about which the console differs.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use edge::page::{self, POLICY};

use crate::cookie::{self, FLASH};
use crate::shell::Shell;

/// A page without the frame, such as one for signing in.
pub(crate) fn page(status: StatusCode, page: &impl Template) -> Response {
    finish(page::page(status, page.render(), POLICY))
}

/// A page in the frame. What it says about what was just done is said once.
pub(crate) fn framed(status: StatusCode, page: &impl Template, shell: &Shell) -> Response {
    let response = self::page(status, page);
    if shell.flash.is_some() { cookie::set(response, FLASH, "", 0) } else { response }
}

/// A message as its readers see it: their mail programs know no stylesheet but its own, and it runs nothing.
const OF_FRAME: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'; img-src data: https:";

/// A document for a frame of a page of ours, and for no other frame.
pub(crate) fn for_frame(status: StatusCode, document: &impl Template) -> Response {
    let mut response = finish(page::page(status, document.render(), OF_FRAME));
    response.headers_mut().remove(X_FRAME_OPTIONS);
    response
}

/// A page with a key or a secret that is shown once: it goes out uncompressed, because its length next to what its reader
/// typed would help to guess it.
pub(crate) fn secret(page: &impl Template, shell: &Shell) -> Response {
    uncompressed(framed(StatusCode::OK, page, shell))
}

/// A page that goes out uncompressed, such as one with a code.
pub(crate) fn uncompressed(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform"));
    response
}

/// Browsers send `Origin: null` with the forms of a page that forbids the referrer to everybody.
fn finish(mut response: Response) -> Response {
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

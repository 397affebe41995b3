//! The pages that need no request: unknown, not allowed, and the stylesheet.

use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use edge::Segment;

use crate::pages::{HUB_CSS, NotAllowedPage, UnknownPage};
use crate::respond::page;

/// 404: the same page for every token that opens nothing, with no hint which.
pub(crate) async fn unknown() -> Response {
    page(StatusCode::NOT_FOUND, &UnknownPage)
}

pub(crate) async fn not_allowed_get() -> Response {
    not_allowed("GET, HEAD")
}

pub(crate) async fn not_allowed_post() -> Response {
    not_allowed("POST")
}

pub(crate) async fn not_allowed_both() -> Response {
    not_allowed("GET, HEAD, POST")
}

fn not_allowed(allow: &'static str) -> Response {
    let mut response = page(StatusCode::METHOD_NOT_ALLOWED, &NotAllowedPage);
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
    response
}

/// The stylesheet. Its name has no version, so it is asked for anew after an hour.
pub(crate) async fn asset(Segment(file): Segment) -> Response {
    match file.as_str() {
        "hub.css" => {
            let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")];
            (headers, HUB_CSS).into_response()
        }
        _ => unknown().await,
    }
}

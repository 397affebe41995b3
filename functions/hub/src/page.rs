//! The pages that need no request: unknown, not allowed, and the stylesheet.

use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use edge::Segment;

use crate::pages::{HUB_CSS, HUB_ICON};
use crate::respond::{self, Plain};

/// 404: the same page for every token that opens nothing, with no hint which.
pub(crate) async fn unknown() -> Response {
    respond::unknown()
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
    let mut response = Plain::NotAllowed.with(StatusCode::METHOD_NOT_ALLOWED);
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
    response
}

/// The pages' stylesheet and icon
#[utoipa::path(
    get, path = "/review/assets/{file}", operation_id = "getAsset",
    params(("file" = String, Path, description = "`hub.css` or `icon.svg`.")),
    responses(
        (status = 200, description = "The file.", content((String = "text/css"), (String = "image/svg+xml"))),
        (status = 404),
    ),
)]
// Their names have no version, so they are asked for anew after an hour.
pub(crate) async fn asset(Segment(file): Segment) -> Response {
    match file.as_str() {
        "hub.css" => embedded("text/css; charset=utf-8", HUB_CSS),
        "icon.svg" => embedded("image/svg+xml", HUB_ICON),
        _ => unknown().await,
    }
}

fn embedded(content_type: &'static str, content: &'static str) -> Response {
    ([(CONTENT_TYPE, content_type), (CACHE_CONTROL, "public, max-age=3600")], content).into_response()
}

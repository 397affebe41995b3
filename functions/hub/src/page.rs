//! The pages that need no request: unknown, not allowed, and what the pages load.

use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use edge::Segment;

use crate::pages::{HUB_CSS, HUB_ICON, HUB_JS, NotAllowedPage, PHOTO_JS, REOPEN_JS, UnknownPage};
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

/// The pages' stylesheet, scripts and icon
#[utoipa::path(
    get, path = "/review/assets/{file}", operation_id = "getAsset",
    params(("file" = String, Path, description = "`hub.css`, `hub.js`, `photo.js`, `reopen.js` or `icon.svg`.")),
    responses(
        (status = 200, description = "The file.", content((String = "text/css"), (String = "text/javascript"), (String = "image/svg+xml"))),
        (status = 404),
    ),
)]
// Their names have no version, so they are asked for anew after an hour.
pub(crate) async fn asset(Segment(file): Segment) -> Response {
    match file.as_str() {
        "hub.css" => embedded("text/css; charset=utf-8", HUB_CSS),
        "hub.js" => embedded("text/javascript; charset=utf-8", HUB_JS),
        "reopen.js" => embedded("text/javascript; charset=utf-8", REOPEN_JS),
        "icon.svg" => embedded("image/svg+xml", HUB_ICON),
        "photo.js" => embedded("text/javascript; charset=utf-8", PHOTO_JS),
        _ => unknown().await,
    }
}

fn embedded(content_type: &'static str, content: &'static str) -> Response {
    ([(CONTENT_TYPE, content_type), (CACHE_CONTROL, "public, max-age=3600")], content).into_response()
}

//! The pages that need no request: unknown, not allowed, and what the pages load.

use std::borrow::Cow;

use axum::extract::RawQuery;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use domain::Color;
use edge::{Fields, Segment};

use crate::pages::{HUB_ICON, HUB_JS, PHOTO_JS, REOPEN_JS};
use crate::respond::{self, Plain};
use crate::theme::{HUB_CSS, in_color};

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

/// The pages' stylesheet, scripts and icon
#[utoipa::path(
    get, path = "/review/assets/{file}", operation_id = "getAsset",
    params(
        ("file" = String, Path, description = "`hub.css`, `hub.js`, `photo.js`, `reopen.js` or `icon.svg`."),
        ("color" = Option<String>, Query, description = "Of `hub.css`: six hexadecimal digits. In what is none it is plain."),
    ),
    responses(
        (status = 200, description = "The file.", content((String = "text/css"), (String = "text/javascript"), (String = "image/svg+xml"))),
        (status = 404),
    ),
)]
// Their names have no version, so they are asked for anew after an hour.
pub(crate) async fn asset(Segment(file): Segment, RawQuery(query): RawQuery) -> Response {
    match file.as_str() {
        "hub.css" => {
            let fields = Fields::of_query(query.as_deref());
            let color = fields.find("color").and_then(Color::from_hex);
            embedded("text/css; charset=utf-8", color.map_or(Cow::Borrowed(HUB_CSS), |color| in_color(color).into()))
        }
        "hub.js" => embedded("text/javascript; charset=utf-8", HUB_JS.into()),
        "reopen.js" => embedded("text/javascript; charset=utf-8", REOPEN_JS.into()),
        "icon.svg" => embedded("image/svg+xml", HUB_ICON.into()),
        "photo.js" => embedded("text/javascript; charset=utf-8", PHOTO_JS.into()),
        _ => unknown().await,
    }
}

fn embedded(content_type: &'static str, content: Cow<'static, str>) -> Response {
    ([(CONTENT_TYPE, content_type), (CACHE_CONTROL, "public, max-age=3600")], content).into_response()
}

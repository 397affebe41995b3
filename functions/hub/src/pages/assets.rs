//! What the pages load: the stylesheet, the scripts and the icon.

use std::borrow::Cow;

use axum::extract::RawQuery;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::Color;
use edge::{Fields, Segment};

use crate::failure::Failure;
use crate::theme::{HUB_CSS, in_color};

/// The script of every page except the one for unknown links. No page depends on it.
const HUB_JS: &str = include_str!("../../assets/hub.js");
/// The script of the page for unknown links.
const REOPEN_JS: &str = include_str!("../../assets/reopen.js");
/// Turns the button for photos into a picker that makes photos smaller before it uploads them.
const PHOTO_JS: &str = include_str!("../../assets/photo.js");
/// The star in the browser's tab. Without an icon, browsers request `/favicon.ico` at every first view: a 404.
const HUB_ICON: &str = include_str!("../../assets/icon.svg");

/// The pages' stylesheet, scripts and icon
///
/// Browsers may store them.
#[utoipa::path(
    get, path = "/review/assets/{file}", operation_id = "getAsset",
    params(
        ("file" = String, Path, description = "`hub.css`, `hub.js`, `photo.js`, `reopen.js` or `icon.svg`."),
        ("color" = Option<String>, Query, description = "For `hub.css`: six hex digits. Invalid values are ignored."),
    ),
    responses(
        (status = 200, description = "The file.", content((String = "text/css"), (String = "text/javascript"), (String = "image/svg+xml"))),
        (status = 404),
    ),
)]
pub(crate) async fn asset(Segment(file): Segment, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    Ok(match file.as_str() {
        "hub.css" => {
            let fields = Fields::of_query(query.as_deref());
            let color = fields.find("color").and_then(Color::from_hex);
            embedded("text/css; charset=utf-8", color.map_or(Cow::Borrowed(HUB_CSS), |color| in_color(color).into()))
        }
        "hub.js" => embedded("text/javascript; charset=utf-8", HUB_JS.into()),
        "reopen.js" => embedded("text/javascript; charset=utf-8", REOPEN_JS.into()),
        "photo.js" => embedded("text/javascript; charset=utf-8", PHOTO_JS.into()),
        "icon.svg" => embedded("image/svg+xml", HUB_ICON.into()),
        _ => return Err(Failure::Unknown),
    })
}

/// Cached for an hour only: the addresses have no version.
fn embedded(content_type: &'static str, content: Cow<'static, str>) -> Response {
    ([(CONTENT_TYPE, content_type), (CACHE_CONTROL, "public, max-age=3600")], content).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_is_small() {
        assert!(HUB_CSS.len() <= 20_000 && !HUB_CSS.contains("url("));
        assert!(HUB_JS.len() <= 12_000, "{}", HUB_JS.len());
    }
}

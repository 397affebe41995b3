//! The stylesheet and the scripts of the pages.

use axum::extract::RawQuery;
use axum::response::Response;
use domain::values::Color;
use edge::asset::Asset;
use edge::body::Fields;
use edge::http::Segment;

use crate::asset::{HUB_CSS, HUB_JS, REOPEN_JS};
use crate::failure::Failure;
use crate::theme::shades;

static ASSETS: [&Asset; 3] = [&HUB_CSS, &HUB_JS, &REOPEN_JS];

/// The pages' stylesheet and scripts
///
/// Browsers may store them for a year under the names that pages have for them, which change with their content.
/// Another version's name gives the file as it is now, not to be stored: a page that was loaded while a new version was
/// deployed still has all that it loads.
#[utoipa::path(
    get, path = "/review/assets/{file}", operation_id = "getAsset",
    params(
        ("file" = String, Path, description = "`hub` or `reopen`, a digest of the content, and `css` or `js`.", example = "hub.0123456789abcdef.css"),
        ("color" = Option<String>, Query, description = "For `hub`'s stylesheet: six hex digits. Invalid values are ignored."),
    ),
    responses(
        (status = 200, description = "The file.", content((String = "text/css"), (String = "text/javascript"))),
        (status = 404),
    ),
)]
pub(crate) async fn asset(Segment(file): Segment, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let asset = *ASSETS.iter().find(|asset| asset.is_named(&file)).ok_or(Failure::Unknown)?;
    let fields = Fields::of_query(query.as_deref());
    let color = fields.find("color").and_then(Color::from_hex).filter(|_| asset.content_type.starts_with("text/css"));
    let added = color.map(shades).unwrap_or_default();
    Ok(asset.answer(&file, &added))
}

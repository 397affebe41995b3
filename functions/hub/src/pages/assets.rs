//! The stylesheet and the scripts of the pages.

use domain::values::Color;
use edge::asset::Asset;
use edge::body::Query;
use edge::http::Segment;

use crate::asset::{HUB_CSS, HUB_JS, REOPEN_JS};
use crate::respond::{Failure, Served, shades};

static ASSETS: [&Asset; 3] = [&HUB_CSS, &HUB_JS, &REOPEN_JS];

/// The pages' stylesheet and scripts
///
/// A file's name changes with its content, so browsers may store the file for a year. The name of an older or newer
/// version leads to the current file, which browsers then may not store. So a page that was loaded during a deployment
/// still gets all its files.
#[utoipa::path(
    get, path = "/review/assets/{file}", operation_id = "getAsset",
    params(
        ("file" = String, Path, description = "`hub` or `reopen`, a digest of the content, and `css` or `js`.", example = "hub.0123456789abcdef.css"),
        ("color" = Option<String>, Query, description = "The shop's color as six hex digits, for the stylesheet of `hub`. Invalid values are ignored."),
    ),
    responses(
        (status = 200, description = "The file.", content((String = "text/css"), (String = "text/javascript"))),
        (status = 404),
    ),
)]
pub(crate) async fn asset(Segment(file): Segment, Query(fields): Query) -> Served {
    let asset = *ASSETS.iter().find(|asset| asset.is_named(&file)).ok_or(Failure::Unknown)?;
    let color = fields.find("color").and_then(Color::from_hex).filter(|_| asset.content_type.starts_with("text/css"));
    let added = color.map(shades).unwrap_or_default();
    Ok(asset.answer(&file, &added))
}

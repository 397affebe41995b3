//! `GET /embed/{file}`: the script of the elements that show reviews on a shop's page.

use app::error::Error;
use axum::http::header::{CACHE_CONTROL, CONTENT_LOCATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::IntoResponse as _;
use edge::asset::{Asset, FOR_GOOD};
use edge::http::Segment;
use edge::native::Served;
use edge::respond::cached;

use crate::SharedParts;

const JS: &str = "text/javascript; charset=utf-8";
/// What stands in the file for the address of the installation. A copy of the script that another host serves still asks the right one.
const BASE: &str = "{base}";
/// Browsers get a new version within an hour. While they load it, they use the previous version.
const KEPT: &str = "public, max-age=3600, stale-while-revalidate=600";

static CURRENT: Asset = Asset::new("/embed/", "v1", "js", JS, include_str!("../assets/embed/v1.min.js"));
/// The versions of earlier releases, so that a page that names a version with `integrity` keeps working. Who changes a script that
/// `assets/embed/released` lists adds it here; no version is removed.
static EARLIER: [Asset; 0] = [];

/// The script that shows reviews on a shop's page
///
/// `v1.js` is the latest version. Caches store it for an hour. `Content-Location` names the permanent address of this version,
/// for pages that use `integrity`.
#[utoipa::path(
    get, path = "/embed/{file}", operation_id = "getEmbed",
    security(()),
    params(("file" = String, Path, description = "`v1.js`, or the name of a version.", example = "v1.js")),
    responses(
        (status = 200, description = "The script.", body = String, content_type = "text/javascript"),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "No release had this version."),
    ),
)]
pub(crate) async fn script(parts: SharedParts, Segment(file): Segment, headers: HeaderMap) -> Served {
    let is_named = |version: &&Asset| version.to_string().rsplit('/').next() == Some(&*file);
    let named = EARLIER.iter().chain([&CURRENT]).find(is_named);
    let version = if file == "v1.js" { &CURRENT } else { named.ok_or(Error::NotFound)? };
    let content = version.content.replace(BASE, &parts.base_url);
    if named.is_some() {
        return Ok(([(CONTENT_TYPE, JS), (CACHE_CONTROL, FOR_GOOD)], content).into_response());
    }
    let answer = ([(CONTENT_TYPE, JS), (CONTENT_LOCATION, &*version.to_string())], content).into_response();
    let mut answer = cached(answer, &version.digest(&parts.base_url), &headers);
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(KEPT));
    Ok(answer)
}

// The style sheets, at addresses in each shop's folder.

const CSS: &str = "text/css; charset=utf-8";

/// The style sheet of reviews on a shop's page.
pub(crate) static STYLE: Asset = Asset::new("", "afterword", "css", CSS, include_str!("../assets/afterword.css"));
/// The style sheet of our whole pages: of the reviews and of the page around them.
pub(crate) static PAGE_STYLE: Asset = Asset::new(
    "",
    "page",
    "css",
    CSS,
    concat!(include_str!("../assets/afterword.css"), include_str!("../assets/page.css")),
);

/// The style sheet with this file name, in any version.
pub(crate) fn named(file: &str) -> Option<&'static Asset> {
    [&STYLE, &PAGE_STYLE].into_iter().find(|style| style.is_named(file))
}

//! `GET /embed/{file}`: the script of the elements that show reviews on a shop's own page.

use app::error::Error;
use axum::http::header::{CACHE_CONTROL, CONTENT_LOCATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use edge::asset::Asset;
use edge::http::Segment;
use edge::native::Failure;
use edge::public::cached;

const JS: &str = "text/javascript; charset=utf-8";
/// A page of a shop gets a new version within an hour, and waits for none.
const KEPT: &str = "public, max-age=3600, stale-while-revalidate=86400";

/// The current version of the script.
static CURRENT: Asset = Asset::new("/embed/", "v1", "js", JS, include_str!("../assets/embed/v1.min.js"));
/// The versions of earlier releases. A page that names one with `integrity` gets its bytes or nothing, so each release that
/// changes the script adds here the one before it, and none is removed.
static EARLIER: [Asset; 0] = [];

/// The script that shows reviews on a shop's page
///
/// The latest version as `v1.js`, which an hour later is again the latest. `Content-Location` names the address of this version,
/// which stays, for pages that check its `integrity`.
#[utoipa::path(
    get, path = "/embed/{file}", operation_id = "getEmbed",
    security(()),
    params(("file" = String, Path, description = "`v1.js`, or the name of a version.", example = "v1.js")),
    responses(
        (status = 200, description = "The script.", body = String, content_type = "text/javascript"),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "There never was such a version."),
    ),
)]
pub(crate) async fn script(Segment(file): Segment, headers: HeaderMap) -> Result<Response, Failure> {
    if file != "v1.js" {
        let is_named = |version: &&Asset| version.to_string().rsplit('/').next() == Some(&*file);
        let version = EARLIER.iter().chain([&CURRENT]).find(is_named).ok_or(Error::NotFound)?;
        return Ok(version.answer(&file, ""));
    }
    let address = CURRENT.to_string();
    let answer = ([(CONTENT_TYPE, JS), (CONTENT_LOCATION, &*address)], CURRENT.content).into_response();
    let mut answer = cached(answer, &CURRENT.digest(), &headers);
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(KEPT));
    Ok(answer)
}

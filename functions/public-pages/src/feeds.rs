//! `GET /feeds/{shop}/{file}`: the file of a shop's published reviews for Google.

use app::error::Error;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LAST_MODIFIED, LOCATION};
use axum::response::IntoResponse as _;
use edge::native::Served;
use jiff::tz::TimeZone;

use crate::SharedParts;

/// The signature of the target lasts for an hour.
const REDIRECTED: &str = "public, max-age=300";

/// The reviews for Google
///
/// All published reviews with words about products that have a page, as a file for Google (product review feed 2.4). The answer
/// is a redirect to the file, and says when the file was made: every night, after many changes, and within the hour after a review
/// was withheld, withdrawn or erased. The first is made once a published review has a purchase behind it.
#[utoipa::path(
    get, path = "/feeds/{shop}/{file}", operation_id = "getFeed",
    security(()),
    params(
        ("shop" = String, Path, description = "The shop's id.", example = "fern"),
        ("file" = String, Path, description = "`google.xml`.", example = "google.xml"),
    ),
    responses(
        (status = 302, description = "The file is at this URL for an hour.", headers(
            ("Location" = String, description = "The file."),
            ("Last-Modified" = String, description = "When the file was made."),
        )),
        (status = 404, description = "The shop is unknown, does not show its reviews, or has no such file yet."),
    ),
)]
pub(crate) async fn show(parts: SharedParts, path: Result<Path<(String, String)>, PathRejection>) -> Served {
    let Path((shop, file)) = path.map_err(|_| Error::NotFound)?;
    if file != "google.xml" {
        return Err(Error::NotFound.into());
    }
    let (url, made) = parts.public.feed(&shop, parts.clock.now()).await?;
    // RFC 9110 §5.6.7.
    let made_at = made.at.to_zoned_datetime(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let headers = [(LOCATION, &*url), (LAST_MODIFIED, &*made_at), (CACHE_CONTROL, REDIRECTED)];
    Ok((StatusCode::FOUND, headers).into_response())
}

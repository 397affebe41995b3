//! `GET /p/{shop}/photo/{file}`: photos of published reviews, at permanent addresses.

use std::time::Duration;

use app::error::Error;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use edge::language::Preferred;
use edge::native::Served;

use crate::address::PhotoFile;
use crate::{SharedParts, reviews};

/// For a small copy, which never changes. Shared caches ask once a day whether the photo is still public.
const KEPT: &str = "public, max-age=31536000, s-maxage=86400, immutable";
/// For a redirect.
const BRIEFLY: &str = "public, max-age=60";
/// How long the target of a redirect works, for anybody who has its address: while caches keep the redirect, and a minute more to
/// follow it.
const SIGNED_FOR: Duration = Duration::from_secs(120);

/// A photo of a published review
///
/// The address in the review is permanent. The answer for a small copy is the copy itself, with a longer side of 320 pixels and
/// at most 20 KB. The answer for the photo is a redirect to the file store.
#[utoipa::path(
    get, path = "/p/{shop}/photo/{file}", operation_id = "getPublicPhoto",
    security(()),
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("file" = String, Path, description = "The name from a review's photos.", example = "243592850820055-0123456789abcdef0123456789abcdef-320.jpg"),
    ),
    responses(
        (status = 200, description = "The small copy.", body = String, content_type = "image/jpeg"),
        (status = 302, description = "The photo is at this URL for two minutes.", headers(("Location" = String, description = "The photo."))),
        (status = 404, description = "The shop does not show its reviews, the review is not published, or it has no such photo."),
    ),
)]
pub(crate) async fn show(
    parts: SharedParts,
    path: Result<Path<(String, String)>, PathRejection>,
    query: RawQuery,
    preferred: Preferred,
    headers: HeaderMap,
) -> Served {
    let Path((shop, file)) = path.map_err(|_| Error::NotFound)?;
    // Other files are pages of a product with the id `photo`.
    if !file.ends_with(".jpg") {
        return reviews::numbered(parts, Ok(Path((shop, "photo".to_owned(), file))), query, preferred, headers).await;
    }
    let PhotoFile { review, photo, is_small } = PhotoFile::parse(&file)?;
    let place = parts.public.photo(&shop, review, photo).await?;
    let (bucket, now) = (&parts.bucket, parts.clock.now());
    if !is_small {
        let location = bucket.link(&place.photo_path(), SIGNED_FOR, now).await?;
        return Ok((StatusCode::FOUND, [(LOCATION, &*location), (CACHE_CONTROL, BRIEFLY)]).into_response());
    }
    let bytes = bucket.small_photo(&place, now).await?.ok_or(Error::NotFound)?;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, KEPT)], bytes).into_response())
}

//! `/review/hub/photo`: POST takes a place for a photo and hands out the form that uploads it; S3 sends
//! the browser back to GET. `/review/hub/photo/remove` empties a place.

use std::sync::Arc;

use app::chat::SaveOutcome;
use app::photos::{Afterwards, Expecting, Removing};
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use edge::{Fields, form};
use serde_json::json;

use crate::Parts;
use crate::chat::form_of;
use crate::draft::as_it_stands;
use crate::language::Preferred;
use crate::openapi::{PhotoForm, RemovalForm, Upload};
use crate::photo_page::{FullPage, UploadPage};
use crate::respond::{Failure, page, see_other, unknown, with_bucket};
use crate::view::dead_link;

/// Take a place for a photo
///
/// The form is kept as it stands. The answer uploads one file to S3 within an hour: a page for a person,
/// JSON for a script.
#[utoipa::path(
    post, path = "/review/hub/photo", operation_id = "addPhoto",
    request_body(content = PhotoForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The upload's form.", content((String = "text/html"), (Upload = "application/json"))),
        (status = 404),
        (status = 409, description = "The review has five photos."),
        (status = 410),
    ),
)]
pub(crate) async fn add(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let (token, now) = (fields.text("token"), parts.clock.now());
    let Some(item) = fields.number("item") else { return Ok(unknown()) };
    if let Some(answer) = keep(&parts, token, item, &fields, preferred).await? {
        return Ok(answer);
    }
    let back = format!("{}/review/hub/photo?token={token}&item={item}", parts.base_url);
    let script = headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    let then = if script { Afterwards::Silence } else { Afterwards::To(&back) };
    Ok(match parts.hub.expect_photo(token, item, then, now).await? {
        Some(Expecting::Form { form, .. }) if script => {
            let fields = form.fields.iter().map(|(name, value)| json!([name, value]));
            let upload = json!({"url": form.url, "fields": fields.collect::<Vec<_>>()}).to_string();
            ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], upload).into_response()
        }
        Some(Expecting::Form { form, slot, shop }) => {
            let (texts, theme) = preferred.texts_and_theme(&shop);
            let upload = UploadPage { texts, theme, url: &form.url, fields: &form.fields, token, item, slot };
            with_bucket(StatusCode::OK, &upload, parts.hub.bucket.origin())
        }
        Some(Expecting::Full { shop }) => {
            let (texts, theme) = preferred.texts_and_theme(&shop);
            page(StatusCode::CONFLICT, &FullPage { texts, theme, back: form_of(token, item) })
        }
        Some(Expecting::Refused(dead)) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
}

/// Back from an upload
///
/// Where S3 sends the browser; what it adds to the address goes.
#[utoipa::path(
    get, path = "/review/hub/photo", operation_id = "photoUploaded",
    params(
        ("token" = String, Query, description = "The link's token: it is the credential."),
        ("item" = usize, Query, description = "The item's place in the request, from 0."),
    ),
    responses(
        (status = 303, description = "To the form.", headers(("Location" = String, description = "The form."))),
        (status = 404),
    ),
)]
pub(crate) async fn back(RawQuery(query): RawQuery) -> Response {
    let fields = Fields::of_query(query.as_deref());
    let token = fields.text("token");
    let plain = token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    match fields.number("item") {
        Some(item) if plain => see_other(&form_of(token, item)),
        _ => unknown(),
    }
}

/// Remove a photo
///
/// The form is kept as it stands. Removed twice, it is gone.
#[utoipa::path(
    post, path = "/review/hub/photo/remove", operation_id = "removePhoto",
    request_body(content = RemovalForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "It is gone.", headers(("Location" = String, description = "The form."))),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn remove(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let (token, now) = (fields.text("token"), parts.clock.now());
    let (Some(item), Some(slot)) = (fields.number("item"), fields.number("photo")) else {
        return Ok(unknown());
    };
    if let Some(answer) = keep(&parts, token, item, &fields, preferred).await? {
        return Ok(answer);
    }
    Ok(match parts.hub.remove_photo(token, item, slot, now).await? {
        Some(Removing::Removed) => see_other(&form_of(token, item)),
        Some(Removing::Refused(dead)) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
}

/// Keeps the form that a photo's button is in, so that nothing typed is lost; the answer, where it can't be.
async fn keep(
    parts: &Parts,
    token: &str,
    item: usize,
    fields: &Fields,
    preferred: Preferred,
) -> Result<Option<Response>, Failure> {
    if fields.find("text").is_none() {
        return Ok(None);
    }
    Ok(match parts.hub.keep(token, item, as_it_stands(fields), parts.clock.now()).await? {
        Some(SaveOutcome::Saved(_)) => None,
        Some(SaveOutcome::Refused(dead)) => Some(dead_link(&dead, token, preferred)),
        Some(SaveOutcome::Invalid(_)) | None => Some(unknown()),
    })
}

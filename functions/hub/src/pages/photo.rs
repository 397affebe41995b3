//! Photos of a review. The item's form posts to `/review/hub/photo` and gets an upload form. With this form, the
//! browser sends the file to S3, which then redirects the browser to the same address. `/review/hub/photo/remove`
//! removes a photo.

use app::bucket::Afterwards;
use askama::Template;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use domain::shop::Shop;
use edge::body::Query;
use edge::respond::json;
use serde::Serialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::pages::answer::{self, Pressed};
use crate::pages::draft::{SavedForm, until_tomorrow};
use crate::pages::item_form::{DraftForm, RejectedForm, RemovalForm};
use crate::respond::{
    Failure, Form, Preferred, Served, Theme, number, page, see_other, text, texts_and_theme, with_bucket,
};
use crate::use_cases::Expecting;
use crate::{Parts, SharedParts, links};

/// Uploads one photo to S3, for browsers without JavaScript.
#[derive(Template)]
#[template(path = "upload.html")]
struct UploadPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    url: &'a str,
    fields: &'a [(&'static str, String)],
    token: &'a str,
    item: usize,
    /// The number of the question beside which the photo was added.
    turn: Option<usize>,
    /// The photo's slot, which is free again if the customer goes back.
    slot: usize,
}

/// 409: the review has the maximum number of photos. 429: photos were added too often today.
#[derive(Template)]
#[template(path = "full.html")]
struct FullPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    title: &'static str,
    /// The id of the message that says what the customer can do.
    hint: &'static str,
    back: String,
}

/// For a review with five photos.
const FULL: [&str; 2] = ["photos-full", "photos-full-hint"];
/// For a request to which photos were added too often today.
const TOO_OFTEN: [&str; 2] = ["photos-too-often", "photos-too-often-hint"];

/// A form of `multipart/form-data` for S3, valid for ten minutes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Upload<'a> {
    /// The URL to post the form to.
    url: &'a str,
    /// Name and value of each field, in order. The file comes last, as `file`.
    #[schema(value_type = Vec<[String; 2]>)]
    fields: &'a [(&'static str, String)],
}

/// Get a form to upload a photo
///
/// With a `text`, the item's form is saved as a draft. The answer is an upload form for one file, which works for ten
/// minutes: a page for people, JSON for scripts.
#[utoipa::path(
    post, path = "/review/hub/photo", operation_id = "addPhoto",
    request_body(content = DraftForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The upload form.", content((String = "text/html"), (Upload<'_> = "application/json"))),
        (status = 404),
        (status = 409, description = "The review already has five photos."),
        (status = 410),
        (status = 422, description = "As for `POST /review/hub/draft`."),
        (status = 429, description = "As for `POST /review/hub/draft`, or because photos were added to the item, or its submitted review was changed, 20 times today."),
    ),
)]
pub(crate) async fn add(
    parts: SharedParts,
    preferred: Preferred,
    headers: HeaderMap,
    Form(form): Form<DraftForm>,
) -> Served {
    let (token, item) = (text(&form.token), number(&form.item)?);
    if let Some(rejected) = save_typed(&parts, &form, item, preferred).await? {
        return rejected.page(&parts, token, preferred).await;
    }
    let turn = form.turn();
    let beside = turn.map(|turn| format!("&turn={turn}")).unwrap_or_default();
    let back = format!("{}/review/hub/photo?token={token}&item={item}{beside}", parts.base_url);
    let is_script = headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    let then = if is_script { Afterwards::Silence } else { Afterwards::To(&back) };
    let now = parts.clock.now();
    let expecting = parts.hub.expect_photo(token, item, then, now).await;
    let full = |status, shop: &Shop, [title, hint]: [&'static str; 2]| {
        let (texts, theme) = texts_and_theme(preferred, shop);
        page(status, &FullPage { texts, theme, title, hint, back: links::of_photos(token, item, turn) })
    };
    Ok(match &expecting.map_err(Failure::of_link(token))? {
        Expecting::Form { form, .. } if is_script => {
            json(StatusCode::OK, &Upload { url: &form.url, fields: &form.fields })?
        }
        Expecting::Form { form, slot, shop } => {
            let (texts, theme) = texts_and_theme(preferred, shop);
            let upload =
                UploadPage { texts, theme, url: &form.url, fields: &form.fields, token, item, turn, slot: *slot };
            with_bucket(StatusCode::OK, &upload, parts.hub.bucket.origin())
        }
        Expecting::Full { shop } => full(StatusCode::CONFLICT, shop, FULL),
        Expecting::TooOften { shop } => until_tomorrow(full(StatusCode::TOO_MANY_REQUESTS, shop, TOO_OFTEN), now),
    })
}

/// Return from an upload
///
/// S3 redirects the browser to this route after an upload. The answer redirects to the form, without the parameters
/// that S3 adds.
#[utoipa::path(
    get, path = "/review/hub/photo", operation_id = "photoUploaded",
    params(
        ("token" = String, Query, description = "The token in the link. Whoever has the token has access."),
        ("item" = usize, Query, description = "The item's place in the request, from 0."),
        ("turn" = Option<usize>, Query, description = "The number of the question beside which the photo was added, from 0."),
    ),
    responses(
        (status = 303, description = "Back to the form or the question.", headers(("Location" = String, description = "The form or the question."))),
        (status = 404),
    ),
)]
pub(crate) async fn uploaded(Query(query): Query) -> Served {
    let token = query.text("token");
    // The token is not checked here, so only characters that a token may have are accepted for the redirect.
    let is_plain = token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    match query.number("item") {
        Some(item) if is_plain => Ok(see_other(&links::of_photos(token, item, query.number("turn")))),
        _ => Err(Failure::Unknown),
    }
}

/// Remove a photo
///
/// With a `text`, the item's form is saved as a draft. Repeating the call changes nothing.
#[utoipa::path(
    post, path = "/review/hub/photo/remove", operation_id = "removePhoto",
    request_body(content = RemovalForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Removed.", headers(("Location" = String, description = "The form."))),
        (status = 404), (status = 410),
        (status = 422, description = "As for `POST /review/hub/draft`."),
        (status = 429, description = "As for `POST /review/hub/draft`."),
    ),
)]
pub(crate) async fn remove(parts: SharedParts, preferred: Preferred, Form(removal): Form<RemovalForm>) -> Served {
    let RemovalForm { photo, form } = removal;
    let (token, item, slot) = (text(&form.token), number(&form.item)?, number(&photo)?);
    if let Some(rejected) = save_typed(&parts, &form, item, preferred).await? {
        return rejected.page(&parts, token, preferred).await;
    }
    let removed = parts.hub.remove_photo(token, item, slot, parts.clock.now()).await;
    removed.map_err(Failure::of_link(token))?;
    Ok(see_other(&links::of_photos(token, item, form.turn())))
}

/// Saves the item's form or the question's answer beside a photo's button, so that no input is lost. The upload page has
/// neither. Returns the form if it was not saved. An answer that is too long stays in the browser.
async fn save_typed(
    parts: &Parts,
    form: &DraftForm,
    item: usize,
    preferred: Preferred,
) -> Result<Option<Box<RejectedForm>>, Failure> {
    if let (Some(turn), Some(typed)) = (form.turn(), &form.answer) {
        let pressed = Pressed::Leave { to: None };
        answer::save(parts, text(&form.token), (item, turn), preferred, typed, pressed).await?;
    }
    if form.text.is_none() {
        return Ok(None);
    }
    Ok(match form.save(parts, item).await? {
        SavedForm::Saved(_) => None,
        SavedForm::Rejected(rejected) => Some(rejected),
    })
}

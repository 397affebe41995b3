//! `GET` and `PUT /api/v1/texts/{language}/{occasion}`, and the preview of a message.

use crate::SharedParts;
use app::idempotency::{Reply, read_once};
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::values::{SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE};
use edge::native::Served;
use edge::native::texts::{PreviewBody, TextBody, TextInput, TextPath};
use edge::respond::{json, reply};

/// A message's words
///
/// Returns the shop's own words and the default words. Messages use a default where the shop has no words of its own.
#[utoipa::path(
    get, path = "/api/v1/texts/{language}/{occasion}", operation_id = "getText",
    security(("key" = [SCOPE_SETTINGS_READ])),
    params(TextPath),
    responses((status = 200, body = TextBody, description = "The shop's own and the default words."), (status = 422)),
)]
pub(crate) async fn show(parts: SharedParts, Path(path): Path<TextPath>, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_SETTINGS_READ).await?;
    let of = path.of()?;
    let text = parts.texts.get(&call.caller.tenant, of).await?;
    Ok(json(StatusCode::OK, &TextBody::of_message(of, &text.own)?)?)
}

/// Change a message's words
///
/// Omitted fields keep their value; `null` restores the default words. The change affects all messages that leave from now on.
#[utoipa::path(
    put, path = "/api/v1/texts/{language}/{occasion}", operation_id = "putText",
    security(("key" = [SCOPE_SETTINGS_WRITE])),
    params(TextPath),
    request_body = TextInput,
    responses((status = 200, body = TextBody, description = "The words, with the changes."), (status = 422)),
)]
pub(crate) async fn put(parts: SharedParts, Path(path): Path<TextPath>, request: Request) -> Served {
    let call = parts.calls.json::<TextInput>(request, SCOPE_SETTINGS_WRITE).await?;
    let of = path.of()?;
    let shop = parts.texts.get(&call.caller.tenant, of).await?.record.shop;
    let change = call.input.parse(of, &shop, &parts.texts.links.example_short())?;
    let own = parts.texts.change(&call.caller, of, &change, call.now).await?;
    Ok(json(StatusCode::OK, &TextBody::of_message(of, &own)?)?)
}

/// Preview a message
///
/// Renders the message with the words in the body, for an example customer and a product that the shop recently asked
/// about. Omitted fields have their stored value. The call stores nothing.
#[utoipa::path(
    post, path = "/api/v1/texts/{language}/{occasion}/preview", operation_id = "previewText",
    security(("key" = [SCOPE_SETTINGS_READ])),
    params(TextPath),
    request_body(content = Option<TextInput>, description = "The words to try."),
    responses((status = 200, body = PreviewBody, description = "The message as an example customer would get it."), (status = 422)),
)]
pub(crate) async fn preview(parts: SharedParts, Path(path): Path<TextPath>, request: Request) -> Served {
    let call = parts.calls.optional_json::<TextInput>(request, SCOPE_SETTINGS_READ).await?;
    let of = path.of()?;
    let idempotency = call.idempotency(&format!("POST /api/v1/texts/{path}/preview"))?;
    let (texts, caller, now) = (&parts.texts, &call.caller, call.now);
    let shop = texts.get(&caller.tenant, of).await?.record.shop;
    let change = call.input.parse(of, &shop, &texts.links.example_short())?;
    let shown = async {
        let text = texts.get(&caller.tenant, of).await?;
        let product = texts.example(&caller.tenant).await?;
        let own = change.apply(text.own);
        let message = texts.preview(&text.record.shop, of, &own, product.as_ref(), now)?;
        Reply::json(200, &PreviewBody::from(message))
    };
    Ok(reply(read_once(idempotency.as_ref(), &texts.store, caller, now, shown).await?))
}

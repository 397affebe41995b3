//! Makes answers: JSON, and files.

use app::idempotency::Reply;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LINK};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::error::Error;

/// Set if the answer is the stored answer to an earlier call.
const IDEMPOTENT_REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

pub fn json(status: StatusCode, body: &impl Serialize) -> Result<Response, Error> {
    Ok(reply(Reply::json(status.as_u16(), body)?))
}

/// An answer, which may be the stored answer to an earlier call.
pub fn reply(reply: Reply) -> Response {
    let Reply { status, body, replayed, quota: _ /* a dialect with a limit adds its headers */ } = reply;
    let mut response = respond(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), body);
    if replayed {
        response.headers_mut().insert(IDEMPOTENT_REPLAYED, HeaderValue::from_static("true"));
    }
    response
}

/// A file that a browser saves under this name. The name is one of ours.
pub fn attachment(name: &str, content_type: &'static str, body: String) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(CONTENT_TYPE, content_type), (CACHE_CONTROL, "no-store"), (CONTENT_DISPOSITION, &*disposition)];
    (headers, body).into_response()
}

/// A page of a list, with a `Link` to the next page's path and query, unless it is the last page.
pub fn linked(mut response: Response, next: Option<String>) -> Response {
    let link = next.and_then(|next| HeaderValue::try_from(format!("<{next}>; rel=\"next\"")).ok());
    response.headers_mut().extend(link.map(|link| (LINK, link)));
    response
}

/// An error in the dialect's envelope, with the status and header from [`described`](crate::described::described).
pub fn refusal(status: StatusCode, header: Option<(HeaderName, HeaderValue)>, envelope: &impl Serialize) -> Response {
    let mut response = match serde_json::to_string(envelope) {
        Ok(body) => respond(status, body),
        Err(error) => {
            tracing::error!(%error, "cannot write an error as JSON");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    };
    response.headers_mut().extend(header);
    response
}

fn respond(status: StatusCode, body: String) -> Response {
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (status, headers, Body::from(body)).into_response()
}

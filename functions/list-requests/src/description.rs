//! `GET /openapi.json`: the description of the whole API, as `cargo openapi` wrote it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// `openapi.json` without indentation; see `build.rs`.
const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/openapi.json"));

/// The OpenAPI document
///
/// Needs no key.
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "getOpenApi",
    responses((status = 200, content_type = "application/json", body = Object, description = "The document in OpenAPI 3.1.")),
)]
pub(crate) async fn show() -> Response {
    // Stored for five minutes, because the document changes only with a deployment.
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "public, max-age=300")], DOCUMENT).into_response()
}

//! `GET /openapi.json` and `GET /openapi.native.json`: the description of the API, as `cargo openapi` wrote it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// `openapi.json` without indentation; see `build.rs`.
const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/openapi.json"));
/// The same for `openapi.native.json`.
const NATIVE: &str = include_str!(concat!(env!("OUT_DIR"), "/openapi.native.json"));

/// The OpenAPI document
///
/// Needs no key.
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "getOpenApi",
    responses((status = 200, content_type = "application/json", body = Object, description = "The document in OpenAPI 3.1.")),
)]
pub(crate) async fn show() -> Response {
    answer(DOCUMENT)
}

/// The OpenAPI document of the native API alone
///
/// For generators of typed clients. Needs no key.
#[utoipa::path(
    get, path = "/openapi.native.json", operation_id = "getNativeOpenApi",
    responses((status = 200, content_type = "application/json", body = Object, description = "The document in OpenAPI 3.1.")),
)]
pub(crate) async fn show_native() -> Response {
    answer(NATIVE)
}

fn answer(document: &'static str) -> Response {
    // Stored for five minutes, because the document changes only with a deployment.
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "public, max-age=300")], document).into_response()
}

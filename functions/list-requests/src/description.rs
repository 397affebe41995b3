//! `GET /openapi.json`: the whole API's description, as `cargo openapi` wrote it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

const DOCUMENT: &str = include_str!("../../../openapi.json");

/// This document
#[utoipa::path(
    get, path = "/openapi.json", operation_id = "getOpenApi",
    responses((status = 200, content_type = "application/json", body = Object, description = "OpenAPI 3.1.")),
)]
pub(crate) async fn show() -> Response {
    // Five minutes: it changes with a deployment and never in between.
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "public, max-age=300")], DOCUMENT).into_response()
}

//! Errors of the pages, in the native API's shape.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde_json::json;

/// An error in the native API's shape.
pub(super) fn refusal(status: StatusCode, error: &str, message: &str) -> Response {
    (status, Json(json!({"ok": false, "error": error, "message": message}))).into_response()
}

/// An internal error. Its reader is the developer, so the answer shows the cause.
pub(super) struct FrontError(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for FrontError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for FrontError {
    fn into_response(self) -> Response {
        refusal(StatusCode::INTERNAL_SERVER_ERROR, "internal", &format!("{:#}", self.0))
    }
}

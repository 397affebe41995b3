//! Errors of the pages, in the native API's shape.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde_json::json;

pub(super) fn refusal(status: StatusCode, error: &str, message: &str) -> Response {
    (status, Json(json!({"ok": false, "error": error, "message": message}))).into_response()
}

/// An internal error. The answer shows the cause, because the developer reads it.
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

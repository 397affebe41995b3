//! The headers of these pages, their stylesheet and script, how they write an instant, and errors in the native API's shape.

use askama::Template;
use axum::Json;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderName, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const HEADERS: [(HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "no-store"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];

pub(super) fn page(template: &impl Template) -> Result<Response, FrontError> {
    with_policy(POLICY, template)
}

pub(super) fn with_policy(policy: &str, template: &impl Template) -> Result<Response, FrontError> {
    Ok((HEADERS, [(header::CONTENT_SECURITY_POLICY, policy)], Html(template.render()?)).into_response())
}

pub(super) fn asset(content_type: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, "no-cache")], text)
}

pub(super) async fn style() -> impl IntoResponse {
    asset("text/css; charset=utf-8", include_str!("../../assets/local.css"))
}

/// The only script: buttons that copy. Without it, a person can select the text.
pub(super) async fn script() -> impl IntoResponse {
    asset("text/javascript; charset=utf-8", include_str!("../../assets/local.js"))
}

pub(super) fn rfc3339(at: Timestamp) -> String {
    format!("{at:.0}")
}

/// An instant for people: `8 Jan 2026, 12:00:00 UTC`.
pub(super) fn words(at: Timestamp) -> String {
    at.strftime("%-d %b %Y, %H:%M:%S UTC").to_string()
}

/// A span of time in its two largest units: `6 d 23 h`.
pub(super) fn span(span: SignedDuration) -> String {
    let seconds = span.max(SignedDuration::ZERO).as_secs();
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    match (days, hours, minutes, seconds % 60) {
        (0, 0, 0, seconds) => format!("{seconds} s"),
        (0, 0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (0, hours, minutes, _) => format!("{hours} h {minutes} min"),
        (days, hours, _, _) => format!("{days} d {hours} h"),
    }
}

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

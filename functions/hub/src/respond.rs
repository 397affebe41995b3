//! A page on its way out: its status and the headers that keep its token and its reader safe.

use askama::Template;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use edge::Error;

use crate::pages::{TroublePage, UnknownPage};

/// Nothing but ourselves; pictures from the shop's own host, over TLS or not at all.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    img-src 'self' https:";

const HEADERS: [(HeaderName, &str); 9] = [
    (CONTENT_TYPE, "text/html; charset=utf-8"),
    (CACHE_CONTROL, "no-store"),
    (CONTENT_SECURITY_POLICY, POLICY),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
const RETRY_AFTER_S: &str = "30";

/// A page with this status.
pub(crate) fn page(status: StatusCode, page: &impl Template) -> Response {
    let html = page.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a page could not be written");
        String::new()
    });
    let status = if html.is_empty() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    let mut response = (status, HEADERS, html).into_response();
    let permissions = HeaderName::from_static("permissions-policy");
    response.headers_mut().insert(permissions, HeaderValue::from_static(PERMISSIONS));
    response
}

/// An error on its way out as a page. A person reads it: one sentence, and what to do.
pub(crate) struct Failure(Error);

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self.0 {
            Error::App(app::Error::Unavailable(cause)) => {
                tracing::error!(cause, "unavailable");
                let mut response = page(StatusCode::SERVICE_UNAVAILABLE, &TroublePage);
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S));
                response
            }
            Error::App(app::Error::Internal(cause)) => {
                tracing::error!(cause, "internal");
                page(StatusCode::INTERNAL_SERVER_ERROR, &TroublePage)
            }
            Error::TooLarge => page(StatusCode::PAYLOAD_TOO_LARGE, &TroublePage),
            Error::Truncated => page(StatusCode::BAD_REQUEST, &TroublePage),
            // None of these is the hub's: it has no keys, no JSON and no ids.
            Error::NoRoute
            | Error::Method { .. }
            | Error::NotJson
            | Error::Malformed(_)
            | Error::IdempotencyKey(_)
            | Error::Field { .. }
            | Error::App(
                app::Error::Unauthenticated
                | app::Error::MissingScope(_)
                | app::Error::NotFound
                | app::Error::Duplicate { .. }
                | app::Error::IdempotencyKeyReused
                | app::Error::NotSendable(_),
            ) => page(StatusCode::NOT_FOUND, &UnknownPage),
        }
    }
}

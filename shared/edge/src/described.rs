//! Errors as callers see them: the status, a code, one sentence that says what to do, and a header.
//!
//! All dialects share these descriptions. A dialect adds its envelope, and replaces what its vendor's API does
//! differently.

use std::borrow::Cow;

use app::error::{Error as UseCase, Told};
use axum::http::header::{ACCEPT_ENCODING, ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use domain::values::Invalid;

use crate::error::Error;
use crate::json::Problem;

/// How many seconds a caller should wait when a service that we need is unavailable.
const RETRY_AFTER_S: u32 = 5;

/// An error as callers see it.
#[derive(Debug, Clone)]
pub struct Described {
    pub status: StatusCode,
    pub code: Cow<'static, str>,
    /// One sentence that says what to do. It quotes neither the body nor a cause.
    pub sentence: Cow<'static, str>,
    /// `Allow`, `WWW-Authenticate`, `Accept-Encoding` or `Retry-After`, if the status has one of them.
    pub header: Option<(HeaderName, HeaderValue)>,
}

impl Described {
    fn new(status: StatusCode, code: &'static str, sentence: impl Into<Cow<'static, str>>) -> Self {
        Self { status, code: code.into(), sentence: sentence.into(), header: None }
    }

    fn with_header(self, name: HeaderName, value: impl TryInto<HeaderValue>) -> Self {
        Self { header: value.try_into().ok().map(|value| (name, value)), ..self }
    }

    /// The same error, with the dialect's own sentence.
    #[must_use]
    pub fn with_sentence(self, sentence: impl Into<Cow<'static, str>>) -> Self {
        Self { sentence: sentence.into(), ..self }
    }

    /// The same error, with the dialect's own code.
    #[must_use]
    pub fn with_code(self, code: impl Into<Cow<'static, str>>) -> Self {
        Self { code: code.into(), ..self }
    }

    /// The same error, with the dialect's own status.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }
}

/// Describes an error that is about to be answered. The cause of [`app::error::Error::Unavailable`],
/// [`app::error::Error::Busy`] and [`app::error::Error::Internal`] goes only to the log.
pub fn described(error: &Error) -> Described {
    let unsupported = |sentence| Described::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", sentence);
    match error {
        Error::NoRoute => {
            Described::new(StatusCode::NOT_FOUND, "not_found", "Unknown path; /openapi.json lists all of them.")
        }
        Error::Method { allow } => Described::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            format!("Method not allowed here; use {allow}."),
        )
        .with_header(ALLOW, allow.as_str()),
        Error::TooLarge => Described::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", "Send at most 64 KiB."),
        Error::RowsTooLarge => Described::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "payload_too_large",
            "Send at most 1 MiB: fewer rows or, for an import, a call without a body, and then upload the file.",
        ),
        Error::NotJson => unsupported("Send JSON, with Content-Type: application/json."),
        Error::NotRows => unsupported(
            "Send CSV, with Content-Type: text/csv, or JSON, with Content-Type: application/json or application/x-ndjson.",
        ),
        Error::Encoded => unsupported("Send the body as it is, without compression and Content-Encoding.")
            .with_header(ACCEPT_ENCODING, HeaderValue::from_static("identity")),
        Error::Truncated => {
            Described::new(StatusCode::BAD_REQUEST, "invalid_body", "The body is incomplete; send it again.")
        }
        Error::Malformed(Problem { line, column, what }) => Described::new(
            StatusCode::BAD_REQUEST,
            "invalid_json",
            format!("Fix the JSON at line {line}, column {column}: {what}."),
        ),
        Error::IdempotencyKey(Invalid(rule)) => {
            Described::new(StatusCode::BAD_REQUEST, "invalid_idempotency_key", *rule)
        }
        Error::Field { field, rule: Invalid(rule) } => {
            Described::new(StatusCode::UNPROCESSABLE_ENTITY, "", *rule).with_code(format!("invalid_{field}"))
        }
        Error::App(error) => use_case(error),
    }
}

fn use_case(error: &UseCase) -> Described {
    let Told { status, code, sentence } = error.told();
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let described = Described::new(status, code, sentence);
    match error {
        UseCase::Unauthenticated => described.with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
        UseCase::RateLimited(quota) => described.with_header(RETRY_AFTER, quota.reset_s),
        UseCase::TooManyCalls { wait_s } => described.with_header(RETRY_AFTER, *wait_s),
        UseCase::Unavailable(cause) | UseCase::Busy(cause) => {
            tracing::error!(cause, "a dependency is unavailable");
            described.with_header(RETRY_AFTER, RETRY_AFTER_S)
        }
        UseCase::Internal(cause) => {
            tracing::error!(cause, "internal error");
            described
        }
        _ => described,
    }
}

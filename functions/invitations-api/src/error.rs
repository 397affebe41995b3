//! Amino's error shape: `{"ok":false,"error":"<sentence>","code":"<code>"}`.

use app::Error as UseCase;
use app::requests::Reply;
use axum::http::header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::{Invalid, Quota};
use edge::{Error, Problem};
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::{rate_limit, respond};

/// What a caller waits when a dependency is out, in seconds.
const RETRY_AFTER_S: &str = "5";

/// Why a call is answered with an error.
pub(crate) enum Failure {
    /// Required fields that are absent or blank.
    Missing(Vec<&'static str>),
    /// Anything that other dialects know, too.
    Other(Error),
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// A refusal, as Amino's document has it.
#[derive(Serialize, ToSchema)]
#[schema(as = InvitationError)]
pub(crate) struct Envelope<'a> {
    /// Always `false`.
    ok: bool,
    /// One sentence that says what to do.
    error: &'a str,
    /// What is wrong: a code that does not change.
    #[schema(example = "missing_fields")]
    code: &'a str,
    /// The required fields that are absent or blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    missing: Option<&'a [&'static str]>,
}

pub(crate) async fn not_post() -> Failure {
    Error::Method { allow: "POST".to_owned() }.into()
}

pub(crate) async fn not_get() -> Failure {
    Error::Method { allow: "GET, HEAD".to_owned() }.into()
}

pub(crate) async fn no_route() -> Failure {
    Error::NoRoute.into()
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, code, error, missing) = match &self {
            Self::Missing(fields) => {
                let error = format!("Missing required fields: {}.", fields.join(", "));
                (StatusCode::BAD_REQUEST, "missing_fields", error, Some(fields.as_slice()))
            }
            Self::Other(error) => {
                let (status, code, error) = described(error);
                (status, code, error, None)
            }
        };
        let body = serde_json::to_string(&Envelope { ok: false, error: &error, code, missing }).unwrap_or_default();
        let mut response = respond(Reply::new(status.as_u16(), body));
        let headers = response.headers_mut();
        match &self {
            Self::Other(Error::Method { allow }) => {
                if let Ok(allow) = HeaderValue::from_str(allow) {
                    headers.insert(ALLOW, allow);
                }
            }
            Self::Other(Error::App(UseCase::Unauthenticated)) => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::Other(Error::App(UseCase::Unavailable(cause))) => {
                tracing::error!(cause, "unavailable");
                headers.insert(RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S));
            }
            Self::Other(Error::App(UseCase::Internal(cause))) => tracing::error!(cause, "internal"),
            Self::Other(Error::App(UseCase::RateLimited(quota))) => {
                let Quota { remaining: _ /* none */, reset_s } = *quota;
                headers.insert(RETRY_AFTER, HeaderValue::from(reset_s));
                rate_limit(headers, *quota);
            }
            _ => {}
        }
        response
    }
}

/// Status, code and sentence of every error. No `_ =>`: a new error must be described here.
fn described(error: &Error) -> (StatusCode, &'static str, String) {
    let (status, code, sentence) = match error {
        Error::NoRoute => (StatusCode::NOT_FOUND, "not_found", "There is nothing at this path."),
        Error::Method { allow } => {
            let sentence = format!("This path does not know the method; use {allow}.");
            return (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", sentence);
        }
        Error::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", "Send at most 64 KiB."),
        Error::NotJson => (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "Send JSON, with Content-Type: application/json.",
        ),
        Error::Truncated => (StatusCode::BAD_REQUEST, "invalid_body", "The body did not arrive whole; send it again."),
        Error::Malformed(Problem { line, column, what }) => {
            let sentence = format!("Mend the body at line {line}, column {column}: {what}.");
            return (StatusCode::BAD_REQUEST, "invalid_json", sentence);
        }
        Error::IdempotencyKey(Invalid(rule)) => (StatusCode::BAD_REQUEST, "invalid_idempotency_key", *rule),
        Error::Field { field, rule: Invalid(rule) } => (StatusCode::BAD_REQUEST, code_of(field), *rule),
        Error::App(error) => return described_use_case(error),
    };
    (status, code, sentence.to_owned())
}

fn code_of(field: &str) -> &'static str {
    match field {
        "email" => "invalid_email",
        "name" => "invalid_name",
        "order_ref" => "invalid_order_ref",
        "language" => "invalid_language",
        "from" => "invalid_from",
        "to" => "invalid_to",
        _ => "invalid_field",
    }
}

fn described_use_case(error: &UseCase) -> (StatusCode, &'static str, String) {
    let (status, code, sentence) = match error {
        UseCase::Unauthenticated => {
            (StatusCode::UNAUTHORIZED, "unauthorized", "Send a working API key as Authorization: Bearer <key>.")
        }
        UseCase::MissingScope(scope) => {
            return (StatusCode::FORBIDDEN, "forbidden", format!("Use an API key with the scope {scope}."));
        }
        // An invitation has no id that a caller could get wrong: its link is gone with its data.
        UseCase::NotFound
        | UseCase::Duplicate { .. }
        | UseCase::NotSendable(_)
        | UseCase::Refused(_)
        | UseCase::SlugTaken
        | UseCase::Unreachable(_) => (
            StatusCode::NOT_FOUND,
            "not_found",
            "The earlier invitation for this order is gone; send another order_ref.",
        ),
        UseCase::RateLimited(_) => (
            StatusCode::TOO_MANY_REQUESTS,
            "rate_limited",
            "You can send up to 100 invitations an hour; wait as many seconds as Retry-After says.",
        ),
        UseCase::IdempotencyKeyReused => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency_key_reused",
            "This Idempotency-Key was used with another body; use a new key for a new call.",
        ),
        UseCase::Unavailable(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "Try again in a few seconds, with the same Idempotency-Key.",
        ),
        UseCase::Internal(_) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side; quote the X-Request-Id when you report it.",
        ),
    };
    (status, code, sentence.to_owned())
}

//! More Good Reviews' error shape: `{"message":…,"errors":{"field":["…"]}}`, `errors` with 422 only.

use std::collections::BTreeMap;

use app::Error as UseCase;
use app::requests::Reply;
use axum::http::header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::{Channel, Invalid};
use edge::{Error, Problem};
use serde::Serialize;
use utoipa::ToSchema;

/// What a caller waits when a dependency is out, in seconds.
const RETRY_AFTER_S: &str = "5";

/// Why a call is answered with an error.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Fields and parameters that do not keep their rules: all of them.
    Fields(Vec<(&'static str, Invalid)>),
    /// Anything that other dialects know, too.
    Other(Error),
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// A refusal, as More Good Reviews' document has it.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconError)]
pub(crate) struct Envelope<'a> {
    /// One sentence that says what to do.
    message: &'a str,
    /// With status 422 alone: what is wrong, field by field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(nullable = false, required = false)]
    errors: BTreeMap<&'a str, Vec<&'a str>>,
}

pub(crate) async fn not_get() -> Failure {
    not("GET, HEAD")
}

pub(crate) async fn not_post() -> Failure {
    not("POST")
}

pub(crate) async fn not_put() -> Failure {
    not("PUT")
}

pub(crate) async fn not_get_or_post() -> Failure {
    not("GET, HEAD, POST")
}

fn not(allow: &str) -> Failure {
    Error::Method { allow: allow.to_owned() }.into()
}

pub(crate) async fn no_route() -> Failure {
    Error::NoRoute.into()
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, message, errors) = match &self {
            Self::Fields(fields) => {
                let message = match &fields[..] {
                    [(_, Invalid(rule))] => (*rule).to_owned(),
                    fields => format!("Mend these {} fields; `errors` says what is wrong with each.", fields.len()),
                };
                let fields = fields.iter().map(|&(field, Invalid(rule))| (field, rule.to_owned())).collect();
                (StatusCode::UNPROCESSABLE_ENTITY, message, fields)
            }
            Self::Other(error) => match described(error) {
                Described::Field(field, message) => {
                    (StatusCode::UNPROCESSABLE_ENTITY, message.clone(), vec![(field, message)])
                }
                Described::Whole(status, message) => (status, message, Vec::new()),
            },
        };
        let mut by_field: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (field, rule) in &errors {
            by_field.entry(field).or_default().push(rule);
        }
        let body = serde_json::to_string(&Envelope { message: &message, errors: by_field }).unwrap_or_default();
        let mut response = edge::native::answer(Reply::new(status.as_u16(), body));
        if let Self::Other(error) = &self {
            log(error);
            if let Some((name, value)) = header(error) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

fn log(error: &Error) {
    match error {
        Error::App(UseCase::Unavailable(cause)) => tracing::error!(cause, "unavailable"),
        Error::App(UseCase::Internal(cause)) => tracing::error!(cause, "internal"),
        _ => {}
    }
}

fn header(error: &Error) -> Option<(axum::http::HeaderName, HeaderValue)> {
    match error {
        Error::Method { allow } => HeaderValue::from_str(allow).ok().map(|allow| (ALLOW, allow)),
        Error::App(UseCase::Unauthenticated) => Some((WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))),
        Error::App(UseCase::Unavailable(_)) => Some((RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S))),
        Error::App(UseCase::RateLimited(quota)) => Some((RETRY_AFTER, HeaderValue::from(quota.reset_s))),
        _ => None,
    }
}

/// What an error is answered with.
enum Described {
    /// 422, about this field.
    Field(&'static str, String),
    /// Another status.
    Whole(StatusCode, String),
}

/// What every error is answered with. No `_ =>`: a new error must be described here.
fn described(error: &Error) -> Described {
    let (status, message) = match error {
        Error::NoRoute => (StatusCode::NOT_FOUND, "There is nothing at this path."),
        Error::Method { allow } => {
            let message = format!("This path does not know the method; use {allow}.");
            return Described::Whole(StatusCode::METHOD_NOT_ALLOWED, message);
        }
        Error::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "Send at most 64 KiB."),
        Error::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send JSON, with Content-Type: application/json."),
        Error::Truncated => (StatusCode::BAD_REQUEST, "The body did not arrive whole; send it again."),
        Error::Malformed(Problem { line, column, what }) => {
            let message = format!("Mend the body at line {line}, column {column}: {what}.");
            return Described::Whole(StatusCode::BAD_REQUEST, message);
        }
        Error::IdempotencyKey(Invalid(rule)) => (StatusCode::BAD_REQUEST, *rule),
        Error::Field { field, rule: Invalid(rule) } => return Described::Field(field, (*rule).to_owned()),
        Error::App(error) => return described_use_case(error),
    };
    Described::Whole(status, message.to_owned())
}

fn described_use_case(error: &UseCase) -> Described {
    let (status, message) = match error {
        UseCase::Unauthenticated => {
            (StatusCode::UNAUTHORIZED, "Send a working API key as Authorization: Bearer <key>.")
        }
        UseCase::MissingScope(scope) => {
            return Described::Whole(StatusCode::FORBIDDEN, format!("Use an API key with the scope {scope}."));
        }
        UseCase::NotFound => (StatusCode::NOT_FOUND, "There is no such customer or location; make it first."),
        // An open ask is an answer, and the others are the other dialects'.
        UseCase::Duplicate { .. } | UseCase::NotSendable(_) | UseCase::Refused(_) => {
            (StatusCode::CONFLICT, "An earlier ask of this customer is changing; try again.")
        }
        UseCase::RateLimited(_) => {
            (StatusCode::TOO_MANY_REQUESTS, "Wait as many seconds as Retry-After says, then send the rest.")
        }
        UseCase::IdempotencyKeyReused => {
            let message = "This Idempotency-Key was used with another body; use a new key for a new call.";
            return Described::Field("idempotency_key", message.to_owned());
        }
        UseCase::SlugTaken => {
            let message = "Another location has this slug; choose another, or leave it out to have one made.";
            return Described::Field("slug", message.to_owned());
        }
        UseCase::Unreachable(channel) => {
            let message = match channel {
                Channel::Email => "This customer has no email address; tell of it first, or ask by another channel.",
                Channel::Sms => "This customer has no phone number; tell of it first, or ask by another channel.",
            };
            return Described::Field("channels", message.to_owned());
        }
        UseCase::Unavailable(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "Try again in a few seconds, with the same Idempotency-Key.")
        }
        UseCase::Internal(_) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something went wrong on our side; quote the X-Request-Id when you report it.",
        ),
    };
    Described::Whole(status, message.to_owned())
}

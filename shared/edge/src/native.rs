//! The native envelope, which BetterReviews has too:
//! `{"ok":false,"error":"<code>","message":"<one sentence that says what to do>"}`.

use app::requests::Reply;
use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::{Invalid, NotSendable, RequestId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Error, Problem};

/// Set on an answer that an earlier call got, too.
const IDEMPOTENT_REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
/// What a caller waits when a dependency is out, in seconds.
const RETRY_AFTER_S: &str = "5";

/// An error on its way out in the native envelope.
#[derive(Debug)]
pub struct Failure(pub Error);

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// The id in a path. What cannot be one is as unknown as any other.
///
/// # Errors
/// [`app::Error::NotFound`].
pub fn request_id(text: &str) -> Result<RequestId, app::Error> {
    RequestId::parse(text).map_err(|_| app::Error::NotFound)
}

/// A time as the native API and BetterReviews write it: UTC, whole seconds, `Z`.
#[must_use]
pub fn seconds(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A JSON answer.
///
/// # Errors
/// [`Failure`] when it cannot be written as JSON, which its types rule out.
pub fn json(status: StatusCode, body: &impl Serialize) -> Result<Response, Failure> {
    let body = serde_json::to_string(body).map_err(|error| app::Error::Internal(error.to_string()))?;
    Ok(respond(status, body))
}

/// An answer that may be an earlier call's.
#[must_use]
pub fn answer(answer: Reply) -> Response {
    let Reply { status, body, replayed, quota: _ /* the native API has no limit of its own */ } = answer;
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = respond(status, body);
    if replayed {
        response.headers_mut().insert(IDEMPOTENT_REPLAYED, HeaderValue::from_static("true"));
    }
    response
}

fn respond(status: StatusCode, body: String) -> Response {
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (status, headers, Body::from(body)).into_response()
}

/// A refusal.
#[derive(Serialize, ToSchema)]
#[schema(as = Error)]
pub(crate) struct Envelope<'a> {
    /// Always `false`.
    ok: bool,
    /// What is wrong: a code that does not change.
    #[schema(example = "not_found")]
    error: &'a str,
    /// One sentence that says what to do.
    message: &'a str,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let Self(error) = self;
        match &error {
            Error::App(app::Error::Unavailable(cause)) => tracing::error!(cause, "unavailable"),
            Error::App(app::Error::Internal(cause)) => tracing::error!(cause, "internal"),
            _ => {}
        }
        let (status, code, message) = described(&error);
        let body = Envelope { ok: false, error: &code, message: &message };
        let mut response = respond(status, serde_json::to_string(&body).unwrap_or_default());
        let header = match &error {
            Error::Method { allow } => HeaderValue::from_str(allow).ok().map(|allow| (ALLOW, allow)),
            Error::App(app::Error::Unauthenticated) => Some((WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))),
            Error::App(app::Error::Unavailable(_)) => Some((RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S))),
            _ => None,
        };
        if let Some((name, value)) = header {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// Status, code and message of every error. No `_ =>`: a new error must be described here.
fn described(error: &Error) -> (StatusCode, String, String) {
    let (status, code, message) = match error {
        Error::NoRoute => {
            (StatusCode::NOT_FOUND, "not_found", "There is nothing at this path; see the README's list of routes.")
        }
        Error::Method { allow } => {
            let message = format!("This path does not know the method; use {allow}.");
            return (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed".to_owned(), message);
        }
        Error::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", "Send at most 64 KiB."),
        Error::NotJson => (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "Send JSON, with Content-Type: application/json.",
        ),
        Error::Truncated => (StatusCode::BAD_REQUEST, "invalid_body", "The body did not arrive whole; send it again."),
        Error::Malformed(Problem { line, column, what }) => {
            let message = format!("Mend the body at line {line}, column {column}: {what}.");
            return (StatusCode::BAD_REQUEST, "invalid_json".to_owned(), message);
        }
        Error::IdempotencyKey(Invalid(rule)) => (StatusCode::BAD_REQUEST, "invalid_idempotency_key", *rule),
        Error::Field { field, rule: Invalid(rule) } => {
            return (StatusCode::UNPROCESSABLE_ENTITY, format!("invalid_{field}"), (*rule).to_owned());
        }
        Error::App(error) => return described_use_case(error),
    };
    (status, code.to_owned(), message.to_owned())
}

fn described_use_case(error: &app::Error) -> (StatusCode, String, String) {
    let (status, code, message) = match error {
        app::Error::Unauthenticated => {
            (StatusCode::UNAUTHORIZED, "unauthorized", "Send a working API key as Authorization: Bearer <key>.")
        }
        app::Error::MissingScope(scope) => {
            let message = format!("Use an API key with the scope {scope}.");
            return (StatusCode::FORBIDDEN, "forbidden".to_owned(), message);
        }
        app::Error::NotFound => (StatusCode::NOT_FOUND, "not_found", "There is nothing with this id."),
        app::Error::Duplicate { earlier } => {
            let which = earlier.map_or_else(|| "An earlier request".to_owned(), |id| format!("Request {id}"));
            let message = format!("{which} for the same email and order is still active; use it, or cancel it first.");
            return (StatusCode::CONFLICT, "duplicate_request".to_owned(), message);
        }
        app::Error::RateLimited(_) => (
            StatusCode::TOO_MANY_REQUESTS,
            "rate_limited",
            "Wait as many seconds as Retry-After says, then send the rest.",
        ),
        app::Error::IdempotencyKeyReused => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency_key_reused",
            "This Idempotency-Key was used with another body; use a new key for a new call.",
        ),
        app::Error::NotSendable(why) => {
            let (code, message) = match why {
                NotSendable::Sent => ("already_sent", "This request was sent already; create a new one to ask again."),
                NotSendable::Completed => {
                    ("already_completed", "Everything of this request is reviewed; there is nothing to ask.")
                }
                NotSendable::Cancelled => ("request_cancelled", "This request was cancelled; create a new one."),
                NotSendable::Expired => ("request_expired", "This request's link has expired; create a new one."),
                NotSendable::Failed => (
                    "request_failed",
                    "The mail provider refused this request's mail; create a new one with a working address.",
                ),
                NotSendable::Skipped => ("request_stopped", "This request may not be sent; the timeline says why."),
                NotSendable::NoRecipient => (
                    "no_recipient",
                    "Nobody knows the recipient's address; make the contact a customer first, then send it.",
                ),
            };
            (StatusCode::CONFLICT, code, message)
        }
        // No call of these routes is refused so.
        app::Error::Refused(_) => (StatusCode::CONFLICT, "refused", "This can't be done as things are."),
        app::Error::SlugTaken => {
            (StatusCode::CONFLICT, "slug_taken", "Another location has this slug; use another one.")
        }
        app::Error::Unreachable(channel) => {
            let message = format!("This customer has no address for {}; tell of it first.", channel.as_str());
            return (StatusCode::CONFLICT, "no_address".to_owned(), message);
        }
        app::Error::Unavailable(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "Try again in a few seconds, with the same Idempotency-Key.",
        ),
        app::Error::Internal(_) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side; quote the X-Request-Id when you report it.",
        ),
    };
    (status, code.to_owned(), message.to_owned())
}

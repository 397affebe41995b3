//! Amino's error shape, `{"ok":false,"error":"<sentence>","code":"<code>"}`, and the limit of invitations in the headers of answers.

use app::error::Error as UseCase;
use app::idempotency::Reply;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::request::{Quota, SLOTS, WINDOW};
use edge::described::{Described, described};
use edge::error::Error;
use edge::rate_limit::{Left, RateLimit};
use edge::respond::refusal;
use edge::routes::unserved;
use edge::shown::Absent;

pub enum Failure {
    /// The required fields that are absent or blank.
    Missing(Vec<&'static str>),
    Other(Error),
}

/// What a handler answers.
pub(crate) type Served = Result<Response, Failure>;

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

edge::shown! {
    /// An error in the form that Amino documents.
    pub(crate) struct Envelope as InvitationError ((sentence, code, missing): (&str, &str, Option<&[&str]>)) {
        /// Always `false`.
        ok: bool = false;
        /// One sentence that says what to do.
        error: String = sentence;
        /// The error's stable code.
        code: String = code, example "missing_fields";
        /// The required fields that are absent or blank.
        missing: Absent<Vec<String>> = missing;
    }
}

pub(crate) async fn wrong_method(uri: Uri) -> Failure {
    unserved(uri.path()).into()
}

pub(crate) async fn no_route() -> Failure {
    Error::NoRoute.into()
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Missing(fields) => missing(&fields),
            Self::Other(error) => other(&error),
        }
    }
}

fn missing(fields: &[&'static str]) -> Response {
    let error = format!("Missing required fields: {}.", fields.join(", "));
    refusal(StatusCode::BAD_REQUEST, None, &Envelope::new((&error, "missing_fields", Some(fields))))
}

fn other(error: &Error) -> Response {
    let Described { status, code, sentence, header } = in_amino(error, described(error));
    let mut response = refusal(status, header, &Envelope::new((&sentence, &code, None)));
    if let Error::App(UseCase::RateLimited(quota)) = error {
        insert(response.headers_mut(), *quota);
    }
    response
}

/// Replaces what is different in Amino's document.
fn in_amino(error: &Error, described: Described) -> Described {
    match error {
        Error::Field { .. } => described.with_status(StatusCode::BAD_REQUEST),
        Error::App(UseCase::RateLimited(_)) => {
            described.with_sentence("You can send up to 100 invitations an hour; wait as long as Retry-After says.")
        }
        Error::App(UseCase::LinkTooShort) => described.with_code("link_too_short"),
        // No call names an invitation by an id. So an invitation is not found only if its data was deleted.
        Error::App(UseCase::NotFound | UseCase::Duplicate { .. } | UseCase::NotSendable(_)) => described
            .with_status(StatusCode::NOT_FOUND)
            .with_code("not_found")
            .with_sentence("The earlier invitation for this order is gone; send another order_ref."),
        _ => described,
    }
}

/// An answer. If the call counted against the rate limit, its headers show the remaining calls.
pub(crate) fn respond(reply: Reply) -> Response {
    let quota = reply.quota;
    let mut response = edge::respond::reply(reply);
    if let Some(quota) = quota {
        insert(response.headers_mut(), quota);
    }
    response
}

/// Adds the headers with the rate limit and the remaining calls.
pub(crate) fn insert(headers: &mut HeaderMap, quota: Quota) {
    let Quota { remaining, reset_s } = quota;
    let left = Left { calls: remaining as u64, until_s: reset_s.unsigned_abs() };
    let window_s = WINDOW.as_secs().unsigned_abs();
    RateLimit { name: "invitations", most: SLOTS as u64, window_s, left: Some(left) }.add_to(headers);
}

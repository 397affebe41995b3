//! More Good Reviews' error shape: `{"success":false,"message":…,"errors":{"field":["…"]}}`. Only 422 has `errors`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use app::error::Error as UseCase;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::values::Invalid;
use edge::described::{Described, described};
use edge::error::Error;
use edge::respond::refusal;
use edge::routes::unserved;
use edge::shown::Absent;

#[derive(Debug)]
pub enum Failure {
    Fields(Vec<(&'static str, Invalid)>),
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
    /// An error in the form that More Good Reviews documents.
    pub(crate) struct Envelope as BeaconError ((message, errors): (&str, BTreeMap<&str, Vec<&str>>)) {
        /// Always `false`.
        success: bool = false;
        /// One sentence that says what is wrong or what to do.
        message: String = message;
        /// The problems of each invalid field. Only with status 422.
        errors: Absent<BTreeMap<String, Vec<String>>> = Some(errors).filter(|errors| !errors.is_empty());
    }
}

pub(crate) async fn wrong_method(uri: Uri) -> Failure {
    // Two paths are also served with a trailing slash.
    unserved(uri.path().trim_end_matches('/')).into()
}

pub(crate) async fn no_route() -> Failure {
    Error::NoRoute.into()
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Fields(fields) => {
                let message: Cow<'_, str> = match &fields[..] {
                    [(_, Invalid(rule))] => (*rule).into(),
                    fields => format!("{} fields are invalid; see `errors`.", fields.len()).into(),
                };
                invalid(&message, fields.iter().map(|&(field, Invalid(rule))| (field, rule)))
            }
            Self::Other(error) => {
                let Described { status, code: _, sentence, header } = in_beacon(&error, described(&error));
                match field(&error) {
                    Some(field) => invalid(&sentence, [(field, &*sentence)]),
                    None => refusal(status, header, &Envelope::new((&sentence, BTreeMap::new()))),
                }
            }
        }
    }
}

/// 422, with the rules that the fields break.
fn invalid<'a>(message: &str, rules: impl IntoIterator<Item = (&'a str, &'a str)>) -> Response {
    let mut errors: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (field, rule) in rules {
        errors.entry(field).or_default().push(rule);
    }
    refusal(StatusCode::UNPROCESSABLE_ENTITY, None, &Envelope::new((message, errors)))
}

/// Replaces sentences that are different in this dialect.
fn in_beacon(error: &Error, described: Described) -> Described {
    match error {
        // A call names a customer by email or phone number, and a location by its slug.
        Error::App(UseCase::NotFound) => described.with_sentence("Unknown customer or location. Create it first."),
        // An active ask is a success. This error means that the ask ended while it was read.
        Error::App(UseCase::Duplicate { .. }) => {
            described.with_sentence("An earlier ask of this customer is being changed. Try again.")
        }
        _ => described,
    }
}

/// The invalid field, if the dialect answers this error with 422.
fn field(error: &Error) -> Option<&'static str> {
    match error {
        Error::Field { field, rule: _ } => Some(field),
        Error::App(UseCase::IdempotencyKeyReused) => Some("idempotency_key"),
        Error::App(UseCase::SlugTaken) => Some("slug"),
        Error::App(UseCase::PageTooFar { .. }) => Some("page"),
        Error::App(UseCase::Unreachable(_)) => Some("channels"),
        _ => None,
    }
}

//! The native envelope, which BetterReviews has too:
//! `{"ok":false,"error":"<code>","message":"<one sentence that says what to do>"}`.

pub mod deliveries;
pub mod integrations;
pub mod keys;
pub mod settings;
pub mod texts;
pub mod webhooks;

use app::error::Error as UseCase;
use axum::response::{IntoResponse, Response};
use domain::values::{Invalid, RequestId};
use jiff::Timestamp;

use crate::body::whole;
use crate::described::{Described, described};
use crate::error::Error;
use crate::openapi::{ApiDescription, Errors};
use crate::respond::refusal;
use crate::shown;

/// An error to be answered in the native envelope.
#[derive(Debug)]
pub struct Failure(pub Error);

/// What a handler answers.
pub type Served = Result<Response, Failure>;

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// The id in a path. A malformed id counts as unknown.
pub fn request_id(segment: &str) -> Result<RequestId, UseCase> {
    RequestId::parse(segment).map_err(|_| UseCase::NotFound)
}

/// The number of rows on a page if the query has no limit (the BetterReviews document).
pub const PAGE: u32 = 50;
const PAGE_MAX: u32 = 100;

/// The `limit` in a list's query: the most rows on the page.
/// Errors: [`Error::Field`] unless it is a whole number from 1 to 100.
pub fn limit(value: &str) -> Result<u32, Error> {
    let limit = whole(value).filter(|limit| (1..=PAGE_MAX).contains(limit));
    limit.ok_or(Invalid("`limit` must be a whole number from 1 to 100.")).map_err(Error::field("limit"))
}

/// A time as the native API and BetterReviews write it: UTC, in whole seconds, with `Z`.
pub fn seconds(at: Timestamp) -> String {
    format!("{at:.0}")
}

/// The native API's dialect, with the routes under this heading.
pub fn api(tag: &'static str, about: &'static str) -> ApiDescription {
    ApiDescription { name: "Native", tag, about, wrong_field: Some(422), errors: Errors::json::<Envelope>() }
}

shown! {
    /// An error.
    struct Envelope as Error ((code, sentence): (&str, &str)) {
        /// Always `false`.
        ok: bool = false;
        /// The kind of error, as a code that does not change.
        error: String = code, example "not_found";
        /// One sentence that says what to do.
        message: String = sentence;
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let Described { status, code, sentence, header } = described(&self.0);
        refusal(status, header, &Envelope::new((&code, &sentence)))
    }
}

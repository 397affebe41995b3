//! The native envelope, which BetterReviews has too:
//! `{"ok":false,"error":"<code>","message":"<one sentence that says what to do>"}`.
//!
//! A client that accepts `application/problem+json` gets the same error as RFC 9457 describes it. The other dialects do
//! not offer that: their errors are what their vendors document, and their clients read nothing else.

pub mod deliveries;
pub mod integrations;
pub mod keys;
pub mod settings;
pub mod texts;
pub mod webhooks;

use app::error::Error as UseCase;
use axum::http::header::{ACCEPT, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use domain::values::{Invalid, RequestId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::accept::accepts;
use crate::body::whole;
use crate::described::{Described, described};
use crate::error::Error;
use crate::openapi::{ApiDescription, Errors};
use crate::respond::refusal;

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

/// The media type of problems (RFC 9457).
const PROBLEM_JSON: &str = "application/problem+json";

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
    let errors = Errors::json::<Envelope<'_>>().or::<ProblemDetails<'_>>(PROBLEM_JSON);
    ApiDescription { name: "Native", tag, about, wrong_field: Some(422), errors }
}

/// An error.
#[derive(Serialize, ToSchema)]
#[schema(as = Error)]
struct Envelope<'a> {
    /// Always `false`.
    ok: bool,
    /// The kind of error, as a code that does not change.
    #[schema(example = "not_found")]
    error: &'a str,
    /// One sentence that says what to do.
    message: &'a str,
}

/// The same error as a problem (RFC 9457), for clients that accept `application/problem+json`.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
struct ProblemDetails<'a> {
    /// Always `about:blank`: `code` is the kind of error. Each installation has its own host, so no URL could name a
    /// kind of error for all of them.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    kind: &'static str,
    /// The status in words.
    #[schema(example = "Not Found")]
    title: &'a str,
    /// The HTTP status.
    #[schema(example = 404)]
    status: u16,
    /// One sentence that says what to do.
    detail: &'a str,
    /// The kind of error, as a code that does not change.
    #[schema(example = "not_found")]
    code: &'a str,
    /// The field or parameter that is invalid, if the error is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    field: Option<&'static str>,
}

/// The error in a response, as an extension of the response, for [`as_problem`].
#[derive(Clone)]
struct Refused(Described);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let described = described(&self.0);
        let Described { status, code, sentence, field: _, header } = &described;
        let mut response = refusal(*status, header.clone(), &Envelope { ok: false, error: code, message: sentence });
        response.headers_mut().insert(VARY, HeaderValue::from_static("accept"));
        response.extensions_mut().insert(Refused(described));
        response
    }
}

/// Whether a client accepts problems. It must name them: `*/*` gets the usual envelope.
pub(crate) fn accepts_problems(headers: &HeaderMap) -> bool {
    accepts(headers, &ACCEPT, PROBLEM_JSON).unwrap_or(false)
}

/// The response to a client that accepts problems: an error of the native API becomes one, and others stay.
pub(crate) fn as_problem(mut response: Response) -> Response {
    let Some(Refused(described)) = response.extensions_mut().remove() else { return response };
    let Described { status, code, sentence, field, header } = described;
    let title = status.canonical_reason().unwrap_or_default();
    let details =
        ProblemDetails { kind: "about:blank", title, status: status.as_u16(), detail: &sentence, code: &code, field };
    let mut problem = refusal(status, header, &details);
    let headers = problem.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    headers.insert(VARY, HeaderValue::from_static("accept"));
    problem
}

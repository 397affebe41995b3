//! Wix' error shape: `{"message":…,"details":{"applicationError":{"code","description","data"}}}`, or
//! `details.validationError.fieldViolations` for invalid fields.

pub(crate) mod violation;

use std::borrow::Cow;

use app::error::{Error as UseCase, Refusal};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::values::Invalid;
use edge::described::{Described, described};
use edge::error::Error;
use edge::json::Problem;
use edge::respond::refusal;
use edge::routes::unserved;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use crate::error::violation::{Rule, Violation};

pub enum Failure {
    /// The invalid fields; never empty.
    Fields(Vec<Violation>),
    NeitherOrderNorItems,
    Other(Error),
}

/// What a handler answers.
pub(crate) type Served = Result<Response, Failure>;

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        match error.into() {
            Error::Field { field, rule: Invalid(rule) } => Violation::new(field, Rule::Format, rule).into(),
            error => Self::Other(error),
        }
    }
}

impl Failure {
    /// Why a request was not created. `root` is its place in the body.
    pub(crate) fn of_request(error: UseCase, root: &str) -> Self {
        match error {
            // Reported like an invalid field, although only the stored order shows that an item is not part of it.
            UseCase::Refused(Refusal::NotOfOrder(index)) => {
                let sentence = described(&error.into()).sentence;
                let violation = Violation::new(format!("items[{index}].catalogItemId"), Rule::Other, sentence);
                violation.within(root).into()
            }
            error => error.into(),
        }
    }
}

impl From<Violation> for Failure {
    fn from(violation: Violation) -> Self {
        Self::Fields(vec![violation])
    }
}

/// An error in the form that Wix' clients expect.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestError)]
pub(crate) struct Envelope {
    message: String,
    details: Details,
}

/// Has exactly one of these fields.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestErrorDetails)]
struct Details {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    application_error: Option<ApplicationError>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    validation_error: Option<ValidationError>,
}

/// A problem with the whole call, or with one item of a bulk call.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestApplicationError)]
pub(crate) struct ApplicationError {
    /// The problem's stable code.
    #[schema(example = "ORDER_NOT_FOUND")]
    code: Cow<'static, str>,
    /// One sentence that says what to do.
    description: String,
    /// Details that depend on the code, such as line and column of invalid JSON.
    #[schema(value_type = Object)]
    data: Map<String, Value>,
}

/// The invalid fields.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestValidationError)]
struct ValidationError {
    field_violations: Vec<Violation>,
}

pub(crate) async fn wrong_method(uri: Uri) -> Failure {
    unserved(uri.path()).into()
}

pub(crate) async fn no_route() -> Failure {
    Error::NoRoute.into()
}

impl Failure {
    /// The error of one item of a bulk call. Items have no status of their own.
    pub(crate) fn into_item_error(self) -> ApplicationError {
        match self {
            Self::Fields(violations) => {
                let data = Map::from_iter([("fieldViolations".to_owned(), json!(violations))]);
                ApplicationError { code: "INVALID_ARGUMENT".into(), description: joined(&violations), data }
            }
            Self::NeitherOrderNorItems => neither_order_nor_items(),
            Self::Other(error) => application_error(&error, described_here(&error)),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, header, error) = match self {
            Self::Fields(violations) => {
                let message = joined(&violations);
                let validation_error = Some(ValidationError { field_violations: violations });
                let details = Details { application_error: None, validation_error };
                return refusal(StatusCode::BAD_REQUEST, None, &Envelope { message, details });
            }
            Self::NeitherOrderNorItems => (StatusCode::BAD_REQUEST, None, neither_order_nor_items()),
            Self::Other(error) => {
                let mut described = described_here(&error);
                (described.status, described.header.take(), application_error(&error, described))
            }
        };
        let message = error.description.clone();
        refusal(
            status,
            header,
            &Envelope { message, details: Details { application_error: Some(error), validation_error: None } },
        )
    }
}

/// The error as all dialects describe it, with the vendor's own code.
fn described_here(error: &Error) -> Described {
    let described = described(error);
    let code = code(error, &described.code);
    described.with_code(code)
}

fn joined(violations: &[Violation]) -> String {
    let each = violations.iter().map(|violation| format!("{}: {}", violation.field, violation.description));
    each.collect::<Vec<_>>().join(" ")
}

fn neither_order_nor_items() -> ApplicationError {
    ApplicationError {
        code: "EITHER_ORDER_OR_ITEMS_REQUIRED".into(),
        description: "Name an order by order.id, or at least one item by items.catalogItemId.".to_owned(),
        data: Map::new(),
    }
}

fn application_error(error: &Error, Described { code, sentence, .. }: Described) -> ApplicationError {
    let data = match error {
        Error::Malformed(Problem { line, column, what: _ }) => {
            Map::from_iter([("line".to_owned(), json!(line)), ("column".to_owned(), json!(column))])
        }
        _ => Map::new(),
    };
    ApplicationError { code, description: sentence.into(), data }
}

/// The vendor's code. Others are the native API's in upper case, but for two, which are the same in every dialect.
fn code(error: &Error, native: &str) -> Cow<'static, str> {
    let code = match error {
        Error::App(UseCase::Unauthenticated) => "UNAUTHENTICATED",
        Error::App(UseCase::MissingScope(_)) => "PERMISSION_DENIED",
        Error::App(UseCase::Duplicate { .. }) => "ALREADY_EXISTS",
        Error::App(UseCase::RateLimited(_) | UseCase::TooManyCalls { .. }) => "RESOURCE_EXHAUSTED",
        Error::App(UseCase::IdempotencyKeyReused) => "idempotency_key_reused",
        Error::App(UseCase::LinkTooShort) => "LINK_TOO_SHORT",
        Error::App(UseCase::Internal(_)) => "internal",
        _ => return native.to_uppercase().into(),
    };
    code.into()
}

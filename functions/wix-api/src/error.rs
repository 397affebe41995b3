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
use edge::shown::Absent;
use serde_json::{Value, json};

use crate::error::violation::{Rule, Violation, ViolationBody};

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

edge::shown! {
    /// An error in the form that Wix' clients expect.
    pub(crate) struct Envelope as ReviewRequestError ((message, of_call, of_fields): (&str, Option<ApplicationError>, &[Violation])) {
        message: String = message;
        details: Details = (of_call, of_fields);
    }

    /// Has exactly one of these fields.
    struct Details as ReviewRequestErrorDetails ((of_call, of_fields): (Option<ApplicationError>, &[Violation])) {
        application_error "applicationError": Absent<ApplicationError> = of_call;
        validation_error "validationError": Absent<ValidationError> = Some(of_fields).filter(|fields| !fields.is_empty());
    }

    /// A problem with the whole call, or with one item of a bulk call.
    pub(crate) struct ApplicationError as ReviewRequestApplicationError ((code, description, data): (&str, &str, Value)) {
        /// The problem's stable code.
        code: String = code, example "ORDER_NOT_FOUND";
        /// One sentence that says what to do.
        description: String = description;
        /// Details that depend on the code, such as line and column of invalid JSON.
        data: Value = data;
    }

    /// The invalid fields.
    struct ValidationError as ReviewRequestValidationError (violations: &[Violation]) {
        field_violations "fieldViolations": Vec<ViolationBody> = violations;
    }
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
                let data = json!(ValidationError::new(&violations));
                ApplicationError::new(("INVALID_ARGUMENT", &joined(&violations), data))
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
                let envelope = Envelope::new((&joined(&violations), None, &violations));
                return refusal(StatusCode::BAD_REQUEST, None, &envelope);
            }
            Self::NeitherOrderNorItems => (StatusCode::BAD_REQUEST, None, neither_order_nor_items()),
            Self::Other(error) => {
                let mut described = described_here(&error);
                (described.status, described.header.take(), application_error(&error, described))
            }
        };
        let message = error.description.clone();
        refusal(status, header, &Envelope::new((&message, Some(error), &[])))
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
    let description = "Name an order by order.id, or at least one item by items.catalogItemId.";
    ApplicationError::new(("EITHER_ORDER_OR_ITEMS_REQUIRED", description, json!({})))
}

fn application_error(error: &Error, Described { code, sentence, .. }: Described) -> ApplicationError {
    let data = match error {
        Error::Malformed(Problem { line, column, what: _ }) => json!({"line": line, "column": column}),
        _ => json!({}),
    };
    ApplicationError::new((&code, &sentence, data))
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

//! Wix' error shape: `{"message":…,"details":{"applicationError":{"code","description","data"}}}`,
//! or `details.validationError.fieldViolations` where fields break their rules.

use app::requests::Reply;
use app::{Error as UseCase, Refusal};
use axum::http::header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::{Invalid, Quota};
use edge::{Error, Problem};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use crate::wire::respond;

/// What a caller waits when a dependency is out, in seconds.
const RETRY_AFTER_S: &str = "5";

/// Why a call is answered with an error.
pub(crate) enum Failure {
    /// Fields that break their rules; never empty.
    Fields(Vec<Violation>),
    /// Neither an order nor an item is named.
    NeitherOrderNorItems,
    /// Anything that other dialects know, too.
    Other(Error),
}

impl<E: Into<Error>> From<E> for Failure {
    /// An item that the order lacks is found late, but it is a field like any other.
    fn from(error: E) -> Self {
        match error.into() {
            Error::App(UseCase::Refused(Refusal::NotOfOrder(index))) => not_of_order(index).into(),
            Error::Field { field, rule: Invalid(rule) } => Violation::new(field, Rule::Format, rule).into(),
            error => Self::Other(error),
        }
    }
}

/// A field that breaks its rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestFieldViolation)]
pub(crate) struct Violation {
    /// Its path, such as `items[0].catalogItemId`.
    field: String,
    /// One sentence that says what to do.
    description: String,
    #[schema(schema_with = rules)]
    violated_rule: &'static str,
}

/// Which kind of rule a field breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    RequiredField,
    Format,
    Min,
    Max,
    MaxSize,
    MaxLength,
    Other,
}

impl Rule {
    const ALL: [Self; 7] =
        [Self::RequiredField, Self::Format, Self::Min, Self::Max, Self::MaxSize, Self::MaxLength, Self::Other];

    const fn as_str(self) -> &'static str {
        match self {
            Self::RequiredField => "REQUIRED_FIELD",
            Self::Format => "FORMAT",
            Self::Min => "MIN",
            Self::Max => "MAX",
            Self::MaxSize => "MAX_SIZE",
            Self::MaxLength => "MAX_LENGTH",
            Self::Other => "OTHER",
        }
    }
}

fn rules() -> utoipa::openapi::Object {
    edge::openapi::words(Rule::ALL.map(Rule::as_str))
}

impl Violation {
    pub(crate) fn new(field: impl Into<String>, rule: Rule, description: impl Into<String>) -> Self {
        Self { field: field.into(), description: description.into(), violated_rule: rule.as_str() }
    }
}

impl From<Violation> for Failure {
    fn from(violation: Violation) -> Self {
        Self::Fields(vec![violation])
    }
}

/// A refusal, as the vendor's clients read it.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestError)]
pub(crate) struct Envelope {
    message: String,
    details: Details,
}

/// One of the two.
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

/// What is wrong with the call as a whole, or with one item of many.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestApplicationError)]
pub(crate) struct ApplicationError {
    /// What is wrong: a code that does not change.
    #[schema(example = "ORDER_NOT_FOUND")]
    code: &'static str,
    /// One sentence that says what to do.
    description: String,
    /// What else there is to say of it.
    #[schema(value_type = Object)]
    data: Map<String, Value>,
}

/// What is wrong with the fields.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestValidationError)]
struct ValidationError {
    field_violations: Vec<Violation>,
}

pub(crate) async fn not_post() -> Failure {
    allow("POST")
}

pub(crate) async fn not_put() -> Failure {
    allow("PUT")
}

pub(crate) async fn not_get_or_delete() -> Failure {
    allow("DELETE, GET, HEAD")
}

pub(crate) async fn no_route() -> Failure {
    Error::NoRoute.into()
}

fn allow(methods: &str) -> Failure {
    Error::Method { allow: methods.to_owned() }.into()
}

impl Failure {
    /// What one item of many shows of it, without a status of its own.
    pub(crate) fn into_item_error(self) -> ApplicationError {
        self.log();
        match self {
            Self::Fields(violations) => {
                let data = Map::from_iter([("fieldViolations".to_owned(), json!(violations))]);
                ApplicationError { code: "INVALID_ARGUMENT", description: sentence(&violations), data }
            }
            failure => failure.described().1,
        }
    }

    /// A fault of ours, or of what we depend on: the log has its cause, the answer does not.
    fn log(&self) {
        match self {
            Self::Other(Error::App(UseCase::Unavailable(cause))) => tracing::error!(cause, "unavailable"),
            Self::Other(Error::App(UseCase::Internal(cause))) => tracing::error!(cause, "internal"),
            _ => {}
        }
    }

    fn described(&self) -> (StatusCode, ApplicationError) {
        match self {
            Self::Fields(violations) => {
                (StatusCode::BAD_REQUEST, application("INVALID_ARGUMENT", &sentence(violations), Map::new()))
            }
            Self::NeitherOrderNorItems => told(
                StatusCode::BAD_REQUEST,
                "EITHER_ORDER_OR_ITEMS_REQUIRED",
                "Name an order by order.id, or at least one item by items.catalogItemId.",
            ),
            Self::Other(error) => described(error),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.log();
        let (status, error) = self.described();
        let message = error.description.clone();
        let details = match &self {
            Self::Fields(violations) => {
                let validation_error = Some(ValidationError { field_violations: violations.clone() });
                Details { application_error: None, validation_error }
            }
            Self::NeitherOrderNorItems | Self::Other(_) => {
                Details { application_error: Some(error), validation_error: None }
            }
        };
        let body = serde_json::to_string(&Envelope { message, details }).unwrap_or_default();
        let mut response = respond(Reply::new(status.as_u16(), body));
        let header = match &self {
            Self::Other(Error::Method { allow }) => HeaderValue::from_str(allow).ok().map(|allow| (ALLOW, allow)),
            Self::Other(Error::App(UseCase::Unauthenticated)) => {
                Some((WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")))
            }
            Self::Other(Error::App(UseCase::Unavailable(_))) => {
                Some((RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_S)))
            }
            Self::Other(Error::App(UseCase::RateLimited(Quota { remaining: _ /* none */, reset_s }))) => {
                Some((RETRY_AFTER, HeaderValue::from(*reset_s)))
            }
            _ => None,
        };
        response.headers_mut().extend(header);
        response
    }
}

fn not_of_order(index: usize) -> Violation {
    let description = "This item is not in the order; name items of the order, or leave the order out.";
    Violation::new(format!("items[{index}].catalogItemId"), Rule::Other, description)
}

fn sentence(violations: &[Violation]) -> String {
    let each =
        violations.iter().map(|Violation { field, description, violated_rule: _ }| format!("{field}: {description}"));
    each.collect::<Vec<_>>().join(" ")
}

fn application(code: &'static str, description: &str, data: Map<String, Value>) -> ApplicationError {
    ApplicationError { code, description: description.to_owned(), data }
}

fn told(status: StatusCode, code: &'static str, description: &str) -> (StatusCode, ApplicationError) {
    (status, application(code, description, Map::new()))
}

/// Status, code and sentence of every error. No `_ =>`: a new error must be described here.
fn described(error: &Error) -> (StatusCode, ApplicationError) {
    match error {
        Error::NoRoute => told(StatusCode::NOT_FOUND, "NOT_FOUND", "There is nothing at this path."),
        Error::Method { allow } => {
            let sentence = format!("This path does not know the method; use {allow}.");
            told(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", &sentence)
        }
        Error::TooLarge => told(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", "Send at most 64 KiB."),
        Error::NotJson => told(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "Send JSON, with Content-Type: application/json.",
        ),
        Error::Truncated => {
            told(StatusCode::BAD_REQUEST, "INVALID_BODY", "The body did not arrive whole; send it again.")
        }
        Error::Malformed(Problem { line, column, what }) => {
            let sentence = format!("Mend the body at line {line}, column {column}: {what}.");
            let place = Map::from_iter([("line".to_owned(), json!(line)), ("column".to_owned(), json!(column))]);
            (StatusCode::BAD_REQUEST, application("INVALID_JSON", &sentence, place))
        }
        Error::IdempotencyKey(Invalid(rule)) => told(StatusCode::BAD_REQUEST, "INVALID_IDEMPOTENCY_KEY", rule),
        Error::Field { field: _ /* answered as a violation */, rule: Invalid(rule) } => {
            told(StatusCode::BAD_REQUEST, "INVALID_ARGUMENT", rule)
        }
        Error::App(error) => described_use_case(error),
    }
}

/// The codes in small letters are those that the contract names for every dialect.
fn described_use_case(error: &UseCase) -> (StatusCode, ApplicationError) {
    match error {
        UseCase::Unauthenticated => {
            told(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "Send a working API key as Authorization: <key>.")
        }
        UseCase::MissingScope(scope) => {
            told(StatusCode::FORBIDDEN, "PERMISSION_DENIED", &format!("Use an API key with the scope {scope}."))
        }
        UseCase::NotFound => told(StatusCode::NOT_FOUND, "NOT_FOUND", "There is no review request with this id."),
        // Not one of these calls makes a duplicate, has a limit, sends, or knows locations and channels.
        UseCase::Duplicate { .. } | UseCase::NotSendable(_) | UseCase::SlugTaken | UseCase::Unreachable(_) => {
            told(StatusCode::CONFLICT, "ALREADY_EXISTS", "This can't be done as things are.")
        }
        UseCase::RateLimited(_) => told(
            StatusCode::TOO_MANY_REQUESTS,
            "RESOURCE_EXHAUSTED",
            "Wait as many seconds as Retry-After says, then send the rest.",
        ),
        UseCase::IdempotencyKeyReused => told(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency_key_reused",
            "This Idempotency-Key was used with another body; use a new key for a new call.",
        ),
        UseCase::Refused(refusal) => refused(*refusal),
        UseCase::Unavailable(_) => told(
            StatusCode::SERVICE_UNAVAILABLE,
            "UNAVAILABLE",
            "Try again in a few seconds, with the same Idempotency-Key.",
        ),
        UseCase::Internal(_) => told(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side; quote the X-Wix-Request-Id when you report it.",
        ),
    }
}

fn refused(refusal: Refusal) -> (StatusCode, ApplicationError) {
    let failed = StatusCode::PRECONDITION_REQUIRED;
    match refusal {
        Refusal::Initiator => told(
            failed,
            "INITIATOR_IDENTITY_NOT_SUPPORTED",
            "Use an API key of an app or of a user: a visitor or a member can't ask for reviews.",
        ),
        Refusal::OrderNotFound => {
            told(failed, "ORDER_NOT_FOUND", "Nobody told of this order: PUT it to /api/v1/orders/{id} first.")
        }
        Refusal::OrderIsEmpty => {
            told(failed, "ORDER_IS_EMPTY", "The order leaves its buyer nothing to review: no line has an item.")
        }
        Refusal::NotOfOrder(index) => {
            let Violation { field: _, description, violated_rule: _ } = not_of_order(index);
            told(StatusCode::BAD_REQUEST, "INVALID_ARGUMENT", &description)
        }
        Refusal::NotCancelled => {
            told(failed, "REVIEW_REQUEST_NOT_CANCELED", "Only a canceled review request is deleted; cancel it first.")
        }
        Refusal::TooManyToCount { most } => {
            let sentence = format!("More than {most} review requests would be looked at; narrow createdDate or id.");
            told(failed, "TOO_MANY_TO_COUNT", &sentence)
        }
        Refusal::TooManyToSort { most } => {
            let sentence = format!("At most {most} review requests are sorted so; narrow createdDate, or sort by it.");
            told(StatusCode::BAD_REQUEST, "TOO_MANY_TO_SORT", &sentence)
        }
        Refusal::TooManyToCancel { most } => {
            let sentence = format!("One call cancels at most {most} review requests; narrow the filter.");
            told(failed, "TOO_MANY_TO_CANCEL", &sentence)
        }
    }
}

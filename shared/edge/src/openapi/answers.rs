//! The errors that all routes of a dialect may answer, with their headers and bodies.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::AnyOfBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    Components, Content, Header, Object, ObjectBuilder, Ref, RefOr, Required, Response, ResponseBuilder, Schema, Type,
};
use utoipa::{PartialSchema, ToSchema};

use super::{ApiDescription, Errors, JSON, KEY, RATE_LIMITS};

const HTML: &str = "text/html";
/// The statuses that API Gateway itself may answer: for a body of more than 10 MB, too many calls, or a function that
/// does not answer.
const GATEWAY: [u16; 4] = [413, 429, 500, 503];

/// API Gateway's own error, for a call that did not reach the function.
#[derive(Serialize, ToSchema)]
struct GatewayError {
    message: String,
}

pub(super) fn shared_name(status: u16, dialect: &ApiDescription) -> String {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    dialect.name.to_owned() + &status.canonical_reason().unwrap_or_default().replace(' ', "")
}

pub(super) fn shared(status: u16, dialect: &ApiDescription) -> Response {
    let description = match status {
        400 if dialect.wrong_field == Some(400) => "The body is not a well-formed JSON object, or a field is invalid.",
        400 if matches!(dialect.errors, Errors::Pages) => "The body is incomplete.",
        400 => "The body is not a well-formed JSON object, or the Idempotency-Key is malformed.",
        401 => "Missing or invalid API key.",
        403 => "The API key lacks the scope.",
        404 if matches!(dialect.errors, Errors::Pages) => "Unknown page or token.",
        404 => "Not found in this shop.",
        410 => "The link no longer works.",
        413 => "The body is longer than 64 KiB.",
        415 => "The `Content-Type` is not JSON.",
        422 if dialect.wrong_field == Some(422) => {
            "A field or parameter is invalid, or the Idempotency-Key was used with another body."
        }
        422 => "The Idempotency-Key was used with another body.",
        429 => "Too many calls by this shop or by all callers together. Nothing was changed.",
        503 => "A service that Afterword needs is unavailable. Wait as long as Retry-After says, then try again.",
        _ => "An error on our side. If you report it, quote the X-Request-Id.",
    };
    // For pages, only the gateway answers 429, not our code.
    let by_us = status != 429 || !matches!(dialect.errors, Errors::Pages);
    let mut response = refusal(&Response::new(description), status, by_us, dialect);
    response.headers.insert("X-Request-Id".to_owned(), header("X-Request-Id"));
    response
}

/// An error in the dialect's form, in API Gateway's, or in either, depending on who may answer it.
pub(super) fn refusal(response: &Response, status: u16, by_us: bool, dialect: &ApiDescription) -> Response {
    let by_gateway = GATEWAY.contains(&status).then(|| Ref::from_schema_name("GatewayError"));
    let mut response = ResponseBuilder::from(response.clone());
    let mut json = by_gateway.into_iter().collect::<Vec<_>>();
    match &dialect.errors {
        Errors::Json(schemas) if by_us => {
            let name = schemas.first().map(|(name, _)| name.as_str()).unwrap_or_default();
            json.insert(0, Ref::from_schema_name(name));
        }
        Errors::Json(_) => {}
        Errors::Pages if by_us => response = response.content(HTML, Content::new(Some(page()))),
        Errors::Pages => {}
    }
    match json.as_slice() {
        [] => {}
        [one] => response = response.content(JSON, Content::new(Some(one.clone()))),
        several => {
            let either = several.iter().fold(AnyOfBuilder::new(), |either, one| either.item(one.clone()));
            response = response.content(JSON, Content::new(Some(Schema::AnyOf(either.build()))));
        }
    }
    let header = match status {
        401 => Some("WWW-Authenticate"),
        429 | 503 if by_us => Some("Retry-After"),
        _ => None,
    };
    let limits = if status == 429 && by_us && dialect.names_limits() { &RATE_LIMITS[..] } else { &[] };
    let named = limits.iter().copied().chain(header);
    named.fold(response, |response, name| response.header_ref(name, header_ref(name))).build()
}

fn page() -> Object {
    Object::with_type(Type::String)
}

pub(super) fn header(name: &str) -> RefOr<Header> {
    RefOr::Ref(header_ref(name))
}

fn header_ref(name: &str) -> Ref {
    Ref::new(format!("#/components/headers/{name}"))
}

pub(super) fn with_common_parts(components: &mut Components) {
    let header = |description: &str| HeaderBuilder::new().description(Some(description)).build();
    let headers = [
        (
            "Idempotent-Replayed",
            header("`true` if this is the stored answer to an earlier call with the same Idempotency-Key."),
        ),
        (
            "RateLimit",
            header(
                "What is left of the shop's calls in this window, and the seconds until its end: `\"calls\";r=480;t=4`. \
                 Absent while the shop makes few calls, because copies then do not count together.",
            ),
        ),
        ("RateLimit-Policy", header("The calls that a shop may make in a window of seconds: `\"calls\";q=500;w=10`.")),
        ("Retry-After", header("How long to wait, in whole seconds.")),
        ("WWW-Authenticate", header("`Bearer`.")),
        ("X-Request-Id", header("Identifies the call in our log.")),
    ];
    components.headers.extend(headers.map(|(name, header)| (name.to_owned(), header.into())));
    let parameter = ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "A key that you choose for the call. For 24 hours, a call with the same key changes nothing and returns the first answer.",
        ))
        .schema(Some(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .min_length(Some(1))
                .max_length(Some(255))
                .pattern(Some("^[!-~]+$")),
        ))
        .build();
    components.parameters.insert("Idempotency-Key".to_owned(), parameter.into());
    components.schemas.insert(GatewayError::name().into_owned(), GatewayError::schema());
    let key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
        "The shop's API key. Each route's description names the scope that the key needs. A test-mode key works on \
         separate data and sends nothing.",
    ));
    components.add_security_scheme(KEY, SecurityScheme::Http(key.build()));
}

//! What the routes of a dialect answer alike: each refusal with its headers and its body.

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

use super::{Dialect, Errors, JSON, KEY};

const HTML: &str = "text/html";
/// What API Gateway may answer itself: a body of more than 10 MB, too many calls, no answer from the function.
const GATEWAY: [u16; 4] = [413, 429, 500, 503];

/// API Gateway's own words, where a call did not reach its function.
#[derive(Serialize, ToSchema)]
struct GatewayError {
    message: String,
}

pub(super) fn shared_name(status: u16, dialect: &Dialect) -> String {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    dialect.name.to_owned() + &status.canonical_reason().unwrap_or_default().replace(' ', "")
}

pub(super) fn shared(status: u16, dialect: &Dialect) -> Response {
    let description = match status {
        400 if dialect.wrong_field == Some(400) => {
            "The body is no well-formed JSON object, or a field breaks its rule."
        }
        400 if matches!(dialect.errors, Errors::Pages) => "The body did not arrive whole.",
        400 => "The body is no well-formed JSON object, or the Idempotency-Key is none.",
        401 => "No API key, or none that works.",
        403 => "The API key lacks the scope.",
        404 if matches!(dialect.errors, Errors::Pages) => "No such page, or a token that opens nothing.",
        404 => "There is nothing of this name, or it is another shop's.",
        410 => "The link works no more.",
        413 => "The body is longer than 64 KiB.",
        415 => "The body is not declared as JSON.",
        422 if dialect.wrong_field == Some(422) => {
            "A field or parameter breaks its rule, or the Idempotency-Key was used with another body."
        }
        422 => "The Idempotency-Key was used with another body.",
        429 => "More calls than the API takes; none of this one was done.",
        503 => "A dependency is out; try again after as many seconds as Retry-After says.",
        _ => "A fault of ours; quote the X-Request-Id.",
    };
    let mut response = refusal(&Response::new(description), status, status != 429, dialect);
    response.headers.insert("X-Request-Id".to_owned(), header("X-Request-Id"));
    response
}

/// A refusal in the dialect's shape, or in API Gateway's where it may be the one that refuses.
pub(super) fn refusal(response: &Response, status: u16, by_us: bool, dialect: &Dialect) -> Response {
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
    let told = match status {
        401 => Some("WWW-Authenticate"),
        429 | 503 if by_us => Some("Retry-After"),
        _ => None,
    };
    told.into_iter().fold(response, |response, name| response.header_ref(name, header_ref(name))).build()
}

/// A page of HTML.
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
    let text = |description: &str| HeaderBuilder::new().description(Some(description)).build();
    let headers = [
        ("Idempotent-Replayed", text("`true` on an answer that an earlier call with the same Idempotency-Key got.")),
        ("Retry-After", text("How long to wait, in whole seconds.")),
        ("WWW-Authenticate", text("`Bearer`.")),
        ("X-Request-Id", text("Names the call in our log.")),
    ];
    components.headers.extend(headers.map(|(name, header)| (name.to_owned(), header.into())));
    let parameter = ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("Names the call for 24 hours, so that repeating it does nothing new and gets its answer."))
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
        "An API key of the shop. A route's scopes are those that the key needs. A key of the shop's test mode works \
         on data of its own, and nothing leaves.",
    ));
    components.add_security_scheme(KEY, SecurityScheme::Http(key.build()));
}

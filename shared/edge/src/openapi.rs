//! The parts that the functions' OpenAPI 3.1 descriptions share.
//!
//! A handler's `#[utoipa::path]` lists its parameters, its answers and the errors that only this handler has. The
//! errors that every route of the dialect may answer are added here, so that they are written only once. Deployed
//! functions never run this code.

mod answers;

use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn, PathItem};
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Content, KnownFormat, Object, ObjectBuilder, OneOf, OpenApi, Ref, RefOr, Required, Response, Schema, SchemaFormat,
    Type,
};

use answers::{header, refusal, shared, shared_name, with_common_parts};

/// The name of the API key's security scheme: `security(("key" = ["requests:read"]))`, with the scope.
pub const KEY: &str = "key";

const JSON: &str = "application/json";
/// The header fields of a shop's limit of calls.
const RATE_LIMITS: [&str; 2] = ["RateLimit", "RateLimit-Policy"];
/// The type of a file's rows, which may also be JSON Lines.
const ROWS: &str = "text/csv";

/// What a dialect adds to the description of each of its routes.
pub struct ApiDescription {
    /// The prefix of the dialect's shared answers among the components: one word.
    pub name: &'static str,
    /// The heading of the dialect's routes.
    pub tag: &'static str,
    /// What the routes are for, in a sentence.
    pub about: &'static str,
    /// The status for an invalid field or parameter; `None` if there is no such answer.
    pub wrong_field: Option<u16>,
    pub errors: Errors,
}

impl ApiDescription {
    /// Whether answers name the shop's limit of calls.
    fn names_limits(&self) -> bool {
        ["Native", "Invitations"].contains(&self.name)
    }
}

/// The form of a dialect's errors.
pub enum Errors {
    /// JSON: the errors' schema, and those to which it refers.
    Json(Vec<(String, RefOr<Schema>)>),
    /// HTML pages for people.
    Pages,
}

impl Errors {
    pub fn json<E: ToSchema>() -> Self {
        let mut schemas = vec![(E::name().into_owned(), E::schema())];
        E::schemas(&mut schemas);
        Self::Json(schemas)
    }
}

/// A string that is one of these words, for `#[schema(schema_with = …)]`.
pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

/// Types whose schema is a string with one of several words: for `value_type = …`, where `schema_with` is not enough.
#[macro_export]
macro_rules! word_schemas {
    ($($(#[$doc:meta])* $visible:vis $name:ident, $title:literal = $words:expr;)*) => {$(
        $(#[$doc])*
        $visible enum $name {}

        impl ::utoipa::PartialSchema for $name {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::Schema> {
                $crate::openapi::words($words).into()
            }
        }

        impl ::utoipa::ToSchema for $name {
            fn name() -> ::std::borrow::Cow<'static, str> {
                $title.into()
            }
        }
    )*};
}

/// A time (RFC 3339), for `#[schema(schema_with = …)]`.
pub fn time() -> Object {
    let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
    ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build()
}

/// Adds to a derived document everything that the dialect adds to its routes.
pub fn describe(mut document: OpenApi, dialect: &ApiDescription) -> OpenApi {
    let mut components = document.components.take().unwrap_or_default();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            let statuses = may_answer(method, path, operation, dialect);
            for status in &statuses {
                components.responses.insert(shared_name(*status, dialect), shared(*status, dialect).into());
            }
            complete(operation, &statuses, method, dialect);
        }
    }
    if let Errors::Json(schemas) = &dialect.errors {
        components.schemas.extend(schemas.iter().cloned());
    }
    with_common_parts(&mut components);
    document.components = Some(components);
    document.tags = Some(vec![TagBuilder::new().name(dialect.tag).description(Some(dialect.about)).build()]);
    document
}

/// Adds a header, which a dialect sets on all its answers, to a document made by [`describe`].
pub fn with_header(mut document: OpenApi, name: &str, description: &str) -> OpenApi {
    let header = HeaderBuilder::new().description(Some(description)).build();
    let shared = document.components.iter_mut().flat_map(|components| components.responses.values_mut());
    let operations = document.paths.paths.values_mut().flat_map(operations);
    let own = operations.flat_map(|(_, operation)| operation.responses.responses.values_mut());
    for response in shared.chain(own) {
        if let RefOr::T(response) = response {
            response.headers.insert(name.to_owned(), header.clone().into());
        }
    }
    document
}

pub fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    let all = [("GET", get), ("PUT", put), ("POST", post), ("DELETE", delete), ("PATCH", patch)];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

/// The body of a call to an operation, and the JSON of its successful answer.
pub fn bodies(operation: &mut Operation) -> (Option<&mut Content>, Option<&mut Content>) {
    let takes = match &mut operation.request_body {
        Some(RefOr::T(body)) => body.content.values_mut().next(),
        _ => None,
    };
    let mut answers = operation.responses.responses.iter_mut().filter(|(status, _)| status.starts_with('2'));
    let answers = answers.find_map(|(_, response)| match response {
        RefOr::T(response) => response.content.get_mut(JSON),
        RefOr::Ref(_) => None,
    });
    (takes.and_then(described), answers.and_then(described))
}

fn described(content: &mut RefOr<Content>) -> Option<&mut Content> {
    match content {
        RefOr::T(content) => Some(content),
        RefOr::Ref(_) => None,
    }
}

/// The statuses that a route may answer in addition to its own, because of its path, parameters and body.
fn may_answer(method: &str, path: &str, operation: &Operation, dialect: &ApiDescription) -> Vec<u16> {
    let mut statuses = vec![429, 500, 503];
    if operation.security.is_some() {
        statuses.extend([401, 403]);
    }
    if has_body(operation) {
        statuses.extend([400, 413]);
    }
    if has_json(operation) {
        statuses.push(415);
    }
    // A GET of the native API is refused for an unknown parameter, even if it has none.
    let is_strict = method == "GET" && dialect.name == "Native" && path.starts_with("/api/v1/");
    if has_json(operation) || is_strict || !query(operation).is_empty() {
        statuses.extend(dialect.wrong_field);
    }
    if is_repeatable(method, operation) {
        statuses.extend([400, 422]);
    }
    // A PUT may create what has the id.
    if path.contains("{id}") && !(method == "PUT" && path.ends_with("{id}")) {
        statuses.push(404);
    }
    let own = &operation.responses.responses;
    let bare = own.iter().filter(|(_, response)| is_bare(response));
    statuses.extend(bare.filter_map(|(status, _)| status.parse::<u16>().ok()));
    statuses.retain(|status| own.get(&status.to_string()).is_none_or(is_bare));
    statuses
}

fn complete(operation: &mut Operation, shared: &[u16], method: &str, dialect: &ApiDescription) {
    operation.tags = Some(vec![dialect.tag.to_owned()]);
    // An empty list says that a route needs no key. Without a list, a reader would have to guess.
    operation.security.get_or_insert_default();
    let has_key = say_scopes(operation);
    let has_rows = matches!(&operation.request_body, Some(RefOr::T(body)) if body.content.contains_key(ROWS));
    if let Some(RefOr::T(body)) = &mut operation.request_body {
        body.content.values_mut().for_each(never_null);
        if has_rows {
            // The body is optional, because the file may be uploaded later instead.
            body.required = Some(Required::False);
        }
    }
    if is_repeatable(method, operation) {
        let parameter = Ref::new("#/components/parameters/Idempotency-Key");
        operation.parameters.get_or_insert_default().push(RefOr::Ref(parameter));
        for (_, response) in own(operation).filter(|(status, _)| *status < 300) {
            response.headers.insert("Idempotent-Replayed".to_owned(), header("Idempotent-Replayed"));
        }
    }
    for (status, response) in own(operation) {
        if has_key && status < 300 && dialect.names_limits() {
            for name in RATE_LIMITS {
                response.headers.entry(name.to_owned()).or_insert_with(|| header(name));
            }
        }
        if status >= 400 && response.content.is_empty() {
            *response = refusal(response, status, true, dialect);
        }
        response.headers.insert("X-Request-Id".to_owned(), header("X-Request-Id"));
    }
    for status in shared {
        let response = Ref::from_response_name(shared_name(*status, dialect));
        operation.responses.responses.insert(status.to_string(), response.into());
    }
}

/// Says in the description which scopes the key of a call needs, and returns whether the call has a key.
///
/// OpenAPI 3.1 lets the security requirement of an HTTP scheme list them, but linters expect scopes of OAuth there, and
/// readers of the description do not see them.
fn say_scopes(operation: &mut Operation) -> bool {
    let requirements = operation.security.iter_mut().flatten();
    let mut scopes = Vec::new();
    for requirement in requirements {
        let listed = serde_json::to_value(&*requirement).unwrap_or_default();
        if let Some(listed) = listed[KEY].as_array() {
            scopes.extend(listed.iter().filter_map(Value::as_str).map(|scope| format!("`{scope}`")));
            *requirement = SecurityRequirement::new(KEY, [""; 0]);
        }
    }
    if scopes.is_empty() {
        return false;
    }
    let needs = format!("Needs an API key with the scope {}.", scopes.join(" and "));
    let description = operation.description.take().filter(|it| !it.is_empty());
    operation.description = Some(description.map_or(needs.clone(), |it| format!("{it}\n\n{needs}")));
    true
}

/// utoipa describes an optional body, `Option<T>`, as one that may also be `null`.
fn never_null(content: &mut RefOr<Content>) {
    let RefOr::T(Content { schema: Some(schema), .. }) = content else { return };
    match schema {
        RefOr::T(Schema::OneOf(OneOf { items, .. })) => *schema = items.swap_remove(0),
        RefOr::T(Schema::Object(Object { schema_type, .. })) => {
            if let SchemaType::Array(types) = schema_type {
                types.retain(|kind| *kind != Type::Null);
                *schema_type = types.pop().map_or(SchemaType::AnyValue, SchemaType::Type);
            }
        }
        _ => {}
    }
}

/// The responses that a handler describes itself.
fn own(operation: &mut Operation) -> impl Iterator<Item = (u16, &mut Response)> {
    operation.responses.responses.iter_mut().filter_map(|(status, response)| match response {
        RefOr::T(response) => Some((status.parse().ok()?, response)),
        RefOr::Ref(_) => None,
    })
}

/// Whether the response is only `(status = 404)`, which stands for the dialect's shared answer with that status.
fn is_bare(response: &RefOr<Response>) -> bool {
    matches!(response, RefOr::T(Response { description, content, .. }) if description.is_empty() && content.is_empty())
}

fn has_body(operation: &Operation) -> bool {
    operation.request_body.is_some()
}

fn has_json(operation: &Operation) -> bool {
    matches!(&operation.request_body, Some(RefOr::T(body)) if body.content.contains_key(JSON))
}

/// The names of the query's parameters.
pub(crate) fn query(operation: &Operation) -> Vec<String> {
    let name = |parameter: &RefOr<Parameter>| match parameter {
        RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query => Some(parameter.name.clone()),
        _ => None,
    };
    operation.parameters.iter().flatten().filter_map(name).collect()
}

/// The POSTs of which each row is a PUT. Repeated, they change nothing.
const OF_PUTS: [&str; 2] = ["postOrders", "postProducts"];

/// Any other POST with an API key may have an `Idempotency-Key`; a browser's form cannot send one.
fn is_repeatable(method: &str, operation: &Operation) -> bool {
    method == "POST"
        && operation.security.as_ref().is_some_and(|keys| !keys.is_empty())
        && !OF_PUTS.map(Some).contains(&operation.operation_id.as_deref())
}

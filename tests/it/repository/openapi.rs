//! `openapi.json` is true: it is what the code describes, and it describes every reply and every call to a webhook in any test
//! of this binary. `.ci/run` checks its examples with Spectral.

use std::fs;
use std::sync::{LazyLock, OnceLock};

use jsonschema::Validator;
use serde_json::Map;

use crate::deployment::template::root;
use crate::support::*;

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let document = local::openapi::document().unwrap();
    serde_json::to_value(document).unwrap()
});
/// The described operations, prepared for checking replies.
static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| operations(&DOCUMENT));
/// The bodies of calls to webhooks, by the event's name.
static EVENTS: LazyLock<BTreeMap<String, Schema>> = LazyLock::new(|| events(&DOCUMENT));

struct Operation {
    method: String,
    path: String,
    /// The schema of the JSON body; `None` if the call has none.
    takes: Option<Schema>,
    /// The schemas by status, then by media type; none for an answer without a body.
    responses: BTreeMap<u16, BTreeMap<String, Schema>>,
}

/// A schema. It is compiled when a test needs it, because all together take four seconds and a gigabyte.
struct Schema {
    schema: Value,
    /// The components that it refers to.
    components: Arc<Value>,
    compiled: OnceLock<Validator>,
}

#[test]
fn the_files_are_what_the_code_describes() {
    for (path, described) in local::openapi::files().unwrap() {
        let file = fs::read_to_string(root().join(path)).unwrap();
        assert!(file == described, "{path} is not what the code describes: run `cargo openapi`");
    }
}

/// OpenAPI 3.1 allows scopes in the security requirement of an HTTP scheme; linters do not (`.ci/spectral.yaml`).
#[tokio::test]
async fn every_call_with_a_key_names_the_scope_that_it_needs() {
    let (shop, mut named) = (Shop::new().await, BTreeSet::new());
    for (path, item) in DOCUMENT["paths"].object() {
        for (method, operation) in item.object() {
            for requirement in operation["security"].list().iter().filter(|it| it.get("key").is_some()) {
                assert_eq!(requirement, &json!({"key": []}), "{method} {path}");
                let description = operation["description"].text();
                let scope = between(description, "Needs an API key with the scope `", "`.");
                named.insert(scope.to_owned());
                let others: Vec<_> = local::SCOPES.iter().copied().filter(|other| *other != scope).collect();
                let without = shop.with_scopes(&others).await;
                shop.jump(SECOND);
                let status = async |call: Call<'_>| call.send().await.status.as_u16();
                // An id that nothing has.
                let id = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
                let path = path.split('/').map(|part| if part.starts_with('{') { id } else { part });
                let (method, path) = (method.to_uppercase(), path.collect::<Vec<_>>().join("/"));
                assert_eq!(status(shop.call(&method, &path).without_key()).await, 401, "{method} {path}");
                assert_eq!(status(without.call(&method, &path)).await, 403, "{method} {path}");
                // Only connecting makes a key with this scope: stories call with it.
                if scope == "connection" {
                    continue;
                }
                let with = shop.with_scopes(&[scope]).await;
                shop.jump(SECOND);
                let allowed = status(with.call(&method, &path)).await;
                assert!(![401, 403].contains(&allowed), "{method} {path}: {allowed}");
            }
        }
    }
    let native: BTreeSet<_> = local::SCOPES.iter().map(|scope| (*scope).to_owned()).collect();
    assert!(named.is_superset(&native), "no call needs one of {native:?}: {named:?}");
}

#[tokio::test]
async fn both_documents_are_served_to_anyone() {
    let shop = Shop::new().await;
    for file in ["openapi.json", "openapi.native.json"] {
        let reply = shop.reads(format!("/{file}")).await.is(200);
        assert_eq!(
            ["content-type", "cache-control"].map(|it| reply.header(it)),
            ["application/json", "public, max-age=300"]
        );
        let committed = fs::read_to_string(root().join(file)).unwrap();
        assert_eq!(reply.json(), serde_json::from_str::<Value>(&committed).unwrap());
        assert!(!reply.body.contains('\n'), "{file} has its indentation");
    }
}

#[test]
fn replies_and_events_that_the_document_lacks_are_found() {
    let error = r#"{"ok":false,"error":"not_found","message":"There is nothing."}"#;
    let more = r#"{"ok":false,"error":"not_found","message":"There is nothing.","cause":"disk"}"#;
    for (status, media, body, lacks) in [
        (404, "application/json", error, ""),
        (418, "application/json", error, "418"),
        (404, "text/html", error, "text/html"),
        (404, "application/json", r#"{"ok":false,"error":"not_found"}"#, "message"),
        (404, "application/json", more, "cause"),
        (200, "application/json", r#"{"id":7}"#, "required"),
    ] {
        is_found(problem("GET", "/api/v1/review-requests/7", status, media, body), lacks);
    }
    let receipt = json!("5e0d0e1c-0000-4001-9bcb-700bb3a44001");
    let erased = json!({"customer_id": 7, "receipt": receipt});
    for (name, data, lacks) in [
        ("customer.erased", &erased, ""),
        ("customer.renamed", &erased, "customer.renamed"),
        ("customer.erased", &json!({"customer_id": 7}), "receipt"),
        ("message.sent", &erased, "request_id"),
        ("customer.erased", &json!({"customer_id": 7, "receipt": receipt, "name": "Jane"}), "name"),
    ] {
        let event = json!({"type": name, "timestamp": "2026-11-20T06:00:00Z", "data": data});
        is_found(problem_of_event(&event.to_string()), lacks);
    }
}

#[track_caller]
fn is_found(problem: Option<String>, lacks: &str) {
    assert!(problem.as_deref().map_or(lacks.is_empty(), |it| !lacks.is_empty() && it.contains(lacks)), "{problem:?}");
}

/// Checks a reply with the document, and also the call if it was accepted. Nothing is checked if no route or only a
/// catch-all matches the call.
pub fn check(method: &str, uri: &str, sent: &[u8], reply: &Reply) {
    let path = uri.split('?').next().unwrap_or_default();
    let takes = operation(method, path).and_then(|operation| operation.takes.as_ref());
    // A bulk call succeeds even if some of its items fail, because each item has its own answer.
    let some_failed = [r#""success":false"#, r#""outcome":"refused""#].iter().any(|failed| reply.body.contains(failed));
    let is_taken = reply.status.is_success() && !some_failed;
    if let (Some(takes), true, false) = (takes, is_taken, sent.is_empty()) {
        let lacks = wrong(takes, &without_blanks(path, serde_json::from_slice(sent).unwrap()));
        let sent = String::from_utf8_lossy(sent);
        assert!(lacks.is_none(), "{method} {path} takes what openapi.json rules out: {lacks:?}, with {sent}");
    }
    let media = reply.header("content-type");
    // Who opens a public address in a browser gets a page instead of the error.
    let is_public = path.starts_with("/p/") || path.starts_with("/trust/");
    if is_public && reply.status == 404 && media.contains("html") {
        return;
    }
    let found = problem(method, path, reply.status.as_u16(), media, &reply.body);
    assert!(found.is_none(), "{method} {path}: {}", found.unwrap_or_default());
}

/// The body without empty optional strings. The native API treats them as absent, and the document says what to send
/// instead.
fn without_blanks(path: &str, sent: Value) -> Value {
    match sent {
        Value::Object(fields) if path.starts_with("/api/v1/") => {
            let is_given = |value: &Value| value.as_str().is_none_or(|text| !text.trim().is_empty());
            let given = fields.into_iter().filter(|(_, value)| is_given(value));
            given.map(|(name, value)| (name, without_blanks(path, value))).collect()
        }
        Value::Array(items) => items.into_iter().map(|item| without_blanks(path, item)).collect(),
        sent => sent,
    }
}

/// What is missing in the document about a reply; `None` if it describes the reply.
fn problem(method: &str, path: &str, status: u16, content_type: &str, body: &str) -> Option<String> {
    let operation = operation(method, path)?;
    let Some(media) = operation.responses.get(&status) else {
        return Some(format!("{status} is not in openapi.json, with {body}"));
    };
    let essence = content_type.split(';').next().unwrap_or_default();
    let Some(schema) = media.get(essence) else {
        let as_described = media.is_empty() && body.is_empty();
        return (!as_described).then(|| format!("{status} as {essence:?} is not in openapi.json, with {body}"));
    };
    let body = match essence {
        "application/json" | "application/ld+json" => {
            serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {body}"))
        }
        _ => Value::from(body),
    };
    wrong(schema, &body).map(|wrong| format!("{status} is not as openapi.json describes it: {wrong}, with {body}"))
}

/// What is missing in the document about the body of a call to a webhook; `None` if it describes the body.
pub fn problem_of_event(body: &str) -> Option<String> {
    let event: Value = serde_json::from_str(body).unwrap();
    let Some(schema) = event["type"].as_str().and_then(|name| EVENTS.get(name)) else {
        return Some(format!("the event is not in openapi.json: {body}"));
    };
    wrong(schema, &event).map(|wrong| format!("the event is not as openapi.json describes it: {wrong}, with {body}"))
}

fn wrong(schema: &Schema, value: &Value) -> Option<String> {
    let errors: Vec<_> =
        schema.validator().iter_errors(value).map(|it| format!("{it} at {}", it.instance_path())).collect();
    (!errors.is_empty()).then(|| errors.join("; "))
}

/// The operation of a call. A literal path hides the parametric ones, as in the router.
fn operation(method: &str, path: &str) -> Option<&'static Operation> {
    let literal = OPERATIONS.iter().any(|operation| operation.path == path);
    let takes = |operation: &&Operation| if literal { operation.path == path } else { matches(&operation.path, path) };
    OPERATIONS.iter().filter(takes).find(|operation| operation.method == method)
}

fn matches(template: &str, path: &str) -> bool {
    let (ours, theirs): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    let fits = |(ours, theirs): (&&str, &&str)| ours == theirs || ours.starts_with('{') && !theirs.is_empty();
    ours.len() == theirs.len() && ours.iter().zip(&theirs).all(fits)
}

fn operations(document: &Value) -> Vec<Operation> {
    let (closed, open) = (closed_components(document), Arc::new(document["components"].clone()));
    let mut operations = Vec::new();
    for (path, item) in document["paths"].object() {
        for (method, operation) in item.object() {
            let responses = operation["responses"].object().iter().map(|(status, response)| {
                let media = resolved(response, document)["content"].as_object().cloned().unwrap_or_default();
                let media = media.into_iter().map(|(media, mut content)| {
                    close(&mut content["schema"], true);
                    (media, Schema::new(content["schema"].take(), &closed))
                });
                (status.parse().unwrap(), media.collect())
            });
            let responses = responses.collect();
            let body = operation.pointer("/requestBody/content/application~1json/schema");
            let takes = body.map(|schema| Schema::new(schema.clone(), &open));
            operations.push(Operation { method: method.to_uppercase(), path: path.clone(), takes, responses });
        }
    }
    operations
}

fn events(document: &Value) -> BTreeMap<String, Schema> {
    let closed = closed_components(document);
    let webhooks = document["webhooks"].object().iter().map(|(name, item)| {
        let mut schema = item["post"]["requestBody"]["content"]["application/json"]["schema"].clone();
        close(&mut schema, true);
        (name.clone(), Schema::new(schema, &closed))
    });
    webhooks.collect()
}

fn closed_components(document: &Value) -> Arc<Value> {
    let mut components = document["components"].clone();
    for schema in components["schemas"].as_object_mut().unwrap().values_mut() {
        // Another schema may extend this one; the extending schema closes it.
        close(schema, false);
    }
    Arc::new(components)
}

fn resolved<'a>(value: &'a Value, document: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => value,
    }
}

impl Schema {
    fn new(schema: Value, components: &Arc<Value>) -> Self {
        Self { schema, components: Arc::clone(components), compiled: OnceLock::new() }
    }

    fn validator(&self) -> &Validator {
        self.compiled.get_or_init(|| {
            let mut whole = self.schema.clone();
            self.add_components(&self.schema, &mut whole);
            jsonschema::options().should_validate_formats(true).build(&whole).unwrap()
        })
    }

    /// Adds the components that a part of the schema refers to, and those that they refer to.
    fn add_components(&self, part: &Value, whole: &mut Value) {
        let name = part["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/components/schemas/"));
        if let Some(name) = name.filter(|name| whole["components"]["schemas"][name].is_null()) {
            let component = &self.components["schemas"][name];
            whole["components"]["schemas"][name] = component.clone();
            self.add_components(component, whole);
        }
        match part {
            Value::Object(parts) => parts.values().for_each(|part| self.add_components(part, whole)),
            Value::Array(parts) => parts.iter().for_each(|part| self.add_components(part, whole)),
            _ => {}
        }
    }
}

/// Makes a field an error if the schema does not contain it. In the document, schemas allow more fields, so that a
/// field may be added later. In a test, a field that nobody described must be noticed.
fn close(schema: &mut Value, whole: bool) {
    let Some(schema) = schema.as_object_mut() else { return };
    let names_fields = ["$ref", "allOf", "anyOf", "oneOf", "properties"].iter().any(|word| schema.contains_key(*word));
    if whole && names_fields {
        schema.insert("unevaluatedProperties".to_owned(), json!(false));
    }
    let each = |map: &mut Map<String, Value>, word: &str, whole| match map.get_mut(word) {
        Some(Value::Array(parts)) => parts.iter_mut().for_each(|part| close(part, whole)),
        Some(Value::Object(parts)) if word == "properties" => parts.values_mut().for_each(|part| close(part, whole)),
        Some(part) => close(part, whole),
        None => {}
    };
    for part in ["allOf", "anyOf", "oneOf"] {
        each(schema, part, false);
    }
    for child in ["properties", "items", "additionalProperties"] {
        each(schema, child, true);
    }
}

//! The description of the whole API in OpenAPI 3.1, assembled from the functions' own descriptions; and the native API
//! alone, for generators of typed clients.

use std::collections::BTreeSet;

use anyhow::{bail, ensure};
use serde_json::{Map, Value};
use utoipa::openapi::{
    ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, ServerBuilder, ServerVariableBuilder,
};

use crate::{examples, functions};

const ABOUT: &str = "Afterword asks customers for reviews and collects the reviews. Its own API is that of \
    BetterReviews, with additions. Clients of Amino, More Good Reviews and Wix find the routes that they \
    know. All four APIs share the shop's requests and customers.";

const ABOUT_NATIVE: &str = "Afterword asks customers for reviews and collects the reviews. This is its own API alone, \
    with the calls that it makes to webhooks: what a generator of typed clients needs.";

/// The beginning of the paths of the native API. Amino's paths begin with it, too.
const NATIVE_PATHS: &str = "/api/v1/";
/// The function of Amino's API, which ignores unknown parameters.
const AMINO: &str = "invitations-api";
/// The answer that every operation of the native dialect may give, and no other dialect's.
const NATIVE_ANSWER: &str = "#/components/responses/NativeInternalServerError";

/// The beginning of the file with the table of routes.
const TABLE: &str = "//! Written by `cargo openapi` from the functions' tables of contents.

use super::{Route, route};

/// All routes.
#[rustfmt::skip]
pub const ROUTES: &[Route] = &[
";

/// The whole API.
pub fn document() -> anyhow::Result<OpenApi> {
    let contact = ContactBuilder::new().name(Some("The operator of the stack"));
    let license = LicenseBuilder::new().name("MIT or Apache 2.0").identifier(Some(env!("CARGO_PKG_LICENSE")));
    let info = InfoBuilder::new()
        .title("Afterword")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .contact(Some(contact.build()))
        .license(Some(license.build()));
    let host = ServerVariableBuilder::new()
        .default_value("api-id.execute-api.eu-central-1.amazonaws.com")
        .description(Some("The host in the output `ApiUrl` of your stack."));
    let servers = [
        ServerBuilder::new().url("http://127.0.0.1:3000").description(Some("`cargo dev`")).build(),
        ServerBuilder::new().url("https://{host}").description(Some("Your own stack")).parameter("host", host).build(),
    ];
    let mut whole = OpenApiBuilder::new().info(info.build()).servers(Some(servers)).build();
    for function in functions::http() {
        add(&mut whole, (function.api)().document)?;
    }
    add(&mut whole, deliver_webhooks::api())?;
    examples::add(&mut whole)?;
    Ok(whole)
}

/// The generated files, by their paths in the repository.
pub fn files() -> anyhow::Result<[(&'static str, String); 3]> {
    let whole = document()?;
    let native = serde_json::to_string_pretty(&native(&whole)?)? + "\n";
    let table = ("shared/edge/src/routes/table.rs", table());
    Ok([("openapi.json", whole.to_pretty_json()? + "\n"), ("openapi.native.json", native), table])
}

/// The native API alone, with the calls to webhooks and only the components that these use.
fn native(whole: &OpenApi) -> anyhow::Result<Value> {
    let mut document = serde_json::to_value(whole)?;
    document["info"]["description"] = ABOUT_NATIVE.into();
    let is_native = |operation: &Value| operation["responses"]["500"]["$ref"] == NATIVE_ANSWER;
    let mut tags = BTreeSet::new();
    if let Some(paths) = document["paths"].as_object_mut() {
        paths.retain(|path, item| path.starts_with(NATIVE_PATHS) && fields(item).all(|(_, it)| is_native(it)));
    }
    for (_, item) in fields(&document["paths"]).chain(fields(&document["webhooks"])) {
        let of_item = fields(item).flat_map(|(_, operation)| operation["tags"].as_array()).flatten();
        tags.extend(of_item.map(ToString::to_string));
    }
    if let Some(described) = document["tags"].as_array_mut() {
        described.retain(|tag| tags.contains(&tag["name"].to_string()));
    }
    keep_used(&mut document);
    Ok(document)
}

/// Removes the components to which nothing refers. Security schemes stay, because operations name them without a
/// reference.
fn keep_used(document: &mut Value) {
    let mut components = document["components"].take();
    let mut used = BTreeSet::new();
    note_used(document, &components, &mut used);
    for (kind, of_kind) in components.as_object_mut().into_iter().flatten() {
        if let (Some(of_kind), false) = (of_kind.as_object_mut(), kind == "securitySchemes") {
            of_kind.retain(|name, _| used.contains(&format!("/{kind}/{name}")));
        }
    }
    document["components"] = components;
}

/// Notes the components to which a part of the document refers, and those to which they refer, as JSON pointers.
fn note_used(part: &Value, components: &Value, used: &mut BTreeSet<String>) {
    if let Some(pointer) = part["$ref"].as_str().and_then(|it| it.strip_prefix("#/components"))
        && used.insert(pointer.to_owned())
        && let Some(component) = components.pointer(pointer)
    {
        note_used(component, components, used);
    }
    match part {
        Value::Object(parts) => parts.values().for_each(|part| note_used(part, components, used)),
        Value::Array(parts) => parts.iter().for_each(|part| note_used(part, components, used)),
        _ => {}
    }
}

fn fields(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flat_map(Map::iter)
}

fn table() -> String {
    let mut table = TABLE.to_owned();
    for function in functions::http() {
        for (method, path, query) in (function.api)().routes() {
            table += &format!("    route({method:?}, {path:?}, {:?})", function.name());
            if method == "GET" && path.starts_with(NATIVE_PATHS) && function.name() != AMINO {
                table += &format!(".only({:?})", query.join(" "));
            }
            table += ",\n";
        }
    }
    table + "];\n"
}

/// Adds a function's description. utoipa's own merge would keep the first of two that differ, and would lose headers
/// and parameters.
fn add(whole: &mut OpenApi, function: OpenApi) -> anyhow::Result<()> {
    let ours = whole.components.get_or_insert_default();
    let theirs = function.components.unwrap_or_default();
    macro_rules! add {
        ($($kind:ident),*) => {$(
            for (name, theirs) in theirs.$kind {
                match ours.$kind.get(&name) {
                    Some(ours) => ensure!(*ours == theirs, "two functions mean different things by {name}"),
                    None => drop(ours.$kind.insert(name, theirs)),
                }
            }
        )*};
    }
    add!(schemas, responses, parameters, headers, security_schemes);
    for theirs in function.tags.unwrap_or_default() {
        let tags = whole.tags.get_or_insert_default();
        match tags.iter().find(|ours| ours.name == theirs.name) {
            Some(ours) => ensure!(*ours == theirs, "two functions describe the tag {} differently", theirs.name),
            None => tags.push(theirs),
        }
    }
    if let Some(theirs) = function.webhooks {
        whole.webhooks.get_or_insert_default().paths.extend(theirs.paths);
    }
    for (path, theirs) in function.paths.paths {
        let ours = whole.paths.paths.entry(path.clone()).or_default();
        macro_rules! take {
            ($($method:ident),*) => {$(
                match (&ours.$method, theirs.$method) {
                    (Some(_), Some(_)) => bail!("two functions describe {} {path}", stringify!($method)),
                    (None, Some(operation)) => ours.$method = Some(operation),
                    (_, None) => {}
                }
            )*};
        }
        take!(get, put, post, delete, patch);
    }
    Ok(())
}

//! The description of the whole API in OpenAPI 3.1, assembled from the functions' own descriptions.

use anyhow::{bail, ensure};
use utoipa::openapi::{
    ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, ServerBuilder, ServerVariableBuilder,
};

use crate::{examples, functions};

const ABOUT: &str = "Afterword asks customers for reviews and collects the reviews. Its own API is that of \
    BetterReviews, with additions. Clients of Amino, More Good Reviews and Wix find the routes that they \
    know. All four APIs share the shop's requests and customers.";

/// The beginning of the file with the table of routes.
const TABLE: &str = "//! Written by `cargo openapi` from the functions' tables of contents.

use super::route::{Route, route};

/// All routes.
pub const ROUTES: &[Route] = &[
";

/// The whole API.
///
/// # Errors If two functions describe the same route, or use the same name for different things; or if a document with
/// examples cannot be read.
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
    examples::add(&mut whole)?;
    Ok(whole)
}

/// The generated files, by their paths in the repository.
///
/// # Errors The errors of [`document`].
pub fn files() -> anyhow::Result<[(&'static str, String); 2]> {
    let json = document()?.to_pretty_json()? + "\n";
    Ok([("openapi.json", json), ("shared/edge/src/routes/table.rs", table())])
}

fn table() -> String {
    let mut table = TABLE.to_owned();
    for function in functions::http() {
        for (method, path) in (function.api)().routes() {
            table += &format!("    route({method:?}, {path:?}, {:?}),\n", function.name());
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

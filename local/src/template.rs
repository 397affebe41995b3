//! The only reader of `template.yaml`: for the small AWS, the tests and the figures.
//!
//! It reads the deployed template and not the files from which that is made. CloudFormation's tags are dropped: `!Ref
//! X` reads as `X`.

use std::{sync::LazyLock, time::Duration};

use anyhow::Context as _;
use yaml_rust2::{Yaml, YamlLoader};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub timeout: Duration,
    pub memory_mib: u64,
}

/// One `AWS::Serverless::Function`.
#[derive(Clone, Debug)]
pub struct Function {
    /// The function's resource: the folder's name in camel case.
    pub resource: String,
    /// The binary that is built for it: the folder's name.
    pub binary: String,
    /// The function's own limits, or those of all functions.
    pub limits: Limits,
    /// Whether Lambda still invokes it when its messages come in a loop.
    pub allows_loops: bool,
    pub variables: Vec<String>,
    /// The statements of its role.
    pub statements: Vec<&'static Yaml>,
    /// The IAM actions that its statements name.
    pub actions: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the template is compiled in, and a test reads it")]
static TEMPLATE: LazyLock<Yaml> = LazyLock::new(|| {
    let documents = YamlLoader::load_from_str(include_str!("../../template.yaml"));
    documents.ok().and_then(|mut documents| documents.pop()).expect("template.yaml is a document")
});

#[expect(clippy::expect_used, reason = "the template is compiled in, and a test reads it")]
static FUNCTIONS: LazyLock<Vec<Function>> = LazyLock::new(|| {
    let resources = resources("AWS::Serverless::Function").into_iter();
    let read = resources.map(|(name, resource)| function(&name, resource).context(name)).collect::<anyhow::Result<_>>();
    read.expect("template.yaml's functions are readable")
});

/// The entries of a section, such as `Resources` or `Parameters`; empty if the section is missing.
pub fn section(name: &str) -> Vec<(String, &'static Yaml)> {
    let entries = TEMPLATE[name].as_hash().into_iter().flatten();
    entries.filter_map(|(name, entry)| Some((name.as_str()?.to_owned(), entry))).collect()
}

pub fn resources(kind: &str) -> Vec<(String, &'static Yaml)> {
    section("Resources").into_iter().filter(|(_, resource)| resource["Type"].as_str() == Some(kind)).collect()
}

/// The properties of each function that has none of its own.
pub fn globals() -> &'static Yaml {
    &TEMPLATE["Globals"]["Function"]
}

/// Every function, in the template's order.
pub fn functions() -> &'static [Function] {
    &FUNCTIONS
}

/// A function's limits; `None` for an unknown name.
pub fn limits(function: &str) -> Option<Limits> {
    FUNCTIONS.iter().find(|known| known.binary == function).map(|known| known.limits)
}

/// The elements of a list, which may be written as a single element.
pub fn list(yaml: &Yaml) -> &[Yaml] {
    yaml.as_vec().map_or(std::slice::from_ref(yaml), Vec::as_slice)
}

fn function(resource: &str, yaml: &'static Yaml) -> anyhow::Result<Function> {
    let (properties, build) = (&yaml["Properties"], &yaml["Metadata"]["BuildProperties"]);
    let text = |yaml: &Yaml| yaml.as_str().map(str::to_owned).with_context(|| format!("{yaml:?} is no string"));
    let number = |property: &str| {
        let own = properties[property].as_i64().or_else(|| globals()[property].as_i64());
        own.and_then(|number| u64::try_from(number).ok()).with_context(|| format!("there is no {property}"))
    };
    let variables = properties["Environment"]["Variables"].as_hash().context("there are no variables")?;
    let policies = list(&properties["Policies"]).iter();
    let statements: Vec<_> = policies.flat_map(|policy| list(&policy["Statement"])).collect();
    let actions = statements.iter().flat_map(|statement| list(&statement["Action"]));
    Ok(Function {
        resource: resource.to_owned(),
        binary: text(&build["Binary"])?,
        limits: Limits { timeout: Duration::from_secs(number("Timeout")?), memory_mib: number("MemorySize")? },
        allows_loops: properties["RecursiveLoop"].as_str() == Some("Allow"),
        variables: variables.keys().map(text).collect::<anyhow::Result<_>>()?,
        actions: actions.map(text).collect::<anyhow::Result<_>>()?,
        statements,
    })
}

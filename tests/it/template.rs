//! What `template.yaml` says, for the tests that hold the code to it.

use std::{fs, path::Path};

use yaml_rust2::{Yaml, YamlLoader};

/// One `AWS::Serverless::Function`.
pub struct Function {
    /// Its resource: the folder's name in camel case.
    pub resource: String,
    /// The binary that is built for it: the folder's name.
    pub binary: String,
    pub folder: String,
    /// The environment variables it is given.
    pub variables: Vec<String>,
    /// The IAM actions its statements allow.
    pub actions: Vec<String>,
}

/// The workspace's folder.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The template's resources. CloudFormation's tags vanish: `!Ref X` reads as `X`.
pub fn all_resources() -> Vec<(String, Yaml)> {
    section("Resources")
}

/// Those of one type.
pub fn resources(kind: &str) -> Vec<(String, Yaml)> {
    all_resources().into_iter().filter(|(_, resource)| resource["Type"].as_str() == Some(kind)).collect()
}

/// The template's parameters, each with its default.
pub fn parameters() -> Vec<(String, Option<String>)> {
    let default = |parameter: &Yaml| match &parameter["Default"] {
        Yaml::Integer(number) => Some(number.to_string()),
        default => default.as_str().map(str::to_owned),
    };
    section("Parameters").iter().map(|(name, parameter)| (name.clone(), default(parameter))).collect()
}

fn section(name: &str) -> Vec<(String, Yaml)> {
    let text = fs::read_to_string(root().join("template.yaml")).unwrap();
    let [template] = &YamlLoader::load_from_str(&text).unwrap()[..] else { panic!("one document") };
    template[name].as_hash().unwrap().iter().map(|(name, entry)| (text_of(name), entry.clone())).collect()
}

/// Every function, in the template's order.
pub fn functions() -> Vec<Function> {
    let function = |(resource, yaml): (String, Yaml)| {
        let (properties, build) = (&yaml["Properties"], &yaml["Metadata"]["BuildProperties"]);
        let statements = list(&properties["Policies"]).iter().flat_map(|policy| list(&policy["Statement"]));
        Function {
            resource,
            binary: text_of(&build["Binary"]),
            folder: text_of(&properties["CodeUri"]),
            variables: properties["Environment"]["Variables"].as_hash().unwrap().keys().map(text_of).collect(),
            actions: statements.flat_map(|statement| list(&statement["Action"])).map(text_of).collect(),
        }
    };
    resources("AWS::Serverless::Function").into_iter().map(function).collect()
}

/// A list, or the one element that may stand for it.
pub fn list(yaml: &Yaml) -> &[Yaml] {
    yaml.as_vec().map_or(std::slice::from_ref(yaml), Vec::as_slice)
}

pub fn text_of(yaml: &Yaml) -> String {
    yaml.as_str().unwrap_or_else(|| panic!("not a text: {yaml:?}")).to_owned()
}

//! `template.yaml` is generated from `stack/` and the routes, and CloudFormation accepts it.

use std::{fs, path::Path};

use yaml_rust2::Yaml;

use local::template::section;
pub use local::template::{functions, list, resources};

pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

pub fn all_resources() -> Vec<(String, &'static Yaml)> {
    section("Resources")
}

pub fn parameters() -> Vec<(String, Option<String>)> {
    let default = |parameter: &Yaml| match &parameter["Default"] {
        Yaml::Integer(number) => Some(number.to_string()),
        default => default.as_str().map(str::to_owned),
    };
    section("Parameters").into_iter().map(|(name, parameter)| (name, default(parameter))).collect()
}

pub fn text_of(yaml: &Yaml) -> String {
    yaml.as_str().unwrap_or_else(|| panic!("not a text: {yaml:?}")).to_owned()
}

#[test]
fn the_files_are_what_the_stack_describes() {
    for (name, described) in
        [("template.yaml", local::stack::template().unwrap().0), ("retained.yaml", local::stack::retained().unwrap())]
    {
        let file = fs::read_to_string(root().join(name)).unwrap();
        assert!(file == described, "{name} is not what stack/ describes: run `cargo template`");
    }
}

#[test]
fn what_functions_delete_from_the_bucket_is_gone_but_no_record_of_an_erasure() {
    let [(_, bucket)] = &resources("AWS::S3::Bucket")[..] else { panic!("one bucket") };
    let properties = &bucket["Properties"];
    assert_eq!(properties["VersioningConfiguration"]["Status"].as_str(), Some("Enabled"));
    let rules = list(&properties["LifecycleConfiguration"]["Rules"]);
    let ends_old = |rule: &&Yaml| rule["NoncurrentVersionExpiration"]["NoncurrentDays"].as_i64() == Some(1);
    let mut prefixes: Vec<_> = rules.iter().filter(ends_old).filter_map(|rule| rule["Prefix"].as_str()).collect();
    prefixes.sort_unstable();
    assert_eq!(prefixes, ["exports/", "feeds/", "imports/", "photos/", "uploads/"]);
}

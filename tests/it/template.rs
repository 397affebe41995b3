//! `template.yaml` is what `stack/` and the routes make of it, and what CloudFormation takes.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use left_out::{Tool, left_out};
use serde_json::Value;
use yaml_rust2::Yaml;

use local::template::section;
pub use local::template::{functions, list, resources};

/// CloudFormation takes 500 resources in a stack, and API Gateway 300 routes in an API. What later versions add has room.
const RESOURCES_MAX: usize = 440;
const ROUTES_MAX: usize = 220;
/// Lines of the files of `stack/` that have an entry for each thing, and of all that somebody edits.
const ENTRIES_LINES_MAX: usize = 940;
const SOURCE_LINES_MAX: usize = 1_860;

/// The workspace's folder.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Every resource of the template.
pub fn all_resources() -> Vec<(String, &'static Yaml)> {
    section("Resources")
}

/// The template's parameters, each with its default.
pub fn parameters() -> Vec<(String, Option<String>)> {
    let default = |parameter: &Yaml| match &parameter["Default"] {
        Yaml::Integer(number) => Some(number.to_string()),
        default => default.as_str().map(str::to_owned),
    };
    section("Parameters").into_iter().map(|(name, parameter)| (name, default(parameter))).collect()
}

/// The template as SAM expands it, with everything that is optional.
pub fn expanded() -> Value {
    expanded_with("TrafficShifting=Canary10Percent15Minutes")
}

/// The template as SAM expands it with a parameter's value.
pub fn expanded_with(value: &str) -> Value {
    let expand = root().join(".ci/expand.py");
    let files = [expand, root().join("template.yaml")];
    let output = Command::new(left_out::PYTHON).args(files).arg(value).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

pub fn text_of(yaml: &Yaml) -> String {
    yaml.as_str().unwrap_or_else(|| panic!("not a text: {yaml:?}")).to_owned()
}

#[test]
fn the_file_is_what_the_stack_describes() {
    let file = fs::read_to_string(root().join("template.yaml")).unwrap();
    assert!(
        file == local::stack::template().unwrap(),
        "template.yaml is not what stack/ describes: run `cargo template`"
    );
}

#[test]
fn the_sources_are_short() {
    let lines = |files: &[&str]| -> usize {
        let texts = files.iter().map(|file| fs::read_to_string(root().join("stack").join(file)).unwrap());
        texts.map(|text| text.lines().count()).sum()
    };
    let entries = lines(&["functions.yaml", "queues.yaml", "alarms.yaml", "night.yaml", "api.yaml"]);
    let all = entries + lines(&["resources.yaml", "patterns.yaml"]);
    assert!(entries <= ENTRIES_LINES_MAX && all <= SOURCE_LINES_MAX, "{entries} lines of entries, {all} of all");
}

#[test]
fn the_readmes_map_says_what_functions_do() {
    let functions = local::stack::functions().unwrap();
    let map: String = functions.iter().map(|it| format!("  {:<18} {}\n", format!("{}/", it.name), it.does)).collect();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&map), "the map in README.md is to have these lines:\n{map}");
}

#[test]
fn there_is_room_for_more_resources_and_routes() {
    if left_out(Tool::Sam) {
        return;
    }
    let expanded = expanded();
    let mut kinds = BTreeMap::<&str, usize>::new();
    for resource in expanded["Resources"].as_object().unwrap().values() {
        *kinds.entry(resource["Type"].as_str().unwrap()).or_default() += 1;
    }
    let (resources, routes) = (kinds.values().sum::<usize>(), kinds["AWS::ApiGatewayV2::Route"]);
    println!("{resources} resources, {routes} of them routes");
    assert!(resources <= RESOURCES_MAX, "{resources} resources: {kinds:?}");
    assert!(routes <= ROUTES_MAX, "{routes} routes");
}

/// The namespace and name of each metric that an alarm reads, with its first dimension and the expression over it.
fn metrics(alarm: &Yaml) -> Vec<[String; 4]> {
    let properties = &alarm["Properties"];
    let text = |yaml: &Yaml| yaml.as_str().unwrap_or_default().to_owned();
    let of = |metric: &Yaml, expression: &str| {
        let [namespace, name] = ["Namespace", "MetricName"].map(|key| text(&metric[key]));
        [namespace, name, text(&metric["Dimensions"][0]["Value"]), expression.to_owned()]
    };
    let Some(several) = properties["Metrics"].as_vec() else { return vec![of(properties, "")] };
    let expression = several.iter().find_map(|it| it["Expression"].as_str()).unwrap_or_default();
    let own = several.iter().map(|it| &it["MetricStat"]["Metric"]).filter(|metric| !metric.is_badvalue());
    own.map(|metric| of(metric, expression)).collect()
}

#[test]
fn no_alarm_reads_a_metric_of_dynamodb_unfilled() {
    for (alarm, resource) in resources("AWS::CloudWatch::Alarm") {
        for [namespace, metric, _, expression] in metrics(resource) {
            assert!(namespace != "AWS/DynamoDB" || expression.contains("FILL("), "{alarm} would never end: {metric}");
        }
    }
}

#[test]
fn each_queue_has_an_alarm_on_its_age() {
    let alarms = resources("AWS::CloudWatch::Alarm");
    let read: Vec<_> = alarms.iter().flat_map(|(_, alarm)| metrics(alarm)).collect();
    for (source, mapping) in resources("AWS::Lambda::EventSourceMapping") {
        let queue = text_of(&mapping["Properties"]["EventSourceArn"]).replace(".Arn", ".QueueName");
        let on_age = |[_, metric, of, _]: &[String; 4]| metric == "ApproximateAgeOfOldestMessage" && *of == queue;
        assert!(read.iter().any(on_age), "no alarm says that {source} takes nothing from {queue}");
    }
}

//! `template.yaml` is what `stack/` and the routes make of it, and what CloudFormation takes.

use std::{fs, path::Path};

use yaml_rust2::Yaml;

use local::template::section;
pub use local::template::{functions, list, resources};

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

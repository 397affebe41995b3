//! The embedded metric format, checked by the JSON schema of its specification.

use crate::support::*;

use super::night::Night;
use crate::deployment::template::{functions, text_of};

/// The maximum number of the stack's own series. A gauge costs 0.30 USD a month; the other series cost as much for the
/// hours in which they have values.
const SERIES_MAX: usize = 15;

/// The schema of "Specification: Embedded metric format".
fn schema() -> Value {
    let text = |max: usize| json!({"type": "string", "minLength": 1, "maxLength": max});
    let units = words(
        "Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Percent Count \
        Count/Second None",
    );
    json!({
        "type": "object",
        "required": ["_aws"],
        "properties": {"_aws": {
            "type": "object",
            "required": ["Timestamp", "CloudWatchMetrics"],
            "properties": {
                "Timestamp": {"type": "integer"},
                "CloudWatchMetrics": {"type": "array", "minItems": 1, "items": {
                    "type": "object",
                    "required": ["Namespace", "Dimensions", "Metrics"],
                    "additionalProperties": false,
                    "properties": {
                        "Namespace": text(1_024),
                        "Dimensions": {"type": "array", "minItems": 1, "items":
                            {"type": "array", "minItems": 0, "maxItems": 30, "items": text(250)}},
                        "Metrics": {"type": "array", "minItems": 1, "maxItems": 100, "items": {
                            "type": "object",
                            "required": ["Name"],
                            "additionalProperties": false,
                            "properties": {
                                "Name": text(1_024),
                                "Unit": {"enum": units},
                                "StorageResolution": {"enum": [1, 60]},
                            },
                        }},
                    },
                }},
            },
        }},
    })
}

fn faults(line: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut faults: Vec<_> = validator.iter_errors(line).map(|error| error.to_string()).collect();
    // At the root, a metric's name has a value, and a dimension's name has a string.
    for directive in line["_aws"]["CloudWatchMetrics"].as_array().into_iter().flatten() {
        for metric in directive["Metrics"].as_array().into_iter().flatten() {
            let name = metric["Name"].as_str().unwrap_or_default();
            if !line[name].is_number() {
                faults.push(format!("{name} has no value"));
            }
        }
        for dimension in
            directive["Dimensions"].as_array().into_iter().flatten().flat_map(|set| set.as_array()).flatten()
        {
            if !line[dimension.as_str().unwrap_or_default()].is_string() {
                faults.push(format!("the dimension {dimension} has no value"));
            }
        }
    }
    faults
}

/// Checks a line from which CloudWatch makes metrics.
pub fn check(line: &Value) {
    assert_eq!(faults(line), [""; 0], "{line}");
}

#[test]
fn a_line_that_cloudwatch_would_pass_over_is_found() {
    let directive = json!({"Namespace": "a", "Dimensions": [[]], "Metrics": [{"Name": "Late", "Unit": "Count"}]});
    let line = json!({"_aws": {"Timestamp": 1, "CloudWatchMetrics": [directive]}, "Late": 1});
    check(&line);
    for (place, value) in [
        ("/_aws/Timestamp", json!("2026-11-20T06:00:00Z")),
        ("/_aws/CloudWatchMetrics/0/Namespace", json!("")),
        ("/_aws/CloudWatchMetrics/0/Dimensions", json!([])),
        ("/_aws/CloudWatchMetrics/0/Dimensions", json!([["shop"]])),
        ("/_aws/CloudWatchMetrics/0/Metrics/0/Unit", json!("Emails")),
        ("/_aws/CloudWatchMetrics/0/Metrics/0/Name", json!("late")),
        ("/Late", json!("1")),
        ("/Late", Value::Null),
    ] {
        let mut line = line.clone();
        *line.pointer_mut(place).unwrap() = value;
        assert!(!faults(&line).is_empty(), "{line}");
    }
}

#[tokio::test]
async fn each_run_of_reconcile_publishes_the_gauges_of_alarms_without_a_shop() {
    let mut night = Night::new("ReconcileSilentAlarm").await;
    night.pass(8).await;
    let published: Vec<_> = night.lines.iter().filter(|line| line.get("_aws").is_some()).collect();
    assert_eq!(published.len(), 12, "one a run");
    for line in published {
        check(line);
        assert_eq!(line["_aws"]["CloudWatchMetrics"][0]["Dimensions"], json!([[]]));
        assert!(line["_aws"]["Timestamp"].as_i64().unwrap() <= night.shop.now().as_millisecond());
    }
    assert_eq!(reconcile::GAUGES.len(), night.watch.own().count());
}

#[test]
fn the_series_are_few_and_have_no_dimension_a_shop() {
    let series = super::dashboard::own_series();
    assert!(series.len() <= SERIES_MAX, "{series:?}");
    for (name, _) in reconcile::GAUGES.into_iter().chain(reconcile::FAULTS) {
        assert!(series.iter().any(|series| series.name == name), "the dashboard lacks {name}");
    }
    for (_, filter) in crate::deployment::template::resources("AWS::Logs::MetricFilter") {
        let made = &filter["Properties"]["MetricTransformations"][0];
        let name = text_of(&made["MetricName"]);
        assert!(series.iter().any(|series| series.name == name), "the dashboard lacks {name}");
        let keys: Vec<_> = made["Dimensions"].as_vec().into_iter().flatten().map(|it| text_of(&it["Key"])).collect();
        assert!(keys.iter().all(|key| key == "Cause"), "{name} has {keys:?}");
    }
    let reconcile = functions().iter().find(|function| function.binary == "reconcile").unwrap();
    assert!(reconcile.actions.iter().all(|action| !action.starts_with("cloudwatch:")), "it takes no call");
}

//! Metrics in CloudWatch's embedded metric format: a log line contains the metrics, so no call and no permission is
//! needed.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// The target of events whose message becomes a log line unchanged.
pub(crate) const TARGET: &str = "metrics";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Count,
    Seconds,
}

/// Publishes metrics at `now`, each with its name, unit and value. The line also has these other members, and those by
/// which Lambda filters lines. A metric has no dimensions, because CloudWatch bills each value of a dimension as a
/// metric of its own.
pub fn publish(
    namespace: &str,
    metrics: impl IntoIterator<Item = (&'static str, Unit, Value)>,
    others: Map<String, Value>,
    now: Timestamp,
) {
    let (mut line, mut names) = (others, Vec::new());
    for (name, unit, value) in metrics {
        names.push(json!({"Name": name, "Unit": format!("{unit:?}")}));
        line.insert(name.to_owned(), value);
    }
    let directive = json!({"Namespace": namespace, "Dimensions": [[]], "Metrics": names});
    line.insert("timestamp".to_owned(), json!(now.to_string()));
    line.insert("level".to_owned(), json!("INFO"));
    line.insert("_aws".to_owned(), json!({"Timestamp": now.as_millisecond(), "CloudWatchMetrics": [directive]}));
    let line = Value::Object(line);
    tracing::info!(target: TARGET, "{line}");
}

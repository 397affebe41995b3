//! Metrics in CloudWatch's embedded metric format: a log line names its metrics, which takes no call and no permission.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// The target of events whose message is a line of the log as it is.
pub(crate) const TARGET: &str = "metrics";

/// The unit of a metric, in CloudWatch's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A number of things.
    Count,
    /// Seconds.
    Seconds,
}

/// Publishes metrics as of `now`, each with its name, unit and value, in a line with these other members and those by which
/// Lambda filters lines. A metric has no dimension, because each value of one would be a series that is paid for by itself.
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

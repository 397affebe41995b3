//! The embedded metric format, and the stack's own series.

use crate::support::*;

use super::night::Night;
use crate::deployment::template::{functions, text_of};

/// The maximum number of the stack's own series. A gauge costs 0.30 USD a month; the other series cost as much for the
/// hours in which they have values.
const SERIES_MAX: usize = 15;

/// Checks a line from which CloudWatch makes metrics, by "Specification: Embedded metric format".
pub fn check(line: &Value) {
    let aws = &line["_aws"];
    assert!(aws["Timestamp"].is_u64(), "{line}");
    let [directive] = &aws["CloudWatchMetrics"].list()[..] else { panic!("one directive: {line}") };
    assert_eq!(keys(directive), ["Dimensions", "Metrics", "Namespace"]);
    assert!(!directive["Namespace"].text().is_empty() && directive["Dimensions"] == json!([[]]), "{line}");
    let metrics = directive["Metrics"].list();
    assert!((1..=100).contains(&metrics.len()));
    for metric in metrics {
        let is_known = keys(metric) == ["Name", "Unit"] && ["Count", "Seconds"].contains(&metric["Unit"].text());
        assert!(is_known && line[metric["Name"].text()].is_number(), "{metric} of {line}");
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
        assert!(line["_aws"]["Timestamp"].as_i64().unwrap() <= night.shop.now().as_millisecond());
    }
    assert_eq!(reconcile::GAUGES.len(), night.watch.own().count());
}

#[test]
fn the_series_are_few_and_have_no_dimension_a_shop() {
    let series = super::dashboard::own_series();
    assert!(series.len() <= SERIES_MAX, "{series:?}");
    let gauges = reconcile::GAUGES.into_iter().chain(reconcile::FAULTS);
    let mut published: BTreeSet<_> = gauges.map(|(name, _)| name.to_owned()).collect();
    for (_, filter) in crate::deployment::template::resources("AWS::Logs::MetricFilter") {
        let made = &filter["Properties"]["MetricTransformations"][0];
        let name = text_of(&made["MetricName"]);
        let keys: Vec<_> = made["Dimensions"].as_vec().into_iter().flatten().map(|it| text_of(&it["Key"])).collect();
        assert!(keys.iter().all(|key| key == "Cause"), "{name} has {keys:?}");
        published.insert(name);
    }
    assert_eq!(series.into_iter().map(|series| series.name).collect::<BTreeSet<_>>(), published, "on the dashboard");
    let reconcile = functions().iter().find(|function| function.binary == "reconcile").unwrap();
    assert!(reconcile.actions.iter().all(|action| !action.starts_with("cloudwatch:")), "it takes no call");
}

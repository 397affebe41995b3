//! The metrics of a run, which show the state of all shops together, as a line of the log.

use edge::metrics::{self, Unit};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::reconcile::Report;

/// The metrics of alarms that keep their state without a value. Each run publishes them, even when they are 0. Each costs
/// 0.30 USD a month.
pub const GAUGES: [(&str, Unit); 2] = [("LateMessages", Unit::Count), ("ReportsMissingSeconds", Unit::Seconds)];
/// The other metrics, for which no value means 0. A run publishes those that are not 0, because a metric costs nothing in
/// an hour in which nobody publishes it.
pub const FAULTS: [(&str, Unit); 4] = [
    ("OldestLateSeconds", Unit::Seconds),
    ("OwedMessages", Unit::Count),
    ("HeldShops", Unit::Count),
    ("WaitingTooLong", Unit::Count),
];

/// Publishes a run's report: its metrics, and its work beside them.
pub(crate) fn publish(namespace: &str, report: &Report, now: Timestamp) {
    let Report { owed, late, oldest_late_s, held_shops, waiting_too_long, webhook_lag_s, .. } = *report;
    let Report { expired, woken, webhooks, notifications, calls, failed, reports_missing_s, .. } = *report;
    let gauges = [json!(late), json!(reports_missing_s)];
    let faults = [json!(oldest_late_s), json!(owed), json!(held_shops), json!(waiting_too_long)];
    let named = |((name, unit), value)| (name, unit, value);
    let gauges = GAUGES.into_iter().zip(gauges).map(named);
    let faults: Vec<_> = FAULTS.into_iter().zip(faults).map(named).collect();
    let work = [
        ("expired", expired),
        ("woken", woken),
        ("webhooks", webhooks),
        ("notifications", notifications),
        ("calls", calls),
        ("failed", failed),
    ];
    let mut work: Map<String, Value> = work.into_iter().map(|(name, count)| (name.to_owned(), json!(count))).collect();
    work.extend(faults.iter().map(|(name, _, value)| ((*name).to_owned(), value.clone())));
    work.insert("webhook_lag_s".to_owned(), json!(webhook_lag_s));
    let faults = faults.into_iter().filter(|(_, _, value)| *value != 0);
    metrics::publish(namespace, gauges.chain(faults), work, now);
}

/// Counts the rows that failed in a run as queue messages that failed, whose alarm then rings for both.
pub(crate) fn publish_failed(namespace: &str, failed: usize, now: Timestamp) {
    if failed > 0 {
        metrics::publish(namespace, [("UnhandledMessages", Unit::Count, json!(failed))], Map::new(), now);
    }
}

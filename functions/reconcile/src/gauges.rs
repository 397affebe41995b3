//! The metrics of a run, which show the state of all shops together, as a line of the log.

use edge::metrics::{self, Unit};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::reconcile::Report;

/// The metrics that each run publishes, and the last one every hour, by the names in the template's alarms and
/// dashboard. Each metric costs 0.30 USD a month.
pub const GAUGES: [(&str, Unit); 7] = [
    ("OwedMessages", Unit::Count),
    ("LateMessages", Unit::Count),
    ("OldestLateSeconds", Unit::Seconds),
    ("HeldShops", Unit::Count),
    ("WaitingTooLong", Unit::Count),
    ("ReportsMissingSeconds", Unit::Seconds),
    ("MailDayPercent", Unit::Percent),
];

/// Publishes a run's report: its gauges as metrics, and its work beside them.
pub(crate) fn publish(namespace: &str, report: &Report, mail_day: Option<f64>, now: Timestamp) {
    let Report { owed, late, oldest_late_s, held_shops, waiting_too_long, webhook_lag_s, .. } = *report;
    let Report { expired, woken, webhooks, notifications, calls, senders, removals, failed, reports_missing_s, .. } =
        *report;
    let values = [
        json!(owed),
        json!(late),
        json!(oldest_late_s),
        json!(held_shops),
        json!(waiting_too_long),
        json!(reports_missing_s),
        json!(mail_day),
    ];
    let gauges = GAUGES.into_iter().zip(values).map(|((name, unit), value)| (name, unit, value));
    let gauges = gauges.filter(|(_, _, value)| !value.is_null());
    let work = [
        ("expired", expired),
        ("woken", woken),
        ("webhooks", webhooks),
        ("notifications", notifications),
        ("calls", calls),
        ("senders", senders),
        ("removals", removals),
        ("failed", failed),
    ];
    let mut work: Map<String, Value> = work.into_iter().map(|(name, count)| (name.to_owned(), json!(count))).collect();
    work.insert("webhook_lag_s".to_owned(), json!(webhook_lag_s));
    metrics::publish(namespace, gauges, work, now);
}

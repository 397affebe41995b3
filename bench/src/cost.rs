//! The cost of a million requests from their creation to their review, in addition to their emails, and of a month
//! without requests.

use std::fmt;

use anyhow::Context;
use local::template::{limits, resources};
use small_aws::Units;
use yaml_rust2::Yaml;

use crate::{
    life::{Life, MONTH_S, MONTHS_MAX, RATED, Usage},
    prices,
    world::Exchanges,
};

const LIVES: f64 = 1e6;
const EMAILS_A_LIFE: f64 = 2.0;

/// Assumed: the time of a call to AWS over an open connection within a region. DynamoDB takes a few milliseconds, SES a
/// few tens. Twice this time costs a dollar more for a million requests.
const CALL_S: f64 = 0.010;
/// Assumed: bytes of the access log for a call, with the 26 bytes that CloudWatch adds ("PutLogEvents").
const LOG_BYTES: f64 = 350.0;
/// Assumed: user instructions of an invocation. `cargo figures functions` counts them; 3 million is the mean of a
/// request's calls.
const INSTRUCTIONS: f64 = 3e6;
/// Assumed: instructions of a Graviton processor in a second, at one instruction a cycle.
const INSTRUCTIONS_A_SECOND: f64 = 2.5e9;
/// The memory with which a function has a whole processor ("Configure Lambda function memory"), in MiB.
const PROCESSOR_MIB: f64 = 1_769.0;
const FUNCTIONS: [&str; 5] = ["create-request", "send-request", "mail-events", "hub", "reconcile"];

/// Assumed: the bytes of a small photo with its headers. A photo of a product has about 8 KB, and 20 KB are the most.
const PHOTO_BYTES: u64 = 8_500;
/// The read units of a photo's answer: the shop with the review's row, and the review, each eventually consistent.
const PHOTO_READS: f64 = 1.5;
/// Two of these calls, and one of S3.
const PHOTO_CALLS: usize = 3;

/// A message is sent, received and deleted.
const REQUESTS_A_MESSAGE: usize = 3;
/// `reconcile` runs every five minutes, as in `template.yaml`.
const RUNS_A_MONTH: f64 = MONTH_S / 300.0;
/// The read units with which a run sees that nothing changed in a shop with stars at Shopify: its 16 counters, of at most 500 bytes each.
const STARS_READS: f64 = 2.0;
/// `reconcile` looks at a shop's files every hour, as in `FEEDS_EVERY`.
const LOOKS_A_MONTH: f64 = MONTH_S / 3_600.0;
/// The plug-in for WooCommerce reads the ratings every five minutes, and a list that changed four times, as that of the newest reviews:
/// `woocommerce/tests/plugin.php` counts the calls.
const RATINGS_A_MONTH: f64 = MONTH_S / 300.0;
const LISTS_A_CHANGE: f64 = 8.0;
/// Lambda polls an idle queue over five connections ("Configuring scaling behavior for SQS event source mappings";
/// fewer would do without `MaximumConcurrency`). Each request waits for 20 seconds.
const POLLS_A_MONTH: f64 = 5.0 * MONTH_S / 20.0;

struct Line {
    what: String,
    /// The quantity, in the unit of its price.
    quantity: f64,
    unit: &'static str,
    dollars: f64,
}

/// The costs of a million requests, and of a month.
pub(crate) struct Table {
    lines: Vec<Line>,
    /// The additional cost if no copy of a function unwrapped the shop's keys within the hour, so that KMS must unwrap
    /// the shop's root key.
    keys: Line,
    month: f64,
    /// A month of a shop with files for shopping sites, which no review and no product changes.
    feeds: f64,
    dashboard: f64,
    /// A month of a shop's plug-in, if the reviews of one product change a day.
    plug_in: f64,
    /// A million views of ten reviews in a shop's own page, and a million small photos that no browser and no cache has.
    views: f64,
    photos: f64,
}

pub(crate) fn of(life: &Life) -> anyhow::Result<Table> {
    let count = |kind| resources(kind).len() as f64;
    let month = dollars(&bill(&life.idle_run, RUNS_A_MONTH)?)
        + RUNS_A_MONTH / 1e6 * prices::SCHEDULES
        + count("AWS::Lambda::EventSourceMapping") * POLLS_A_MONTH / 1e6 * prices::QUEUE_REQUESTS
        + count("AWS::KMS::Key") * prices::KEY
        // Metric filters count failures. Their metrics cost money only in hours with failures.
        + reconcile::GAUGES.len() as f64 * prices::METRIC
        + alarm_metrics() as f64 * prices::ALARM_METRIC;
    let feeds = dollars(&bill(&life.feeds_look, LOOKS_A_MONTH)?) - dollars(&bill(&life.idle_run, LOOKS_A_MONTH)?);
    let changes = MONTH_S / (24.0 * 3_600.0);
    let plug_in =
        dollars(&bill(&life.ratings, RATINGS_A_MONTH)?) + dollars(&bill(&life.view, changes * LISTS_A_CHANGE)?);
    let dashboard = count("AWS::CloudWatch::Dashboard") * prices::DASHBOARD;
    let keys = line("KMS, requests", life.openings() as f64 * LIVES / 1e6, "M", prices::KEY_REQUESTS);
    let exchanges = Exchanges { calls: 1, bytes: PHOTO_BYTES };
    let units = Units { read: PHOTO_READS, ..Units::default() };
    let photo = Usage { units, calls: PHOTO_CALLS, exchanges, ..Usage::default() };
    let photos = dollars(&bill(&photo, LIVES)?) + LIVES / 1e6 * prices::FILES;
    let views = dollars(&bill(&life.view, LIVES)?);
    Ok(Table { lines: bill(&life.whole(), LIVES)?, keys, month, feeds, dashboard, plug_in, views, photos })
}

fn line(what: &str, quantity: f64, unit: &'static str, price: f64) -> Line {
    Line { what: what.to_owned(), quantity, unit, dollars: quantity * price }
}

fn alarm_metrics() -> usize {
    let of_an_alarm = |(_, alarm): (String, &Yaml)| {
        let metrics = alarm["Properties"]["Metrics"].as_vec();
        metrics.map_or(1, |metrics| metrics.iter().filter(|metric| !metric["MetricStat"].is_badvalue()).count())
    };
    resources("AWS::CloudWatch::Alarm").into_iter().map(of_an_alarm).sum()
}

fn bill(usage: &Usage, times: f64) -> anyhow::Result<Vec<Line>> {
    let (million, giga) = (times / 1e6, times / 1e9);
    let seconds = gb_seconds(usage)?;
    let Usage { units, byte_months, calls: _, schedules, events, messages, runs: _, exchanges } = *usage;
    Ok(vec![
        line("DynamoDB, writes", units.write * million, "M units", prices::WRITES),
        line("DynamoDB, writes of the index", units.index_write * million, "M units", prices::WRITES),
        line("DynamoDB, reads", units.read * million, "M units", prices::READS),
        line(&format!("DynamoDB, {MONTHS_MAX} months of storage"), byte_months * giga, "GB-months", prices::STORAGE),
        line("DynamoDB, point-in-time recovery", byte_months * giga, "GB-months", prices::RECOVERY),
        line("Lambda, invocations", usage.invocations() as f64 * million, "M", prices::INVOCATIONS),
        line("Lambda, time", seconds * million, "M GB-seconds", prices::GB_SECONDS),
        line("API Gateway, calls", exchanges.calls as f64 * million, "M", prices::HTTP_CALLS),
        line("SQS, requests", (messages * REQUESTS_A_MESSAGE) as f64 * million, "M", prices::QUEUE_REQUESTS),
        line("Scheduler, invocations", schedules as f64 * million, "M", prices::SCHEDULES),
        line("EventBridge, events of SES", events as f64 * million, "M", prices::EVENTS),
        line("CloudWatch, logs", LOG_BYTES * exchanges.calls as f64 * giga, "GB", prices::LOGS),
        line("Traffic to the internet", exchanges.bytes as f64 * giga, "GB", prices::TRAFFIC),
    ])
}

/// Lambda's memory and time. Starts are also billed: at 30 ms in one of a hundred invocations they cost a cent.
fn gb_seconds(usage: &Usage) -> anyhow::Result<f64> {
    let memory = FUNCTIONS.iter().filter_map(|function| limits(function)).map(|limits| limits.memory_mib).max();
    let mib = memory.context("the template has the functions")? as f64;
    let own_s = INSTRUCTIONS / (INSTRUCTIONS_A_SECOND * mib / PROCESSOR_MIB);
    Ok(mib / 1_024.0 * (usage.calls as f64 * CALL_S + usage.invocations() as f64 * own_s))
}

fn dollars(lines: &[Line]) -> f64 {
    lines.iter().map(|line| line.dollars).sum()
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| A million requests | | USD |")?;
        writeln!(f, "|---|--:|--:|")?;
        for Line { what, quantity, unit, dollars } in self.lines.iter().filter(|line| line.quantity > 0.0) {
            writeln!(f, "| {what} | {quantity:.1} {unit} | {dollars:.1} |")?;
        }
        let (together, Line { what, quantity, unit, dollars: keys }) = (dollars(&self.lines), &self.keys);
        writeln!(f, "| **Together, for one shop** | | **{together:.1}** |")?;
        writeln!(f, "| {what}, for many small shops: at most | {quantity:.1} {unit} | {keys:.1} |")?;
        writeln!(f, "| **Together, for many small shops: at most** | | **{:.1}** |", together + keys)?;
        let emails = LIVES * EMAILS_A_LIFE / 1e3 * prices::EMAILS;
        writeln!(f, "| The emails themselves: one and a reminder each | {EMAILS_A_LIFE:.1} M | {emails:.1} |")?;
        writeln!(f, "| A month without any request | | {:.1} |", self.month)?;
        writeln!(
            f,
            "| A month of a thousand shops with a file for Google, beside the writing of changed files | | {:.1} |",
            self.feeds * 1e3
        )?;
        writeln!(
            f,
            "| A month of a thousand shops with stars in Shopify's lists, which nothing changes | | {:.1} |",
            RUNS_A_MONTH * STARS_READS / 1e6 * prices::READS * 1e3
        )?;
        writeln!(
            f,
            "| A month of the dashboard, unless it is among the account's first three | | {:.1} |",
            self.dashboard
        )?;
        writeln!(
            f,
            "| A month of a thousand shops with the plug-in for WooCommerce and {RATED} rated products, of which one changes a day | | {:.1} |",
            self.plug_in * 1e3
        )?;
        writeln!(f, "| A million views of ten reviews in a shop's page | | {:.1} |", self.views)?;
        writeln!(f, "| A million small photos, each for the first time | | {:.1} |", self.photos)
    }
}

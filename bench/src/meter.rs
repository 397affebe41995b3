//! Counts the usage of all that AWS bills, from one look to the next.

use std::ops::AddAssign;

use anyhow::ensure;
use dynoxide::types::{AttributeValue, Item, item_size};
use http::Request;
use jiff::{SignedDuration, Timestamp};
use local::{TABLE, Work};
use serde::Deserialize;
use serde_json::json;
use small_aws::{Call, PartitionUnits, Service, SmallAws, Units};

use crate::{
    logs::{self, FunctionLog},
    world::World,
};

/// For how long storage is counted: a link's 90 days and the 365 after it.
pub(crate) const MONTHS_MAX: f64 = 15.0;
/// Thirty days.
pub(crate) const MONTH_S: f64 = 30.0 * 24.0 * 60.0 * 60.0;
/// The bytes that DynamoDB adds to an item, in a table and in an index ("DynamoDB item sizes and formats"). AWS does
/// not document an addition for transactions.
const ITEM_BYTES: usize = 100;
/// The attributes of an item that the index has, keys included.
const PROJECTED: [&str; 5] = ["PK", "SK", "due_shard", "due_at", "nudged_at"];
/// Counters, which all requests of a shop share: their number does not grow with that of requests.
const SHARED: [&str; 3] = ["CNT#", "MAILS#", "RVC#"];

/// The units that were used.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usage {
    /// Of DynamoDB.
    pub(crate) units: Units,
    /// Bytes of items, each for as many months as it is stored.
    pub(crate) byte_months: f64,
    /// All calls of AWS.
    pub(crate) calls: usize,
    /// Bytes of the answers to them.
    pub(crate) answered_bytes: u64,
    pub(crate) kms_calls: usize,
    /// Schedules that fired.
    pub(crate) schedules: usize,
    /// Events that SES published.
    pub(crate) events: usize,
    /// Messages that a queue brought to a function, each in an invocation of its own, as when few come.
    pub(crate) messages: usize,
    /// Runs of `reconcile`.
    pub(crate) runs: usize,
    /// Calls through API Gateway.
    pub(crate) http_calls: usize,
    /// Bytes of the answers to them.
    pub(crate) sent_bytes: u64,
    pub(crate) log_bytes: usize,
}

impl Usage {
    /// Of Lambda.
    pub(crate) fn invocations(&self) -> usize {
        self.http_calls + self.messages + self.runs
    }
}

impl AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        let Self {
            units,
            byte_months,
            calls,
            answered_bytes,
            kms_calls,
            schedules,
            events,
            messages,
            runs,
            http_calls,
            sent_bytes,
            log_bytes,
        } = other;
        self.units.write += units.write;
        self.units.read += units.read;
        self.byte_months += byte_months;
        self.calls += calls;
        self.answered_bytes += answered_bytes;
        self.kms_calls += kms_calls;
        self.schedules += schedules;
        self.events += events;
        self.messages += messages;
        self.runs += runs;
        self.http_calls += http_calls;
        self.sent_bytes += sent_bytes;
        self.log_bytes += log_bytes;
    }
}

/// Reads what a world uses.
pub(crate) struct Meter<'a> {
    world: &'a World,
    log: FunctionLog,
    items: Vec<Item>,
    /// The usage that cannot be read off the world at a look.
    usage: Usage,
}

impl<'a> Meter<'a> {
    pub(crate) fn of(world: &'a World) -> anyhow::Result<Self> {
        world.system().aws().throttle(Some(PartitionUnits::UNLIMITED));
        ensure!(logs::system_level() == Some(logs::QUIET), "Lambda logs each call, which is not counted");
        Ok(Self { world, log: FunctionLog::start(), items: Vec::new(), usage: Usage::default() })
    }

    /// Lets time pass, and serves what becomes due meanwhile.
    pub(crate) async fn pass(&mut self, by: SignedDuration) -> anyhow::Result<()> {
        let (system, aws) = (self.world.system(), self.world.system().aws());
        let until = aws.clock().now() + by;
        loop {
            let waiting = aws.due_schedules().len();
            let due = system.due(1)?;
            self.usage.schedules += waiting - aws.due_schedules().len();
            self.usage.messages += due.len();
            let none = due.is_empty();
            for invocation in due {
                let reported = aws.queue(Work::Reports)?.bodies().len();
                invocation.await?;
                self.usage.events += aws.queue(Work::Reports)?.bodies().len().saturating_sub(reported);
            }
            match aws.next_due().filter(|next| *next <= until) {
                Some(next) if none => aws.move_clock(next)?,
                None if none => return aws.move_clock(until),
                _ => {}
            }
        }
    }

    /// One run of `reconcile`.
    pub(crate) async fn reconcile(&mut self) {
        self.usage.runs += 1;
        self.world.system().tick().await;
    }

    /// The usage since the last look.
    pub(crate) async fn look(&mut self) -> anyhow::Result<Usage> {
        let aws = self.world.system().aws();
        let (calls, exchanges) = (aws.take_calls(), self.world.take_exchanges());
        let (now, items) = (aws.clock().now(), items(aws).await?);
        let stored = |items: &[Item]| items.iter().map(|item| byte_months(item, now)).sum::<f64>();
        let mut usage = Usage {
            units: aws.take_units(),
            byte_months: stored(&items) - stored(&self.items),
            calls: calls.len(),
            answered_bytes: aws.take_answered_bytes(),
            kms_calls: calls.iter().filter(|Call { service, .. }| *service == Service::Kms).count(),
            http_calls: exchanges.len(),
            sent_bytes: exchanges.iter().map(|exchange| exchange.bytes).sum(),
            ..std::mem::take(&mut self.usage)
        };
        usage.log_bytes = logs::of_access(&exchanges)? + self.log.take();
        self.items = items;
        Ok(usage)
    }
}

/// All items of the table that are some request's own.
async fn items(aws: &SmallAws) -> anyhow::Result<Vec<Item>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Page {
        items: Vec<Item>,
        last_evaluated_key: Option<Item>,
    }
    let scan = Request::post("/").header("x-amz-target", "DynamoDB_20120810.Scan");
    let scan = scan.body(json!({"TableName": TABLE}).to_string().into())?;
    let Page { mut items, last_evaluated_key } = serde_json::from_slice(aws.call(scan).await.body())?;
    ensure!(last_evaluated_key.is_none(), "the table has more than a page of items");
    items.retain(|item| match item.get("SK") {
        Some(AttributeValue::S(sk)) => !SHARED.iter().any(|shared| sk.starts_with(shared)),
        _ => true,
    });
    Ok(items)
}

/// The bytes of an item and of its copy in the index, each for the months that it has from `now` on. The copy leaves when
/// it is due.
fn byte_months(item: &Item, now: Timestamp) -> f64 {
    let until = |seconds: f64| ((seconds - now.as_second() as f64) / MONTH_S).clamp(0.0, MONTHS_MAX);
    let bytes = |item: &Item| (item_size(item) + ITEM_BYTES) as f64;
    let of_table = bytes(item) * number(item, "ttl").map_or(MONTHS_MAX, until);
    let Some(due_ms) = number(item, "due_at").filter(|_| item.contains_key("due_shard")) else { return of_table };
    let copy = item.iter().filter(|(name, _)| PROJECTED.contains(&name.as_str()));
    let copy: Item = copy.map(|(name, value)| (name.clone(), value.clone())).collect();
    of_table + bytes(&copy) * until(due_ms / 1e3)
}

fn number(item: &Item, name: &str) -> Option<f64> {
    match item.get(name)? {
        AttributeValue::N(number) => number.parse().ok(),
        _ => None,
    }
}

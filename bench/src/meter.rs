//! Counts the usage of all that AWS bills, from one look to the next.

use std::{collections::BTreeMap, ops::AddAssign};

use anyhow::ensure;
use dynoxide::types::{AttributeValue, Item, item_size};
use http::Request;
use jiff::{SignedDuration, Timestamp};
use local::TABLE;
use serde::Deserialize;
use serde_json::{Value, json};
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
    pub(crate) stored: ByteMonths,
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
            stored,
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
        self.stored += stored;
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

/// Bytes, each for as many months as it is stored.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct ByteMonths {
    /// Bytes of items. Point-in-time recovery is paid for these alone ("Pricing for On-Demand Capacity": the size of "table
    /// data and local secondary indexes").
    pub(crate) table: f64,
    /// Bytes of their copies in the index.
    pub(crate) index: f64,
}

impl AddAssign for ByteMonths {
    fn add_assign(&mut self, Self { table, index }: Self) {
        self.table += table;
        self.index += index;
    }
}

/// The stored items of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Kept {
    pub(crate) items: i64,
    /// Bytes of the items, without their copies in the index.
    pub(crate) bytes: i64,
    pub(crate) stored: ByteMonths,
}

impl AddAssign for Kept {
    fn add_assign(&mut self, Self { items, bytes, stored }: Self) {
        self.items += items;
        self.bytes += bytes;
        self.stored += stored;
    }
}

/// The stored items of each kind, by the start of their sort keys.
pub(crate) type KeptByKind = BTreeMap<String, Kept>;

/// Reads what a world uses.
pub(crate) struct Meter<'a> {
    world: &'a World,
    log: FunctionLog,
    items: Vec<Item>,
    /// The usage that cannot be read off the world at a look.
    usage: Usage,
    /// The difference of the stored items between the last two looks.
    kept: KeptByKind,
}

impl<'a> Meter<'a> {
    pub(crate) fn of(world: &'a World) -> anyhow::Result<Self> {
        world.system().aws().throttle(Some(PartitionUnits::UNLIMITED));
        ensure!(logs::system_level() == Some(logs::QUIET), "Lambda logs each call, which is not counted");
        Ok(Self {
            world,
            log: FunctionLog::start(),
            items: Vec::new(),
            usage: Usage::default(),
            kept: KeptByKind::new(),
        })
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
                invocation.await?;
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
        self.kept = difference(&self.items, &items, now);
        let mut stored = ByteMonths::default();
        self.kept.values().for_each(|kept| stored += kept.stored);
        let mut usage = Usage {
            units: aws.take_units(),
            stored,
            calls: calls.len(),
            answered_bytes: aws.take_answered_bytes(),
            events: aws.take_published_events(),
            kms_calls: calls.iter().filter(|Call { service, .. }| *service == Service::Kms).count(),
            http_calls: exchanges.len(),
            sent_bytes: exchanges.iter().map(|exchange| exchange.bytes).sum(),
            ..std::mem::take(&mut self.usage)
        };
        usage.log_bytes = logs::of_access(&exchanges)? + self.log.take();
        self.items = items;
        Ok(usage)
    }

    /// The difference of the stored items between the last two looks.
    pub(crate) fn kept(&self) -> &KeptByKind {
        &self.kept
    }
}

/// The items of `after` without those of `before`, stored from `now` on.
fn difference(before: &[Item], after: &[Item], now: Timestamp) -> KeptByKind {
    let mut kept = KeptByKind::new();
    for (items, sign) in [(before, -1), (after, 1)] {
        for item in items {
            let bytes = i64::try_from(item_size(item) + ITEM_BYTES).unwrap_or(i64::MAX);
            let ByteMonths { table, index } = byte_months(item, now);
            let stored = ByteMonths { table: sign as f64 * table, index: sign as f64 * index };
            *kept.entry(kind(item)).or_default() += Kept { items: sign, bytes: sign * bytes, stored };
        }
    }
    kept
}

/// The start of an item's sort key.
fn kind(item: &Item) -> String {
    let Some(AttributeValue::S(sk)) = item.get("SK") else { return String::new() };
    sk.split_once('#').map_or(sk.as_str(), |(kind, _)| kind).to_owned()
}

/// All items of the table that are some request's own.
async fn items(aws: &SmallAws) -> anyhow::Result<Vec<Item>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Page {
        items: Vec<Item>,
        last_evaluated_key: Option<Value>,
    }
    let (mut items, mut asked) = (Vec::new(), json!({"TableName": TABLE}));
    loop {
        let scan = Request::post("/").header("x-amz-target", "DynamoDB_20120810.Scan");
        let scan = scan.body(asked.to_string().into())?;
        let page: Page = serde_json::from_slice(aws.call(scan).await.body())?;
        items.extend(page.items);
        let Some(last) = page.last_evaluated_key else { break };
        asked["ExclusiveStartKey"] = last;
    }
    items.retain(|item| match item.get("SK") {
        Some(AttributeValue::S(sk)) => !SHARED.iter().any(|shared| sk.starts_with(shared)),
        _ => true,
    });
    Ok(items)
}

/// The bytes of an item and of its copy in the index, each for the months that it has from `now` on. The copy leaves when
/// it is due.
fn byte_months(item: &Item, now: Timestamp) -> ByteMonths {
    let until = |seconds: f64| ((seconds - now.as_second() as f64) / MONTH_S).clamp(0.0, MONTHS_MAX);
    let bytes = |item: &Item| (item_size(item) + ITEM_BYTES) as f64;
    let table = bytes(item) * number(item, "ttl").map_or(MONTHS_MAX, until);
    let Some(due_ms) = number(item, "due_at").filter(|_| item.contains_key("due_shard")) else {
        return ByteMonths { table, index: 0.0 };
    };
    let copy = item.iter().filter(|(name, _)| PROJECTED.contains(&name.as_str()));
    let copy: Item = copy.map(|(name, value)| (name.clone(), value.clone())).collect();
    ByteMonths { table, index: bytes(&copy) * until(due_ms / 1e3) }
}

fn number(item: &Item, name: &str) -> Option<f64> {
    match item.get(name)? {
        AttributeValue::N(number) => number.parse().ok(),
        _ => None,
    }
}

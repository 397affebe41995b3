//! What a request uses of DynamoDB and other services from its creation to its review, stage by stage.
//!
//! Nothing is timed and no binary is run: the functions run in this process, against the small AWS, while the clock
//! stands still. So every run gives the same numbers.

use std::{fmt, mem, ops::AddAssign, path::Path};

use dynoxide::types::{AttributeValue, Item, item_size};
use http::{Method, Request};
use jiff::{SignedDuration, Timestamp};
use local::TABLE;
use serde::Deserialize;
use serde_json::{Value, json};
use small_aws::{MovableClock, PartitionUnits, Units};

use crate::{
    line,
    tls::Identity,
    world::{Exchanges, World},
};

/// The maximum number of write units of a create with a new customer, without the index's.
const CREATE_MAX: f64 = 20.0;
/// The maximum number of write units of a request: create, email, reminder, view and review.
const WRITES_MAX: f64 = 67.0;
/// One of them makes the notification of a review due, because it is a message with a time of its own.
const INDEX_WRITES_MAX: f64 = 10.0;
/// The maximum number of read units of a request. One of them reads who works for the shop, when a review is submitted; each send and
/// each view reads what the shop's system said of the order.
const READS_MAX: f64 = 59.0;
/// The most read units of a page of ten reviews.
const VIEW_READS_MAX: f64 = 9.0;
const CREATE: &str = "create, new customer";
/// The only stage whose calls unwrap no shop's keys.
const FILES: &str = "the page's files";

const START: Timestamp = Timestamp::constant(1_795_154_400, 0);
const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How much earlier another request goes through the same stages, so that keys are unwrapped and rules read before the
/// count: each process does that once an hour.
const EARLIER: SignedDuration = SignedDuration::from_mins(1);
/// The time in which an email is sent and its reports arrive.
const REPORTED_WITHIN: SignedDuration = SignedDuration::from_secs(30);

/// The rated products of a shop whose plug-in asks for their ratings.
pub(crate) const RATED: usize = 100;

/// How long storage is counted: the 90 days of a link and the 365 days after them.
pub(crate) const MONTHS_MAX: f64 = 15.0;
pub(crate) const MONTH_S: f64 = 30.0 * 24.0 * 60.0 * 60.0;
/// The bytes that DynamoDB adds to an item ("DynamoDB item sizes and formats").
const ITEM_BYTES: usize = 100;
/// Counters, which all of a shop's requests share, so that their number does not grow with the requests.
const SHARED: [&str; 3] = ["CNT#", "MAILS#", "RVC#"];

pub(crate) struct Life {
    stages: Vec<(&'static str, Usage)>,
    /// A run of `reconcile` that finds nothing.
    pub(crate) idle_run: Usage,
    /// A page of ten reviews for a shop's own page, which no copy of the function has in memory.
    pub(crate) view: Usage,
    /// The ratings of a shop with [`RATED`] products with reviews, which no copy of the function has in memory.
    pub(crate) ratings: Usage,
    /// A run of `reconcile` that looks at the files of a shop, and that look, which finds nothing new.
    pub(crate) feeds_look: Usage,
}

/// Everything that AWS bills.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usage {
    pub(crate) units: Units,
    /// Bytes of the items added to the table, each times the months for which it is stored.
    pub(crate) byte_months: f64,
    pub(crate) calls: usize,
    pub(crate) schedules: usize,
    pub(crate) events: usize,
    /// Messages that a queue delivered to a function. Each has its own invocation, as when few messages come.
    pub(crate) messages: usize,
    pub(crate) runs: usize,
    pub(crate) exchanges: Exchanges,
}

impl Usage {
    pub(crate) fn invocations(&self) -> usize {
        self.exchanges.calls + self.messages + self.runs
    }
}

impl AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        let Self { units, byte_months, calls, schedules, events, messages, runs, exchanges } = other;
        self.units.write += units.write;
        self.units.index_write += units.index_write;
        self.units.read += units.read;
        self.byte_months += byte_months;
        self.calls += calls;
        self.schedules += schedules;
        self.events += events;
        self.messages += messages;
        self.runs += runs;
        self.exchanges.calls += exchanges.calls;
        self.exchanges.bytes += exchanges.bytes;
    }
}

pub(crate) async fn measure(scratch: &Path) -> anyhow::Result<Life> {
    let world = &World::at(MovableClock::frozen(START), &Identity::generate()?, scratch).await?;
    world.system.aws().throttle(Some(PartitionUnits::UNLIMITED));
    let mut meter = Meter { world, items: Vec::new(), usage: Usage::default() };
    let mut stages = Vec::new();
    meter.pass(REPORTED_WITHIN).await?;
    let earlier = world.create(7).await?;
    meter.pass(EARLIER).await?;
    meter.look().await?;
    let made = world.create(7).await?;
    stages.push((CREATE, meter.look().await?));
    meter.pass(DAY * 7 - EARLIER + REPORTED_WITHIN).await?;
    meter.look().await?;
    meter.pass(EARLIER).await?;
    stages.push(("email, with its reports", meter.look().await?));
    // These requests are asks, which have a reminder by default. Other requests write the same rows.
    for number in ["1", "2"] {
        let email = format!("asked{number}@example.com");
        world.post("/beacon/customers", &json!({"first_name": "Jane", "email": email})).await?;
        world.post("/beacon/asks", &json!({"email": email, "reminders_count": 1})).await?;
        meter.pass(EARLIER).await?;
    }
    meter.pass(DAY * 3 - EARLIER * 2 + REPORTED_WITHIN).await?;
    meter.look().await?;
    meter.pass(EARLIER).await?;
    stages.push(("reminder, with its reports", meter.look().await?));
    let files = world.files(&earlier).await?;
    let thanks = world.review(&earlier).await?;
    world.open(&thanks).await?;
    meter.look().await?;
    world.open(&made.page()).await?;
    stages.push(("first view", meter.look().await?));
    for file in files {
        world.open(&file).await?;
    }
    stages.push((FILES, meter.look().await?));
    let thanks = world.review(&made).await?;
    stages.push(("review", meter.look().await?));
    world.open(&thanks).await?;
    stages.push(("the page after it", meter.look().await?));
    meter.reconcile().await;
    meter.look().await?;
    meter.reconcile().await;
    let idle_run = meter.look().await?;
    for _ in 0..8 {
        world.review(&world.create(7).await?).await?;
    }
    world.open(&world.reviews()).await?;
    meter.pass(EARLIER).await?;
    meter.look().await?;
    world.open(&world.reviews()).await?;
    let view = meter.look().await?;
    // The files begin with a review of a known purchase.
    let bought = world.create(7).await?;
    let email = format!("customer{}@example.com", bought.number);
    let line = json!({"catalog_item_id": "shopify-7125386199075", "title": "Tray", "unit_price": 4900, "quantity": 1});
    let order = json!({"status": "delivered", "currency": "EUR", "buyer": {"email": email}, "lines": [line]});
    world.call(Method::PUT, &format!("/api/v1/orders/customer-{}", bought.number), &order).await?;
    world.review(&bought).await?;
    let mut feeds_look = Usage::default();
    // The first look writes the file.
    for _ in 0..2 {
        meter.pass(HOUR).await?;
        meter.look().await?;
        meter.reconcile().await;
        meter.pass(EARLIER).await?;
        feeds_look = meter.look().await?;
    }
    Ok(Life { stages, idle_run, view, ratings: ratings(&mut meter).await?, feeds_look })
}

async fn ratings(meter: &mut Meter<'_>) -> anyhow::Result<Usage> {
    let world = meter.world;
    world.import(RATED).await?;
    meter.pass(DAY).await?;
    world.open(&world.reviews()).await?;
    meter.look().await?;
    world.open(&world.ratings()).await?;
    meter.look().await
}

/// Reads what a world has used since the last reading.
struct Meter<'a> {
    world: &'a World,
    items: Vec<Item>,
    /// The usage that the world itself does not count.
    usage: Usage,
}

impl Meter<'_> {
    async fn pass(&mut self, by: SignedDuration) -> anyhow::Result<()> {
        let (system, aws) = (&self.world.system, self.world.system.aws());
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

    async fn reconcile(&mut self) {
        self.usage.runs += 1;
        self.world.system.tick().await;
    }

    async fn look(&mut self) -> anyhow::Result<Usage> {
        let aws = self.world.system.aws();
        let (calls, exchanges, events) =
            (aws.take_calls().len(), self.world.take_exchanges(), aws.take_published_events());
        let (items, now) = (self.stored().await?, aws.clock().now());
        let byte_months = byte_months(&items, now) - byte_months(&self.items, now);
        self.items = items;
        Ok(Usage { units: aws.take_units(), byte_months, calls, events, exchanges, ..mem::take(&mut self.usage) })
    }

    /// All items in the table that belong to a request.
    async fn stored(&self) -> anyhow::Result<Vec<Item>> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Page {
            items: Vec<Item>,
            last_evaluated_key: Option<Value>,
        }
        let (mut items, mut asked) = (Vec::new(), json!({"TableName": TABLE}));
        loop {
            let scan = Request::post("/").header("x-amz-target", "DynamoDB_20120810.Scan");
            let answer = self.world.system.aws().call(scan.body(asked.to_string().into())?).await;
            let page: Page = serde_json::from_slice(answer.body())?;
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
}

/// The items' bytes, each times the months for which the item is still stored at `now`.
fn byte_months(items: &[Item], now: Timestamp) -> f64 {
    let months = |item: &Item| match item.get("ttl") {
        Some(AttributeValue::N(ttl)) => {
            ttl.parse().map_or(MONTHS_MAX, |ttl: f64| (ttl - now.as_second() as f64) / MONTH_S)
        }
        _ => MONTHS_MAX,
    };
    items.iter().map(|item| (item_size(item) + ITEM_BYTES) as f64 * months(item).clamp(0.0, MONTHS_MAX)).sum()
}

impl Life {
    pub(crate) fn whole(&self) -> Usage {
        let mut whole = Usage::default();
        self.stages.iter().for_each(|(_, usage)| whole += *usage);
        whole
    }

    /// The invocations that unwrap a shop's keys: calls except those for files, and sends, which schedules begin.
    /// Reports unwrap no keys unless the address is suppressed.
    pub(crate) fn openings(&self) -> usize {
        let called = self.stages.iter().filter(|(name, _)| *name != FILES).map(|(_, usage)| usage.exchanges.calls);
        called.sum::<usize>() + self.whole().schedules
    }

    /// The stages that cost more than their limit, in sentences.
    pub(crate) fn missed(&self) -> Vec<String> {
        let create = self.stages.iter().filter(|(name, _)| *name == CREATE).map(|(_, usage)| usage.units.write).sum();
        let whole = self.whole().units;
        let units = [
            ("a create", "write", create, CREATE_MAX),
            ("a life", "write", whole.write, WRITES_MAX),
            ("a life", "index write", whole.index_write, INDEX_WRITES_MAX),
            ("a life", "read", whole.read, READS_MAX),
            ("a view of ten reviews", "read", self.view.units.read, VIEW_READS_MAX),
        ];
        let over = units.into_iter().filter(|(.., units, max)| units > max);
        over.map(|(what, kind, units, max)| format!("{what} takes {units} {kind} units, {max} at most")).collect()
    }
}

impl fmt::Display for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line(f, "life", ["write units", "of the index", "read units", "calls"].into_iter())?;
        for (name, Usage { units, calls, .. }) in self.stages.iter().chain([&("in all", self.whole())]) {
            let cells = [units.write, units.index_write, units.read, *calls as f64].map(|count| count.to_string());
            line(f, name, cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

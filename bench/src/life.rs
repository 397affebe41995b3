//! The usage of DynamoDB and of the other services in a request's whole life, stage by stage.
//!
//! Nothing is timed and no binary is run: the functions run in this process, against the small AWS, at a clock that
//! stands still while they do. So every run gives the same numbers.

use std::{fmt, path::Path};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::{
    meter::{Kept, KeptByKind, Meter, Usage},
    table::line,
    tls::Identity,
    world::World,
};

/// Write units of a create with a new customer.
const CREATE_MAX: f64 = 17.0;
/// Write and read units of a whole life: create, email, reminder, view and review.
const WRITES_MAX: f64 = 70.0;
const READS_MAX: f64 = 54.0;

const CREATE: &str = "create, new customer";
/// The name of the stage in which the page's files are loaded, each once for all pages.
pub(crate) const FILES: &str = "the page's files";

const START: Timestamp = Timestamp::constant(1_795_154_400, 0);
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How much earlier each thing is done in another life: it unwraps keys and reads rules, which each process does once an
/// hour.
const EARLIER: SignedDuration = SignedDuration::from_mins(1);
/// In which an email leaves and its reports come.
const REPORTED_WITHIN: SignedDuration = SignedDuration::from_secs(30);

/// The usage of one stage of a life.
#[derive(Debug)]
struct Stage {
    name: &'static str,
    usage: Usage,
    kept: KeptByKind,
}

/// Every stage's usage, in their order.
#[derive(Debug)]
pub struct Life {
    stages: Vec<Stage>,
    /// A run of `reconcile` that finds nothing.
    pub(crate) idle_run: Usage,
}

/// Lives the stages, and says what they use.
///
/// # Errors
///
/// The shop cannot be made, or a call is refused.
pub async fn measure(scratch: &Path) -> anyhow::Result<Life> {
    let world = &World::frozen(START, &Identity::generate()?, scratch).await?;
    let mut meter = Meter::of(world)?;
    let mut stages = Vec::new();
    meter.pass(REPORTED_WITHIN).await?;
    let earlier = world.create(&json!({"delay_days": 7})).await?;
    meter.pass(EARLIER).await?;
    meter.look().await?;
    let made = world.create(&json!({"delay_days": 7})).await?;
    stages.push(stage(CREATE, &mut meter).await?);
    meter.pass(DAY * 7 - EARLIER + REPORTED_WITHIN).await?;
    meter.look().await?;
    meter.pass(EARLIER).await?;
    stages.push(stage("email, with its reports", &mut meter).await?);
    // Asks, which have a reminder by themselves. Those of other requests write the same.
    for number in ["1", "2"] {
        let email = format!("asked{number}@example.com");
        world.post("/beacon/customers", &json!({"first_name": "Jane", "email": email})).await?;
        world.post("/beacon/asks", &json!({"email": email, "reminders_count": 1})).await?;
        meter.pass(EARLIER).await?;
    }
    meter.pass(DAY * 3 - EARLIER * 2 + REPORTED_WITHIN).await?;
    meter.look().await?;
    meter.pass(EARLIER).await?;
    stages.push(stage("reminder, with its reports", &mut meter).await?);
    let files = world.files(&earlier.token).await?;
    let thanks = world.review(&earlier.token).await?;
    world.open(&thanks).await?;
    meter.look().await?;
    world.open(&made.page()).await?;
    stages.push(stage("first view", &mut meter).await?);
    for file in files {
        world.open(&file).await?;
    }
    stages.push(stage(FILES, &mut meter).await?);
    let thanks = world.review(&made.token).await?;
    stages.push(stage("review", &mut meter).await?);
    world.open(&thanks).await?;
    stages.push(stage("the page after it", &mut meter).await?);
    meter.reconcile().await;
    meter.look().await?;
    meter.reconcile().await;
    Ok(Life { stages, idle_run: meter.look().await? })
}

async fn stage(name: &'static str, meter: &mut Meter<'_>) -> anyhow::Result<Stage> {
    Ok(Stage { name, usage: meter.look().await?, kept: meter.kept().clone() })
}

impl Life {
    fn usage(&self, name: &str) -> Usage {
        self.stages.iter().find(|stage| stage.name == name).map_or_else(Usage::default, |stage| stage.usage)
    }

    /// The usage by the page's files.
    pub(crate) fn files(&self) -> Usage {
        self.usage(FILES)
    }

    /// The usage of all stages.
    pub(crate) fn whole(&self) -> Usage {
        let mut whole = Usage::default();
        self.stages.iter().for_each(|stage| whole += stage.usage);
        whole
    }

    /// The items that all stages leave.
    fn kept(&self) -> KeptByKind {
        let mut all = KeptByKind::new();
        for (kind, kept) in self.stages.iter().flat_map(|stage| &stage.kept) {
            *all.entry(kind.clone()).or_default() += *kept;
        }
        all.retain(|_, kept| *kept != Kept::default());
        all
    }

    /// The stages that cost more than they should, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let (create, whole) = (self.usage(CREATE).units.write, self.whole().units);
        let units = [
            ("a create", "write", create, CREATE_MAX),
            ("a life", "write", whole.write, WRITES_MAX),
            ("a life", "read", whole.read, READS_MAX),
        ];
        let over = units.into_iter().filter(|(.., units, max)| units > max);
        over.map(|(what, kind, units, max)| format!("{what} takes {units} {kind} units, {max} at most")).collect()
    }
}

impl fmt::Display for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line(f, "life", ["write units", "read units", "calls", "bytes"].into_iter())?;
        for Stage { name, usage: Usage { units, calls, answered_bytes, .. }, kept: _ } in &self.stages {
            let cells =
                [units.write.to_string(), units.read.to_string(), calls.to_string(), answered_bytes.to_string()];
            line(f, name, cells.iter().map(String::as_str))?;
        }
        let whole = self.whole().units;
        line(f, "in all", [whole.write.to_string(), whole.read.to_string()].iter().map(String::as_str))?;
        writeln!(f)?;
        line(f, "what it leaves, by sort key", ["items", "bytes", "KB-months"].into_iter())?;
        for (kind, Kept { items, bytes, stored }) in self.kept() {
            let cells = [items.to_string(), bytes.to_string(), format!("{:.1}", (stored.table + stored.index) / 1e3)];
            line(f, &kind, cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

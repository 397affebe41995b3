//! What a request's whole life costs of DynamoDB and of the other services, stage by stage: units, calls and bytes.
//!
//! Nothing is timed and no binary is run: the functions run in this process, against the small AWS.

use std::{fmt, path::Path};

use jiff::SignedDuration;
use local::aws::{PartitionUnits, Units};
use serde_json::json;

use crate::{table::line, tls::Identity, world::World};

/// Write units of a create with a new customer, and of a whole life: create, email, reminder, view and review.
const CREATE_MAX: f64 = 14.0;
const LIFE_MAX: f64 = 45.0;

const CREATE: &str = "create, new customer";
const AGAIN: &str = "view again";
const REMINDER: &str = "reminder, 2 hours of reconcile";

/// What one stage of a life costs.
#[derive(Debug, Default)]
struct Stage {
    name: &'static str,
    units: Units,
    /// All calls of AWS, with those of `reconcile` that find nothing.
    calls: usize,
    bytes: u64,
}

/// Every stage's cost, in their order.
#[derive(Debug)]
pub struct Table(Vec<Stage>);

/// Lives the stages, and says what they cost.
///
/// # Errors
///
/// The shop cannot be made, or a call is refused.
pub async fn measure(scratch: &Path) -> anyhow::Result<Table> {
    let world = World::start(&Identity::generate()?, scratch).await?;
    let (system, aws) = (world.system(), world.system().aws());
    let mut stages = Vec::new();
    let mut stage = |name| {
        let (units, calls) = (aws.take_units(), aws.take_calls());
        stages.push(Stage { name, units, calls: calls.len(), bytes: aws.take_answered_bytes() });
    };
    aws.throttle(Some(PartitionUnits::UNLIMITED));
    // The first life unwraps keys and reads rules, which each process does once.
    for is_warm in [false, true] {
        system.settle().await?;
        let mut stage = |name| if is_warm { stage(name) } else { stage("") };
        stage("");
        let made = world.create(&json!({"delay_days": 0})).await?;
        stage(CREATE);
        system.settle().await?;
        stage("email, with its delivery");
        world.open(&made.token).await?;
        stage("first view");
        world.open(&made.token).await?;
        stage(AGAIN);
        world.review(&made.token).await?;
        stage("review");
    }
    let email = format!("asked{}@example.com", world.next_number());
    world.post("/beacon/customers", &json!({"first_name": "Jane", "email": email})).await?;
    world.post("/beacon/asks", &json!({"email": email, "reminders_count": 1})).await?;
    system.advance(SignedDuration::from_hours(3 * 24 - 1)).await?;
    // Keys and rules once more, because hours have passed.
    world.create(&json!({"delay_days": 0})).await?;
    system.settle().await?;
    stage("");
    system.advance(SignedDuration::from_hours(2)).await?;
    stage(REMINDER);
    stages.retain(|stage| !stage.name.is_empty());
    Ok(Table(stages))
}

impl Table {
    fn writes_of_life(&self) -> f64 {
        self.0.iter().filter(|stage| stage.name != AGAIN).map(|stage| stage.units.write).sum()
    }

    /// What costs more than it should, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let create = self.0.iter().find(|stage| stage.name == CREATE).map_or(0.0, |stage| stage.units.write);
        let mut missed = Vec::new();
        for (what, units, max) in [("a create", create, CREATE_MAX), ("a life", self.writes_of_life(), LIFE_MAX)] {
            if units > max {
                missed.push(format!("{what} takes {units} write units"));
            }
        }
        missed
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line(f, "life", ["write units", "read units", "calls", "bytes"].into_iter())?;
        for Stage { name, units, calls, bytes } in &self.0 {
            let cells = [units.write.to_string(), units.read.to_string(), calls.to_string(), bytes.to_string()];
            line(f, name, cells.iter().map(String::as_str))?;
        }
        line(f, "in all", [&*self.writes_of_life().to_string(), &format!("≤ {LIFE_MAX}")].into_iter())
    }
}

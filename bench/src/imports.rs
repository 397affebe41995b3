//! Imports of large files: how many runs they take, and how long each is.
//!
//! The function runs in this process. Each of its calls takes as long as on AWS, by a clock that stands still otherwise: what
//! it computes is not counted.

use std::{fmt, path::Path};

use anyhow::{Context, ensure};
use axum::body::{Body, to_bytes};
use domain::{Guid, ImportReport, ImportStatus, Mode, Tenant, TenantId};
use http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use small_aws::{Call, Fault, Service};
use tower::ServiceExt;

use crate::{table::line, tls::Identity, world::World};

/// The duration of a call of DynamoDB, and of one of S3 for a megabyte, from a small function.
const TABLE_CALL: SignedDuration = SignedDuration::from_millis(5);
const FILE_CALL: SignedDuration = SignedDuration::from_millis(30);
/// The longest run: 15 seconds, and the row that it is at.
const RUN_MAX: SignedDuration = SignedDuration::from_secs(16);
const START: Timestamp = Timestamp::constant(1_795_154_400, 0);
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// An import, dry or real.
#[derive(Debug)]
struct Import {
    name: &'static str,
    report: ImportReport,
    runs: usize,
    longest: SignedDuration,
    took: SignedDuration,
}

/// The imports of one file.
#[derive(Debug)]
pub struct Imports {
    rows: u64,
    imports: Vec<Import>,
}

/// Imports a file of so many rows, dry and then for good.
///
/// # Errors
///
/// The shop cannot be made, a call is refused, or an import does not end.
pub async fn measure(rows: u64, scratch: &Path) -> anyhow::Result<Imports> {
    let world = World::frozen(START, &Identity::generate()?, scratch).await?;
    world.system().settle().await?;
    let clock = world.system().aws().clock().clone();
    world.system().aws().set_faults(move |call: &Call| {
        let took = match call.service {
            Service::DynamoDb => TABLE_CALL,
            Service::S3 => FILE_CALL,
            _ => SignedDuration::ZERO,
        };
        clock.set(clock.now() + took);
        Fault::None
    });
    let mut file = "product_id,rating,created_at,external_review_id,body\n".to_owned();
    (0..rows).for_each(|n| file += &format!("{},{},2025-03-02,r-{n},Text {n}.\n", n % 1_000, 1 + n % 5));
    let mut imports = Vec::new();
    for (name, dry_run) in [("dry run", true), ("import", false)] {
        imports.push(import(&world, name, dry_run, &file).await?);
    }
    Ok(Imports { rows, imports })
}

async fn import(world: &World, name: &'static str, dry_run: bool, file: &str) -> anyhow::Result<Import> {
    let (system, tenant) = (world.system(), Tenant { id: TenantId::parse("demo")?, mode: Mode::Live });
    let now = || system.aws().clock().now();
    let call = Request::post(format!("/api/v1/imports?format=afterword&dry_run={dry_run}"));
    let call = call.header(header::AUTHORIZATION, world.authorization()).body(Body::empty())?;
    let answer = to_bytes(system.router().oneshot(call).await?.into_body(), ANSWER_BYTES_MAX).await?;
    let answer: Value = serde_json::from_slice(&answer)?;
    let id = answer["id"].as_str().with_context(|| format!("no import was made: {answer}"))?;
    let key = format!("imports/{tenant}/{id}");
    system.env().bucket()?.put(&key, "text/csv", file.to_owned().into(), now()).await?;
    let (mut runs, mut longest, began) = (0, SignedDuration::ZERO, now());
    loop {
        let due = system.due(1)?;
        if due.is_empty() {
            break;
        }
        for running in due {
            let began = now();
            running.await?;
            // What takes no time is S3's event on its way to the queue.
            let took = now().duration_since(began);
            runs += usize::from(took.is_positive());
            longest = longest.max(took);
        }
    }
    let took = now().duration_since(began);
    let job = system.store()?.import(&tenant, Guid::parse(id).map_err(|_| anyhow::anyhow!("{id} is no id"))?).await?;
    let job = job.context("the import is gone")?;
    ensure!(job.status == ImportStatus::Done, "the {name} is {}: {:?}", job.status.as_str(), job.report);
    Ok(Import { name, report: job.report, runs, longest, took })
}

impl Imports {
    /// A sentence for each goal that is missed.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let mut missed = Vec::new();
        for Import { name, report, longest, .. } in &self.imports {
            if *longest > RUN_MAX {
                missed.push(format!("a run of the {name} takes {longest:#}"));
            }
            if report.imported != self.rows {
                missed.push(format!("the {name} has {} of {} rows", report.imported, self.rows));
            }
        }
        missed
    }
}

impl fmt::Display for Imports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "A file of {} rows, {TABLE_CALL:#} a call of the table:", self.rows)?;
        line(f, "", ["imported", "runs", "longest run", "all"].into_iter())?;
        for Import { name, report, runs, longest, took } in &self.imports {
            let cells = [report.imported.to_string(), runs.to_string(), format!("{longest:#}"), format!("{took:#}")];
            line(f, name, cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

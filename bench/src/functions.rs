//! The costs of each function's start and calls, next to an empty function's in the same run.

use std::{fmt, fs, path::Path};

use anyhow::Context;
use local::functions::crate_names;

use crate::{
    line,
    process::instructions,
    tls::Identity,
    world::{self, World},
};

/// The baseline: `lambda_http` and nothing else.
const HELLO: &str = "hello";
/// The events of a warm function, including its first invoke.
const EVENTS: usize = 21;

pub(crate) struct Figures {
    name: String,
    /// User instructions until the first `/next`, without calls to AWS.
    pub(crate) init: u64,
    /// User instructions of the first invoke, including the TLS handshake.
    first_invoke: u64,
    /// User instructions and calls to AWS of a later invoke.
    pub(crate) warm: u64,
    calls: usize,
}

pub(crate) struct Table(Vec<Figures>);

/// Measures hello, and the functions whose names contain `only`, in a folder of release binaries. `scratch` is a folder
/// for temporary files.
pub(crate) async fn measure(binaries: &Path, scratch: &Path, only: &str) -> anyhow::Result<Table> {
    let identity = Identity::generate()?;
    let mut rows = Vec::new();
    let names = crate_names().map(|name| name.replace('_', "-")).filter(|name| name.contains(only));
    for name in [HELLO.to_owned()].into_iter().chain(names) {
        let row = counted(&name, &binaries.join(&name), scratch, &identity).await;
        rows.push(row.with_context(|| format!("measuring {name}"))?);
    }
    Ok(Table(rows))
}

pub(crate) async fn counted(name: &str, binary: &Path, scratch: &Path, identity: &Identity) -> anyhow::Result<Figures> {
    let event = &event(name)?;
    let out = &scratch.join("callgrind.out");
    let init = instructions(binary, &world::settings([]), &[], out).await?;
    // Each run has its own world, so that one run's events do not affect the next. The world is made earlier than the
    // events' time, so that the first request's email is due.
    let mut runs = Vec::new();
    for events in [0, 1, EVENTS] {
        let world = World::filled(EVENTS, identity, scratch).await?;
        let given = world.events(event, events)?;
        world.system.aws().take_calls();
        let instructions = instructions(binary, &world.env, &given, out).await?;
        runs.push((instructions, world.system.aws().take_calls().len()));
    }
    let [(primed, _), (first, first_calls), (all, all_calls)] = runs[..] else { unreachable!("three runs") };
    Ok(Figures {
        name: name.to_owned(),
        init,
        first_invoke: first.saturating_sub(primed),
        warm: all.saturating_sub(first) / (EVENTS - 1) as u64,
        calls: all_calls.saturating_sub(first_calls) / (EVENTS - 1),
    })
}

fn event(name: &str) -> anyhow::Result<String> {
    // hello answers every HTTP event.
    let name = if name == HELLO { "list-requests" } else { name };
    let path = Path::new("events").join(name).with_extension("json");
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = "init|first invoke|warm invoke|calls of AWS";
        line(f, "", columns.split('|'))?;
        for row in &self.0 {
            let cells = [million(row.init), million(row.first_invoke), million(row.warm), row.calls.to_string()];
            line(f, &row.name, cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

fn million(count: u64) -> String {
    format!("{:.2} M", count as f64 / 1e6)
}

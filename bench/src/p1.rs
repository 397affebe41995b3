//! Figure P1: what a cold start costs, next to an empty function's in the same run. Peak memory and
//! package size (P5) come along, since they cost nothing more to read.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context;

use crate::{
    process::{self, init_time, instructions, peak_memory},
    table::{line, megabytes, million},
    tls::Identity,
    world::{self, World},
};

/// The baseline: `lambda_http` and nothing else.
const HELLO: &str = "hello";

/// User instructions until the first `/next`.
const INIT_MAX: u64 = 2_500_000;
/// User instructions of the first invoke, TLS handshake included.
const FIRST_INVOKE_MAX: u64 = 4_000_000;
/// Wall-clock time of init, as a multiple of hello's.
const WALL_RATIO_MAX: f64 = 1.4;
/// The most memory ever held, in bytes.
const MEMORY_MAX: u64 = 14_000_000;
/// The deployment package, in bytes.
const PACKAGE_MAX: u64 = 3_500_000;

/// The paths, and the number of repetitions of measurements that vary.
#[derive(Debug)]
pub struct Options {
    /// The folder of the release binaries.
    pub binaries: PathBuf,
    /// The folder of the sample events.
    pub events: PathBuf,
    /// A folder that may be written to.
    pub scratch: PathBuf,
    /// Starts of each binary for the wall-clock time.
    pub runs: usize,
    /// Only the functions whose names contain this, next to hello.
    pub only: String,
}

/// The figures of one binary.
#[derive(Debug)]
pub struct Figures {
    name: String,
    init: u64,
    /// Init with an AWS to warm up against.
    primed_init: u64,
    first_invoke: u64,
    /// One for each round.
    walls: Vec<Duration>,
    memory: u64,
    package: Option<u64>,
}

/// Figures of hello and of every function.
#[derive(Debug)]
pub struct Table(Vec<Figures>);

/// Measures every binary.
///
/// # Errors
///
/// A binary or event is missing, or a function fails.
pub async fn measure(options: &Options) -> anyhow::Result<Table> {
    let identity = Identity::generate()?;
    let mut rows = Vec::new();
    let functions = functions(&options.events)?.into_iter().filter(|name| name.contains(&options.only));
    for name in [HELLO.to_owned()].into_iter().chain(functions) {
        let row = counted(&name, options, &identity).await;
        rows.push(row.with_context(|| format!("measuring {name}"))?);
    }
    // In turn, so that whatever else the machine does falls on all alike.
    let env = world::unprimed();
    for _ in 0..options.runs {
        for row in &mut rows {
            row.walls.push(init_time(&options.binaries.join(&row.name), &env).await?);
        }
    }
    Ok(Table(rows))
}

async fn counted(name: &str, options: &Options, identity: &Identity) -> anyhow::Result<Figures> {
    let Options { binaries, events, scratch, runs: _, only: _ } = options;
    let binary = &binaries.join(name);
    let event = &event(events, name)?;
    let out = &scratch.join("callgrind.out");
    let init = instructions(binary, &world::unprimed(), &[], out, || ()).await?;
    // A world for each run: what the event changes must not meet the next one.
    let world = World::start(identity, scratch).await?;
    let primed_init = instructions(binary, world.env(), &[], out, || ()).await?;
    let world = World::start(identity, scratch).await?;
    let with_invoke = instructions(binary, world.env(), &[world.event(event)?], out, || ()).await?;
    let world = World::start(identity, scratch).await?;
    let memory = peak_memory(binary, world.env(), &[world.event(event)?]).await?;
    Ok(Figures {
        name: name.to_owned(),
        init,
        primed_init,
        first_invoke: with_invoke.saturating_sub(primed_init),
        walls: Vec::new(),
        memory,
        package: process::zipped_size(binary, scratch)?,
    })
}

/// The functions: each has one event of its name.
fn functions(events: &Path) -> anyhow::Result<Vec<String>> {
    let files = fs::read_dir(events).with_context(|| format!("reading {}", events.display()))?;
    let name = |file: std::io::Result<fs::DirEntry>| Some(file.ok()?.path().file_stem()?.to_str()?.to_owned());
    let mut names: Vec<String> = files.filter_map(name).collect();
    names.sort_unstable();
    Ok(names)
}

fn event(folder: &Path, name: &str) -> anyhow::Result<String> {
    // hello answers any HTTP event.
    let name = if name == HELLO { "list-requests" } else { name };
    let path = folder.join(name).with_extension("json");
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

impl Table {
    /// The functions that miss a goal, each with the goal, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let Some(hello) = self.0.first() else {
            return Vec::new();
        };
        let mut missed = Vec::new();
        for row in &self.0 {
            let Figures { name, init, first_invoke, .. } = row;
            if *init > INIT_MAX {
                missed.push(format!("{name}: init takes {init} instructions"));
            }
            if *first_invoke > FIRST_INVOKE_MAX {
                missed.push(format!("{name}: the first invoke takes {first_invoke} instructions"));
            }
            if row.memory > MEMORY_MAX {
                missed.push(format!("{name}: {} of memory", megabytes(row.memory)));
            }
            if let Some(package) = row.package.filter(|package| *package > PACKAGE_MAX) {
                missed.push(format!("{name}: a package of {}", megabytes(package)));
            }
            let ratio = row.wall_ratio(hello);
            if ratio > WALL_RATIO_MAX {
                missed.push(format!("{name}: init takes {ratio:.2} times as long as hello's"));
            }
        }
        missed
    }
}

impl Figures {
    /// The median of the rounds' own ratios: each round runs all binaries within a moment, so a
    /// machine that changes its pace changes both.
    fn wall_ratio(&self, hello: &Self) -> f64 {
        let rounds = self.walls.iter().zip(&hello.walls);
        let mut ratios: Vec<_> = rounds.map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64()).collect();
        ratios.sort_by(f64::total_cmp);
        ratios.get(ratios.len() / 2).copied().unwrap_or(f64::NAN)
    }

    fn median_ms(&self) -> f64 {
        let mut sorted = self.walls.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).map_or(f64::NAN, ms)
    }

    fn minimum_ms(&self) -> f64 {
        self.walls.iter().min().map_or(f64::NAN, ms)
    }
}

fn ms(time: &Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = "init|primed init|first invoke|wall min|median|ratio|peak memory|zipped";
        line(f, "P1", columns.split('|'))?;
        for row in &self.0 {
            let ratio = self.0.first().map_or(f64::NAN, |hello| row.wall_ratio(hello));
            let cells = [
                million(row.init),
                million(row.primed_init),
                million(row.first_invoke),
                format!("{:.2} ms", row.minimum_ms()),
                format!("{:.2} ms", row.median_ms()),
                format!("{ratio:.2}"),
                megabytes(row.memory),
                row.package.map_or("–".to_owned(), megabytes),
            ];
            line(f, &row.name, cells.iter().map(String::as_str))?;
        }
        let goals = [
            format!("≤ {}", million(INIT_MAX)),
            String::new(),
            format!("≤ {}", million(FIRST_INVOKE_MAX)),
            String::new(),
            String::new(),
            format!("≤ {WALL_RATIO_MAX}"),
            format!("≤ {}", megabytes(MEMORY_MAX)),
            format!("≤ {}", megabytes(PACKAGE_MAX)),
        ];
        line(f, "goal", goals.iter().map(String::as_str))
    }
}

//! One call of `POST …/send` of `create-request`, beside the empty function and the same work in other languages.
//! Each package runs as Lambda would start it. The small AWS of this process answers all of them; its time is part of
//! what they take, and no part of their processor time.

use std::{
    fmt, fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use app::clock::Clock;
use local::runtime_api::{Answer, Function, RuntimeApi};
use serde_json::{Value, json};

use crate::{functions::counted, tls::Identity, world::World};

/// The packages' folders, and the function's name if it is one program, whose instructions can be counted.
const PACKAGES: [(&str, Option<&str>); 4] =
    [("afterword", Some(FUNCTION)), ("empty", Some("hello")), ("node", None), ("python", None)];
/// The function whose permissions each package has.
const FUNCTION: &str = "create-request";
const COLD: u32 = 20;
const WARM: u32 = 500;

struct Row {
    name: &'static str,
    /// The median until the first answer, from the start of the process, and until a later one.
    cold: Duration,
    warm: Duration,
    /// Processor time of one of these.
    cold_cpu: Duration,
    warm_cpu: Duration,
    /// The most memory that it held, and its zip.
    memory: u64,
    zip: u64,
    /// Instructions until it is ready, and of a later call.
    instructions: Option<(u64, u64)>,
}

pub(crate) struct Table(Vec<Row>);

/// `packages` has a folder with a `bootstrap`, and a zip, of each package.
pub(crate) async fn measure(packages: &Path, scratch: &Path) -> anyhow::Result<Table> {
    let identity = Identity::generate()?;
    // A package runs in its own folder.
    let scratch = &scratch.canonicalize()?;
    let mut rows = Vec::new();
    for (name, function) in PACKAGES {
        let row = row(name, packages, scratch, &identity).await;
        let mut row = row.with_context(|| format!("measuring {name}"))?;
        if let Some(function) = function {
            // Its name gives it its permissions.
            let program = scratch.join(function);
            fs::copy(packages.join(name).join("bootstrap"), &program)?;
            let figures = counted(function, &program, scratch, &identity).await?;
            row.instructions = Some((figures.init, figures.warm));
        }
        rows.push(row);
    }
    Ok(Table(rows))
}

async fn row(name: &'static str, packages: &Path, scratch: &Path, identity: &Identity) -> anyhow::Result<Row> {
    let world = World::filled((COLD + WARM) as usize, identity, scratch).await?;
    let mut events = calls(&world)?.into_iter();
    let folder = packages.join(name).canonicalize()?;
    let (mut colds, mut warms, mut cold_cpu) = (Vec::new(), Vec::new(), Duration::ZERO);
    let mut last = None;
    for event in events.by_ref().take(COLD as usize) {
        let began = Instant::now();
        let api = RuntimeApi::start(Clock::system())?;
        let function = start(&folder, &world, &api)?;
        answered(&api, event).await?;
        colds.push(began.elapsed());
        // After its answer it asks for work, and then waits.
        api.asked(2).await?;
        cold_cpu += processor(function.id())?;
        last = Some((api, function));
    }
    let (api, function) = last.context("it was started")?;
    let before = processor(function.id())?;
    for event in events {
        let began = Instant::now();
        answered(&api, event).await?;
        warms.push(began.elapsed());
    }
    api.asked(2 + WARM as usize).await?;
    let warm_cpu = processor(function.id())?.saturating_sub(before);
    Ok(Row {
        name,
        cold: median(colds),
        warm: median(warms),
        cold_cpu: cold_cpu / COLD,
        warm_cpu: warm_cpu / WARM,
        memory: peak(function.id())?,
        zip: fs::metadata(packages.join(name).with_extension("zip"))?.len(),
        instructions: None,
    })
}

/// Calls of that route, each for another customer and order.
fn calls(world: &World) -> anyhow::Result<Vec<Value>> {
    let text = fs::read_to_string(Path::new("events").join(FUNCTION).with_extension("json"))?;
    let mut events = world.events(&text, (COLD + WARM) as usize)?;
    for (number, event) in events.iter_mut().enumerate() {
        let body = event["body"].as_str().context("the sample has a body")?;
        event["body"] = json!(body.replace("jane@", &format!("jane-{number}@")));
    }
    Ok(events)
}

fn start(folder: &Path, world: &World, api: &RuntimeApi) -> anyhow::Result<Function> {
    let mut command = Command::new(folder.join("bootstrap"));
    command.current_dir(folder).stdout(Stdio::null());
    let env = world.env.iter().cloned();
    let roots = env.clone().find(|(name, _)| name == "AWS_CA_BUNDLE").context("a root")?.1;
    // Node.js reads the root from another variable.
    Function::start(command, Path::new(FUNCTION), env.chain([("NODE_EXTRA_CA_CERTS".to_owned(), roots)]), api)
}

async fn answered(api: &RuntimeApi, event: Value) -> anyhow::Result<()> {
    let answer = api.invoke(event).await?;
    // The empty function answers 200.
    let is_done =
        matches!(&answer, Answer::Response(answer) if matches!(answer["statusCode"].as_u64(), Some(200 | 201)));
    ensure!(is_done, "it failed: {answer:?}");
    Ok(())
}

/// The processor time of all threads that the process has now, in the scheduler's nanoseconds.
fn processor(id: u32) -> anyhow::Result<Duration> {
    let mut nanoseconds = 0;
    for thread in fs::read_dir(format!("/proc/{id}/task"))? {
        let times = fs::read_to_string(thread?.path().join("schedstat"))?;
        nanoseconds += times.split(' ').next().context("the kernel reports no times")?.parse::<u64>()?;
    }
    Ok(Duration::from_nanos(nanoseconds))
}

/// The most bytes of memory that the process has held.
fn peak(id: u32) -> anyhow::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: u64 = line.context("the kernel reports no memory")?.trim().trim_end_matches(" kB").parse()?;
    Ok(kib * 1024)
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort();
    took[took.len() / 2]
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| | cold | its processor | warm | its processor | memory | zip | instructions: start, call |")?;
        writeln!(f, "|---|--:|--:|--:|--:|--:|--:|--:|")?;
        for row in &self.0 {
            let ms = |took: Duration| took.as_secs_f64() * 1e3;
            let (memory, zip) = (row.memory as f64 / 1e6, row.zip as f64 / 1e6);
            let instructions = row.instructions.map_or("".to_owned(), |(start, call)| {
                format!("{:.1} M, {:.2} M", start as f64 / 1e6, call as f64 / 1e6)
            });
            writeln!(
                f,
                "| {} | {:.1} ms | {:.1} ms | {:.1} ms | {:.1} ms | {memory:.0} MB | {zip:.1} MB | {instructions} |",
                row.name,
                ms(row.cold),
                ms(row.cold_cpu),
                ms(row.warm),
                ms(row.warm_cpu),
            )?;
        }
        Ok(())
    }
}

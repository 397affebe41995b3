//! Figure P12: what an optimised build of all functions costs, next to the empty function's in the same run: from nothing,
//! and after a change of `shared/domain`, on which every function depends.

use std::{
    fmt,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::ensure;

use crate::{process::time_of_children, table::line};

/// The alias in `.cargo/config.toml` that builds every function with the empty one.
const ALL: &[&str] = &["bootstraps"];
const HELLO: &[&str] = &["build", "--release", "--package", "hello"];
/// As multiples of hello's: a third of what they were when first counted, 23.8 and 16.6.
const CLEAN_MAX: f64 = 7.9;
const CHANGED_MAX: f64 = 5.5;
/// A file of the crate that all depend on.
const CHANGED: &str = "shared/domain/src/lib.rs";

/// The time of one build.
#[derive(Debug)]
struct Build {
    what: &'static str,
    /// Of the processors, added up.
    computed: Duration,
    passed: Duration,
    /// The most that `computed` may be, as a multiple of the empty function's.
    goal: Option<f64>,
}

/// The times of all builds; the empty function's is first.
#[derive(Debug)]
pub struct Table(Vec<Build>);

/// Builds everything in a folder of its own.
///
/// # Errors
///
/// The project does not compile.
pub fn measure(scratch: &Path) -> anyhow::Result<Table> {
    let (of_hello, of_all) = (scratch.join("build-hello"), scratch.join("build"));
    let hello = build("hello, from nothing", HELLO, &of_hello, None)?;
    let clean = build("all functions, from nothing", ALL, &of_all, Some(CLEAN_MAX))?;
    // What Cargo takes for a change: it looks at the time.
    ensure!(Command::new("touch").arg(CHANGED).status()?.success(), "cannot touch {CHANGED}");
    let again = build("the same, shared/domain changed", ALL, &of_all, Some(CHANGED_MAX))?;
    Ok(Table(vec![hello, clean, again]))
}

fn build(what: &'static str, arguments: &[&str], target: &Path, goal: Option<f64>) -> anyhow::Result<Build> {
    let (started, before) = (Instant::now(), time_of_children()?);
    let status = Command::new("cargo").args(arguments).arg("--quiet").env("CARGO_TARGET_DIR", target).status()?;
    ensure!(status.success(), "cargo {} failed", arguments.join(" "));
    Ok(Build { what, computed: time_of_children()? - before, passed: started.elapsed(), goal })
}

impl Table {
    /// The builds that take longer than they should, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let late = |build: &&Build| build.goal.is_some_and(|goal| self.to_hello(build) > goal);
        let sentence = |build: &Build| {
            format!("{}: a build computes {:.0} times as long as hello's", build.what, self.to_hello(build))
        };
        self.0.iter().filter(late).map(sentence).collect()
    }

    fn to_hello(&self, build: &Build) -> f64 {
        self.0.first().map_or(f64::NAN, |hello| build.computed.as_secs_f64() / hello.computed.as_secs_f64())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line(f, "build", ["computed", "passed", "to hello's", "goal"].into_iter())?;
        for build in &self.0 {
            let Build { what, computed, passed, goal } = build;
            let cells = [
                format!("{:.0} s", computed.as_secs_f64()),
                format!("{:.0} s", passed.as_secs_f64()),
                format!("{:.1}", self.to_hello(build)),
                goal.map_or(String::new(), |goal| format!("≤ {goal:.1}")),
            ];
            line(f, what, cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

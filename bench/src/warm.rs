//! Measures warm calls: user instructions, calls of AWS and bytes of its answers, next to an empty function's in the
//! same run.

use std::{fmt, path::PathBuf};

use anyhow::Context;

use crate::{
    process::instructions,
    scene::{Goal, Scene},
    table::{line, million},
    tls::Identity,
    world::World,
};

/// The paths.
#[derive(Debug)]
pub struct Options {
    /// The folder of the release binaries.
    pub binaries: PathBuf,
    /// A folder that may be written to.
    pub scratch: PathBuf,
    /// The folder in which the profiles stay; `None` keeps none.
    pub keep: Option<PathBuf>,
    /// The scenes whose names contain this.
    pub only: String,
}

/// The costs of one call.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// User instructions.
    pub instructions: u64,
    /// Calls of AWS.
    pub calls: usize,
    /// Bytes of the answers to them.
    pub bytes: u64,
}

/// The costs of each call.
#[derive(Debug)]
pub struct Table(Vec<(Scene, Cost)>);

/// Measures every scene.
///
/// # Errors
///
/// A binary is missing, or a function fails.
pub async fn measure(options: &Options) -> anyhow::Result<Table> {
    let identity = Identity::generate()?;
    let mut rows = Vec::new();
    for scene in Scene::ALL.into_iter().filter(|scene| scene.name().contains(&options.only)) {
        let cost = cost(scene, options, &identity).await;
        rows.push((scene, cost.with_context(|| format!("measuring {}", scene.name()))?));
    }
    Ok(Table(rows))
}

/// The counts of one run.
struct Run {
    instructions: u64,
    /// Calls of AWS and bytes of its answers, for each event.
    wires: Vec<(usize, u64)>,
}

/// The instructions are the difference between a run that only warms the function up and one that goes on.
async fn cost(scene: Scene, options: &Options, identity: &Identity) -> anyhow::Result<Cost> {
    let warm_ups = scene.warm_ups();
    let before = run(scene, Some(warm_ups), options, identity).await?;
    let after = run(scene, None, options, identity).await?;
    let measured = &after.wires[warm_ups..];
    let count = measured.len();
    Ok(Cost {
        instructions: after.instructions.saturating_sub(before.instructions) / count as u64,
        calls: measured.iter().map(|(calls, _)| calls).sum::<usize>() / count,
        bytes: measured.iter().map(|(_, bytes)| bytes).sum::<u64>() / count as u64,
    })
}

/// A run in a world of its own, which meets the first of the scene's events, or all.
async fn run(scene: Scene, first: Option<usize>, options: &Options, identity: &Identity) -> anyhow::Result<Run> {
    let Options { binaries, scratch, keep, only: _ } = options;
    let binary = &binaries.join(scene.function());
    let what = if first.is_some() { "before" } else { "after" };
    let out = keep.as_ref().unwrap_or(scratch).join(format!("{}.{what}.out", scene.name().replace([' ', ','], "-")));
    let world = World::begun(scene.age(), identity, scratch).await?;
    let mut events = scene.set(&world).await?;
    events.truncate(first.unwrap_or(usize::MAX));
    let (aws, mut wires) = (world.system().aws(), Vec::new());
    aws.take_calls();
    aws.take_answered_bytes();
    let handled = || wires.push((aws.take_calls().len(), aws.take_answered_bytes()));
    let instructions = instructions(binary, world.env(), &events, &out, handled).await?;
    Ok(Run { instructions, wires })
}

impl Table {
    /// The calls that miss their goals, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let missed = |(scene, cost): &(Scene, Cost)| {
            let Goal { instructions, calls, bytes } = scene.goal();
            let over = [
                (cost.instructions > instructions).then(|| format!("{} instructions", million(cost.instructions))),
                calls.filter(|calls| cost.calls > *calls).map(|_| format!("{} calls", cost.calls)),
                bytes.filter(|bytes| cost.bytes > *bytes).map(|_| format!("{} bytes", cost.bytes)),
            ];
            let name = scene.name();
            over.into_iter().flatten().map(|cost| format!("{name} takes {cost}")).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(missed).collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line(f, "warm", ["instructions", "goal", "calls", "bytes"].into_iter())?;
        for (scene, cost) in &self.0 {
            let Goal { instructions, calls, bytes } = scene.goal();
            let goal = |goal: Option<String>| goal.map(|goal| format!(" (≤ {goal})")).unwrap_or_default();
            let cells = [
                million(cost.instructions),
                if instructions == u64::MAX { String::new() } else { format!("≤ {}", million(instructions)) },
                format!("{}{}", cost.calls, goal(calls.map(|calls| calls.to_string()))),
                format!("{}{}", cost.bytes, goal(bytes.map(|bytes| bytes.to_string()))),
            ];
            line(f, scene.name(), cells.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

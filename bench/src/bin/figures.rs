//! Prints figures of the release build: `cargo bootstraps`, then `cargo figures`. Ends with 1 where something is missed.

use std::{fs, path::PathBuf, process::ExitCode};

use bench::{cost, life, p1, warm};
use clap::{Parser, Subcommand};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    figure: Option<Figure>,
    /// The folder of the sample events.
    #[arg(long, global = true, default_value = "events")]
    events: PathBuf,
    /// The folder of the release binaries.
    #[arg(long, global = true, default_value = "target/release")]
    binaries: PathBuf,
    /// How often each binary is started for the wall-clock time.
    #[arg(long, global = true, default_value_t = 20)]
    runs: usize,
    /// A folder in which the warm calls' profiles stay, for `callgrind_annotate`.
    #[arg(long, global = true)]
    keep: Option<PathBuf>,
    /// Only the functions, and the warm calls, whose names contain this.
    #[arg(long, global = true, default_value = "")]
    only: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Subcommand)]
enum Figure {
    /// Cold start: instructions, wall-clock time, memory and size of every bootstrap.
    P1,
    /// Warm calls: instructions, calls of AWS and bytes of its answers.
    Warm,
    /// A request's life: units of DynamoDB, calls of AWS and bytes of its answers.
    Life,
    /// The cost of a million requests on AWS.
    Cost,
}

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "a command-line program's result")]
async fn main() -> anyhow::Result<ExitCode> {
    let Arguments { figure, events, binaries, runs, keep, only } = Arguments::parse();
    let scratch = binaries.join(format!("figures-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let asked = |one| figure.is_none_or(|figure| figure == one);
    let mut missed = Vec::new();
    if asked(Figure::P1) {
        let (binaries, scratch, only) = (binaries.clone(), scratch.clone(), only.clone());
        let table = p1::measure(&p1::Options { binaries, events, scratch, runs, only }).await?;
        println!("{table}");
        missed.extend(table.missed());
    }
    if asked(Figure::Warm) {
        if let Some(keep) = &keep {
            fs::create_dir_all(keep)?;
        }
        let table = warm::measure(&warm::Options { binaries, scratch: scratch.clone(), keep, only }).await?;
        println!("{table}");
        missed.extend(table.missed());
    }
    if asked(Figure::Life) || asked(Figure::Cost) {
        let life = life::measure(&scratch).await?;
        if asked(Figure::Life) {
            println!("{life}");
            missed.extend(life.missed());
        }
        if asked(Figure::Cost) {
            let table = cost::of(&life)?;
            println!("{table}");
            missed.extend(table.missed_at_rest());
            missed.extend(table.missed());
        }
    }
    fs::remove_dir_all(&scratch)?;
    for sentence in &missed {
        println!("missed: {sentence}");
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

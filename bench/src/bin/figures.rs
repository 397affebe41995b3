//! Prints figures of the release build: `cargo bootstraps`, then `cargo figures`. Ends with 1 where something is missed.

use std::{fs, path::PathBuf, process::ExitCode};

use bench::{build, cost, imports, life, overload, p1, warm};
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
    /// Compares the warm calls, or the cost, with those recorded in this file instead of with their goals.
    #[arg(long, global = true)]
    against: Option<PathBuf>,
    /// Records the warm calls, or the cost, in this file.
    #[arg(long, global = true)]
    record: Option<PathBuf>,
    /// The rows of the file that is imported.
    #[arg(long, global = true, default_value_t = 10_000)]
    rows: u64,
    /// Only the functions, and the warm calls, whose names contain this.
    #[arg(long, global = true, default_value = "")]
    only: String,
    /// How many emails are due, or wait. With fewer the provider is as much slower.
    #[arg(long, global = true, default_value_t = 1_000)]
    mails: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Subcommand)]
enum Figure {
    /// Cold start: instructions, wall-clock time, memory and size of every bootstrap.
    P1,
    /// Warm calls: instructions, calls of AWS and bytes of its answers.
    Warm,
    /// A request's life: units of DynamoDB, calls of AWS and bytes of its answers.
    Life,
    /// The cost of a million requests on AWS, as README.md has it.
    Cost,
    /// The import of a file, dry and for good: its runs, and how long they take. `--rows 1000000` has the largest.
    Imports,
    /// More emails due than the provider takes at a time: how much of its rate is used, wake-ups, and the alarm.
    Overload,
    /// Emails that wait for their provider for three days: what that costs, and how they leave afterwards.
    Waiting,
    /// An optimised build of all functions: how long it computes, from nothing and after a change. Takes 40 minutes.
    Build,
}

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "a command-line program's result")]
async fn main() -> anyhow::Result<ExitCode> {
    let Arguments { figure, events, binaries, runs, keep, against, record, rows, only, mails } = Arguments::parse();
    let scratch = binaries.join(format!("figures-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let asked = |one| figure.is_none_or(|figure| figure == one);
    // Each of the two files belongs to one part.
    let of_cost = |file: &Option<PathBuf>| file.clone().filter(|_| figure == Some(Figure::Cost));
    let (cost_against, cost_record) = (of_cost(&against), of_cost(&record));
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
        record.map(|file| table.record(&file)).transpose()?;
        missed.extend(match against {
            Some(file) => table.changed(&file)?,
            None => table.missed(),
        });
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
            cost_record.map(|file| table.record(&file)).transpose()?;
            missed.extend(table.missed_at_rest());
            missed.extend(match cost_against {
                Some(file) => table.changed(&file)?,
                None => table.missed(),
            });
        }
    }
    if asked(Figure::Imports) {
        let table = imports::measure(rows, &scratch).await?;
        println!("{table}");
        missed.extend(table.missed());
    }
    if asked(Figure::Overload) {
        let table = overload::overload(&scratch, mails).await?;
        println!("{table}");
        missed.extend(table.missed());
    }
    if asked(Figure::Waiting) {
        let table = overload::waiting(&scratch, mails).await?;
        println!("{table}");
        missed.extend(table.missed());
    }
    if asked(Figure::Build) {
        let table = build::measure(&scratch)?;
        println!("{table}");
        missed.extend(table.missed());
    }
    fs::remove_dir_all(&scratch)?;
    for sentence in &missed {
        println!("missed: {sentence}");
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

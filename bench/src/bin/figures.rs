//! Prints figures of the release build: `cargo bootstraps`, `cargo hello`, then `cargo figures p1`.
//! Ends with 1 where a target is missed.

use std::{fs, path::PathBuf, process::ExitCode};

use bench::p1::{self, Options};
use clap::{Parser, Subcommand};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    figure: Figure,
    /// The folder of the sample events.
    #[arg(long, global = true, default_value = "events")]
    events: PathBuf,
    /// The folder of the release binaries.
    #[arg(long, global = true, default_value = "target/release")]
    binaries: PathBuf,
    /// How often each binary is started for the wall-clock time.
    #[arg(long, global = true, default_value_t = 20)]
    runs: usize,
}

#[derive(Clone, Copy, Subcommand)]
enum Figure {
    /// Cold start: instructions, wall-clock time, memory and size of every bootstrap.
    P1,
}

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "a command-line program's result")]
async fn main() -> anyhow::Result<ExitCode> {
    let Arguments { figure: Figure::P1, events, binaries, runs } = Arguments::parse();
    let scratch = binaries.join(format!("figures-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let table = p1::measure(&Options { binaries, events, scratch: scratch.clone(), runs }).await;
    fs::remove_dir_all(&scratch)?;
    let table = table?;
    print!("{table}");
    let missed = table.missed();
    for sentence in &missed {
        println!("missed: {sentence}");
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

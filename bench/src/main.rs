//! Prints figures for a person who calls it: `cargo bootstraps`, then `cargo figures functions`; `cargo figures life`
//! needs no binaries.
//!
//! The release `bootstrap` files are measured as Lambda would run them: they are separate processes, get their events
//! from a Runtime API on loopback, and reach the small AWS over TLS. The cost of a request's stages is measured in this
//! process.

mod beside;
mod cost;
mod functions;
mod life;
mod model;
mod prices;
mod process;
mod tls;
mod world;

use std::{fmt, fs, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    figure: Figure,
    /// The folder of the release binaries.
    #[arg(long, global = true, default_value = "target/release")]
    binaries: PathBuf,
}

#[derive(Subcommand)]
enum Figure {
    /// Each function beside an empty one: instructions of its start and calls, and calls of AWS.
    Functions {
        /// Only the functions whose names contain this.
        #[arg(long, default_value = "")]
        only: String,
    },
    /// A call beside an empty function and the same work in other languages. `bench/beside/run` makes the packages
    Beside {
        #[arg(long, default_value = "target/beside")]
        packages: PathBuf,
    },
    /// A request's life: units of DynamoDB and calls of AWS. Exits with 1 if it takes more units than it should
    Life,
    /// The cost of a million requests on AWS, and of a model's questions.
    Cost {
        /// The model's prices in USD for a million tokens, read and written; the default is Amazon Nova Lite's
        #[arg(long, num_args = 2, value_names = ["IN", "OUT"], default_values_t = [0.06, 0.24])]
        model_usd: Vec<f64>,
    },
}

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "a command-line program's result")]
async fn main() -> anyhow::Result<ExitCode> {
    let Arguments { figure, binaries } = Arguments::parse();
    let scratch = &binaries.join(format!("figures-{}", std::process::id()));
    fs::create_dir_all(scratch)?;
    let mut missed = Vec::new();
    match figure {
        Figure::Functions { only } => println!("{}", functions::measure(&binaries, scratch, &only).await?),
        Figure::Beside { packages } => print!("{}", beside::measure(&packages, scratch).await?),
        Figure::Life => {
            let life = life::measure(scratch).await?;
            println!("{life}");
            missed = life.missed();
        }
        Figure::Cost { model_usd } => {
            print!("{}", cost::of(&life::measure(scratch).await?)?);
            let [read, written] = model::tokens(scratch).await?.map(|tokens| tokens / 1e6);
            let dollars = read * model_usd[0] + written * model_usd[1];
            println!(
                "| A model's questions for 1,000 reviews, if a model is wanted | {read:.1} M tokens in, {written:.2} M out | {dollars:.2} |"
            );
        }
    }
    fs::remove_dir_all(scratch)?;
    for sentence in &missed {
        println!("missed: {sentence}");
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A row of a table: its name, and the cells after it.
fn line<'a>(f: &mut fmt::Formatter<'_>, name: &str, cells: impl Iterator<Item = &'a str>) -> fmt::Result {
    write!(f, "{name:<32}")?;
    for cell in cells {
        write!(f, "{cell:>16}")?;
    }
    writeln!(f)
}

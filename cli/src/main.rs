//! `afterword`: operates an installation's shops, and says why a message was not sent.

mod admin;
mod args;
mod aws;
mod check;
mod commands;
mod failure;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

use crate::commands::Args;
use crate::output::Output;

// One thread is enough: the program waits for one answer at a time.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Args { target, json, command } = Args::parse();
    let output = Output { json };
    match commands::run(&target, output, command).await {
        Ok(code) => code,
        Err(failure) => output.fail(&failure),
    }
}

//! The command line and its commands.

mod keys;
mod manual;
mod operations;
mod outputs;
mod rotate;
mod shops;
mod why;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use clap_complete::Shell;
use serde_json::Value;

use self::operations::Operation;
use crate::admin::Admin;
use crate::args::Target;
use crate::check;
use crate::failure::Failure;
use crate::output::Output;

/// Operates an installation of Afterword: its shops, and why a message was not sent.
#[derive(Parser)]
#[command(
    name = "afterword",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 it is done · 1 it was refused or failed, and the message says why · 2 the command line is wrong · \
                  3 AWS cannot be reached or does not accept the credentials"
)]
pub struct Args {
    #[command(flatten)]
    pub target: Target,
    /// Print one JSON object instead of text
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// A command
#[derive(Subcommand)]
pub enum Command {
    /// Show the stack's outputs: its address, table, queues
    #[command(after_help = "Example:\n  afterword outputs --json")]
    Outputs,
    #[command(flatten)]
    Operation(Operation),
    /// Replace a root key
    #[command(after_help = "Examples:\n  afterword rotate acme --wait\n  afterword rotate --service")]
    Rotate(rotate::Rotate),
    /// Check everything that an email needs in the AWS account, with a fix for each fault
    #[command(after_help = "Example:\n  afterword check --json\n\nIt changes nothing.")]
    Check(check::Options),
    /// Print a script that completes commands in a shell
    #[command(
        after_help = "Example:\n  afterword completions bash\n\nBash reads it with: source <(afterword completions bash)"
    )]
    Completions {
        /// The shell that reads them
        shell: Shell,
    },
    /// Print the page of the manual, or write one for each command
    #[command(after_help = "Example:\n  afterword man\n\nRead it with: afterword man | man -l -")]
    Man {
        /// Folder for a page of each command; it is made if it does not exist
        #[arg(long)]
        folder: Option<PathBuf>,
    },
}

/// One operation of the operator's function, and what the terminal says of its answer.
struct Call {
    name: &'static str,
    input: Value,
    /// Makes one answer of the pages, of an operation that has pages.
    merge: Option<fn(&[Value]) -> Value>,
    text: Box<dyn FnOnce(&Value) -> String>,
}

impl Call {
    fn new(name: &'static str, input: Value, text: impl FnOnce(&Value) -> String + 'static) -> Self {
        Self { name, input, merge: None, text: Box::new(text) }
    }

    async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let admin = Admin::connect(target).await?;
        let answer = match self.merge {
            Some(merge) => merge(&admin.pages(self.name, self.input).await?),
            None => admin.call(self.name, self.input).await?,
        };
        output.answer(&answer, self.text);
        Ok(())
    }
}

pub async fn run(target: &Target, output: Output, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Outputs => outputs::run(target, output).await?,
        Command::Operation(operation) => operation.call().run(target, output).await?,
        Command::Rotate(rotate) => rotate.run(target, output).await?,
        Command::Check(options) => return Ok(check::run(target, output, &options).await),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { folder } => manual::pages(folder, output)?,
    }
    Ok(ExitCode::SUCCESS)
}
